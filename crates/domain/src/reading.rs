//! What an import says about a document it read: stable codes; the `wording` crate has the
//! sentences.

use serde::{Deserialize, Serialize};

use crate::funding::FundingPlanDraft;

/// One thing an import says about what it read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// How the import knows it, or that it does not.
    pub kind: NoteKind,
    /// What it is about.
    pub subject: Subject,
    /// What was found: days as `YYYY-MM-DD`, everything else as people read it. Empty where
    /// nothing was found. Never a name of a natural person.
    pub value: String,
    /// The line of the document, counted from 1, where there is one.
    pub line: Option<usize>,
}

/// A fact of a project that was in the register already, and that the document states otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Otherwise {
    /// A field of the project's form, as people read it.
    Fact {
        /// The name of the field.
        place: String,
        /// What the register holds; empty where it holds nothing.
        kept: String,
        /// What the document states.
        stated: String,
    },
    /// The funding plan.
    Plan {
        /// The newest of the register, if it holds one.
        kept: Option<FundingPlanDraft>,
        /// What the document states.
        stated: Box<FundingPlanDraft>,
    },
}

macro_rules! codes {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $key:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $key,)+
        }

        impl $name {
            /// Every one of them.
            pub const ALL: &[Self] = &[$(Self::$key),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$key => $code),+ }
            }
        }
    };
}

codes! {
    /// How an import knows something.
    pub enum NoteKind {
        /// The document says it.
        Read = "read",
        /// It follows from what the document says; a person confirms it.
        Inferred = "inferred",
        /// The document does not say it.
        NotFound = "not_found",
        /// The document says it otherwise than the statute or than itself.
        Deviates = "deviates",
    }
}

codes! {
    /// What a note is about.
    pub enum Subject {
        /// How the bytes were read as letters.
        Encoding = "encoding",
        /// The case number.
        CaseNumber = "case_number",
        /// The title.
        Title = "title",
        /// The section number.
        Section = "section",
        /// The year of the section number.
        SectionYear = "section_year",
        /// The day of the decision.
        DecisionDate = "decision_date",
        /// A day by which it was signed.
        SignedNoLaterThan = "signed_no_later_than",
        /// The office that decided.
        DecisionMaker = "decision_maker",
        /// The background.
        Background = "background",
        /// The resolution.
        Resolution = "resolution",
        /// The provision that gives the authority.
        Authority = "authority",
        /// The provisions applied.
        AppliedProvisions = "applied_provisions",
        /// An amount the city promises.
        Commitment = "commitment",
        /// The accounting year of an amount.
        CommitmentYear = "commitment_year",
        /// The amount that was asked for.
        RequestedEuros = "requested_euros",
        /// The project's name.
        Project = "project",
        /// When the project runs.
        ProjectPeriod = "project_period",
        /// A funder or a group of funders with its share.
        Funders = "funders",
        /// The form of an organisation's name.
        OrganisationName = "organisation_name",
        /// The total cost of the project.
        TotalCost = "total_cost",
        /// The number of the programme authority's decision.
        ProgrammeNumber = "programme_number",
        /// The day of that decision.
        ProgrammeDate = "programme_date",
        /// The office that gives further information.
        Contact = "contact",
        /// How many get it for information only.
        Distribution = "distribution",
        /// The party.
        Party = "party",
        /// The means of service.
        ServiceMeans = "service_means",
        /// The day the means of service counts from.
        ServiceDay = "service_day",
        /// The day of publication.
        PublishedOn = "published_on",
        /// The day the extract was certified.
        CertifiedOn = "certified_on",
        /// Where it was certified.
        CertifiedPlace = "certified_place",
        /// The extract was certified before the decision was published.
        CertifiedBeforePublished = "certified_before_published",
        /// The remedy.
        Remedy = "remedy",
        /// The body to which the claim is made.
        RemedyBody = "remedy_body",
        /// The addresses and numbers of its registry.
        RegistryContacts = "registry_contacts",
        /// The opening hours of the registry.
        OpeningHours = "opening_hours",
        /// The length of the period.
        Period = "period",
        /// When a letter gives knowledge (hallintolaki 59 §).
        LetterKnowledge = "letter_knowledge",
        /// When an e-message gives knowledge (13/2003 19 §).
        EMessageKnowledge = "e_message_knowledge",
        /// When municipal members have knowledge (kuntalaki 140.3 §).
        MemberKnowledge = "member_knowledge",
        /// That the day of knowledge is not counted (150/1930 2 §).
        KnowledgeDayCounted = "knowledge_day_counted",
        /// The days on which a period cannot end (150/1930 5 §).
        NonDays = "non_days",
        /// That the period ends with the office's hours (150/1930 6 §).
        ClosingHour = "closing_hour",
        /// Who may make the claim (kuntalaki 137 §).
        Claimants = "claimants",
        /// Names of natural persons within the texts, marked as personal.
        NamesInText = "names_in_text",
        /// The headings of the document, as they were written.
        Headings = "headings",
        /// Lines that found no place.
        Unrecognised = "unrecognised",
    }
}

codes! {
    /// Why a file is not read as a decision document.
    #[derive(thiserror::Error)]
    pub enum NotADecision {
        /// Nothing but white space.
        #[error("the file is empty")]
        Empty = "empty",
        /// More than 10 MB.
        #[error("the file is larger than 10 MB")]
        TooLarge = "too_large",
        /// A PDF: its text has to be taken out first.
        #[error("the file is a PDF, not its text")]
        Pdf = "pdf",
        /// A marked-up file such as RTF or HTML.
        #[error("the file is not plain text")]
        AnotherFormat = "another_format",
        /// Not a text at all.
        #[error("the file is not a text")]
        Binary = "binary",
        /// Neither UTF-8, UTF-16 with a mark nor Windows-1252.
        #[error("the file's encoding is not known")]
        UnknownEncoding = "unknown_encoding",
        /// A text that has nothing of a decision document.
        #[error("the text is not a decision document")]
        NoDecision = "no_decision",
    }
}
