//! Where the city's euros go, and the rows that a sum of them is made of.

use domain::Lang;
use domain::budget::Promised;
use domain::funding::Payer;
use domain::view::city_money::{CityMoney, Part, PlannedRows, PromiseRow, PromiseRows};
use domain::view::commitment_list::Named;
use leptos::prelude::*;
use wording::desk::funding as plans;
use wording::public::actors::ActorText;
use wording::public::money::{self as words, MoneyText as T};
use wording::public::{DecisionText, ProjectText};
use wording::{decision, names};

use super::REGISTER;
use super::project::year as year_of;
use crate::address::{self, FUNDERS, MONEY};
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::money::{money, money_or_unknown, planned as planned_sum};
use crate::components::pager::pager;
use crate::components::table::{Column, Row, RowKind, listing, table};
use crate::shell::{Head, Shell, document};

/// All of it: by year, project, budget line and funder.
pub fn page(shell: &Shell, of: &CityMoney) -> AnyView {
    let lang = shell.lang;
    let head = Head {
        description: Some(T::Lead.text(lang).to_owned()),
        ..Head::public(T::Title.text(lang))
    };
    let content = if of.years.is_empty() {
        view! { <p>{T::NoneYet.text(lang)}</p> }.into_any()
    } else {
        view! {
            <p>{T::Means.text(lang)}</p>
            {chart(of, lang)}
            {by_year(shell, of)}
            {by_project(shell, of)}
            {by_line(shell, of)}
            {files(shell)}
        }
        .into_any()
    };
    let body = view! {
        <h1>{T::Title.text(lang)}</h1>
        <p class="lead">{T::Lead.text(lang)}</p>
        {content}
        {by_funder(shell, of)}
    };
    document(shell, head, body)
}

fn chart(of: &CityMoney, lang: Lang) -> Option<AnyView> {
    let looks = [Look::Solid, Look::Striped, Look::Dotted, Look::Outlined];
    let series = words::by_strength(&of.total).into_iter().zip(looks);
    let series: Vec<Series> = series
        .map(|((text, _), look)| Series {
            label: text.text(lang).to_owned(),
            look,
        })
        .collect();
    let bars = of.years.iter().map(|(year, promised)| Bar {
        label: year_name(*year, lang),
        parts: words::by_strength(promised).map(|(_, sum)| sum).to_vec(),
    });
    let bars: Vec<Bar> = bars.collect();
    stacked_bars("kuva", T::Chart.text(lang), &series, &bars, lang)
}

fn year_name(year: Option<u16>, lang: Lang) -> String {
    year.map_or_else(|| T::NoYear.text(lang).to_owned(), |year| year.to_string())
}

fn columns(first: T, lang: Lang) -> Vec<Column> {
    let sums = words::sums_of(&Promised::default()).map(|(text, _)| text.text(lang));
    std::iter::once(Column::words(first.text(lang)))
        .chain(sums.map(Column::numbers))
        .collect()
}

fn cells(promised: &Promised, lang: Lang) -> Vec<AnyView> {
    let sums = words::sums_of(promised);
    sums.map(|(_, sum)| money(sum, lang)).into()
}

/// A row whose header leads to the rows of its sums.
fn linked(shell: &Shell, name: String, to: &str, promised: &Promised) -> Row {
    let name = view! { <a href=shell.link(to)>{name}</a> };
    Row::new(name, cells(promised, shell.lang))
}

fn section(id: &'static str, title: T, lang: Lang, content: AnyView) -> AnyView {
    view! {
        <section aria-labelledby=id>
            <h2 id=id>{title.text(lang)}</h2>
            {content}
        </section>
    }
    .into_any()
}

fn sums(
    id: &'static str,
    title: T,
    first: T,
    mut rows: Vec<Row>,
    of: &CityMoney,
    lang: Lang,
) -> AnyView {
    let total = cells(&of.total, lang);
    rows.push(Row::new(T::InAll.text(lang), total).kind(RowKind::Sum));
    let table_id = format!("{id}-taulukko");
    let content = listing(&table_id, title.text(lang), columns(first, lang), rows);
    section(id, title, lang, content)
}

fn by_year(shell: &Shell, of: &CityMoney) -> AnyView {
    let lang = shell.lang;
    let rows = of.years.iter().map(|(year, promised)| {
        let part = Part::Year(year.map_or(Named::Nothing, Named::Is));
        linked(
            shell,
            year_name(*year, lang),
            &address::money(&part, 1),
            promised,
        )
    });
    sums("vuosittain", T::ByYear, T::Year, rows.collect(), of, lang)
}

fn by_project(shell: &Shell, of: &CityMoney) -> AnyView {
    let lang = shell.lang;
    let rows = of.projects.iter().map(|project| {
        let name = view! {
            <a href=shell.link(&address::project(&project.slug)) lang=shell.foreign(REGISTER)>
                {project.name.clone()}
            </a>
        };
        Row::new(name, cells(&project.promised, lang))
    });
    let further = of.further_projects.iter().map(|(count, promised)| {
        let name = words::further_projects(*count, lang);
        linked(shell, name, address::PROJECTS, promised)
    });
    let without = of.without_project.iter().map(|promised| {
        let to = address::money(&Part::WithoutProject, 1);
        linked(shell, T::NoProject.text(lang).to_owned(), &to, promised)
    });
    let rows = rows.chain(further).chain(without).collect();
    sums("hankkeittain", T::ByProject, T::Project, rows, of, lang)
}

fn by_line(shell: &Shell, of: &CityMoney) -> AnyView {
    let lang = shell.lang;
    let rows = of.budget_lines.iter().map(|(line, promised)| {
        let name = line.clone();
        let name = name.unwrap_or_else(|| T::NoLine.text(lang).to_owned());
        let part = Part::BudgetLine(line.clone().map_or(Named::Nothing, Named::Is));
        linked(shell, name, &address::money(&part, 1), promised)
    });
    sums("kohdittain", T::ByLine, T::Line, rows.collect(), of, lang)
}

fn by_funder(shell: &Shell, of: &CityMoney) -> Option<AnyView> {
    let lang = shell.lang;
    let rows = of.payers.iter().map(|(payer, name, sum)| {
        let to = shell.link(&address::money(&Part::Payer(*payer), 1));
        let label = plans::payer(*payer, name.as_deref(), lang);
        let foreign = name.as_ref().and(shell.foreign(REGISTER));
        let name = view! { <a href=to lang=foreign>{label}</a> };
        Row::new(name, vec![planned_sum(*sum, lang)])
    });
    let rows: Vec<Row> = rows.collect();
    let columns = vec![
        Column::words(ProjectText::Funder.text(lang)),
        Column::numbers(T::Planned.text(lang)),
    ];
    (!rows.is_empty()).then(|| {
        let title = T::ByFunder.text(lang);
        let content = view! {
            <p>{T::ByFunderMeans.text(lang)}</p>
            {listing("rahoittajittain-taulukko", title, columns, rows)}
            <p class="on-screen"><a href=shell.link(FUNDERS)>{ActorText::Funders.text(lang)}</a></p>
        };
        section("rahoittajittain", T::ByFunder, lang, content.into_any())
    })
}

fn files(shell: &Shell) -> AnyView {
    let lang = shell.lang;
    let [csv, xlsx] = address::MONEY_FILES.map(|to| shell.link(to));
    view! {
        <ul>
            <li><a href=xlsx>{T::Xlsx.text(lang)}</a></li>
            <li><a href=csv type="text/csv">{T::Csv.text(lang)}</a></li>
        </ul>
    }
    .into_any()
}

/// A page of rows that a sum is made of.
fn rows_page(shell: &Shell, part: &Part, page: u32, name: Option<&str>, rows: AnyView) -> AnyView {
    let lang = shell.lang;
    let title = words::part(part, name, lang);
    let head = Head {
        description: Some(format!("{}. {}", title, T::Lead.text(lang))),
        query: address::money(part, page).replacen(MONEY, "", 1),
        trail: vec![Crumb::new(T::Title.text(lang), MONEY)],
        ..Head::public(format!("{}, {title}", T::Title.text(lang)))
    };
    let body = view! {
        <h1>{T::Title.text(lang)} ", " {title}</h1>
        {rows}
        <p><a href=shell.link(MONEY)>{T::AllMoney.text(lang)}</a></p>
    };
    document(shell, head, body)
}

/// The promises that a sum is made of, with the same sums.
pub fn promises(shell: &Shell, of: &PromiseRows) -> AnyView {
    let lang = shell.lang;
    let listed = if of.rows.is_empty() {
        view! { <p>{T::NoRows.text(lang)}</p> }.into_any()
    } else {
        let columns = vec![
            Column::words(ProjectText::Decision.text(lang)),
            Column::words(T::Project.text(lang)),
            Column::words(DecisionText::AccountingYear.text(lang)),
            Column::words(T::Line.text(lang)),
            Column::words(DecisionText::Strength.text(lang)),
            Column::numbers(DecisionText::Amount.text(lang)),
            Column::numbers(T::Paid.text(lang)),
        ];
        let rows = of.rows.iter().map(|row| promise(shell, row)).collect();
        table("rivit", T::Rows.text(lang), columns, rows)
    };
    let total = Row::new(T::InAll.text(lang), cells(&of.promised, lang));
    let to_page = |page| shell.link(&address::money(&of.part, page));
    let content = view! {
        {table("summa", T::InAll.text(lang), columns(T::InAll, lang), vec![total])}
        {listed}
        {pager(of.page, of.pages, lang, to_page)}
    };
    rows_page(shell, &of.part, of.page, None, content.into_any())
}

fn promise(shell: &Shell, row: &PromiseRow) -> Row {
    let lang = shell.lang;
    let made = &row.commitment;
    let section = decision::section(row.section.number, row.section.year);
    let to = shell.link(&address::decision(&row.section));
    let project = row.project.as_ref().map(|(slug, name)| {
        let to = shell.link(&address::project(slug));
        view! { <a href=to lang=shell.foreign(REGISTER)>{name.clone()}</a> }
    });
    let line = made.budget_line.clone();
    let line = line.unwrap_or_else(|| T::NoLine.text(lang).to_owned());
    let cells = vec![
        project.into_any(),
        year_of(made, shell),
        line.into_any(),
        names::strength(row.drawn.strength, lang).into_any(),
        money(row.drawn.amount, lang),
        money(row.drawn.paid, lang),
    ];
    let maker = row.decision_maker.clone();
    Row::new(view! { <a href=to>{maker} " " {section}</a> }, cells)
}

/// The planned amounts of a page, with the sum of all pages.
pub(super) fn planned_table(shell: &Shell, of: &PlannedRows) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(T::Project.text(lang)),
        Column::words(ProjectText::Category.text(lang)),
        Column::words(T::Year.text(lang)),
        Column::numbers(T::Planned.text(lang)),
    ];
    let rows = of.lines.iter().map(|line| {
        let (slug, name) = &line.project;
        let to = shell.link(&address::project(slug));
        let name = view! { <a href=to lang=shell.foreign(REGISTER)>{name.clone()}</a> };
        let year = line.year.map(|year| year.to_string());
        let year = year.unwrap_or_else(|| plans::PlansText::NoYear.text(lang).to_owned());
        let cells = vec![
            names::category(line.category, lang).into_any(),
            year.into_any(),
            money_or_unknown(line.amount, lang),
        ];
        Row::new(name, cells)
    });
    let mut rows: Vec<Row> = rows.collect();
    if rows.is_empty() {
        return view! { <p>{T::NoRows.text(lang)}</p> }.into_any();
    }
    let total = planned_sum(of.total, lang);
    let cells = vec![().into_any(), ().into_any(), total];
    rows.push(Row::new(T::InAll.text(lang), cells).kind(RowKind::Sum));
    table("rivit", T::PlannedRows.text(lang), columns, rows)
}

/// The planned amounts that a payer's sum is made of, with the same sum.
pub fn planned(shell: &Shell, of: &PlannedRows) -> AnyView {
    let part = Part::Payer(of.payer);
    let to_page = |page| shell.link(&address::money(&part, page));
    let funder = match of.payer {
        Payer::Organisation(id) if !of.lines.is_empty() => Some(shell.link(&address::funder(id))),
        _ => None,
    };
    let funder = funder.map(|to| {
        view! { <p><a href=to>{ActorText::ToFunder.text(shell.lang)}</a></p> }
    });
    let content = view! {
        {planned_table(shell, of)}
        {pager(of.page, of.pages, shell.lang, to_page)}
        {funder}
    };
    rows_page(
        shell,
        &part,
        of.page,
        of.name.as_deref(),
        content.into_any(),
    )
}
