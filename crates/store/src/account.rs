//! Accounts of officials.

use domain::dated_name::{DatedName, DatedNames};
use domain::id::UserId;
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::Role;
use domain::slug::Slug;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::dated_name::NameRow;
use crate::error::{RowOf, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{Saved, StoreError, Tx};

const ADD: &str = "
    insert into account (id, version, email, name, office, role, signs_in, password_hash,
        must_change_password, disabled, added_number, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const ADD_OFFICE: &str = "
    insert into account_office (account, ordinal, since, name)
    select $1, coalesce(max(ordinal), 0) + 1, $2, $3 from account_office where account = $1";
const OFFICES: &str = "
    select since, name from account_office where account = $1 order by ordinal";

/// The columns of an official.
macro_rules! official_columns {
    () => {
        "a.id, a.version, a.email, a.name, a.office, a.role, a.signs_in, a.disabled,
         a.must_change_password"
    };
}

pub(crate) use official_columns;

const BY_ID: &str = concat!(
    "select ",
    official_columns!(),
    " from account a where a.id = $1"
);
const BY_EMAIL: &str = concat!(
    "select ",
    official_columns!(),
    ", a.password_hash, a.one_time_until from account a where a.email = $1"
);
const ALL: &str = concat!(
    "select ",
    official_columns!(),
    " from account a order by a.added_number"
);
const SAVE: &str = "
    update account
       set version = version + 1, name = $3, role = $4, signs_in = $5, disabled = $6
     where id = $1 and version = $2";
const DISABLE: &str = "
    update account set disabled = true, version = version + 1 where id = $1 and not disabled";
const SET_PASSWORD: &str = "
    update account
       set password_hash = $2, must_change_password = $3, one_time_until = null
     where id = $1";
const SET_ONE_TIME_UNTIL: &str = "
    update account set one_time_until = $2 where id = $1 and must_change_password";
const ONE_TIME_UNTIL: &str = "select one_time_until from account where id = $1";
const SAVE_EMAIL: &str = "
    update account set version = version + 1, email = $3 where id = $1 and version = $2";

/// An official and what their password is checked against. Has no `Debug`.
pub struct Credentials {
    /// The official.
    pub official: Official,
    /// The password's hash (PHC string).
    pub password_hash: String,
    /// Until when the password opens the account; `None` without limit.
    pub one_time_until: Option<OffsetDateTime>,
}

impl Tx {
    /// Adds an account; [`StoreError::Unique`] `email` where there is one for the address. Its
    /// office reaches back without limit.
    pub async fn add_account(
        &mut self,
        official: &Official,
        password_hash: &str,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let signs_in = official.signs_in.as_ref().map(Slug::as_str);
        execute!(
            self,
            ADD,
            Uuid::from(official.id),
            official.version,
            official.email.reveal_to_official(),
            official.name.reveal_to_official(),
            &official.office,
            official.role.code(),
            signs_in,
            password_hash,
            official.must_change_password,
            official.disabled,
            added_number,
            stored(at),
        )
        .map_err(unique("email"))?;
        let office = DatedName {
            since: None,
            name: official.office.clone(),
        };
        self.add_office(official.id, &office).await
    }

    /// Adds the office that follows an account's last one.
    pub async fn add_office(&mut self, id: UserId, office: &DatedName) -> Result<(), StoreError> {
        let rows = execute!(self, ADD_OFFICE, Uuid::from(id), office.since, &office.name)?;
        one_row("the office that follows an account's last one", rows)
    }

    /// The offices of an account over time; `None` where there is no such account.
    pub async fn offices(&mut self, id: UserId) -> Result<Option<DatedNames>, StoreError> {
        let rows: Vec<NameRow> = fetch_all!(self, OFFICES, Uuid::from(id))?;
        let of = RowOf {
            table: "account_office",
            key: &id,
        };
        NameRow::read(rows, &of)
    }

    /// The account of an identity, also a disabled one.
    pub async fn account(&mut self, id: UserId) -> Result<Option<Official>, StoreError> {
        let row: Option<OfficialRow> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Official::try_from).transpose()
    }

    /// The account of an e-mail address in lower case, also a disabled one.
    pub async fn credentials(&mut self, email: &str) -> Result<Option<Credentials>, StoreError> {
        let row: Option<CredentialsRow> = fetch_optional!(self, BY_EMAIL, email)?;
        row.map(|row| {
            Ok(Credentials {
                official: row.official.try_into()?,
                password_hash: row.password_hash,
                one_time_until: row.one_time_until,
            })
        })
        .transpose()
    }

    /// Every account, in the order they were added.
    pub async fn accounts(&mut self) -> Result<Vec<Official>, StoreError> {
        let rows: Vec<OfficialRow> = fetch_all!(self, ALL)?;
        rows.into_iter().map(Official::try_from).collect()
    }

    /// Saves the name, the role, the series and whether an account is disabled, over the version
    /// it was loaded with. Its address, password and offices stay.
    pub async fn save_account(&mut self, official: &Official) -> Result<Saved, StoreError> {
        let signs_in = official.signs_in.as_ref().map(Slug::as_str);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(official.id),
            official.version,
            official.name.reveal_to_official(),
            official.role.code(),
            signs_in,
            official.disabled,
        )?;
        Saved::over(official.version, "the version of an account", rows)
    }

    /// Disables an account and ends its sessions; `false` where it was disabled or is not there.
    pub async fn disable_account(&mut self, id: UserId) -> Result<bool, StoreError> {
        self.end_sessions(id).await?;
        Ok(execute!(self, DISABLE, Uuid::from(id))? == 1)
    }

    /// Saves another e-mail address of an account, in lower case, over the version it was loaded
    /// with; [`StoreError::Unique`] `email` where another account has it.
    pub async fn save_email(&mut self, official: &Official) -> Result<Saved, StoreError> {
        let rows = execute!(
            self,
            SAVE_EMAIL,
            Uuid::from(official.id),
            official.version,
            official.email.reveal_to_official(),
        )
        .map_err(unique("email"))?;
        Saved::over(official.version, "the version of an account", rows)
    }

    /// Says until when a password that is to be changed opens its account.
    pub async fn set_one_time_until(
        &mut self,
        id: UserId,
        until: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, SET_ONE_TIME_UNTIL, Uuid::from(id), stored(until))?;
        one_row("a password that is to be changed", rows)
    }

    /// Until when the password of an account opens it; `None` without limit.
    pub async fn one_time_until(
        &mut self,
        id: UserId,
    ) -> Result<Option<OffsetDateTime>, StoreError> {
        let row: Option<(Option<OffsetDateTime>,)> =
            fetch_optional!(self, ONE_TIME_UNTIL, Uuid::from(id))?;
        Ok(row.and_then(|(until,)| until))
    }

    /// Replaces the hash of a password, without a limit of time, and says whether it is to be
    /// changed before anything else.
    pub async fn set_password(
        &mut self,
        id: UserId,
        hash: &str,
        must_change: bool,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, SET_PASSWORD, Uuid::from(id), hash, must_change)?;
        one_row("the password of an account", rows)
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct OfficialRow {
    id: Uuid,
    version: i64,
    email: String,
    name: String,
    office: String,
    role: String,
    signs_in: Option<String>,
    disabled: bool,
    must_change_password: bool,
}

#[derive(sqlx::FromRow)]
struct CredentialsRow {
    #[sqlx(flatten)]
    official: OfficialRow,
    password_hash: String,
    one_time_until: Option<OffsetDateTime>,
}

impl TryFrom<OfficialRow> for Official {
    type Error = StoreError;

    fn try_from(row: OfficialRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "account",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            email: Personal::new(row.email),
            name: Personal::new(row.name),
            office: row.office,
            role: of.known("role", Role::from_code(&row.role))?,
            signs_in: of.read("signs_in", row.signs_in.map(Slug::try_from).transpose())?,
            disabled: row.disabled,
            must_change_password: row.must_change_password,
        })
    }
}
