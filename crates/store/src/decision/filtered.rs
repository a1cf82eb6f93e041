//! The public list of decisions, narrowed by its filter.

use std::collections::BTreeMap;

use domain::id::OrganisationId;
use domain::view::decision_list::{Counted, DecisionFilter, ListOrder, ListedStage};
use time::{Date, PrimitiveDateTime};
use uuid::Uuid;

use super::published::{PublishedColumns, PublishedRow, read, rows_from};
use crate::organisation::name_on_first_value;
use crate::stub::no_stub;
use crate::tx::{fetch_all, fetch_one};
use crate::{StoreError, Tx};

/// Where counting stops, where a count cannot follow an index alone.
const MOST: u64 = 10_000;

/// Where a published decision `p` stands on the day `$8` at the time `$9`, as the code of
/// `ListedStage`; one without a period has a code of its own.
macro_rules! stage {
    () => {
        "case
            when exists (select 1 from legal_force l
                          where l.decision = p.id and l.reopened_at is null)
                then 'lainvoimainen'
            when p.period_last_day is null then 'julkaistu'
            when p.period_last_day > $8
              or (p.period_last_day = $8
                  and (p.period_closes_at is null or p.period_closes_at > $9))
                then 'kaynnissa'
            else 'paattynyt' end"
    };
}

/// What everybody may see, narrowed by what no index of its own leads to: `$4` a funder, `$5` and
/// `$6` days of publication, `$7` where it stands on the day `$8` at the time `$9`.
macro_rules! further {
    () => {
        concat!(
            "and ($4 is null or exists (select 1 from planned_amount a
                                     where a.project = p.project and a.organisation = $4))
         and ($5 is null or p.published_on >= $5)
         and ($6 is null or p.published_on <= $6)
         and ($7 is null or $7 = ",
            $crate::decision::filtered::stage!(),
            ") "
        )
    };
}

pub(crate) use {further, stage};

/// Which published decisions an index leads to, and which of them are left.
macro_rules! left {
    ($led:expr) => {
        concat!(
            "from decision p where p.publication_number is not null and ",
            no_stub!("p"),
            " ",
            $led,
            further!()
        )
    };
}

/// A page of them. The page is cut before rows are read, so that a late one costs no more than
/// walking an index.
macro_rules! page {
    ($led:expr, $order:literal) => {
        rows_from!(concat!(
            "(select p.id ",
            left!($led),
            " order by p.publication_number ",
            $order,
            " limit $10 offset $11) page
             join decision d on d.id = page.id
             order by d.publication_number ",
            $order
        ))
    };
}

/// The next of them below the publication number `$11`.
macro_rules! chunk {
    ($led:expr) => {
        rows_from!(concat!(
            "(select p.id ",
            left!($led),
            " and ($11 is null or p.publication_number < $11)
              order by p.publication_number desc limit $10) page
             join decision d on d.id = page.id
             order by d.publication_number desc"
        ))
    };
}

/// How many there are, at most `$10`.
macro_rules! count {
    ($led:expr) => {
        concat!(
            "select count(*) from (select 1 as one ",
            left!($led),
            " limit $10) counted"
        )
    };
}

/// The same where nothing else narrows: every one, along the index.
macro_rules! count_along {
    ($led:expr) => {
        concat!(
            "select count(*) from decision p where p.publication_number is not null and ",
            no_stub!("p"),
            " ",
            $led
        )
    };
}

/// What their facets are counted from, at most `$10` of them.
macro_rules! facets {
    ($led:expr) => {
        concat!(
            "select p.series, p.section_year, ",
            stage!(),
            " as stage ",
            left!($led),
            " limit $10"
        )
    };
}

/// The texts of one way to the rows.
pub(crate) struct Way {
    pub(crate) newest: &'static str,
    oldest: &'static str,
    chunk: &'static str,
    pub(crate) count: &'static str,
    count_along: Option<&'static str>,
    facets: &'static str,
}

macro_rules! way {
    ($led:literal, $along:expr) => {
        Way {
            newest: page!($led, "desc"),
            oldest: page!($led, "asc"),
            chunk: chunk!($led),
            count: count!($led),
            count_along: $along,
            facets: facets!($led),
        }
    };
}

pub(crate) const ALL: Way = way!("", Some(count_along!("")));
pub(crate) const OF_SERIES: Way = way!(
    "and p.series = $1 ",
    Some(count_along!("and p.series = $1"))
);
pub(crate) const OF_YEAR: Way = way!(
    "and p.section_year = $2 ",
    Some(count_along!("and p.section_year = $2"))
);
pub(crate) const OF_BOTH: Way = way!(
    "and p.series = $1 and p.section_year = $2 ",
    Some(count_along!("and p.series = $1 and p.section_year = $2"))
);
pub(crate) const OF_PROJECT: Way = way!(
    "and p.project = (select o.id from project o where o.slug = $3)
     and ($1 is null or p.series = $1) and ($2 is null or p.section_year = $2) ",
    None
);

impl Way {
    /// A text for each index, so that each can be followed.
    fn of(filter: &DecisionFilter) -> &'static Self {
        match (&filter.project, &filter.series, filter.year) {
            (Some(_), _, _) => &OF_PROJECT,
            (None, None, None) => &ALL,
            (None, Some(_), None) => &OF_SERIES,
            (None, None, Some(_)) => &OF_YEAR,
            (None, Some(_), Some(_)) => &OF_BOTH,
        }
    }
}

/// Asks with the values of a filter.
macro_rules! asked {
    ($fetch:ident, $tx:expr, $sql:expr, $filter:expr, $now:expr $(, $value:expr)* $(,)?) => {
        $fetch!(
            $tx,
            $sql,
            $filter.series.as_ref().map(ToString::to_string),
            $filter.year.map(i64::from),
            $filter.project.as_ref().map(ToString::to_string),
            $filter.funder.map(Uuid::from),
            $filter.from,
            $filter.until,
            $filter.stage.map(ListedStage::code),
            $now.date(),
            $now.time(),
            $($value),*
        )
    };
}

pub(crate) use asked;

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPage {
    /// The rows of the page, in the order of the filter.
    pub rows: Vec<PublishedRow>,
    /// How many there are on all pages, as far as they were counted.
    pub total: u64,
    /// Whether there are more than were counted.
    pub is_more: bool,
    /// How many of all of them stand where, if words found them: to find them is to count them.
    pub facets: Option<Facets>,
}

/// Organisations that pay for projects which everybody may know of; `$1` is the day of their names.
const FUNDERS: &str = concat!(
    "select o.id, ",
    name_on_first_value!("o.id"),
    " as name
       from organisation o
      where exists (select 1
                      from planned_amount a
                      join decision d on d.project = a.project
                     where a.payer = 'organisation' and a.organisation = o.id
                       and d.publication_number is not null and ",
    no_stub!("d"),
    ") order by o.added_number limit $2"
);

/// How many decisions of a list have each value that it can be narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// By the slug of the series.
    pub series: BTreeMap<String, u64>,
    /// By the year of the section.
    pub years: BTreeMap<i64, u64>,
    /// By the code of where it stands.
    pub stages: BTreeMap<String, u64>,
    /// Whether there are more than were counted.
    pub is_more: bool,
}

impl Facets {
    /// Counts rows of series, year and stage, of which the last may be one too many.
    pub(crate) fn of<'a>(rows: impl Iterator<Item = (&'a str, i64, &'a str)>, limit: u32) -> Self {
        let mut facets = Self::default();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        for (at, (series, year, stage)) in rows.enumerate() {
            if at == limit {
                facets.is_more = true;
                break;
            }
            // A name is copied only where it is seen for the first time.
            count(&mut facets.series, series);
            *facets.years.entry(year).or_default() += 1;
            count(&mut facets.stages, stage);
        }
        facets
    }
}

fn count(counts: &mut BTreeMap<String, u64>, name: &str) {
    match counts.get_mut(name) {
        Some(counted) => *counted += 1,
        None => {
            counts.insert(name.to_owned(), 1);
        }
    }
}

impl Tx {
    /// A page of the published decisions that a filter leaves at a moment of Helsinki time, the
    /// newest publication first unless the filter says otherwise.
    pub async fn published_decisions(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        page_size: u32,
    ) -> Result<PublishedPage, StoreError> {
        if !filter.words.is_empty() {
            return self.found_page(filter, now, page_size).await;
        }
        let way = Way::of(filter);
        let page = match filter.order_now() {
            ListOrder::Oldest => way.oldest,
            ListOrder::Newest | ListOrder::Fitting => way.newest,
        };
        let limit = i64::from(page_size);
        let offset = i64::from(filter.page.saturating_sub(1)) * limit;
        let rows: Vec<PublishedColumns> =
            asked!(fetch_all, self, page, filter, now, limit, offset)?;
        let total = self.published_total(filter, now).await?;
        Ok(PublishedPage {
            rows: read(rows)?,
            total: total.number,
            is_more: total.is_more,
            facets: None,
        })
    }

    /// The published decisions that a filter leaves, the newest publication first and whatever page
    /// it names: those published before the one of the number, at most so many.
    pub async fn published_chunk(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        before: Option<i64>,
        limit: u32,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        if !filter.words.is_empty() {
            return self.found_chunk(filter, now, before, limit).await;
        }
        let chunk = Way::of(filter).chunk;
        let limit = i64::from(limit);
        let rows: Vec<PublishedColumns> =
            asked!(fetch_all, self, chunk, filter, now, limit, before)?;
        read(rows)
    }

    /// How many published decisions stand where, of what a filter leaves without regard to its
    /// words and its page: at most so many are counted.
    pub async fn published_facets(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
        limit: u32,
    ) -> Result<Facets, StoreError> {
        let facets = Way::of(filter).facets;
        let most = i64::from(limit) + 1;
        let rows: Vec<(String, i64, String)> = asked!(fetch_all, self, facets, filter, now, most)?;
        let rows = rows
            .iter()
            .map(|(series, year, stage)| (&**series, *year, &**stage));
        Ok(Facets::of(rows, limit))
    }

    /// Those who pay for projects that everybody may know of, by their names of a day.
    pub async fn public_funders(
        &mut self,
        today: Date,
        limit: u32,
    ) -> Result<Vec<(OrganisationId, String)>, StoreError> {
        let rows: Vec<(Uuid, Option<String>)> = fetch_all!(self, FUNDERS, today, i64::from(limit))?;
        let named = rows
            .into_iter()
            .filter_map(|(id, name)| Some((id.into(), name?)));
        Ok(named.collect())
    }

    async fn published_total(
        &mut self,
        filter: &DecisionFilter,
        now: PrimitiveDateTime,
    ) -> Result<Counted, StoreError> {
        let way = Way::of(filter);
        let narrows_further = filter.funder.is_some()
            || filter.from.is_some()
            || filter.until.is_some()
            || filter.stage.is_some();
        if let (Some(along), false) = (way.count_along, narrows_further) {
            let (number,): (i64,) = fetch_one!(
                self,
                along,
                filter.series.as_ref().map(ToString::to_string),
                filter.year.map(i64::from),
            )?;
            return Ok(Counted {
                number: number.unsigned_abs(),
                is_more: false,
            });
        }
        let most = i64::try_from(MOST + 1).unwrap_or(i64::MAX);
        let (number,): (i64,) = asked!(fetch_one, self, way.count, filter, now, most)?;
        let number = number.unsigned_abs();
        Ok(Counted {
            number: number.min(MOST),
            is_more: number > MOST,
        })
    }
}
