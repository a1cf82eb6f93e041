//! Who may do what, as one total table.

use serde::{Deserialize, Serialize};

/// What an account may do (contract: `user add --role`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Drafts decisions and keeps projects (valmistelija).
    Preparer,
    /// Opens cases, publishes, records service, certifies extracts (kirjaaja).
    Registrar,
    /// Signs (viranhaltija).
    DecisionMaker,
    /// Keeps funding plans and follows commitments (talous).
    Finance,
    /// Manages accounts (pääkäyttäjä).
    Administrator,
    /// Reads everything, also the audit log (tarkastaja).
    Auditor,
}

/// Something a person does with the register. Each is one transaction and one audit event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum UseCase {
    /// See the desk and officials' pages.
    ReadDesk,
    /// See what is secret in decisions: only whose work needs it (julkisuuslaki 22–23 §).
    ReadSecrets,
    /// Open a case, and keep what the register holds of it.
    EditCase,
    /// Add or rename an organisation.
    EditOrganisation,
    /// Enter or change a project.
    EditProject,
    /// Save a new version of a funding plan.
    EditFundingPlan,
    /// Record what was decided about the city's budget.
    ManageBudget,
    /// Record what becomes of commitments: conditions met, payments, recoveries, releases.
    ManageCommitments,
    /// Record the payment claims of the city's own projects, and what other funders decide and pay.
    ManageClaims,
    /// Match payments with the postings of the city's ledger.
    MatchPayments,
    /// Draft, import or change an unsigned decision, and send it for signature.
    DraftDecision,
    /// Sign a decision in the own section series, or return it.
    SignDecision,
    /// Record a decision as made elsewhere.
    RecordDecision,
    /// Publish a signed decision.
    PublishDecision,
    /// Correct a typing error in a frozen decision.
    CorrectDecision,
    /// Record when and how a party was served.
    RecordService,
    /// Distribute decisions by e-mail, and see to whom.
    DistributeDecision,
    /// Record claims and appeals and their outcomes.
    RecordFiling,
    /// State that a decision is final, reopen that, and certify it.
    StateLegalForce,
    /// Record that a meeting left officers' decisions as they are.
    RecordCallIn,
    /// Certify an extract for a recipient.
    CertifyExtract,
    /// Make a signed decision into a document with a code of its own.
    MakeDecisionDocument,
    /// Give an applicant a letter of commitment.
    GiveCommitmentLetter,
    /// Withdraw a published decision from the public network, and publish it again.
    WithdrawPublication,
    /// Say that one has seen a reminder of one's own.
    AcknowledgeReminder,
    /// Settle a reminder of which nobody knows whether it arrived.
    SettleReminder,
    /// Record by which delegation an office decides, up to how much.
    ManageDelegations,
    /// Resolve, close and reopen cases.
    CloseCase,
    /// Keep the classes of cases and how long each is kept.
    EditCaseClass,
    /// Set where case numbers come from.
    SetCaseNumbering,
    /// Propose cases for disposal.
    ProposeDisposal,
    /// Approve or leave what another official proposed for disposal.
    ApproveDisposal,
    /// Add, change, disable and unlock accounts.
    ManageUsers,
    /// Read the audit log, and export it.
    ReadAudit,
    /// Choose the own password and notifications, end the own sessions.
    ManageOwnAccount,
    /// Add section series, and say what their decision makers are called.
    ManageSeries,
    /// Say who is a deputy in a section series, and for how long.
    ManageDeputies,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 6] = [
        Self::Preparer,
        Self::Registrar,
        Self::DecisionMaker,
        Self::Finance,
        Self::Administrator,
        Self::Auditor,
    ];

    /// The code of the contract, e.g. `decision-maker`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Preparer => "preparer",
            Self::Registrar => "registrar",
            Self::DecisionMaker => "decision-maker",
            Self::Finance => "finance",
            Self::Administrator => "administrator",
            Self::Auditor => "auditor",
        }
    }

    /// The role of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }

    /// Whether the role may do it. Everything not listed is refused.
    pub const fn may(self, use_case: UseCase) -> bool {
        use UseCase as U;
        // Whoever has a desk is reminded on it, has an account to look after, and can print what
        // it shows.
        if matches!(
            use_case,
            U::ReadDesk | U::AcknowledgeReminder | U::ManageOwnAccount | U::MakeDecisionDocument
        ) {
            return true;
        }
        match self {
            Self::Preparer => matches!(
                use_case,
                U::EditCase
                    | U::EditOrganisation
                    | U::EditProject
                    | U::EditFundingPlan
                    | U::ManageClaims
                    | U::DraftDecision
                    | U::GiveCommitmentLetter
                    | U::ReadSecrets
            ),
            Self::Registrar => matches!(
                use_case,
                U::EditCase
                    | U::EditOrganisation
                    | U::EditProject
                    | U::DraftDecision
                    | U::RecordDecision
                    | U::PublishDecision
                    | U::CorrectDecision
                    | U::RecordService
                    | U::DistributeDecision
                    | U::RecordFiling
                    | U::StateLegalForce
                    | U::RecordCallIn
                    | U::CertifyExtract
                    | U::GiveCommitmentLetter
                    | U::WithdrawPublication
                    | U::ReadSecrets
                    | U::SettleReminder
                    | U::CloseCase
                    | U::EditCaseClass
                    | U::ProposeDisposal
            ),
            Self::DecisionMaker => matches!(
                use_case,
                U::SignDecision | U::CorrectDecision | U::ReadSecrets
            ),
            Self::Finance => matches!(
                use_case,
                U::EditOrganisation
                    | U::EditProject
                    | U::EditFundingPlan
                    | U::ManageBudget
                    | U::ManageCommitments
                    | U::ManageClaims
                    | U::MatchPayments
                    | U::GiveCommitmentLetter
            ),
            Self::Administrator => matches!(
                use_case,
                U::ManageUsers
                    | U::ManageSeries
                    | U::ManageDeputies
                    | U::ManageDelegations
                    | U::EditCaseClass
                    | U::SetCaseNumbering
                    | U::ApproveDisposal
            ),
            Self::Auditor => matches!(use_case, U::ReadAudit | U::ReadSecrets),
        }
    }
}

impl UseCase {
    /// Every use case.
    pub const ALL: [Self; 37] = [
        Self::ReadDesk,
        Self::ReadSecrets,
        Self::EditCase,
        Self::EditOrganisation,
        Self::EditProject,
        Self::EditFundingPlan,
        Self::ManageBudget,
        Self::ManageCommitments,
        Self::ManageClaims,
        Self::MatchPayments,
        Self::DraftDecision,
        Self::SignDecision,
        Self::RecordDecision,
        Self::PublishDecision,
        Self::CorrectDecision,
        Self::RecordService,
        Self::DistributeDecision,
        Self::RecordFiling,
        Self::StateLegalForce,
        Self::RecordCallIn,
        Self::CertifyExtract,
        Self::MakeDecisionDocument,
        Self::GiveCommitmentLetter,
        Self::WithdrawPublication,
        Self::AcknowledgeReminder,
        Self::SettleReminder,
        Self::ManageDelegations,
        Self::CloseCase,
        Self::EditCaseClass,
        Self::SetCaseNumbering,
        Self::ProposeDisposal,
        Self::ApproveDisposal,
        Self::ManageUsers,
        Self::ReadAudit,
        Self::ManageOwnAccount,
        Self::ManageSeries,
        Self::ManageDeputies,
    ];
}
