//! How knowledge of a decision reached somebody.

use crate::code::parsed_from_code;

/// A means of service or publication (tiedoksiantotapa); it says which event is dated.
///
/// ```
/// use calendar::{Means, UnknownCode};
///
/// assert_eq!("e-message".parse(), Ok(Means::EMessage));
/// assert_eq!("email".parse::<Means>(), Err(UnknownCode { of: "means" }));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Means {
    /// An ordinary letter; the event is its posting (hallintolaki 59 §).
    Letter,
    /// A letter to an authority; the event is its arrival (hallintolaki 59 §).
    LetterToAuthority,
    /// An ordinary electronic message with consent; the event is its sending (13/2003 19 §).
    EMessage,
    /// Verifiable service: certificate of receipt, handing over, fetching; the event is the date
    /// that the certificate shows (hallintolaki 60 §, 13/2003 18 §).
    Proof,
    /// Substituted service; the event is the date on the certificate (hallintolaki 61 §).
    Substituted,
    /// Minutes in the public network; the event is their publication, and the knowledge is the
    /// municipal member's (kuntalaki 140.3 §).
    PublishedMinutes,
    /// Public notice (yleistiedoksianto); the event is its publication (hallintolaki 62 §).
    PublicNotice,
    /// An electronic message to a tenderer; the event is its sending (hankintalaki 127 §).
    ProcurementEMessage,
    /// A letter to a tenderer; the event is its sending (hankintalaki 127 §).
    ProcurementLetter,
    /// Any other event from which a period is counted directly.
    Event,
}

impl Means {
    /// Every means, in the order of the declaration.
    pub const ALL: [Self; 10] = [
        Self::Letter,
        Self::LetterToAuthority,
        Self::EMessage,
        Self::Proof,
        Self::Substituted,
        Self::PublishedMinutes,
        Self::PublicNotice,
        Self::ProcurementEMessage,
        Self::ProcurementLetter,
        Self::Event,
    ];

    /// The stable code, as in commands, files and databases.
    ///
    /// ```
    /// use calendar::Means;
    ///
    /// assert_eq!(Means::PublishedMinutes.code(), "published-minutes");
    /// ```
    pub const fn code(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::LetterToAuthority => "letter-to-authority",
            Self::EMessage => "e-message",
            Self::Proof => "proof",
            Self::Substituted => "substituted",
            Self::PublishedMinutes => "published-minutes",
            Self::PublicNotice => "public-notice",
            Self::ProcurementEMessage => "procurement-e-message",
            Self::ProcurementLetter => "procurement-letter",
            Self::Event => "event",
        }
    }
}

parsed_from_code!(Means, "means");
