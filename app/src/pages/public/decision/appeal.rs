//! How and until when the decision can be challenged. Never collapsed.

use calendar::{AppealPeriod, Offices};
use domain::period::Phase;
use domain::text::Text;
use domain::view::public::DecisionPage;
use leptos::prelude::*;
use wording::instruction::{Instruction, Part};
use wording::period::{self, Explained};
use wording::public::{self, DecisionText};

use crate::address;
use crate::components::date::weekday_date;
use crate::components::text::{Placed, text};
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
        .map(|part| part_view(shell, part));
    view! {
        <section class="appeal" aria-labelledby="muutoksenhaku">
            <h2 id="muutoksenhaku">{DecisionText::Appeal.text(lang)}</h2>
            {dates}
            <div class="appeal__instruction">{parts.collect_view()}</div>
        </section>
    }
    .into_any()
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
    let steps = period::explained(period, lang)
        .into_iter()
        .map(|step| step_view(shell, step));
    let steps = steps.collect_view();
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
        <ol class="steps">{steps}</ol>
    }
    .into_any()
}

fn step_view(shell: &Shell, step: Explained) -> AnyView {
    let statute = step
        .statute
        .map(|statute| view! { <span class="steps__statute">" (" {statute} ")"</span> });
    view! {
        <li class="steps__step">
            <span class="steps__day">{weekday_date(step.day, shell.lang)}</span>
            <span class="steps__reason">{step.sentence} {statute}</span>
        </li>
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

fn part_view(shell: &Shell, part: Part) -> AnyView {
    let placed = Placed {
        below: 3,
        interface: shell.lang,
    };
    view! {
        <h3>{part.heading}</h3>
        {text(&Text::new(part.blocks), placed)}
    }
    .into_any()
}
