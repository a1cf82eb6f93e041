//! Following decisions by e-mail: asking, confirming from a mail, stopping.
//! `docs/states/follower.md` draws the life of a follower.
//!
//! None of it is an audit event: the log is kept for good, and of who stopped nothing may be left.
//! Times are the session clock's, but for the day on which somebody is told.

mod key;
mod letter;
mod request;
mod rounds;

pub use key::FollowKey;
pub use request::{Answer, Request, ask};
pub(crate) use rounds::keep_up;

use domain::follow::{FollowState, Follower, followable};
use domain::id::FollowerId;
use domain::view::decision_list::{DecisionFilter, FilterPart};
use domain::view::follow::{FilterNames, FollowOffer, FollowedLine};
use store::{Audience, Tx};
use time::{Date, Duration, OffsetDateTime};

use crate::refusal::Refusal;
use crate::register::Register;

/// How long the link of a mail works at least, while its follower follows anything.
const KEYS: Duration = Duration::days(400);
/// Over how long requests are counted.
const WINDOW: Duration = Duration::DAY;

/// What somebody would follow who follows a list.
pub async fn offer(register: &Register, filter: &DecisionFilter) -> Result<FollowOffer, Refusal> {
    let today = register.clock().today();
    let followed = followable(filter);
    let mut tx = register.read().await?;
    let mut left_out = [FilterPart::From, FilterPart::Until, FilterPart::Stage].into_iter();
    Ok(FollowOffer {
        names: names(&mut tx, &followed, today).await?,
        leaves_out: left_out.any(|part| filter.value(part).is_some()),
        filter: followed,
    })
}

/// What the follower to whom a key was mailed follows, and was asked to confirm.
pub async fn followed(register: &Register, key: &FollowKey) -> Result<Vec<FollowedLine>, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let follower = load(&mut tx, key).await?;
    let mut lines = Vec::new();
    for one in &follower.followed {
        lines.push(FollowedLine {
            names: names(&mut tx, &one.filter, today).await?,
            filter: one.filter.clone(),
            is_confirmed: matches!(one.state, FollowState::Confirmed { .. }),
        });
    }
    Ok(lines)
}

/// Confirms what was asked for; what is published from now on is told.
pub async fn confirm(
    register: &Register,
    key: &FollowKey,
    filter: &DecisionFilter,
) -> Result<(), Refusal> {
    let mut tx = register.store().write().await?;
    let follower = load(&mut tx, key).await?;
    let told = tx.last_publication().await?;
    let confirmed = follower.confirm(&followable(filter), told);
    let confirmed = confirmed.map_err(|_| Refusal::NotFound)?;
    tx.save_follower(&confirmed).await?;
    Ok(tx.commit().await?)
}

/// Stops following something. Says whether the key still opens anything: with the last thing the
/// address and all its keys are removed.
pub async fn stop(
    register: &Register,
    key: &FollowKey,
    filter: &DecisionFilter,
) -> Result<bool, Refusal> {
    let mut tx = register.store().write().await?;
    let follower = load(&mut tx, key).await?;
    let id = follower.id;
    let left = follower.stop(&followable(filter));
    let is_left = left.is_some();
    keep(&mut tx, id, left).await?;
    tx.commit().await?;
    Ok(is_left)
}

/// Stops following everything and removes the address, whether or not the key was known: who
/// presses twice has what was wanted.
pub async fn stop_all(register: &Register, key: &FollowKey) -> Result<(), Refusal> {
    let mut tx = register.store().write().await?;
    if let Some(follower) = tx.follower_of_key(&key.hash()).await? {
        tx.remove_follower(follower.id).await?;
    }
    Ok(tx.commit().await?)
}

/// Removes old keys and counts; part of the daily clean-up.
pub(crate) async fn forget(tx: &mut Tx, now: OffsetDateTime) -> Result<(u64, u64), Refusal> {
    let keys = tx.forget_follower_keys(now.saturating_sub(KEYS)).await?;
    let requests = tx
        .forget_follow_requests(now.saturating_sub(WINDOW))
        .await?;
    Ok((keys, requests))
}

async fn load(tx: &mut Tx, key: &FollowKey) -> Result<Follower, Refusal> {
    let follower = tx.follower_of_key(&key.hash()).await?;
    follower.ok_or(Refusal::NotFound)
}

/// Saves what is left of a follower, or removes it.
async fn keep(tx: &mut Tx, id: FollowerId, left: Option<Follower>) -> Result<(), Refusal> {
    match left {
        Some(follower) => tx.save_follower(&follower).await?,
        None => {
            tx.remove_follower(id).await?;
        }
    }
    Ok(())
}

/// What the parts of a filter are called, as everybody may know it.
async fn names(tx: &mut Tx, filter: &DecisionFilter, today: Date) -> Result<FilterNames, Refusal> {
    /// Funders that a list offers.
    const FUNDERS: u32 = 100;
    let mut names = FilterNames::default();
    if let Some(series) = &filter.series {
        let all = tx.published_series().await?;
        let of_it = all.into_iter().find(|(slug, _)| slug == series);
        names.decision_maker = of_it.map(|(_, maker)| maker);
    }
    if let Some(slug) = &filter.project {
        let project = tx.project_by_slug(slug, Audience::Everybody).await?;
        names.project = project.map(|project| project.facts.name);
    }
    if let Some(funder) = filter.funder {
        let all = tx.public_funders(today, FUNDERS).await?;
        let of_it = all.into_iter().find(|(id, _)| *id == funder);
        names.funder = of_it.map(|(_, name)| name);
    }
    Ok(names)
}
