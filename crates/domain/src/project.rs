//! Projects (hanke) that the city co-finances or runs.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{CaseId, OrganisationId, ProjectId};
use crate::slug::Slug;

/// A co-financed project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its identity.
    pub id: ProjectId,
    /// Raised with each saved change; a change made on an older version is refused.
    pub version: i64,
    /// Its part of the address `/hankkeet/{slug}`.
    pub slug: Slug,
    /// What is known about it.
    pub facts: ProjectFacts,
}

/// The facts about a project, all public. What is not known is `None`, never a made-up value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectFacts {
    /// The case in which the city handles it.
    pub case: CaseId,
    /// Its name.
    pub name: String,
    /// What it is about, in a few plain sentences.
    pub summary: String,
    /// The organisation that runs it and receives the money (tuensaaja).
    pub beneficiary: Option<OrganisationId>,
    /// When it runs.
    pub period: Option<ProjectPeriod>,
    /// The decision of the programme authority, if there is one.
    pub programme_decision: Option<ProgrammeDecision>,
}

/// The months in which a project runs, both included.
///
/// The first month is never after the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Month, Month)", into = "(Month, Month)")]
pub struct ProjectPeriod {
    first: Month,
    last: Month,
}

/// A calendar month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Month {
    /// The year, 1900–2199.
    pub year: u16,
    /// The month, 1–12.
    pub month: u8,
}

/// The text is not a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month such as 10/2022")]
pub struct MonthError;

impl std::str::FromStr for Month {
    type Err = MonthError;

    /// Reads `10/2022` or `2022-10`.
    ///
    /// # Errors
    /// [`MonthError`] for anything else.
    fn from_str(text: &str) -> Result<Self, MonthError> {
        let text = text.trim();
        let (month, year) = match (text.split_once('/'), text.split_once('-')) {
            (Some(parts), _) => parts,
            (None, Some((year, month))) => (month, year),
            (None, None) => return Err(MonthError),
        };
        // A number may be typed with a sign; a month may not.
        let number = |digits: &str| match digits.trim() {
            signed if signed.starts_with(['+', '-']) => Err(MonthError),
            digits => digits.parse::<u16>().map_err(|_| MonthError),
        };
        let (month, year) = (number(month)?, number(year)?);
        let month = u8::try_from(month).map_err(|_| MonthError)?;
        let in_range = (1..=12).contains(&month) && (1900..2200).contains(&year);
        if in_range {
            Ok(Self { year, month })
        } else {
            Err(MonthError)
        }
    }
}

/// The last month is before the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the last month is before the first")]
pub struct PeriodError;

impl ProjectPeriod {
    /// The period from one month to another, both included.
    ///
    /// # Errors
    /// [`PeriodError`] where the last month is before the first.
    pub fn new(first: Month, last: Month) -> Result<Self, PeriodError> {
        if first <= last {
            Ok(Self { first, last })
        } else {
            Err(PeriodError)
        }
    }

    /// The first month.
    pub const fn first(self) -> Month {
        self.first
    }

    /// The last month.
    pub const fn last(self) -> Month {
        self.last
    }

    /// The accounting years (tilikausi) the period touches.
    pub fn years(self) -> impl Iterator<Item = u16> {
        self.first.year..=self.last.year
    }
}

impl TryFrom<(Month, Month)> for ProjectPeriod {
    type Error = PeriodError;

    fn try_from((first, last): (Month, Month)) -> Result<Self, PeriodError> {
        Self::new(first, last)
    }
}

impl From<ProjectPeriod> for (Month, Month) {
    fn from(period: ProjectPeriod) -> Self {
        (period.first, period.last)
    }
}

/// The decision by which a programme authority funds the project, e.g. an EAKR decision in EURA.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgrammeDecision {
    /// The authority's own number, kept as written: its form is not ours to check.
    pub number: String,
    /// The day of the decision, if known.
    pub on: Option<Date>,
}

/// A project as typed: any text in any field. [`ProjectDraft::read`] says what is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProjectDraft {
    /// Name.
    pub name: String,
    /// Summary.
    pub summary: String,
    /// Identity of the beneficiary, or empty.
    pub beneficiary: String,
    /// First month, `10/2022`.
    pub first_month: String,
    /// Last month.
    pub last_month: String,
    /// Number of the programme authority's decision, or empty.
    pub programme_number: String,
    /// Day of that decision, or empty.
    pub programme_date: String,
}

impl ProjectDraft {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self, case: CaseId) -> Result<ProjectFacts, Findings> {
        let mut findings = Findings::default();
        let name = findings.required("name", &self.name, 200);
        let summary = findings.lines("summary", &self.summary, 5_000);
        let beneficiary = findings.optional(
            "beneficiary",
            &self.beneficiary,
            FindingCode::UnknownOrganisation,
        );
        let first = findings.optional("first_month", &self.first_month, FindingCode::NotAMonth);
        let last = findings.optional("last_month", &self.last_month, FindingCode::NotAMonth);
        let programme_date = findings.date("programme_date", &self.programme_date);
        let period = match (first, last) {
            (Some(first), Some(last)) => ProjectPeriod::new(first, last)
                .inspect_err(|_| {
                    findings.push(Finding::at(
                        "last_month",
                        FindingCode::PeriodEndsBeforeItBegins,
                    ));
                })
                .ok(),
            (Some(_), None) if self.last_month.trim().is_empty() => {
                findings.push(Finding::at("last_month", FindingCode::Missing));
                None
            }
            (None, Some(_)) if self.first_month.trim().is_empty() => {
                findings.push(Finding::at("first_month", FindingCode::Missing));
                None
            }
            _ => None,
        };
        let number = findings.text("programme_number", &self.programme_number, 120);
        if number.is_empty() && programme_date.is_some() {
            findings.push(Finding::at("programme_number", FindingCode::Missing));
        }
        findings.into_result(ProjectFacts {
            case,
            name,
            summary,
            beneficiary,
            period,
            programme_decision: (!number.is_empty()).then_some(ProgrammeDecision {
                number,
                on: programme_date,
            }),
        })
    }
}

impl From<&ProjectFacts> for ProjectDraft {
    fn from(facts: &ProjectFacts) -> Self {
        let month = |month: Month| format!("{}/{}", month.month, month.year);
        let programme = facts.programme_decision.as_ref();
        Self {
            name: facts.name.clone(),
            summary: facts.summary.clone(),
            beneficiary: facts
                .beneficiary
                .map(|id| id.to_string())
                .unwrap_or_default(),
            first_month: facts
                .period
                .map(|period| month(period.first))
                .unwrap_or_default(),
            last_month: facts
                .period
                .map(|period| month(period.last))
                .unwrap_or_default(),
            programme_number: programme
                .map(|decision| decision.number.clone())
                .unwrap_or_default(),
            programme_date: programme
                .and_then(|decision| decision.on)
                .map(|day| format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()))
                .unwrap_or_default(),
        }
    }
}
