//! What is kept beside a draft while it is written: text that was not saved, and who has it open.
//!
//! Neither is a fact of the register. A draft changes only when its official saves it, so that
//! nothing here raises a version or writes an event; and whoever loses a presence or an autosave
//! loses a comfort.

use domain::decision::DecisionDraft;
use domain::id::{DecisionId, UserId};
use domain::role::UseCase;
use domain::view::desk::{Present, Unsaved};
use store::{Autosave, Tx};
use time::{Duration, OffsetDateTime};

use crate::actor::Actor;
use crate::clock::helsinki;
use crate::decisions::storable;
use crate::refusal::Refusal;
use crate::register::Register;

/// Who was not heard of for so long has left the draft. A browser tells when the form is opened and
/// while one types: were it to tell all the time, no session would ever end for want of use.
pub const GONE: Duration = Duration::minutes(30);
/// How long unsaved text is kept.
pub const KEPT: Duration = Duration::days(30);

/// What an official finds who opens the form of a draft.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opened {
    /// Text that this official typed and did not save.
    pub unsaved: Option<Unsaved>,
    /// Who else has the draft open.
    pub others: Vec<Present>,
}

/// Records that an official has the form of a draft open, and tells what waits there.
pub async fn open(register: &Register, actor: &Actor, id: DecisionId) -> Result<Opened, Refusal> {
    let (mut tx, official, draft) = begin(register, actor, id).await?;
    let now = register.clock().now();
    let others = see(&mut tx, official, id, now).await?;
    let kept = tx.autosave(official, id).await?;
    tx.commit().await?;
    // What is the same as the saved draft was saved after all.
    let unsaved = kept.filter(|kept| kept.draft != draft).map(unsaved);
    Ok(Opened { unsaved, others })
}

/// Keeps what an official typed on a version of a draft, without saving it.
pub async fn keep(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
    version: i64,
    draft: &DecisionDraft,
) -> Result<Vec<Present>, Refusal> {
    let (mut tx, official, saved) = begin(register, actor, id).await?;
    let mut draft = storable(draft)?;
    draft.is_imported = saved.is_imported;
    let now = register.clock().now();
    let kept = Autosave {
        version,
        draft,
        saved_at: now,
    };
    tx.keep_autosave(official, id, &kept).await?;
    let others = see(&mut tx, official, id, now).await?;
    tx.commit().await?;
    Ok(others)
}

/// What an official typed and did not save.
pub async fn unsaved_text(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
) -> Result<Option<Unsaved>, Refusal> {
    let official = may(actor)?;
    let mut tx = register.read().await?;
    Ok(tx.autosave(official, id).await?.map(unsaved))
}

/// Throws it away.
pub async fn discard(register: &Register, actor: &Actor, id: DecisionId) -> Result<(), Refusal> {
    let official = may(actor)?;
    let mut tx = register.store().write().await?;
    tx.discard_autosave(official, id).await?;
    Ok(tx.commit().await?)
}

/// Only who may draft has something beside a draft.
fn may(actor: &Actor) -> Result<UserId, Refusal> {
    match actor.user() {
        Some(user) if actor.may(UseCase::DraftDecision) => Ok(user),
        _ => Err(Refusal::Forbidden),
    }
}

async fn begin(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
) -> Result<(Tx, UserId, DecisionDraft), Refusal> {
    let official = may(actor)?;
    let mut tx = register.store().write().await?;
    let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
    let draft = decision.draft()?.clone();
    Ok((tx, official, draft))
}

async fn see(
    tx: &mut Tx,
    official: UserId,
    id: DecisionId,
    now: OffsetDateTime,
) -> Result<Vec<Present>, Refusal> {
    let gone = now.saturating_sub(GONE);
    tx.see_at_draft(official, id, now, gone).await?;
    let others = tx.others_at_draft(official, id, gone).await?;
    Ok(others
        .into_iter()
        .map(|other| Present {
            name: other.name,
            office: other.office,
            since: helsinki(other.since),
        })
        .collect())
}

fn unsaved(kept: Autosave) -> Unsaved {
    Unsaved {
        version: kept.version,
        draft: kept.draft,
        at: helsinki(kept.saved_at),
    }
}
