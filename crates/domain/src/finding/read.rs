//! Reads what was typed into one field, and says what is wrong with it.

use std::str::FromStr;

use time::{Date, Time};

use super::{Finding, FindingCode, Findings};
use crate::money::{Money, MoneyError, Share, ShareError};

/// The years in which a day of this register can lie.
const YEARS: std::ops::Range<u16> = 1900..2200;

impl Findings {
    /// Reads a text of one line of at most `limit` characters, without the white space around it.
    /// No control character may stand in it: not every database can keep one, and no page, feed
    /// or PDF can show it.
    pub fn text(&mut self, place: &str, typed: &str, limit: usize) -> String {
        self.read_text(place, typed, limit, char::is_control)
    }

    /// Reads a text of several lines in the same way; line ends and tabs may stand in it.
    pub fn lines(&mut self, place: &str, typed: &str, limit: usize) -> String {
        self.read_text(place, typed, limit, is_control_in_lines)
    }

    fn read_text(
        &mut self,
        place: &str,
        typed: &str,
        limit: usize,
        is_refused: fn(char) -> bool,
    ) -> String {
        let text = typed.trim();
        if text.chars().count() > limit {
            self.push(Finding::at(place, FindingCode::TooLong));
        }
        if text.contains(is_refused) {
            self.push(Finding::at(place, FindingCode::ControlCharacter));
        }
        text.to_owned()
    }

    /// Reads a text of one line that must not be empty.
    pub fn required(&mut self, place: &str, typed: &str, limit: usize) -> String {
        let text = self.text(place, typed, limit);
        self.not_empty(place, text)
    }

    /// Reads a text of several lines that must not be empty.
    pub fn required_lines(&mut self, place: &str, typed: &str, limit: usize) -> String {
        let text = self.lines(place, typed, limit);
        self.not_empty(place, text)
    }

    fn not_empty(&mut self, place: &str, text: String) -> String {
        if text.is_empty() {
            self.push(Finding::at(place, FindingCode::Missing));
        }
        text
    }

    /// Reads a value of any parsable type, or `None` where nothing was typed.
    pub fn optional<T: FromStr>(
        &mut self,
        place: &str,
        typed: &str,
        code: FindingCode,
    ) -> Option<T> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        typed
            .parse()
            .inspect_err(|_| self.push(Finding::at(place, code)))
            .ok()
    }

    /// Reads a day, or `None` where nothing was typed.
    pub fn date(&mut self, place: &str, typed: &str) -> Option<Date> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let day = parse_date(typed);
        if day.is_none() {
            self.push(Finding::at(place, FindingCode::NotADate));
        }
        day
    }

    /// Reads a day that must be given.
    pub fn required_day(&mut self, place: &str, typed: &str) -> Option<Date> {
        if typed.trim().is_empty() {
            self.push(Finding::at(place, FindingCode::Missing));
        }
        self.date(place, typed)
    }

    /// Reads the number of a section, with or without its sign; it must be given.
    pub fn section_number(&mut self, place: &str, typed: &str) -> Option<u32> {
        let section = self.required(place, typed, 10);
        let section = section.trim_matches(|c: char| c == '§' || c.is_whitespace());
        let number = section.parse().ok().filter(|number| *number > 0_u32);
        if number.is_none() && !section.is_empty() {
            self.push(Finding::at(place, FindingCode::NotASection));
        }
        number
    }

    /// Reads a day that must be given and has already been.
    pub fn past_day(&mut self, place: &str, typed: &str, today: Date) -> Option<Date> {
        if typed.trim().is_empty() {
            self.push(Finding::at(place, FindingCode::Missing));
        }
        let day = self.date(place, typed)?;
        if day > today {
            self.push(Finding::at(place, FindingCode::DayInFuture));
        }
        Some(day)
    }

    /// Reads a time of day to the second, or `None` where nothing was typed.
    pub fn time(&mut self, place: &str, typed: &str) -> Option<Time> {
        let typed = typed.trim();
        if typed.is_empty() {
            return None;
        }
        let time = parse_time(typed);
        if time.is_none() {
            self.push(Finding::at(place, FindingCode::NotATime));
        }
        time
    }

    /// Reads an amount, or `None` where nothing was typed.
    pub fn money(&mut self, place: &str, typed: &str) -> Option<Money> {
        let code = match typed.parse::<Money>() {
            Ok(amount) => return Some(amount),
            Err(MoneyError::Empty) => return None,
            Err(MoneyError::NotANumber) => FindingCode::NotAnAmount,
            Err(MoneyError::TooPrecise) => FindingCode::AmountTooPrecise,
            Err(MoneyError::Ambiguous) => FindingCode::AmountAmbiguous,
            Err(MoneyError::TooLarge) => FindingCode::AmountTooLarge,
        };
        self.push(Finding::at(place, code));
        None
    }

    /// Reads a share, or `None` where nothing was typed.
    pub fn share(&mut self, place: &str, typed: &str) -> Option<Share> {
        if typed.trim().is_empty() {
            return None;
        }
        let code = match typed.parse::<Share>() {
            Ok(share) => return Some(share),
            Err(ShareError::NotANumber) => FindingCode::NotAShare,
            Err(ShareError::OutOfRange) => FindingCode::ShareOutOfRange,
        };
        self.push(Finding::at(place, code));
        None
    }

    /// Reads a year from 1990 to 2199.
    pub fn year(&mut self, place: &str, typed: &str) -> Option<u16> {
        let typed = typed.trim();
        let digits = typed.bytes().all(|b| b.is_ascii_digit());
        let year = typed
            .parse()
            .ok()
            .filter(|year| digits && (1990..2200).contains(year));
        if year.is_none() {
            let code = if typed.is_empty() {
                FindingCode::Missing
            } else {
                FindingCode::NotAYear
            };
            self.push(Finding::at(place, code));
        }
        year
    }
}

/// Whether a character may not stand in a text of several lines: one that controls something and
/// is no white space.
fn is_control_in_lines(character: char) -> bool {
    character.is_control() && !character.is_whitespace()
}

/// Reads a time of day as people type it: `14.59`, `14:59` or `14.59.59`.
///
/// ```
/// use domain::finding::parse_time;
/// use time::macros::time;
/// assert_eq!(parse_time("14.59.59"), Some(time!(14:59:59)));
/// assert_eq!(parse_time("24.00"), None);
/// ```
pub fn parse_time(typed: &str) -> Option<Time> {
    let mut parts = typed.trim().split(['.', ':']).map(|part| {
        let digits = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse().ok().filter(|_: &u8| digits)
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    let second = match parts.next() {
        Some(second) => second?,
        None => 0,
    };
    let at = Time::from_hms(hour, minute, second).ok()?;
    parts.next().is_none().then_some(at)
}

/// Reads a day from 1900 to 2199 as people type it: `5.3.2026`, `05.03.2026` or `2026-03-05`.
///
/// ```
/// use domain::finding::parse_date;
/// use time::macros::date;
/// assert_eq!(parse_date("5.3.2026"), Some(date!(2026 - 03 - 05)));
/// assert_eq!(parse_date("31.2.2026"), None);
/// ```
pub fn parse_date(typed: &str) -> Option<Date> {
    let typed = typed.trim();
    let mut parts = if typed.contains('-') {
        typed.split('-').collect::<Vec<_>>()
    } else {
        typed.split('.').rev().collect()
    }
    .into_iter();
    let mut number = |digits: std::ops::RangeInclusive<usize>| {
        let part = parts.next()?;
        let legal = digits.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if legal {
            part.parse::<u16>().ok()
        } else {
            None
        }
    };
    let (year, month, day) = (number(4..=4)?, number(1..=2)?, number(1..=2)?);
    if parts.next().is_some() {
        return None;
    }
    if !YEARS.contains(&year) {
        return None;
    }
    let month = u8::try_from(month).ok()?.try_into().ok()?;
    Date::from_calendar_date(i32::from(year), month, u8::try_from(day).ok()?).ok()
}
