//! Classes of cases (tehtäväluokka), and how long the cases of each are kept.

use std::fmt;
use std::str::FromStr;

use time::Date;

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::RetentionRuleId;

/// The code of a class, such as `02.05.01`: one to six groups of one to three digits.
///
/// Two spellings of a code are equal because only one exists, with dots.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassCode(String);

/// The text is not the code of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a class such as 02.05.01")]
pub struct ClassCodeError;

impl ClassCode {
    /// The code.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for ClassCode {
    type Err = ClassCodeError;

    /// Reads a code whose groups are separated by dots, hyphens or spaces.
    ///
    /// # Errors
    /// [`ClassCodeError`] for anything else.
    ///
    /// ```
    /// use domain::case::ClassCode;
    /// assert_eq!("02 05 01".parse::<ClassCode>().map(|code| code.to_string()).as_deref(), Ok("02.05.01"));
    /// assert!("02.A".parse::<ClassCode>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, ClassCodeError> {
        let separator = |c: char| c.is_whitespace() || matches!(c, '.' | '-');
        let groups: Vec<&str> = text.trim().split(separator).collect();
        let is_group = |group: &&str| {
            (1..=3).contains(&group.len()) && group.bytes().all(|b| b.is_ascii_digit())
        };
        if (1..=6).contains(&groups.len()) && groups.iter().all(is_group) {
            Ok(Self(groups.join(".")))
        } else {
            Err(ClassCodeError)
        }
    }
}

impl fmt::Display for ClassCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A class of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseClass {
    /// Its code, which never changes.
    pub code: ClassCode,
    /// Raised with each saved change.
    pub version: i64,
    /// Its name.
    pub name: String,
}

/// How long cases are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retention {
    /// So many years, counted from the closing of a case.
    Years(u16),
    /// For good.
    Permanent,
}

impl Retention {
    /// The last day of the retention of a case that was closed on a day; `None` where it never
    /// ends. Years end on the same day of the year, or the last of its month (150/1930 3 §).
    ///
    /// ```
    /// use domain::case::Retention;
    /// use time::macros::date;
    /// let ends = |years, closed| Retention::Years(years).last_day(closed);
    /// assert_eq!(ends(10, date!(2024 - 02 - 29)), Some(date!(2034 - 02 - 28)));
    /// assert_eq!(Retention::Permanent.last_day(date!(2024 - 02 - 29)), None);
    /// ```
    pub fn last_day(self, closed_on: Date) -> Option<Date> {
        let Self::Years(years) = self else {
            return None;
        };
        let year = closed_on.year().checked_add(i32::from(years))?;
        let same = closed_on.replace_year(year);
        same.or_else(|_| closed_on.replace_day(28)?.replace_year(year))
            .ok()
    }
}

/// What a retention rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RetentionBasis {
    /// A statute.
    Statute,
    /// An order of the National Archives (arkistolaitoksen määräys).
    ArchiveOrder,
}

impl RetentionBasis {
    /// Every basis.
    pub const ALL: [Self; 2] = [Self::Statute, Self::ArchiveOrder];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Statute => "statute",
            Self::ArchiveOrder => "archive_order",
        }
    }

    /// The basis of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|basis| basis.code() == code)
    }
}

/// How long the cases of a class are kept, why, and while the rule is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RetentionRule {
    /// Its identity.
    pub id: RetentionRuleId,
    /// Raised with each saved change.
    pub version: i64,
    /// The class.
    pub class: ClassCode,
    /// How long.
    pub retention: Retention,
    /// What it rests on.
    pub basis: RetentionBasis,
    /// Which statute or order.
    pub ground: String,
    /// The first day on which it is in force.
    pub from: Date,
    /// The last day; `None` while it is open.
    pub until: Option<Date>,
}

impl RetentionRule {
    /// Whether it is in force on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// A rule as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RetentionDraft {
    /// Number of years, or empty where it is permanent.
    pub years: String,
    /// Ticked where it is permanent.
    pub permanent: String,
    /// Code of the basis.
    pub basis: String,
    /// Which statute or order.
    pub ground: String,
    /// The first day.
    pub valid_from: String,
    /// The last day, or empty.
    pub valid_until: String,
}

const WORDS: usize = 300;
/// Nothing is kept longer for a time than this; beyond it stands `permanent`.
const MOST_YEARS: u16 = 150;

impl RetentionDraft {
    /// Reads it against the other rules of its class: on each day at most one is in force.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(
        &self,
        id: RetentionRuleId,
        class: &ClassCode,
        others: &[RetentionRule],
    ) -> Result<RetentionRule, Findings> {
        let mut findings = Findings::default();
        let retention = self.retention(&mut findings);
        let basis = RetentionBasis::from_code(self.basis.trim());
        if basis.is_none() {
            findings.push(Finding::at("basis", FindingCode::UnknownChoice));
        }
        let ground = findings.required("ground", &self.ground, WORDS);
        let from = findings.required_day("valid_from", &self.valid_from);
        let until = findings.date("valid_until", &self.valid_until);
        if let (Some(from), Some(until)) = (from, until)
            && until < from
        {
            findings.push(Finding::at("valid_until", FindingCode::LastDayBeforeFirst));
        }
        let (Some(retention), Some(basis), Some(from)) = (retention, basis, from) else {
            return Err(findings);
        };
        let rule = RetentionRule {
            id,
            version: 1,
            class: class.clone(),
            retention,
            basis,
            ground,
            from,
            until,
        };
        let overlaps = |other: &RetentionRule| {
            other.id != id
                && until.is_none_or(|until| other.from <= until)
                && other.until.is_none_or(|end| from <= end)
        };
        if others.iter().any(overlaps) {
            findings.push(Finding::at("valid_from", FindingCode::RulesOverlap));
        }
        findings.into_result(rule)
    }

    fn retention(&self, findings: &mut Findings) -> Option<Retention> {
        let typed = self.years.trim();
        if !self.permanent.is_empty() {
            if typed.is_empty() {
                return Some(Retention::Permanent);
            }
            findings.push(Finding::at("years", FindingCode::YearsOrPermanent));
            return None;
        }
        let digits = typed.bytes().all(|b| b.is_ascii_digit());
        let years = typed
            .parse()
            .ok()
            .filter(|years| digits && (1..=MOST_YEARS).contains(years));
        if years.is_none() {
            findings.push(Finding::at("years", FindingCode::YearsOrPermanent));
        }
        years.map(Retention::Years)
    }
}
