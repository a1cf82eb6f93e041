//! Reminders: that somebody's appeal period ends soon, told to the officials concerned.
//!
//! A reminder is of one official and one last day. It is shown on the desk and goes by e-mail
//! where that is set up. `docs/states/reminder.md` draws its life.

mod plan;

use calendar::open_day_before;
use time::{Date, OffsetDateTime};

use crate::id::{DecisionId, ReminderId, ServiceId};

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
    pub state: ReminderState,
    /// When the official said to have seen it.
    pub acknowledged: Option<OffsetDateTime>,
}

/// What has become of a reminder's mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReminderState {
    /// To be sent; without e-mail it stays so, on the desk.
    Planned,
    /// Being sent. A process that ended meanwhile leaves nobody knowing.
    Sending,
    /// Accepted by the mail server.
    Sent,
    /// Not sent; will be tried again.
    Deferred(Failure),
    /// Not sent, and not tried again by itself.
    Refused(Failure),
    /// Perhaps sent. Never sent again by itself: somebody must find out.
    Unknown(Failure),
    /// A registrar found out that it was received.
    Received,
    /// No longer needed: the last day moved or is over, the official saw it on the desk or left.
    Withdrawn,
}

/// Why a mail was not sent, or may not have been.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub trouble: Trouble,
    /// What the mail server or the system said, or empty.
    pub reply: String,
}

/// What goes wrong with a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trouble {
    /// No connection to the mail server, or it was lost before the message was handed over.
    NoConnection,
    /// The mail server did not answer in time, before the message was handed over.
    NoAnswer,
    /// No connection that is encrypted and to the server it should be to.
    NotSecure,
    /// The mail server does not let the register in.
    NotLetIn,
    /// The mail server said to try again later.
    TryLater,
    /// The mail server refused the message or its recipient for good.
    Refused,
    /// The account's address is none.
    NotAnAddress,
    /// The connection was lost after the message was handed over, before an answer.
    ConnectionLost,
    /// No answer in time after the message was handed over.
    AnswerMissing,
    /// The process ended while it sent.
    Interrupted,
}

impl Trouble {
    /// Every trouble.
    pub const ALL: [Self; 10] = [
        Self::NoConnection,
        Self::NoAnswer,
        Self::NotSecure,
        Self::NotLetIn,
        Self::TryLater,
        Self::Refused,
        Self::NotAnAddress,
        Self::ConnectionLost,
        Self::AnswerMissing,
        Self::Interrupted,
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoConnection => "no_connection",
            Self::NoAnswer => "no_answer",
            Self::NotSecure => "not_secure",
            Self::NotLetIn => "not_let_in",
            Self::TryLater => "try_later",
            Self::Refused => "refused",
            Self::NotAnAddress => "not_an_address",
            Self::ConnectionLost => "connection_lost",
            Self::AnswerMissing => "answer_missing",
            Self::Interrupted => "interrupted",
        }
    }

    /// The trouble of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|trouble| trouble.code() == code)
    }
}

/// What came of sending a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The mail server accepted it.
    Sent,
    /// It was certainly not sent; later it may be.
    Deferred(Failure),
    /// It was certainly not sent, and will not be.
    Refused(Failure),
    /// Nobody knows.
    Unknown(Failure),
}

/// The reminder is not in a state that allows this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the reminder is not in a state that allows this")]
pub struct NotNow;

impl ReminderState {
    /// The stored code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Deferred(_) => "deferred",
            Self::Refused(_) => "refused",
            Self::Unknown(_) => "unknown",
            Self::Received => "received",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a stored code; `None` for an unknown one, or without the failure it has.
    pub fn from_code(code: &str, failure: Option<Failure>) -> Option<Self> {
        match code {
            "planned" => Some(Self::Planned),
            "sending" => Some(Self::Sending),
            "sent" => Some(Self::Sent),
            "deferred" => failure.map(Self::Deferred),
            "refused" => failure.map(Self::Refused),
            "unknown" => failure.map(Self::Unknown),
            "received" => Some(Self::Received),
            "withdrawn" => Some(Self::Withdrawn),
            _ => None,
        }
    }

    /// Why it was not sent, or may not have been.
    pub const fn failure(&self) -> Option<&Failure> {
        match self {
            Self::Deferred(failure) | Self::Refused(failure) | Self::Unknown(failure) => {
                Some(failure)
            }
            Self::Planned | Self::Sending | Self::Sent | Self::Received | Self::Withdrawn => None,
        }
    }

    /// Whether it waits to be sent, for the first time or again.
    pub const fn waits(&self) -> bool {
        matches!(self, Self::Planned | Self::Deferred(_))
    }

    /// Whether a registrar is to look at it.
    pub const fn is_unsettled(&self) -> bool {
        matches!(self, Self::Refused(_) | Self::Unknown(_))
    }
}

/// The transitions. Each fails with [`NotNow`] from any other state.
#[expect(clippy::missing_errors_doc, reason = "the line above says it of all")]
impl Reminder {
    /// Begins to send it.
    pub fn begin(self) -> Result<Self, NotNow> {
        let waits = self.state.waits();
        self.becomes(waits, ReminderState::Sending)
    }

    /// Records what came of sending it.
    pub fn finish(self, outcome: Outcome) -> Result<Self, NotNow> {
        let sending = self.state == ReminderState::Sending;
        let state = match outcome {
            Outcome::Sent => ReminderState::Sent,
            Outcome::Deferred(failure) => ReminderState::Deferred(failure),
            Outcome::Refused(failure) => ReminderState::Refused(failure),
            Outcome::Unknown(failure) => ReminderState::Unknown(failure),
        };
        self.becomes(sending, state)
    }

    /// Lets one that was not sent, or perhaps not, be sent once more.
    pub fn send_again(self) -> Result<Self, NotNow> {
        let unsettled = self.state.is_unsettled();
        self.becomes(unsettled, ReminderState::Planned)
    }

    /// Settles an unknown one: somebody found out that it was received.
    pub fn confirm_received(self) -> Result<Self, NotNow> {
        let unknown = matches!(self.state, ReminderState::Unknown(_));
        self.becomes(unknown, ReminderState::Received)
    }

    /// Takes back one that waits: it is not needed any more.
    pub fn withdraw(self) -> Result<Self, NotNow> {
        let waits = self.state.waits();
        self.becomes(waits, ReminderState::Withdrawn)
    }

    /// Plans one anew that was taken back: its last day is the last day again.
    pub fn plan_anew(self) -> Result<Self, NotNow> {
        let withdrawn = self.state == ReminderState::Withdrawn;
        self.becomes(withdrawn, ReminderState::Planned)
    }

    fn becomes(self, possible: bool, state: ReminderState) -> Result<Self, NotNow> {
        if possible {
            Ok(Self { state, ..self })
        } else {
            Err(NotNow)
        }
    }
}
