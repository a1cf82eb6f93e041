//! What is missing over all projects: money to be found, and other funders that have not decided,
//! give less than is planned or have not paid.

use domain::co_funding::CoFundingStage;
use domain::funding::Payer;
use domain::view::co_funding::{CoFundingFilter, CoFundingList, CoFundingRow, CoFundingSums};
use domain::view::funding::FundingFilter;
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::co_funding::{self as words, CoFundingText as T};
use wording::desk::funding::payer as payer_name;
use wording::format;
use wording::public::ListText;

use super::frame::Page;
use super::{address, commitment_list};
use crate::address as query;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::money::{self, money, money_or_unknown};
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, listing, table};
use crate::shell::Shell;

/// A page of the list, with the sums of all its pages.
pub fn page(shell: &Shell, list: &CoFundingList) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        {narrowing(shell, list)}
        {found(shell, list)}
    };
    let title = T::Shortfalls.text(lang);
    let title = if list.filter.page > 1 {
        format!("{title} ({})", list.filter.page)
    } else {
        title.to_owned()
    };
    Page::new(shell, title, Vec::new()).view(shell, body)
}

fn narrowing(shell: &Shell, list: &CoFundingList) -> AnyView {
    let lang = shell.lang;
    let chosen = &list.filter;
    let mut stages = vec![Choice::new("", T::AllShort.text(lang))];
    let all = CoFundingStage::ALL;
    stages.extend(all.map(|stage| Choice::new(stage.code(), words::stage(stage, lang))));
    let stage = chosen.stage.map(CoFundingStage::code).unwrap_or_default();
    let payer = chosen.payer.map(|payer| {
        let any = Choice::new("", ListText::Any.text(lang));
        let name = payer_name(payer, list.payer_name.as_deref(), lang);
        let choices = vec![any, Choice::new(query::payer(payer), name)];
        view! {
            <Select name="rahoittaja" label=T::Funder.text(lang) value=query::payer(payer)
                choices=choices/>
        }
    });
    view! {
        <form class="filter" method="get" action=shell.link(address::SHORTFALLS)
            aria-label=ListText::Filter.text(lang)>
            <Select name="tilanne" label=T::Stage.text(lang) value=stage choices=stages/>
            {payer}
            {commitment_list::project_choice(shell, &list.projects, chosen.project.as_ref())}
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

fn found(shell: &Shell, list: &CoFundingList) -> AnyView {
    let lang = shell.lang;
    let filter = &list.filter;
    if list.total.rows == 0 && !filter.narrows() {
        return view! { <p>{T::NoneShort.text(lang)}</p> }.into_any();
    }
    if list.total.rows == 0 {
        let all = shell.link(address::SHORTFALLS);
        return view! {
            <p>{T::NoneLeft.text(lang)} " " <a href=all>{T::ShowAll.text(lang)}</a></p>
        }
        .into_any();
    }
    let of_page = |page: u32| {
        let filter = CoFundingFilter {
            page,
            ..filter.clone()
        };
        shell.link(&address::shortfalls(&filter))
    };
    let rows = if list.rows.is_empty() {
        view! {
            <p>
                {ListText::PageBeyondLast.text(lang)} " "
                <a href=of_page(1)>{ListText::FirstPage.text(lang)}</a>
            </p>
        }
        .into_any()
    } else {
        rows(shell, list)
    };
    view! {
        {chart(shell, list)}
        {stages(shell, list)}
        {rows}
        {pager(filter.page, list.pages, lang, of_page)}
        {commitment_list::files(shell, address::shortfalls_files(filter))}
    }
    .into_any()
}

fn chart(shell: &Shell, list: &CoFundingList) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [(T::Lacking, Look::Outlined), (T::Late, Look::Striped)];
    let series = series.map(|(text, look)| Series {
        label: text.text(lang).to_owned(),
        look,
    });
    let bars = list.stages.iter().map(|(stage, sums)| Bar {
        label: words::stage(*stage, lang).to_owned(),
        parts: vec![sums.lacking, sums.late],
    });
    let bars: Vec<Bar> = bars.collect();
    stacked_bars("vajeet-kuva", T::ByStage.text(lang), &series, &bars, lang)
}

/// The sums by stage; each leads to its rows.
fn stages(shell: &Shell, list: &CoFundingList) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(T::Stage.text(lang)),
        Column::numbers(T::Number.text(lang)),
        Column::numbers(T::Lacking.text(lang)),
        Column::numbers(T::Late.text(lang)),
    ];
    let cells = |sums: &CoFundingSums| {
        vec![
            format::count(sums.rows, lang).into_any(),
            money(sums.lacking, lang),
            money(sums.late, lang),
        ]
    };
    let mut rows: Vec<Row> = list
        .stages
        .iter()
        .map(|(stage, sums)| {
            let filter = CoFundingFilter {
                stage: Some(*stage),
                page: 1,
                ..list.filter.clone()
            };
            let to = shell.link(&address::shortfalls(&filter));
            let name = view! { <a href=to>{words::stage(*stage, lang)}</a> };
            Row::new(name, cells(sums))
        })
        .collect();
    rows.push(Row::new(T::InAll.text(lang), cells(&list.total)).kind(RowKind::Sum));
    view! {
        {table("vajeet-tilanteet", T::ByStage.text(lang), columns, rows)}
        <p>{T::LackingMeans.text(lang)}</p>
    }
    .into_any()
}

fn rows(shell: &Shell, list: &CoFundingList) -> AnyView {
    let lang = shell.lang;
    let mut columns = vec![Column::words(Label::Project.text(lang))];
    columns.extend(funder_columns(shell));
    let rows = list.rows.iter().map(|of| {
        let to = shell.link(&address::co_funding(&of.project.0));
        let name = view! { <a href=to>{of.project.1.clone()}</a> };
        let mut cells = vec![funder(shell, of)];
        cells.extend(funder_cells(shell, of));
        Row::new(name, cells)
    });
    listing(
        "vajeet-taulukko",
        T::Shortfalls.text(lang),
        columns,
        rows.collect(),
    )
}

/// The columns of a funder, its name first.
pub(super) fn funder_columns(shell: &Shell) -> Vec<Column> {
    let lang = shell.lang;
    vec![
        Column::words(T::Funder.text(lang)),
        Column::words(T::Stage.text(lang)),
        Column::numbers(T::Planned.text(lang)),
        Column::numbers(T::Decided.text(lang)),
        Column::numbers(T::Paid.text(lang)),
        Column::numbers(T::Lacking.text(lang)),
        Column::numbers(T::Late.text(lang)),
    ]
}

/// The funder, which narrows the list to it.
pub(super) fn funder(shell: &Shell, of: &CoFundingRow) -> AnyView {
    let name = payer_name(of.payer, of.name.as_deref(), shell.lang);
    let filter = CoFundingFilter {
        payer: Some(of.payer),
        ..CoFundingFilter::default()
    };
    let to = shell.link(&address::shortfalls(&filter));
    view! { <a href=to>{name}</a> }.into_any()
}

/// The cells after its name. What is planned leads to the amounts of the plan.
pub(super) fn funder_cells(shell: &Shell, of: &CoFundingRow) -> Vec<AnyView> {
    let lang = shell.lang;
    let planned = (!of.planned.is_nothing()).then(|| {
        let filter = FundingFilter {
            payer: Some(of.payer),
            project: Some(of.project.0.clone()),
            ..FundingFilter::default()
        };
        let to = shell.link(&address::funding_rows(&filter, None, 1));
        view! { <a href=to>{money::planned(of.planned, lang)}</a> }
    });
    let is_somebody = of.payer != Payer::Missing;
    vec![
        words::stage(of.stage, lang).into_any(),
        planned.into_any(),
        is_somebody
            .then(|| words::decided(of.decided, lang))
            .into_any(),
        is_somebody.then(|| money(of.paid, lang)).into_any(),
        money_or_unknown(of.lacking, lang),
        is_somebody.then(|| money(of.late, lang)).into_any(),
    ]
}
