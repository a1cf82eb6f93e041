//! Where the appeal against a decision stands, on its sheet: what keeps it from legal force,
//! filings, statements, certificates and the call-in right.

use domain::filing::{Outcome, Standing};
use domain::legal_force::{AppealStage, LegalForce, Obstacle};
use domain::role::UseCase;
use domain::section::Section;
use domain::view::desk::{AppealSheet, DecisionSheet, FilingLine};
use leptos::prelude::*;
use wording::desk::appeal::{self as words, AppealButton as B, AppealText as T};
use wording::desk::life::LifeText;
use wording::{format, names};

use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::frame::{Line, may, summary_list};
use crate::shell::Shell;

/// The section of the sheet.
pub(super) fn appeal(shell: &Shell, sheet: &DecisionSheet, appeal: &AppealSheet) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let remedy = sheet
        .decision
        .sealed()
        .and_then(|sealed| sealed.content.remedy.0.remedy());
    let label = |text: T| text.text(lang).to_owned();
    let mut lines = vec![Line::new(
        label(T::Stage),
        words::stage(appeal.stage, remedy, lang),
    )];
    if let Ok(day) = appeal.earliest {
        lines.push(Line::new(
            label(T::Earliest),
            format::weekday_date(day, lang),
        ));
    }
    if let Some(window) = &appeal.call_in {
        lines.push(Line::new(label(T::CallIn), words::call_in(window, lang)));
    }
    let is_final = matches!(appeal.stage, AppealStage::Final { .. });
    let obstacles = (!is_final).then(|| obstacles(shell, sheet, appeal));
    let filings = appeal.filings.iter().map(|line| filing(shell, sheet, line));
    let filings: Vec<_> = filings.collect();
    let none = filings
        .is_empty()
        .then(|| view! { <p>{T::NoFilings.text(lang)}</p> });
    let record = may(shell, UseCase::RecordFiling)
        .then(|| button(shell, B::RecordFiling, &address::new_filing(id)));
    view! {
        <section aria-labelledby="muutoksenhaku">
            <h2 id="muutoksenhaku">{T::Heading.text(lang)}</h2>
            {summary_list(shell, lines)}
            {obstacles}
            {statements(shell, sheet, appeal)}
            <h3>{T::Filings.text(lang)}</h3>
            {none}
            {filings}
            <div class="govuk-button-group">{record}</div>
        </section>
    }
    .into_any()
}

fn obstacles(shell: &Shell, sheet: &DecisionSheet, appeal: &AppealSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let obstacles = appeal.earliest.as_ref().err()?;
    let recipient = |obstacle: Obstacle| {
        let Obstacle::PartyWithoutPeriod(service, _) = obstacle else {
            return None;
        };
        let line = sheet
            .services
            .iter()
            .find(|line| line.service.id == service)?;
        Some(line.recipient.as_str())
    };
    let items = obstacles.iter().map(|obstacle| {
        view! { <li>{words::obstacle(*obstacle, recipient(*obstacle), lang)}</li> }
    });
    let items = items.collect_view();
    Some(
        view! {
            <Notice tone=Tone::Warning>
                <h3>{T::Obstacles.text(lang)}</h3>
                <ul>{items}</ul>
            </Notice>
        }
        .into_any(),
    )
}

/// The statements of legal force with their certificates, and what can be done about them.
fn statements(shell: &Shell, sheet: &DecisionSheet, appeal: &AppealSheet) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let today = shell.frame.now.date();
    let holds = appeal.statements.iter().any(|one| one.reopened.is_none());
    let can_state = appeal.earliest.as_ref().is_ok_and(|day| *day <= today);
    let allowed = may(shell, UseCase::StateLegalForce);
    let state = (allowed && !holds && can_state)
        .then(|| button(shell, B::StateLegalForce, &address::legal_force(id)));
    let on_it = (allowed && holds).then(|| {
        view! {
            {button(shell, B::Certify, &address::certificate(id))}
            {button(shell, B::Reopen, &address::reopen(id))}
        }
    });
    let statements = appeal.statements.iter().map(|one| statement(shell, one));
    let statements: Vec<_> = statements.collect();
    let statements = (!statements.is_empty()).then(|| {
        view! { <h3>{T::Statements.text(lang)}</h3> <ul>{statements}</ul> }
    });
    let certificates = appeal.certificates.iter().map(|certificate| {
        let href = shell.link(&address::certificate_pdf(id, certificate.id));
        let on = format::date(certificate.on, lang);
        let name = format!("{} {on}, {} (PDF)", certificate.place, certificate.office);
        let void = certificate
            .is_void
            .then(|| view! { " " <strong>{T::Void.text(lang)}</strong> });
        view! { <li><a href=href>{name}</a> {void}</li> }
    });
    let certificates: Vec<_> = certificates.collect();
    let certificates = (!certificates.is_empty()).then(|| {
        view! { <h3>{T::Certificates.text(lang)}</h3> <ul>{certificates}</ul> }
    });
    view! {
        {statements}
        {certificates}
        <div class="govuk-button-group">{state} {on_it}</div>
    }
    .into_any()
}

fn statement(shell: &Shell, statement: &LegalForce) -> AnyView {
    let lang = shell.lang;
    let from = AppealStage::Final {
        from: statement.from,
    };
    let checked = format!(
        "{} {}, {} {}. {}",
        T::RegistryChecked.text(lang),
        format::date(statement.registry_checked_on, lang),
        T::CourtChecked.text(lang),
        format::date(statement.court_checked_on, lang),
        statement.office,
    );
    let state = match &statement.reopened {
        None => T::Holds.text(lang).to_owned(),
        Some(reopened) => {
            let why = words::reason(&reopened.reason, lang);
            format!("{}: {why}", T::ReopenedBecause.text(lang))
        }
    };
    view! { <li>{words::stage(from, None, lang)} " (" {checked} ") " <strong>{state}</strong></li> }
        .into_any()
}

fn filing(shell: &Shell, sheet: &DecisionSheet, line: &FilingLine) -> AnyView {
    let lang = shell.lang;
    let (id, filing) = (sheet.decision.id, &line.filing);
    let facts = &filing.facts;
    let text = |label: T, value: &str| Line::new(label.text(lang), value.to_owned());
    let in_time = line.timeliness.map_or_else(
        || T::NoPeriodOfOwn.text(lang).to_owned(),
        |timeliness| words::timeliness(timeliness, lang),
    );
    let mut lines = vec![
        text(T::Received, &words::moment(line.received, lang)),
        text(T::InTime, &in_time),
        text(T::Way, words::way(facts.way, lang)),
        text(T::Filer, facts.filer.reveal_to_official()),
        text(T::Standing, &standing(shell, sheet, facts.standing)),
        text(T::HandledBy, &facts.handled_by),
    ];
    if !facts.wrongly_addressed_to.is_empty() {
        lines.push(text(T::WronglyAddressed, &facts.wrongly_addressed_to));
    }
    lines.push(text(T::Outcome, &outcome(shell, filing.outcome.as_ref())));
    lines.extend(decided_by(shell, sheet, filing.outcome.as_ref()));
    let buttons = may(shell, UseCase::RecordFiling).then(|| {
        view! {
            {button(shell, B::DecideFiling, &address::filing_outcome(id, filing.id))}
            {button(shell, B::CorrectFiling, &address::filing(id, filing.id))}
        }
    });
    view! {
        <h4>{names::remedy(facts.remedy, lang)}</h4>
        {summary_list(shell, lines)}
        <div class="govuk-button-group">{buttons}</div>
    }
    .into_any()
}

fn outcome(shell: &Shell, outcome: Option<&Outcome>) -> String {
    let lang = shell.lang;
    let Some(outcome) = outcome else {
        return T::Waiting.text(lang).to_owned();
    };
    let on = format::date(outcome.on, lang);
    let mut said = format!(
        "{} {on} {}",
        words::outcome(outcome.kind, lang),
        reference(outcome)
    );
    if let Some(day) = outcome.final_from {
        said = format!(
            "{said}. {} {}",
            T::FinalFrom.text(lang),
            format::date(day, lang)
        );
    }
    said
}

/// The section of the outcome as people write it.
fn reference(outcome: &Outcome) -> String {
    match outcome.reference.parse::<Section>() {
        Ok(section) => super::section(&section),
        Err(_) => outcome.reference.clone(),
    }
}

/// The body's decision on a filing, where it is in the register.
fn decided_by(shell: &Shell, sheet: &DecisionSheet, outcome: Option<&Outcome>) -> Option<Line> {
    let section: Section = outcome?.reference.parse().ok()?;
    let other = sheet.others.iter().find(|other| other.section == section)?;
    let href = shell.link(&address::decision(other.id));
    let name = format!("{} {}", super::section(&other.section), other.title);
    let link = view! { <a href=href>{name}</a> };
    Some(Line::new(LifeText::DecidedBy.text(shell.lang), link))
}

/// As what somebody filed.
pub(super) fn standing(shell: &Shell, sheet: &DecisionSheet, standing: Standing) -> String {
    let lang = shell.lang;
    match standing {
        Standing::MunicipalMember => T::MunicipalMember.text(lang).to_owned(),
        Standing::Other => T::Other.text(lang).to_owned(),
        Standing::Party(service) => {
            let line = sheet
                .services
                .iter()
                .find(|line| line.service.id == service);
            let name = line.map_or("", |line| &line.recipient);
            format!("{}: {name}", T::Party.text(lang))
        }
    }
}

fn button(shell: &Shell, name: B, to: &str) -> AnyView {
    view! {
        <a class="govuk-button govuk-button--secondary" href=shell.link(to)>{name.text(shell.lang)}</a>
    }
    .into_any()
}
