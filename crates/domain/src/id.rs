//! Identities: `UUIDv7` values, one type for each kind of thing.
//!
//! An identity says *which one* and nothing else. Order comes from publication and change
//! numbers, never from an identity.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl From<Uuid> for $name {
            fn from(uuid: Uuid) -> Self {
                Self(uuid)
            }
        }

        impl From<$name> for Uuid {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }
    )+};
}

ids! {
    /// Identity of a person who signs in.
    UserId;
    /// Identity of an organisation: funder, beneficiary, authority.
    OrganisationId;
    /// Identity of a case (asia).
    CaseId;
    /// Identity of a project (hanke).
    ProjectId;
    /// Identity of a decision (päätös).
    DecisionId;
    /// Identity of a service record (tiedoksianto) of one recipient.
    ServiceId;
    /// Identity of an extract (ote) given to one recipient.
    ExtractId;
    /// Identity of a signed decision made into a document (päätösasiakirja).
    DecisionDocumentId;
    /// Identity of a letter of commitment (rahoitussitoumus).
    CommitmentLetterId;
    /// Identity of an entry about an instalment (maksuerä).
    InstalmentEntryId;
    /// Identity of a job.
    JobId;
    /// Identity of a claim or appeal received against a decision.
    FilingId;
    /// Identity of a statement of legal force (lainvoima).
    LegalForceId;
    /// Identity of a certificate of legal force.
    CertificateId;
    /// Identity of a meeting that used its call-in right (otto-oikeus) or left it unused.
    CallInId;
    /// Identity of a reminder of a last day.
    ReminderId;
    /// Identity of a deputyship (sijaisuus) in a section series.
    DeputyshipId;
    /// Identity of a session of an official; it says nothing of the token that opens it.
    SessionId;
    /// Identity of a notification to an official.
    NotificationId;
    /// Identity of a delegation of authority (toimivallan siirto).
    DelegationId;
    /// Identity of an attachment (liite) of a draft.
    AttachmentId;
    /// Identity of what stands publicly in the place of a decision.
    StubId;
    /// Identity of the record of a document of a case.
    CaseDocumentId;
    /// Identity of a measure in the handling of a case.
    CaseMeasureId;
    /// Identity of who has to do with a case.
    CasePartyId;
    /// Identity of a relation of two cases.
    CaseRelationId;
    /// Identity of a rule on how long the cases of a class are kept.
    RetentionRuleId;
    /// Identity of a decision about the budget.
    BudgetDecisionId;
    /// Identity of an act that closes a budget year or opens it again.
    BudgetClosingId;
    /// Identity of an accepted excess over an appropriation.
    OverrideId;
    /// Identity of an entry about a commitment.
    CommitmentEntryId;
    /// Identity of an entry about payment claims (maksatushakemus).
    ClaimEntryId;
    /// Identity of an entry about another funder of a project.
    CoFundingEntryId;
    /// Identity of a payment's match with the ledger.
    LedgerMatchId;
    /// Identity of a file that is about to be imported.
    ImportFileId;
    /// Identity of a line of the disposal list.
    DisposalId;
    /// Identity of an entry of the distribution (tiedoksi) of a decision.
    DistributionId;
    /// Identity of an address that follows decisions by e-mail.
    FollowerId;
    /// The key a form carries, so that a double submit is answered with the first result.
    IdempotencyKey;
}
