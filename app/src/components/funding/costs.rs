//! What a project of the city's own costs, with how the flat rate was reckoned.

use domain::Lang;
use domain::funding::cost::CostPlan;
use domain::view::public::PlanView;
use leptos::prelude::*;
use wording::cost::{self, CostText as T};

use crate::components::money::{money_or_unknown, total, unknown};
use crate::components::table::{Column, Row, RowKind, table};

/// The costs of a plan as a table; nothing where none are planned.
pub(super) fn costs(plan: &PlanView, lang: Lang) -> Option<AnyView> {
    let costs = plan.costs.as_ref()?;
    let years = costs.years();
    let mut columns = vec![Column::words(T::Category.text(lang))];
    columns.extend(years.iter().map(|year| Column::numbers(year.to_string())));
    columns.push(Column::numbers(T::Total.text(lang)));
    let mut rows: Vec<Row> = costs
        .lines
        .iter()
        .map(|line| {
            let of_years = years.iter().map(|year| line.amounts.of_year(*year));
            let cells = of_years.chain([line.amounts.total]);
            let cells = cells.map(|amount| money_or_unknown(amount, lang));
            Row::new(cost::category(line.category, lang), cells.collect())
        })
        .collect();
    rows.extend(flat(costs, &years, lang));
    let mut sums: Vec<AnyView> = years
        .iter()
        .map(|year| total(costs.total_of_year(*year), lang))
        .collect();
    sums.push(total(costs.total(), lang));
    rows.push(Row::new(T::Total.text(lang), sums).kind(RowKind::Sum));
    let model = format!(
        "{}: {}",
        T::Model.text(lang),
        cost::model(costs.model, lang)
    );
    let support = format!(
        "{}: {}",
        T::Support.text(lang),
        cost::support(costs.support, lang)
    );
    let rate = cost::support_rate(costs, plan.support, lang);
    Some(
        view! {
            {table("costs", T::ByCategory.text(lang), columns, rows)}
            <p>{model}</p>
            {step(costs, lang)}
            <p>{support}</p>
            {rate.map(|rate| view! { <p>{rate}</p> })}
        }
        .into_any(),
    )
}

/// The row of the flat rate, if the model has one.
fn flat(costs: &CostPlan, years: &[u16], lang: Lang) -> Option<Row> {
    let rate = costs.model.rate()?;
    let flat = costs.flat();
    let cells = match &flat {
        Some(flat) => {
            let of_years = years.iter().map(|year| flat.amounts.of_year(*year));
            let cells = of_years.chain([flat.amounts.total]);
            cells.map(|amount| money_or_unknown(amount, lang)).collect()
        }
        None => (0..=years.len()).map(|_| unknown(lang)).collect(),
    };
    Some(Row::new(cost::flat_rate(rate, lang), cells))
}

/// How the flat rate was reckoned, or why it cannot be.
fn step(costs: &CostPlan, lang: Lang) -> Option<AnyView> {
    costs.model.rate()?;
    let text = match costs.flat() {
        None => T::BaseUnknown.text(lang).to_owned(),
        Some(flat) if flat.amounts.years.is_empty() => cost::flat_step(&flat, lang),
        Some(flat) => {
            let divided = T::YearsDivided.text(lang);
            format!("{} {divided}", cost::flat_step(&flat, lang))
        }
    };
    Some(view! { <p>{text}</p> }.into_any())
}
