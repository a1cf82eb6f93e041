//! Two versions of a project's funding plan beside each other.

use domain::funding::Total;
use domain::funding::comparison::{Compared, PlanDifference};
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
    let changes = of.rows.iter().any(PlanDifference::is_change);
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
        let cells = vec![
            words::category(&row.of, lang).into_any(),
            year.into_any(),
            side(row.from, shell),
            side(row.to, shell),
            difference(row, shell),
        ];
        Row::new(words::what(of, &row.of, lang), cells)
    });
    let mut listed: Vec<Row> = listed.collect();
    let (from, to) = of.totals;
    let whole = PlanDifference {
        of: Compared::TotalCost,
        year: None,
        from: Some(from),
        to: Some(to),
    };
    let cells = vec![
        ().into_any(),
        ().into_any(),
        side(whole.from, shell),
        side(whole.to, shell),
        difference(&whole, shell),
    ];
    listed.push(Row::new(T::Funding.text(lang), cells).kind(RowKind::Sum));
    table("vertailu", T::Title.text(lang), columns, listed)
}

pub(in crate::pages::desk) fn side(total: Option<Total>, shell: &Shell) -> AnyView {
    match total {
        Some(total) => money::total(total, shell.lang),
        None => "–".into_any(),
    }
}

/// A change stands out from what is as it was.
pub(in crate::pages::desk) fn difference(row: &PlanDifference, shell: &Shell) -> AnyView {
    let text = words::difference(row, shell.lang);
    if row.is_change() {
        view! { <strong class="money">{text}</strong> }.into_any()
    } else {
        text.into_any()
    }
}
