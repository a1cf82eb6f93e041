//! Where case numbers come from: the city's case system, or this register from a day on.

use domain::case::{CaseNumbering, numbering_on};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::IdempotencyKey;
use domain::role::UseCase;
use domain::section::Numbering;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::Refusal;
use crate::register::Register;

/// A setting as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NumberingDraft {
    /// Code of where the numbers come from.
    pub numbering: String,
    /// First day on which it holds.
    pub first_day: String,
}

/// Sets where numbers come from, from today or a later day on: what was opened keeps its number.
pub async fn set(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &NumberingDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::numbering::set",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::SetCaseNumbering, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let today = change.today();
    let mut findings = Findings::default();
    let numbering = Numbering::from_code(draft.numbering.trim());
    if numbering.is_none() {
        findings.push(Finding::at("numbering", FindingCode::UnknownChoice));
    }
    let first_day = findings.required_day("first_day", &draft.first_day);
    if first_day.is_some_and(|day| day < today) {
        findings.push(Finding::at("first_day", FindingCode::DayPassed));
    }
    let (Some(numbering), Some(first_day)) = (numbering, first_day) else {
        return Err(findings.into());
    };
    findings.into_result(())?;
    let settings = change.tx().case_numberings().await?;
    let before = numbering_on(&settings, first_day);
    let setting = CaseNumbering {
        first_day,
        numbering,
    };
    change.tx().set_case_numbering(setting).await?;
    let payload = json!({
        "first_day": first_day,
        "numbering": numbering,
        "before": before,
    });
    change
        .finish(Event::CaseNumberingSet, &Subject::Register, &payload)
        .await
}
