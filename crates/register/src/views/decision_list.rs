//! The public list of decisions.

use domain::view::decision_list::{Beside, Choices, DecisionFilter, DecisionList};

use super::public::rows;
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions on a page of the list.
pub const PAGE_SIZE: u32 = 20;

/// A page of the list of decisions.
pub async fn decisions(
    register: &Register,
    filter: &DecisionFilter,
) -> Result<DecisionList, Refusal> {
    let now = register.clock().now_in_helsinki();
    let filter = filter.at_page(filter.page.max(1));
    let mut tx = register.read().await?;
    let page = tx.published_decisions(&filter, now, PAGE_SIZE).await?;
    let pages = page.total.div_ceil(u64::from(PAGE_SIZE)).max(1);
    let series = tx.published_series().await?;
    let years = tx.published_years().await?;
    Ok(DecisionList {
        total: page.total,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        is_more: page.is_more,
        rows: rows(page.rows, now).collect(),
        found: Vec::new(),
        choices: Choices {
            series: series
                .into_iter()
                .map(|(slug, maker)| (slug, maker, None))
                .collect(),
            years: years.into_iter().map(|year| (year, None)).collect(),
            ..Choices::default()
        },
        beside: Beside::default(),
        filter,
    })
}
