//! Who follows decisions by e-mail, and the keys in the links of their mails.

mod due;
mod request;
mod row;

pub use request::FollowRequests;

use domain::follow::{FollowMail, FollowState, Follower};
use domain::id::FollowerId;
use time::OffsetDateTime;
use uuid::Uuid;

use row::{Columns, FollowedColumns, MailColumns, filter_text, followed, follower};

use crate::error::one_row;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{StoreError, Tx};

/// The columns of a follower.
macro_rules! follower_columns {
    () => {
        "f.id, f.address, f.lang, f.mail, f.letter, f.attempts, f.due_at, f.up_to, f.told_on, f.refusals"
    };
}

const ADD: &str = "
    insert into follower (id, address_hash, address, lang, mail, attempts, refusals)
    values ($1, $2, $3, $4, 'nothing', 0, 0)";
const SAVE: &str = "
    update follower
       set mail = $2, letter = $3, attempts = $4, due_at = $5, up_to = $6, told_on = $7,
           refusals = $8
     where id = $1";
const REMOVE: &str = "delete from follower where id = $1";
const REMOVE_FOLLOWED: &str = "delete from followed where follower = $1";
const ADD_FOLLOWED: &str = "
    insert into followed (follower, number, filter, asked_at, is_mailed, told)
    values ($1, $2, $3, $4, $5, $6)";
const BY_ID: &str = concat!(
    "select ",
    follower_columns!(),
    " from follower f where f.id = $1"
);
const BY_ADDRESS: &str = concat!(
    "select ",
    follower_columns!(),
    " from follower f where f.address_hash = $1"
);
const BY_KEY: &str = concat!(
    "select ",
    follower_columns!(),
    " from follower_key k join follower f on f.id = k.follower where k.key_hash = $1"
);
const FOLLOWED: &str = "
    select filter, asked_at, is_mailed, told from followed where follower = $1 order by number";
const COUNT: &str = "
    select count(*),
           cast(coalesce(sum(case when exists (select 1 from followed c
                                                where c.follower = f.id and c.told is not null)
                                  then 1 else 0 end), 0) as bigint)
      from follower f";
const ADD_KEY: &str = "insert into follower_key (key_hash, follower, made_at) values ($1, $2, $3)";
/// The newest key of a follower stays however old it is.
const FORGET_KEYS: &str = "
    delete from follower_key
     where made_at < $1
       and exists (select 1 from follower_key n
                    where n.follower = follower_key.follower and n.made_at > follower_key.made_at)";

impl Tx {
    /// Adds a follower, with the hash by which the address is found again.
    pub async fn add_follower(
        &mut self,
        follower: &Follower,
        address_hash: &[u8; 32],
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            Uuid::from(follower.id),
            &address_hash[..],
            follower.address.reveal_to_official(),
            follower.lang.code(),
        )?;
        self.save_follower(follower).await
    }

    /// Saves what a follower follows and the mail under way. The caller read it in this transaction.
    pub async fn save_follower(&mut self, follower: &Follower) -> Result<(), StoreError> {
        let id = Uuid::from(follower.id);
        let mail = MailColumns::from(follower.mail);
        let rows = execute!(
            self,
            SAVE,
            id,
            follower.mail.code(),
            mail.letter,
            mail.attempts,
            mail.due_at.map(stored),
            mail.up_to,
            follower.told_on,
            i64::from(follower.refusals),
        )?;
        one_row("a follower", rows)?;
        execute!(self, REMOVE_FOLLOWED, id)?;
        for (number, one) in (1_i64..).zip(&follower.followed) {
            let (asked_at, is_mailed, told) = match one.state {
                FollowState::Asked { at, is_mailed } => (Some(stored(at)), is_mailed, None),
                FollowState::Confirmed { told } => (None, true, Some(told)),
            };
            let filter = filter_text(&one.filter)?;
            execute!(
                self,
                ADD_FOLLOWED,
                id,
                number,
                &filter,
                asked_at,
                is_mailed,
                told
            )?;
        }
        Ok(())
    }

    /// Removes a follower with the address, all that it follows and its keys; `false` where there
    /// is none.
    pub async fn remove_follower(&mut self, id: FollowerId) -> Result<bool, StoreError> {
        Ok(execute!(self, REMOVE, Uuid::from(id))? == 1)
    }

    /// A follower.
    pub async fn follower(&mut self, id: FollowerId) -> Result<Option<Follower>, StoreError> {
        let row = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        self.with_followed(row).await
    }

    /// The follower of an address, by its hash.
    pub async fn follower_of_address(
        &mut self,
        address_hash: &[u8; 32],
    ) -> Result<Option<Follower>, StoreError> {
        let row = fetch_optional!(self, BY_ADDRESS, &address_hash[..])?;
        self.with_followed(row).await
    }

    /// The follower to whom a key was mailed, by the key's hash.
    pub async fn follower_of_key(
        &mut self,
        key_hash: &[u8; 32],
    ) -> Result<Option<Follower>, StoreError> {
        let row = fetch_optional!(self, BY_KEY, &key_hash[..])?;
        self.with_followed(row).await
    }

    /// How many addresses follow something or were asked to confirm it, and how many confirmed.
    pub async fn count_followers(&mut self) -> Result<(u64, u64), StoreError> {
        let (all, confirmed): (i64, i64) = fetch_one!(self, COUNT)?;
        Ok((all.unsigned_abs(), confirmed.unsigned_abs()))
    }

    /// Adds the key of a mail, hashed.
    pub async fn add_follower_key(
        &mut self,
        key_hash: &[u8; 32],
        follower: FollowerId,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(
            self,
            ADD_KEY,
            &key_hash[..],
            Uuid::from(follower),
            stored(at)
        )?;
        Ok(())
    }

    /// Removes the keys made before a moment, but for the newest of each follower; says how many.
    pub async fn forget_follower_keys(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET_KEYS, stored(before))?)
    }

    async fn with_followed(
        &mut self,
        row: Option<Columns>,
    ) -> Result<Option<Follower>, StoreError> {
        let Some(row) = row else {
            return Ok(None);
        };
        let rows: Vec<FollowedColumns> = fetch_all!(self, FOLLOWED, row.id)?;
        let of_it = followed(row.id, rows)?;
        Ok(Some(follower(row, of_it)?))
    }
}

impl From<FollowMail> for MailColumns {
    fn from(mail: FollowMail) -> Self {
        match mail {
            FollowMail::Nothing => Self::default(),
            FollowMail::Waiting {
                letter,
                attempts,
                due,
            } => Self {
                letter: Some(letter.code()),
                attempts: attempts.into(),
                due_at: Some(due),
                up_to: None,
            },
            FollowMail::Sending {
                letter,
                attempts,
                until,
                up_to,
            } => Self {
                letter: Some(letter.code()),
                attempts: attempts.into(),
                due_at: Some(until),
                up_to: Some(up_to),
            },
        }
    }
}
