//! Reminders of last days: on the desk, all of them, and one with what can be done about it.

use domain::reminder::Mailing;
use domain::role::UseCase;
use domain::view::desk::{Desk, ReminderLine};
use leptos::prelude::*;
use wording::desk::reminder::{
    MailState, ReminderButton, ReminderText as T, ends, sentence, unsettled,
};
use wording::desk::{Done, Label};

use super::address;
use super::form::Form;
use super::frame::{Line, Page, Weight, decision_name, form, may, named_button, summary_list};
use crate::components::breadcrumbs::Crumb;
use crate::components::date::{moment, weekday_date};
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, listing};
use crate::shell::Shell;

/// What the one who is signed in is reminded of, on the desk.
pub(super) fn on_desk(shell: &Shell, desk: &Desk, mail_is_set_up: bool) -> AnyView {
    let lang = shell.lang;
    let lines = if desk.reminders.is_empty() {
        view! { <p>{T::Nothing.text(lang)}</p> }.into_any()
    } else {
        let items = desk.reminders.iter().map(|line| {
            let to = address::reminder(line.reminder.id);
            let state = MailState::of(&line.reminder.state, mail_is_set_up).text(lang);
            view! {
                <li class="govuk-task-list__item govuk-task-list__item--with-link">
                    <div class="govuk-task-list__name-and-hint">
                        <a class="govuk-task-list__link" href=shell.link(&to)>{what_ends(shell, line)}</a>
                        <div class="govuk-task-list__hint">{decision_name(shell, &line.decision)}</div>
                    </div>
                    <div class="govuk-task-list__status">{T::Mail.text(lang)} ": " {state}</div>
                </li>
            }
        });
        view! { <ul class="govuk-task-list">{items.collect_view()}</ul> }.into_any()
    };
    let all = match desk.unsettled_reminders {
        0 => T::List.text(lang).to_owned(),
        count => unsettled(count, lang),
    };
    view! {
        <section aria-labelledby="muistutukset">
            <h2 id="muistutukset">{T::List.text(lang)}</h2>
            {mail_not_set_up(shell, mail_is_set_up)}
            {lines}
            <p><a href=shell.link(address::REMINDERS)>{all}</a></p>
        </section>
    }
    .into_any()
}

/// The last reminders to everybody.
pub fn list(shell: &Shell, lines: &[ReminderLine], mail_is_set_up: bool) -> AnyView {
    let lang = shell.lang;
    let title = T::List.text(lang);
    let reminders = if lines.is_empty() {
        view! { <p>{T::NothingYet.text(lang)}</p> }.into_any()
    } else {
        let rows = lines.iter().map(|line| {
            let to = address::reminder(line.reminder.id);
            let link = view! { <a href=shell.link(&to)>{what_ends(shell, line)}</a> };
            let decision = address::decision(line.decision.id);
            let decision = view! {
                <a href=shell.link(&decision)>{decision_name(shell, &line.decision)}</a>
            };
            let state = MailState::of(&line.reminder.state, mail_is_set_up).text(lang);
            let cells = vec![
                decision.into_any(),
                line.office.clone().into_any(),
                state.into_any(),
            ];
            Row::new(link, cells)
        });
        let columns = [
            T::Period.text(lang),
            Label::Decision.text(lang),
            T::Official.text(lang),
            T::Mail.text(lang),
        ];
        let columns = columns.map(Column::words).into();
        listing("muistutukset", title, columns, rows.collect())
    };
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        {mail_not_set_up(shell, mail_is_set_up)}
        {reminders}
    };
    Page::new(shell, title, Vec::new()).view(shell, body)
}

/// What the page of one reminder shows beside it.
#[derive(Clone, Copy, Debug)]
pub struct Around<'a> {
    /// The Message-ID of its mail.
    pub message_id: &'a str,
    /// Whether the register can send mail.
    pub mail_is_set_up: bool,
    /// Whether the one who is signed in is the one who is reminded.
    pub is_own: bool,
}

/// One reminder, what has become of its mail, and what can be done about it.
pub fn page(
    shell: &Shell,
    line: &ReminderLine,
    around: Around<'_>,
    typed: &Form<()>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let state = &line.reminder.state;
    let decision = address::decision(line.decision.id);
    let decision = view! {
        <a href=shell.link(&decision)>{decision_name(shell, &line.decision)}</a>
    };
    let mut lines = vec![
        Line::new(Label::Decision.text(lang), decision),
        Line::new(
            T::Period.text(lang),
            weekday_date(line.reminder.reminded.last_day, lang),
        ),
        Line::new(T::Official.text(lang), line.office.clone()),
        Line::new(
            T::Mail.text(lang),
            MailState::of(state, around.mail_is_set_up).text(lang),
        ),
        Line::new(T::Since.text(lang), moment(line.changed_at, lang)),
    ];
    let reply = state.failure().map(|failure| failure.reply.clone());
    if let Some(reply) = reply.filter(|reply| !reply.is_empty()) {
        lines.push(Line::new(T::ServerSaid.text(lang), reply));
    }
    lines.push(Line::new(
        T::MessageId.text(lang),
        around.message_id.to_owned(),
    ));
    let trouble = sentence(state, lang)
        .map(|said| view! { <Notice tone=Tone::Warning><p>{said}</p></Notice> });
    let over = (!line.is_running).then(|| view! { <p>{T::Over.text(lang)}</p> });
    let seen = line
        .reminder
        .acknowledged
        .is_some()
        .then(|| view! { <p>{T::Acknowledged.text(lang)} "."</p> });
    let body = view! {
        <p>{what_ends(shell, line)} "."</p>
        {mail_not_set_up(shell, around.mail_is_set_up)}
        {over}
        {seen}
        {trouble}
        {summary_list(shell, lines)}
        {buttons(shell, line, around.is_own, typed)}
    };
    let trail = vec![Crumb::new(T::List.text(lang), address::REMINDERS)];
    Page::new(shell, T::One.text(lang), trail)
        .done(done)
        .view(shell, body)
}

/// The form with what the one who is signed in can do, if there is anything.
fn buttons(shell: &Shell, line: &ReminderLine, is_own: bool, typed: &Form<()>) -> Option<AnyView> {
    use ReminderButton as B;
    let reminder = &line.reminder;
    let is_seen = reminder.acknowledged.is_some();
    let settles = may(shell, UseCase::SettleReminder);
    let is_unknown = matches!(reminder.state, Mailing::Unknown(_));
    let offered = [
        (
            B::Acknowledge,
            "acknowledge",
            is_own && !is_seen && line.is_running,
        ),
        (B::ConfirmReceived, "received", settles && is_unknown),
        (
            B::SendAgain,
            "again",
            settles && reminder.state.is_unsettled() && line.is_running && !is_seen,
        ),
    ];
    let buttons: Vec<AnyView> = offered
        .into_iter()
        .filter(|(.., offered)| *offered)
        .map(|(name, action, _)| named_button(Weight::Secondary, name.text(shell.lang), action))
        .collect();
    let address = address::reminder(reminder.id);
    (!buttons.is_empty()).then(|| {
        let buttons = view! { <div class="govuk-button-group">{buttons}</div> };
        form(shell, &address, typed, buttons)
    })
}

fn what_ends(shell: &Shell, line: &ReminderLine) -> String {
    let reminded = line.reminder.reminded;
    let of_a_party = reminded.of.service.is_some();
    ends(of_a_party, reminded.last_day, line.closes_at, shell.lang)
}

fn mail_not_set_up(shell: &Shell, mail_is_set_up: bool) -> Option<AnyView> {
    (!mail_is_set_up).then(|| {
        let said = T::MailNotSetUp.text(shell.lang);
        view! { <Notice><p>{said}</p></Notice> }.into_any()
    })
}
