//! Why something that waits on the desk is late.

use time::{Date, Duration};

use super::desk::TaskKind;

/// Why a task is late. Each says since which day it waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Late {
    /// A decision was returned, and its draft not sent again.
    Returned {
        /// The day.
        since: Date,
    },
    /// A decision waits for signature.
    Unsigned {
        /// Since the day it was sent.
        since: Date,
    },
    /// A signed decision waits for publication.
    Unpublished {
        /// Since the day it was signed.
        since: Date,
    },
    /// A party's day of service is not known, so that its period does not run out.
    Unserved {
        /// Since the day the decision moved last.
        since: Date,
    },
    /// A case waits for the approval of its disposal.
    Undecided {
        /// Since the day it was proposed.
        since: Date,
    },
}

impl Late {
    /// Days after which something that waits is late: a week, in which somebody was there.
    pub const AFTER: Duration = Duration::days(7);

    /// Why a task that waits since a day is late on a day, if it is. A returned draft is so at
    /// once: its decision maker waits for it.
    pub fn of(kind: &TaskKind, returned: Option<Date>, since: Date, today: Date) -> Option<Self> {
        let waited = today - since > Self::AFTER;
        match kind {
            TaskKind::FinishDraft => returned.map(|since| Self::Returned { since }),
            TaskKind::Sign => waited.then_some(Self::Unsigned { since }),
            TaskKind::Publish => waited.then_some(Self::Unpublished { since }),
            TaskKind::RecordServiceDay { .. } => waited.then_some(Self::Unserved { since }),
            // Nothing runs from it, so that a day more or less takes nothing from anybody.
            TaskKind::TellOfCorrection => None,
        }
    }

    /// Why a proposal for disposal that waits since a day is late on a day, if it is.
    pub fn of_disposal(since: Date, today: Date) -> Option<Self> {
        (today - since > Self::AFTER).then_some(Self::Undecided { since })
    }

    /// Since which day it waits.
    pub const fn since(self) -> Date {
        match self {
            Self::Returned { since }
            | Self::Unsigned { since }
            | Self::Unpublished { since }
            | Self::Unserved { since }
            | Self::Undecided { since } => since,
        }
    }
}
