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
    /// A reminder was handed to the mail server, refused by it, or nobody knows which.
    ReminderMailed = "reminder_mailed",
    /// A registrar let a reminder be sent again.
    ReminderSentAgain = "reminder_sent_again",
    /// A registrar found out that a reminder was received.
    ReminderReceived = "reminder_received",
    /// An official said to have seen a reminder.
    ReminderAcknowledged = "reminder_acknowledged",
    /// A document that came in or was made here was registered in a case.
    CaseDocumentAdded = "case_document_added",
    /// The record of a document was corrected.
    CaseDocumentCorrected = "case_document_corrected",
    /// A document was found not to belong to its case.
    CaseDocumentVoided = "case_document_voided",
    /// A measure was recorded in a case.
    CaseMeasureAdded = "case_measure_added",
    /// The record of a measure was corrected.
    CaseMeasureCorrected = "case_measure_corrected",
    /// Somebody was recorded as having to do with a case.
    CasePartyAdded = "case_party_added",
    /// That record was corrected.
    CasePartyCorrected = "case_party_corrected",
    /// That record was removed.
    CasePartyRemoved = "case_party_removed",
    /// Two cases were related.
    CaseRelated = "case_related",
    /// The relation of two cases was removed.
    CaseUnrelated = "case_unrelated",
    /// A case was resolved by its decisions.
    CaseResolved = "case_resolved",
    /// A case was closed.
    CaseClosed = "case_closed",
    /// A resolved or closed case became pending again.
    CaseReopened = "case_reopened",
    /// A class of cases was added.
    CaseClassAdded = "case_class_added",
    /// A class of cases was renamed.
    CaseClassChanged = "case_class_changed",
    /// A rule on how long the cases of a class are kept was added.
    RetentionRuleAdded = "retention_rule_added",
    /// Such a rule was corrected or ended.
    RetentionRuleChanged = "retention_rule_changed",
    /// It was set where case numbers come from.
    CaseNumberingSet = "case_numbering_set",
    /// A case was proposed for disposal.
    DisposalProposed = "disposal_proposed",
    /// A proposal was left: the case is kept on.
    DisposalLeft = "disposal_left",
    /// A case lost what is not kept for good.
    CaseDisposed = "case_disposed",
    /// Internal material was exported from the command line.
    ExportedInternally = "exported_internally",
}
