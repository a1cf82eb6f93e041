//! Dated notes about a project: officials' own, only added to, never public.

use time::{Date, OffsetDateTime};

use crate::finding::Findings;
use crate::publicity::Personal;

/// A note about a project. It may name people, so it is never public.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectNote {
    /// From 1, in the order of writing.
    pub number: u32,
    /// The day it is about.
    pub on: Date,
    /// What was noted.
    pub text: Personal<String>,
    /// When it was written down.
    pub written_at: OffsetDateTime,
    /// The office that wrote it down; `None` from the command line.
    pub office: Option<String>,
}

/// A note as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteDraft {
    /// The day.
    pub noted_on: String,
    /// What was noted.
    pub note: String,
}

impl NoteDraft {
    /// Reads what was typed: a day that has been, and a text.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self, today: Date) -> Result<(Date, Personal<String>), Findings> {
        let mut findings = Findings::default();
        let on = findings.past_day("noted_on", &self.noted_on, today);
        let text = findings.required_lines("note", &self.note, 5_000);
        match on {
            Some(on) => findings.into_result((on, Personal::new(text))),
            None => Err(findings),
        }
    }
}
