//! How and until when the decision can be challenged. Never collapsed.

use calendar::{AppealPeriod, Offices};
use domain::appeal_right::AppealRight;
use domain::period::Phase;
use domain::view::public::DecisionPage;
use leptos::prelude::*;
use wording::instruction::{Instruction, Part};
use wording::period;
use wording::public::appeal_guide::GuideText;
use wording::public::{self, DecisionText};

use crate::address;
use crate::components::date::weekday_date;
use crate::components::steps::steps;
use crate::components::text::instruction_part;
use crate::shell::Shell;

pub(super) fn appeal(shell: &Shell, page: &DecisionPage) -> AnyView {
    let lang = shell.lang;
    let dates = match &page.member_period {
        Some((period, phase)) => dates(shell, page, period, *phase),
        None => public::no_member_period(page.public_since, page.remedy, lang)
            .map(|why| view! { <p>{why}</p> })
            .into_any(),
    };
    let parts = instruction(shell, page)
        .into_iter()
        .map(|part| instruction_part(part, 3, lang));
    view! {
        <section class="appeal" aria-labelledby="muutoksenhaku">
            <h2 id="muutoksenhaku">{DecisionText::Appeal.text(lang)}</h2>
            {dates}
            <div class="appeal__instruction">{parts.collect_view()}</div>
            <p class="on-screen">
                <a href=shell.link(address::APPEALS)>{GuideText::More.text(lang)}</a>
                {own_period(shell, page)}
            </p>
        </section>
    }
    .into_any()
}

/// The way to the calculator, where a period can follow from what a party was served with.
fn own_period(shell: &Shell, page: &DecisionPage) -> Option<AnyView> {
    let AppealRight::By(remedy) = page.remedy else {
        return None;
    };
    let calculator = shell.link(&address::period_of(remedy));
    Some(view! { " · " <a href=calculator>{GuideText::OfDecision.text(shell.lang)}</a> }.into_any())
}

fn dates(shell: &Shell, page: &DecisionPage, period: &AppealPeriod, phase: Phase) -> AnyView {
    let lang = shell.lang;
    let calendar = shell.link(&address::decision_calendar(&page.section));
    let class = match phase {
        Phase::Running { .. } => "deadline",
        Phase::Over => "deadline deadline--over",
    };
    let closes = period
        .closes
        .map(|closing| wording::format::at(closing.at, lang));
    view! {
        <div class=class>
            <p class="deadline__label">{DecisionText::LastDayOfMembers.text(lang)}</p>
            <p class="deadline__day">{weekday_date(period.last_day, lang)} " " {closes}</p>
            <p class="deadline__left">{period::phase(phase, period, lang)}</p>
            <p class="deadline__calendar">
                <a href=calendar type="text/calendar">{DecisionText::Calendar.text(lang)}</a>
            </p>
        </div>
        <h3>{DecisionText::StepsHeading.text(lang)}</h3>
        {steps(period, lang)}
    }
    .into_any()
}

/// The instruction with this decision's own dates. Without recorded hours of the registry for the
/// last day there is no period either, so the hours of the day of publication, else of today, stand
/// for them.
fn instruction(shell: &Shell, page: &DecisionPage) -> Vec<Part> {
    let registry = Offices::kajaani().registry;
    let period = page.member_period.as_ref().map(|(period, _)| period);
    let day = period.map(|period| period.last_day);
    let day = day.or(page.public_since.day());
    let day = day.unwrap_or_else(|| shell.frame.now.date());
    let Ok(hours) = registry.row_on(day) else {
        return Vec::new();
    };
    let instruction = Instruction {
        version: page.instructions,
        right: page.remedy,
        city: &shell.frame.city,
        claims_to: page.claims_to.as_ref(),
        registry: hours,
        member_period: period,
    };
    instruction.parts(shell.lang)
}
