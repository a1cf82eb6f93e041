//! What published decisions in force promise, for everybody.

use domain::budget::Promised;
use domain::slug::Slug;
use domain::view::city_money::{Part, ProjectMoney, PromiseRow};
use domain::view::commitments::Named;
use time::Date;

use crate::commitment_list::{StrengthColumns, SumColumns, by_strength};
use crate::decision::{PlacedRow, not_ended};
use crate::error::RowOf;
use crate::organisation::name_on_first_value;
use crate::stub::no_stub;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// Commitments `c` of decisions `d` that everybody may know of and no published decision ended.
macro_rules! public {
    ($from:literal) => {
        concat!(
            $from,
            " and d.publication_number is not null and ",
            no_stub!("d"),
            " and ",
            not_ended!("d")
        )
    };
}

/// What is left of them by year, which is 0 for none, by budget line, which is empty for none, and
/// of those that fund no project alone.
macro_rules! left {
    ($from:literal, $year:literal, $line:literal, $alone:literal) => {
        concat!(
            public!($from),
            " and (",
            $year,
            " is null or c.year = ",
            $year,
            " or (",
            $year,
            " = 0 and c.year is null))
              and (",
            $line,
            " is null or c.budget_line = ",
            $line,
            "
                   or (",
            $line,
            " = '' and c.budget_line is null))
              and (not ",
            $alone,
            " or d.project is null)"
        )
    };
}

macro_rules! sums {
    ($from:literal) => {
        concat!(
            "select count(*) as number, ",
            by_strength!(),
            " from ",
            left!($from, "$1", "$2", "$3")
        )
    };
}

/// A page, with the names of the day `$1`.
macro_rules! page {
    ($from:literal) => {
        concat!(
            "select c.decision, c.year, c.amount_cents, c.strength, c.budget_line, c.condition,
                    d.series, d.section_year, d.section_number, d.decision_maker, p.slug, p.name, ",
            name_on_first_value!("p.beneficiary"),
            " as beneficiary
               from (select c.decision, c.line from ",
            left!($from, "$2", "$3", "$4"),
            " order by d.section_year desc, d.series, d.section_number desc, c.line
              limit $5 offset $6) page
               join commitment c on c.decision = page.decision and c.line = page.line
               join decision d on d.id = c.decision
               left join project p on p.id = d.project
              order by d.section_year desc, d.series, d.section_number desc, c.line"
        )
    };
}

const BY_LINE: &str = concat!(
    "select c.year, c.budget_line, ",
    by_strength!(),
    " from ",
    public!("commitment c join decision d on d.id = c.decision where true"),
    " group by c.year, c.budget_line"
);
const BY_PROJECT: &str = concat!(
    "select p.slug, p.name, s.granted, s.at_most, s.conditional, s.provided_for
       from (select d.project, ",
    by_strength!(),
    " from ",
    public!("decision d join commitment c on c.decision = d.id where true"),
    " group by d.project) s
       left join project p on p.id = s.project"
);
const SUMS: &str = sums!("commitment c join decision d on d.id = c.decision where true");
const SUMS_OF_YEAR: &str =
    sums!("commitment c join decision d on d.id = c.decision where c.year = $1");
/// In the order of the list; `cross` keeps the order of the tables.
const PAGE: &str = page!(
    "decision d cross join commitment c where c.decision = d.id and d.section_year is not null"
);
const PAGE_OF_YEAR: &str =
    page!("commitment c join decision d on d.id = c.decision where c.year = $2");

/// What published decisions in force promise of a year from a budget line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicSums {
    /// By accounting year and budget line.
    pub by_line: Vec<(Option<u16>, Option<String>, Promised)>,
    /// By project, the address and name, or of none.
    pub by_project: Vec<ProjectMoney>,
    /// What funds no project.
    pub without_project: Option<Promised>,
}

/// A page of the promises of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicPage {
    /// The promises of the page, those of the newest sections first.
    pub rows: Vec<PromiseRow>,
    /// How many there are on all pages.
    pub total: u64,
    /// The sums of all pages.
    pub promised: Promised,
}

impl Tx {
    /// The sums of what published decisions in force promise.
    pub async fn public_sums(&mut self) -> Result<PublicSums, StoreError> {
        let lines: Vec<LineColumns> = fetch_all!(self, BY_LINE)?;
        let rows: Vec<ProjectColumns> = fetch_all!(self, BY_PROJECT)?;
        let of = RowOf {
            table: "commitment",
            key: &"of a year",
        };
        let lines = lines.into_iter().map(|row| {
            let year = of.read("year", row.year.map(u16::try_from).transpose())?;
            Ok((year, row.budget_line, row.sums.read()))
        });
        let mut by_line: Vec<_> = lines.collect::<Result<_, StoreError>>()?;
        by_line.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        let (mut by_project, mut without_project) = (Vec::new(), None);
        for row in rows {
            let promised = row.sums.read();
            let Some((slug, name)) = row.slug.zip(row.name) else {
                without_project = Some(promised);
                continue;
            };
            let of = RowOf {
                table: "project",
                key: &slug,
            };
            by_project.push(ProjectMoney {
                slug: of.read("slug", slug.clone().try_into())?,
                name,
                promised,
            });
        }
        Ok(PublicSums {
            by_line,
            by_project,
            without_project,
        })
    }

    /// A page of what published decisions in force promise, of a part or of all, with the names that
    /// beneficiaries have on a day; every one of them without a size of pages. Of a payer of plans
    /// they promise nothing.
    pub async fn public_promises(
        &mut self,
        part: Option<&Part>,
        page: u32,
        page_size: Option<u32>,
        today: Date,
    ) -> Result<PublicPage, StoreError> {
        let (mut year, mut line, mut alone) = (None, None, false);
        match part {
            None => {}
            Some(Part::Year(Named::Is(of))) => year = Some(i64::from(*of)),
            Some(Part::Year(Named::Nothing)) => year = Some(0),
            Some(Part::BudgetLine(Named::Is(of))) => line = Some(of.as_str()),
            Some(Part::BudgetLine(Named::Nothing)) => line = Some(""),
            Some(Part::WithoutProject) => alone = true,
            Some(Part::Payer(_)) => return Ok(PublicPage::empty()),
        }
        let limit = page_size.map_or(i64::MAX, i64::from);
        let before = i64::from(page.saturating_sub(1));
        let from = page_size.map_or(0, |size| before * i64::from(size));
        let is_of_year = year.is_some_and(|year| year > 0);
        let (sums, rows): (SumColumns, Vec<RowColumns>) = if is_of_year {
            (
                fetch_one!(self, SUMS_OF_YEAR, year, line, alone)?,
                fetch_all!(self, PAGE_OF_YEAR, today, year, line, alone, limit, from)?,
            )
        } else {
            (
                fetch_one!(self, SUMS, year, line, alone)?,
                fetch_all!(self, PAGE, today, year, line, alone, limit, from)?,
            )
        };
        let rows: Result<Vec<PromiseRow>, StoreError> =
            rows.into_iter().map(PromiseRow::try_from).collect();
        Ok(PublicPage {
            rows: rows?,
            total: sums.number.unsigned_abs(),
            promised: sums.sums.read(),
        })
    }
}

impl PublicPage {
    fn empty() -> Self {
        Self {
            rows: Vec::new(),
            total: 0,
            promised: Promised::default(),
        }
    }
}

#[derive(sqlx::FromRow)]
struct LineColumns {
    year: Option<i64>,
    budget_line: Option<String>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}

#[derive(sqlx::FromRow)]
struct ProjectColumns {
    slug: Option<String>,
    name: Option<String>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}

#[derive(sqlx::FromRow)]
struct RowColumns {
    #[sqlx(flatten)]
    placed: PlacedRow,
    decision_maker: Option<String>,
    slug: Option<String>,
    name: Option<String>,
    beneficiary: Option<String>,
}

impl TryFrom<RowColumns> for PromiseRow {
    type Error = StoreError;

    fn try_from(row: RowColumns) -> Result<Self, StoreError> {
        let decision = row.placed.decision();
        let of = RowOf {
            table: "decision",
            key: &decision,
        };
        let (section, commitment) = row.placed.read()?;
        let slug: Option<Slug> = of.read("project", row.slug.map(Slug::try_from).transpose())?;
        Ok(Self {
            section,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            project: slug.zip(row.name),
            beneficiary: row.beneficiary,
            commitment,
        })
    }
}
