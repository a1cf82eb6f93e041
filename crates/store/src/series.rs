//! Section series.

use domain::dated_name::{DatedName, DatedNames};
use domain::publication::PublicationRule;
use domain::section::{DecisionMakerKind, Numbering, SectionSeries};
use domain::slug::Slug;

use crate::dated_name::NameRow;
use crate::error::{RowOf, json, one_row, unique};
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into section_series (slug, decision_maker, kind, numbering, claims_to,
        publication_rule)
    values ($1, $2, $3, $4, $5, $6)";
const ADD_NAME: &str = "
    insert into section_series_name (series, ordinal, since, name)
    select $1, coalesce(max(ordinal), 0) + 1, $2, $3 from section_series_name where series = $1";
const NAMES: &str = "
    select since, name from section_series_name where series = $1 order by ordinal";
const BY_SLUG: &str = "
    select slug, decision_maker, kind, numbering, claims_to, publication_rule
      from section_series where slug = $1";
const ALL: &str = "
    select slug, decision_maker, kind, numbering, claims_to, publication_rule
      from section_series order by slug";
const SET_RULE: &str = "update section_series set publication_rule = $2 where slug = $1";
const NUMBERS: &str = "
    select section_number from decision
     where series = $1 and section_year = $2
     order by section_number";
const LAST_NUMBER: &str = "
    select max(section_number) from decision where series = $1 and section_year = $2";

impl Tx {
    /// Adds a series; [`StoreError::Unique`] `series` where its slug is taken. Its decision maker's
    /// name reaches back without limit.
    pub async fn add_series(&mut self, series: &SectionSeries) -> Result<(), StoreError> {
        let claims_to = series.claims_to.as_ref();
        let claims_to = claims_to
            .map(|body| json("section_series", "claims_to", body))
            .transpose()?;
        execute!(
            self,
            ADD,
            series.slug.as_str(),
            &series.decision_maker,
            series.kind.code(),
            series.numbering.code(),
            claims_to,
            series.publication_rule.code(),
        )
        .map_err(unique("series"))?;
        let name = DatedName {
            since: None,
            name: series.decision_maker.clone(),
        };
        self.add_series_name(&series.slug, &name).await
    }

    /// Adds the name that follows the last one of the decision maker.
    pub async fn add_series_name(
        &mut self,
        series: &Slug,
        name: &DatedName,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, ADD_NAME, series.as_str(), name.since, &name.name)?;
        one_row("the name that follows a decision maker's last one", rows)?;
        self.next_change().await?;
        Ok(())
    }

    /// Sets on which day the decisions of a series are published.
    pub async fn set_publication_rule(
        &mut self,
        series: &Slug,
        rule: PublicationRule,
    ) -> Result<(), StoreError> {
        let rows = execute!(self, SET_RULE, series.as_str(), rule.code())?;
        one_row("the publication rule of a series", rows)?;
        self.next_change().await?;
        Ok(())
    }

    /// The names of a series' decision maker over time; `None` where there is no such series.
    pub async fn series_names(&mut self, series: &Slug) -> Result<Option<DatedNames>, StoreError> {
        let rows: Vec<NameRow> = fetch_all!(self, NAMES, series.as_str())?;
        let of = RowOf {
            table: "section_series_name",
            key: series,
        };
        NameRow::read(rows, &of)
    }

    /// One series.
    pub async fn series(&mut self, slug: &Slug) -> Result<Option<SectionSeries>, StoreError> {
        let row: Option<SeriesRow> = fetch_optional!(self, BY_SLUG, slug.as_str())?;
        row.map(SectionSeries::try_from).transpose()
    }

    /// Every series, by slug.
    pub async fn all_series(&mut self) -> Result<Vec<SectionSeries>, StoreError> {
        let rows: Vec<SeriesRow> = fetch_all!(self, ALL)?;
        rows.into_iter().map(SectionSeries::try_from).collect()
    }

    /// The section numbers of a series in a year, rising.
    pub async fn section_numbers(
        &mut self,
        series: &Slug,
        year: u16,
    ) -> Result<Vec<u32>, StoreError> {
        let rows: Vec<(i64,)> = fetch_all!(self, NUMBERS, series.as_str(), i64::from(year))?;
        let of = RowOf {
            table: "decision",
            key: series,
        };
        rows.into_iter()
            .map(|(number,)| of.read("section_number", number.try_into()))
            .collect()
    }

    /// The largest section number of a series in a year, if it has any.
    pub async fn last_section_number(
        &mut self,
        series: &Slug,
        year: u16,
    ) -> Result<Option<u32>, StoreError> {
        let (last,): (Option<i64>,) =
            fetch_one!(self, LAST_NUMBER, series.as_str(), i64::from(year))?;
        let of = RowOf {
            table: "decision",
            key: series,
        };
        of.read("section_number", last.map(u32::try_from).transpose())
    }
}

#[derive(sqlx::FromRow)]
struct SeriesRow {
    slug: String,
    decision_maker: String,
    kind: String,
    numbering: String,
    claims_to: Option<String>,
    publication_rule: String,
}

impl TryFrom<SeriesRow> for SectionSeries {
    type Error = StoreError;

    fn try_from(row: SeriesRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "section_series",
            key: &row.slug,
        };
        Ok(Self {
            kind: of.known("kind", DecisionMakerKind::from_code(&row.kind))?,
            numbering: of.known("numbering", Numbering::from_code(&row.numbering))?,
            slug: of.read("slug", row.slug.clone().try_into())?,
            decision_maker: row.decision_maker,
            claims_to: row
                .claims_to
                .map(|body| of.read("claims_to", serde_json::from_str(&body)))
                .transpose()?,
            publication_rule: of.known(
                "publication_rule",
                PublicationRule::from_code(&row.publication_rule),
            )?,
        })
    }
}
