//! What a decision says beyond its public version where it is handed out with a code of its own:
//! an extract for one recipient, or the signed decision as the authority holds it.

use calendar::AppealPeriod;
use domain::decision::{DecisionChange, Signature};
use domain::service::ServiceMeans;
use time::Date;
use wording::desk::{Label, life::LifeText};
use wording::document::{DocumentText, service_note};
use wording::public::{DecisionText, changes};
use wording::publicity::ShownText;
use wording::{decision, format, names};

use super::{DecisionDocument, fact, heading_of};
use crate::pdf::{Block, Fact, Inline, Level, ListKind};

/// A decision handed out as one document.
#[derive(Clone, Copy, Debug)]
pub struct HandedOut<'a> {
    /// As what.
    pub version: Version<'a>,
    /// Who gives further information, or empty.
    pub contact_person: &'a str,
    /// The day it is given.
    pub on: Date,
    /// The office that gives it.
    pub office: &'a str,
    /// What the printed document is found by.
    pub code: &'a str,
    /// Where everybody can have the code confirmed.
    pub verify_at: &'a str,
    /// Whether it carries the secret parts.
    pub secrets: Secrets<'a>,
    /// The provisions that make parts of the decision secret.
    pub grounds: &'a [String],
}

/// As what a decision is handed out.
#[derive(Clone, Copy, Debug)]
pub enum Version<'a> {
    /// As an extract (ote), certified for one recipient.
    Extract(Extract<'a>),
    /// As the decision document (päätösasiakirja) itself.
    Signed(Signed<'a>),
}

/// What an extract says to its recipient.
#[derive(Clone, Copy, Debug)]
pub struct Extract<'a> {
    /// The recipient's name.
    pub recipient: &'a str,
    /// By what means the recipient is served.
    pub means: ServiceMeans,
    /// The day that the means counts from, once recorded.
    pub served_on: Option<Date>,
    /// The recipient's own period, where it can be computed.
    pub period: Option<&'a AppealPeriod>,
    /// Where it was certified.
    pub place: &'a str,
}

/// What the frozen decision holds and no public version says.
#[derive(Clone, Copy, Debug)]
pub struct Signed<'a> {
    /// Who decided, and how that is known.
    pub signature: &'a Signature,
    /// The day of the signature, Helsinki time; `None` where it was not signed here.
    pub signed_on: Option<Date>,
    /// The parties as it names them, and the means by which each is served.
    pub parties: &'a [(String, ServiceMeans)],
    /// Who gets it for information.
    pub distribution: &'a [String],
    /// What it does to earlier decisions.
    pub changes: &'a [DecisionChange],
}

/// What a document that is handed out does with the secret parts of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Secrets<'a> {
    /// It leaves them out and says so.
    LeftOut,
    /// It carries them, marked on each page as secret (julkisuuslaki 25 §).
    Given {
        /// Why the recipient of an extract is entitled to them (julkisuuslaki 11–12 §).
        entitled_by: Option<&'a str>,
        /// Whether the decision is secret as a whole.
        is_whole: bool,
    },
}

impl<'a> DecisionDocument<'a> {
    /// What kind of document it is.
    pub(super) const fn kind(&self) -> DocumentText {
        match self.handed_out {
            None => DocumentText::PublicVersion,
            Some(HandedOut {
                version: Version::Extract(_),
                ..
            }) => DocumentText::Extract,
            Some(HandedOut {
                version: Version::Signed(_),
                ..
            }) => DocumentText::Signed,
        }
    }

    /// The extract, where it is one.
    pub(super) const fn extract(&self) -> Option<Extract<'a>> {
        match self.handed_out {
            Some(HandedOut {
                version: Version::Extract(extract),
                ..
            }) => Some(extract),
            _ => None,
        }
    }

    /// To whom it is given and how that one is served; of the signed decision, what it does to
    /// earlier ones.
    pub(super) fn handed_out_facts(&self) -> Vec<Fact> {
        let lang = self.lang;
        match self.handed_out.map(|handed| handed.version) {
            None => Vec::new(),
            Some(Version::Extract(extract)) => vec![
                fact(DocumentText::Recipient.text(lang), extract.recipient),
                fact(
                    DocumentText::Service.text(lang),
                    service_note(extract.means, extract.served_on, lang),
                ),
            ],
            Some(Version::Signed(signed)) => {
                let each = signed.changes.iter().map(|change| {
                    let place = format!(
                        "{} {}",
                        change.section.series,
                        decision::section(change.section.number, change.section.year)
                    );
                    fact(changes(change.effect, lang), place)
                });
                each.collect()
            }
        }
    }

    /// Who tells more, who certifies or has signed, and the code.
    pub(super) fn given(&self, handed: HandedOut<'_>) -> Vec<Block> {
        let lang = self.lang;
        let mut contact = vec![self.fact(DecisionText::Contact, self.page.contact_office.clone())];
        if !handed.contact_person.is_empty() {
            contact.push(fact(DocumentText::Person.text(lang), handed.contact_person));
        }
        let on = format::date(handed.on, lang);
        let (mut blocks, heading, mut last) = match handed.version {
            Version::Extract(extract) => {
                let certified = format!("{} {on}\n{}", extract.place, handed.office);
                let last = vec![
                    fact(DocumentText::Certified.text(lang), certified),
                    fact(DocumentText::Code.text(lang), handed.code),
                ];
                (Vec::new(), DocumentText::Certification, last)
            }
            Version::Signed(signed) => {
                let mut last = self.signature(&signed);
                let made = format!("{on}\n{}", handed.office);
                last.push(fact(DocumentText::Made.text(lang), made));
                last.push(fact(ShownText::Code.text(lang), handed.code));
                let heading = match signed.signature {
                    Signature::Here { .. } => DocumentText::Signature,
                    Signature::Elsewhere(_) => DocumentText::Signed,
                };
                (self.recipients(&signed), heading, last)
            }
        };
        last.push(Fact {
            label: DocumentText::VerifyAt.text(lang).to_owned(),
            value: vec![Inline::link(handed.verify_at, handed.verify_at)],
        });
        blocks.push(Block::Facts(contact));
        blocks.push(heading_of(Level::Two, heading.text(lang)));
        blocks.push(Block::Facts(last));
        blocks
    }

    /// The parties and who gets it for information; nothing where the decision names nobody.
    fn recipients(&self, signed: &Signed<'_>) -> Vec<Block> {
        let lang = self.lang;
        let parties: Vec<String> = signed
            .parties
            .iter()
            .map(|(name, means)| format!("{name} ({})", names::service_means(*means, lang)))
            .collect();
        let lists = [
            (DocumentText::Parties.text(lang), parties.as_slice()),
            (Label::Distribution.text(lang), signed.distribution),
        ];
        let lists = lists.into_iter().filter(|(_, items)| !items.is_empty());
        let blocks = lists.flat_map(|(heading, items)| {
            let items = items.iter().map(|item| vec![Inline::plain(item.clone())]);
            let list = Block::List {
                kind: ListKind::Bullets,
                items: items.collect(),
            };
            [heading_of(Level::Two, heading), list]
        });
        blocks.collect()
    }

    /// Who signed, in which office and when; of a decision made elsewhere, where that is known
    /// from.
    fn signature(&self, signed: &Signed<'_>) -> Vec<Fact> {
        let lang = self.lang;
        match signed.signature {
            Signature::Here {
                name,
                office,
                deputy_ground,
                ..
            } => {
                let label = match deputy_ground {
                    None => LifeText::SignedBy,
                    Some(_) => LifeText::SignedAsDeputy,
                };
                let office = match deputy_ground {
                    None => office.clone(),
                    Some(ground) => format!("{office} ({ground})"),
                };
                let day = signed.signed_on.map(|day| format::date(day, lang));
                let lines = [name.reveal_to_official().clone(), office];
                let lines = lines.into_iter().chain(day);
                let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
                vec![fact(label.text(lang), lines.join("\n"))]
            }
            Signature::Elsewhere(elsewhere) => {
                vec![fact(Label::Source.text(lang), elsewhere.source.clone())]
            }
        }
    }
}
