//! Mails of the register: plain text.
//!
//! A mail leaves the register for good, so none holds a name of a party or anything personal.

pub mod distribution;
pub mod follow;
pub mod notification;
pub mod reminder;

/// A mail as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Its subject, on one line.
    pub subject: String,
    /// Its text.
    pub body: String,
}

/// A text without line breaks, and with spaces that a search in a mailbox finds.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
