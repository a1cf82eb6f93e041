//! Decisions in officials' lists.

use domain::id::{CaseId, DecisionId, ProjectId, UserId};
use domain::period::PeriodDates;
use domain::section::Section;
use domain::slug::Slug;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::SectionRow;
use crate::error::RowOf;
use crate::period::PeriodRow;
use crate::tx::{fetch_all, fetch_optional};
use crate::{StoreError, Tx};

/// The columns of a decision in an official's list.
macro_rules! line_columns {
    () => {
        concat!(
            "d.id, d.title, d.state, d.preparer, d.draft_series, d.changed_at, ",
            "d.series, d.section_year, d.section_number,
             (select l.final_from from legal_force l
               where l.decision = d.id and l.reopened_at is null) as final_from, ",
            $crate::period::period_columns!("d")
        )
    };
}

pub(crate) use line_columns;

macro_rules! lines {
    ($narrowed:literal) => {
        concat!("select ", line_columns!(), " from decision d ", $narrowed)
    };
}

const UNFINISHED: &str = lines!(
    "where d.publication_number is null and d.state <> 'abandoned'
            order by d.changed_at, d.change_number"
);
const UNTOLD: &str = lines!(
    "where exists (select 1 from correction_notice n
                    where n.decision = d.id and n.told_on is null)
      order by d.changed_at"
);
const LAST_PUBLISHED: &str =
    lines!("where d.publication_number is not null order by d.publication_number desc limit $1");
const LAST_OF_SERIES: &str = "
    select d.id from decision d
     where d.series = $1 and d.publication_number is not null
     order by d.publication_number desc
     limit 1";
const OF_CASE: &str = lines!("where d.city_case = $1 order by d.change_number desc");
const OF_PROJECT: &str = lines!("where d.project = $1 order by d.change_number desc");

const ONE: &str = lines!("where d.id = $1");
/// Nothing runs, nothing is pending, and nobody said that it is final.
const PERIODS_OVER: &str = lines!(
    "where d.publication_number is not null and d.period_last_day < $1
       and not exists (select 1 from legal_force l
                        where l.decision = d.id and l.reopened_at is null)
       and not exists (select 1 from service s
                        where s.decision = d.id
                          and (s.period_last_day is null or s.period_last_day >= $1))
       and not exists (select 1 from filing f
                        where f.decision = d.id and f.outcome is null)
     order by d.period_last_day, d.publication_number
     limit $2"
);

/// The state of a decision, without what is true in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StateCode {
    /// Being written.
    Draft,
    /// Sent to the decision maker.
    AwaitingSignature,
    /// Withdrawn before it was signed.
    Abandoned,
    /// Frozen, not yet public.
    Signed,
    /// Public.
    Published,
}

impl StateCode {
    /// Every state.
    pub const ALL: [Self; 5] = [
        Self::Draft,
        Self::AwaitingSignature,
        Self::Abandoned,
        Self::Signed,
        Self::Published,
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::AwaitingSignature => "awaiting_signature",
            Self::Abandoned => "abandoned",
            Self::Signed => "signed",
            Self::Published => "published",
        }
    }

    /// The state of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// A decision in an official's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecisionLineRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its title, perhaps empty in a draft.
    pub title: String,
    /// Its state.
    pub state: StateCode,
    /// The official who prepares it.
    pub preparer: UserId,
    /// The series as typed in its draft, perhaps none that exists.
    pub draft_series: String,
    /// Its place, once frozen.
    pub section: Option<Section>,
    /// The municipal member's period, once published, if one follows.
    pub period: Option<PeriodDates>,
    /// Since which day it is final, where a statement of legal force holds.
    pub final_from: Option<Date>,
    /// When it was last changed.
    pub changed_at: OffsetDateTime,
}

impl Tx {
    /// The decisions that are not public, the longest unchanged first.
    pub async fn unfinished_decisions(&mut self) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, UNFINISHED)?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// The decisions of whose corrections some party is still to be told.
    pub async fn decisions_with_untold_corrections(
        &mut self,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, UNTOLD)?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// The last published decisions, the newest publication first.
    pub async fn last_published_lines(
        &mut self,
        limit: u32,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, LAST_PUBLISHED, i64::from(limit))?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// The decision of a series that was published last.
    pub async fn last_published_of_series(
        &mut self,
        series: &Slug,
    ) -> Result<Option<DecisionId>, StoreError> {
        let row: Option<(Uuid,)> = fetch_optional!(self, LAST_OF_SERIES, series.as_str())?;
        Ok(row.map(|(id,)| id.into()))
    }

    /// Every decision of a case, the last changed first.
    pub async fn decision_lines_of_case(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, OF_CASE, Uuid::from(case))?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// Every decision of a project, the last changed first.
    pub async fn decision_lines_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, OF_PROJECT, Uuid::from(project))?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }

    /// One decision as lists show it.
    pub async fn decision_line(
        &mut self,
        id: DecisionId,
    ) -> Result<Option<DecisionLineRow>, StoreError> {
        let row: Option<LineRow> = fetch_optional!(self, ONE, Uuid::from(id))?;
        row.map(DecisionLineRow::try_from).transpose()
    }

    /// Published decisions whose periods were all over before a day, without an open filing and
    /// without a statement of legal force; the first to end first.
    pub async fn decisions_with_periods_over(
        &mut self,
        today: Date,
        limit: u32,
    ) -> Result<Vec<DecisionLineRow>, StoreError> {
        let rows: Vec<LineRow> = fetch_all!(self, PERIODS_OVER, today, i64::from(limit))?;
        rows.into_iter().map(DecisionLineRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct LineRow {
    id: Uuid,
    title: String,
    state: String,
    preparer: Uuid,
    draft_series: String,
    changed_at: OffsetDateTime,
    final_from: Option<Date>,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    period: PeriodRow,
}

impl TryFrom<LineRow> for DecisionLineRow {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        Ok(Self {
            id: row.id.into(),
            title: row.title,
            state: of.known("state", StateCode::from_code(&row.state))?,
            preparer: row.preparer.into(),
            draft_series: row.draft_series,
            section: row.section.read(&of)?,
            period: row.period.read(&of)?,
            final_from: row.final_from,
            changed_at: row.changed_at,
        })
    }
}
