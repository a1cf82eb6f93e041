//! The rows of followers.

use domain::Lang;
use domain::follow::{FollowLetter, FollowMail, FollowState, Followed, Follower};
use domain::publicity::Personal;
use domain::view::decision_list::DecisionFilter;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::StoreError;
use crate::error::{RowOf, json};

#[derive(sqlx::FromRow)]
pub(super) struct Columns {
    pub(super) id: Uuid,
    address: String,
    lang: String,
    mail: String,
    letter: Option<String>,
    attempts: i64,
    due_at: Option<OffsetDateTime>,
    up_to: Option<i64>,
    told_on: Option<Date>,
    refusals: i64,
}

#[derive(sqlx::FromRow)]
pub(super) struct FollowedColumns {
    filter: String,
    asked_at: Option<OffsetDateTime>,
    is_mailed: bool,
    told: Option<i64>,
}

/// The mail under way as it is saved.
#[derive(Default)]
pub(super) struct MailColumns {
    pub(super) letter: Option<&'static str>,
    pub(super) attempts: i64,
    pub(super) due_at: Option<OffsetDateTime>,
    pub(super) up_to: Option<i64>,
}

/// A filter as it is saved: what its address says.
pub(super) fn filter_text(filter: &DecisionFilter) -> Result<String, StoreError> {
    json("followed", "filter", &filter.pairs())
}

pub(super) fn followed(id: Uuid, rows: Vec<FollowedColumns>) -> Result<Vec<Followed>, StoreError> {
    let of = RowOf {
        table: "followed",
        key: &id,
    };
    let read = rows.into_iter().map(|row| {
        let pairs: Vec<(String, String)> = of.read("filter", serde_json::from_str(&row.filter))?;
        let pairs = pairs.iter().map(|(name, value)| (&**name, &**value));
        let state = match (row.asked_at, row.told) {
            (Some(at), None) => Some(FollowState::Asked {
                at,
                is_mailed: row.is_mailed,
            }),
            (None, Some(told)) => Some(FollowState::Confirmed { told }),
            (Some(_), Some(_)) | (None, None) => None,
        };
        Ok(Followed {
            filter: DecisionFilter::from_pairs(pairs),
            state: of.known("told", state)?,
        })
    });
    read.collect()
}

pub(super) fn follower(row: Columns, followed: Vec<Followed>) -> Result<Follower, StoreError> {
    let of = RowOf {
        table: "follower",
        key: &row.id,
    };
    let attempts = of.read("attempts", row.attempts.try_into())?;
    let letter = row.letter.as_deref().and_then(FollowLetter::from_code);
    let mail = match (row.mail.as_str(), letter, row.due_at, row.up_to) {
        ("nothing", None, None, None) => Some(FollowMail::Nothing),
        ("waiting", Some(letter), Some(due), None) => Some(FollowMail::Waiting {
            letter,
            attempts,
            due,
        }),
        ("sending", Some(letter), Some(until), Some(up_to)) => Some(FollowMail::Sending {
            letter,
            attempts,
            until,
            up_to,
        }),
        _ => None,
    };
    Ok(Follower {
        id: row.id.into(),
        lang: of.known("lang", Lang::from_code(&row.lang))?,
        mail: of.known("mail", mail)?,
        refusals: of.read("refusals", row.refusals.try_into())?,
        address: Personal::new(row.address),
        told_on: row.told_on,
        followed,
    })
}
