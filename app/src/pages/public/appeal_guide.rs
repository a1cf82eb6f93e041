//! How to appeal, in plain words, with a calculator of periods.

use calendar::{AppealPeriod, NotComputable, ReceivingOffice, Remedy};
use domain::view::appeal_guide::{AppealGuide, DAY, MEANS, PeriodAnswer, REMEDY};
use leptos::prelude::*;
use wording::finding::sentence;
use wording::instruction::Guide;
use wording::public::appeal_guide::{self as words, GuideText, MEANS_ASKED};
use wording::{format, names};

use crate::address::{self, APPEALS};
use crate::components::date::weekday_date;
use crate::components::error_summary::error_summary;
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::components::steps::steps;
use crate::components::text::instruction_part;
use crate::shell::{Head, Shell, document};

/// The explanation and the calculator, with its answer where one was asked for.
pub fn page(shell: &Shell, guide: &AppealGuide) -> AnyView {
    let lang = shell.lang;
    let errors = errors(shell, guide);
    let head = Head {
        description: Some(GuideText::Lead.text(lang).to_owned()),
        query: query(guide),
        // There is an answer for every day: search engines keep the explanation.
        noindex: guide.answer != PeriodAnswer::NotAsked,
        refused: !errors.is_empty(),
        ..Head::public(GuideText::Heading.text(lang))
    };
    let explained = Guide {
        city: &shell.frame.city,
        registry: guide.registry.as_ref(),
        today: guide.today,
    };
    let parts = explained.parts(lang).into_iter();
    let parts = parts.map(|part| instruction_part(part, 2, lang));
    let body = view! {
        {error_summary(errors, lang)}
        <h1>{GuideText::Heading.text(lang)}</h1>
        <p class="lead">{GuideText::Lead.text(lang)}</p>
        <p class="govuk-inset-text">{GuideText::Guidance.text(lang)}</p>
        {answer(shell, guide)}
        <section class="on-screen" aria-labelledby="laskuri">
            <h2 id="laskuri">{GuideText::Calculator.text(lang)}</h2>
            <p>{GuideText::CalculatorLead.text(lang)}</p>
            {form(shell, guide)}
        </section>
        <div class="prose">{parts.collect_view()}</div>
    };
    document(shell, head, body)
}

/// The query of an answer, in its one spelling.
fn query(guide: &AppealGuide) -> String {
    let asked = guide.question.is_asked.then(|| guide.question.read().ok());
    let address = asked
        .flatten()
        .map(|(remedy, means, day)| address::period(remedy, means, day));
    let query = address.and_then(|address| address.strip_prefix(APPEALS).map(str::to_owned));
    query.unwrap_or_default()
}

/// What is wrong, each with the address of its field.
fn errors(shell: &Shell, guide: &AppealGuide) -> Vec<(String, String)> {
    let PeriodAnswer::Unreadable(findings) = &guide.answer else {
        return Vec::new();
    };
    let errors = findings.iter().map(|finding| {
        let label = match finding.place.as_str() {
            REMEDY => GuideText::Remedy,
            MEANS => GuideText::Means,
            _ => GuideText::Day,
        };
        let sentence = sentence(finding.code, shell.lang);
        let said = format!("{}: {sentence}", label.text(shell.lang));
        (format!("#{}", finding.place), said)
    });
    errors.collect()
}

fn form(shell: &Shell, guide: &AppealGuide) -> AnyView {
    let lang = shell.lang;
    let question = &guide.question;
    let error = |place: &str| match &guide.answer {
        PeriodAnswer::Unreadable(findings) => findings
            .iter()
            .find(|finding| finding.place == place)
            .map(|finding| sentence(finding.code, lang).to_owned()),
        _ => None,
    };
    let nothing = || vec![Choice::new("", GuideText::Choose.text(lang))];
    let mut remedies = nothing();
    remedies
        .extend(Remedy::ALL.map(|remedy| Choice::new(remedy.code(), names::remedy(remedy, lang))));
    let mut means = nothing();
    means.extend(MEANS_ASKED.map(|means| Choice::new(means.code(), words::means(means, lang))));
    view! {
        <form class="form" method="get" action=shell.link(APPEALS)>
            <Select name=REMEDY label=GuideText::Remedy.text(lang) value=question.remedy.clone()
                choices=remedies hint=GuideText::RemedyHint.text(lang).to_owned() error=error(REMEDY)/>
            <Select name=MEANS label=GuideText::Means.text(lang) value=question.means.clone()
                choices=means hint=GuideText::MeansHint.text(lang).to_owned() error=error(MEANS)/>
            <Field name=DAY label=GuideText::Day.text(lang) value=question.day.clone()
                kind=FieldKind::Date hint=GuideText::DayHint.text(lang).to_owned() error=error(DAY)/>
            <button class="govuk-button" type="submit">{GuideText::Compute.text(lang)}</button>
        </form>
    }
    .into_any()
}

fn answer(shell: &Shell, guide: &AppealGuide) -> Option<AnyView> {
    let lang = shell.lang;
    let (heading, said) = match &guide.answer {
        PeriodAnswer::NotAsked | PeriodAnswer::Unreadable(_) => return None,
        PeriodAnswer::NotComputable(why) => (
            GuideText::NotComputable.text(lang).to_owned(),
            refused(shell, *why),
        ),
        PeriodAnswer::Period(period) => {
            (words::answer_of(period.remedy, lang), found(shell, period))
        }
    };
    let permalink = shell.absolute(lang, &format!("{APPEALS}{}", query(guide)));
    Some(
        view! {
            <section class="appeal" aria-labelledby="vastaus">
                <h2 id="vastaus">{heading}</h2>
                {said}
                <p>{GuideText::Permalink.text(lang)} ": " <a class="address" href=permalink.clone()>{permalink.clone()}</a></p>
            </section>
        }
        .into_any(),
    )
}

fn refused(shell: &Shell, why: NotComputable) -> AnyView {
    let lang = shell.lang;
    view! {
        <p>{words::because(why, lang)}</p>
        <p>{GuideText::Ask.text(lang)}</p>
    }
    .into_any()
}

fn found(shell: &Shell, period: &AppealPeriod) -> AnyView {
    let lang = shell.lang;
    let closes = period.closes.map(|closing| format::at(closing.at, lang));
    let without_hour = match (period.closes, period.remedy.receiving_office()) {
        (Some(_), _) => GuideText::InTime,
        (None, ReceivingOffice::OtherAuthority) => GuideText::HourUnknown,
        (None, ReceivingOffice::Registry | ReceivingOffice::Court) => GuideText::Midnight,
    };
    view! {
        <div class="deadline">
            <p class="deadline__label">{GuideText::LastDay.text(lang)}</p>
            <p class="deadline__day">{weekday_date(period.last_day, lang)} " " {closes}</p>
            <p>{without_hour.text(lang)}</p>
        </div>
        <h3>{GuideText::Steps.text(lang)}</h3>
        {steps(period, lang)}
    }
    .into_any()
}
