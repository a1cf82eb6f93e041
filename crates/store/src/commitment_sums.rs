//! Sums over all commitments: by year, by budget line and by project.

use std::collections::BTreeMap;

use domain::Money;
use domain::budget::Promised;
use domain::commitment::Drawn;
use domain::decision::CommitmentStrength;
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
/// In the order of an index, so that nothing is sorted; strengths become columns afterwards.
pub(crate) const PUBLIC_BY_LINE: &str = "
    select s.year, s.budget_line, s.strength,
           cast(sum(s.publicly_drawn_cents) as bigint) as drawn,
           cast(sum(s.paid_cents) as bigint) as paid
      from commitment_standing s
     where s.publicly_drawn_cents is not null
     group by s.year, s.budget_line, s.strength";
const PUBLIC_WITHOUT_PROJECT: &str = "
    select s.year, s.budget_line, s.strength,
           cast(sum(s.publicly_drawn_cents) as bigint) as drawn,
           cast(sum(s.paid_cents) as bigint) as paid
      from commitment_standing s
     where s.project is null and s.publicly_drawn_cents is not null
     group by s.year, s.budget_line, s.strength";
/// How many projects there are, and those with the most. Only of these the strengths are summed.
pub(crate) const PUBLIC_BY_PROJECT: &str = concat!(
    "with f as materialized (
        select s.project, sum(s.publicly_drawn_cents) as drawn
          from commitment_standing s
         where s.project is not null and s.publicly_drawn_cents is not null
         group by s.project),
     shown as materialized (
        select f.project from f order by f.drawn desc, f.project limit $1)
     select n.number, p.slug, p.name, ",
    by_strength!("s.publicly_drawn_cents"),
    " from (select count(*) as number from f) n
       left join shown on true
       left join commitment_standing s
              on s.project = shown.project and s.publicly_drawn_cents is not null
       left join project p on p.id = shown.project
      group by n.number, p.slug, p.name"
);

/// What published decisions promise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicSums {
    /// By accounting year and budget line.
    pub by_line: Vec<(Option<u16>, Option<String>, Promised)>,
    /// The projects with the most, as many as were asked for, in no order.
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
        let mut by_line: BTreeMap<_, Promised> = BTreeMap::new();
        let mut rest = Promised::default();
        let lines: Vec<LineColumns> = fetch_all!(self, PUBLIC_BY_LINE)?;
        for row in lines {
            let drawn = row.drawn()?;
            let year = OF_A_YEAR.read("year", row.year.map(u16::try_from).transpose())?;
            let sum = by_line.entry((year, row.budget_line)).or_default();
            *sum = fits(sum.with(drawn))?;
            rest = fits(rest.with(drawn))?;
        }
        let mut without_project = None;
        let lines: Vec<LineColumns> = fetch_all!(self, PUBLIC_WITHOUT_PROJECT)?;
        for row in lines {
            let sum = without_project.unwrap_or(Promised::default());
            without_project = Some(fits(sum.with(row.drawn()?))?);
        }
        rest = fits(rest.less(without_project.unwrap_or_default()))?;
        let (mut by_project, mut number) = (Vec::new(), 0);
        let rows: Vec<ProjectColumns> = fetch_all!(self, PUBLIC_BY_PROJECT, i64::from(projects))?;
        for row in rows {
            number = row.number.unsigned_abs();
            let promised = row.sums.read();
            if let Some((slug, name)) = row.slug.zip(row.name) {
                let of = RowOf {
                    table: "project",
                    key: &slug,
                };
                let slug = of.read("slug", slug.clone().try_into())?;
                rest = fits(rest.less(promised))?;
                by_project.push(ProjectMoney {
                    slug,
                    name,
                    promised,
                });
            }
        }
        let further = number.saturating_sub(u64::try_from(by_project.len()).unwrap_or(u64::MAX));
        Ok(PublicSums {
            by_line: by_line
                .into_iter()
                .map(|((year, line), sum)| (year, line, sum))
                .collect(),
            by_project,
            further_projects: (further > 0).then_some((further, rest)),
            without_project,
        })
    }
}

/// A sum that was read of many; what does not fit was written past the register.
fn fits(sum: Option<Promised>) -> Result<Promised, StoreError> {
    OF_A_YEAR.known("publicly_drawn_cents", sum)
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
    strength: String,
    drawn: i64,
    paid: i64,
}

impl LineColumns {
    fn drawn(&self) -> Result<Drawn, StoreError> {
        let strength = CommitmentStrength::from_code(&self.strength);
        Ok(Drawn {
            strength: OF_A_YEAR.known("strength", strength)?,
            amount: Money::from_cents(self.drawn),
            paid: Money::from_cents(self.paid),
        })
    }
}

#[derive(sqlx::FromRow)]
struct ProjectColumns {
    number: i64,
    slug: Option<String>,
    name: Option<String>,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}
