//! Reminders: that somebody's appeal period ends soon, told to the officials concerned.
//!
//! A reminder is of one official and one last day. It is shown on the desk and goes by e-mail
//! where that is set up. `docs/states/reminder.md` draws its life.

mod plan;

use calendar::open_day_before;
use time::{Date, OffsetDateTime};

use crate::id::{DecisionId, ReminderId, ServiceId};

pub use crate::mailing::{Failure, Mailing, NotNow, Outcome, Trouble};
pub use plan::{Ending, HORIZON, Plan, Reminded, plan};

/// How many working days before a last day its reminder is due.
pub const WORKING_DAYS: u8 = 3;

/// The day on which the reminder of a last day is due: three days before it, of which none is a
/// Saturday, a Sunday or a day on which a period cannot end (150/1930 5 §).
///
/// ```
/// use domain::reminder::due_on;
/// use time::macros::date;
/// // Wednesday 27 December 2023: Christmas and the weekend before it are no working days.
/// assert_eq!(due_on(date!(2023 - 12 - 27)), date!(2023 - 12 - 20));
/// ```
pub fn due_on(last_day: Date) -> Date {
    open_day_before(last_day, WORKING_DAYS)
}

/// Whose appeal period a reminder is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PeriodOf {
    /// The decision.
    pub decision: DecisionId,
    /// The service of the party whose period it is; `None` for that of municipal members.
    pub service: Option<ServiceId>,
}

/// A reminder of one last day to one official.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminder {
    /// Its identity, from which the Message-ID of its mail is made: the same however often it
    /// should be sent.
    pub id: ReminderId,
    /// Raised with each change.
    pub version: i64,
    /// Who is reminded, of what. Of each there is one reminder at most.
    pub reminded: Reminded,
    /// What has become of its mail.
    pub state: Mailing,
    /// When the official said to have seen it.
    pub acknowledged: Option<OffsetDateTime>,
}

/// The transitions of its mail. Each fails with [`NotNow`] from any other state.
#[expect(clippy::missing_errors_doc, reason = "the line above says it of all")]
impl Reminder {
    /// Begins to send it.
    pub fn begin(self) -> Result<Self, NotNow> {
        self.becomes(Mailing::begin)
    }

    /// Records what came of sending it.
    pub fn finish(self, outcome: Outcome) -> Result<Self, NotNow> {
        self.becomes(|state| state.finish(outcome))
    }

    /// Lets one that was not sent, or perhaps not, be sent once more.
    pub fn send_again(self) -> Result<Self, NotNow> {
        self.becomes(Mailing::send_again)
    }

    /// Settles an unknown one: somebody found out that it was received.
    pub fn confirm_received(self) -> Result<Self, NotNow> {
        self.becomes(Mailing::confirm_received)
    }

    /// Takes back one that waits: it is not needed any more.
    pub fn withdraw(self) -> Result<Self, NotNow> {
        self.becomes(Mailing::withdraw)
    }

    /// Plans one anew that was taken back: its last day is the last day again.
    pub fn plan_anew(self) -> Result<Self, NotNow> {
        self.becomes(Mailing::plan_anew)
    }

    fn becomes(
        self,
        transition: impl FnOnce(Mailing) -> Result<Mailing, NotNow>,
    ) -> Result<Self, NotNow> {
        let state = transition(self.state)?;
        Ok(Self { state, ..self })
    }
}
