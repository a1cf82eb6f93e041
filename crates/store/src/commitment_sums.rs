//! Sums over all commitments: by year, by budget line and by project.

use domain::Money;
use domain::budget::Promised;
use domain::slug::Slug;
use domain::view::city_money::ProjectMoney;

use crate::error::RowOf;
use crate::tx::fetch_all;
use crate::{StoreError, Tx};

/// The sum of each strength of standings `s`: in columns, since rows would have to be sorted.
macro_rules! by_strength {
    ($drawn:literal) => {
        concat!(
            "cast(coalesce(sum(case when s.strength = 'granted' then ",
            $drawn,
            " end), 0)
                 as bigint) as granted,
             cast(coalesce(sum(case when s.strength = 'at_most' then ",
            $drawn,
            " end), 0)
                 as bigint) as at_most,
             cast(coalesce(sum(case when s.strength = 'conditional' then ",
            $drawn,
            " end), 0)
                 as bigint) as conditional,
             cast(coalesce(sum(case when s.strength = 'provided_for' then ",
            $drawn,
            " end), 0)
                 as bigint) as provided_for,
             cast(coalesce(sum(s.paid_cents), 0) as bigint) as paid"
        )
    };
}

pub(crate) use by_strength;

/// The sums of sums `f`.
macro_rules! added_up {
    () => {
        "cast(coalesce(sum(f.granted), 0) as bigint),
         cast(coalesce(sum(f.at_most), 0) as bigint),
         cast(coalesce(sum(f.conditional), 0) as bigint),
         cast(coalesce(sum(f.provided_for), 0) as bigint),
         cast(coalesce(sum(f.paid), 0) as bigint)"
    };
}

const BY_YEAR: &str = concat!(
    "select s.year, ",
    by_strength!("s.drawn_cents"),
    " from commitment_standing s
      where s.drawn_cents is not null
      group by s.year"
);
const BY_YEAR_OF_PROJECT: &str = concat!(
    "select s.year, ",
    by_strength!("s.drawn_cents"),
    " from project p
       join commitment_standing s on s.project = p.id
      where p.slug = $1 and s.drawn_cents is not null
      group by s.year"
);
/// Steps from one year to the next lower one along the index, instead of reading every row.
const YEARS: &str = "
    with recursive step (year) as (
        select max(f.year) from commitment_standing f
        union all
        select (select max(s.year) from commitment_standing s where s.year < step.year)
          from step
         where step.year is not null
    )
    select year from step where year is not null order by year desc";
const PUBLIC_BY_LINE: &str = concat!(
    "select s.year, s.budget_line, ",
    by_strength!("s.publicly_drawn_cents"),
    " from commitment_standing s
      where s.publicly_drawn_cents is not null
      group by s.year, s.budget_line"
);
/// The projects with the most, the others together, and what is of no project: from one scan, and
/// only those that are shown are looked up by name.
const PUBLIC_BY_PROJECT: &str = concat!(
    "with f as materialized (
        select s.project, ",
    by_strength!("s.publicly_drawn_cents"),
    " from commitment_standing s
          where s.publicly_drawn_cents is not null
          group by s.project),
     shown as materialized (
        select f.* from f
         where f.project is not null
         order by f.granted + f.at_most + f.conditional + f.provided_for desc, f.project
         limit $1)
     select p.slug, p.name, cast(1 as bigint) as number, f.granted, f.at_most, f.conditional,
            f.provided_for, f.paid
       from shown f
       join project p on p.id = f.project
      union all
     select null, null, count(*), ",
    added_up!(),
    " from f
      where f.project is not null and f.project not in (select shown.project from shown)
      union all
     select null, null, null, f.granted, f.at_most, f.conditional, f.provided_for, f.paid
       from f
      where f.project is null"
);

/// What published decisions promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicSums {
    /// By accounting year and budget line.
    pub by_line: Vec<(Option<u16>, Option<String>, Promised)>,
    /// By project, those with the most first, as many as were asked for.
    pub by_project: Vec<ProjectMoney>,
    /// How many further projects there are, and what is promised to them.
    pub further_projects: Option<(u64, Promised)>,
    /// What funds no project.
    pub without_project: Option<Promised>,
}

impl Tx {
    /// What signed decisions promise by accounting year, of one project or of all; `None` where
    /// they name no year. Of a decision that a signed one ended only what was paid all the same.
    pub async fn promised_by_year(
        &mut self,
        project: Option<&Slug>,
    ) -> Result<Vec<(Option<u16>, Promised)>, StoreError> {
        let rows: Vec<YearColumns> = match project {
            None => fetch_all!(self, BY_YEAR)?,
            Some(slug) => fetch_all!(self, BY_YEAR_OF_PROJECT, slug.as_str())?,
        };
        let years = rows.into_iter().map(|row| {
            let year = OF_A_YEAR.read("year", row.year.map(u16::try_from).transpose())?;
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
        rows.into_iter()
            .map(|(year,)| OF_A_YEAR.read("year", year.try_into()))
            .collect()
    }

    /// The sums of what published decisions promise, with so many projects by name. Of a decision
    /// that a published one ended only what was paid all the same.
    pub async fn public_sums(&mut self, projects: u32) -> Result<PublicSums, StoreError> {
        let lines: Vec<LineColumns> = fetch_all!(self, PUBLIC_BY_LINE)?;
        let lines = lines.into_iter().map(|row| {
            let year = OF_A_YEAR.read("year", row.year.map(u16::try_from).transpose())?;
            Ok((year, row.budget_line, row.sums.read()))
        });
        let mut by_line: Vec<_> = lines.collect::<Result<_, StoreError>>()?;
        by_line.sort_by(|one, other| (&one.0, &one.1).cmp(&(&other.0, &other.1)));
        let mut sums = PublicSums {
            by_line,
            by_project: Vec::new(),
            further_projects: None,
            without_project: None,
        };
        let rows: Vec<ProjectColumns> = fetch_all!(self, PUBLIC_BY_PROJECT, i64::from(projects))?;
        for row in rows {
            let promised = row.sums.read();
            match (row.slug.zip(row.name), row.number) {
                (Some((slug, name)), _) => {
                    let of = RowOf {
                        table: "project",
                        key: &slug,
                    };
                    sums.by_project.push(ProjectMoney {
                        slug: of.read("slug", slug.clone().try_into())?,
                        name,
                        promised,
                    });
                }
                (None, None) => sums.without_project = Some(promised),
                (None, Some(0)) => {}
                (None, Some(number)) => {
                    sums.further_projects = Some((number.unsigned_abs(), promised));
                }
            }
        }
        Ok(sums)
    }
}

const OF_A_YEAR: RowOf<'_> = RowOf {
    table: "commitment",
    key: &"of a year",
};

/// The sum of each strength, and what of all is paid.
#[derive(sqlx::FromRow)]
pub(crate) struct StrengthColumns {
    granted: i64,
    at_most: i64,
    conditional: i64,
    provided_for: i64,
    paid: i64,
}

impl StrengthColumns {
    pub(crate) const fn read(&self) -> Promised {
        Promised {
            granted: Money::from_cents(self.granted),
            at_most: Money::from_cents(self.at_most),
            conditional: Money::from_cents(self.conditional),
            provided_for: Money::from_cents(self.provided_for),
            paid: Money::from_cents(self.paid),
        }
    }
}

#[derive(sqlx::FromRow)]
struct YearColumns {
    year: Option<i64>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
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
    /// How many projects they are; of what is of no project `None`.
    number: Option<i64>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}
