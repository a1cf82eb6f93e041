//! The open correction of a typing error (hallintolaki 51–53 §).

use domain::decision::{Correction, CorrectionDraft, NotInThisState, Seal};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::{Role, UseCase};
use domain::service::ServiceMeans;
use serde_json::json;
use store::CorrectionNotice;

use super::event_day;
use super::load;
use super::right::right_to_sign;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::random;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Corrects the texts of a frozen decision. What stood before is kept, each party is to be told,
/// and no period changes (hallintolaki 53.2 §).
pub async fn correct(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    draft: &CorrectionDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::correct",
        key,
    };
    let begun = register
        .begin(actor, UseCase::CorrectDecision, form)
        .await?;
    let mut change = match begun {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = change.official()?;
    let decision = load(change.tx(), id, version).await?;
    let sealed = decision.sealed().ok_or(NotInThisState)?;
    // A decision maker corrects what they decide on; the registry corrects for every authority.
    if official.role == Role::DecisionMaker {
        right_to_sign(&mut change, sealed.section.series.as_str()).await?;
    }
    let (content, reason) = draft.read(&sealed.content)?;
    let correction = Correction {
        number: sealed.corrections.saturating_add(1),
        at: change.at(),
        by: official.id,
        office: official.office,
        reason,
        seal: Seal::new(&content, random()?)?,
        content,
    };
    fresh(change.tx().add_correction(id, version, &correction).await?)?;
    let payload = json!({
        "number": correction.number,
        "reason": correction.reason,
        "seal": hex::encode(correction.seal.hash),
    });
    change
        .finish(Event::DecisionCorrected, &Subject::Decision(id), &payload)
        .await
}

/// How parties were told of a correction, as typed. The places of its findings are the names of
/// the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ToldDraft {
    /// The day.
    pub told_on: String,
    /// The code of the means.
    pub means: String,
}

/// Records that every party that still waited was told of the corrections of a decision.
pub async fn tell(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    draft: &ToldDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::tell",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordService, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let office = crate::services::office(change.actor()).unwrap_or_default();
    let decision = change.tx().decision(id).await?.ok_or(Refusal::NotFound)?;
    let today = change.today();
    let mut findings = Findings::default();
    let on = event_day("told_on", &draft.told_on, decision.sealed(), today);
    let means = ServiceMeans::from_code(draft.means.trim());
    if means.is_none() {
        findings.push(Finding::at("means", FindingCode::MeansMissing));
    }
    let (Ok(on), Some(means)) = (&on, means) else {
        let mut all = on.err().unwrap_or_default();
        all.extend(findings);
        return Err(all.into());
    };
    let mut told = Vec::new();
    for notice in change.tx().correction_notices(id).await? {
        if notice.told.is_some() {
            continue;
        }
        let notice = CorrectionNotice {
            told: Some((*on, means, office.clone())),
            ..notice
        };
        change.tx().tell_of_correction(id, &notice).await?;
        told.push(notice.service);
    }
    if told.is_empty() {
        return Err(Refusal::at("told_on", FindingCode::NobodyChosen));
    }
    let payload = json!({ "on": on, "means": means, "services": told });
    change
        .finish(Event::CorrectionTold, &Subject::Decision(id), &payload)
        .await
}
