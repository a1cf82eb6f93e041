//! Last days of appeal periods, for calendars.

use domain::id::{DecisionId, ServiceId};
use domain::period::PeriodDates;
use domain::section::Section;
use domain::slug::Slug;
use domain::stub::StubKind;
use domain::view::decision_list::DecisionFilter;
use domain::view::desk::LastDayFilter;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::decision::SectionRow;
use crate::error::RowOf;
use crate::organisation::name_on_first_value;
use crate::period::{PeriodRow, period_columns};
use crate::tx::{fetch_all, fetch_optional};
use crate::{StoreError, Tx};

/// The municipal members' periods of published decisions, those with a stub in their place too.
macro_rules! members {
    ($narrowed:literal) => {
        concat!(
            "select d.id, d.title, d.decision_maker, d.series, d.section_year, d.section_number,
                    d.version, d.changed_at, b.kind as stub_kind, b.hides_title, ",
            period_columns!("d"),
            " from decision d
              left join stub b on b.decision = d.id and b.ended_at is null
             where d.publication_number is not null and d.period_last_day is not null ",
            $narrowed
        )
    };
}

const MEMBERS_AT: &str =
    members!("and d.series = $1 and d.section_year = $2 and d.section_number = $3");
const MEMBERS: &str = members!(
    "and ($1 is null or d.series = $1) and ($2 is null or d.section_year = $2)
     order by d.period_last_day desc, d.publication_number desc
     limit $3"
);

/// Everybody's periods: the municipal members' and the parties'. A repeal of a decision is followed
/// once it is final. `$1` is the day of names, `$2` a series, `$3` a project, `$4` a remedy.
macro_rules! everybodys {
    ($narrowed:literal) => {
        concat!(
            "select d.id, d.title, d.decision_maker, d.series, d.section_year, d.section_number,
                    l.service_id, l.version, l.changed_at, ",
            name_on_first_value!("l.recipient"),
            " as recipient_name,
                    (select cast(sum(f.version) as bigint)
                       from filing f where f.decision = d.id) as filing_versions,
                    (select max(f.changed_at) from filing f where f.decision = d.id) as filed_at,
                    exists (select 1 from filing f
                             where f.decision = d.id and f.outcome = 'repealed'
                               and f.outcome_final_from is not null) as is_repealed, ",
            period_columns!("l"),
            " from (select m.id as decision, null as service_id, null as recipient, m.version,
                           m.changed_at, 0 as added_number, ",
            period_columns!("m"),
            " from decision m
                    union all
                    select s.decision, s.id, s.recipient, s.version, s.changed_at, s.added_number, ",
            period_columns!("s"),
            " from service s) l
               join decision d on d.id = l.decision
              where d.content is not null
                and ($2 is null or d.series = $2)
                and ($3 is null or d.project = (select p.id from project p where p.slug = $3))
                and ($4 is null or l.period_remedy = $4) ",
            $narrowed
        )
    };
}

const BETWEEN: &str = everybodys!(
    "and l.period_last_day between $5 and $6
     order by l.period_last_day, d.series, d.section_year, d.section_number, l.added_number
     limit $7"
);
const NEWEST: &str = everybodys!(
    "and l.period_last_day is not null
     order by l.period_last_day desc, d.series desc, d.section_year desc, d.section_number desc,
              l.added_number desc
     limit $5"
);

/// The municipal member's last day of a published decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MembersLastDayRow {
    /// The decision.
    pub decision: DecisionId,
    /// Its place.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The office or body that decided.
    pub decision_maker: String,
    /// The period.
    pub period: PeriodDates,
    /// Raised with each change.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: OffsetDateTime,
    /// What stands publicly in the place of the decision, and whether its title is hidden. Officials
    /// are not told: they see the decision.
    pub stub: Option<(StubKind, bool)>,
}

/// The last day of a municipal member's or a party's period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDayRow {
    /// What is said of a municipal member's too. Version and change are those of the row that
    /// holds the period, and of every filing against the decision.
    pub day: MembersLastDayRow,
    /// The party's service and name; `None` of municipal members.
    pub party: Option<(ServiceId, String)>,
    /// Whether the decision was repealed on appeal and the repeal is final.
    pub is_repealed: bool,
}

impl Tx {
    /// The municipal member's last day of the published decision at a place, if it has one.
    pub async fn members_last_day_at(
        &mut self,
        section: &Section,
    ) -> Result<Option<MembersLastDayRow>, StoreError> {
        let row: Option<MembersColumns> = fetch_optional!(
            self,
            MEMBERS_AT,
            section.series.as_str(),
            i64::from(section.year),
            i64::from(section.number),
        )?;
        row.map(MembersLastDayRow::try_from).transpose()
    }

    /// The municipal members' last days of published decisions, the latest first. A list of days
    /// has no pages: that of the filter is not asked for.
    pub async fn members_last_days(
        &mut self,
        filter: &DecisionFilter,
        limit: u32,
    ) -> Result<Vec<MembersLastDayRow>, StoreError> {
        let rows: Vec<MembersColumns> = fetch_all!(
            self,
            MEMBERS,
            filter.series.as_ref().map(Slug::as_str),
            filter.year.map(i64::from),
            i64::from(limit),
        )?;
        rows.into_iter().map(MembersLastDayRow::try_from).collect()
    }

    /// Everybody's last days from one day to another, both included, the earliest first.
    pub async fn last_days_between(
        &mut self,
        filter: &LastDayFilter,
        (from, to): (Date, Date),
        today: Date,
        limit: u32,
    ) -> Result<Vec<LastDayRow>, StoreError> {
        let rows: Vec<LastDayColumns> = fetch_all!(
            self,
            BETWEEN,
            today,
            filter.series.as_ref().map(Slug::as_str),
            filter.project.as_ref().map(Slug::as_str),
            filter.remedy.map(calendar::Remedy::code),
            from,
            to,
            i64::from(limit),
        )?;
        rows.into_iter().map(LastDayRow::try_from).collect()
    }

    /// Everybody's last days, the latest first.
    pub async fn newest_last_days(
        &mut self,
        filter: &LastDayFilter,
        today: Date,
        limit: u32,
    ) -> Result<Vec<LastDayRow>, StoreError> {
        let rows: Vec<LastDayColumns> = fetch_all!(
            self,
            NEWEST,
            today,
            filter.series.as_ref().map(Slug::as_str),
            filter.project.as_ref().map(Slug::as_str),
            filter.remedy.map(calendar::Remedy::code),
            i64::from(limit),
        )?;
        rows.into_iter().map(LastDayRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct MembersColumns {
    id: Uuid,
    title: String,
    decision_maker: Option<String>,
    version: i64,
    changed_at: OffsetDateTime,
    #[sqlx(default)]
    stub_kind: Option<String>,
    #[sqlx(default)]
    hides_title: Option<bool>,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    period: PeriodRow,
}

#[derive(sqlx::FromRow)]
struct LastDayColumns {
    #[sqlx(flatten)]
    day: MembersColumns,
    service_id: Option<Uuid>,
    recipient_name: Option<String>,
    filing_versions: Option<i64>,
    filed_at: Option<OffsetDateTime>,
    is_repealed: bool,
}

impl TryFrom<MembersColumns> for MembersLastDayRow {
    type Error = StoreError;

    fn try_from(row: MembersColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.id,
        };
        let section = row.section.read(&of)?;
        let period = row.period.read(&of)?;
        Ok(Self {
            decision: row.id.into(),
            section: of.known("series", section)?,
            title: row.title,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            period: of.known("period_last_day", period)?,
            version: row.version,
            changed_at: row.changed_at,
            stub: match (row.stub_kind, row.hides_title) {
                (Some(kind), Some(hides_title)) => {
                    let kind = of.known("stub_kind", StubKind::from_code(&kind))?;
                    Some((kind, hides_title))
                }
                _ => None,
            },
        })
    }
}

impl TryFrom<LastDayColumns> for LastDayRow {
    type Error = StoreError;

    fn try_from(row: LastDayColumns) -> Result<Self, StoreError> {
        let day = MembersLastDayRow::try_from(row.day)?;
        let party = match row.service_id {
            None => None,
            Some(id) => {
                let of = RowOf {
                    table: "service",
                    key: &id,
                };
                Some((id.into(), of.known("recipient", row.recipient_name)?))
            }
        };
        Ok(Self {
            party,
            is_repealed: row.is_repealed,
            day: MembersLastDayRow {
                version: day
                    .version
                    .saturating_add(row.filing_versions.unwrap_or_default()),
                changed_at: row
                    .filed_at
                    .map_or(day.changed_at, |at| at.max(day.changed_at)),
                ..day
            },
        })
    }
}
