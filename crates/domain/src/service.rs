//! Service (tiedoksianto): how and when each party got the decision, and the period that follows.

use calendar::{AppealPeriod, Event, Means, NotComputable, Offices};
use serde::{Deserialize, Serialize};
use time::{Date, Time};

use crate::appeal_right::AppealRight;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{DecisionId, OrganisationId, ServiceId};
use crate::organisation::OrganisationKind;

/// The service of one decision on one party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// Its identity.
    pub id: ServiceId,
    /// Raised with each saved change.
    pub version: i64,
    /// The decision that was served.
    pub decision: DecisionId,
    /// The party (asianosainen).
    pub recipient: OrganisationId,
    /// How and when, as far as it is recorded.
    pub facts: ServiceFacts,
    /// The office that recorded it last; `None` until somebody has.
    pub recorded_by: Option<String>,
}

/// How and when a party was served. Every day may be unknown: then the party's period is not
/// computable and says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceFacts {
    /// How it was served.
    pub means: ServiceMeans,
    /// The day of the event that the means counts from, Helsinki time.
    pub event_on: Option<Date>,
    /// The time of that day, where it was noted.
    pub event_at: Option<Time>,
    /// Where the party consented to electronic service, or empty (13/2003 19 §).
    pub consent: String,
    /// What the certificate or the list of posted letters is found by, or empty.
    pub proof: String,
    /// The day on which the party is shown to have got it, where that is later than the law
    /// presumes ("jollei muuta näytetä", hallintolaki 59 §).
    pub shown_receipt: Option<Date>,
    /// The service of new instructions, from which the period then runs (hallintolaki 49 §).
    pub new_instructions: Option<NewInstructions>,
}

/// The service of instructions that replace missing or faulty ones (hallintolaki 49 §).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewInstructions {
    /// How they were served.
    pub means: ServiceMeans,
    /// The day that the means counts from.
    pub on: Date,
}

/// The means by which a party is served in this register.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceMeans {
    /// Ordinary letter to a private party; counts from posting (hallintolaki 59 §).
    Letter,
    /// Ordinary letter to an authority; counts from arrival (hallintolaki 59.2 §).
    LetterToAuthority,
    /// Ordinary e-message, with consent; counts from sending (13/2003 19 §).
    EMessage,
    /// Certificate of receipt, handing over or fetching; counts from its day (hallintolaki 60 §,
    /// 13/2003 18 §).
    Proof,
    /// Substituted service; counts from the day of the certificate (hallintolaki 61 §).
    Substituted,
    /// Public notice; counts from its publication (hallintolaki 62 §).
    PublicNotice,
}

impl ServiceMeans {
    /// Every means.
    pub const ALL: [Self; 6] = [
        Self::Letter,
        Self::LetterToAuthority,
        Self::EMessage,
        Self::Proof,
        Self::Substituted,
        Self::PublicNotice,
    ];

    /// The calendar's means.
    pub const fn means(self) -> Means {
        match self {
            Self::Letter => Means::Letter,
            Self::LetterToAuthority => Means::LetterToAuthority,
            Self::EMessage => Means::EMessage,
            Self::Proof => Means::Proof,
            Self::Substituted => Means::Substituted,
            Self::PublicNotice => Means::PublicNotice,
        }
    }

    /// The code of the contract, e.g. `e-message`.
    pub const fn code(self) -> &'static str {
        self.means().code()
    }

    /// The means of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|means| means.code() == code)
    }

    /// Whether a recipient of a kind is served so: a letter to an authority counts from its
    /// arrival, one to anybody else from its posting (hallintolaki 59 §).
    pub const fn fits(self, kind: OrganisationKind) -> bool {
        match self {
            Self::Letter => !kind.is_authority(),
            Self::LetterToAuthority => kind.is_authority(),
            Self::EMessage | Self::Proof | Self::Substituted | Self::PublicNotice => true,
        }
    }
}

/// Why a party's period cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPeriod {
    /// The day the means counts from is not recorded; the means says which day that is.
    #[error("the event day of the service is not recorded")]
    EventDayMissing(ServiceMeans),
    /// An e-message without a recorded consent is no service (13/2003 19 §).
    #[error("the consent to electronic service is not recorded")]
    ConsentMissing,
    /// The decision cannot be challenged: nobody has a period.
    #[error("the decision cannot be challenged")]
    NoRemedy,
    /// The calendar refuses the recorded day.
    #[error(transparent)]
    Refused(#[from] NotComputable),
}

impl ServiceFacts {
    /// A service of which only the means is known.
    pub const fn by(means: ServiceMeans) -> Self {
        Self {
            means,
            event_on: None,
            event_at: None,
            consent: String::new(),
            proof: String::new(),
            shown_receipt: None,
            new_instructions: None,
        }
    }

    /// The event from which the period is counted: the service of new instructions, else the day
    /// of a proven later receipt, else the recorded event.
    ///
    /// # Errors
    /// [`NoPeriod`] says which fact is missing.
    pub fn event(&self) -> Result<Event, NoPeriod> {
        let (means, on) = match (self.new_instructions, self.event_on) {
            (Some(anew), _) => (anew.means, anew.on),
            (None, Some(on)) => (self.means, on),
            (None, None) => return Err(NoPeriod::EventDayMissing(self.means)),
        };
        if means == ServiceMeans::EMessage && self.consent.is_empty() {
            return Err(NoPeriod::ConsentMissing);
        }
        match self.shown_receipt {
            Some(shown) if self.new_instructions.is_none() => Ok(Event {
                means: Means::Event,
                on: shown,
            }),
            _ => Ok(Event {
                means: means.means(),
                on,
            }),
        }
    }

    /// The party's own appeal period.
    ///
    /// # Errors
    /// [`NoPeriod`] says which fact is missing or why the calendar refuses.
    pub fn period(&self, right: AppealRight, offices: &Offices) -> Result<AppealPeriod, NoPeriod> {
        let remedy = right.remedy().ok_or(NoPeriod::NoRemedy)?;
        let Event { means, on } = self.event()?;
        Ok(AppealPeriod::compute(remedy, means, on, offices)?)
    }
}

/// A service as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServiceDraft {
    /// Code of the means.
    pub means: String,
    /// Day that the means counts from, or empty.
    pub event_on: String,
    /// Time of that day, or empty.
    pub event_at: String,
    /// Consent to electronic service.
    pub consent: String,
    /// What the proof is found by.
    pub proof: String,
    /// Day of a proven later receipt, or empty.
    pub shown_receipt: String,
    /// Code of the means by which new instructions were served, or empty.
    pub new_means: String,
    /// Day that this means counts from, or empty.
    pub new_on: String,
}

/// What a service is read against.
#[derive(Clone, Copy, Debug)]
pub struct ServiceLimits {
    /// The kind of the recipient, which decides how it is served.
    pub kind: OrganisationKind,
    /// The day of the decision, if known: nothing is served before it.
    pub decided_on: Option<Date>,
    /// Today in Helsinki: nothing is recorded that has not happened.
    pub today: Date,
}

impl ServiceDraft {
    /// The draft from which the same facts are read.
    pub fn of(
        facts: &ServiceFacts,
        day: impl Fn(Date) -> String,
        time: impl Fn(Time) -> String,
    ) -> Self {
        let day = |on: Option<Date>| on.map(&day).unwrap_or_default();
        Self {
            means: facts.means.code().to_owned(),
            event_on: day(facts.event_on),
            event_at: facts.event_at.map(time).unwrap_or_default(),
            consent: facts.consent.clone(),
            proof: facts.proof.clone(),
            shown_receipt: day(facts.shown_receipt),
            new_means: facts
                .new_instructions
                .map(|anew| anew.means.code().to_owned())
                .unwrap_or_default(),
            new_on: day(facts.new_instructions.map(|anew| anew.on)),
        }
    }

    /// Reads what was typed. What is not known may be left empty: the period is then not
    /// computable.
    ///
    /// # Errors
    /// Every finding at once, each with its field.
    pub fn read(&self, limits: &ServiceLimits) -> Result<ServiceFacts, Findings> {
        let mut findings = Findings::default();
        let means = Self::means_of(&mut findings, "means", &self.means, limits.kind);
        let facts = ServiceFacts {
            means: means.unwrap_or(ServiceMeans::Proof),
            event_on: limits.day(&mut findings, "event_on", &self.event_on),
            event_at: findings.time("event_at", &self.event_at),
            consent: findings.text("consent", &self.consent, 300),
            proof: findings.text("proof", &self.proof, 300),
            shown_receipt: limits.day(&mut findings, "shown_receipt", &self.shown_receipt),
            new_instructions: self.new_instructions(&mut findings, limits),
        };
        if facts.event_at.is_some() && facts.event_on.is_none() {
            findings.push(Finding::at("event_on", FindingCode::Missing));
        }
        if let Some(shown) = facts.shown_receipt {
            let presumed = ServiceFacts {
                shown_receipt: None,
                new_instructions: None,
                ..facts.clone()
            };
            // An earlier receipt changes nothing (KHO:2010:77, KHO:2024:49).
            let presumed = presumed
                .event()
                .ok()
                .and_then(|event| event.knowledge_day().ok());
            if presumed.is_none_or(|presumed| shown <= presumed) {
                findings.push(Finding::at("shown_receipt", FindingCode::ReceiptNotLater));
            }
        }
        findings.into_result(facts)
    }

    fn means_of(
        findings: &mut Findings,
        place: &str,
        typed: &str,
        kind: OrganisationKind,
    ) -> Option<ServiceMeans> {
        let means = ServiceMeans::from_code(typed.trim());
        match means {
            None => findings.push(Finding::at(place, FindingCode::MeansMissing)),
            Some(means) if !means.fits(kind) => {
                findings.push(Finding::at(place, FindingCode::MeansNotForRecipient));
            }
            Some(_) => {}
        }
        means
    }

    fn new_instructions(
        &self,
        findings: &mut Findings,
        limits: &ServiceLimits,
    ) -> Option<NewInstructions> {
        let on = limits.day(findings, "new_on", &self.new_on);
        match (self.new_means.trim(), self.new_on.trim()) {
            ("", "") => None,
            ("", _) => {
                findings.push(Finding::at("new_means", FindingCode::MeansMissing));
                None
            }
            (_, "") => {
                findings.push(Finding::at("new_on", FindingCode::Missing));
                None
            }
            (means, _) => {
                let means = Self::means_of(findings, "new_means", means, limits.kind)?;
                Some(NewInstructions { means, on: on? })
            }
        }
    }
}

impl ServiceLimits {
    /// Reads a day that is neither in the future nor before the decision.
    fn day(&self, findings: &mut Findings, place: &str, typed: &str) -> Option<Date> {
        let day = findings.date(place, typed)?;
        if day > self.today {
            findings.push(Finding::at(place, FindingCode::DayInFuture));
        }
        if self.decided_on.is_some_and(|decided| day < decided) {
            findings.push(Finding::at(place, FindingCode::DayBeforeDecision));
        }
        Some(day)
    }
}
