//! Publication: from its day the municipal members' period runs (kuntalaki 140.3 §).

use domain::decision::{Sealed, Signature};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::stub::StubKind;
use domain::view::public::Decided;
use serde_json::json;
use time::Date;

use super::load;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::withdrawal::{REASON, new_stub};

/// A publication as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PublishDraft {
    /// The day from which it is public: today, or an earlier one on which it was published
    /// elsewhere.
    pub published_on: String,
    /// Not empty where it was published elsewhere and nobody knows when.
    pub day_unknown: String,
    /// The provision that makes the whole decision secret, so that only a mention of it is public
    /// (kuntalaki 140.1 §); empty of every other.
    pub secret_ground: String,
}

/// Makes a frozen decision public from a day on. Computes and stores the municipal member's
/// period; from an unknown day nothing can be computed.
pub async fn publish(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    draft: &PublishDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::publish",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::PublishDecision, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let decision = load(change.tx(), id, version).await?;
    let today = helsinki(change.at()).date();
    let on = draft.read(decision.sealed(), today)?;
    let mut findings = Findings::default();
    let ground = findings.text("secret_ground", &draft.secret_ground, REASON);
    findings.into_result(())?;
    let number = change.tx().next_publication_number().await?;
    let published = decision.publish(number, on, register.offices())?;
    let at = change.at();
    fresh(change.tx().save_decision(&published, at).await?)?;
    let wholly_secret = !ground.is_empty();
    if wholly_secret {
        let stub = new_stub(&change, id, StubKind::Secret, ground, true)?;
        change.tx().add_stub(&stub).await?;
    }
    let period = published
        .publication()
        .and_then(|publication| publication.member_period);
    let payload = json!({
        "number": number,
        "on": on,
        "last_day": period.map(|period| period.last_day),
        "wholly_secret": wholly_secret,
    });
    change
        .finish(Event::DecisionPublished, &Subject::Decision(id), &payload)
        .await
}

impl PublishDraft {
    fn read(&self, sealed: Option<&Sealed>, today: Date) -> Result<Option<Date>, Findings> {
        let (typed, unknown) = (self.published_on.trim(), !self.day_unknown.is_empty());
        match (typed, unknown) {
            ("", true) => Ok(None),
            // A day, and that it is unknown: one of the two is a mistake.
            (_, true) => Err(Finding::at("day_unknown", FindingCode::DayKnownAndUnknown).into()),
            (typed, false) => event_day("published_on", typed, sealed, today).map(Some),
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

/// Reads the day of an event that follows a decision, typed at a place: not in the future, and
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
