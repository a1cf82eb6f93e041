//! Claims and appeals that arrive, and how they end.

use calendar::Remedy;
use domain::decision::{Decision, NotInThisState};
use domain::event::Event;
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing};
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, FilingId, IdempotencyKey, ServiceId};
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::section::Section;
use domain::view::public::Decided;
use serde_json::{Value, json};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use crate::actor::Actor;
use crate::appeal::reopen;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::{helsinki, instant};
use crate::decisions::decided_on;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// A filing as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilingDraft {
    /// Code of the remedy.
    pub remedy: String,
    /// Day of arrival.
    pub received_on: String,
    /// Time of arrival, to the second.
    pub received_at: String,
    /// Code of the way.
    pub way: String,
    /// Who made it.
    pub filer: String,
    /// `municipal_member`, `other`, or the identity of a party's service.
    pub standing: String,
    /// Authority it was wrongly addressed to, or empty.
    pub wrongly_addressed_to: String,
    /// Body that handles it.
    pub handled_by: String,
}

/// An outcome as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutcomeDraft {
    /// Code of the outcome.
    pub kind: String,
    /// Day of the decision on the filing.
    pub on: String,
    /// Section or docket number of that decision, or empty.
    pub reference: String,
    /// Address (`series/year/section`) of the body's decision where it is in the register: it
    /// stands for the reference.
    pub decided_by: String,
    /// Day from which that decision is final, or empty.
    pub final_from: String,
}

const WORDS: usize = 300;

/// Records a claim or appeal that arrived, in time or late: a late one is registered too.
/// A statement of legal force that holds is reopened by it.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    draft: &FilingDraft,
) -> Result<FilingId, Refusal> {
    let form = Form {
        name: "filings::record",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordFiling, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let decision = change
        .tx()
        .decision(decision)
        .await?
        .ok_or(Refusal::NotFound)?;
    let facts = read(&mut change, &decision, draft).await?;
    let at = change.at();
    let filing = Filing {
        id: new_id(at)?,
        version: 1,
        decision: decision.id,
        facts,
        outcome: None,
    };
    change.tx().add_filing(&filing, at).await?;
    finish(change, Event::FilingRecorded, &filing).await?;
    Ok(filing.id)
}

/// Corrects what was recorded of a filing, over the version that was seen.
pub async fn correct(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: FilingId,
    version: i64,
    draft: &FilingDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "filings::correct",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordFiling, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut filing = change.tx().filing(id).await?.ok_or(Refusal::NotFound)?;
    let decision = change.tx().decision(filing.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    filing.facts = read(&mut change, &decision, draft).await?;
    filing.version = version;
    let at = change.at();
    fresh(change.tx().save_filing(&filing, at).await?)?;
    finish(change, Event::FilingRecorded, &filing).await
}

/// Records how a filing ended, over the version that was seen.
pub async fn decide(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: FilingId,
    version: i64,
    draft: &OutcomeDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "filings::decide",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordFiling, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut filing = change.tx().filing(id).await?.ok_or(Refusal::NotFound)?;
    let today = change.today();
    let received = helsinki(filing.facts.received_at).date();
    let mut outcome = draft.read(received, today)?;
    if let Some(section) = draft.decided_by()? {
        let decided = change.tx().decision_at(&section).await?;
        decided.ok_or(Refusal::at("decided_by", FindingCode::UnknownDecision))?;
        outcome.reference = section.to_string();
    }
    filing.outcome = Some(outcome);
    filing.version = version;
    let at = change.at();
    fresh(change.tx().save_filing(&filing, at).await?)?;
    finish(change, Event::FilingDecided, &filing).await
}

/// Writes the event. Whatever is recorded of a filing, a statement of legal force rested on it.
async fn finish(mut change: Box<Change>, event: Event, filing: &Filing) -> Result<(), Refusal> {
    let at = change.at();
    let reason = "filing";
    let reopened = reopen(change.tx(), filing.decision, at, reason).await?;
    let mut payload = logged(filing);
    payload["reopened"] = json!(reopened.map(|statement| statement.id));
    change
        .finish(event, &Subject::Filing(filing.id), &payload)
        .await
}

/// What the audit log says of a filing. Who made it stays out of the log: the filing has it.
pub(crate) fn logged(filing: &Filing) -> Value {
    let outcome = filing.outcome.as_ref();
    json!({
        "decision": filing.decision,
        "remedy": filing.facts.remedy.code(),
        "received_at": filing.facts.received_at.unix_timestamp(),
        "way": filing.facts.way,
        "outcome": outcome.map(|outcome| outcome.kind),
        "outcome_on": outcome.map(|outcome| outcome.on),
        "final_from": outcome.and_then(|outcome| outcome.final_from),
    })
}

async fn read(
    change: &mut Change,
    decision: &Decision,
    draft: &FilingDraft,
) -> Result<FilingFacts, Refusal> {
    let sealed = decision.sealed().ok_or(NotInThisState)?;
    let decided = match decided_on(sealed) {
        Decided::On(day) => Some(day),
        Decided::NoLaterThan(_) | Decided::Unknown => None,
    };
    let now = change.at();
    let services = change
        .tx()
        .services_of_decision(decision.id, helsinki(now).date())
        .await?;
    let services: Vec<ServiceId> = services.iter().map(|row| row.service.id).collect();
    Ok(draft.read(&services, decided, now)?)
}

impl FilingDraft {
    fn read(
        &self,
        services: &[ServiceId],
        decided: Option<Date>,
        now: OffsetDateTime,
    ) -> Result<FilingFacts, Findings> {
        let mut findings = Findings::default();
        let remedy = self.remedy.trim().parse::<Remedy>().ok();
        if remedy.is_none() {
            findings.push(Finding::at("remedy", FindingCode::RemedyMissing));
        }
        let received_at = self.received(&mut findings, decided, now);
        let way = FilingWay::from_code(self.way.trim());
        if way.is_none() {
            findings.push(Finding::at("way", FindingCode::UnknownChoice));
        }
        let standing = match self.standing.trim() {
            "municipal_member" => Some(Standing::MunicipalMember),
            "other" => Some(Standing::Other),
            party => services
                .iter()
                .find(|service| service.to_string() == party)
                .map(|service| Standing::Party(*service)),
        };
        if standing.is_none() {
            findings.push(Finding::at("standing", FindingCode::UnknownChoice));
        }
        let filer = findings.required("filer", &self.filer, WORDS);
        let wrongly = findings.text("wrongly_addressed_to", &self.wrongly_addressed_to, WORDS);
        let handled_by = findings.required("handled_by", &self.handled_by, WORDS);
        let (Some(remedy), Some(received_at), Some(way), Some(standing)) =
            (remedy, received_at, way, standing)
        else {
            return Err(findings);
        };
        findings.into_result(FilingFacts {
            remedy,
            received_at,
            way,
            filer: Personal::new(filer),
            standing,
            wrongly_addressed_to: wrongly,
            handled_by,
        })
    }

    /// The moment of arrival: typed as Helsinki time, neither in the future nor before the
    /// decision.
    fn received(
        &self,
        findings: &mut Findings,
        decided: Option<Date>,
        now: OffsetDateTime,
    ) -> Option<OffsetDateTime> {
        for (place, typed) in [
            ("received_on", &self.received_on),
            ("received_at", &self.received_at),
        ] {
            if typed.trim().is_empty() {
                findings.push(Finding::at(place, FindingCode::Missing));
            }
        }
        let day = findings.date("received_on", &self.received_on);
        let time = findings.time("received_at", &self.received_at);
        if let (Some(day), Some(decided)) = (day, decided)
            && day < decided
        {
            findings.push(Finding::at("received_on", FindingCode::DayBeforeDecision));
        }
        let Some(received) = instant(PrimitiveDateTime::new(day?, time?)) else {
            findings.push(Finding::at("received_at", FindingCode::NotATime));
            return None;
        };
        if received > now {
            findings.push(Finding::at("received_on", FindingCode::DayInFuture));
        }
        Some(received)
    }
}

impl OutcomeDraft {
    /// The place of the body's decision in the register, if one was chosen.
    fn decided_by(&self) -> Result<Option<Section>, Findings> {
        let mut findings = Findings::default();
        let unknown = FindingCode::UnknownDecision;
        let section = findings.optional("decided_by", &self.decided_by, unknown);
        findings.into_result(section)
    }

    fn read(&self, received: Date, today: Date) -> Result<Outcome, Findings> {
        let mut findings = Findings::default();
        let kind = OutcomeKind::from_code(self.kind.trim());
        if kind.is_none() {
            findings.push(Finding::at("kind", FindingCode::UnknownChoice));
        }
        if self.on.trim().is_empty() {
            findings.push(Finding::at("on", FindingCode::Missing));
        }
        let on = findings.date("on", &self.on);
        if on.is_some_and(|on| on > today) {
            findings.push(Finding::at("on", FindingCode::DayInFuture));
        }
        if on.is_some_and(|on| on < received) {
            findings.push(Finding::at("on", FindingCode::DayBeforeFiling));
        }
        let reference = findings.text("reference", &self.reference, WORDS);
        let final_from = findings.date("final_from", &self.final_from);
        if let (Some(on), Some(final_from)) = (on, final_from)
            && final_from < on
        {
            findings.push(Finding::at("final_from", FindingCode::DayBeforeDecision));
        }
        let (Some(kind), Some(on)) = (kind, on) else {
            return Err(findings);
        };
        findings.into_result(Outcome {
            kind,
            on,
            reference,
            final_from,
        })
    }
}
