//! The list of commitments over all projects.

use domain::Money;
use domain::budget::Promised;
use domain::decision::CommitmentStrength;
use domain::slug::Slug;
use domain::view::commitment_list::{CommitmentFilter, CommitmentLine, CommitmentList};
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::budget::BudgetText;
use wording::desk::commitment::CommitmentText;
use wording::desk::funding::FundingText as T;
use wording::public::ListText;
use wording::{format, names};

use super::frame::Page;
use super::{address, commitment, decision};
use crate::address as query;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::field::Field;
use crate::components::money::money;
use crate::components::pager::pager;
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, listing, table};
use crate::shell::Shell;

/// A page of the list, with the sums of all its pages.
pub fn page(shell: &Shell, list: &CommitmentList) -> AnyView {
    let lang = shell.lang;
    let filter = &list.filter;
    let body = view! {
        <p>{T::Means.text(lang)}</p>
        {narrowing(shell, list)}
        {found(shell, list)}
    };
    let title = T::Commitments.text(lang);
    let title = if filter.page > 1 {
        format!("{title} ({})", filter.page)
    } else {
        title.to_owned()
    };
    Page::new(shell, title, Vec::new()).view(shell, body)
}

fn found(shell: &Shell, list: &CommitmentList) -> AnyView {
    let lang = shell.lang;
    let filter = &list.filter;
    if list.total == 0 && !filter.narrows() {
        return view! { <p>{T::NoneYet.text(lang)}</p> }.into_any();
    }
    if list.total == 0 {
        let all = shell.link(address::COMMITMENTS);
        return view! {
            <p>{T::NoneLeft.text(lang)} " " <a href=all>{T::ShowAll.text(lang)}</a></p>
        }
        .into_any();
    }
    let lines = if list.lines.is_empty() {
        let first = CommitmentFilter {
            page: 1,
            ..filter.clone()
        };
        let first = shell.link(&address::commitments(&first));
        view! {
            <p>
                {ListText::PageBeyondLast.text(lang)} " "
                <a href=first>{ListText::FirstPage.text(lang)}</a>
            </p>
        }
        .into_any()
    } else {
        lines(shell, list)
    };
    let of_page = |page: u32| {
        let filter = CommitmentFilter {
            page,
            ..filter.clone()
        };
        shell.link(&address::commitments(&filter))
    };
    view! {
        {chart(shell, list)}
        {sums(shell, list)}
        {lines}
        {pager(filter.page, list.pages, lang, of_page)}
        {files(shell, address::commitment_files(filter))}
    }
    .into_any()
}

fn narrowing(shell: &Shell, list: &CommitmentList) -> AnyView {
    let lang = shell.lang;
    let any = || Choice::new("", ListText::Any.text(lang));
    let chosen = &list.filter;
    let mut years = vec![any()];
    years.extend(
        list.years
            .iter()
            .map(|year| Choice::new(year.to_string(), year.to_string())),
    );
    years.push(Choice::new(query::WITHOUT, T::WithoutYear.text(lang)));
    let mut makers = vec![any()];
    let series = list.series.iter();
    makers.extend(series.map(|one| Choice::new(one.slug.as_str(), one.decision_maker.as_str())));
    let mut strengths = vec![any()];
    let all = CommitmentStrength::ALL;
    strengths.extend(all.map(|one| Choice::new(one.code(), names::strength(one, lang))));
    let year = chosen.year.map(query::named).unwrap_or_default();
    let line = chosen.budget_line.clone().map(query::named);
    let maker = chosen.series.as_ref().map(ToString::to_string);
    let strength = chosen.strength.map(CommitmentStrength::code);
    view! {
        <form class="filter" method="get" action=shell.link(address::COMMITMENTS)
            aria-label=ListText::Filter.text(lang)>
            <Select name="vuosi" label=Label::Year.text(lang) value=year choices=years/>
            <Field name="kohta" label=Label::BudgetLine.text(lang) value=line.unwrap_or_default()
                hint=T::LineHint.text(lang).to_owned()/>
            {project_choice(shell, &list.projects, chosen.project.as_ref())}
            <Select name="sitovuus" label=Label::Strength.text(lang)
                value=strength.unwrap_or_default() choices=strengths/>
            <Select name="paatoksentekija" label=Label::Series.text(lang)
                value=maker.unwrap_or_default() choices=makers/>
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// The project to narrow to: a choice, or where they are too many its part of the address.
pub(super) fn project_choice(
    shell: &Shell,
    all: &[(Slug, String)],
    chosen: Option<&Slug>,
) -> AnyView {
    let lang = shell.lang;
    let chosen = chosen.map(ToString::to_string).unwrap_or_default();
    if all.is_empty() {
        return view! {
            <Field name="hanke" label=Label::Project.text(lang) value=chosen
                hint=T::ProjectHint.text(lang).to_owned()/>
        }
        .into_any();
    }
    let mut projects = vec![Choice::new("", ListText::Any.text(lang))];
    projects.extend(
        all.iter()
            .map(|(slug, name)| Choice::new(slug.as_str(), name.as_str())),
    );
    view! {
        <Select name="hanke" label=Label::Project.text(lang) value=chosen choices=projects/>
    }
    .into_any()
}

/// What the filter leaves on all pages: of each year what is paid, can be paid, waits for its
/// condition or is only provided for, and of one year how firm it is.
fn chart(shell: &Shell, list: &CommitmentList) -> Option<AnyView> {
    let lang = shell.lang;
    if list.filter.year.is_some() {
        let series = [Series::new(CommitmentText::Drawn.text(lang), Look::Solid)];
        let of = list.promised;
        let bars = [
            (CommitmentStrength::Granted, of.granted),
            (CommitmentStrength::AtMost, of.at_most),
            (CommitmentStrength::Conditional, of.conditional),
            (CommitmentStrength::ProvidedFor, of.provided_for),
        ];
        let drawn = bars.into_iter().filter(|(_, amount)| *amount > Money::ZERO);
        let bars = drawn.map(|(strength, amount)| Bar {
            label: names::strength(strength, lang).to_owned(),
            parts: vec![amount],
        });
        let bars: Vec<Bar> = bars.collect();
        let title = T::ByStrength.text(lang);
        return stacked_bars("sitoumukset-kuva", title, &series, &bars, lang);
    }
    let series = [
        Series::new(CommitmentText::Paid.text(lang), Look::Solid),
        Series::new(CommitmentText::Open.text(lang), Look::Striped),
        Series::new(BudgetText::Conditional.text(lang), Look::Dotted),
        Series::new(T::ProvidedFor.text(lang), Look::Outlined),
    ];
    let bars = list.by_year.iter().map(|(year, of)| {
        let parts = vec![of.paid, of.payable()?, of.conditional, of.provided_for];
        let label = year_name(*year, shell);
        Some(Bar { label, parts })
    });
    let bars = Bar::longest(bars.collect::<Option<_>>()?);
    let title = T::ByYear.text(lang);
    stacked_bars("sitoumukset-kuva", title, &series, &bars, lang)
}

fn year_name(year: Option<u16>, shell: &Shell) -> String {
    let none = || T::WithoutYear.text(shell.lang).to_owned();
    year.map_or_else(none, |year| year.to_string())
}

/// What the filter leaves on all pages, by strength; each sum leads to its rows.
fn sums(shell: &Shell, list: &CommitmentList) -> AnyView {
    let lang = shell.lang;
    let row = |strength: CommitmentStrength, amount| {
        let filter = CommitmentFilter {
            strength: Some(strength),
            page: 1,
            ..list.filter.clone()
        };
        let to = shell.link(&address::commitments(&filter));
        let name = view! { <a href=to>{names::strength(strength, lang)}</a> };
        Row::new(name, vec![format::euros(amount, lang).into_any()])
    };
    let Promised {
        granted,
        at_most,
        conditional,
        provided_for,
        paid,
    } = list.promised;
    let mut rows = vec![
        row(CommitmentStrength::Granted, granted),
        row(CommitmentStrength::AtMost, at_most),
        row(CommitmentStrength::Conditional, conditional),
    ];
    // What counts as promised is its own sum; what is only provided for stands beside it.
    if let Some(committed) = list.promised.committed() {
        let sum = format::euros(committed, lang).into_any();
        rows.push(Row::new(T::Promised.text(lang), vec![sum]).kind(RowKind::Sum));
    }
    let only = row(CommitmentStrength::ProvidedFor, provided_for);
    rows.push(only.kind(RowKind::Sum));
    let columns = vec![
        Column::words(Label::Strength.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
    ];
    let count = format::count(list.total, lang);
    let paid = format::euros(paid, lang);
    let open = format::euros_or_unknown(list.promised.open(), lang);
    view! {
        {table("summat", T::Sums.text(lang), columns, rows)}
        <p>
            {T::PaidOfPromised.text(lang)} ": " {paid} ". " {T::OpenOfPromised.text(lang)} ": "
            {open} "."
        </p>
        <p>{T::Number.text(lang)} ": " {count} ". " {T::ProvidedForIsNot.text(lang)}</p>
    }
    .into_any()
}

fn lines(shell: &Shell, list: &CommitmentList) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(Label::Decision.text(lang)),
        Column::words(Label::Project.text(lang)),
        Column::words(Label::Year.text(lang)),
        Column::words(Label::BudgetLine.text(lang)),
        Column::words(Label::Strength.text(lang)),
        Column::numbers(CommitmentText::Drawn.text(lang)),
        Column::numbers(T::Paid.text(lang)),
    ];
    let rows = list.lines.iter().map(|line| row(shell, line)).collect();
    let title = T::Commitments.text(lang);
    listing("sitoumukset", title, columns, rows)
}

/// A commitment: its decision with the case, its project with the beneficiary, and what is left of
/// it, which leads to what became of it.
fn row(shell: &Shell, line: &CommitmentLine) -> Row {
    let lang = shell.lang;
    let made = &line.commitment;
    let decision = shell.link(&address::decision(line.key.decision));
    let section = decision::section(&line.section);
    let place = format!("{} {section}", line.decision_maker);
    let case = line
        .case_number
        .as_ref()
        .map(|number| format!(", {number}"));
    let project = line.project.as_ref().map(|(slug, name)| {
        let to = shell.link(&address::project(slug));
        let of = line.beneficiary.as_ref().map(|name| format!(", {name}"));
        view! { <a href=to>{name.clone()}</a> {of} }
    });
    let budget_line = match (made.year, made.budget_line.as_ref()) {
        (Some(year), Some(code)) => {
            let to = shell.link(&address::budget_line(year, Some(code)));
            view! { <a href=to>{code.clone()}</a> }.into_any()
        }
        (None, Some(code)) => code.clone().into_any(),
        (_, None) => BudgetText::WithoutLine.text(lang).into_any(),
    };
    let to = shell.link(&address::commitment(line.key));
    let drawn = money(line.drawn.amount, lang);
    let cells = vec![
        project.into_any(),
        year_name(made.year, shell).into_any(),
        budget_line,
        commitment::strength(line.drawn.strength, made, lang).into_any(),
        view! { <a href=to>{drawn}</a> }.into_any(),
        money(line.drawn.paid, lang),
    ];
    Row::new(view! { <a href=decision>{place}</a> {case} }, cells)
}

/// The same rows as files: CSV, CSV for Finnish spreadsheets and XLSX.
pub(super) fn files(shell: &Shell, files: [String; 3]) -> AnyView {
    let lang = shell.lang;
    let [csv, excel, xlsx] = files.map(|to| shell.link(&to));
    view! {
        <ul>
            <li><a href=xlsx>{T::Xlsx.text(lang)}</a></li>
            <li><a href=excel type="text/csv">{T::Excel.text(lang)}</a></li>
            <li><a href=csv type="text/csv">{T::Csv.text(lang)}</a></li>
        </ul>
    }
    .into_any()
}
