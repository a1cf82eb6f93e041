//! Services: how and when each party was served, and the period that follows.

use calendar::Offices;
use domain::decision::Decision;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey, OrganisationId, ServiceId};
use domain::period::PeriodDates;
use domain::role::UseCase;
use domain::service::{Service, ServiceDraft, ServiceFacts, ServiceLimits, ServiceMeans};
use domain::view::public::Decided;
use serde_json::{Value, json};

use crate::actor::Actor;
use crate::appeal::reopen;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::decisions::decided_on;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Records how and when a party was served, over the version that was seen; computes and stores
/// the party's period.
///
/// It may be recorded again: a posting list can show that the first day was wrong, a party that
/// the letter came later, and new instructions begin the period anew.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ServiceId,
    version: i64,
    draft: &ServiceDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "services::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordService, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let payload = record_one(&mut change, id, version, draft, register.offices()).await?;
    change
        .finish(Event::ServiceRecorded, &Subject::Service(id), &payload)
        .await
}

/// Records that several parties of a decision were served in the same way and at the same time,
/// each over the version that was seen: all of it, or nothing.
pub async fn record_many(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    chosen: &[(ServiceId, i64)],
    draft: &ServiceDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "services::record_many",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordService, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    if chosen.is_empty() {
        return Err(Refusal::at("chosen", FindingCode::NobodyChosen));
    }
    let today = change.today();
    let own = change.tx().services_of_decision(decision, today).await?;
    let mut recorded = Vec::new();
    for (id, version) in chosen {
        if !own.iter().any(|row| row.service.id == *id) {
            return Err(Refusal::NotFound);
        }
        let payload = record_one(&mut change, *id, *version, draft, register.offices()).await?;
        recorded.push(json!({ "service": id, "recorded": payload }));
    }
    change
        .finish(
            Event::ServicesRecorded,
            &Subject::Decision(decision),
            &json!({ "services": recorded }),
        )
        .await
}

/// Saves what is known of one service; gives what the audit log says of it.
async fn record_one(
    change: &mut Change,
    id: ServiceId,
    version: i64,
    draft: &ServiceDraft,
    offices: &Offices,
) -> Result<Value, Refusal> {
    let today = change.today();
    let row = change.tx().service(id, today).await?;
    let mut service = row.ok_or(Refusal::NotFound)?.service;
    let decision = change.tx().decision(service.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let limits = limits(change, &decision, service.recipient).await?;
    let before = service.facts.event_on;
    service.facts = draft.read(&limits)?;
    service.recorded_by = office(change.actor());
    service.version = version;
    let sealed = decision.sealed().ok_or(domain::decision::NotInThisState)?;
    // Facts that the calendar refuses are facts all the same: pages say why no period follows.
    let right = sealed.content.remedy.0;
    let period = service.facts.period(right, offices).ok();
    let period = period.as_ref().map(PeriodDates::from);
    let at = change.at();
    let saved = change
        .tx()
        .save_service(&service, period.as_ref(), at)
        .await?;
    fresh(saved)?;
    // A statement of legal force rested on what was recorded before.
    let reopened = reopen(change.tx(), decision.id, at, "service").await?;
    Ok(json!({
        "decision": decision.id,
        "before": before,
        "means": service.facts.means,
        "on": service.facts.event_on,
        "shown_receipt": service.facts.shown_receipt,
        "new_instructions": service.facts.new_instructions.map(|anew| anew.on),
        "last_day": period.map(|period| period.last_day),
        "reopened": reopened.map(|statement| statement.id),
    }))
}

/// Marks an organisation as a party of a frozen decision, to be served by a means: until then an
/// entry of the distribution is information only and starts no period.
pub async fn add_party(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    recipient: &str,
    means: &str,
) -> Result<ServiceId, Refusal> {
    let form = Form {
        name: "services::add_party",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordService, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let decision = change.tx().decision(id).await?.ok_or(Refusal::NotFound)?;
    decision.sealed().ok_or(domain::decision::NotInThisState)?;
    let mut findings = Findings::default();
    let unknown = FindingCode::UnknownOrganisation;
    let recipient = findings.optional::<OrganisationId>("organisation", recipient, unknown);
    let means = ServiceMeans::from_code(means.trim());
    if means.is_none() {
        findings.push(Finding::at("means", FindingCode::MeansMissing));
    }
    findings.into_result(())?;
    let (Some(recipient), Some(means)) = (recipient, means) else {
        return Err(Refusal::at("organisation", unknown));
    };
    let limits = limits(&mut change, &decision, recipient).await?;
    if !means.fits(limits.kind) {
        return Err(Refusal::at("means", FindingCode::MeansNotForRecipient));
    }
    let at = change.at();
    let service = Service {
        id: new_id(at)?,
        version: 1,
        decision: id,
        recipient,
        facts: ServiceFacts::by(means),
        recorded_by: office(change.actor()),
    };
    let taken = Refusal::taken("service", "organisation", FindingCode::PartyServedAlready);
    let added = change.tx().add_service(&service, None, at).await;
    added.map_err(taken)?;
    let reopened = reopen(change.tx(), id, at, "service").await?;
    let payload = json!({
        "decision": id,
        "recipient": recipient,
        "means": means,
        "reopened": reopened.map(|statement| statement.id),
    });
    change
        .finish(Event::PartyAdded, &Subject::Service(service.id), &payload)
        .await?;
    Ok(service.id)
}

/// What the service of a recipient is read against.
async fn limits(
    change: &mut Change,
    decision: &Decision,
    recipient: OrganisationId,
) -> Result<ServiceLimits, Refusal> {
    let organisations = change.tx().organisations().await?;
    let recipient = organisations.iter().find(|one| one.id == recipient);
    let unknown = Refusal::at("organisation", FindingCode::UnknownOrganisation);
    let decided = decision.sealed().map(decided_on);
    Ok(ServiceLimits {
        kind: recipient.ok_or(unknown)?.kind,
        decided_on: match decided {
            Some(Decided::On(day)) => Some(day),
            Some(Decided::NoLaterThan(_) | Decided::Unknown) | None => None,
        },
        today: change.today(),
    })
}

/// The office of the one who records, if it is an official.
pub(crate) fn office(actor: &Actor) -> Option<String> {
    match actor {
        Actor::Official(official) => Some(official.office.clone()),
        Actor::Operator(_) => None,
    }
}
