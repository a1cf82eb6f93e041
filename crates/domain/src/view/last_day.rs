//! The officials' calendar of last days.

use calendar::Remedy;
use time::Date;

use crate::id::DecisionId;
use crate::period::PeriodDates;
use crate::section::{Section, SectionSeries};
use crate::slug::Slug;

/// What the officials' calendar of last days is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LastDayFilter {
    /// Only decisions of this series, which is to say of this decision maker.
    pub series: Option<Slug>,
    /// Only decisions on this project.
    pub project: Option<Slug>,
    /// Only periods of this remedy.
    pub remedy: Option<Remedy>,
}

/// Which last days the officials' calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Span {
    /// Those of the month that begins on this day, as a month's sheet.
    Month(Date),
    /// Those from this day on, as a list.
    From(Date),
}

/// A page of the officials' calendar of last days.
#[derive(Clone, Debug, PartialEq)]
pub struct LastDays {
    /// What it was narrowed to.
    pub filter: LastDayFilter,
    /// Which days it shows.
    pub span: Span,
    /// The last days, the earliest first.
    pub days: Vec<LastDay>,
    /// Whether there are more than are shown.
    pub is_cut: bool,
    /// The series one can narrow to.
    pub series: Vec<SectionSeries>,
    /// The projects one can narrow to: slug and name.
    pub projects: Vec<(Slug, String)>,
}

/// The last day of one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay {
    /// The decision.
    pub decision: DecisionId,
    /// Its place.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The office or body that decided.
    pub decision_maker: String,
    /// Whose period it is.
    pub whose: Whose,
    /// The period.
    pub period: PeriodDates,
    /// Whether the decision was finally repealed on appeal, so that the period no longer matters.
    pub is_repealed: bool,
}

/// Whose appeal period it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Every municipal member's, from publication.
    MunicipalMember,
    /// That of the party of this name, from the party's own service.
    Party(String),
}
