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
    /// It was recorded to which phase a project came.
    ProjectPhaseRecorded = "project_phase_recorded",
    /// The last recorded phase of a project was taken back.
    ProjectPhaseUndone = "project_phase_undone",
    /// A note about a project was written down.
    ProjectNoteAdded = "project_note_added",
    /// A version of a funding plan was saved.
    FundingPlanSaved = "funding_plan_saved",
    /// A decision about the budget was recorded.
    BudgetDecisionRecorded = "budget_decision_recorded",
    /// A budget year was closed.
    BudgetYearClosed = "budget_year_closed",
    /// A closed budget year was opened again.
    BudgetYearReopened = "budget_year_reopened",
    /// It was recorded what became of a commitment.
    CommitmentEntryRecorded = "commitment_entry_recorded",
    /// It was recorded when a part of a commitment falls due, or how far it is.
    InstalmentEntryRecorded = "instalment_entry_recorded",
    /// It was recorded what was claimed for a project, or how far a claim is.
    ClaimEntryRecorded = "claim_entry_recorded",
    /// It was recorded what another funder of a project decided or paid.
    CoFundingEntryRecorded = "co_funding_entry_recorded",
    /// The rows of a table that was handed in were recorded.
    TableImported = "table_imported",
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
    /// A sent draft was taken back by those who prepare it.
    DecisionRecalled = "decision_recalled",
    /// A draft was withdrawn.
    DraftAbandoned = "draft_abandoned",
    /// A withdrawn draft was taken up again.
    DraftTakenUp = "draft_taken_up",
    /// A decision maker stated a conflict of interest.
    ConflictStated = "conflict_stated",
    /// A decision was signed here.
    DecisionSigned = "decision_signed",
    /// A decision made elsewhere was recorded.
    DecisionRecorded = "decision_recorded",
    /// A decision was published.
    DecisionPublished = "decision_published",
    /// The day of a publication was set, or taken back.
    PublicationScheduled = "publication_scheduled",
    /// A typing error in a frozen decision was corrected.
    DecisionCorrected = "decision_corrected",
    /// Parties were told of a correction.
    CorrectionTold = "correction_told",
    /// The service of several parties was recorded at once.
    ServicesRecorded = "services_recorded",
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
    /// A signed decision was made into a document with a code of its own.
    DecisionDocumentMade = "decision_document_made",
    /// The same with the secret parts.
    SecretDecisionDocumentMade = "secret_decision_document_made",
    /// A letter of commitment was given.
    CommitmentLetterGiven = "commitment_letter_given",
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
    /// A delegation of authority was recorded.
    DelegationRecorded = "delegation_recorded",
    /// A delegation of authority was changed.
    DelegationChanged = "delegation_changed",
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
    /// Name, role or series of an account was changed.
    UserChanged = "user_changed",
    /// An account got another office from a day on.
    OfficeChanged = "office_changed",
    /// A disabled account was enabled again.
    UserEnabled = "user_enabled",
    /// So many passwords were wrong in a row that signing in must wait.
    SignInLocked = "sign_in_locked",
    /// An administrator let a locked account sign in at once.
    SignInUnlocked = "sign_in_unlocked",
    /// An administrator gave an account a password that is to be changed.
    OneTimePasswordSet = "one_time_password_set",
    /// An official chose another password.
    PasswordChanged = "password_changed",
    /// A session was ended by somebody else than who used it, or from another one.
    SessionEnded = "session_ended",
    /// An official ended every other session of the own account.
    OtherSessionsEnded = "other_sessions_ended",
    /// An official chose what to be notified of, and how.
    NotificationsChosen = "notifications_chosen",
    /// A decision maker has another name from a day on.
    DecisionMakerRenamed = "decision_maker_renamed",
    /// It was set on which day the decisions of a section series are published.
    PublicationRuleSet = "publication_rule_set",
    /// An account became a deputy in a section series for some days.
    DeputyAdded = "deputy_added",
    /// A deputyship was ended before its last day.
    DeputyEnded = "deputy_ended",
    /// The audit log was exported.
    AuditLogExported = "audit_log_exported",
    /// A list was exported as officials see it.
    DataExported = "data_exported",
    /// A notification was handed to the mail server, refused by it, or nobody knows which.
    NotificationMailed = "notification_mailed",
    /// An account got another e-mail address, by which it signs in.
    UserAddressChanged = "user_address_changed",
    /// An official found out that the mail of a notification was received.
    NotificationReceived = "notification_received",
    /// An official let the mail of a notification be sent again.
    NotificationSentAgain = "notification_sent_again",
    /// Somebody was added to the distribution of a frozen decision.
    DistributionAdded = "distribution_added",
    /// Somebody of a distribution got another e-mail address.
    DistributionReaddressed = "distribution_readdressed",
    /// The mail to somebody of a distribution was handed over, refused, or nobody knows which.
    DistributionMailed = "distribution_mailed",
    /// Such a mail was taken back before it was sent.
    DistributionWithdrawn = "distribution_withdrawn",
    /// A registrar let such a mail be sent once more.
    DistributionSentAgain = "distribution_sent_again",
    /// A registrar found out that such a mail was received.
    DistributionReceived = "distribution_received",
    /// The e-mail addresses of a distribution were removed.
    DistributionForgotten = "distribution_forgotten",
}

macro_rules! subject_kinds {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A kind of thing that events happen to. The codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum SubjectKind {
            $($(#[$doc])* $name,)+
        }

        impl SubjectKind {
            /// Every kind.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            /// The kind of a code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.code() == code)
            }
        }
    };
}

subject_kinds! {
    /// The register.
    Register = "register",
    /// An account.
    User = "user",
    /// A section series.
    Series = "series",
    /// An organisation.
    Organisation = "organisation",
    /// A case.
    Case = "case",
    /// A project or its funding plan.
    Project = "project",
    /// A decision about the budget.
    Budget = "budget",
    /// An act about a budget year.
    BudgetClosing = "budget_closing",
    /// An entry about a commitment.
    CommitmentEntry = "commitment_entry",
    /// An entry about an instalment.
    Instalment = "instalment_entry",
    /// An entry about payment claims.
    ClaimEntry = "claim_entry",
    /// An entry about another funder of a project.
    CoFundingEntry = "co_funding_entry",
    /// A decision.
    Decision = "decision",
    /// A service.
    Service = "service",
    /// An extract.
    Extract = "extract",
    /// A signed decision made into a document.
    DecisionDocument = "decision_document",
    /// A letter of commitment.
    CommitmentLetter = "commitment_letter",
    /// A claim or appeal.
    Filing = "filing",
    /// A statement of legal force.
    LegalForce = "legal_force",
    /// A certificate of legal force.
    Certificate = "certificate",
    /// A meeting that left officers' decisions as they are.
    CallIn = "call_in",
    /// A reminder of a last day.
    Reminder = "reminder",
    /// A notification to an official.
    Notification = "notification",
    /// A delegation of authority.
    Delegation = "delegation",
    /// A class of cases.
    CaseClass = "case_class",
}
