//! The sheet of a decision: where it stands, what it says, what is to be done.

use calendar::AppealPeriod;
use domain::decision::{DecisionState, Sealed};
use domain::role::UseCase;
use domain::service::Service;
use domain::view::desk::{DecisionSheet, ServiceLine};
use domain::view::public::Decided;
use leptos::prelude::*;
use wording::desk::{Button, Done, Heading, Label, PartName, Text, period};
use wording::public::{no_member_period, plan_version};
use wording::publicity::PublicityText as T;
use wording::{format, names};

use super::content::{content, not_ready};
use super::distribution;
use super::excess;
use super::life;
use super::part::task_list;
use super::publicity::publicity;
use super::{section, title, way};
use crate::address as public;
use crate::components::notice::{Notice, Tone};
use crate::components::tag;
use crate::pages::desk::address;
use crate::pages::desk::case::number_or_unknown;
use crate::pages::desk::frame::{Line, Page, Weight, link_button, may, summary_list};
use crate::shell::Shell;

/// The sheet.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    keys: &life::SheetForm,
    mail_is_set_up: bool,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let body = match &sheet.decision.state {
        DecisionState::Draft(_) => draft(shell, sheet),
        DecisionState::AwaitingSignature(_) => proposal(shell, sheet, keys),
        DecisionState::Abandoned(_) => life::take_up(shell, sheet, keys).into_any(),
        DecisionState::Signed(sealed) | DecisionState::Published(sealed, _) => {
            frozen(shell, sheet, sealed, mail_is_set_up)
        }
    };
    let body = view! {
        {life::notes(shell, sheet)}
        {excess::accepted(shell, sheet)}
        {facts(shell, sheet)}
        {publicity(shell, sheet)}
        {body}
    };
    Page::new(shell, title(shell, sheet), way(sheet))
        .caption(number_or_unknown(&sheet.case, lang))
        .done(done)
        .view(shell, body)
}

fn facts(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let case = &sheet.case;
    let case = view! {
        <a href=shell.link(&address::case(&case.key()))>{number_or_unknown(case, lang)}</a>
        " " {case.public_title.clone()}
    };
    let mut lines = vec![
        Line::new(Label::State.text(lang), tag::state(sheet.stage, lang)),
        Line::new(Label::Case.text(lang), case),
    ];
    if let Some(project) = &sheet.project {
        let link = view! {
            <a href=shell.link(&address::project(&project.slug))>{project.facts.name.clone()}</a>
        };
        lines.push(Line::new(Label::Project.text(lang), link));
    }
    if let Some(plan) = &sheet.plan {
        let version = plan_version(plan.version, plan.on, lang);
        lines.push(Line::new(Heading::FundingPlan.text(lang), version));
    }
    lines.push(Line::text(shell, Label::Preparer, &sheet.preparer));
    if let Some(sealed) = sheet.decision.sealed() {
        lines.push(Line::text(
            shell,
            Label::Series,
            &sealed.content.decision_maker.0,
        ));
        lines.push(Line::text(shell, Label::Section, &section(&sealed.section)));
        lines.extend(life::signature(shell, &sealed.signature));
    }
    if let Some(decided) = sheet.decided {
        lines.push(Line::text(
            shell,
            Label::DecidedOn,
            &decided_on(shell, decided),
        ));
    }
    if let (Some(publication), Some(sealed)) =
        (sheet.decision.publication(), sheet.decision.sealed())
    {
        let day = publication.on.map_or_else(
            || Label::DayUnknown.text(lang).to_owned(),
            |day| format::weekday_date(day, lang),
        );
        lines.push(Line::text(shell, Label::PublishedOn, &day));
        let address = public::decision(&sealed.section);
        let link = view! { <a href=shell.link(&address)>{shell.absolute(lang, &address)}</a> };
        lines.push(Line::new(Label::Address.text(lang), link));
        let remedy = sealed.content.remedy.0;
        if let Some(why) = no_member_period(Some(publication).into(), remedy, lang) {
            lines.push(Line::text(shell, Label::MemberPeriod, why));
        }
    }
    if let Some((member_period, _)) = &sheet.member_period {
        let dates = period_line(shell, member_period);
        lines.push(Line::text(shell, Label::MemberPeriod, &dates));
    }
    summary_list(shell, lines)
}

fn decided_on(shell: &Shell, decided: Decided) -> String {
    let lang = shell.lang;
    match decided {
        Decided::On(day) => format::weekday_date(day, lang),
        Decided::NoLaterThan(day) => period::no_later_than(day, lang),
        Decided::Unknown => format::unknown(lang).to_owned(),
    }
}

fn period_line(shell: &Shell, period: &AppealPeriod) -> String {
    period::in_short(period, shell.lang)
}

fn draft(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let id = sheet.decision.id;
    let prepare = may(shell, UseCase::DraftDecision).then(|| {
        view! {
            {link_button(shell, Weight::Primary, Button::ContinueDraft, &address::draft(id))}
            {link_button(shell, Weight::Secondary, Button::Check, &address::check(id))}
        }
    });
    let record = may(shell, UseCase::RecordDecision).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::RecordElsewhere,
            &address::elsewhere(id),
        )
    });
    view! {
        <section aria-labelledby="osat">
            <h2 id="osat">{Heading::Parts.text(shell.lang)}</h2>
            {task_list(shell, sheet)}
        </section>
        <div class="govuk-button-group">{prepare} {record} {life::abandon(shell, sheet)}</div>
    }
    .into_any()
}

fn proposal(shell: &Shell, sheet: &DecisionSheet, keys: &life::SheetForm) -> AnyView {
    let sign = may(shell, UseCase::SignDecision).then(|| {
        link_button(
            shell,
            Weight::Primary,
            Button::ReadAndSign,
            &address::sign(sheet.decision.id),
        )
    });
    let reading = match &sheet.reading {
        Some(Ok(read)) => content(shell, read, &sheet.organisations, None),
        Some(Err(findings)) => not_ready(shell, findings),
        None => ().into_any(),
    };
    view! {
        {sign}
        {life::recall(shell, sheet, keys)}
        {reading}
        {unrecognised(shell, sheet)}
    }
    .into_any()
}

/// What an import could not place, word for word.
fn unrecognised(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let text = sheet.unrecognised.reveal_to_official().trim().to_owned();
    (!text.is_empty()).then(|| {
        view! {
            <section aria-labelledby="tunnistamatta">
                <h2 id="tunnistamatta">{PartName::Unrecognised.text(shell.lang)}</h2>
                <p class="lines">{text}</p>
            </section>
        }
        .into_any()
    })
}

fn frozen(shell: &Shell, sheet: &DecisionSheet, sealed: &Sealed, mail_is_set_up: bool) -> AnyView {
    let id = sheet.decision.id;
    let publish = sheet.decision.publication().is_none() && may(shell, UseCase::PublishDecision);
    let publish = publish.then(|| {
        link_button(
            shell,
            Weight::Primary,
            Button::Publish,
            &address::publish(id),
        )
    });
    let services = sheet.services.iter().map(|line| service(shell, line));
    let services: Vec<_> = services.collect();
    let nobody = services
        .is_empty()
        .then(|| view! { <p>{Text::NoParties.text(shell.lang)}</p> });
    let appeal = sheet
        .appeal
        .as_ref()
        .map(|appeal| super::appeal::appeal(shell, sheet, appeal));
    let add_party = may(shell, UseCase::RecordService).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::MarkAsParty,
            &address::new_party(id),
        )
    });
    view! {
        {publish}
        <section aria-labelledby="tiedoksiannot">
            <h2 id="tiedoksiannot">{PartName::Services.text(shell.lang)}</h2>
            {nobody}
            {services}
            <div class="govuk-button-group">{add_party} {life::of_frozen(shell, sheet)}</div>
        </section>
        {distribution::on_sheet(shell, sheet, mail_is_set_up)}
        {life::afterwards(shell, sheet)}
        {appeal}
        {content(shell, &sealed.content, &sheet.organisations, Some(id))}
        {unrecognised(shell, sheet)}
    }
    .into_any()
}

/// What else was recorded of a service; nothing where nothing was.
fn noted(shell: &Shell, service: &Service) -> Vec<Line> {
    let (lang, facts) = (shell.lang, &service.facts);
    let day = |day| format::weekday_date(day, lang);
    let anew = facts.new_instructions.map(|anew| {
        let means = names::service_means(anew.means, lang);
        format!("{} ({means})", day(anew.on))
    });
    let noted = [
        (Label::Consent, Some(facts.consent.clone())),
        (Label::Proof, Some(facts.proof.clone())),
        (Label::ShownReceipt, facts.shown_receipt.map(day)),
        (Label::NewOn, anew),
        (Label::RecordedBy, service.recorded_by.clone()),
    ];
    let noted = noted.into_iter();
    noted
        .filter_map(|(label, text)| Some((label, text.filter(|text| !text.is_empty())?)))
        .map(|(label, text)| Line::text(shell, label, &text))
        .collect()
}

fn service(shell: &Shell, line: &ServiceLine) -> AnyView {
    let lang = shell.lang;
    let record = &line.service;
    let facts = &record.facts;
    let day = facts.event_on.map(|day| format::weekday_date(day, lang));
    let day = day.map(|day| match facts.event_at {
        Some(at) => format!("{day} {}", format::at(at, lang)),
        None => day,
    });
    let (dates, missing) = match &line.period {
        Ok(period) => (period_line(shell, period), false),
        Err(why) => (period::not_computable(*why, lang), true),
    };
    let dates = if missing {
        view! { <Notice tone=Tone::Warning><p>{dates}</p></Notice> }.into_any()
    } else {
        dates.into_any()
    };
    let extracts = line.extracts.iter().map(|extract| {
        let address = address::extract_pdf(record.decision, extract.id);
        let name = format!(
            "{} {}, {} (PDF)",
            extract.place,
            format::date(extract.on, lang),
            extract.office
        );
        let secret = extract
            .is_secret
            .then(|| format!(" – {}", T::WithSecrets.text(lang)));
        view! { <li><a href=shell.link(&address)>{name}</a> {secret}</li> }
    });
    let extracts: Vec<_> = extracts.collect();
    let extracts = if extracts.is_empty() {
        Text::NoExtracts.text(lang).into_any()
    } else {
        view! { <ul>{extracts}</ul> }.into_any()
    };
    let mut lines = vec![
        Line::text(shell, Label::Means, names::service_means(facts.means, lang)),
        Line::text(shell, Label::EventOn, day.as_deref().unwrap_or_default()),
    ];
    lines.extend(noted(shell, record));
    lines.push(Line::new(Label::AppealPeriod.text(lang), dates));
    lines.push(Line::new(Label::Extracts.text(lang), extracts));
    let (to_record, to_certify) = (
        address::service(record.decision, record.id),
        address::certify(record.decision, record.id),
    );
    let weight = if missing {
        Weight::Primary
    } else {
        Weight::Secondary
    };
    let to_record = may(shell, UseCase::RecordService)
        .then(|| link_button(shell, weight, Button::RecordServiceDay, &to_record));
    let to_certify = may(shell, UseCase::CertifyExtract).then(|| {
        link_button(
            shell,
            Weight::Secondary,
            Button::CertifyExtract,
            &to_certify,
        )
    });
    view! {
        <h3>{line.recipient.clone()}</h3>
        {summary_list(shell, lines)}
        <div class="govuk-button-group">{to_record} {to_certify}</div>
    }
    .into_any()
}
