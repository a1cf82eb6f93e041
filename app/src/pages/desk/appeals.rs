//! Lists of the appeals against decisions, and of officers' decisions for the call-in right.

use domain::view::desk::{AppealLine, CallInList, Stage};
use domain::view::public::PublicStage;
use leptos::prelude::*;
use wording::desk::appeal::{self as words, AppealButton, AppealText as T};
use wording::desk::{Done, Hint, Label, Text};
use wording::{decision, format};

use super::address;
use super::form::{Form, Meeting};
use super::frame::{Page, decision_name, form, hidden, submit};
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, listing};
use crate::shell::Shell;

/// Where the appeals against frozen decisions stand.
pub fn list(shell: &Shell, lines: &[AppealLine]) -> AnyView {
    let lang = shell.lang;
    let title = T::List.text(lang);
    let body = if lines.is_empty() {
        view! { <p>{Text::NoDecisions.text(lang)}</p> }.into_any()
    } else {
        let rows = lines.iter().map(|line| {
            let name = decision_name(shell, &line.decision);
            let link =
                view! { <a href=shell.link(&address::decision(line.decision.id))>{name}</a> };
            let remedy = match line.decision.stage {
                Stage::Published(PublicStage::Running { remedy }) => Some(remedy),
                _ => None,
            };
            let stage = words::stage(line.stage, remedy, lang);
            Row::new(link, vec![stage.into_any()])
        });
        let columns = vec![
            Column::words(Label::Decision.text(lang)),
            Column::words(T::Stage.text(lang)),
        ];
        listing("muutoksenhaut", title, columns, rows.collect())
    };
    Page::new(shell, title, Vec::new()).view(shell, body)
}

/// The officers' decisions that wait for a meeting, and the form that closes them all.
pub fn call_in(
    shell: &Shell,
    list: &CallInList,
    typed: Option<&Form<Meeting>>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let title = T::CallInList.text(lang);
    let meeting_before = list.last_meeting.as_ref().map(|(held_on, section)| {
        let held_on = format::date(*held_on, lang);
        view! { <p>{T::LastMeeting.text(lang)} ": " {held_on} " " {section.clone()}</p> }
    });
    let decisions = if list.lines.is_empty() {
        view! { <p>{T::NothingToCallIn.text(lang)}</p> }.into_any()
    } else {
        view! {
            {lines(shell, list)}
            <p>
                <a href=shell.link(address::CALL_IN_CSV)>"CSV"</a> " "
                <a href=shell.link(address::CALL_IN_PDF)>"PDF"</a>
            </p>
        }
        .into_any()
    };
    let closing = typed
        .filter(|_| !list.lines.is_empty())
        .map(|typed| closing(shell, list, typed));
    let body = view! { <p>{T::CallInLead.text(lang)}</p> {meeting_before} {decisions} {closing} };
    let page = Page::new(shell, title, Vec::new()).done(done);
    match typed {
        Some(typed) => page.of_form(shell, typed).view(shell, body),
        None => page.view(shell, body),
    }
}

fn lines(shell: &Shell, list: &CallInList) -> AnyView {
    let lang = shell.lang;
    let day = |day: Option<time::Date>| {
        day.map_or_else(
            || format::unknown(lang).to_owned(),
            |day| format::weekday_date(day, lang),
        )
        .into_any()
    };
    let rows = list.lines.iter().map(|line| {
        let name = decision_name(shell, &line.decision);
        let link = view! { <a href=shell.link(&address::decision(line.decision.id))>{name}</a> };
        let cells = vec![
            decision::decided(line.decided, lang).into_any(),
            day(line.window.safe_until),
            day(line.window.outer_limit),
        ];
        Row::new(link, cells)
    });
    let columns = vec![
        Column::words(Label::Decision.text(lang)),
        Column::words(Label::DecidedOn.text(lang)),
        Column::words(T::SafeUntil.text(lang)),
        Column::words(T::OuterLimit.text(lang)),
    ];
    listing(
        "otto-oikeus",
        T::CallInList.text(lang),
        columns,
        rows.collect(),
    )
}

/// The form names every decision that the official saw: a later one is for the next meeting.
fn closing(shell: &Shell, list: &CallInList, typed: &Form<Meeting>) -> AnyView {
    let lang = shell.lang;
    let listed: Vec<String> = list
        .lines
        .iter()
        .map(|line| line.decision.id.to_string())
        .collect();
    let name = AppealButton::LeaveUnused.text(lang);
    let fields = view! {
        <h2>{name}</h2>
        <Notice tone=Tone::Warning><p>{T::CallInConsequence.text(lang)}</p></Notice>
        <Field name="held_on" label=T::HeldOn.text(lang) kind=FieldKind::Date
            value=typed.draft.held_on.clone() hint=Hint::Date.text(lang).to_owned()
            error=typed.error("held_on", lang)/>
        <Field name="section" label=T::MeetingSection.text(lang)
            value=typed.draft.section.clone() error=typed.error("section", lang)/>
        {hidden("listed", listed.join(" "))}
        {submit(name)}
    };
    form(shell, address::CALL_IN, typed, fields)
}
