//! Freezing: signing here, or recording what was decided elsewhere.

use domain::decision::{Decision, DecisionDraft, MadeElsewhere, Seal, Sealed, Signature};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::section::{Numbering, Section, SectionSeries};
use domain::service::Service;
use serde_json::json;

use super::draft::{checked, signs_in};
use super::load;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::ids::{new_id, random};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Signs a decision in the actor's own section series.
///
/// The caller has asked for the password again ([`crate::sessions::reauthenticate`]). `section`
/// is the number typed after the § sign where the city's case system gives it; the one in the
/// draft holds where nothing was typed. In a series that is numbered here it is not looked at.
pub async fn sign(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    section: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::sign",
        key,
    };
    let mut change = match register.begin(actor, UseCase::SignDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let decision = load(change.tx(), id, version).await?;
    let draft = awaiting(&decision)?.clone();
    if !signs_in(change.actor(), &draft.series) {
        return Err(Refusal::Forbidden);
    }
    let (content, series) = checked(change.tx(), &decision, &draft).await?;
    let year = year_of(helsinki(change.at()).date());
    let typed = if section.trim().is_empty() {
        &draft.section
    } else {
        section
    };
    let section = numbered(&mut change, &series, year, typed).await?;
    let sealed = Sealed {
        section,
        seal: Seal::new(&content, random()?)?,
        content,
        signature: Signature::Here {
            at: change.at(),
            by: official.id,
            name: official.name,
        },
    };
    let signed = decision.sign(sealed)?;
    freeze(change, signed, Event::DecisionSigned).await
}

/// What is known of a decision made elsewhere, as typed. The places of its findings are the
/// names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecordDraft {
    /// Year of the section number; the year of the decision's day where nothing is typed.
    pub year: String,
    /// Number after the § sign; the one in the draft where nothing is typed.
    pub section: String,
    /// Day of the decision or the meeting, or empty where unknown.
    pub decided_on: String,
    /// Day by which it must have been made, where only that is known.
    pub no_later_than: String,
    /// Where it was recorded from.
    pub source: String,
}

/// Records a draft as a decision that was made elsewhere: by a body, or before the register.
pub async fn record_elsewhere(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    record: &RecordDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::record_elsewhere",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let decision = load(change.tx(), id, version).await?;
    let draft = decision.draft()?.clone();
    let today = helsinki(change.at()).date();
    // Both forms are read before either refuses, so that everything missing is said at once.
    let made = record.read(today);
    let content = checked(change.tx(), &decision, &draft).await;
    let (made, content, series) = match (made, content) {
        (Ok(made), Ok((content, series))) => (made, content, series),
        (Err(mut findings), Err(Refusal::Incomplete(of_draft))) => {
            findings.extend(of_draft);
            return Err(findings.into());
        }
        (Err(findings), Ok(_)) => return Err(findings.into()),
        (_, Err(refusal)) => return Err(refusal),
    };
    let typed = if record.section.trim().is_empty() {
        &draft.section
    } else {
        &record.section
    };
    let mut findings = Findings::default();
    let number = section_number(&mut findings, typed);
    let number = findings.into_result(number)?.unwrap_or_default();
    let section = Section {
        series: series.slug,
        year: made.0,
        number,
    };
    refuse_taken(&mut change, &section).await?;
    let sealed = Sealed {
        section,
        seal: Seal::new(&content, random()?)?,
        content,
        signature: Signature::Elsewhere(made.1),
    };
    let recorded = decision.record_elsewhere(sealed)?;
    freeze(change, recorded, Event::DecisionRecorded).await
}

impl RecordDraft {
    fn read(&self, today: time::Date) -> Result<(u16, MadeElsewhere), Findings> {
        let mut findings = Findings::default();
        let decided_on = findings.date("decided_on", &self.decided_on);
        let no_later_than = findings.date("no_later_than", &self.no_later_than);
        for (place, day) in [("decided_on", decided_on), ("no_later_than", no_later_than)] {
            if day.is_some_and(|day| day > today) {
                findings.push(Finding::at(place, FindingCode::DayInFuture));
            }
        }
        if let (Some(decided), Some(limit)) = (decided_on, no_later_than)
            && limit < decided
        {
            findings.push(Finding::at("no_later_than", FindingCode::DayBeforeDecision));
        }
        let year = match (self.year.trim(), decided_on) {
            ("", Some(decided)) => Some(year_of(decided)),
            (typed, _) => findings.year("year", typed),
        };
        let source = findings.required("source", &self.source, 500);
        let made = MadeElsewhere {
            decided_on,
            no_later_than,
            source,
        };
        findings.into_result((year.unwrap_or_default(), made))
    }
}

fn awaiting(decision: &Decision) -> Result<&DecisionDraft, Refusal> {
    match &decision.state {
        domain::decision::DecisionState::AwaitingSignature(draft) => Ok(draft),
        _ => Err(domain::decision::NotInThisState.into()),
    }
}

/// Saves what was frozen, and a service for each party, whose day is still to be recorded.
async fn freeze(mut change: Box<Change>, frozen: Decision, event: Event) -> Result<(), Refusal> {
    let at = change.at();
    let Some(sealed) = frozen.sealed() else {
        return Err(domain::decision::NotInThisState.into());
    };
    let taken = Refusal::taken("section", "section", FindingCode::SectionTaken);
    let saved = change.tx().save_decision(&frozen, at).await;
    fresh(saved.map_err(taken)?)?;
    for (recipient, means) in sealed.content.parties.reveal_to_official() {
        let service = Service {
            id: new_id(at)?,
            version: 1,
            decision: frozen.id,
            recipient: *recipient,
            means: *means,
            event_on: None,
        };
        change.tx().add_service(&service, None, at).await?;
    }
    let payload = json!({
        "section": sealed.section.to_string(),
        "seal": hex::encode(sealed.seal.hash),
        "parties": sealed.content.parties,
    });
    let subject = Subject::Decision(frozen.id);
    change.finish(event, &subject, &payload).await
}

/// The place of a decision in its series: typed and free, or the next one.
async fn numbered(
    change: &mut Change,
    series: &SectionSeries,
    year: u16,
    typed: &str,
) -> Result<Section, Refusal> {
    let number = match series.numbering {
        // The write lock is held, so nobody can take the next number meanwhile.
        Numbering::IssuedHere => {
            let last = change.tx().last_section_number(&series.slug, year).await?;
            last.unwrap_or_default().checked_add(1)
        }
        Numbering::External => {
            let mut findings = Findings::default();
            let number = section_number(&mut findings, typed);
            findings.into_result(number)?
        }
    };
    let number = number.ok_or(Refusal::at("section", FindingCode::NotASection))?;
    let section = Section {
        series: series.slug.clone(),
        year,
        number,
    };
    refuse_taken(change, &section).await?;
    Ok(section)
}

async fn refuse_taken(change: &mut Change, section: &Section) -> Result<(), Refusal> {
    match change.tx().decision_at(section).await? {
        None => Ok(()),
        Some(_) => Err(Refusal::at("section", FindingCode::SectionTaken)),
    }
}

/// Reads `5` or `§ 5`.
fn section_number(findings: &mut Findings, typed: &str) -> Option<u32> {
    let digits = typed
        .trim()
        .trim_start_matches('§')
        .trim_end_matches('§')
        .trim();
    if digits.is_empty() {
        findings.push(Finding::at("section", FindingCode::Missing));
        return None;
    }
    let legal = digits.len() <= 6 && digits.bytes().all(|b| b.is_ascii_digit());
    let number = digits.parse().ok().filter(|number| legal && *number > 0);
    if number.is_none() {
        findings.push(Finding::at("section", FindingCode::NotASection));
    }
    number
}

fn year_of(day: time::Date) -> u16 {
    u16::try_from(day.year()).unwrap_or_default()
}
