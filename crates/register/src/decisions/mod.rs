//! Decisions, from the draft to the publication. `docs/states/decision.md` draws the way.

mod begin;
mod draft;
mod freeze;
mod personal;
mod publish;
mod reading;
mod record;
mod sign;

pub use begin::{BeginDraft, begin};
pub(crate) use draft::storable;
pub use draft::{draft, give_back, import_draft, save_draft, send};
pub(crate) use freeze::section_number;
pub use personal::{mark_not_personal, mark_personal};
pub(crate) use publish::event_day;
pub use publish::{PublishDraft, decided_on, publish};
pub(crate) use reading::{Surroundings, surroundings};
pub use record::{RecordDraft, record_elsewhere};
pub use sign::sign;

use domain::decision::Decision;
use domain::id::DecisionId;
use store::Tx;

use crate::refusal::Refusal;

/// Loads a decision for a change made on the version that was seen.
async fn load(tx: &mut Tx, id: DecisionId, version: i64) -> Result<Decision, Refusal> {
    let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
    if decision.version == version {
        Ok(decision)
    } else {
        Err(Refusal::Stale)
    }
}
