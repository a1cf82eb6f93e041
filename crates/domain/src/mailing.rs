//! Mails of the register to officials and to those who get a decision for information, and what has
//! become of each: `docs/states/reminder.md` draws their states.

/// What has become of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mailing {
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
    /// No longer needed: what it told is over, or the official saw it on the desk or left.
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

impl Failure {
    /// The same without what the mail server said.
    #[must_use]
    pub fn without_reply(self) -> Self {
        Self {
            reply: String::new(),
            ..self
        }
    }
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
    /// The address is none.
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
    /// The mail server accepted it, with these words or none that are known.
    Sent(String),
    /// It was certainly not sent; later it may be.
    Deferred(Failure),
    /// It was certainly not sent, and will not be.
    Refused(Failure),
    /// Nobody knows.
    Unknown(Failure),
}

/// The mail is not in a state that allows this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the mail is not in a state that allows this")]
pub struct NotNow;

impl Mailing {
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
impl Mailing {
    /// Begins to send it.
    pub fn begin(self) -> Result<Self, NotNow> {
        let waits = self.waits();
        becomes(waits, Self::Sending)
    }

    /// Records what came of sending it.
    pub fn finish(self, outcome: Outcome) -> Result<Self, NotNow> {
        let sending = self == Self::Sending;
        let state = match outcome {
            Outcome::Sent(_) => Self::Sent,
            Outcome::Deferred(failure) => Self::Deferred(failure),
            Outcome::Refused(failure) => Self::Refused(failure),
            Outcome::Unknown(failure) => Self::Unknown(failure),
        };
        becomes(sending, state)
    }

    /// Lets one that was not sent, or perhaps not, be sent once more.
    pub fn send_again(self) -> Result<Self, NotNow> {
        becomes(self.is_unsettled(), Self::Planned)
    }

    /// Settles an unknown one: somebody found out that it was received.
    pub fn confirm_received(self) -> Result<Self, NotNow> {
        becomes(matches!(self, Self::Unknown(_)), Self::Received)
    }

    /// Takes back one that waits: it is not needed any more.
    pub fn withdraw(self) -> Result<Self, NotNow> {
        becomes(self.waits(), Self::Withdrawn)
    }

    /// Plans one anew that was taken back: it is needed after all.
    pub fn plan_anew(self) -> Result<Self, NotNow> {
        becomes(self == Self::Withdrawn, Self::Planned)
    }
}

fn becomes(possible: bool, state: Mailing) -> Result<Mailing, NotNow> {
    if possible { Ok(state) } else { Err(NotNow) }
}
