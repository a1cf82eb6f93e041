//! Commitments over all decisions and projects, narrowed, with their sums: as officials see them,
//! and as everybody does.

use domain::Money;
use domain::budget::Promised;
use domain::commitment::{CommitmentKey, Drawn};
use domain::decision::CommitmentStrength;
use domain::slug::Slug;
use domain::view::city_money::{Part, PromiseRow};
use domain::view::commitment_list::{CommitmentFilter, CommitmentLine, Named};
use time::Date;
use uuid::Uuid;

use crate::commitment_sums::{StrengthColumns, by_strength};
use crate::decision::PlacedRow;
use crate::error::RowOf;
use crate::organisation::name_on_first_value;
use crate::tx::{fetch_all, fetch_optional};
use crate::{Audience, StoreError, Tx};

/// What is left of standings `s`: by year, which is 0 for none, by budget line, which is empty for
/// none, by strength, series and project, or of no project alone. `$first` narrows once more, so
/// that the text follows an index.
macro_rules! left {
    ($drawn:literal, $first:literal) => {
        concat!(
            " from commitment_standing s
             where ",
            $first,
            $drawn,
            " is not null
               and ($2 is null or s.year = $2 or ($2 = 0 and s.year is null))
               and ($3 is null or s.budget_line = $3 or ($3 = '' and s.budget_line is null))
               and ($4 is null or s.strength = $4)
               and ($5 is null or s.series = $5)
               and ($6 is null or s.project = $6)
               and (not $7 or s.project is null)"
        )
    };
}

/// The sums of each year, which together are those of all. Of one year nothing is grouped: so the
/// index that has all they need is followed.
macro_rules! sums {
    ($drawn:literal, $first:literal) => {
        sums!($drawn, $first, "s.year", " group by s.year")
    };
    ($drawn:literal, $first:literal, $year:literal, $grouped:literal) => {
        concat!(
            "select ",
            $year,
            " as year, count(*) as number, ",
            by_strength!($drawn),
            left!($drawn, $first),
            $grouped
        )
    };
}

/// A page of them, with the names of the day `$1`. It is cut before what it shows is read.
macro_rules! page {
    ($drawn:literal, $first:literal) => {
        concat!(
            "select c.decision, c.line, c.year, c.amount_cents, c.strength, c.budget_line,
                    c.condition, d.series, d.section_year, d.section_number, d.decision_maker,
                    k.number as case_number, p.slug, p.name, s.strength as strength_now, ",
            $drawn,
            " as drawn_cents, s.paid_cents, ",
            name_on_first_value!("p.beneficiary"),
            " as beneficiary
               from (select s.decision, s.line",
            left!($drawn, $first),
            " order by s.section_year desc, s.series, s.section_number desc, s.line
              limit $8 offset $9) page
               join commitment_standing s on s.decision = page.decision and s.line = page.line
               join commitment c on c.decision = s.decision and c.line = s.line
               join decision d on d.id = c.decision
               join city_case k on k.id = d.city_case
               left join project p on p.id = d.project
              order by s.section_year desc, s.series, s.section_number desc, s.line"
        )
    };
}

/// The texts of an audience: sums and page, by what is narrowed to.
struct Texts {
    all: (&'static str, &'static str),
    year: (&'static str, &'static str),
    series: (&'static str, &'static str),
    project: (&'static str, &'static str),
}

macro_rules! texts {
    ($drawn:literal) => {
        Texts {
            all: (sums!($drawn, ""), page!($drawn, "")),
            year: (
                sums!(
                    $drawn,
                    "s.year = $2 and ",
                    "max(s.year)",
                    " having count(*) > 0"
                ),
                page!($drawn, "s.year = $2 and "),
            ),
            series: (
                sums!($drawn, "s.series = $5 and "),
                page!($drawn, "s.series = $5 and "),
            ),
            project: (
                sums!($drawn, "s.project = $6 and "),
                page!($drawn, "s.project = $6 and "),
            ),
        }
    };
}

const OFFICIALS: Texts = texts!("s.drawn_cents");
const EVERYBODY: Texts = texts!("s.publicly_drawn_cents");
const PROJECT: &str = "select id from project where slug = $1";

/// A page of commitments, with what all pages hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitmentPage<Line> {
    /// The commitments of the page, those of the newest sections first.
    pub lines: Vec<Line>,
    /// How many there are on all pages.
    pub total: u64,
    /// The sums of all pages.
    pub promised: Promised,
    /// The same by accounting year, rising; at the end what names none.
    pub by_year: Vec<(Option<u16>, Promised)>,
}

/// A part of a list: its number from 1, and how many lines it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The number of the page, from 1.
    pub page: u32,
    /// The lines of a page; `None` for all of them on one.
    pub size: Option<u32>,
}

impl Cut {
    /// How many rows it has at most, and how many stand before it.
    pub(crate) fn limit_and_offset(self) -> (i64, i64) {
        let before = i64::from(self.page.saturating_sub(1));
        match self.size.map(i64::from) {
            Some(size) => (size, before.saturating_mul(size)),
            None => (i64::MAX, 0),
        }
    }
}

/// What is narrowed to, as values.
#[derive(Clone, Copy, Debug, Default)]
struct Narrowed<'a> {
    year: Option<i64>,
    line: Option<&'a str>,
    strength: Option<&'static str>,
    series: Option<&'a str>,
    project: Option<Uuid>,
    without_project: bool,
}

impl Tx {
    /// A page of the commitments of signed decisions that a filter leaves, with the names that
    /// beneficiaries have on a day. Of a decision that a signed one ended only what was paid all the
    /// same.
    pub async fn commitment_page(
        &mut self,
        filter: &CommitmentFilter,
        size: Option<u32>,
        today: Date,
    ) -> Result<CommitmentPage<CommitmentLine>, StoreError> {
        let project = match &filter.project {
            None => None,
            Some(slug) => {
                let found: Option<(Uuid,)> = fetch_optional!(self, PROJECT, slug.as_str())?;
                // No project has the identity nil: what is asked of an unknown one is nothing.
                Some(found.map_or_else(Uuid::nil, |(id,)| id))
            }
        };
        let narrowed = Narrowed {
            year: filter.year.map(year),
            line: filter.budget_line.as_ref().map(line),
            strength: filter.strength.map(CommitmentStrength::code),
            series: filter.series.as_ref().map(Slug::as_str),
            project,
            without_project: false,
        };
        let page = filter.page;
        let cut = Cut { page, size };
        self.listed(Audience::Officials, narrowed, cut, today).await
    }

    /// A page of what published decisions promise, of a part or of all, with the names that
    /// beneficiaries have on a day. Of a decision that a published one ended only what was paid all
    /// the same, and of a payer of plans nothing: they promise nothing.
    pub async fn public_promises(
        &mut self,
        part: Option<&Part>,
        cut: Cut,
        today: Date,
    ) -> Result<CommitmentPage<PromiseRow>, StoreError> {
        let mut narrowed = Narrowed::default();
        match part {
            None => {}
            Some(Part::Year(of)) => narrowed.year = Some(year(*of)),
            Some(Part::BudgetLine(of)) => narrowed.line = Some(line(of)),
            Some(Part::WithoutProject) => narrowed.without_project = true,
            Some(Part::Payer(_)) => {
                return Ok(CommitmentPage {
                    lines: Vec::new(),
                    total: 0,
                    promised: Promised::default(),
                    by_year: Vec::new(),
                });
            }
        }
        self.listed(Audience::Everybody, narrowed, cut, today).await
    }

    async fn listed<Line>(
        &mut self,
        audience: Audience,
        narrowed: Narrowed<'_>,
        cut: Cut,
        today: Date,
    ) -> Result<CommitmentPage<Line>, StoreError>
    where
        Line: TryFrom<LineColumns, Error = StoreError>,
    {
        let Narrowed {
            year,
            line,
            strength,
            series,
            project,
            without_project: alone,
        } = narrowed;
        let texts = match audience {
            Audience::Officials => OFFICIALS,
            Audience::Everybody => EVERYBODY,
        };
        let (sums, page) = match narrowed {
            Narrowed {
                project: Some(_), ..
            } => texts.project,
            Narrowed {
                year: Some(1..), ..
            } => texts.year,
            Narrowed {
                series: Some(_), ..
            } => texts.series,
            Narrowed { .. } => texts.all,
        };
        // Both texts take the same values; the sums have no names and so no use for the day.
        let years: Vec<YearColumns> = fetch_all!(
            self, sums, today, year, line, strength, series, project, alone
        )?;
        let (limit, from) = cut.limit_and_offset();
        let rows: Vec<LineColumns> = fetch_all!(
            self, page, today, year, line, strength, series, project, alone, limit, from
        )?;
        let lines: Result<Vec<Line>, StoreError> = rows.into_iter().map(Line::try_from).collect();
        let mut page = CommitmentPage {
            lines: lines?,
            total: 0,
            promised: Promised::default(),
            by_year: Vec::new(),
        };
        for of_year in years {
            let of = RowOf {
                table: "commitment_standing",
                key: &"of a year",
            };
            let (year, promised) = (of_year.year.map(u16::try_from), of_year.sums.read());
            let total = page.total.checked_add(of_year.number.unsigned_abs());
            page.total = of.known("number", total)?;
            page.promised = of.known("drawn_cents", page.promised.plus(promised))?;
            page.by_year
                .push((of.read("year", year.transpose())?, promised));
        }
        // The two databases put what has no year at different ends.
        page.by_year
            .sort_by_key(|(year, _)| (year.is_none(), *year));
        Ok(page)
    }
}

fn year(named: Named<u16>) -> i64 {
    match named {
        Named::Is(year) => i64::from(year),
        Named::Nothing => 0,
    }
}

fn line(named: &Named<String>) -> &str {
    match named {
        Named::Is(line) => line,
        Named::Nothing => "",
    }
}

/// The sums of what is left of a year, and how many there are.
#[derive(sqlx::FromRow)]
struct YearColumns {
    year: Option<i64>,
    number: i64,
    #[sqlx(flatten)]
    sums: StrengthColumns,
}

/// A commitment of a list.
#[derive(sqlx::FromRow)]
struct LineColumns {
    line: i64,
    #[sqlx(flatten)]
    placed: PlacedRow,
    decision_maker: Option<String>,
    case_number: Option<String>,
    slug: Option<String>,
    name: Option<String>,
    beneficiary: Option<String>,
    strength_now: String,
    drawn_cents: i64,
    paid_cents: i64,
}

impl TryFrom<LineColumns> for CommitmentLine {
    type Error = StoreError;

    fn try_from(row: LineColumns) -> Result<Self, StoreError> {
        let decision = row.placed.decision();
        let of = RowOf {
            table: "commitment",
            key: &decision,
        };
        let line = of.read("line", row.line.try_into())?;
        let number = row.case_number.as_ref().map(|number| number.parse());
        let case_number = of.read("city_case", number.transpose())?;
        let of_promise = PromiseRow::try_from(row)?;
        Ok(Self {
            key: CommitmentKey { decision, line },
            section: of_promise.section,
            decision_maker: of_promise.decision_maker,
            case_number,
            project: of_promise.project,
            beneficiary: of_promise.beneficiary,
            commitment: of_promise.commitment,
            drawn: of_promise.drawn,
        })
    }
}

impl TryFrom<LineColumns> for PromiseRow {
    type Error = StoreError;

    fn try_from(row: LineColumns) -> Result<Self, StoreError> {
        let decision = row.placed.decision();
        let of = RowOf {
            table: "decision",
            key: &decision,
        };
        let (section, commitment) = row.placed.read()?;
        let slug: Option<Slug> = of.read("project", row.slug.map(Slug::try_from).transpose())?;
        let strength = CommitmentStrength::from_code(&row.strength_now);
        Ok(Self {
            section,
            decision_maker: of.known("decision_maker", row.decision_maker)?,
            project: slug.zip(row.name),
            beneficiary: row.beneficiary,
            commitment,
            drawn: Drawn {
                strength: of.known("strength", strength)?,
                amount: Money::from_cents(row.drawn_cents),
                paid: Money::from_cents(row.paid_cents),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::disallowed_types,
        reason = "the texts of this file, with three words before them"
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
        for texts in [OFFICIALS, EVERYBODY] {
            for (asked, index) in [
                (texts.all.1, "commitment_standing_order"),
                (texts.year.0, "commitment_standing_line (year=?)"),
                (texts.year.1, "commitment_standing_year (year=?)"),
                (texts.series.0, "commitment_standing_series_year (series=?)"),
                (texts.series.1, "commitment_standing_series (series=?)"),
                (texts.project.0, "commitment_standing_project (project=?)"),
                (texts.project.1, "commitment_standing_project (project=?)"),
            ] {
                let asked = AssertSqlSafe(format!("explain query plan {asked}"));
                let steps: Vec<(i64, i64, i64, String)> = fetch_all!(&mut tx, asked).unwrap();
                let steps: Vec<String> = steps.into_iter().map(|step| step.3).collect();
                let found = steps.iter().any(|step| step.contains(index));
                assert!(found, "{index} is not followed: {steps:?}");
                let scans = steps.iter().any(|step| step == "SCAN s");
                assert!(!scans, "everything is read: {steps:?}");
            }
        }
    }
}
