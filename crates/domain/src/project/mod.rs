//! Projects (hanke) that the city co-finances or runs.
//!
//! [`ProjectDraft`] is a project as typed, [`phase`] how far it has come, [`history`] what was
//! changed in it when.

pub mod contact;
mod draft;
pub mod history;
pub mod note;
pub mod phase;
pub mod place;

pub use draft::{ContactDraft, OrganisationChoice, ProjectDraft, ReadProject};

use serde::{Deserialize, Serialize};
use time::Date;

use crate::id::{CaseId, OrganisationId, ProjectId};
use crate::slug::Slug;
use contact::ProjectContact;
use phase::{Phase, PhaseSteps};
use place::Place;

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
    /// How far it has come, step by step.
    pub steps: PhaseSteps,
    /// Whom officials turn to; never public.
    pub contacts: Vec<ProjectContact>,
}

impl Project {
    /// The day on which a project of the city's own ended or is to end, as far as it is known:
    /// from it the last payment claim falls due. `None` for projects of others, and once the final
    /// report is accepted: then nothing is claimed any more.
    pub fn own_end(&self) -> Option<Date> {
        let now = self.steps.now().map(|step| step.phase);
        let is_own = self.facts.city_role == Some(CityRole::Beneficiary);
        let claims = is_own && now != Some(Phase::FinalReportAccepted);
        let planned = || self.facts.period?.last().last_day();
        self.steps.ended().or_else(planned).filter(|_| claims)
    }
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
    /// What the city is in it.
    pub city_role: Option<CityRole>,
    /// The organisation that runs it and receives the money (tuensaaja, päätoteuttaja).
    pub beneficiary: Option<OrganisationId>,
    /// Who else carries it out and receives money (osatoteuttajat), each once.
    pub joint_beneficiaries: Vec<OrganisationId>,
    /// Who takes part without receiving money of the programme, each once.
    pub partners: Vec<OrganisationId>,
    /// When it is planned to run. When it did run follows from its [steps](phase::PhaseSteps).
    pub period: Option<ProjectPeriod>,
    /// The authority that grants the programme's money (rahoittava viranomainen).
    pub funding_authority: Option<OrganisationId>,
    /// The programme, or empty.
    pub programme: String,
    /// The specific objective of the programme (erityistavoite), or empty.
    pub specific_objective: String,
    /// The project's code in the programme (hankekoodi), or empty.
    pub project_code: String,
    /// The decision of the programme authority, if there is one.
    pub programme_decision: Option<ProgrammeDecision>,
    /// Where it is carried out.
    pub place: Place,
}

impl ProjectFacts {
    /// Whether what the city is said to be and who the beneficiaries are contradict each other, as
    /// far as both are known. `city` is the organisation that the city itself is.
    pub fn role_disagrees(&self, city: Option<OrganisationId>) -> bool {
        let Some(role) = self.city_role.filter(|_| self.beneficiary.is_some()) else {
            return false;
        };
        let mut all = self.beneficiary.iter().chain(&self.joint_beneficiaries);
        let is_among_them = all.any(|id| Some(*id) == city);
        is_among_them != (role == CityRole::Beneficiary)
    }
}

/// What the city is in a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CityRole {
    /// It pays a municipal share of somebody else's project (kuntarahoitusosuus).
    CoFunder,
    /// It carries the project out itself, with its costs and income (tuensaaja).
    Beneficiary,
}

impl CityRole {
    /// Every role.
    pub const ALL: [Self; 2] = [Self::CoFunder, Self::Beneficiary];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CoFunder => "co_funder",
            Self::Beneficiary => "beneficiary",
        }
    }

    /// The role of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

impl std::str::FromStr for CityRole {
    type Err = UnknownCityRole;

    fn from_str(code: &str) -> Result<Self, UnknownCityRole> {
        Self::from_code(code).ok_or(UnknownCityRole)
    }
}

/// The code is none of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a role of the city")]
pub struct UnknownCityRole;

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

impl Month {
    /// Its first day; `None` where the calendar has no such month.
    pub fn first_day(self) -> Option<Date> {
        self.day(|_| 1)
    }

    /// Its last day; `None` where the calendar has no such month.
    pub fn last_day(self) -> Option<Date> {
        let year = i32::from(self.year);
        self.day(|month| month.length(year))
    }

    fn day(self, day: impl Fn(time::Month) -> u8) -> Option<Date> {
        let month = time::Month::try_from(self.month).ok()?;
        Date::from_calendar_date(i32::from(self.year), month, day(month)).ok()
    }
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
