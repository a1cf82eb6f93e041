//! One commitment: where it stands, what was recorded about it, and the forms that record more.

mod instalment_form;
mod instalments;
mod list;
mod record;

pub use instalment_form::record_instalment;
pub use record::record;

pub(super) use list::{commitments, strength};

use domain::commitment::{DE_MINIMIS_CEILING, EntryKind, Position};
use domain::role::UseCase;
use domain::view::commitment::{CommitmentLine, CommitmentSheet, EntryLine};
use leptos::prelude::*;
use wording::desk::commitment::{self as words, CommitmentText as T};
use wording::desk::commitment_letter::LetterText;
use wording::desk::{Done, Label, Text};
use wording::finding::sentence;
use wording::{format, names};

use super::address;
use super::frame::{Line, Page, Weight, may, named_link, summary_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::{date, moment};
use crate::components::money::money;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// What can be recorded by a form of its own, in the order of the page.
const KINDS: [EntryKind; 6] = [
    EntryKind::ConditionMet,
    EntryKind::Paid,
    EntryKind::Recovered,
    EntryKind::Released,
    EntryKind::Lapsed,
    EntryKind::AidAssessed,
];

/// The page of a commitment.
pub fn sheet(shell: &Shell, sheet: &CommitmentSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let body = view! {
        {notices(shell, sheet)}
        <p>{T::Means.text(lang)}</p>
        {facts(shell, sheet)}
        {parts(shell, &sheet.line.position)}
        {actions(shell, sheet)}
        {letters_link(shell, sheet)}
        <section class="listing" aria-labelledby="kirjaukset">
            <h2 id="kirjaukset">{T::Entries.text(lang)}</h2>
            {entries(shell, sheet)}
        </section>
        {instalments::section(shell, sheet)}
    };
    Page::new(
        shell,
        name(shell, &sheet.line),
        vec![crumb_of_decision(sheet)],
    )
    .caption(T::Commitment.text(lang))
    .done(done)
    .view(shell, body)
}

/// A commitment by the place of its decision: `kaupunginjohtaja § 5/2023, rivi 1`.
fn name(shell: &Shell, line: &CommitmentLine) -> String {
    let number = line.key.line;
    let of_line = T::Line.text(shell.lang);
    format!("{}, {of_line} {number}", decision_name(line))
}

fn decision_name(line: &CommitmentLine) -> String {
    let section = super::decision::section(&line.section);
    format!("{} {section}", line.section.series)
}

fn crumb_of_decision(sheet: &CommitmentSheet) -> Crumb {
    let name = format!("{} ({})", sheet.title, decision_name(&sheet.line));
    Crumb::new(name, address::decision(sheet.line.key.decision))
}

fn notices(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let exceeds = sheet.de_minimis > Some(DE_MINIMIS_CEILING);
    let exceeds = exceeds.then(|| T::DeMinimisExceeded.text(lang));
    let sentences = sheet.notices.iter().map(|code| sentence(*code, lang));
    let notices = sentences.chain(exceeds).map(|sentence| {
        view! { <Notice tone=Tone::Warning><p>{sentence}</p></Notice> }
    });
    notices.collect_view().into_any()
}

fn facts(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    let (line, position) = (&sheet.line, &sheet.line.position);
    let decision = shell.link(&address::decision(line.key.decision));
    let decision = view! { <a href=decision>{sheet.title.clone()}</a> };
    let mut lines = vec![Line::new(Label::Decision.text(lang), decision)];
    if let Some(project) = &sheet.project {
        let to = shell.link(&address::project(&project.slug));
        let name = project.facts.name.clone();
        lines.push(Line::new(
            Label::Project.text(lang),
            view! { <a href=to>{name}</a> },
        ));
    }
    let year = line.commitment.year.map_or_else(
        || Text::NoYear.text(lang).to_owned(),
        |year| year.to_string(),
    );
    lines.push(Line::new(Label::Year.text(lang), year));
    lines.push(Line::new(
        Label::BudgetLine.text(lang),
        budget_line(shell, line),
    ));
    let strength = names::strength(position.strength, lang);
    lines.push(Line::new(Label::Strength.text(lang), strength));
    if let Some(condition) = &line.commitment.condition {
        lines.push(Line::text(shell, Label::Condition, condition));
    }
    let standing = words::standing(position.standing(), lang);
    lines.push(Line::new(T::State.text(lang), standing));
    let assessed = sheet.course.assessment();
    let assessed = assessed.map(|fact| words::details(fact, lang));
    let assessed = assessed.unwrap_or_else(|| T::NotAssessed.text(lang).to_owned());
    lines.push(Line::new(T::Aid.text(lang), assessed));
    lines.extend(sheet.de_minimis.map(|amount| {
        let ceiling = format::euros(DE_MINIMIS_CEILING, lang);
        let sum = format!("{} / {ceiling}", format::euros(amount, lang));
        Line::new(T::DeMinimisInAll.text(lang), sum)
    }));
    summary_list(shell, lines)
}

/// The budget line of a commitment, leading to where it stands.
pub(super) fn budget_line(shell: &Shell, line: &CommitmentLine) -> AnyView {
    let code = line.commitment.budget_line.as_deref();
    let name = code.map_or_else(|| format::unknown(shell.lang).to_owned(), str::to_owned);
    match line.commitment.year {
        Some(year) => {
            let to = shell.link(&address::budget_line(year, code));
            view! { <a href=to>{name}</a> }.into_any()
        }
        None => name.into_any(),
    }
}

fn parts(shell: &Shell, position: &Position) -> AnyView {
    let lang = shell.lang;
    let number = |text: T| Column::numbers(text.text(lang));
    let columns = vec![
        Column::words(T::Promised.text(lang)),
        number(T::Open),
        number(T::Paid),
        number(T::Recovered),
        number(T::Released),
        number(T::Drawn),
    ];
    let drawn = position.drawn().map(|drawn| drawn.amount);
    let cells = vec![
        money(position.open, lang),
        money(position.paid, lang),
        money(position.recovered, lang),
        money(position.released, lang),
        format::euros_or_unknown(drawn, lang).into_any(),
    ];
    let row = Row::new(money(position.promised, lang), cells);
    table("osat", T::Parts.text(lang), columns, vec![row])
}

/// Links to what can be recorded now, and why nothing can be paid where that is so.
fn actions(shell: &Shell, sheet: &CommitmentSheet) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::ManageCommitments) {
        return None;
    }
    let possible = KINDS
        .into_iter()
        .filter(|kind| sheet.course.may(*kind).is_ok());
    let links = possible.map(|kind| {
        let weight = match kind {
            EntryKind::ConditionMet | EntryKind::Paid => Weight::Primary,
            _ => Weight::Secondary,
        };
        let to = address::record_entry(sheet.line.key, kind);
        named_link(shell, weight, words::form(kind, lang), &to)
    });
    let unpayable = sheet.course.may(EntryKind::Paid).err();
    let why = unpayable.map(|code| view! { <p>{sentence(code, lang)}</p> });
    Some(
        view! {
            {why}
            <div class="govuk-button-group">{links.collect_view()}</div>
        }
        .into_any(),
    )
}

/// The way to the letters of its decision, of a promise to a project.
fn letters_link(shell: &Shell, sheet: &CommitmentSheet) -> Option<AnyView> {
    sheet.project.is_some().then(|| {
        let to = shell.link(&address::letters(sheet.line.key.decision));
        let name = LetterText::Letter.text(shell.lang);
        view! { <p class="on-screen"><a href=to>{name} " (PDF)"</a></p> }.into_any()
    })
}

fn entries(shell: &Shell, sheet: &CommitmentSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.entries.is_empty() {
        return view! { <p>{T::NoEntries.text(lang)}</p> }.into_any();
    }
    let words = |text: T| Column::words(text.text(lang));
    let columns = vec![
        words(T::Number),
        words(T::EntryDay),
        words(T::Entry),
        Column::numbers(Label::Amount.text(lang)),
        words(T::Details),
        words(T::RecordedBy),
        Column::actions(T::Reverse.text(lang)),
    ];
    let rows = sheet.entries.iter().map(|line| entry(shell, sheet, line));
    table(
        "kirjaukset-taulukko",
        T::Entries.text(lang),
        columns,
        rows.collect(),
    )
}

fn entry(shell: &Shell, sheet: &CommitmentSheet, line: &EntryLine) -> Row {
    let lang = shell.lang;
    let reversed = line
        .is_reversed
        .then(|| view! { " (" {T::Reversed.text(lang)} ")" });
    let notice = line
        .notice
        .map(|code| view! { <p class="govuk-hint">{sentence(code, lang)}</p> });
    let offers = line.may_reverse && may(shell, UseCase::ManageCommitments);
    let reverse = offers.then(|| {
        let to = shell.link(&address::reverse_entry(sheet.line.key, line.number));
        view! {
            <a href=to>
                {T::Reverse.text(lang)}<span class="govuk-visually-hidden">" " {line.number}</span>
            </a>
        }
    });
    let cells = vec![
        line.fact.on().map(|on| date(on, lang)).into_any(),
        view! { {words::kind(line.fact.kind(), lang)} {reversed} }.into_any(),
        line.fact
            .amount()
            .map(|amount| money(amount, lang))
            .into_any(),
        view! { {words::details(&line.fact, lang)} {notice} }.into_any(),
        view! { {moment(line.recorded_at, lang)} " " {line.office.clone()} }.into_any(),
        reverse.into_any(),
    ];
    Row::new(line.number, cells)
}
