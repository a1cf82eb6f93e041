//! The public list of decisions, and what words find.

use domain::search::{Query, Snippet, lasting_passages, snippet};
use domain::view::decision_list::{
    Beside, Choices, Counted, DecisionFilter, DecisionList, FilterPart, ListedStage,
};
use domain::view::public::ProjectRow;
use store::{Audience, Facets, PublishedPage, PublishedRow, Tx};
use time::PrimitiveDateTime;

use super::list::project_row;
use super::public::{everybodys, rows};
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions on a page of the list.
pub const PAGE_SIZE: u32 = 20;
/// Lists without words that are longer say nothing of what each choice would leave: counting it
/// would cost more than the list.
const COUNTED: u32 = 300;
/// Funders that one can choose from.
pub(crate) const FUNDERS: u32 = 100;
/// Projects and cases that are shown above what words find.
const BESIDE: usize = 3;
/// Projects of a list; a city has hundreds.
const PROJECTS: u32 = 10_000;

/// A page of the list of decisions.
pub async fn decisions(
    register: &Register,
    filter: &DecisionFilter,
) -> Result<DecisionList, Refusal> {
    let now = register.clock().now_in_helsinki();
    let filter = filter.at_page(filter.page.max(1));
    let query = Query::typed(&filter.words);
    let mut tx = register.read().await?;
    let page = tx.published_decisions(&filter, now, PAGE_SIZE).await?;
    let pages = page.total.div_ceil(u64::from(PAGE_SIZE)).max(1);
    let choices = choices(&mut tx, &filter, now, &page).await?;
    let beside = beside(&mut tx, &query, &filter, now).await?;
    let found = snippets(&mut tx, &page.rows, &query).await?;
    Ok(DecisionList {
        total: page.total,
        is_more: page.is_more,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        rows: rows(page.rows, now).collect(),
        found,
        choices,
        beside,
        filter,
    })
}

/// What can be chosen, with how many decisions each choice leaves: as many as there are with every
/// other part of the filter.
async fn choices(
    tx: &mut Tx,
    filter: &DecisionFilter,
    now: PrimitiveDateTime,
    page: &PublishedPage,
) -> Result<Choices, Refusal> {
    let series = tx.published_series().await?;
    let years = tx.published_years().await?;
    let funders = tx.public_funders(now.date(), FUNDERS).await?;
    let project = match &filter.project {
        Some(slug) => tx.project_by_slug(slug, Audience::Everybody).await?,
        None => None,
    };
    // Parts that do not narrow share one count.
    let mut counts: Vec<(DecisionFilter, Option<Facets>)> = Vec::new();
    for part in [FilterPart::Series, FilterPart::Year, FilterPart::Stage] {
        let others = filter.without(part);
        if !counts.iter().any(|(of, _)| *of == others) {
            let counted = facets(tx, filter, part, now, page).await?;
            counts.push((others, counted));
        }
    }
    let of = |part| {
        let others = filter.without(part);
        let found = counts.iter().find(|(of, _)| *of == others);
        found.and_then(|(_, facets)| facets.clone())
    };
    let by_series = of(FilterPart::Series);
    let by_year = of(FilterPart::Year);
    let by_stage = of(FilterPart::Stage);
    let counted = |facets: &Option<Facets>, of: &dyn Fn(&Facets) -> Option<u64>| {
        let facets = facets.as_ref()?;
        Some(Counted {
            number: of(facets).unwrap_or(0),
            is_more: facets.is_more,
        })
    };
    Ok(Choices {
        series: series
            .into_iter()
            .map(|(slug, maker)| {
                let of = |facets: &Facets| facets.series.get(slug.as_str()).copied();
                let number = counted(&by_series, &of);
                (slug, maker, number)
            })
            .collect(),
        years: years
            .into_iter()
            .map(|year| {
                let of = |facets: &Facets| facets.years.get(&i64::from(year)).copied();
                (year, counted(&by_year, &of))
            })
            .collect(),
        stages: ListedStage::ALL
            .iter()
            .map(|stage| {
                let of = |facets: &Facets| facets.stages.get(stage.code()).copied();
                (*stage, counted(&by_stage, &of))
            })
            .collect(),
        project: project.map(|project| project.facts.name),
        funders,
    })
}

/// The counts of one part's values; `None` where they are not counted.
async fn facets(
    tx: &mut Tx,
    filter: &DecisionFilter,
    part: FilterPart,
    now: PrimitiveDateTime,
    page: &PublishedPage,
) -> Result<Option<Facets>, Refusal> {
    let others = filter.without(part);
    if let Some(facets) = &page.facets {
        let is_same = others == filter.at_page(1);
        return Ok(Some(if is_same {
            facets.clone()
        } else {
            tx.found_facets(&others, now).await?
        }));
    }
    if page.total > u64::from(COUNTED) || others != filter.at_page(1) {
        return Ok(None);
    }
    Ok(Some(tx.published_facets(&others, now, COUNTED).await?))
}

/// The projects and cases that the words find, above the first page.
async fn beside(
    tx: &mut Tx,
    query: &Query,
    filter: &DecisionFilter,
    now: PrimitiveDateTime,
) -> Result<Beside, Refusal> {
    if query.is_empty() || filter.page > 1 {
        return Ok(Beside::default());
    }
    let mut projects = Vec::new();
    for id in tx.projects_found(query, BESIDE).await? {
        projects.extend(tx.project_row(id, now.date()).await?.map(project_row));
    }
    Ok(Beside {
        projects,
        cases: tx.cases_found(query, BESIDE).await?,
    })
}

/// What the words found in the lasting public text of each row.
async fn snippets(
    tx: &mut Tx,
    rows: &[PublishedRow],
    query: &Query,
) -> Result<Vec<Snippet>, Refusal> {
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let numbers: Vec<i64> = rows.iter().map(|row| row.publication_number).collect();
    let decisions = tx.published_by_number(&numbers).await?;
    let of = |row: &PublishedRow| {
        let decision = decisions.iter().find(|decision| decision.id == row.id);
        let passages = decision.map(lasting_passages);
        snippet(&passages.unwrap_or_default(), query)
    };
    Ok(rows.iter().map(of).collect())
}

/// The projects that a published decision funds: all of them, the last entered first, or those
/// that words find, what fits best first.
pub async fn projects(register: &Register, words: &str) -> Result<Vec<ProjectRow>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    if words.is_empty() {
        let all = tx.projects(&everybodys(now, None, PROJECTS)).await?;
        return Ok(all.into_iter().map(project_row).collect());
    }
    let mut found = Vec::new();
    for id in tx.projects_found(&Query::typed(words), 100).await? {
        found.extend(tx.project_row(id, now.date()).await?.map(project_row));
    }
    Ok(found)
}
