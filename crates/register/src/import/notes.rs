//! Collects what the import says of the document.

use domain::reading::{Note, NoteKind, Subject};
use time::Date;

/// The notes in the order of the reading.
#[derive(Debug, Default)]
pub(super) struct Notes(Vec<Note>);

impl Notes {
    pub(super) fn read(&mut self, subject: Subject, value: impl Into<String>, line: Option<usize>) {
        self.push(NoteKind::Read, subject, value.into(), line);
    }

    pub(super) fn inferred(
        &mut self,
        subject: Subject,
        value: impl Into<String>,
        line: Option<usize>,
    ) {
        self.push(NoteKind::Inferred, subject, value.into(), line);
    }

    pub(super) fn not_found(&mut self, subject: Subject) {
        self.push(NoteKind::NotFound, subject, String::new(), None);
    }

    pub(super) fn deviates(
        &mut self,
        subject: Subject,
        value: impl Into<String>,
        line: Option<usize>,
    ) {
        self.push(NoteKind::Deviates, subject, value.into(), line);
    }

    /// Read where there is a value, else not found.
    pub(super) fn read_or_not_found(
        &mut self,
        subject: Subject,
        found: Option<(String, Option<usize>)>,
    ) {
        match found {
            Some((value, line)) => self.read(subject, value, line),
            None => self.not_found(subject),
        }
    }

    pub(super) fn into_vec(self) -> Vec<Note> {
        self.0
    }

    fn push(&mut self, kind: NoteKind, subject: Subject, value: String, line: Option<usize>) {
        self.0.push(Note {
            kind,
            subject,
            value,
            line,
        });
    }
}

/// A day as a note's value: `2023-08-18`.
pub(super) fn day(day: Date) -> String {
    let (year, month, day) = day.to_calendar_date();
    format!("{year:04}-{:02}-{day:02}", u8::from(month))
}
