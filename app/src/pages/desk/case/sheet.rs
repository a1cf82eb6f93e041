//! The sheet of a case: what the register holds of it, in the order one reads and prints it.

use domain::case::{CaseState, CaseStep};
use domain::role::UseCase;
use domain::view::case::{PartyLine, RelationLine};
use domain::view::desk::CaseSheet;
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::desk::{Button, Done, Heading, Label, Text};
use wording::{decision, format};

use super::handling::handling;
use super::{list_crumb, number_or_unknown};
use crate::components::money::money_or_unknown;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, table};
use crate::pages::desk::address;
use crate::pages::desk::frame::{Line, Page, Weight, decisions, link_button, may, summary_list};
use crate::shell::Shell;

/// The sheet of a case.
pub fn sheet(shell: &Shell, sheet: &CaseSheet, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let key = sheet.case.key();
    let is_kept = sheet.register.state != CaseState::Disposed;
    let add = (is_kept && may(shell, UseCase::EditProject)).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::EnterProject,
            &address::new_project(&key),
        )
    });
    let takes = sheet.register.state.takes_decisions();
    let draft = (takes && may(shell, UseCase::DraftDecision)).then(|| {
        link_button(
            shell,
            Weight::Primary,
            Button::DraftDecision,
            &address::new_decision(&key),
        )
    });
    let heading = Heading::Decisions.text(lang);
    let disposed = (!is_kept).then(|| {
        view! { <Notice tone=Tone::Warning><p>{T::DisposedNotice.text(lang)}</p></Notice> }
    });
    let body = view! {
        {disposed}
        {is_kept.then(|| parts(shell, sheet))}
        {register(shell, sheet)}
        {handling(shell, sheet)}
        {parties(shell, sheet)}
        {relations(shell, sheet)}
        <section class="listing" aria-labelledby="hankkeet">
            <h2 id="hankkeet">{Heading::Projects.text(lang)}</h2>
            {projects(shell, sheet)}
            {add}
        </section>
        <section class="listing" aria-labelledby="paatokset">
            <h2 id="paatokset">{heading}</h2>
            {decisions(shell, "paatokset-taulukko", heading, &sheet.decisions)}
            {draft}
        </section>
    };
    Page::new(
        shell,
        sheet.case.public_title.clone(),
        vec![list_crumb(lang)],
    )
    .caption(number_or_unknown(&sheet.case, lang))
    .done(done)
    .view(shell, body)
}

/// The parts of the case with what is still to be done in each.
fn parts(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    let of = &sheet.register;
    let facts_known =
        sheet.case.number.is_some() && of.facts.class.is_some() && of.facts.pending_since.is_some();
    let status = |is_there: bool| if is_there { T::Complete } else { T::Missing };
    let any = |is_there: bool| if is_there { T::Complete } else { T::None };
    let items = [
        ("#rekisteritiedot", T::Register, status(facts_known)),
        ("#kasittely", T::Handling, any(!of.documents.is_empty())),
        ("#osalliset", T::Parties, any(!of.parties.is_empty())),
        ("#liittyvat", T::Relations, any(!of.relations.is_empty())),
    ];
    let items = items.map(|(to, name, status)| {
        view! {
            <li class="govuk-task-list__item govuk-task-list__item--with-link">
                <div class="govuk-task-list__name-and-hint">
                    <a class="govuk-task-list__link" href=to>{name.text(lang)}</a>
                </div>
                <div class="govuk-task-list__status">{status.text(lang)}</div>
            </li>
        }
    });
    view! {
        <section class="case-parts" aria-labelledby="osat">
            <h2 id="osat">{T::Parts.text(lang)}</h2>
            <ul class="govuk-task-list">{items.into_iter().collect_view()}</ul>
        </section>
    }
    .into_any()
}

/// The register fields (tiedonhallintalaki 26 §), and the way of the case from state to state.
fn register(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    let (of, city, key) = (&sheet.register, &shell.frame.city, sheet.case.key());
    let is_kept = of.state != CaseState::Disposed;
    let unknown = || format::unknown(lang).to_owned();
    let mut lines = vec![
        Line::new(
            Label::Number.text(lang),
            number_or_unknown(&sheet.case, lang),
        ),
        Line::new(
            Label::PublicTitle.text(lang),
            sheet.case.public_title.clone(),
        ),
    ];
    let internal = of.facts.internal_title.reveal_to_official();
    if !internal.is_empty() {
        lines.push(Line::new(T::InternalTitle.text(lang), internal.clone()));
    }
    let class = match (&of.facts.class, &of.class_name) {
        (Some(code), Some(name)) => format!("{code} {name}"),
        (Some(code), None) => code.to_string(),
        (None, _) => T::NoClass.text(lang).to_owned(),
    };
    let decided = of.decided.map_or_else(
        || T::NotDecided.text(lang).to_owned(),
        |decided| decision::decided(decided, lang),
    );
    let pending = of.facts.pending_since;
    lines.extend([
        Line::new(T::Class.text(lang), class),
        Line::new(
            T::PendingSince.text(lang),
            pending.map_or_else(unknown, |day| format::date(day, lang)),
        ),
        Line::new(
            T::Registered.text(lang),
            format::moment(of.registered_at, lang),
        ),
        Line::new(T::State.text(lang), words::state(of.state, lang)),
        Line::new(T::DecidedOn.text(lang), decided),
        Line::new(
            T::Unit.text(lang),
            city.business_id.clone().map_or_else(unknown, String::from),
        ),
        Line::new(T::Authority.text(lang), city.authority_id.clone()),
    ]);
    if let Some(day) = of.closed_on {
        lines.push(Line::new(T::ClosedOn.text(lang), format::date(day, lang)));
    }
    let change = (is_kept && may(shell, UseCase::EditCase)).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::ChangeCase,
            &address::change_case(&key),
        )
    });
    let moved = (is_kept && may(shell, UseCase::CloseCase))
        .then(|| named_link(shell, B::Move, &address::case_state(&key)));
    let disposal = matches!(of.state, CaseState::Closed | CaseState::Disposed)
        .then(|| named_link(shell, B::Look, &address::disposal(&key)))
        .map(|link| view! { <p>{T::Disposal.text(lang)} ": " {link}</p> });
    view! {
        <section aria-labelledby="rekisteritiedot">
            <h2 id="rekisteritiedot">{T::Register.text(lang)}</h2>
            {summary_list(shell, lines)}
            <div class="govuk-button-group">{change} {moved}</div>
            {disposal}
            <h3>{T::Steps.text(lang)}</h3>
            <ol>{of.steps.iter().map(|step| step_item(shell, step)).collect_view()}</ol>
        </section>
    }
    .into_any()
}

fn step_item(shell: &Shell, step: &CaseStep) -> AnyView {
    let lang = shell.lang;
    let parts = [
        format::date(step.on, lang),
        words::state(step.state, lang).to_owned(),
        step.office.clone().unwrap_or_default(),
        step.reason.clone(),
    ];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    view! { <li>{parts.join(", ")}</li> }.into_any()
}

fn parties(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    let key = sheet.case.key();
    let can_edit = sheet.register.state != CaseState::Disposed && may(shell, UseCase::EditCase);
    let lines = &sheet.register.parties;
    let content = if lines.is_empty() {
        view! { <p>{T::NoParties.text(lang)}</p> }.into_any()
    } else {
        let row = |line: &PartyLine| {
            let name = line.name.reveal_to_official().clone();
            let header = if can_edit {
                let to = shell.link(&address::case_party(&key, line.party.id));
                view! { <a href=to>{name}</a> }.into_any()
            } else {
                name.into_any()
            };
            let agent = line.party.agent.reveal_to_official().clone();
            let role = words::party_role(line.party.role, lang);
            Row::new(header, vec![role.into_any(), agent.into_any()])
        };
        let columns = [T::Parties, T::PartyRole, T::Agent];
        let columns = columns.map(|label| Column::words(label.text(lang)));
        let rows = lines.iter().map(row).collect();
        table(
            "osalliset-taulukko",
            T::Parties.text(lang),
            columns.into(),
            rows,
        )
    };
    let add = can_edit.then(|| named_link(shell, B::AddParty, &address::new_case_party(&key)));
    view! {
        <section class="listing" aria-labelledby="osalliset">
            <h2 id="osalliset">{T::Parties.text(lang)}</h2>
            {content}
            {add}
        </section>
    }
    .into_any()
}

fn relations(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    let key = sheet.case.key();
    let can_edit = sheet.register.state != CaseState::Disposed && may(shell, UseCase::EditCase);
    let lines = &sheet.register.relations;
    let content = if lines.is_empty() {
        view! { <p>{T::NoRelations.text(lang)}</p> }.into_any()
    } else {
        let items = lines.iter().map(|line| relation_item(shell, line));
        view! { <ul>{items.collect_view()}</ul> }.into_any()
    };
    let add = can_edit.then(|| named_link(shell, B::Relate, &address::relations(&key)));
    view! {
        <section aria-labelledby="liittyvat">
            <h2 id="liittyvat">{T::Relations.text(lang)}</h2>
            {content}
            {add}
        </section>
    }
    .into_any()
}

/// What the case is to another, with the way to that one.
pub(super) fn relation_item(shell: &Shell, line: &RelationLine) -> AnyView {
    let lang = shell.lang;
    let to = shell.link(&address::case(&line.other.key()));
    let kind = words::relation(line.kind, lang);
    let number = number_or_unknown(&line.other, lang);
    let title = line.other.public_title.clone();
    view! {
        <li>{T::Relation.text(lang)} " " {kind} " " <a href=to>{number}</a> ", " {title}</li>
    }
    .into_any()
}

fn projects(shell: &Shell, sheet: &CaseSheet) -> AnyView {
    let lang = shell.lang;
    if sheet.projects.is_empty() {
        return view! { <p>{Text::NoProjects.text(lang)}</p> }.into_any();
    }
    let rows = sheet.projects.iter().map(|(_, project)| {
        let link = view! {
            <a href=shell.link(&address::project(&project.slug))>{project.name.clone()}</a>
        };
        let unknown = || format::unknown(lang).to_owned();
        let cells = vec![
            project
                .beneficiary
                .clone()
                .unwrap_or_else(unknown)
                .into_any(),
            project
                .period
                .map_or_else(unknown, format::project_period)
                .into_any(),
            money_or_unknown(project.committed, lang),
        ];
        Row::new(link, cells)
    });
    let words = |label: Label| Column::words(label.text(lang));
    let columns = vec![
        words(Label::Project),
        words(Label::Beneficiary),
        words(Label::Period),
        Column::numbers(Label::Committed.text(lang)),
    ];
    table(
        "hankkeet-taulukko",
        Heading::Projects.text(lang),
        columns,
        rows.collect(),
    )
}

/// A link that looks like a button.
pub(super) fn named_link(shell: &Shell, name: B, to: &str) -> AnyView {
    let text = name.text(shell.lang);
    view! { <a class="govuk-button govuk-button--secondary" href=shell.link(to)>{text}</a> }
        .into_any()
}
