//! Commitments over all decisions and projects, narrowed, with their sums.

use domain::Money;
use domain::budget::Promised;
use domain::decision::CommitmentStrength;
use domain::slug::Slug;
use domain::view::commitments::{CommitmentFilter, CommitmentLine, Named};
use time::Date;
use uuid::Uuid;

use crate::decision::{PlacedRow, not_ended_by_signed};
use crate::error::RowOf;
use crate::organisation::name_on_first_value;
use crate::tx::{fetch_all, fetch_one, fetch_optional};
use crate::{StoreError, Tx};

/// What is left of commitments `c` that signed decisions in force make, by year, which is 0 for
/// none, by budget line, which is empty for none, and by strength.
macro_rules! left {
    ($year:literal, $line:literal, $strength:literal) => {
        concat!(
            "(", $year, " is null or c.year = ", $year, " or (", $year, " = 0 and c.year is null))
             and (", $line, " is null or c.budget_line = ", $line, "
                  or (", $line, " = '' and c.budget_line is null))
             and (", $strength, " is null or c.strength = ", $strength, ") and ",
            not_ended_by_signed!(id "c.decision")
        )
    };
}

/// The sum of each strength of commitments `c`: in columns, since rows would have to be sorted.
macro_rules! by_strength {
    () => {
        "cast(coalesce(sum(case when c.strength = 'granted' then c.amount_cents end), 0)
             as bigint) as granted,
         cast(coalesce(sum(case when c.strength = 'at_most' then c.amount_cents end), 0)
             as bigint) as at_most,
         cast(coalesce(sum(case when c.strength = 'conditional' then c.amount_cents end), 0)
             as bigint) as conditional,
         cast(coalesce(sum(case when c.strength = 'provided_for' then c.amount_cents end), 0)
             as bigint) as provided_for"
    };
}

pub(crate) use by_strength;

/// Their sums and their number. What a join costs is paid only where it narrows.
macro_rules! sums {
    ($from:literal) => {
        concat!(
            "select count(*) as number, ",
            by_strength!(),
            " from ",
            $from,
            " and ",
            left!("$1", "$2", "$3")
        )
    };
}

/// A page of them, with the names of the day `$1`. The page is cut before what it shows is read.
macro_rules! page {
    ($from:literal) => {
        concat!(
            "select c.decision, c.year, c.amount_cents, c.strength, c.budget_line, c.condition,
                    d.series, d.section_year, d.section_number, d.decision_maker,
                    k.number as case_number, p.slug, p.name, ",
            name_on_first_value!("p.beneficiary"),
            " as beneficiary
               from (select c.decision, c.line from ",
            $from,
            " and ",
            left!("$2", "$3", "$4"),
            " order by d.section_year desc, d.series, d.section_number desc, c.line
              limit $5 offset $6) page
               join commitment c on c.decision = page.decision and c.line = page.line
               join decision d on d.id = c.decision
               join city_case k on k.id = d.city_case
               left join project p on p.id = d.project
              order by d.section_year desc, d.series, d.section_number desc, c.line"
        )
    };
}

const SUMS_OF_ALL: &str = sums!("commitment c where true");
const SUMS_OF_YEAR: &str = sums!(
    "commitment c join decision d on d.id = c.decision
      where c.year = $1 and ($4 is null or d.series = $4)"
);
const SUMS_OF_SERIES: &str =
    sums!("commitment c join decision d on d.id = c.decision where d.series = $4");
const SUMS_OF_PROJECT: &str = sums!(
    "commitment c join decision d on d.id = c.decision
      where d.project = $5 and ($4 is null or d.series = $4)"
);
/// In the order of the list, so that a page is found without sorting all. `cross` keeps the order
/// of the tables.
const PAGE_OF_ALL: &str = page!(
    "decision d cross join commitment c
      where c.decision = d.id and d.section_year is not null"
);
const PAGE_OF_YEAR: &str = page!(
    "commitment c join decision d on d.id = c.decision
      where c.year = $2 and ($7 is null or d.series = $7)"
);
const PAGE_OF_SERIES: &str =
    page!("commitment c join decision d on d.id = c.decision where d.series = $7");
const PAGE_OF_PROJECT: &str = page!(
    "commitment c join decision d on d.id = c.decision
      where d.project = $8 and ($7 is null or d.series = $7)"
);
const BY_YEAR: &str = concat!(
    "select c.year, ",
    by_strength!(),
    " from commitment c
      where ",
    not_ended_by_signed!(id "c.decision"),
    " group by c.year"
);
const BY_YEAR_OF_PROJECT: &str = concat!(
    "select c.year, ",
    by_strength!(),
    " from commitment c
       join decision d on d.id = c.decision
       join project p on p.id = d.project
      where p.slug = $1 and ",
    not_ended_by_signed!("d"),
    " group by c.year"
);
/// Steps from one year to the next lower one along the index, instead of reading every row.
const YEARS: &str = "
    with recursive step (year) as (
        select max(f.year) from commitment f
        union all
        select (select max(c.year) from commitment c where c.year < step.year)
          from step
         where step.year is not null
    )
    select year from step where year is not null order by year desc";
const PROJECT: &str = "select id from project where slug = $1";
const PROJECT_NAMES: &str = "select slug, name from project order by name, slug limit $1";

/// A page of commitments, with what all pages hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentPage {
    /// The commitments of the page, those of the newest sections first.
    pub lines: Vec<CommitmentLine>,
    /// How many there are on all pages.
    pub total: u64,
    /// The sums of all pages.
    pub promised: Promised,
}

/// Which text asks, so that each can follow its own index.
enum Narrowest {
    Project(Uuid),
    Year,
    Series,
    Nothing,
}

impl Tx {
    /// A page of the commitments of signed decisions in force that a filter leaves, with the names
    /// that beneficiaries have on a day; every one of them without a size of pages.
    pub async fn commitment_page(
        &mut self,
        filter: &CommitmentFilter,
        page_size: Option<u32>,
        today: Date,
    ) -> Result<CommitmentPage, StoreError> {
        let narrowest = match (&filter.project, &filter.year, &filter.series) {
            (Some(slug), ..) => {
                let found: Option<(Uuid,)> = fetch_optional!(self, PROJECT, slug.as_str())?;
                match found {
                    Some((project,)) => Narrowest::Project(project),
                    None => return Ok(CommitmentPage::empty()),
                }
            }
            (None, Some(Named::Is(_)), _) => Narrowest::Year,
            (None, _, Some(_)) => Narrowest::Series,
            (None, _, None) => Narrowest::Nothing,
        };
        let sums = self.commitment_sums(filter, &narrowest).await?;
        let rows = self
            .commitment_rows(filter, &narrowest, page_size, today)
            .await?;
        let lines: Result<Vec<CommitmentLine>, StoreError> =
            rows.into_iter().map(CommitmentLine::try_from).collect();
        Ok(CommitmentPage {
            lines: lines?,
            total: sums.number.unsigned_abs(),
            promised: sums.sums.read(),
        })
    }

    async fn commitment_sums(
        &mut self,
        filter: &CommitmentFilter,
        narrowest: &Narrowest,
    ) -> Result<SumColumns, StoreError> {
        let (year, line, strength, series) = values(filter);
        Ok(match narrowest {
            Narrowest::Nothing => fetch_one!(self, SUMS_OF_ALL, year, line, strength)?,
            Narrowest::Year => fetch_one!(self, SUMS_OF_YEAR, year, line, strength, series)?,
            Narrowest::Series => fetch_one!(self, SUMS_OF_SERIES, year, line, strength, series)?,
            Narrowest::Project(id) => {
                fetch_one!(self, SUMS_OF_PROJECT, year, line, strength, series, *id)?
            }
        })
    }

    async fn commitment_rows(
        &mut self,
        filter: &CommitmentFilter,
        narrowest: &Narrowest,
        page_size: Option<u32>,
        day: Date,
    ) -> Result<Vec<LineColumns>, StoreError> {
        let (year, line, strength, series) = values(filter);
        let limit = page_size.map_or(i64::MAX, i64::from);
        let before = i64::from(filter.page.saturating_sub(1));
        let from = page_size.map_or(0, |size| before * i64::from(size));
        Ok(match narrowest {
            Narrowest::Nothing => {
                fetch_all!(self, PAGE_OF_ALL, day, year, line, strength, limit, from)?
            }
            Narrowest::Year => fetch_all!(
                self,
                PAGE_OF_YEAR,
                day,
                year,
                line,
                strength,
                limit,
                from,
                series
            )?,
            Narrowest::Series => fetch_all!(
                self,
                PAGE_OF_SERIES,
                day,
                year,
                line,
                strength,
                limit,
                from,
                series
            )?,
            Narrowest::Project(id) => fetch_all!(
                self,
                PAGE_OF_PROJECT,
                day,
                year,
                line,
                strength,
                limit,
                from,
                series,
                *id
            )?,
        })
    }

    /// What signed decisions in force promise by accounting year, of one project or of all; `None`
    /// where they name no year.
    pub async fn promised_by_year(
        &mut self,
        project: Option<&Slug>,
    ) -> Result<Vec<(Option<u16>, Promised)>, StoreError> {
        let rows: Vec<YearColumns> = match project {
            None => fetch_all!(self, BY_YEAR)?,
            Some(slug) => fetch_all!(self, BY_YEAR_OF_PROJECT, slug.as_str())?,
        };
        let of = RowOf {
            table: "commitment",
            key: &"of a year",
        };
        let years = rows.into_iter().map(|row| {
            let year = of.read("year", row.year.map(u16::try_from).transpose())?;
            Ok((year, row.sums.read()))
        });
        let mut years: Vec<_> = years.collect::<Result<_, StoreError>>()?;
        // The two databases put what has no year at different ends.
        years.sort_by_key(|(year, _)| *year);
        Ok(years)
    }

    /// The accounting years that commitments name, the last first.
    pub async fn commitment_years(&mut self) -> Result<Vec<u16>, StoreError> {
        let rows: Vec<(i64,)> = fetch_all!(self, YEARS)?;
        let of = RowOf {
            table: "commitment",
            key: &"of a year",
        };
        rows.into_iter()
            .map(|(year,)| of.read("year", year.try_into()))
            .collect()
    }

    /// The projects by name, slug and name, at most so many.
    pub async fn project_names(&mut self, limit: u32) -> Result<Vec<(Slug, String)>, StoreError> {
        let rows: Vec<(String, String)> = fetch_all!(self, PROJECT_NAMES, i64::from(limit))?;
        rows.into_iter()
            .map(|(slug, name)| {
                let of = RowOf {
                    table: "project",
                    key: &slug,
                };
                Ok((of.read("slug", slug.clone().try_into())?, name))
            })
            .collect()
    }
}

/// The filter as values: year, budget line, strength and series.
fn values(
    filter: &CommitmentFilter,
) -> (
    Option<i64>,
    Option<&str>,
    Option<&'static str>,
    Option<&str>,
) {
    let year = filter.year.map(|year| match year {
        Named::Is(year) => i64::from(year),
        Named::Nothing => 0,
    });
    let line = filter.budget_line.as_ref().map(|line| match line {
        Named::Is(line) => line.as_str(),
        Named::Nothing => "",
    });
    let strength = filter.strength.map(CommitmentStrength::code);
    (
        year,
        line,
        strength,
        filter.series.as_ref().map(Slug::as_str),
    )
}

impl CommitmentPage {
    fn empty() -> Self {
        Self {
            lines: Vec::new(),
            total: 0,
            promised: Promised::default(),
        }
    }
}

/// The sum of each strength.
#[derive(sqlx::FromRow)]
pub(crate) struct StrengthColumns {
    granted: i64,
    at_most: i64,
    conditional: i64,
    provided_for: i64,
}

impl StrengthColumns {
    pub(crate) const fn read(&self) -> Promised {
        Promised {
            granted: Money::from_cents(self.granted),
            at_most: Money::from_cents(self.at_most),
            conditional: Money::from_cents(self.conditional),
            provided_for: Money::from_cents(self.provided_for),
        }
    }
}

#[derive(sqlx::FromRow)]
struct YearColumns {
    year: Option<i64>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}

/// The sums of what is left, and how many there are.
#[derive(sqlx::FromRow)]
pub(crate) struct SumColumns {
    pub(crate) number: i64,
    #[sqlx(flatten)]
    pub(crate) sums: StrengthColumns,
}

#[derive(sqlx::FromRow)]
struct LineColumns {
    #[sqlx(flatten)]
    placed: PlacedRow,
    decision_maker: Option<String>,
    case_number: Option<String>,
    slug: Option<String>,
    name: Option<String>,
    beneficiary: Option<String>,
}

impl TryFrom<LineColumns> for CommitmentLine {
    type Error = StoreError;

    fn try_from(row: LineColumns) -> Result<Self, StoreError> {
        let decision = row.placed.decision();
        let of = RowOf {
            table: "decision",
            key: &decision,
        };
        let (section, commitment) = row.placed.read()?;
        let slug: Option<Slug> = of.read("project", row.slug.map(Slug::try_from).transpose())?;
        let number = row.case_number.map(|number| number.parse());
        Ok(Self {
            decision,
            section,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            case_number: of.read("city_case", number.transpose())?,
            project: slug.zip(row.name),
            beneficiary: row.beneficiary,
            commitment,
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::disallowed_types,
        reason = "the texts of this file, with two words before them"
    )]

    use sqlx::AssertSqlSafe;

    use super::*;
    use crate::testing::Database;

    /// The list is walked in its order, and a year, a project and a series are found, each along an
    /// index: whatever else is in the register is not read.
    #[tokio::test]
    async fn each_way_of_narrowing_follows_an_index() {
        let database = Database::sqlite().await;
        let mut tx = database.store().read().await.unwrap();
        for (asked, index) in [
            (PAGE_OF_ALL, "USING COVERING INDEX decision_section_order"),
            (PAGE_OF_YEAR, "commitment_line (year=?)"),
            (PAGE_OF_SERIES, "(series=?)"),
            (PAGE_OF_PROJECT, "decision_project (project=?)"),
            (SUMS_OF_YEAR, "commitment_line (year=?)"),
            (SUMS_OF_SERIES, "(series=?)"),
            (SUMS_OF_PROJECT, "decision_project (project=?)"),
        ] {
            let asked = AssertSqlSafe(format!("explain query plan {asked}"));
            let steps: Vec<(i64, i64, i64, String)> = fetch_all!(&mut tx, asked).unwrap();
            let steps: Vec<String> = steps.into_iter().map(|step| step.3).collect();
            let found = steps.iter().any(|step| step.contains(index));
            assert!(found, "{index} is not followed: {steps:?}");
            let scanned = ["SCAN c", "SCAN d"];
            let scans = steps.iter().any(|step| scanned.contains(&step.as_str()));
            assert!(!scans, "everything is read: {steps:?}");
        }
    }
}
