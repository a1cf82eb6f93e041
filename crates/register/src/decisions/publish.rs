//! Publication: from its day the municipal members' period runs (kuntalaki 140.3 §).

use domain::decision::{Decision, Sealed, Signature};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::stub::StubKind;
use domain::view::public::Decided;
use serde_json::{Value, json};
use time::{Date, Duration};

use super::load;
use super::schedule::proposal;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::distribution;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::withdrawal::{REASON, new_stub};

/// A publication as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishDraft {
    /// The day from which it is public: today, a later one, or an earlier one on which it was
    /// published elsewhere.
    pub published_on: String,
    /// Not empty where it was published elsewhere and nobody knows when.
    pub day_unknown: String,
    /// Not empty where a day other than the one of the authority's rule is meant.
    pub deviates: String,
    /// The provision that makes the whole decision secret, so that only a mention of it is public
    /// (kuntalaki 140.1 §); empty of every other.
    pub secret_ground: String,
}

/// What came of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Published {
    /// It is public.
    Now,
    /// It will be, on the day that was set.
    Scheduled,
}

/// The longest time for which a publication is set ahead.
const AHEAD: Duration = Duration::days(366);

/// Makes a frozen decision public from a day on. Computes and stores the municipal member's
/// period; from an unknown day nothing can be computed. On a later day than today the register
/// publishes by itself when the day comes ([`crate::jobs`]).
pub async fn publish(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    draft: &PublishDraft,
) -> Result<Published, Refusal> {
    let form = Form {
        name: "decisions::publish",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::PublishDecision, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return before(register, id).await,
    };
    let decision = load(change.tx(), id, version).await?;
    let today = change.today();
    let on = draft.read(decision.sealed(), today)?;
    if let (Some(sealed), Some(on)) = (decision.sealed(), on) {
        let series = change.tx().series(&sealed.section.series).await?;
        let rule = series.map(|series| series.publication_rule);
        let proposed = proposal(sealed, rule.unwrap_or_default(), today);
        if proposed.is_deviation(on, today) && draft.deviates.is_empty() {
            let code = FindingCode::PublicationDeviates;
            return Err(Refusal::at("deviates", code));
        }
    }
    let mut findings = Findings::default();
    let ground = findings.text("secret_ground", &draft.secret_ground, REASON);
    if let Some(day) = on.filter(|on| *on > today) {
        // The register publishes by itself what is public; a mention is put up by hand.
        if !ground.is_empty() {
            findings.push(Finding::at("published_on", FindingCode::DayInFuture));
        }
        findings.into_result(())?;
        return schedule(register, change, decision, day).await;
    }
    findings.into_result(())?;
    let number = change.tx().next_publication_number().await?;
    let published = decision.publish(number, on, register.offices())?;
    let at = change.at();
    fresh(change.tx().save_decision(&published, at).await?)?;
    let wholly_secret = !ground.is_empty();
    if wholly_secret {
        let stub = new_stub(&change, id, StubKind::Secret, ground, true)?;
        change.tx().add_stub(&stub).await?;
        distribution::forget(change.tx(), id, at).await?;
    } else {
        distribution::plan(change.tx(), id, at).await?;
    }
    let mut payload = logged(&published);
    payload["wholly_secret"] = json!(wholly_secret);
    change
        .finish(Event::DecisionPublished, &Subject::Decision(id), &payload)
        .await?;
    Ok(Published::Now)
}

/// What the audit log says of a publication.
pub(super) fn logged(published: &Decision) -> Value {
    let publication = published.publication();
    let period = publication.and_then(|publication| publication.member_period);
    json!({
        "number": publication.map(|publication| publication.number),
        "on": publication.and_then(|publication| publication.on),
        "last_day": period.map(|period| period.last_day),
    })
}

/// Sets the day. What would refuse the publication on that day refuses it now.
async fn schedule(
    register: &Register,
    mut change: Box<Change>,
    decision: Decision,
    day: Date,
) -> Result<Published, Refusal> {
    let id = decision.id;
    decision.clone().publish(0, Some(day), register.offices())?;
    let scheduled = decision.schedule(Some(day))?;
    let at = change.at();
    fresh(change.tx().schedule_decision(&scheduled, at).await?)?;
    let payload = json!({ "on": day });
    change
        .finish(
            Event::PublicationScheduled,
            &Subject::Decision(id),
            &payload,
        )
        .await?;
    Ok(Published::Scheduled)
}

/// What came of the same form before.
async fn before(register: &Register, id: DecisionId) -> Result<Published, Refusal> {
    let decision = register.read().await?.decision(id).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    Ok(match decision.publication() {
        Some(_) => Published::Now,
        None => Published::Scheduled,
    })
}

impl PublishDraft {
    fn read(&self, sealed: Option<&Sealed>, today: Date) -> Result<Option<Date>, Findings> {
        let (typed, unknown) = (self.published_on.trim(), !self.day_unknown.is_empty());
        match (typed, unknown) {
            ("", true) => Ok(None),
            // A day, and that it is unknown: one of the two is a mistake.
            (_, true) => Err(Finding::at("day_unknown", FindingCode::DayKnownAndUnknown).into()),
            (typed, false) => {
                let last = today.saturating_add(AHEAD);
                event_day("published_on", typed, sealed, last).map(Some)
            }
        }
    }
}

/// When a frozen decision was made, as far as known, Helsinki time.
pub fn decided_on(sealed: &Sealed) -> Decided {
    match &sealed.signature {
        Signature::Here { at, .. } => Decided::On(helsinki(*at).date()),
        Signature::Elsewhere(made) => match (made.decided_on, made.no_later_than) {
            (Some(day), _) => Decided::On(day),
            (None, Some(limit)) => Decided::NoLaterThan(limit),
            (None, None) => Decided::Unknown,
        },
    }
}

/// Reads the day of an event that follows a decision, typed at a place: not after `today`, and
/// not before the decision where its day is known.
pub(crate) fn event_day(
    place: &str,
    typed: &str,
    sealed: Option<&Sealed>,
    today: Date,
) -> Result<Date, Findings> {
    let mut findings = Findings::default();
    let typed = findings.required(place, typed, 20);
    let day = findings.date(place, &typed);
    if day.is_some_and(|day| day > today) {
        findings.push(Finding::at(place, FindingCode::DayInFuture));
    }
    let decided = sealed.map(decided_on);
    if let (Some(day), Some(Decided::On(decided))) = (day, decided)
        && day < decided
    {
        findings.push(Finding::at(place, FindingCode::DayBeforeDecision));
    }
    match day {
        Some(day) if findings.is_empty() => Ok(day),
        _ => Err(findings),
    }
}
