//! The way of a case from state to state. `docs/states/case.md` draws it.

use domain::case::{CannotMove, CaseRecord, CaseState, CaseStep, CaseWork};
use domain::decision::NotInThisState;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;
use time::Date;

use super::kept;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::services::office;

/// A move as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MoveDraft {
    /// The day of the move.
    pub moved_on: String,
    /// Why; needed to reopen, and to close what nothing was decided in.
    pub reason: String,
}

const REASON: usize = 1_000;

/// Records that the case is resolved by its decisions.
pub async fn resolve(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    draft: &MoveDraft,
) -> Result<(), Refusal> {
    let name = "cases::moves::resolve";
    let moved = (name, Event::CaseResolved);
    let to = |state: CaseState, work| state.resolve(work);
    go(register, actor, key, (id, version), draft, moved, to).await
}

/// Closes the case; its retention begins. One in which nothing was decided needs a reason.
pub async fn close(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    draft: &MoveDraft,
) -> Result<(), Refusal> {
    let moved = ("cases::moves::close", Event::CaseClosed);
    let to = |state: CaseState, work| state.close(work);
    go(register, actor, key, (id, version), draft, moved, to).await
}

/// Makes a resolved or closed case pending again, openly: the step and its reason stay.
pub async fn reopen(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    draft: &MoveDraft,
) -> Result<(), Refusal> {
    let moved = ("cases::moves::reopen", Event::CaseReopened);
    let to = |state: CaseState, _| state.reopen();
    go(register, actor, key, (id, version), draft, moved, to).await
}

async fn go(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (id, version): (CaseId, i64),
    draft: &MoveDraft,
    (name, event): (&'static str, Event),
    to: impl Fn(CaseState, CaseWork) -> Result<CaseState, CannotMove>,
) -> Result<(), Refusal> {
    let form = Form { name, key };
    let mut change = match register.begin(actor, UseCase::CloseCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let record = kept(&mut change, id).await?;
    if record.case.version != version {
        return Err(Refusal::Stale);
    }
    let work = change.tx().case_work(id).await?;
    let state = to(record.state, work)?;
    let needs_reason =
        state == CaseState::Pending || (state == CaseState::Closed && work.decided == 0);
    let steps = change.tx().case_steps(id).await?;
    let last = steps.last().map(|step| step.on);
    let (on, reason) = read(draft, needs_reason, last, change.today())?;
    let step = CaseStep {
        state,
        on,
        reason,
        office: office(change.actor()),
    };
    save(&mut change, &record, &step).await?;
    let payload = json!({
        "from": record.state.code(),
        "to": state.code(),
        "on": step.on,
        "reason": step.reason,
    });
    change.finish(event, &Subject::Case(id), &payload).await
}

async fn save(change: &mut Change, record: &CaseRecord, step: &CaseStep) -> Result<(), Refusal> {
    let closed_on = (step.state == CaseState::Closed).then_some(step.on);
    let (id, at) = (record.case.id, change.at());
    Ok(change.tx().move_case(id, step, closed_on, at).await?)
}

/// The day and the reason: not in the future, not before the last step.
fn read(
    draft: &MoveDraft,
    needs_reason: bool,
    last: Option<Date>,
    today: Date,
) -> Result<(Date, String), Findings> {
    let mut findings = Findings::default();
    let on = findings.past_day("moved_on", &draft.moved_on, today);
    if let (Some(on), Some(last)) = (on, last)
        && on < last
    {
        findings.push(Finding::at("moved_on", FindingCode::DayBeforeCase));
    }
    let reason = if needs_reason {
        findings.required("reason", &draft.reason, REASON)
    } else {
        findings.text("reason", &draft.reason, REASON)
    };
    match on {
        Some(on) => findings.into_result((on, reason)),
        None => Err(findings),
    }
}

impl From<CannotMove> for Refusal {
    fn from(error: CannotMove) -> Self {
        let code = match error {
            CannotMove::State => return NotInThisState.into(),
            CannotMove::NothingDecided => FindingCode::NothingDecided,
            CannotMove::Undecided => FindingCode::DecisionUnfinished,
            CannotMove::FilingOpen => FindingCode::FilingWaits,
        };
        Self::at("moved_on", code)
    }
}
