//! Two versions of a project's funding plan beside each other.

use domain::funding::Total;
use domain::funding::comparison::{Compared, Sides};
use domain::view::project::PlanComparison;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::funding::PlansText;
use wording::desk::plan_comparison::{self as words, ComparisonText as T};
use wording::format;

use super::crumb;
use crate::components::money;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, table};
use crate::pages::desk::frame::Page;
use crate::pages::desk::{address, case, commitment_list};
use crate::shell::Shell;

/// The page of the comparison.
pub fn comparison(shell: &Shell, of: &PlanComparison) -> AnyView {
    let lang = shell.lang;
    let changes = of.rows.iter().any(|row| row.sides.is_change());
    let sentence = match (of.versions.len(), changes) {
        (..=1, _) => Some(T::OneVersion),
        (_, false) => Some(T::NothingChanged),
        (_, true) => None,
    };
    let slug = &of.project.slug;
    let body = view! {
        <p>{T::Means.text(lang)}</p>
        {choice(shell, of)}
        {sentence.map(|text| view! { <p>{text.text(lang)}</p> })}
        {rows(shell, of)}
        {commitment_list::files(shell, address::plan_comparison_files(slug, of.from, of.to))}
    };
    let trail = vec![case::crumb(&of.case), crumb(&of.project)];
    Page::new(shell, T::Title.text(lang), trail)
        .caption(of.project.facts.name.clone())
        .view(shell, body)
}

fn choice(shell: &Shell, of: &PlanComparison) -> AnyView {
    let lang = shell.lang;
    let choices = || {
        let versions = of.versions.iter().map(|version| {
            let on = format::date(version.on, lang);
            let label = format!("{}, {on}: {}", version.version, version.reason);
            Choice::new(version.version.to_string(), label)
        });
        versions.collect::<Vec<_>>()
    };
    let to = address::plan_comparison(&of.project.slug);
    view! {
        <form class="filter" method="get" action=shell.link(&to)
            aria-label=T::Compare.text(lang)>
            <Select name="mista" label=T::From.text(lang) value=of.from.to_string()
                choices=choices()/>
            <Select name="mihin" label=T::To.text(lang) value=of.to.to_string()
                choices=choices()/>
            <button class="govuk-button" type="submit">{T::Show.text(lang)}</button>
        </form>
    }
    .into_any()
}

fn rows(shell: &Shell, of: &PlanComparison) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(T::What.text(lang)),
        Column::words(Label::Category.text(lang)),
        Column::words(Label::Year.text(lang)),
        Column::numbers(words::version(of.from, lang)),
        Column::numbers(words::version(of.to, lang)),
        Column::numbers(T::Difference.text(lang)),
    ];
    let listed = of.rows.iter().map(|row| {
        let year = match (&row.of, row.year) {
            (_, Some(year)) => year.to_string(),
            (Compared::Funding { .. }, None) => PlansText::NoYear.text(lang).to_owned(),
            (_, None) => PlansText::InAll.text(lang).to_owned(),
        };
        let mut cells = vec![words::category(&row.of, lang).into_any(), year.into_any()];
        cells.extend(sides(row.sides, shell));
        Row::new(words::what(of, &row.of, lang), cells)
    });
    let mut listed: Vec<Row> = listed.collect();
    let mut cells = vec![().into_any(), ().into_any()];
    cells.extend(sides(of.totals, shell));
    listed.push(Row::new(T::Funding.text(lang), cells).kind(RowKind::Sum));
    table("vertailu", T::Title.text(lang), columns, listed)
}

/// What either version plans and how they differ: a change stands out from what is as it was.
pub(in crate::pages::desk) fn sides(of: Sides, shell: &Shell) -> [AnyView; 3] {
    let side = |total: Option<Total>| match total {
        Some(total) => money::total(total, shell.lang),
        None => "–".into_any(),
    };
    let text = words::difference(of, shell.lang);
    let difference = if of.is_change() {
        view! { <strong class="money">{text}</strong> }.into_any()
    } else {
        text.into_any()
    };
    [side(of.from), side(of.to), difference]
}
