//! Documents of a case: what came in and what was made here (tiedonhallintalaki 25–26 §).
//!
//! The register holds the record of a document. Nothing of it is ever public.

use time::{Date, OffsetDateTime, Time};

use super::CaseMeasure;
use crate::codes::codes;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{CaseDocumentId, CaseId, CaseMeasureId};
use crate::publicity::Personal;
use crate::service::ServiceMeans;

/// The record of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseDocument {
    /// Its identity.
    pub id: CaseDocumentId,
    /// Raised with each saved change.
    pub version: i64,
    /// The case.
    pub case: CaseId,
    /// Its number within the case, from 1 without gaps: with the case number, what people call it.
    pub ordinal: u32,
    /// What is known of it.
    pub facts: DocumentFacts,
    /// When it was registered; an arrival says when it came.
    pub registered_at: OffsetDateTime,
    /// Why it does not belong to the case after all. The record stays, and says so.
    pub void: Option<String>,
}

/// What is known of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentFacts {
    /// What it is; may name people.
    pub title: Personal<String>,
    /// The phase of handling it belongs to.
    pub phase: Phase,
    /// The measure it belongs to, where one is named.
    pub measure: Option<CaseMeasureId>,
    /// Whether it came in or was made here.
    pub kind: DocumentKind,
}

/// Whether a document came in or was made here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentKind {
    /// It came in.
    Incoming(Arrival),
    /// It was made here, and perhaps sent.
    Own(Making),
}

/// How a document came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// On which day.
    pub on: Date,
    /// At which time of that day, where it was noted.
    pub at: Option<Time>,
    /// By which way.
    pub way: DocumentWay,
    /// From whom.
    pub sender: Personal<String>,
    /// Through whom, or empty.
    pub agent: Personal<String>,
}

/// How a document was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// By which office.
    pub author: String,
    /// On which day.
    pub on: Date,
    /// How it was sent, if it was.
    pub sent: Option<Sending>,
}

/// How a document was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sending {
    /// On which day.
    pub on: Date,
    /// At which time of that day, where it was noted.
    pub at: Option<Time>,
    /// By which way.
    pub way: DocumentWay,
    /// To whom.
    pub to: Personal<String>,
    /// The means of service, where it was served.
    pub service: Option<ServiceMeans>,
}

codes! {
    /// A phase of the handling of a case, in their order.
    pub enum Phase {
        /// It becomes pending (vireilletulo).
        Initiation = "initiation",
        /// It is prepared (valmistelu).
        Preparation = "preparation",
        /// It is decided (päätöksenteko).
        Decision = "decision",
        /// The decision is served and published (tiedoksianto).
        Service = "service",
        /// The decision is challenged (muutoksenhaku).
        Appeal = "appeal",
        /// The decision is put into effect and followed (toimeenpano ja seuranta).
        Enforcement = "enforcement",
    }

    /// By which way a document comes or goes.
    pub enum DocumentWay {
        /// By post or messenger.
        Post = "post",
        /// By e-mail.
        EMail = "e_mail",
        /// Through an electronic service.
        EService = "e_service",
        /// Handed over.
        InPerson = "in_person",
        /// From one information system to another.
        System = "system",
        /// By fax.
        Fax = "fax",
    }
}

/// A document that came in, as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IncomingDraft {
    /// What it is.
    pub document_title: String,
    /// Code of the phase.
    pub phase: String,
    /// Identity of the measure, or empty.
    pub measure: String,
    /// Day of arrival.
    pub arrived_on: String,
    /// Time of arrival, or empty.
    pub arrived_at: String,
    /// Code of the way.
    pub arrival_way: String,
    /// From whom.
    pub sender: String,
    /// Through whom, or empty.
    pub agent: String,
}

/// A document made here, as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnDraft {
    /// What it is.
    pub document_title: String,
    /// Code of the phase.
    pub phase: String,
    /// Identity of the measure, or empty.
    pub measure: String,
    /// By which office.
    pub author: String,
    /// On which day.
    pub made_on: String,
    /// Day of sending, or empty where it was not sent.
    pub sent_on: String,
    /// Time of sending, or empty.
    pub sent_at: String,
    /// Code of the way, or empty.
    pub sent_way: String,
    /// To whom, or empty.
    pub sent_to: String,
    /// Code of the means of service, or empty where it was not served.
    pub service_means: String,
}

const WORDS: usize = 300;

impl IncomingDraft {
    /// Reads it against the measures of its case.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(&self, measures: &[CaseMeasure], today: Date) -> Result<DocumentFacts, Findings> {
        let mut findings = Findings::default();
        let title = findings.required("document_title", &self.document_title, WORDS);
        let place = place(&mut findings, &self.phase, &self.measure, measures);
        let on = findings.past_day("arrived_on", &self.arrived_on, today);
        let at = findings.time("arrived_at", &self.arrived_at);
        let way = way(&mut findings, "arrival_way", &self.arrival_way);
        let sender = findings.required("sender", &self.sender, WORDS);
        let agent = findings.text("agent", &self.agent, WORDS);
        let (Some((phase, measure)), Some(on), Some(way)) = (place, on, way) else {
            return Err(findings);
        };
        findings.into_result(DocumentFacts {
            title: Personal::new(title),
            phase,
            measure,
            kind: DocumentKind::Incoming(Arrival {
                on,
                at,
                way,
                sender: Personal::new(sender),
                agent: Personal::new(agent),
            }),
        })
    }
}

impl OwnDraft {
    /// Reads it against the measures of its case.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(&self, measures: &[CaseMeasure], today: Date) -> Result<DocumentFacts, Findings> {
        let mut findings = Findings::default();
        let title = findings.required("document_title", &self.document_title, WORDS);
        let place = place(&mut findings, &self.phase, &self.measure, measures);
        let author = findings.required("author", &self.author, WORDS);
        let on = findings.past_day("made_on", &self.made_on, today);
        let sent = self.sending(&mut findings, on, today);
        let (Some((phase, measure)), Some(on)) = (place, on) else {
            return Err(findings);
        };
        findings.into_result(DocumentFacts {
            title: Personal::new(title),
            phase,
            measure,
            kind: DocumentKind::Own(Making { author, on, sent }),
        })
    }

    /// The sending, if any of its fields was filled in: then it is whole or has findings.
    fn sending(
        &self,
        findings: &mut Findings,
        made_on: Option<Date>,
        today: Date,
    ) -> Option<Sending> {
        let fields = [
            &self.sent_on,
            &self.sent_at,
            &self.sent_way,
            &self.sent_to,
            &self.service_means,
        ];
        if fields.iter().all(|typed| typed.trim().is_empty()) {
            return None;
        }
        let on = findings.past_day("sent_on", &self.sent_on, today);
        if let (Some(on), Some(made_on)) = (on, made_on)
            && on < made_on
        {
            findings.push(Finding::at("sent_on", FindingCode::SentBeforeMade));
        }
        let at = findings.time("sent_at", &self.sent_at);
        let way = way(findings, "sent_way", &self.sent_way);
        let to = findings.required("sent_to", &self.sent_to, WORDS);
        let service = match self.service_means.trim() {
            "" => None,
            typed => {
                let means = ServiceMeans::from_code(typed);
                if means.is_none() {
                    findings.push(Finding::at("service_means", FindingCode::UnknownChoice));
                }
                means
            }
        };
        Some(Sending {
            on: on?,
            at,
            way: way?,
            to: Personal::new(to),
            service,
        })
    }
}

/// The phase and the measure. A document of a measure is in the measure's phase.
fn place(
    findings: &mut Findings,
    phase: &str,
    measure: &str,
    measures: &[CaseMeasure],
) -> Option<(Phase, Option<CaseMeasureId>)> {
    let unknown = FindingCode::UnknownChoice;
    if let Some(id) = findings.optional::<CaseMeasureId>("measure", measure, unknown) {
        let found = measures.iter().find(|one| one.id == id);
        if found.is_none() {
            findings.push(Finding::at("measure", unknown));
        }
        return found.map(|measure| (measure.phase, Some(id)));
    }
    let phase = Phase::from_code(phase.trim());
    if phase.is_none() {
        findings.push(Finding::at("phase", unknown));
    }
    phase.map(|phase| (phase, None))
}

fn way(findings: &mut Findings, place: &str, typed: &str) -> Option<DocumentWay> {
    let way = DocumentWay::from_code(typed.trim());
    if way.is_none() {
        findings.push(Finding::at(place, FindingCode::UnknownChoice));
    }
    way
}

impl From<&CaseDocument> for IncomingDraft {
    /// The form as the document is saved; empty fields where it was made here.
    fn from(document: &CaseDocument) -> Self {
        let DocumentFacts {
            title,
            phase,
            measure,
            kind,
        } = &document.facts;
        let draft = Self {
            document_title: title.reveal_to_official().clone(),
            phase: phase.code().to_owned(),
            measure: measure.map(|id| id.to_string()).unwrap_or_default(),
            ..Self::default()
        };
        match kind {
            DocumentKind::Incoming(arrival) => Self {
                arrived_on: typed_day(arrival.on),
                arrived_at: arrival.at.map(typed_time).unwrap_or_default(),
                arrival_way: arrival.way.code().to_owned(),
                sender: arrival.sender.reveal_to_official().clone(),
                agent: arrival.agent.reveal_to_official().clone(),
                ..draft
            },
            DocumentKind::Own(_) => draft,
        }
    }
}

impl From<&CaseDocument> for OwnDraft {
    /// The form as the document is saved; empty fields where it came in.
    fn from(document: &CaseDocument) -> Self {
        let DocumentFacts {
            title,
            phase,
            measure,
            kind,
        } = &document.facts;
        let mut draft = Self {
            document_title: title.reveal_to_official().clone(),
            phase: phase.code().to_owned(),
            measure: measure.map(|id| id.to_string()).unwrap_or_default(),
            ..Self::default()
        };
        if let DocumentKind::Own(making) = kind {
            draft.author.clone_from(&making.author);
            draft.made_on = typed_day(making.on);
            if let Some(sent) = &making.sent {
                draft.sent_on = typed_day(sent.on);
                draft.sent_at = sent.at.map(typed_time).unwrap_or_default();
                sent.way.code().clone_into(&mut draft.sent_way);
                draft.sent_to.clone_from(sent.to.reveal_to_official());
                draft.service_means = sent
                    .service
                    .map(|means| means.code().to_owned())
                    .unwrap_or_default();
            }
        }
        draft
    }
}

/// A day as a field of a form shows it.
fn typed_day(day: Date) -> String {
    format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year())
}

/// A time of day as a field of a form shows it, to the second where it has one.
fn typed_time(at: Time) -> String {
    match at.second() {
        0 => format!("{}.{:02}", at.hour(), at.minute()),
        second => format!("{}.{:02}.{second:02}", at.hour(), at.minute()),
    }
}
