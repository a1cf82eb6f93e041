//! The disposal list, and a case on the way to its disposal.

use domain::case::{Case, Disposal, DisposalState};
use domain::role::UseCase;
use domain::view::case::{DisposalLine, DisposalList, DisposalSheet};
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::desk::{Done, Label};
use wording::format;

use super::address;
use super::case::number_or_unknown;
use super::form::{Form, GivingBack};
use super::frame::{Line, Page, Weight, form, may, named_button, submit, summary_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Checkbox;
use crate::components::field::Field;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The disposal list.
pub fn list(shell: &Shell, list: &DisposalList, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let section = |id: &'static str, heading: T, none: T, lines: &[DisposalLine]| {
        let content = if lines.is_empty() {
            view! { <p>{none.text(lang)}</p> }.into_any()
        } else {
            lines_table(shell, &format!("{id}-taulukko"), heading, lines)
        };
        view! {
            <section class="listing" aria-labelledby=id>
                <h2 id=id>{heading.text(lang)}</h2>
                {content}
            </section>
        }
    };
    let decided = (!list.decided.is_empty()).then(|| decided(shell, &list.decided));
    let body = view! {
        <p>{T::DisposalLead.text(lang)}</p>
        {section("esitetyt", T::Proposed, T::NoProposed, &list.proposed)}
        {section("paattyneet", T::Ripe, T::NoRipe, &list.ripe)}
        {decided}
    };
    Page::new(shell, T::Disposal.text(lang), Vec::new())
        .done(done)
        .view(shell, body)
}

fn lines_table(shell: &Shell, id: &str, caption: T, lines: &[DisposalLine]) -> AnyView {
    let lang = shell.lang;
    let rows = lines.iter().map(|line| {
        let day = |day: Option<time::Date>| {
            day.map_or_else(
                || format::unknown(lang).to_owned(),
                |day| format::date(day, lang),
            )
            .into_any()
        };
        let open = open_of(line);
        let ended = open.map(|one| one.retention_ended_on);
        let ended = ended.or(line.ripe.as_ref().ok().map(|ripe| ripe.retention_ended_on));
        let class = line.class.as_ref().map(ToString::to_string);
        let cells = vec![
            line.case.public_title.clone().into_any(),
            class.unwrap_or_default().into_any(),
            day(line.closed_on),
            day(ended),
            open.map(|one| one.proposed_office.clone())
                .unwrap_or_default()
                .into_any(),
        ];
        Row::new(case_link(shell, &line.case), cells)
    });
    let columns = [
        Label::Number.text(lang),
        Label::PublicTitle.text(lang),
        T::Class.text(lang),
        T::ClosedOn.text(lang),
        T::RetentionEnded.text(lang),
        T::ProposedBy.text(lang),
    ];
    table(
        id,
        caption.text(lang),
        columns.map(Column::words).into(),
        rows.collect(),
    )
}

fn case_link(shell: &Shell, case: &Case) -> AnyView {
    let to = shell.link(&address::disposal(&case.key()));
    view! { <a href=to>{number_or_unknown(case, shell.lang)}</a> }.into_any()
}

/// The proposal that waits, if there is one.
fn open_of(line: &DisposalLine) -> Option<&Disposal> {
    let mut proposals = line.proposals.iter();
    proposals.find(|one| one.state == DisposalState::Proposed)
}

fn decided(shell: &Shell, decided: &[(Case, Disposal)]) -> AnyView {
    let lang = shell.lang;
    let rows = decided.iter().map(|(case, disposal)| {
        let (outcome, by) = outcome(shell, disposal);
        let cells = vec![
            case.public_title.clone().into_any(),
            outcome.into_any(),
            disposal.proposed_office.clone().into_any(),
            by.into_any(),
        ];
        Row::new(case_link(shell, case), cells)
    });
    let columns = [
        Label::Number.text(lang),
        Label::PublicTitle.text(lang),
        T::Outcome.text(lang),
        T::ProposedBy.text(lang),
        T::DecidedBy.text(lang),
    ];
    let heading = T::Decided.text(lang);
    let table = table(
        "ratkaistut-taulukko",
        heading,
        columns.map(Column::words).into(),
        rows.collect(),
    );
    view! {
        <section class="listing" aria-labelledby="ratkaistut">
            <h2 id="ratkaistut">{heading}</h2>
            {table}
        </section>
    }
    .into_any()
}

/// What was said to a proposal, and by which office.
fn outcome(shell: &Shell, disposal: &Disposal) -> (String, String) {
    let lang = shell.lang;
    match &disposal.state {
        DisposalState::Proposed => (T::Proposed.text(lang).to_owned(), String::new()),
        DisposalState::Left { office, reason, .. } => {
            (format!("{}: {reason}", T::Left.text(lang)), office.clone())
        }
        DisposalState::Disposed { office, .. } => {
            (T::Disposed.text(lang).to_owned(), office.clone())
        }
    }
}

/// What one is about to do with a case on the list.
#[derive(Clone, Copy, Debug)]
pub enum Act<'a> {
    /// Look at it.
    Look,
    /// Propose it.
    Propose(&'a Form<()>),
    /// Approve or leave the proposal of another official.
    Decide(&'a Form<GivingBack>),
}

/// A case on the way to its disposal: why it may go or is kept, what goes and what stays.
pub fn sheet(shell: &Shell, sheet: &DisposalSheet, act: Act<'_>, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let line = &sheet.line;
    let key = line.case.key();
    let (title, form_of_act) = match act {
        Act::Look => (T::Disposal.text(lang), None),
        Act::Propose(typed) => {
            let fields = submit(B::Propose.text(lang));
            let form = form(shell, &address::propose(&key), typed, fields);
            (B::Propose.text(lang), Some(form))
        }
        Act::Decide(typed) => (B::Approve.text(lang), Some(decide(shell, sheet, typed))),
    };
    let links = matches!(act, Act::Look).then(|| links(shell, sheet));
    let body = view! {
        {facts(shell, line)}
        {what(shell, sheet)}
        {links}
        {form_of_act}
    };
    let list = Crumb::new(T::Disposal.text(lang), address::DISPOSAL);
    let page = Page::new(shell, title, vec![list])
        .caption(line.case.name())
        .done(done);
    match act {
        Act::Decide(typed) => page.of_form(shell, typed).view(shell, body),
        Act::Propose(typed) => page.of_form(shell, typed).view(shell, body),
        Act::Look => page.view(shell, body),
    }
}

fn facts(shell: &Shell, line: &DisposalLine) -> AnyView {
    let lang = shell.lang;
    let to = shell.link(&address::case(&line.case.key()));
    let title = view! { <a href=to>{line.case.public_title.clone()}</a> };
    let mut lines = vec![Line::new(Label::PublicTitle.text(lang), title)];
    if let Some(class) = &line.class {
        lines.push(Line::new(T::Class.text(lang), class.to_string()));
    }
    if let Some(day) = line.closed_on {
        lines.push(Line::new(T::ClosedOn.text(lang), format::date(day, lang)));
    }
    if let Ok(ripe) = &line.ripe {
        let ended = format::date(ripe.retention_ended_on, lang);
        lines.push(Line::new(T::RetentionEnded.text(lang), ended));
        lines.push(Line::new(T::Ground.text(lang), ripe.ground.clone()));
    }
    for disposal in &line.proposals {
        let (outcome, by) = outcome(shell, disposal);
        let said = format!("{} → {outcome} {by}", disposal.proposed_office);
        lines.push(Line::new(T::Outcome.text(lang), said));
    }
    let obstacles = line.ripe.as_ref().err().map(|obstacles| {
        let items = obstacles
            .iter()
            .map(|one| view! { <li>{words::obstacle(*one, lang)}</li> });
        let items = items.collect_view();
        view! {
            <Notice tone=Tone::Warning>
                <h2>{T::Obstacles.text(lang)}</h2>
                <ul>{items}</ul>
            </Notice>
        }
    });
    view! { {summary_list(shell, lines)} {obstacles} }.into_any()
}

fn what(shell: &Shell, sheet: &DisposalSheet) -> AnyView {
    let lang = shell.lang;
    let content = sheet.content;
    let lines = [
        (T::Documents, content.documents),
        (T::Measures, content.measures),
        (T::PartiesCount, content.parties),
        (T::Drafts, content.drafts),
        (T::Filers, content.filings),
        (T::Payloads, content.payloads),
    ];
    let items = lines.map(|(name, count)| view! { <li>{name.text(lang)} ": " {count}</li> });
    view! {
        <h2>{T::WhatGoes.text(lang)}</h2>
        <ul>
            {items.into_iter().collect_view()}
            <li>{T::TitleGoes.text(lang)}</li>
        </ul>
        <h2>{T::WhatStays.text(lang)}</h2>
        <p>{T::StaysSentence.text(lang)}</p>
    }
    .into_any()
}

/// The ways on: to propose what may go, and to decide on what another official proposed.
fn links(shell: &Shell, sheet: &DisposalSheet) -> AnyView {
    let lang = shell.lang;
    let line = &sheet.line;
    let key = line.case.key();
    let way_to = |name: B, to: String| {
        let to = shell.link(&to);
        view! { <a class="govuk-button" href=to>{name.text(lang)}</a> }
    };
    let open = open_of(line).is_some();
    let propose = (!open && line.ripe.is_ok() && may(shell, UseCase::ProposeDisposal))
        .then(|| way_to(B::Propose, address::propose(&key)));
    let decide = (open && may(shell, UseCase::ApproveDisposal))
        .then(|| way_to(B::Look, address::decide_disposal(&key)));
    view! { <div class="govuk-button-group">{propose} {decide}</div> }.into_any()
}

fn decide(shell: &Shell, sheet: &DisposalSheet, typed: &Form<GivingBack>) -> AnyView {
    let lang = shell.lang;
    let can_approve = sheet.line.ripe.is_ok().then(|| {
        view! {
            <Notice tone=Tone::Warning><p>{T::CannotUndo.text(lang)}</p></Notice>
            <Checkbox name="confirmed" label=T::ConfirmDisposal.text(lang) checked=false
                error=typed.error("confirmed", lang)/>
            {named_button(Weight::Primary, B::Approve.text(lang), "approve")}
        }
    });
    let fields = view! {
        <p>{T::AnotherPerson.text(lang)}</p>
        {can_approve}
        <Field name="reason" label=Label::Reason.text(lang) value=typed.draft.reason.clone()
            error=typed.error("reason", lang)/>
        {named_button(Weight::Secondary, B::Leave.text(lang), "leave")}
    };
    form(
        shell,
        &address::decide_disposal(&sheet.line.case.key()),
        typed,
        fields,
    )
}
