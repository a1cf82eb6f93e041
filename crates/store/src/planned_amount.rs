//! What the plan in force of each project says, as amounts of one payer and one year each: what
//! sums and lists over all plans are made from.

use domain::Money;
use domain::funding::{Funder, FundingCategory, FundingPlan, Payer, PlannedAmount};
use domain::id::{OrganisationId, ProjectId};
use domain::slug::Slug;
use domain::view::commitment_list::Named;
use domain::view::funding::{FundingFilter, Planned, Shortfall};
use uuid::Uuid;

use crate::error::{RowOf, json};
use crate::project::Audience;
use crate::stub::no_stub;
use crate::tx::{execute, fetch_all, fetch_one};
use crate::{Cut, StoreError, Tx};

const REMOVE: &str = "delete from planned_amount where project = $1";
const KEEP: &str = "
    insert into planned_amount (project, ordinal, version, payer, organisation, funders, line,
        category, year, amount_cents)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
const KEPT: &str = "
    select version, line, payer, organisation, category, year, amount_cents
      from planned_amount
     where project = $1
     order by ordinal";

/// What is left of amounts `a`: with `$1` of all projects and else of those that something public
/// is about; by project, from and until a year, of a year, which is 0 for none, and by payer.
macro_rules! left {
    () => {
        concat!(
            " where ($1 or a.project in (
                        select m.id from project m
                         where exists (
                               select 1 from decision d
                                where d.project = m.id and d.publication_number is not null
                                  and ",
            no_stub!("d"),
            ")))
                and ($2 is null or a.project in (select n.id from project n where n.slug = $2))
                and ($3 is null or a.year >= $3)
                and ($4 is null or a.year <= $4)
                and ($5 is null or a.year = $5 or ($5 = 0 and a.year is null))
                and ($6 is null or a.payer = $6)
                and ($7 is null or a.organisation = $7)"
        )
    };
}

macro_rules! summed {
    () => {
        "cast(sum(a.amount_cents) as bigint) as known,
         count(*) - count(a.amount_cents) as unknown"
    };
}

const BY_PAYER_AND_YEAR: &str = concat!(
    "select a.payer, a.organisation, a.year, ",
    summed!(),
    " from planned_amount a",
    left!(),
    " group by a.payer, a.organisation, a.year"
);
const IN_ALL: &str = concat!(
    "select count(*) as number, ",
    summed!(),
    " from planned_amount a",
    left!()
);
const PAGE: &str = concat!(
    "select p.slug, p.name, a.version, a.payer, a.organisation, a.funders, a.category, a.year,
            a.amount_cents
       from project p
       join planned_amount a on a.project = p.id",
    left!(),
    " order by p.name, p.slug, a.ordinal
      limit $8 offset $9"
);
/// The projects with money to find, the most first. Where a plan says that 0 is missing, nothing
/// is.
const SHORTFALLS: &str = concat!(
    "select p.slug, p.name, f.known, f.unknown
       from (select a.project, ",
    summed!(),
    " from planned_amount a",
    left!(),
    " group by a.project
      having count(*) > count(a.amount_cents) or sum(a.amount_cents) <> 0
       order by coalesce(sum(a.amount_cents), -1) desc, a.project
       limit $8) f
       join project p on p.id = f.project
      order by coalesce(f.known, -1) desc, p.name, p.slug"
);

/// What amounts of plans are narrowed to.
#[derive(Clone, Debug)]
pub struct PlannedLeft<'a> {
    /// Which projects are seen.
    pub audience: Audience,
    /// The years, the payer and the project.
    pub filter: &'a FundingFilter,
    /// A year beside those of the filter, or what is planned without one.
    pub year: Option<Named<u16>>,
}

/// The sum of a payer and a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlannedSum {
    /// Whose money it is.
    pub payer: Payer,
    /// The accounting year; `None` where the plans do not divide it by years.
    pub year: Option<u16>,
    /// The sum.
    pub sum: Planned,
}

/// An amount of the plan in force of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedRow {
    /// The project, slug and name.
    pub project: (Slug, String),
    /// The version of its plan.
    pub version: u32,
    /// Whose money it is.
    pub payer: Payer,
    /// Who pays together, as the plan has them.
    pub funders: Vec<Funder>,
    /// What kind of money it is.
    pub category: FundingCategory,
    /// The accounting year; `None` where the plan does not divide it by years.
    pub year: Option<u16>,
    /// The amount; `None` where it is not known.
    pub amount: Option<Money>,
}

/// A page of amounts, with what all pages hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedPage {
    /// The amounts of the page, by project.
    pub rows: Vec<PlannedRow>,
    /// How many there are on all pages.
    pub total: u64,
    /// Their sum, on all pages.
    pub sum: Planned,
}

/// Asks with what amounts are narrowed to, and with further values.
macro_rules! ask {
    ($ask:ident, $tx:expr, $sql:expr, $left:expr $(, $value:expr)*) => {{
        let PlannedLeft { audience, filter, year } = $left;
        let payer = filter.payer.map(payer_code);
        $ask!(
            $tx,
            $sql,
            *audience == Audience::Officials,
            filter.project.as_ref().map(Slug::as_str),
            filter.from.map(i64::from),
            filter.until.map(i64::from),
            year.map(|year| match year {
                Named::Is(year) => i64::from(year),
                Named::Nothing => 0,
            }),
            payer.map(|(code, _)| code),
            payer.and_then(|(_, organisation)| organisation)
            $(, $value)*
        )
    }};
}

impl Tx {
    /// Keeps the amounts of a plan that is in force from now on. Whatever adds a plan calls it.
    pub(crate) async fn keep_planned(
        &mut self,
        project: Uuid,
        version: i64,
        plan: &FundingPlan,
    ) -> Result<(), StoreError> {
        execute!(self, REMOVE, project)?;
        for (ordinal, of) in (0_i64..).zip(plan.divided()) {
            let (payer, organisation) = payer_code(of.payer);
            let line = plan.lines().get(of.line);
            let funders = match of.payer {
                Payer::Together => line.map(|line| line.funders.as_slice()),
                Payer::Organisation(_) | Payer::Others | Payer::Missing => None,
            };
            let funders = json("planned_amount", "funders", &funders.unwrap_or_default())?;
            execute!(
                self,
                KEEP,
                project,
                ordinal,
                version,
                payer,
                organisation,
                funders,
                i64::try_from(of.line).unwrap_or(i64::MAX),
                of.category.code(),
                of.year.map(i64::from),
                of.amount.map(Money::cents)
            )?;
        }
        Ok(())
    }

    /// The amounts that are kept of the plan in force of a project, and its version; none where
    /// nothing is kept.
    pub async fn kept_amounts(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<(u32, PlannedAmount)>, StoreError> {
        let rows: Vec<KeptColumns> = fetch_all!(self, KEPT, Uuid::from(project))?;
        rows.into_iter().map(KeptColumns::read).collect()
    }

    /// The sums of the plans in force by payer and year, as far as anything is planned.
    pub async fn planned_sums(
        &mut self,
        left: &PlannedLeft<'_>,
    ) -> Result<Vec<PlannedSum>, StoreError> {
        let rows: Vec<SumColumns> = ask!(fetch_all, self, BY_PAYER_AND_YEAR, left)?;
        let sums = rows.into_iter().map(|row| {
            Ok(PlannedSum {
                payer: payer(&row.payer, row.organisation)?,
                year: OF_ALL.read("year", row.year.map(u16::try_from).transpose())?,
                sum: row.sum.read(),
            })
        });
        let mut sums: Vec<_> = sums.collect::<Result<_, StoreError>>()?;
        sums.sort_by_key(|of| (of.payer, of.year));
        Ok(sums)
    }

    /// A page of the amounts of plans in force, by project.
    pub async fn planned_page(
        &mut self,
        left: &PlannedLeft<'_>,
        cut: Cut,
    ) -> Result<PlannedPage, StoreError> {
        let (limit, before) = cut.limit_and_offset();
        let rows: Vec<PageColumns> = ask!(fetch_all, self, PAGE, left, limit, before)?;
        let all: InAllColumns = ask!(fetch_one, self, IN_ALL, left)?;
        Ok(PlannedPage {
            rows: rows
                .into_iter()
                .map(PageColumns::read)
                .collect::<Result<_, _>>()?,
            total: all.number.unsigned_abs(),
            sum: all.sum.read(),
        })
    }

    /// The projects that still have money to find in what a filter leaves of the years, the most
    /// first, and not more than so many.
    pub async fn shortfalls(
        &mut self,
        filter: &FundingFilter,
        most: u32,
    ) -> Result<Vec<Shortfall>, StoreError> {
        if filter.payer.is_some_and(|payer| payer != Payer::Missing) {
            return Ok(Vec::new());
        }
        let filter = FundingFilter {
            payer: Some(Payer::Missing),
            ..filter.clone()
        };
        let left = PlannedLeft {
            audience: Audience::Officials,
            filter: &filter,
            year: None,
        };
        let rows: Vec<ShortfallColumns> =
            ask!(fetch_all, self, SHORTFALLS, &left, i64::from(most))?;
        rows.into_iter()
            .map(|row| {
                Ok(Shortfall {
                    project: (OF_ALL.read("project", row.slug.try_into())?, row.name),
                    missing: row.sum.read(),
                })
            })
            .collect()
    }
}

const OF_ALL: RowOf<'_> = RowOf {
    table: "planned_amount",
    key: &"of all projects",
};

pub(crate) fn payer_code(payer: Payer) -> (&'static str, Option<Uuid>) {
    match payer {
        Payer::Organisation(id) => ("organisation", Some(id.into())),
        Payer::Together => ("together", None),
        Payer::Others => ("others", None),
        Payer::Missing => ("missing", None),
    }
}

pub(crate) fn payer(code: &str, organisation: Option<Uuid>) -> Result<Payer, StoreError> {
    let payer = match (code, organisation) {
        ("organisation", Some(id)) => Some(Payer::Organisation(OrganisationId::from(id))),
        ("together", None) => Some(Payer::Together),
        ("others", None) => Some(Payer::Others),
        ("missing", None) => Some(Payer::Missing),
        _ => None,
    };
    OF_ALL.known("payer", payer)
}

/// A sum, and how many amounts of it nobody knows.
#[derive(sqlx::FromRow)]
struct PlannedColumns {
    known: Option<i64>,
    unknown: i64,
}

impl PlannedColumns {
    fn read(&self) -> Planned {
        Planned {
            known: self.known.map(Money::from_cents),
            unknown: self.unknown.unsigned_abs(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct SumColumns {
    payer: String,
    organisation: Option<Uuid>,
    year: Option<i64>,
    #[sqlx(flatten)]
    sum: PlannedColumns,
}

#[derive(sqlx::FromRow)]
struct InAllColumns {
    number: i64,
    #[sqlx(flatten)]
    sum: PlannedColumns,
}

#[derive(sqlx::FromRow)]
struct ShortfallColumns {
    slug: String,
    name: String,
    #[sqlx(flatten)]
    sum: PlannedColumns,
}

#[derive(sqlx::FromRow)]
struct KeptColumns {
    version: i64,
    line: i64,
    payer: String,
    organisation: Option<Uuid>,
    category: String,
    year: Option<i64>,
    amount_cents: Option<i64>,
}

impl KeptColumns {
    fn read(self) -> Result<(u32, PlannedAmount), StoreError> {
        let category = FundingCategory::from_code(&self.category);
        let amount = PlannedAmount {
            line: OF_ALL.read("line", self.line.try_into())?,
            payer: payer(&self.payer, self.organisation)?,
            category: OF_ALL.known("category", category)?,
            year: OF_ALL.read("year", self.year.map(u16::try_from).transpose())?,
            amount: self.amount_cents.map(Money::from_cents),
        };
        Ok((OF_ALL.read("version", self.version.try_into())?, amount))
    }
}

#[derive(sqlx::FromRow)]
struct PageColumns {
    slug: String,
    name: String,
    version: i64,
    payer: String,
    organisation: Option<Uuid>,
    funders: String,
    category: String,
    year: Option<i64>,
    amount_cents: Option<i64>,
}

impl PageColumns {
    fn read(self) -> Result<PlannedRow, StoreError> {
        let of = RowOf {
            table: "planned_amount",
            key: &self.slug,
        };
        let category = FundingCategory::from_code(&self.category);
        Ok(PlannedRow {
            version: of.read("version", self.version.try_into())?,
            payer: payer(&self.payer, self.organisation)?,
            funders: of.read("funders", serde_json::from_str(&self.funders))?,
            category: of.known("category", category)?,
            year: of.read("year", self.year.map(u16::try_from).transpose())?,
            amount: self.amount_cents.map(Money::from_cents),
            project: (of.read("slug", self.slug.clone().try_into())?, self.name),
        })
    }
}
