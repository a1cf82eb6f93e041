//! What stands publicly in the place of a whole decision (kuntalaki 140.1 §): it was withdrawn from
//! the public network, or is wholly secret. The decision stays in the register.

use time::OffsetDateTime;

use crate::id::{DecisionId, StubId, UserId};

/// What stands publicly in the place of a decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stub {
    /// Its identity.
    pub id: StubId,
    /// The decision.
    pub decision: DecisionId,
    /// Why there is a stub.
    pub kind: StubKind,
    /// What the public is told: the reason, or the provision that makes the decision secret.
    pub reason: String,
    /// Whether the title goes too.
    pub hides_title: bool,
    /// Since when.
    pub made_at: OffsetDateTime,
    /// By which account.
    pub made_by: UserId,
    /// The office at that moment.
    pub office: String,
    /// When and why the decision was published again; `None` while the stub holds.
    pub ended: Option<Ended>,
}

/// Why a stub stands in the place of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StubKind {
    /// It was public and was withdrawn by hand.
    Withdrawn,
    /// It is secret as a whole: there is only a mention of it.
    Secret,
}

impl StubKind {
    /// The stable code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Withdrawn => "withdrawn",
            Self::Secret => "secret",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Withdrawn, Self::Secret]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}

/// The end of a stub: the decision is public again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: OffsetDateTime,
    /// Why.
    pub reason: String,
}
