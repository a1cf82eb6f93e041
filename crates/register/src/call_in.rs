//! The call-in right (otto-oikeus, kuntalaki 92 §): the meeting that left officers' decisions as
//! they are.

use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CallInId, DecisionId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;
use store::CallIn;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// A meeting as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeetingDraft {
    /// Day of the meeting.
    pub held_on: String,
    /// Section of its minutes.
    pub section: String,
}

/// Records that a meeting left every officer's decision listed for it as it is.
///
/// `listed` are the decisions that the official saw: one that was signed meanwhile is for the
/// next meeting.
pub async fn leave_unused(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &MeetingDraft,
    listed: &[DecisionId],
) -> Result<CallInId, Refusal> {
    let form = Form {
        name: "call_in::leave_unused",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordCallIn, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let mut findings = Findings::default();
    let typed = findings.required("held_on", &draft.held_on, 20);
    let held_on = findings.date("held_on", &typed);
    if held_on.is_some_and(|day| day > change.today()) {
        findings.push(Finding::at("held_on", FindingCode::DayInFuture));
    }
    let section = findings.required("section", &draft.section, 60);
    let open = change.tx().decisions_open_to_call_in().await?;
    let mut left: Vec<DecisionId> = open.iter().map(|row| row.id).collect();
    left.retain(|id| listed.contains(id));
    if left.is_empty() {
        findings.push(Finding::at("section", FindingCode::NothingToLeave));
    }
    let section = findings.into_result(section)?;
    let meeting = CallIn {
        id: new_id(change.at())?,
        held_on: held_on.ok_or(Refusal::at("held_on", FindingCode::Missing))?,
        section,
        recorded_at: change.at(),
        recorded_by: official.id,
        office: official.office,
    };
    change.tx().add_call_in(&meeting, &left).await?;
    let payload = json!({
        "held_on": meeting.held_on,
        "section": meeting.section,
        "decisions": left,
    });
    change
        .finish(
            Event::CallInLeftUnused,
            &Subject::CallIn(meeting.id),
            &payload,
        )
        .await?;
    Ok(meeting.id)
}
