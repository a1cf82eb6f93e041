//! The budget of a year, its lines, and the form that records a decision about it.

use domain::Money;
use domain::budget::{
    AppropriationBasis, BudgetDecisionDraft, BudgetDecisionKind, LinePosition, LineSource, Promised,
};
use domain::role::UseCase;
use domain::view::budget::{BudgetDecisionLine, BudgetLineSheet, BudgetSheet, LineRow};
use leptos::prelude::*;
use wording::desk::budget::{self as words, BudgetText};
use wording::desk::commitment::CommitmentText;
use wording::desk::funding::FundingText;
use wording::desk::{Button, Done, Hint, Label, Text};
use wording::format;

use super::commitment::commitments;
use super::form::Form;
use super::frame::{
    Page, Weight, button, enter_saves, form, may, named_button, named_link, row_group,
};
use super::{address, budget_closing, budget_import, commitment_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::chart::{Bar, Look, Series, stacked_bars};
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, RowKind, table};
use crate::components::text_area::TextArea;
use crate::shell::Shell;

/// The lines of a year with what is free, the appropriations above them and the decisions.
pub fn page(shell: &Shell, sheet: &BudgetSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let may_record = !sheet.is_closed() && may(shell, UseCase::ManageBudget);
    let record = may_record.then(|| {
        let to = address::record_budget(sheet.year);
        let record = named_link(shell, Weight::Primary, BudgetText::Record.text(lang), &to);
        view! { {record} {budget_import::link(shell, sheet.year)} }
    });
    let body = view! {
        {budget_closing::notice(shell, sheet)}
        <p>{BudgetText::Means.text(lang)}</p>
        {years(shell, sheet)}
        {chart(shell, sheet)}
        {lines(shell, sheet)}
        <div class="govuk-button-group">{record} {budget_closing::link(shell, sheet)}</div>
        {commitment_list::files(shell, address::line_files(sheet.year))}
        <ul>
            <li><a href=shell.link(&address::year_end(sheet.year))>{BudgetText::YearEnd.text(lang)}</a></li>
            <li>
                <a href=shell.link(&address::payments(sheet.year, None))>
                    {CommitmentText::Payments.text(lang)}
                </a>
            </li>
        </ul>
        {appropriations(shell, sheet)}
        {decisions(shell, sheet)}
        {budget_closing::acts(shell, sheet)}
    };
    let title = format!("{} {}", BudgetText::Budget.text(lang), sheet.year);
    Page::new(shell, title, Vec::new())
        .done(done)
        .view(shell, body)
}

fn years(shell: &Shell, sheet: &BudgetSheet) -> AnyView {
    let links = sheet.years.iter().map(|year| {
        let current = (*year == sheet.year).then_some("page");
        view! {
            <li>
                <a class="pager__page" href=shell.link(&address::budget(*year)) aria-current=current>
                    {*year}
                </a>
            </li>
        }
    });
    view! {
        <nav class="pager" aria-label=BudgetText::Years.text(shell.lang)>
            <ul class="pager__list">{links.collect_view()}</ul>
        </nav>
    }
    .into_any()
}

/// The columns of a position, after the name of the line.
fn columns(shell: &Shell) -> Vec<Column> {
    let number = |text: BudgetText| Column::numbers(text.text(shell.lang));
    vec![
        Column::words(BudgetText::Line.text(shell.lang)),
        number(BudgetText::Original),
        number(BudgetText::Amended),
        number(BudgetText::Granted),
        number(BudgetText::AtMost),
        number(BudgetText::Conditional),
        number(BudgetText::ProvidedFor),
        number(BudgetText::Paid),
        number(BudgetText::Free),
    ]
}

fn position(shell: &Shell, of: &LinePosition) -> Vec<AnyView> {
    let amount = |amount| format::euros_or_unknown(amount, shell.lang).into_any();
    let mut cells = vec![amount(of.sums.original), amount(of.sums.amended)];
    cells.extend(promised(shell, &of.promised));
    let free = format::euros_or_unknown(of.free, shell.lang);
    cells.push(view! { <b>{free}</b> }.into_any());
    cells
}

fn promised(shell: &Shell, of: &Promised) -> [AnyView; 5] {
    [
        of.granted,
        of.at_most,
        of.conditional,
        of.provided_for,
        of.paid,
    ]
    .map(|amount| format::euros(amount, shell.lang).into_any())
}

/// The same columns where nobody knows what there is.
fn without_budget(shell: &Shell, of: &Promised) -> Vec<AnyView> {
    let nothing = || ().into_any();
    let mut cells = vec![nothing(), nothing()];
    cells.extend(promised(shell, of));
    cells.push(nothing());
    cells
}

/// What is paid, promised and free of each line whose budget is known.
fn chart(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let series = [
        (BudgetText::Paid.text(lang), Look::Solid),
        (FundingText::OpenOfPromised.text(lang), Look::Striped),
        (BudgetText::Free.text(lang), Look::Outlined),
    ];
    let series = series.map(|(label, look)| Series {
        label: label.to_owned(),
        look,
    });
    let bars = sheet.lines.iter().filter_map(|row| {
        let position = &row.position;
        let paid = position.promised.paid;
        let open = position.promised.committed()?.checked_sub(paid)?;
        Some(Bar {
            label: line_name(row),
            parts: [paid, open, position.free?]
                .map(|part| part.max(Money::ZERO))
                .into(),
        })
    });
    let bars = Bar::longest(bars.collect());
    let title = format!("{} {}", BudgetText::Lines.text(lang), sheet.year);
    stacked_bars("kohdat-kuva", &title, &series, &bars, lang)
}

fn lines(shell: &Shell, sheet: &BudgetSheet) -> AnyView {
    let lang = shell.lang;
    let none = (sheet.lines.is_empty()).then(|| view! { <p>{BudgetText::NoLines.text(lang)}</p> });
    let of_lines = sheet.lines.iter().map(|row| {
        let to = address::budget_line(sheet.year, Some(row.facts.code.as_str()));
        let name = view! { <a href=shell.link(&to)>{line_name(row)}</a> };
        Row::new(name, position(shell, &row.position))
    });
    let unplaced = sheet.unplaced.iter().map(|row| {
        let to = address::budget_line(sheet.year, row.code.as_deref());
        let name = code_or_none(shell, row.code.as_deref());
        let name =
            view! { {BudgetText::Unplaced.text(lang)} ": " <a href=shell.link(&to)>{name}</a> };
        Row::new(name, without_budget(shell, &row.promised))
    });
    let mut rows: Vec<Row> = of_lines.chain(unplaced).collect();
    if rows.is_empty() {
        return none.into_any();
    }
    let sum = without_budget(shell, &sheet.promised);
    rows.push(Row::new(BudgetText::Together.text(lang), sum).kind(RowKind::Sum));
    let caption = format!("{} {}", BudgetText::Lines.text(lang), sheet.year);
    view! { {none} {table("kohdat", caption, columns(shell), rows)} }.into_any()
}

fn line_name(row: &LineRow) -> String {
    format!("{} {}", row.facts.code, row.facts.name)
}

fn code_or_none(shell: &Shell, code: Option<&str>) -> String {
    code.map_or_else(
        || BudgetText::WithoutLine.text(shell.lang).to_owned(),
        str::to_owned,
    )
}

fn appropriations(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let rows = sheet.appropriations.iter().map(|row| {
        let amount = |amount| format::euros_or_unknown(amount, lang).into_any();
        let (of, position) = (&row.appropriation, &row.position);
        let free = format::euros_or_unknown(position.free, lang);
        let cells = vec![
            words::basis(of.basis, lang).into_any(),
            amount(of.sums.original),
            amount(of.sums.amended),
            format::total(row.of_lines, lang).into_any(),
            amount(position.promised.committed()),
            view! { <b>{free}</b> }.into_any(),
        ];
        Row::new(of.name.clone(), cells)
    });
    let rows: Vec<Row> = rows.collect();
    let number = |text: BudgetText| Column::numbers(text.text(lang));
    let columns = vec![
        Column::words(BudgetText::Appropriation.text(lang)),
        Column::words(BudgetText::Basis.text(lang)),
        number(BudgetText::Original),
        number(BudgetText::Amended),
        number(BudgetText::OfLines),
        number(BudgetText::Promised),
        number(BudgetText::Free),
    ];
    (!rows.is_empty()).then(|| {
        view! {
            <section class="listing" aria-labelledby="maararahat-otsikko">
                <h2 id="maararahat-otsikko">{BudgetText::Appropriations.text(lang)}</h2>
                {table("maararahat", BudgetText::Appropriations.text(lang), columns, rows)}
                {overrides(shell, sheet)}
            </section>
        }
        .into_any()
    })
}

/// The excesses over appropriations that were accepted, each with its reason.
fn overrides(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let items = sheet.overrides.iter().map(|of| {
        let decision = of.decision.map(|id| {
            let to = shell.link(&address::decision(id));
            view! { " " <a href=to>{BudgetText::OfDecision.text(lang)}</a> }
        });
        let when = format::date(of.recorded_at.date(), lang);
        view! {
            <li>
                {words::excess(&of.excess, lang)} ". " {of.office.clone()} ", " {when} ": "
                <span class="lines">{of.reason.clone()}</span> {decision}
            </li>
        }
    });
    let items = items.collect_view();
    (!sheet.overrides.is_empty())
        .then(|| view! { <h3>{BudgetText::Overrides.text(lang)}</h3> <ul>{items}</ul> }.into_any())
}

fn decisions(shell: &Shell, sheet: &BudgetSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let items = sheet.decisions.iter().map(|line| {
        view! { <li>{named_decision(shell, line)} ": " {line.decision.subject.clone()}</li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! {
            <section class="listing" aria-labelledby="paatokset">
                <h2 id="paatokset">{BudgetText::Decisions.text(lang)}</h2>
                <ul>{items}</ul>
            </section>
        }
        .into_any()
    })
}

fn named_decision(shell: &Shell, line: &BudgetDecisionLine) -> AnyView {
    let of = &line.decision;
    let case = of.case_number.as_ref().map(|number| format!(", {number}"));
    let does = words::kind(of.kind, shell.lang);
    view! { {words::decision(of, shell.lang)} {case} " (" {does} ")" }.into_any()
}

/// One line with every row that its sums are made of.
pub fn line(shell: &Shell, sheet: &BudgetLineSheet) -> AnyView {
    let lang = shell.lang;
    let title = sheet
        .line
        .as_ref()
        .map_or_else(|| code_or_none(shell, sheet.code.as_deref()), line_name);
    let of_year = format!("{} {}", BudgetText::Budget.text(lang), sheet.year);
    let trail = vec![Crumb::new(of_year.clone(), address::budget(sheet.year))];
    let cells = match &sheet.line {
        Some(row) => position(shell, &row.position),
        None => without_budget(shell, &sheet.promised),
    };
    let sums = vec![Row::new(title.clone(), cells)];
    let facts = sheet.line.as_ref().map(|row| {
        let above = row.facts.appropriation.clone();
        let source = words::source(row.facts.source, lang);
        view! {
            <p>
                {BudgetText::Appropriation.text(lang)} ": " {above} ". "
                {BudgetText::Source.text(lang)} ": " {source} "."
            </p>
        }
    });
    let body = view! {
        {facts}
        {table("kohta", of_year.clone(), columns(shell), sums)}
        {entries(shell, sheet)}
        {promises(shell, sheet)}
    };
    Page::new(shell, title, trail)
        .caption(of_year)
        .view(shell, body)
}

fn entries(shell: &Shell, sheet: &BudgetLineSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let rows = sheet.entries.iter().map(|(line, amount)| {
        let cells = vec![
            line.decision.subject.clone().into_any(),
            format::euros(*amount, lang).into_any(),
        ];
        Row::new(named_decision(shell, line), cells)
    });
    let mut rows: Vec<Row> = rows.collect();
    let amended = sheet
        .line
        .as_ref()
        .and_then(|row| row.position.sums.amended);
    let sum = vec![
        ().into_any(),
        format::euros_or_unknown(amended, lang).into_any(),
    ];
    rows.push(Row::new(BudgetText::Together.text(lang), sum).kind(RowKind::Sum));
    let columns = vec![
        Column::words(BudgetText::Decisions.text(lang)),
        Column::words(BudgetText::Subject.text(lang)),
        Column::numbers(BudgetText::Change.text(lang)),
    ];
    (!sheet.entries.is_empty())
        .then(|| table("muutokset", BudgetText::Changes.text(lang), columns, rows))
}

fn promises(shell: &Shell, sheet: &BudgetLineSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.commitments.is_empty() {
        return view! { <p>{BudgetText::NoPromises.text(lang)}</p> }.into_any();
    }
    let caption = BudgetText::Promises.text(lang);
    commitments(shell, "lupaukset", caption, &sheet.commitments)
}

/// The form that records a decision about the budget.
pub fn record(shell: &Shell, year: u16, typed: &Form<BudgetDecisionDraft>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let rows = (0..draft.rows.len()).map(|row| fields_of_row(shell, typed, row));
    let fields = view! {
        {enter_saves(shell)}
        <p>{BudgetText::RecordMeans.text(lang)}</p>
        {facts(shell, typed, draft)}
        {rows.collect_view()}
        {excess_reason(shell, typed, draft)}
        <div class="govuk-button-group">
            {named_button(Weight::Secondary, BudgetText::AddRow.text(lang), "add-row")}
            {button(shell, Weight::Primary, Button::Save, "save")}
        </div>
    };
    let of_year = format!("{} {year}", BudgetText::Budget.text(lang));
    let trail = vec![Crumb::new(of_year.clone(), address::budget(year))];
    Page::new(shell, BudgetText::Record.text(lang), trail)
        .caption(of_year)
        .of_form(shell, typed)
        .view(
            shell,
            form(shell, &address::record_budget(year), typed, fields),
        )
}

/// Why an appropriation may be left with less than is promised: asked for where that is so.
pub(super) fn excess_reason<D>(
    shell: &Shell,
    typed: &Form<D>,
    draft: &BudgetDecisionDraft,
) -> Option<AnyView> {
    let lang = shell.lang;
    let (error, value) = (
        typed.error("excess_reason", lang),
        draft.excess_reason.clone(),
    );
    (error.is_some() || !value.is_empty()).then(|| {
        view! {
            <TextArea name="excess_reason" label=BudgetText::ExcessReason.text(lang) value=value
                rows=3 hint=BudgetText::ExcessReasonHint.text(lang).to_owned() error=error/>
        }
        .into_any()
    })
}

/// The fields of all of a decision but its rows.
pub(super) fn facts<D>(shell: &Shell, typed: &Form<D>, draft: &BudgetDecisionDraft) -> AnyView {
    let lang = shell.lang;
    let error = |place| typed.error(place, lang);
    let choose = Choice::new("", Text::Choose.text(lang));
    let kinds =
        BudgetDecisionKind::ALL.map(|kind| Choice::new(kind.code(), words::kind(kind, lang)));
    view! {
        <Select name="budget_kind" label=BudgetText::Kind.text(lang) value=draft.budget_kind.clone()
            choices=std::iter::once(choose).chain(kinds).collect() error=error("budget_kind")/>
        <Field name="deciding_body" label=BudgetText::Body.text(lang) value=draft.deciding_body.clone()
            error=error("deciding_body")/>
        <Field name="decided_on" label=Label::DecidedOn.text(lang) kind=FieldKind::Date
            value=draft.decided_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("decided_on")/>
        <Field name="section" label=Label::Section.text(lang) kind=FieldKind::Digits
            value=draft.section.clone() error=error("section")/>
        <Field name="case_number" label=Label::Number.text(lang)
            value=draft.case_number.clone() error=error("case_number")/>
        <Field name="subject" label=BudgetText::Subject.text(lang) value=draft.subject.clone()
            error=error("subject")/>
    }
    .into_any()
}

fn fields_of_row(shell: &Shell, typed: &Form<BudgetDecisionDraft>, row: usize) -> AnyView {
    let lang = shell.lang;
    let of = typed.draft.rows.get(row).cloned().unwrap_or_default();
    let place = |field: &str| format!("rows-{row}-{field}");
    let error = |field: &str| typed.error(&place(field), lang);
    let hint = |text: BudgetText| text.text(lang).to_owned();
    let bases =
        AppropriationBasis::ALL.map(|basis| Choice::new(basis.code(), words::basis(basis, lang)));
    let sources =
        LineSource::ALL.map(|source| Choice::new(source.code(), words::source(source, lang)));
    let legend = format!("{} {}", BudgetText::Row.text(lang), row + 1);
    let fields = view! {
        <Field name=place("code") label=BudgetText::Code.text(lang) value=of.code
            hint=hint(BudgetText::CodeHint) error=error("code")/>
        <Field name=place("name") label=BudgetText::Name.text(lang) value=of.name
            hint=hint(BudgetText::NameHint) error=error("name")/>
        <Field name=place("appropriation") label=BudgetText::Appropriation.text(lang)
            value=of.appropriation hint=hint(BudgetText::AppropriationHint)
            error=error("appropriation")/>
        <Select name=place("basis") label=BudgetText::Basis.text(lang) value=of.basis
            choices=bases.into() error=error("basis")/>
        <Select name=place("source") label=BudgetText::Source.text(lang) value=of.source
            choices=sources.into() error=error("source")/>
        <Field name=place("amount") label=Label::Amount.text(lang) kind=FieldKind::Decimal
            value=of.amount hint=hint(BudgetText::AmountHint) error=error("amount")/>
    };
    row_group(
        shell,
        legend,
        &format!("remove-row-{row}"),
        fields.into_any(),
    )
}
