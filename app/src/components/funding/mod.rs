//! A funding plan: the table is the content, the bar above it a picture of it.

mod bar;
mod costs;
mod shares;

use domain::Lang;
use domain::funding::{Amounts, FundingCategory, Total};
use domain::view::public::{PlanLine, PlanView};
use leptos::prelude::*;
use wording::cost::CostText;
use wording::public::{ProjectText, plan_version};
use wording::{format, names};

use super::money::{money, money_or_unknown, total, unknown};
use super::table::{Column, Row, RowKind, table};
use shares::Shares;

/// The plan as a table, with a bar where its parts can be compared. A page has at most one plan.
pub fn funding(plan: &PlanView, lang: Lang) -> AnyView {
    let shares = Shares::of(plan);
    let with_shares = shares.any_known();
    let mut columns = vec![
        Column::words(ProjectText::Funder.text(lang)),
        Column::words(ProjectText::Category.text(lang)),
    ];
    if with_shares {
        columns.push(Column::numbers(ProjectText::Share.text(lang)));
    }
    columns.extend(
        plan.years
            .iter()
            .map(|year| Column::numbers(year.to_string())),
    );
    columns.push(Column::numbers(ProjectText::InAll.text(lang)));

    let mut rows = Vec::new();
    for (line, share) in plan.lines.iter().zip(&shares.of_lines) {
        let mut cells = cells_of(plan, line.category, &line.amounts, lang);
        if with_shares {
            let known = share.map(|share| format::share(share, lang).into_any());
            cells.insert(1, known.unwrap_or_else(|| unknown(lang)));
        }
        rows.push(Row::new(name(line, lang), cells));
        for (funder, category, amounts) in &line.of_which {
            let funder = funder.as_deref().unwrap_or(ProjectText::Others.text(lang));
            let header = format!("{} {funder}", ProjectText::OfWhich.text(lang));
            let mut cells = cells_of(plan, *category, amounts, lang);
            if with_shares {
                cells.insert(1, ().into_any());
            }
            rows.push(Row::new(header, cells).kind(RowKind::Part));
        }
    }
    rows.push(sum(plan, &shares, lang));
    let caption = ProjectText::PlanTable.text(lang);
    let gap = plan.gap.map(|gap| {
        view! {
            <p class="funding__total">{CostText::Gap.text(lang)} ": " {money(gap, lang)}</p>
        }
    });
    view! {
        {bar::bar(plan, &shares, lang)}
        {table("plan", caption, columns, rows)}
        <p class="funding__version">{plan_version(plan.version, plan.on, lang)}</p>
        <p class="funding__total">
            {ProjectText::TotalCost.text(lang)} ": " {money_or_unknown(plan.total_cost, lang)}
        </p>
        {gap}
        {costs::costs(plan, lang)}
    }
    .into_any()
}

/// Who pays a line, in words.
pub(crate) fn name(line: &PlanLine, lang: Lang) -> String {
    let mut names = line.funders.clone();
    if line.others || names.is_empty() {
        names.push(ProjectText::Others.text(lang).to_owned());
    }
    names.join(", ")
}

/// The cells of a line or a part of one, without its share.
fn cells_of(
    plan: &PlanView,
    category: FundingCategory,
    amounts: &Amounts,
    lang: Lang,
) -> Vec<AnyView> {
    let mut cells = vec![names::category(category, lang).into_any()];
    let years = plan.years.iter();
    cells.extend(years.map(|year| money_or_unknown(amounts.of_year(*year), lang)));
    cells.push(money_or_unknown(amounts.total, lang));
    cells
}

fn sum(plan: &PlanView, shares: &Shares, lang: Lang) -> Row {
    let mut cells = vec![().into_any()];
    if shares.any_known() {
        let share = shares.sum();
        cells.push(share.map_or_else(
            || ().into_any(),
            |share| format::share(share, lang).into_any(),
        ));
    }
    cells.extend(plan.years.iter().map(|year| {
        let of_year = Total::of(plan.lines.iter().map(|line| line.amounts.of_year(*year)));
        total(of_year.unwrap_or(Total::Unknown), lang)
    }));
    cells.push(total(plan.total, lang));
    Row::new(ProjectText::InAll.text(lang), cells).kind(RowKind::Sum)
}
