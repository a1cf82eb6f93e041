//! Decisions, from the draft to what becomes of them. `docs/states/decision.md` draws the way.

mod begin;
mod correct;
mod draft;
mod freeze;
mod hand_back;
mod personal;
mod publish;
mod reading;
mod record;
mod right;
mod schedule;
mod sign;

pub use begin::{BeginDraft, begin};
pub use correct::{ToldDraft, correct, tell};
pub(crate) use draft::{checked, storable};
pub use draft::{draft, import_draft, save_draft, send};
pub(crate) use freeze::section_number;
pub use hand_back::{abandon, give_back, recall, state_conflict, take_up};
pub use personal::{mark_not_personal, mark_personal};
pub(crate) use publish::event_day;
pub use publish::{PublishDraft, Published, decided_on, publish};
pub(crate) use reading::{Surroundings, surroundings};
pub use record::{RecordDraft, record_elsewhere};
pub use schedule::unschedule;
pub(crate) use schedule::{proposal, publish_due};
pub use sign::{SignDraft, sign};

use domain::decision::{Decision, NotInThisState};
use domain::id::{CaseId, DecisionId};
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

/// Refuses what would begin a decision in a case that is closed or disposed of.
async fn takes_decisions(tx: &mut Tx, case: CaseId) -> Result<(), Refusal> {
    let record = tx.case_record(case).await?.ok_or(Refusal::NotFound)?;
    if record.state.takes_decisions() {
        Ok(())
    } else {
        Err(NotInThisState.into())
    }
}
