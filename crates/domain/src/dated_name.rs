//! Names that change over time: of an organisation, an office or a decision maker.

use serde::{Deserialize, Serialize};
use time::Date;

/// A name and the first day it was in use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatedName {
    /// The first day of the name; `None` reaches back without limit.
    pub since: Option<Date>,
    /// The name.
    pub name: String,
}

/// The names of one thing, the oldest first. There is at least one, and the first reaches back as
/// far as anything the register knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedNames(Vec<DatedName>);

/// The names do not form a history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is a first name without a date, and later ones in the order of their days")]
pub struct NamesError;

impl DatedNames {
    /// A history of names.
    ///
    /// # Errors
    /// [`NamesError`] unless the first name has no date and the others have rising ones.
    ///
    /// ```
    /// use domain::dated_name::{DatedName, DatedNames};
    /// use time::macros::date;
    /// let names = DatedNames::new(vec![
    ///     DatedName { since: None, name: "Kehitysjohtaja".to_owned() },
    ///     DatedName { since: Some(date!(2026 - 01 - 01)), name: "Elinvoimajohtaja".to_owned() },
    /// ])?;
    /// assert_eq!(names.on(date!(2025 - 12 - 31)), "Kehitysjohtaja");
    /// assert_eq!(names.on(date!(2026 - 01 - 01)), "Elinvoimajohtaja");
    /// # Ok::<(), domain::dated_name::NamesError>(())
    /// ```
    pub fn new(names: Vec<DatedName>) -> Result<Self, NamesError> {
        let starts = names.first().is_some_and(|first| first.since.is_none());
        let rises = names.windows(2).all(|pair| pair[0].since < pair[1].since);
        if starts && rises {
            Ok(Self(names))
        } else {
            Err(NamesError)
        }
    }

    /// The name in use on a day.
    pub fn on(&self, day: Date) -> &str {
        let in_use = self
            .0
            .iter()
            .rev()
            .find(|name| name.since.is_none_or(|since| since <= day));
        // The first name has no date, so one is always in use.
        in_use.map_or("", |name| &name.name)
    }

    /// Every name, the oldest first.
    pub fn all(&self) -> &[DatedName] {
        &self.0
    }

    /// Whether a name from a day on can follow those there are.
    pub fn takes_from(&self, day: Date) -> bool {
        let last = self.0.last().and_then(|last| last.since);
        last.is_none_or(|last| last < day)
    }
}
