//! The mails of followers.

use std::collections::BTreeMap;

use domain::city::City;
use domain::follow::{FollowKind, Follower};
use domain::period::{PeriodDates, Phase};
use domain::view::decision_list::{Counted, DecisionFilter};
use store::{PublishedRow, Tx};
use time::{OffsetDateTime, PrimitiveDateTime};
use uuid::Uuid;
use wording::mail::Letter;
use wording::mail::follow::{self as texts, Confirmation, News, Published};

use super::FollowKey;
use crate::ids::new_id;
use crate::mail::{Mail, Mailer};
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions that a mail shows.
const SHOWN: usize = 20;
/// How many are counted: more than are published in a day, unless many are recorded at once.
const COUNTED: usize = 1_000;
/// Decisions that are asked for at once.
const CHUNK: u32 = 100;

/// The mail that asks for a confirmation; `None` where nothing is asked for any more.
pub(super) async fn confirmation(
    mailer: &Mailer,
    tx: &mut Tx,
    follower: &Follower,
    key: &FollowKey,
    moment: OffsetDateTime,
) -> Result<Option<Mail>, Refusal> {
    let mut kinds: Vec<FollowKind> = follower.to_confirm().map(FollowKind::of).collect();
    if kinds.is_empty() {
        return Ok(None);
    }
    kinds.sort_unstable();
    kinds.dedup();
    let about = Confirmation {
        city: &city(tx).await?,
        kinds: &kinds,
        page_url: &page_url(mailer, follower, key),
    };
    let letter = texts::confirmation(&about, follower.lang);
    mail(mailer, follower, key, moment, letter).map(Some)
}

/// The mail that tells what was published and is followed, in the language of the follower; `None`
/// where nothing was.
pub(super) async fn news(
    register: &Register,
    mailer: &Mailer,
    tx: &mut Tx,
    follower: &Follower,
    key: &FollowKey,
    moment: OffsetDateTime,
) -> Result<Option<Mail>, Refusal> {
    let now = register.clock().now_in_helsinki();
    // One list of all that is followed: what two filters leave is told once.
    let mut found = BTreeMap::new();
    let mut is_more = false;
    for (filter, told) in follower.confirmed() {
        is_more |= find(tx, filter, told, now, &mut found).await?;
    }
    if found.is_empty() {
        return Ok(None);
    }
    let number = u64::try_from(found.len()).unwrap_or(u64::MAX);
    let newest = found.into_values().rev().take(SHOWN);
    let shown: Vec<Published> = newest
        .map(|row| published(mailer, follower, row, now))
        .collect();
    let about = News {
        city: &city(tx).await?,
        shown: &shown,
        total: Counted { number, is_more },
        list_url: &mailer.page_address(follower.lang, "/paatokset"),
        page_url: &page_url(mailer, follower, key),
    };
    let letter = texts::news(&about, follower.lang);
    mail(mailer, follower, key, moment, letter).map(Some)
}

/// Adds what a filter leaves of what was published after a publication, by its number. Says
/// whether there may be more than was looked at.
async fn find(
    tx: &mut Tx,
    filter: &DecisionFilter,
    told: i64,
    now: PrimitiveDateTime,
    found: &mut BTreeMap<i64, PublishedRow>,
) -> Result<bool, Refusal> {
    let mut before = None;
    loop {
        let rows = tx.published_chunk(filter, now, before, CHUNK).await?;
        let last = rows.last().map(|row| row.publication_number);
        let new = rows.into_iter().filter(|row| row.publication_number > told);
        let added = new.map(|row| (row.publication_number, row));
        found.extend(added);
        match last {
            Some(number) if number > told && found.len() < COUNTED => before = Some(number),
            last => return Ok(last.is_some_and(|number| number > told)),
        }
    }
}

fn published(
    mailer: &Mailer,
    follower: &Follower,
    row: PublishedRow,
    now: PrimitiveDateTime,
) -> Published {
    let is_running = |period: &PeriodDates| matches!(period.phase(now), Phase::Running { .. });
    Published {
        url: mailer.public_address(follower.lang, &row.section),
        period: row.period.filter(is_running),
        decision_maker: row.decision_maker,
        section: row.section,
        title: row.title,
    }
}

async fn city(tx: &mut Tx) -> Result<City, Refusal> {
    let stored = tx.register().await?;
    Ok(stored.ok_or(Refusal::NotFound)?.city)
}

fn page_url(mailer: &Mailer, follower: &Follower, key: &FollowKey) -> String {
    mailer.page_address(follower.lang, &format!("/seuraa/{}", key.as_str()))
}

fn mail(
    mailer: &Mailer,
    follower: &Follower,
    key: &FollowKey,
    moment: OffsetDateTime,
    letter: Letter,
) -> Result<Mail, Refusal> {
    let id: Uuid = new_id(moment)?;
    Ok(Mail {
        id,
        to: follower.address.clone(),
        at: moment,
        subject: letter.subject,
        body: letter.body,
        stop_url: Some(format!("{}/lopeta", page_url(mailer, follower, key))),
    })
}
