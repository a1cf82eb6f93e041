//! Relations of cases, written once and read from both sides.

use crate::id::{CaseId, CaseRelationId};

/// That a case has to do with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseRelation {
    /// Its identity.
    pub id: CaseRelationId,
    /// The case it is read from.
    pub case: CaseId,
    /// What that case is to the other.
    pub kind: RelationKind,
    /// The other case.
    pub other: CaseId,
}

/// What a case is to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RelationKind {
    /// It continues the other.
    Continues,
    /// The other continues it.
    ContinuedBy,
    /// It is a part of the other.
    PartOf,
    /// The other is a part of it.
    Contains,
    /// They have to do with each other.
    Related,
}

impl RelationKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::Continues,
        Self::ContinuedBy,
        Self::PartOf,
        Self::Contains,
        Self::Related,
    ];

    /// The code; of two kinds that are one relation, only one is stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Continues => "continues",
            Self::ContinuedBy => "continued_by",
            Self::PartOf => "part_of",
            Self::Contains => "contains",
            Self::Related => "related",
        }
    }

    /// The kind of a code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What the other case is to this one.
    #[must_use]
    pub const fn inverse(self) -> Self {
        match self {
            Self::Continues => Self::ContinuedBy,
            Self::ContinuedBy => Self::Continues,
            Self::PartOf => Self::Contains,
            Self::Contains => Self::PartOf,
            Self::Related => Self::Related,
        }
    }
}

impl CaseRelation {
    /// The same relation read from the other case.
    #[must_use]
    pub const fn from_other(self) -> Self {
        Self {
            id: self.id,
            case: self.other,
            kind: self.kind.inverse(),
            other: self.case,
        }
    }

    /// The relation as it is stored: of two kinds that say the same, one.
    #[must_use]
    pub const fn canonical(self) -> Self {
        match self.kind {
            RelationKind::Continues | RelationKind::PartOf | RelationKind::Related => self,
            RelationKind::ContinuedBy | RelationKind::Contains => self.from_other(),
        }
    }
}
