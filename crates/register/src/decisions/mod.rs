//! Decisions, from the draft to the publication. `docs/states/decision.md` draws the way.

mod draft;
mod freeze;
mod publish;
mod reading;
mod record;
mod sign;

pub(crate) use draft::checked;
pub use draft::{draft, give_back, import_draft, save_draft, send};
pub(crate) use freeze::section_number;
pub(crate) use publish::event_day;
pub use publish::{PublishDraft, decided_on, publish};
pub(crate) use reading::{Against, read};
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
