//! Cases in officials' lists.

use domain::case::{Case, CaseFilter, CaseState, ClassCode};
use time::{Date, OffsetDateTime};

use super::CaseRow;
use crate::error::RowOf;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// The narrowing of the list; five words, the state, the class and the year.
macro_rules! narrowed {
    () => {
        "from city_case
          where ($1 is null or search_text like $1 escape '!')
            and ($2 is null or search_text like $2 escape '!')
            and ($3 is null or search_text like $3 escape '!')
            and ($4 is null or search_text like $4 escape '!')
            and ($5 is null or search_text like $5 escape '!')
            and ($6 is null or state = $6)
            and ($7 is null or case_class = $7)
            and ($8 is null or list_year = $8) "
    };
}

const COUNT: &str = concat!("select count(*) ", narrowed!());
const PAGE: &str = concat!(
    "select id as case_id, version as case_version, number as case_number,
            public_title as case_title, case_class, state, pending_since, changed_at ",
    narrowed!(),
    "order by number_year desc nulls last, number_serial desc nulls last, number_key, created_at
     limit $9 offset $10"
);
const YEARS: &str = "select distinct list_year from city_case order by list_year desc";
const CLOSED: &str = "
    select id as case_id, version as case_version, number as case_number,
           public_title as case_title, case_class, state, pending_since, changed_at
      from city_case
     where state = 'closed' and case_class is not null and closed_on < $1
     order by closed_on, created_at
     limit $2 offset $3";

/// A case in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseListRow {
    /// The case.
    pub case: Case,
    /// Its class.
    pub class: Option<ClassCode>,
    /// Where it stands.
    pub state: CaseState,
    /// The day it became pending.
    pub pending_since: Option<Date>,
    /// When it was last changed.
    pub changed_at: OffsetDateTime,
}

/// A filter as the statement takes it.
struct Narrowed {
    words: [Option<String>; CaseFilter::WORDS],
    state: Option<&'static str>,
    class: Option<String>,
    year: Option<i64>,
}

impl From<&CaseFilter> for Narrowed {
    fn from(filter: &CaseFilter) -> Self {
        let mut folded = filter.folded().into_iter().map(|word| pattern(&word));
        Self {
            words: std::array::from_fn(|_| folded.next()),
            state: filter.state.map(CaseState::code),
            class: filter.class.as_ref().map(ToString::to_string),
            year: filter.year.map(i64::from),
        }
    }
}

/// A word anywhere, with the signs that a pattern would read escaped.
fn pattern(word: &str) -> String {
    let mut pattern = String::from("%");
    for character in word.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

impl Tx {
    /// A page of the cases that a filter leaves, the newest number first and those without one
    /// last, and how many it leaves.
    pub async fn case_list(
        &mut self,
        filter: &CaseFilter,
        per_page: u32,
    ) -> Result<(Vec<CaseListRow>, u64), StoreError> {
        let narrowed = Narrowed::from(filter);
        let [one, two, three, four, five] = narrowed.words;
        let (total,): (i64,) = fetch_one!(
            self,
            COUNT,
            &one,
            &two,
            &three,
            &four,
            &five,
            narrowed.state,
            &narrowed.class,
            narrowed.year,
        )?;
        let offset = i64::from(filter.page.max(1) - 1) * i64::from(per_page);
        let rows: Vec<ListRow> = fetch_all!(
            self,
            PAGE,
            &one,
            &two,
            &three,
            &four,
            &five,
            narrowed.state,
            &narrowed.class,
            narrowed.year,
            i64::from(per_page),
            offset,
        )?;
        let of = RowOf {
            table: "city_case",
            key: &"count",
        };
        let rows: Result<_, _> = rows.into_iter().map(CaseListRow::try_from).collect();
        Ok((rows?, of.read("id", total.try_into())?))
    }

    /// The years of all cases, the latest first.
    pub async fn case_years(&mut self) -> Result<Vec<u16>, StoreError> {
        let rows: Vec<(i64,)> = fetch_all!(self, YEARS)?;
        let of = RowOf {
            table: "city_case",
            key: &"years",
        };
        rows.into_iter()
            .map(|(year,)| of.read("list_year", year.try_into()))
            .collect()
    }

    /// Closed cases that have a class, closed before a day, the longest closed first.
    pub async fn closed_cases(
        &mut self,
        before: Date,
        limit: u32,
        offset: u32,
    ) -> Result<Vec<CaseListRow>, StoreError> {
        let rows: Vec<ListRow> =
            fetch_all!(self, CLOSED, before, i64::from(limit), i64::from(offset))?;
        rows.into_iter().map(CaseListRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct ListRow {
    #[sqlx(flatten)]
    case: CaseRow,
    case_class: Option<String>,
    state: String,
    pending_since: Option<Date>,
    changed_at: OffsetDateTime,
}

impl TryFrom<ListRow> for CaseListRow {
    type Error = StoreError;

    fn try_from(row: ListRow) -> Result<Self, StoreError> {
        let case = Case::try_from(row.case)?;
        let of = RowOf {
            table: "city_case",
            key: &case.id,
        };
        let class = row.case_class.map(|code| code.parse()).transpose();
        Ok(Self {
            class: of.read("case_class", class)?,
            state: of.known("state", CaseState::from_code(&row.state))?,
            pending_since: row.pending_since,
            changed_at: row.changed_at,
            case,
        })
    }
}
