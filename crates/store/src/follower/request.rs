//! How often was asked to follow, counted against mail to strangers.

use time::OffsetDateTime;

use crate::error::RowOf;
use crate::tx::{execute, fetch_optional, stored};
use crate::{StoreError, Tx};

const REQUESTS: &str = "select requests, since from follow_request where throttle_key = $1";
const COUNT: &str = "
    insert into follow_request (throttle_key, requests, since) values ($1, 1, $2)
    on conflict (throttle_key) do update set requests = follow_request.requests + 1";
const FORGET: &str = "delete from follow_request where since < $1";
const FORGET_ONE: &str = "delete from follow_request where throttle_key = $1";

/// How often was asked, and since when that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowRequests {
    /// How often.
    pub count: u32,
    /// Since when.
    pub since: OffsetDateTime,
}

impl Tx {
    /// The requests counted under a key (a hash of what is throttled).
    pub async fn follow_requests(
        &mut self,
        key: &[u8; 32],
    ) -> Result<Option<FollowRequests>, StoreError> {
        let row: Option<(i64, OffsetDateTime)> = fetch_optional!(self, REQUESTS, &key[..])?;
        row.map(|(requests, since)| {
            let of = RowOf {
                table: "follow_request",
                key: &"of a key",
            };
            Ok(FollowRequests {
                count: of.read("requests", requests.try_into())?,
                since,
            })
        })
        .transpose()
    }

    /// Counts one more request.
    pub async fn count_follow_request(
        &mut self,
        key: &[u8; 32],
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        execute!(self, COUNT, &key[..], stored(at))?;
        Ok(())
    }

    /// Begins to count from 0 again.
    pub async fn clear_follow_requests(&mut self, key: &[u8; 32]) -> Result<(), StoreError> {
        execute!(self, FORGET_ONE, &key[..])?;
        Ok(())
    }

    /// Forgets what is counted since before a moment; says how many keys.
    pub async fn forget_follow_requests(
        &mut self,
        before: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, FORGET, stored(before))?)
    }
}
