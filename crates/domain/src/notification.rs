//! Notifications: that something of one's own moved on, told to the official concerned.
//!
//! A notification is of one event and one official. It stands on the desk until it was read, and
//! goes by e-mail where that is set up. Every official chooses which kinds come, and on which way;
//! at first all of them do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::event::Event;
use crate::id::{DecisionId, NotificationId, UserId};
use crate::mailing::Mailing;

/// After this long a mail that could not be sent is old news, and is not sent any more.
pub const STALE: Duration = Duration::days(2);

/// What an official is notified of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// A decision was sent to be signed in a series in which the official signs.
    ToSign,
    /// A decision that the official prepared was returned.
    Returned,
    /// A decision was signed and waits for publication.
    ToPublish,
    /// A decision that the official prepared was published.
    Published,
    /// A claim or appeal arrived against a decision that the official prepared.
    FilingArrived,
}

impl NotificationKind {
    /// Every kind.
    pub const ALL: [Self; 5] = [
        Self::ToSign,
        Self::Returned,
        Self::ToPublish,
        Self::Published,
        Self::FilingArrived,
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::ToSign => "to_sign",
            Self::Returned => "returned",
            Self::ToPublish => "to_publish",
            Self::Published => "published",
            Self::FilingArrived => "filing_arrived",
        }
    }

    /// The kind of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What an event notifies of, if of anything.
    pub const fn of(event: Event) -> Option<Self> {
        match event {
            Event::DecisionSent => Some(Self::ToSign),
            Event::DecisionReturned => Some(Self::Returned),
            Event::DecisionSigned => Some(Self::ToPublish),
            Event::DecisionPublished => Some(Self::Published),
            Event::FilingRecorded => Some(Self::FilingArrived),
            _ => None,
        }
    }
}

/// How a notification reaches its official.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// On the desk.
    Desk,
    /// By e-mail.
    Mail,
}

impl Way {
    /// Every way.
    pub const ALL: [Self; 2] = [Self::Desk, Self::Mail];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Mail => "mail",
        }
    }

    /// The way of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.code() == code)
    }
}

/// What an official chose to be notified of. What is not switched off comes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Chosen {
    off: BTreeSet<(NotificationKind, Way)>,
}

impl Chosen {
    /// Everything but what was switched off.
    pub fn all_but(off: impl IntoIterator<Item = (NotificationKind, Way)>) -> Self {
        Self {
            off: off.into_iter().collect(),
        }
    }

    /// Whether a kind comes on a way.
    pub fn has(&self, kind: NotificationKind, way: Way) -> bool {
        !self.off.contains(&(kind, way))
    }

    /// What was switched off.
    pub fn off(&self) -> impl Iterator<Item = (NotificationKind, Way)> {
        self.off.iter().copied()
    }
}

/// A notification to one official.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notification {
    /// Its identity, from which the Message-ID of its mail is made.
    pub id: NotificationId,
    /// Raised with each change.
    pub version: i64,
    /// Who is notified.
    pub official: UserId,
    /// Of what.
    pub kind: NotificationKind,
    /// The decision it is about.
    pub decision: DecisionId,
    /// When it happened.
    pub at: OffsetDateTime,
    /// Whether it stands among the official's notifications.
    pub on_desk: bool,
    /// When the official read it.
    pub read_at: Option<OffsetDateTime>,
    /// What has become of its mail; `None` where none is wanted.
    pub mail: Option<Mailing>,
}

impl Notification {
    /// Whether its mail is still worth sending at an instant: not once it was read on the desk, and
    /// not when it is old news.
    pub fn is_mail_needed(&self, now: OffsetDateTime) -> bool {
        self.read_at.is_none() && now < self.at.saturating_add(STALE)
    }
}
