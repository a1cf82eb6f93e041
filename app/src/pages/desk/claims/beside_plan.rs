//! What the claims that were sent come to, beside the plan in force.

use domain::Money;
use domain::funding::Total;
use domain::funding::cost::{CostCategory, CostPlan};
use domain::view::payment_claim::ClaimSheet;
use leptos::prelude::*;
use wording::cost::{self, CostText};
use wording::desk::payment_claim::{self as words, ClaimText as T};

use crate::components::money::{money, money_or_unknown, total, unknown};
use crate::components::table::{Column, Row, RowKind, listing};
use crate::shell::Shell;

/// The costs by category. What is over the plan is said, and stops nothing.
pub(super) fn costs(shell: &Shell, sheet: &ClaimSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let is_known = |category: &CostCategory| {
        let realised = sheet.book.realised(*category);
        sheet.planned(*category).is_some() || realised != Some(Money::ZERO)
    };
    let categories: Vec<CostCategory> = CostCategory::ALL.into_iter().filter(is_known).collect();
    if categories.is_empty() {
        return None;
    }
    let mut rows: Vec<Row> = categories
        .into_iter()
        .map(|category| {
            // What a plan of costs does not name costs nothing.
            let planned = match sheet.planned(category) {
                Some(amounts) => amounts.total,
                None => sheet.costs.as_ref().map(|_| Money::ZERO),
            };
            let cells = cells(
                shell,
                planned.map(Total::Known),
                sheet.book.realised(category),
            );
            Row::new(cost::category(category, lang), cells)
        })
        .collect();
    let flat = sheet.costs.as_ref().and_then(|costs| costs.model.rate());
    if let Some(rate) = flat {
        let planned = sheet.costs.as_ref().and_then(CostPlan::flat);
        let planned = planned.and_then(|flat| flat.amounts.total);
        let cells = cells(shell, planned.map(Total::Known), flat_realised(sheet));
        rows.push(Row::new(cost::flat_rate(rate, lang), cells));
    }
    let planned = sheet.planned_in_all();
    let sums = cells(shell, Some(planned), sheet.book.realised_in_all());
    rows.push(Row::new(T::InAll.text(lang), sums).kind(RowKind::Sum));
    let columns = columns(shell, CostText::Category.text(lang));
    Some(section(shell, "kustannukset", T::ByCategory, columns, rows))
}

/// What other funders have paid.
pub(super) fn funding(shell: &Shell, sheet: &ClaimSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if sheet.funders.is_empty() {
        return None;
    }
    let rows = sheet.funders.iter().map(|line| {
        let realised = sheet.book.funded(line.funder);
        let cells = cells(shell, line.planned.map(Total::Known), realised);
        Row::new(words::funder(line, lang), cells)
    });
    let columns = columns(shell, T::FundingRow.text(lang));
    let rows = rows.collect();
    Some(section(shell, "muu-rahoitus", T::ByFunder, columns, rows))
}

/// What the flat rates of the claims come to.
fn flat_realised(sheet: &ClaimSheet) -> Option<Money> {
    let flat: Option<Vec<Money>> = sheet
        .book
        .sent()
        .map(|claim| {
            let of = claim.content.reckoning()?;
            Some(of.flat.map_or(Money::ZERO, |(_, amount)| amount))
        })
        .collect();
    Money::checked_sum(flat?)
}

fn columns(shell: &Shell, first: &'static str) -> Vec<Column> {
    let lang = shell.lang;
    vec![
        Column::words(first),
        Column::numbers(T::Planned.text(lang)),
        Column::numbers(T::Realised.text(lang)),
        Column::numbers(T::Left.text(lang)),
    ]
}

/// What is planned, what was realised, and what is left where both are known.
fn cells(shell: &Shell, planned: Option<Total>, realised: Option<Money>) -> Vec<AnyView> {
    let lang = shell.lang;
    let known = match planned {
        Some(Total::Known(amount)) => Some(amount),
        _ => None,
    };
    let left = known
        .zip(realised)
        .and_then(|(planned, realised)| planned.checked_sub(realised));
    let over = left.filter(|left| *left < Money::ZERO).map(|_| {
        view! { " " <strong class="tag tag--late">{T::Exceeded.text(lang)}</strong> }
    });
    let left = left.map_or_else(|| unknown(lang), |left| money(left, lang));
    vec![
        planned.map_or_else(|| unknown(lang), |planned| total(planned, lang)),
        money_or_unknown(realised, lang),
        view! { {left} {over} }.into_any(),
    ]
}

fn section(
    shell: &Shell,
    id: &'static str,
    heading: T,
    columns: Vec<Column>,
    rows: Vec<Row>,
) -> AnyView {
    let lang = shell.lang;
    let heading = heading.text(lang);
    view! {
        <section class="listing" aria-labelledby=id>
            <h2 id=id>{heading}</h2>
            <p>{T::OnlySent.text(lang)}</p>
            {listing(&format!("{id}-taulukko"), heading, columns, rows)}
        </section>
    }
    .into_any()
}
