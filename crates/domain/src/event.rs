//! What happened, as the audit log names it.

use serde::{Deserialize, Serialize};

macro_rules! events {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A fact of the audit log. The codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        pub enum Event {
            $($(#[$doc])* #[serde(rename = $code)] $name,)+
        }

        impl Event {
            /// Every event.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The event of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|event| event.code() == code)
            }
        }
    };
}

events! {
    /// The register was created and given its city.
    RegisterCreated = "register_created",
    /// An account was added.
    UserAdded = "user_added",
    /// An account was disabled.
    UserDisabled = "user_disabled",
    /// An official signed in.
    SignedIn = "signed_in",
    /// A sign-in was refused.
    SignInRefused = "sign_in_refused",
    /// A section series was added.
    SeriesAdded = "series_added",
    /// An organisation was added.
    OrganisationAdded = "organisation_added",
    /// A case was opened.
    CaseOpened = "case_opened",
    /// A case was changed.
    CaseChanged = "case_changed",
    /// A project was entered.
    ProjectEntered = "project_entered",
    /// A project was changed.
    ProjectChanged = "project_changed",
    /// A version of a funding plan was saved.
    FundingPlanSaved = "funding_plan_saved",
    /// A decision was drafted.
    DecisionDrafted = "decision_drafted",
    /// A decision document's text was read into a draft.
    DecisionImported = "decision_imported",
    /// A draft was changed.
    DraftChanged = "draft_changed",
    /// A draft was sent for signature.
    DecisionSent = "decision_sent",
    /// A decision was returned to its preparer.
    DecisionReturned = "decision_returned",
    /// A decision was signed here.
    DecisionSigned = "decision_signed",
    /// A decision made elsewhere was recorded.
    DecisionRecorded = "decision_recorded",
    /// A decision was published.
    DecisionPublished = "decision_published",
    /// The service of a party was recorded.
    ServiceRecorded = "service_recorded",
    /// Somebody was marked as a party, to be served.
    PartyAdded = "party_added",
    /// A claim or appeal was recorded.
    FilingRecorded = "filing_recorded",
    /// The outcome of a claim or appeal was recorded.
    FilingDecided = "filing_decided",
    /// A registrar stated that a decision is final.
    LegalForceStated = "legal_force_stated",
    /// A statement of legal force was reopened.
    LegalForceReopened = "legal_force_reopened",
    /// A certificate of legal force was given.
    LegalForceCertified = "legal_force_certified",
    /// A meeting left the call-in right to officers' decisions unused.
    CallInLeftUnused = "call_in_left_unused",
    /// An extract was certified.
    ExtractCertified = "extract_certified",
    /// An extract with the secret parts was certified for somebody entitled to them.
    SecretExtractCertified = "secret_extract_certified",
    /// A file was attached to a draft.
    FileAttached = "file_attached",
    /// An attachment was removed from a draft.
    AttachmentRemoved = "attachment_removed",
    /// The attachments of a draft were put in another order.
    AttachmentsOrdered = "attachments_ordered",
    /// A published decision was withdrawn from the public network as a whole.
    PublicationWithdrawn = "publication_withdrawn",
    /// A withdrawn decision was published again.
    PublishedAgain = "published_again",
    /// The personal data of a decision left the public with the end of the member's period.
    PersonalDataEnded = "personal_data_ended",
    /// A reminder was handed to the mail server, refused by it, or nobody knows which.
    ReminderMailed = "reminder_mailed",
    /// A registrar let a reminder be sent again.
    ReminderSentAgain = "reminder_sent_again",
    /// A registrar found out that a reminder was received.
    ReminderReceived = "reminder_received",
    /// An official said to have seen a reminder.
    ReminderAcknowledged = "reminder_acknowledged",
    /// Internal material was exported from the command line.
    ExportedInternally = "exported_internally",
}
