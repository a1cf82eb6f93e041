//! What officials see of the publicity of a decision: attachments, extracts given, documents
//! made, letters of commitment given, what stands in its place, and its two public versions.

use time::{Date, PrimitiveDateTime};

use super::during::PersonalPart;
use super::public::DecisionPage;
use crate::Lang;
use crate::attachment::Attachment;
use crate::commitment::{Finality, LetterLine, NoLetter};
use crate::id::{AttachmentId, CommitmentLetterId, DecisionDocumentId, DecisionId, ExtractId};
use crate::publicity::Personal;
use crate::section::Section;
use crate::stub::Stub;

/// What stood or stands publicly in the place of a decision, with its days in Helsinki time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StubLine {
    /// The stub.
    pub stub: Stub,
    /// Since which day.
    pub since: Date,
    /// On which day the decision was published again.
    pub ended_on: Option<Date>,
}

/// An attachment on an officials' page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttachmentEntry {
    /// Its identity while it can still be changed.
    pub id: Option<AttachmentId>,
    /// What it is.
    pub attachment: Attachment,
}

/// A page of the list of extracts that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenExtracts {
    /// The extracts, the newest first.
    pub lines: Vec<GivenExtract>,
    /// How many were given in all.
    pub total: u64,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, at least 1.
    pub pages: u32,
}

/// An extract that was given, in the list of all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenExtract {
    /// Its identity.
    pub id: ExtractId,
    /// The decision it is of.
    pub decision: DecisionId,
    /// The title of the decision.
    pub title: String,
    /// The place of the decision.
    pub section: Section,
    /// To whom it was given.
    pub recipient: String,
    /// On which day.
    pub on: Date,
    /// Where.
    pub place: String,
    /// By which office.
    pub office: String,
    /// The code printed on it.
    pub code: String,
    /// Why the recipient is entitled to the secret parts; `None` where they were left out.
    pub entitled_by: Option<String>,
}

/// A signed decision that was made into a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeDocument {
    /// Its identity.
    pub id: DecisionDocumentId,
    /// When, Helsinki time.
    pub at: PrimitiveDateTime,
    /// By whom.
    pub by: Personal<String>,
    /// In which office.
    pub office: String,
    /// The code printed on it.
    pub code: String,
    /// Whether it carries the secret parts.
    pub has_secrets: bool,
}

/// A letter of commitment that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenLetter {
    /// Its identity.
    pub id: CommitmentLetterId,
    /// The decision it is of.
    pub decision: DecisionId,
    /// The place of the decision.
    pub section: Section,
    /// When it was given, Helsinki time.
    pub at: PrimitiveDateTime,
    /// By whom.
    pub by: Personal<String>,
    /// In which office.
    pub office: String,
    /// The code printed on it.
    pub code: String,
    /// In which language.
    pub lang: Lang,
    /// The last day of the promise, where the decision sets one.
    pub valid_until: Option<Date>,
}

/// What a letter of commitment would state today, and those that were given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSheet {
    /// The promises it would state, or why none can be given.
    pub lines: Result<Vec<LetterLine>, NoLetter>,
    /// What it would say of legal force.
    pub finality: Finality,
    /// The letters given of the decision, the newest first.
    pub given: Vec<GivenLetter>,
}

/// The two public versions of a decision, as an official previews them.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// The lasting part.
    pub page: DecisionPage,
    /// What is shown besides during the period; `None` where nothing in it is personal.
    pub personal: Option<PersonalPart>,
}
