//! Published decisions in lists for everybody.

use domain::decision::InForce;
use domain::id::{CaseId, DecisionId, ProjectId};
use domain::period::PeriodDates;
use domain::section::Section;
use domain::slug::Slug;
use domain::{Lang, Money};
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use super::{SectionRow, SignatureKind};
use crate::error::RowOf;
use crate::period::PeriodRow;
use crate::stub::no_stub;
use crate::tx::fetch_all;
use crate::{StoreError, Tx};

/// Published decisions in a list, from what follows `from`.
macro_rules! rows_from {
    ($source:expr) => {
        concat!(
            "select d.id, d.title, d.lang, d.decision_maker, d.signature_kind, d.signed_at,
                    d.decided_on, d.no_later_than, d.published_on, d.publication_number,
                    d.series, d.section_year, d.section_number, d.changed_at,
                    (select cast(sum(c.amount_cents) as bigint)
                       from commitment c
                      where c.decision = d.id
                        and c.strength <> 'provided_for') as committed_cents,
                    (select l.final_from from legal_force l
                      where l.decision = d.id and l.reopened_at is null) as final_from,
                    (select max(case x.effect when 'repeals' then 3
                                              when 'lets_lapse' then 2 else 1 end)
                       from decision_change x
                       join decision y on y.id = x.decision
                      where x.target = d.id
                        and y.publication_number is not null) as strongest_change, ",
            $crate::period::period_columns!("d"),
            " from ",
            $source
        )
    };
}

pub(crate) use rows_from;

/// Every published decision that the condition leaves and no stub stands for.
macro_rules! published {
    ($narrowed:literal) => {
        rows_from!(concat!(
            "decision d where d.publication_number is not null and ",
            no_stub!("d"),
            " ",
            $narrowed
        ))
    };
}

const NEWEST: &str = published!("order by d.publication_number desc limit $1");
const RUNNING: &str =
    published!("and d.period_last_day >= $1 order by d.period_last_day, d.publication_number");
const OF_CASE: &str = published!("and d.city_case = $1 order by d.publication_number desc");
const OF_PROJECT: &str = published!("and d.project = $1 order by d.publication_number desc");
const SERIES: &str = concat!(
    "select s.slug, s.decision_maker
       from section_series s
      where exists (select 1 from decision d
                     where d.series = s.slug and d.publication_number is not null and ",
    no_stub!("d"),
    ") order by s.slug"
);
/// Steps from one year to the next lower one along the index, instead of reading every row.
const YEARS: &str = concat!(
    "with recursive step (year) as (
        select max(f.section_year) from decision f where f.publication_number is not null and ",
    no_stub!("f"),
    " union all
        select (select max(d.section_year)
                  from decision d
                 where d.publication_number is not null and d.section_year < step.year and ",
    no_stub!("d"),
    ")
          from step
         where step.year is not null
    )
    select year from step where year is not null order by year desc"
);

/// A published decision in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its address.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub lang: Lang,
    /// The office or body that decided.
    pub decision_maker: String,
    /// How and when it was made.
    pub made: Made,
    /// The day it became public; `None` where it was published elsewhere on an unknown day.
    pub published_on: Option<Date>,
    /// The order of publications.
    pub publication_number: i64,
    /// What the city committed by it; `None` where nothing.
    pub committed: Option<Money>,
    /// The municipal member's period, if one follows.
    pub period: Option<PeriodDates>,
    /// Since which day it is final, where a statement of legal force holds.
    pub final_from: Option<Date>,
    /// Whether later public decisions left it in force.
    pub in_force: InForce,
    /// When it was published, last corrected or published again after a withdrawal: nothing that
    /// officials record besides moves it.
    pub changed_at: OffsetDateTime,
}

/// How and when a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Signed here at this instant.
    Here(OffsetDateTime),
    /// Made elsewhere, as far as known.
    Elsewhere {
        /// On this day.
        decided_on: Option<Date>,
        /// This day at the latest.
        no_later_than: Option<Date>,
    },
}

impl Tx {
    /// The newest published decisions.
    pub async fn newest_published(&mut self, limit: u32) -> Result<Vec<PublishedRow>, StoreError> {
        read(fetch_all!(self, NEWEST, i64::from(limit))?)
    }

    /// Those whose municipal member's last day is today or later, the nearest last day first.
    ///
    /// The caller leaves out those whose closing hour has passed today.
    pub async fn running_periods(&mut self, today: Date) -> Result<Vec<PublishedRow>, StoreError> {
        read(fetch_all!(self, RUNNING, today)?)
    }

    /// The published decisions of a case, the newest publication first.
    pub async fn published_of_case(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        read(fetch_all!(self, OF_CASE, Uuid::from(case))?)
    }

    /// The published decisions of a project, the newest publication first.
    pub async fn published_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        read(fetch_all!(self, OF_PROJECT, Uuid::from(project))?)
    }

    /// The series that have published decisions: slug and decision maker, by slug.
    pub async fn published_series(&mut self) -> Result<Vec<(Slug, String)>, StoreError> {
        let rows: Vec<(String, String)> = fetch_all!(self, SERIES)?;
        rows.into_iter()
            .map(|(slug, decision_maker)| {
                let of = RowOf {
                    table: "section_series",
                    key: &slug,
                };
                Ok((of.read("slug", slug.clone().try_into())?, decision_maker))
            })
            .collect()
    }

    /// The years of sections of published decisions, the newest first.
    pub async fn published_years(&mut self) -> Result<Vec<u16>, StoreError> {
        let rows: Vec<(i64,)> = fetch_all!(self, YEARS)?;
        let of = RowOf {
            table: "decision",
            key: &"of a year",
        };
        rows.into_iter()
            .map(|(year,)| of.read("section_year", year.try_into()))
            .collect()
    }
}

#[derive(sqlx::FromRow)]
pub(crate) struct PublishedColumns {
    id: Uuid,
    title: String,
    lang: String,
    decision_maker: Option<String>,
    signature_kind: Option<String>,
    signed_at: Option<OffsetDateTime>,
    decided_on: Option<Date>,
    no_later_than: Option<Date>,
    published_on: Option<Date>,
    publication_number: Option<i64>,
    committed_cents: Option<i64>,
    final_from: Option<Date>,
    strongest_change: Option<i32>,
    changed_at: OffsetDateTime,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    period: PeriodRow,
}

pub(super) fn read(rows: Vec<PublishedColumns>) -> Result<Vec<PublishedRow>, StoreError> {
    rows.into_iter().map(PublishedRow::try_from).collect()
}

impl TryFrom<PublishedColumns> for PublishedRow {
    type Error = StoreError;

    fn try_from(row: PublishedColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let kind = row.signature_kind.as_deref();
        let made = match of.known("signature_kind", kind.and_then(SignatureKind::from_code))? {
            SignatureKind::Here => Made::Here(of.known("signed_at", row.signed_at)?),
            SignatureKind::Elsewhere => Made::Elsewhere {
                decided_on: row.decided_on,
                no_later_than: row.no_later_than,
            },
        };
        let section = row.section.read(&of)?;
        Ok(Self {
            id: row.id.into(),
            section: of.known("series", section)?,
            title: row.title,
            lang: of.known("lang", Lang::from_code(&row.lang))?,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            made,
            published_on: row.published_on,
            publication_number: of.known("publication_number", row.publication_number)?,
            committed: row.committed_cents.map(Money::from_cents),
            period: row.period.read(&of)?,
            final_from: row.final_from,
            in_force: match row.strongest_change {
                None => InForce::Whole,
                Some(1) => InForce::Amended,
                Some(2) => InForce::Lapsed,
                Some(_) => InForce::Repealed,
            },
            changed_at: row.changed_at,
        })
    }
}
