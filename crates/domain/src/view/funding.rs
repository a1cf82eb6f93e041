//! The plans of all projects by year and funder, as officials see them.

use crate::budget::Promised;
use crate::decision::EurosGap;
use crate::funding::{FundingCategory, Payer, Total};
use crate::id::DecisionId;
use crate::money::Money;
use crate::slug::Slug;
use crate::view::commitment_list::Named;

/// What the plans are narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FundingFilter {
    /// From this accounting year on.
    pub from: Option<u16>,
    /// Up to this accounting year.
    pub until: Option<u16>,
    /// Only the money of this payer.
    pub payer: Option<Payer>,
    /// Only this project.
    pub project: Option<Slug>,
}

impl FundingFilter {
    /// Whether it leaves an amount of a payer and a year.
    pub fn leaves(&self, payer: Payer, year: Option<u16>) -> bool {
        self.leaves_year(year) && self.payer.is_none_or(|of| of == payer)
    }

    /// Whether it leaves a year. What has no year is left only where no years are asked for.
    pub fn leaves_year(&self, year: Option<u16>) -> bool {
        match year {
            Some(year) => {
                self.from.is_none_or(|from| from <= year)
                    && self.until.is_none_or(|until| year <= until)
            }
            None => self.from.is_none() && self.until.is_none(),
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        *self != Self::default()
    }
}

/// A sum of planned amounts, with how many of them nobody knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Planned {
    /// The sum of those that are known; `None` where none is.
    pub known: Option<Money>,
    /// How many are not known.
    pub unknown: u64,
}

impl Planned {
    /// The sum of amounts, or `None` where it does not fit.
    pub fn of(amounts: impl IntoIterator<Item = Option<Money>>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::default(), Self::with)
    }

    /// The same with one amount more.
    #[must_use]
    pub fn with(self, amount: Option<Money>) -> Option<Self> {
        Some(match amount {
            Some(amount) => Self {
                known: Some(self.known.unwrap_or_default().checked_add(amount)?),
                ..self
            },
            None => Self {
                unknown: self.unknown.checked_add(1)?,
                ..self
            },
        })
    }

    /// Both sums together, or `None` where they do not fit.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let known = match (self.known, other.known) {
            (Some(one), Some(other)) => Some(one.checked_add(other)?),
            (one, other) => one.or(other),
        };
        Some(Self {
            known,
            unknown: self.unknown.checked_add(other.unknown)?,
        })
    }

    /// Whether nothing is planned, not even an amount that nobody knows.
    pub fn is_nothing(self) -> bool {
        self == Self::default()
    }

    /// What is known of it.
    pub const fn total(self) -> Total {
        match (self.known, self.unknown) {
            (Some(known), 0) => Total::Known(known),
            (Some(known), _) => Total::AtLeast(known),
            (None, _) => Total::Unknown,
        }
    }
}

/// The plans in force by year and funder.
#[derive(Clone, Debug, PartialEq)]
pub struct FundingSheet {
    /// What it was narrowed to.
    pub filter: FundingFilter,
    /// The accounting years that anything is planned for, rising; at the end `None`, where anything
    /// is planned without a year.
    pub years: Vec<Option<u16>>,
    /// A row for each payer.
    pub payers: Vec<PayerRow>,
    /// The sums of the years.
    pub of_years: Vec<Planned>,
    /// The sum of all.
    pub total: Planned,
    /// The city as a payer, where it is among the organisations.
    pub city_payer: Option<Payer>,
    /// The city's part of each year beside what it has promised.
    pub city: Vec<CityYear>,
    /// The payers one can narrow to.
    pub all_payers: Vec<(Payer, Option<String>)>,
    /// The accounting years one can narrow to, rising.
    pub all_years: Vec<u16>,
    /// The projects one can choose from, slug and name; none where they are too many to choose from.
    pub projects: Vec<(Slug, String)>,
    /// Projects that still have money to find, the most first, as many as there is room for.
    pub shortfalls: Vec<Shortfall>,
    /// Unfinished decisions whose stated euros and rows differ.
    pub gaps: Vec<Gap>,
}

/// What a payer is to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayerRow {
    /// Whose money it is.
    pub payer: Payer,
    /// The name of an organisation.
    pub name: Option<String>,
    /// The sums of the years.
    pub of_years: Vec<Planned>,
    /// The sum of all years.
    pub total: Planned,
}

/// What the city is to pay of a year by the plans, and what it has promised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CityYear {
    /// The accounting year; `None` where none is named.
    pub year: Option<u16>,
    /// What plans say that the city pays.
    pub planned: Planned,
    /// What signed decisions in force promise.
    pub promised: Promised,
}

/// A project that still has money to find.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The project, slug and name.
    pub project: (Slug, String),
    /// How much is still to be found.
    pub missing: Planned,
}

/// An unfinished decision whose stated euros and rows differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The decision.
    pub decision: DecisionId,
    /// Its title.
    pub title: String,
    /// What differs.
    pub gap: EurosGap,
}

/// The amounts that a sum was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedLines {
    /// The accounting year, or what is planned without one; `None` for all.
    pub year: Option<Named<u16>>,
    /// What the sum was narrowed to beside its year.
    pub filter: FundingFilter,
    /// The name of the payer, where it is an organisation.
    pub payer_name: Option<String>,
    /// The amounts of the page, by project.
    pub lines: Vec<PlannedLine>,
    /// Their sum, on all pages.
    pub total: Planned,
    /// How many there are on all pages.
    pub count: u64,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// An amount of the plan in force of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedLine {
    /// The project, slug and name.
    pub project: (Slug, String),
    /// The version of its plan.
    pub version: u32,
    /// Whose money it is.
    pub payer: Payer,
    /// The names of the funders, as far as the plan names them.
    pub funders: Vec<String>,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The accounting year; `None` where the plan does not divide it by years.
    pub year: Option<u16>,
    /// The amount; `None` where it is not known.
    pub amount: Option<Money>,
}
