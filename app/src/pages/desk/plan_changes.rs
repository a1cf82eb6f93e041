//! What an import of funding plans changes in each of them.

use std::ops::RangeInclusive;

use domain::funding::comparison::Compared;
use domain::table_import::plans::PlanChange;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::funding::PlansText;
use wording::desk::plan_comparison::{self as words, ComparisonText};
use wording::desk::table_import::TableImportText as T;

use super::address;
use super::project::sides;
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The plans whose project begins in these rows of the file: each amount that differs from the plan
/// in force, and the funding in all.
pub(super) fn section(
    shell: &Shell,
    changes: &[PlanChange],
    rows: &RangeInclusive<u32>,
) -> Option<AnyView> {
    let lang = shell.lang;
    if changes.is_empty() {
        return None;
    }
    let here = changes.iter().filter(|change| rows.contains(&change.row));
    let columns = vec![
        Column::words(Label::Project.text(lang)),
        Column::words(ComparisonText::What.text(lang)),
        Column::words(Label::Category.text(lang)),
        Column::words(Label::Year.text(lang)),
        Column::numbers(T::PlanInForce.text(lang)),
        Column::numbers(T::NewVersion.text(lang)),
        Column::numbers(ComparisonText::Difference.text(lang)),
    ];
    let shown = here.flat_map(|change| of_plan(shell, change)).collect();
    let caption = T::PlanChanges.text(lang);
    Some(
        view! {
            <p>{T::PlanChangesMeans.text(lang)}</p>
            {table("muutokset", caption, columns, shown)}
        }
        .into_any(),
    )
}

fn of_plan(shell: &Shell, change: &PlanChange) -> Vec<Row> {
    let lang = shell.lang;
    let to = shell.link(&address::project(&change.project));
    let project = || view! { <a href=to.clone()>{change.name.clone()}</a> };
    let differences = change.differences.iter().map(|row| {
        let year = match (&row.of, row.year) {
            (_, Some(year)) => year.to_string(),
            (Compared::Funding { .. }, None) => PlansText::NoYear.text(lang).to_owned(),
            (_, None) => PlansText::InAll.text(lang).to_owned(),
        };
        let name = |id| change.names.get(&id).map(String::as_str);
        let mut cells = vec![
            words::what_named(name, &row.of, lang).into_any(),
            words::category(&row.of, lang).into_any(),
            year.into_any(),
        ];
        cells.extend(sides(row.sides, shell));
        Row::new(project(), cells)
    });
    let mut cells = vec![
        ComparisonText::Funding.text(lang).into_any(),
        ().into_any(),
        ().into_any(),
    ];
    cells.extend(sides(change.totals, shell));
    differences.chain([Row::new(project(), cells)]).collect()
}
