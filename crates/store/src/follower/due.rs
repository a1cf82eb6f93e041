//! Which followers something is to be done for.

use domain::id::FollowerId;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::tx::{fetch_all, fetch_one, stored};
use crate::{StoreError, Tx};

const LAST: &str =
    "select max(d.publication_number) from decision d where d.publication_number is not null";
const BEHIND: &str = "
    select distinct f.id
      from followed c
      join follower f on f.id = c.follower
     where c.told < $1 and f.mail = 'nothing' and (f.told_on is null or f.told_on < $2)
     limit $3";
const DUE: &str = "
    select f.id from follower f where f.due_at <= $1 order by f.due_at, f.id limit $2";
const EXPIRED: &str = "
    select distinct c.follower from followed c where c.asked_at <= $1";

impl Tx {
    /// The number of the last publication; 0 where nothing was published.
    pub async fn last_publication(&mut self) -> Result<i64, StoreError> {
        let (number,): (Option<i64>,) = fetch_one!(self, LAST)?;
        Ok(number.unwrap_or(0))
    }

    /// Followers who may have to be told of something on a day: something was published after what
    /// they know, they got nothing that day and no mail is under way. At most so many.
    pub async fn followers_behind(
        &mut self,
        last_publication: i64,
        today: Date,
        limit: u32,
    ) -> Result<Vec<FollowerId>, StoreError> {
        let limit = i64::from(limit);
        Ok(ids(fetch_all!(
            self,
            BEHIND,
            last_publication,
            today,
            limit
        )?))
    }

    /// Followers whose mail is to be sent by now, or was being sent for too long, the longest due
    /// first. At most so many.
    pub async fn due_followers(
        &mut self,
        now: OffsetDateTime,
        limit: u32,
    ) -> Result<Vec<FollowerId>, StoreError> {
        Ok(ids(fetch_all!(self, DUE, stored(now), i64::from(limit))?))
    }

    /// Followers with something that was asked for at a moment or before and not confirmed.
    pub async fn unconfirmed_followers(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<Vec<FollowerId>, StoreError> {
        Ok(ids(fetch_all!(self, EXPIRED, stored(before))?))
    }
}

fn ids(rows: Vec<(Uuid,)>) -> Vec<FollowerId> {
    rows.into_iter().map(|(id,)| id.into()).collect()
}
