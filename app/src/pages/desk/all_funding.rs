//! The plans of all projects by year and funder, and the amounts that a sum of them is made of.

use domain::Money;
use domain::funding::Payer;
use domain::view::commitment_list::{CommitmentFilter, Named};
use domain::view::funding::{
    CityYear, FundingFilter, FundingSheet, PayerRow, Planned, PlannedLine, PlannedLines,
};
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::budget::BudgetText;
use wording::desk::funding::{self as words, FundingText, PlansText as T};
use wording::public::ListText;
use wording::{format, names};

use super::frame::{Page, title_or_none};
use super::{address, commitment_list};
use crate::address as query;
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::money::{self, money_or_unknown};
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, table};
use crate::shell::Shell;

/// The plans by year and funder.
pub fn page(shell: &Shell, sheet: &FundingSheet) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        <p>{T::Means.text(lang)}</p>
        {narrowing(shell, sheet)}
        {chart(shell, sheet)}
        {planned(shell, sheet)}
        {city(shell, sheet)}
        {shortfalls(shell, sheet)}
        {gaps(shell, sheet)}
    };
    Page::new(shell, T::Title.text(lang), Vec::new()).view(shell, body)
}

fn narrowing(shell: &Shell, sheet: &FundingSheet) -> AnyView {
    let lang = shell.lang;
    let any = || Choice::new("", ListText::Any.text(lang));
    let years = || {
        let years = sheet.all_years.iter().map(u16::to_string);
        let years = years.map(|year| Choice::new(year.clone(), year));
        std::iter::once(any()).chain(years).collect::<Vec<_>>()
    };
    let mut payers = vec![any()];
    payers.extend(sheet.all_payers.iter().map(|(payer, name)| {
        let name = words::payer(*payer, name.as_deref(), lang);
        Choice::new(query::payer(*payer), name)
    }));
    let chosen = &sheet.filter;
    let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
    let payer = chosen.payer.map(query::payer).unwrap_or_default();
    view! {
        <form class="filter" method="get" action=shell.link(address::ALL_FUNDING)
            aria-label=ListText::Filter.text(lang)>
            <Select name="alkuvuosi" label=T::From.text(lang) value=year(chosen.from)
                choices=years()/>
            <Select name="loppuvuosi" label=T::Until.text(lang) value=year(chosen.until)
                choices=years()/>
            <Select name="rahoittaja" label=T::Funder.text(lang) value=payer choices=payers/>
            {commitment_list::project_choice(shell, &sheet.projects, chosen.project.as_ref())}
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

fn year_name(year: Option<u16>, shell: &Shell) -> String {
    year.map_or_else(
        || T::NoYear.text(shell.lang).to_owned(),
        |year| year.to_string(),
    )
}

/// What is known of each year, by who pays.
fn chart(shell: &Shell, sheet: &FundingSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let group = |payer: Payer| match payer {
        payer if Some(payer) == sheet.city_payer => 0,
        Payer::Organisation(_) => 1,
        Payer::Together | Payer::Others => 2,
        Payer::Missing => 3,
    };
    let series = [
        (T::ChartCity, Look::Solid),
        (T::ChartNamed, Look::Striped),
        (T::ChartUnnamed, Look::Dotted),
        (T::Missing, Look::Outlined),
    ];
    let series = series.map(|(text, look)| Series {
        label: text.text(lang).to_owned(),
        look,
    });
    let mut bars = Vec::new();
    for (at, year) in sheet.years.iter().enumerate() {
        let mut parts = vec![Money::ZERO; series.len()];
        for row in &sheet.payers {
            let known = row.of_years.get(at).and_then(|sum| sum.known);
            let part = parts.get_mut(group(row.payer))?;
            *part = part.checked_add(known.unwrap_or_default())?;
        }
        bars.push(Bar {
            label: year_name(*year, shell),
            parts,
        });
    }
    let drawn = stacked_bars("rahoitus-kuva", T::Chart.text(lang), &series, &bars, lang)?;
    let unknown = (sheet.total.unknown > 0).then(|| view! { <p>{T::ChartUnknown.text(lang)}</p> });
    Some(view! { {drawn} {unknown} }.into_any())
}

/// A year as the rows of a sum are asked for.
fn named(year: Option<u16>) -> Named<u16> {
    year.map_or(Named::Nothing, Named::Is)
}

/// A sum that leads to its rows; nothing where nothing is planned.
fn sum(
    shell: &Shell,
    filter: &FundingFilter,
    payer: Option<Payer>,
    year: Option<Named<u16>>,
    sum: Planned,
) -> AnyView {
    if sum.is_nothing() {
        return ().into_any();
    }
    let filter = FundingFilter {
        payer: payer.or(filter.payer),
        ..filter.clone()
    };
    let to = shell.link(&address::funding_rows(&filter, year, 1));
    view! { <a href=to>{money::planned(sum, shell.lang)}</a> }.into_any()
}

fn planned(shell: &Shell, sheet: &FundingSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.payers.is_empty() {
        let text = if sheet.filter.narrows() {
            T::NoneLeft
        } else {
            T::NoPlans
        };
        return view! { <p>{text.text(lang)}</p> }.into_any();
    }
    let mut columns = vec![Column::words(T::Funder.text(lang))];
    let years = sheet.years.iter().map(|year| year_name(*year, shell));
    columns.extend(years.map(Column::numbers));
    columns.push(Column::numbers(T::InAll.text(lang)));
    let filter = &sheet.filter;
    let cells = |payer: Option<Payer>, of_years: &[Planned], total: Planned| {
        let of_years = sheet.years.iter().zip(of_years);
        let of_years =
            of_years.map(|(year, of)| sum(shell, filter, payer, Some(named(*year)), *of));
        let total = std::iter::once_with(|| sum(shell, filter, payer, None, total));
        of_years.chain(total).collect::<Vec<_>>()
    };
    let of_payer = |row: &PayerRow| {
        let name = words::payer(row.payer, row.name.as_deref(), lang);
        Row::new(name, cells(Some(row.payer), &row.of_years, row.total))
    };
    let mut rows: Vec<Row> = sheet.payers.iter().map(of_payer).collect();
    let total = cells(None, &sheet.of_years, sheet.total);
    rows.push(Row::new(T::InAll.text(lang), total).kind(RowKind::Sum));
    view! {
        {table("suunniteltu", T::Table.text(lang), columns, rows)}
        {commitment_list::files(shell, address::funding_files(filter))}
    }
    .into_any()
}

/// The city's part beside what it has promised.
fn city(shell: &Shell, sheet: &FundingSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let rows: Vec<Row> = sheet
        .city
        .iter()
        .map(|of| city_row(shell, sheet, of))
        .collect();
    let columns = vec![
        Column::words(Label::Year.text(lang)),
        Column::numbers(T::Planned.text(lang)),
        Column::numbers(FundingText::Promised.text(lang)),
        Column::numbers(BudgetText::Conditional.text(lang)),
        Column::numbers(FundingText::ProvidedFor.text(lang)),
    ];
    (!rows.is_empty()).then(|| table("kaupunki", T::City.text(lang), columns, rows))
}

fn city_row(shell: &Shell, sheet: &FundingSheet, of: &CityYear) -> Row {
    let lang = shell.lang;
    let year = named(of.year);
    let promised = CommitmentFilter {
        year: Some(year),
        project: sheet.filter.project.clone(),
        ..CommitmentFilter::default()
    };
    let to = shell.link(&address::commitments(&promised));
    let committed = of.promised.committed();
    let cells = vec![
        sum(
            shell,
            &sheet.filter,
            sheet.city_payer,
            Some(named(of.year)),
            of.planned,
        ),
        view! { <a href=to>{format::euros_or_unknown(committed, lang)}</a> }.into_any(),
        format::euros(of.promised.conditional, lang).into_any(),
        format::euros(of.promised.provided_for, lang).into_any(),
    ];
    Row::new(year_name(of.year, shell), cells)
}

fn shortfalls(shell: &Shell, sheet: &FundingSheet) -> AnyView {
    let lang = shell.lang;
    let title = T::Shortfalls.text(lang);
    let rows = sheet.shortfalls.iter().map(|of| {
        let (slug, name) = &of.project;
        let filter = FundingFilter {
            project: Some(slug.clone()),
            ..sheet.filter.clone()
        };
        let missing = sum(shell, &filter, Some(Payer::Missing), None, of.missing);
        let to = shell.link(&address::project(slug));
        Row::new(view! { <a href=to>{name.clone()}</a> }, vec![missing])
    });
    let rows: Vec<Row> = rows.collect();
    let columns = vec![
        Column::words(Label::Project.text(lang)),
        Column::numbers(T::Missing.text(lang)),
    ];
    let list = if rows.is_empty() {
        view! { <p>{T::NoShortfalls.text(lang)}</p> }.into_any()
    } else {
        let filter = FundingFilter {
            payer: Some(Payer::Missing),
            ..sheet.filter.clone()
        };
        let all = shell.link(&address::funding_rows(&filter, None, 1));
        view! {
            {table("puuttuva", title, columns, rows)}
            <p><a href=all>{T::AllMissing.text(lang)}</a></p>
        }
        .into_any()
    };
    view! {
        <section class="listing" aria-labelledby="puuttuva-otsikko">
            <h2 id="puuttuva-otsikko">{title}</h2>
            {list}
        </section>
    }
    .into_any()
}

fn gaps(shell: &Shell, sheet: &FundingSheet) -> AnyView {
    let lang = shell.lang;
    let title = T::Gaps.text(lang);
    let rows = sheet.gaps.iter().map(|of| {
        let to = shell.link(&address::decision(of.decision));
        let gap = of.gap;
        let cells = vec![
            format::euros(gap.stated, lang).into_any(),
            format::euros(gap.in_lines, lang).into_any(),
            format::euros_or_unknown(gap.difference(), lang).into_any(),
        ];
        Row::new(
            view! { <a href=to>{title_or_none(shell, &of.title)}</a> },
            cells,
        )
    });
    let rows: Vec<Row> = rows.collect();
    let columns = vec![
        Column::words(Label::Decision.text(lang)),
        Column::numbers(T::Stated.text(lang)),
        Column::numbers(T::InLines.text(lang)),
        Column::numbers(T::Difference.text(lang)),
    ];
    let list = if rows.is_empty() {
        view! { <p>{T::NoGaps.text(lang)}</p> }.into_any()
    } else {
        table("erot", title, columns, rows)
    };
    view! {
        <section class="listing" aria-labelledby="erot-otsikko">
            <h2 id="erot-otsikko">{title}</h2>
            {list}
        </section>
    }
    .into_any()
}

/// The amounts that a sum is made of, with the same sum.
pub fn rows(shell: &Shell, of: &PlannedLines) -> AnyView {
    let lang = shell.lang;
    let caption = caption(shell, of);
    let listed = if of.lines.is_empty() {
        view! { <p>{T::NoRows.text(lang)}</p> }.into_any()
    } else {
        lines(shell, of, &caption)
    };
    let to_page = |page| shell.link(&address::funding_rows(&of.filter, of.year, page));
    let body = view! {
        {listed}
        {pager(of.page, of.pages, lang, to_page)}
        {commitment_list::files(shell, address::funding_row_files(&of.filter, of.year))}
    };
    let trail = vec![Crumb::new(T::Title.text(lang), address::ALL_FUNDING)];
    Page::new(shell, T::Rows.text(lang), trail)
        .caption(caption)
        .view(shell, body)
}

/// What the sum is of.
fn caption(shell: &Shell, of: &PlannedLines) -> String {
    let lang = shell.lang;
    let payer = of.filter.payer;
    let payer = payer.map(|payer| words::payer(payer, of.payer_name.as_deref(), lang));
    let year = of.year.map(|year| match year {
        Named::Is(year) => year_name(Some(year), shell),
        Named::Nothing => year_name(None, shell),
    });
    let parts: Vec<String> = payer.into_iter().chain(year).collect();
    if parts.is_empty() {
        T::InAll.text(lang).to_owned()
    } else {
        parts.join(", ")
    }
}

fn lines(shell: &Shell, of: &PlannedLines, caption: &str) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(Label::Project.text(lang)),
        Column::words(T::Plan.text(lang)),
        Column::words(T::Funder.text(lang)),
        Column::words(Label::Category.text(lang)),
        Column::words(Label::Year.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
    ];
    let mut rows: Vec<Row> = of.lines.iter().map(|line| row(shell, line)).collect();
    let nothing = || ().into_any();
    let total = money::planned(of.total, lang);
    let cells = vec![nothing(), nothing(), nothing(), nothing(), total];
    rows.push(Row::new(T::InAll.text(lang), cells).kind(RowKind::Sum));
    table("rivit", caption, columns, rows)
}

fn row(shell: &Shell, line: &PlannedLine) -> Row {
    let lang = shell.lang;
    let (slug, name) = &line.project;
    let to = shell.link(&address::project(slug));
    let funders = if line.funders.is_empty() {
        words::payer(line.payer, None, lang)
    } else {
        line.funders.join(", ")
    };
    let cells = vec![
        format!("{} {}", T::Version.text(lang), line.version).into_any(),
        funders.into_any(),
        names::category(line.category, lang).into_any(),
        year_name(line.year, shell).into_any(),
        money_or_unknown(line.amount, lang),
    ];
    Row::new(view! { <a href=to>{name.clone()}</a> }, cells)
}
