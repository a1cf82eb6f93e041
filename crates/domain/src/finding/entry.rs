//! Reading the fields that entries about commitments, instalments and payment claims have in common.

use time::Date;

use super::{Finding, FindingCode, Findings};
use crate::money::Money;

/// Characters of a reason, of what a document is found by, or of other words of an entry.
pub(crate) const WORDS: usize = 500;

impl Findings {
    /// Reads an amount that must be stated.
    pub(crate) fn stated_money(&mut self, place: &str, typed: &str) -> Option<Money> {
        if typed.trim().is_empty() {
            self.push(Finding::at(place, FindingCode::Missing));
        }
        self.money(place, typed)
    }

    /// Reads the amount of an entry.
    pub(crate) fn stated_amount(&mut self, typed: &str) -> Option<Money> {
        self.stated_money("amount", typed)
    }

    /// Reads why.
    pub(crate) fn reason(&mut self, typed: &str) -> String {
        self.required("reason", typed, WORDS)
    }

    /// Reads what a document is found by.
    pub(crate) fn document(&mut self, typed: &str) -> String {
        self.required("arrived_as", typed, WORDS)
    }

    /// Reads the day of an entry: one that has been, and that is not before a day where the code
    /// says that it must not be.
    pub(crate) fn entry_day(
        &mut self,
        typed: &str,
        today: Date,
        first: Option<(Date, FindingCode)>,
    ) -> Option<Date> {
        let on = self.past_day("entry_day", typed, today)?;
        self.not_before("entry_day", on, first);
        Some(on)
    }

    /// Finds a day that is before another one, with its code.
    pub(crate) fn not_before(&mut self, place: &str, on: Date, first: Option<(Date, FindingCode)>) {
        if let Some((first, code)) = first
            && on < first
        {
            self.push(Finding::at(place, code));
        }
    }
}
