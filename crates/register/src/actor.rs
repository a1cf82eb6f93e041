//! Who does something: an official who signed in, or somebody at the command line.

use domain::id::UserId;
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::UseCase;
use store::AuditActor;

/// Who does something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// An official who signed in.
    Official(Official),
    /// Somebody who may run the binary, by the name of the operating system's user; the audit
    /// log names them `operator:<user>`.
    Operator(Personal<String>),
}

impl Actor {
    /// Somebody at the command line.
    pub fn operator(os_user: impl Into<String>) -> Self {
        Self::Operator(Personal::new(os_user.into()))
    }

    /// The account, where there is one.
    pub const fn user(&self) -> Option<UserId> {
        match self {
            Self::Official(official) => Some(official.id),
            Self::Operator(_) => None,
        }
    }

    /// Whether the actor may do it: the role's table for officials, what the command line offers
    /// for operators. Signing, publishing, serving and certifying are always an official's own
    /// acts.
    pub fn may(&self, use_case: UseCase) -> bool {
        match self {
            Self::Official(official) => {
                // A password that somebody else knows only serves to choose another one.
                let is_own =
                    !official.must_change_password || matches!(use_case, UseCase::ManageOwnAccount);
                !official.disabled && is_own && official.role.may(use_case)
            }
            Self::Operator(_) => matches!(
                use_case,
                UseCase::ReadDesk
                    | UseCase::ReadSecrets
                    | UseCase::EditCase
                    | UseCase::EditOrganisation
                    | UseCase::EditProject
                    | UseCase::EditFundingPlan
                    | UseCase::MatchPayments
                    | UseCase::DraftDecision
                    | UseCase::ManageUsers
                    | UseCase::ReadAudit
                    | UseCase::ManageSeries
                    | UseCase::ManageDeputies
            ),
        }
    }

    pub(crate) fn for_audit(&self) -> AuditActor {
        match self {
            Self::Official(official) => AuditActor::User {
                id: official.id,
                name: official.name.clone(),
                role: official.role,
            },
            Self::Operator(user) => AuditActor::Operator(user.clone()),
        }
    }
}

impl From<Official> for Actor {
    fn from(official: Official) -> Self {
        Self::Official(official)
    }
}
