//! Statements of legal force, their reopening, and the certificates given of them.

use domain::decision::NotInThisState;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CertificateId, DecisionId, IdempotencyKey};
use domain::legal_force::LegalForce;
use domain::role::UseCase;
use serde_json::{Value, json};
use store::Certificate;
use time::Date;

use crate::actor::Actor;
use crate::appeal::{facts, reopen};
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::documents::certificate_content;
use crate::extracts::code;
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// A statement as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatementDraft {
    /// Day on which the registry was asked for filings.
    pub registry_checked_on: String,
    /// Day on which the administrative court was asked.
    pub court_checked_on: String,
}

/// States that a decision is final, from the earliest day on which it can be.
///
/// Refused while anything stands in the way, and until both were asked on that day or later: a
/// filing may have arrived on the last one.
pub async fn state(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    draft: &StatementDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "legal_force::state",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::StateLegalForce, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = change.official()?;
    let decision = change
        .tx()
        .decision(decision)
        .await?
        .ok_or(Refusal::NotFound)?;
    decision.sealed().ok_or(NotInThisState)?;
    let today = change.today();
    let facts = facts(change.tx(), &decision, register.offices(), today).await?;
    let not_yet = || Refusal::at("registry_checked_on", FindingCode::NotFinalYet);
    let from = facts.earliest_finality().map_err(|_| not_yet())?;
    if from > today {
        return Err(not_yet());
    }
    let (registry_checked_on, court_checked_on) = draft.read(from, today)?;
    let at = change.at();
    let statement = LegalForce {
        id: new_id(at)?,
        decision: decision.id,
        from,
        registry_checked_on,
        court_checked_on,
        stated_at: at,
        stated_by: official.id,
        office: official.office,
        reopened: None,
    };
    let added = change.tx().add_legal_force(&statement).await;
    let taken = FindingCode::StatedAlready;
    added.map_err(Refusal::taken("legal_force", "registry_checked_on", taken))?;
    let mut payload = logged(&statement);
    let last_days = facts.periods().map(|period| period.last_day);
    payload["last_days"] = json!(last_days.collect::<Vec<Date>>());
    change
        .finish(
            Event::LegalForceStated,
            &Subject::LegalForce(statement.id),
            &payload,
        )
        .await
}

/// What the audit log says of a statement.
pub(crate) fn logged(statement: &LegalForce) -> Value {
    json!({
        "decision": statement.decision,
        "from": statement.from,
        "registry_checked_on": statement.registry_checked_on,
        "court_checked_on": statement.court_checked_on,
    })
}

/// Reopens the statement that holds, with a reason for those who relied on it. Its certificates
/// are void from then on.
pub async fn reopen_statement(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "legal_force::reopen_statement",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::StateLegalForce, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut findings = Findings::default();
    let reason = findings.required("reason", reason, 1_000);
    let reason = findings.into_result(reason)?;
    let at = change.at();
    let reopened = reopen(change.tx(), decision, at, &reason).await?;
    let statement = reopened.ok_or(NotInThisState)?;
    let payload = json!({ "decision": decision, "reason": reason });
    change
        .finish(
            Event::LegalForceReopened,
            &Subject::LegalForce(statement.id),
            &payload,
        )
        .await
}

/// Gives a certificate of the statement that holds; what it prints is kept with it, and its footer
/// gives the address of the decision under `public_url`. Refused while none does, and where what was
/// recorded since would give another day.
pub async fn certify(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    place: &str,
    public_url: &str,
) -> Result<CertificateId, Refusal> {
    let form = Form {
        name: "legal_force::certify",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::StateLegalForce, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let mut findings = Findings::default();
    let place = findings.required("place", place, 100);
    let place = findings.into_result(place)?;
    let decision = change
        .tx()
        .decision(decision)
        .await?
        .ok_or(Refusal::NotFound)?;
    let today = change.today();
    let facts = facts(change.tx(), &decision, register.offices(), today).await?;
    let holds = facts
        .legal_force
        .as_ref()
        .filter(|statement| statement.reopened.is_none());
    let statement = match (holds, facts.earliest_finality()) {
        (Some(statement), Ok(from)) if statement.from == from => statement,
        _ => return Err(Refusal::at("place", FindingCode::NotFinalYet)),
    };
    let certificate = Certificate {
        id: new_id(change.at())?,
        legal_force: statement.id,
        issued_at: change.at(),
        issued_by: official.id,
        office: official.office,
        place,
        code: code()?,
    };
    let tx = change.tx();
    let content = certificate_content(register, tx, &certificate, statement, public_url).await?;
    let document = serde_json::to_string(&content)?;
    change.tx().add_certificate(&certificate, &document).await?;
    let payload = json!({
        "decision": decision.id,
        "legal_force": statement.id,
        "from": statement.from,
        "place": certificate.place,
        "office": certificate.office,
        "code": certificate.code,
    });
    change
        .finish(
            Event::LegalForceCertified,
            &Subject::Certificate(certificate.id),
            &payload,
        )
        .await?;
    Ok(certificate.id)
}

impl StatementDraft {
    fn read(&self, from: Date, today: Date) -> Result<(Date, Date), Findings> {
        let mut findings = Findings::default();
        let mut day = |place: &str, typed: &str| {
            let typed = findings.required(place, typed, 20);
            let day = findings.date(place, &typed)?;
            if day > today {
                findings.push(Finding::at(place, FindingCode::DayInFuture));
            }
            if day < from {
                findings.push(Finding::at(place, FindingCode::CheckedTooEarly));
            }
            Some(day)
        };
        let registry = day("registry_checked_on", &self.registry_checked_on);
        let court = day("court_checked_on", &self.court_checked_on);
        match (registry, court) {
            (Some(registry), Some(court)) if findings.is_empty() => Ok((registry, court)),
            _ => Err(findings),
        }
    }
}
