//! Notifications: on the desk, and all of one's own.

use domain::mailing::Mailing;
use domain::view::desk::{Desk, NotificationLine};
use leptos::prelude::*;
use wording::desk::Done;
use wording::desk::reminder::MailState;
use wording::notification::{NotificationText as T, sentence};

use super::address;
use super::form::Form;
use super::frame::{Page, Weight, decision_name, form, hidden, named_button};
use crate::components::date::moment;
use crate::components::table::{Column, Row, listing};
use crate::shell::Shell;

/// What the one who is signed in has not read yet, on the desk.
pub(super) fn on_desk(shell: &Shell, desk: &Desk) -> AnyView {
    let lang = shell.lang;
    let title = T::List.text(lang);
    let heading = match desk.unread_count {
        0 => title.to_owned(),
        count => format!("{title} ({count})"),
    };
    let lines = if desk.unread.is_empty() {
        view! { <p>{T::NothingNew.text(lang)}</p> }.into_any()
    } else {
        let items = desk.unread.iter().map(|line| {
            let to = address::decision(line.decision.id);
            let what = sentence(line.notification.kind, lang);
            view! {
                <li class="govuk-task-list__item govuk-task-list__item--with-link">
                    <div class="govuk-task-list__name-and-hint">
                        <a class="govuk-task-list__link" href=shell.link(&to)>{what}</a>
                        <div class="govuk-task-list__hint">{decision_name(shell, &line.decision)}</div>
                    </div>
                    <div class="govuk-task-list__status">{moment(line.at, lang)}</div>
                </li>
            }
        });
        view! { <ul class="govuk-task-list">{items.collect_view()}</ul> }.into_any()
    };
    view! {
        <section aria-labelledby="ilmoitukset">
            <h2 id="ilmoitukset">{heading}</h2>
            {lines}
            <p><a href=shell.link(address::NOTIFICATIONS)>{T::All.text(lang)}</a></p>
        </section>
    }
    .into_any()
}

/// The last notifications of the one who is signed in.
pub fn list(
    shell: &Shell,
    lines: &[NotificationLine],
    typed: &Form<()>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let title = T::List.text(lang);
    let any_unread = lines.iter().any(|line| line.notification.read_at.is_none());
    let read_all = any_unread.then(|| {
        let button = named_button(Weight::Secondary, T::MarkAllRead.text(lang), "all");
        form(shell, address::NOTIFICATIONS, typed, button)
    });
    let notifications = if lines.is_empty() {
        view! { <p>{T::NothingYet.text(lang)}</p> }.into_any()
    } else {
        let rows = lines.iter().map(|line| row(shell, line, typed));
        let columns = [T::Notification, T::When, T::State, T::Mail];
        let columns = columns.map(|label| Column::words(label.text(lang))).into();
        listing("ilmoitukset", title, columns, rows.collect())
    };
    let body = view! {
        {read_all}
        {notifications}
        <p><a href=shell.link(address::OWN)>{T::Settings.text(lang)}</a></p>
    };
    Page::new(shell, title, Vec::new())
        .done(done)
        .view(shell, body)
}

fn row(shell: &Shell, line: &NotificationLine, typed: &Form<()>) -> Row {
    let lang = shell.lang;
    let to = address::decision(line.decision.id);
    let what = view! {
        {sentence(line.notification.kind, lang)} ": "
        <a href=shell.link(&to)>{decision_name(shell, &line.decision)}</a>
    };
    let state = if line.notification.read_at.is_some() {
        T::Read.text(lang).into_any()
    } else {
        let fields = view! {
            <strong>{T::Unread.text(lang)}</strong>
            {hidden("notification", line.notification.id.to_string())}
            {named_button(Weight::Secondary, T::MarkRead.text(lang), "read")}
        };
        form(shell, address::NOTIFICATIONS, typed, fields)
    };
    let mail = mail(shell, line, typed);
    Row::new(what, vec![moment(line.at, lang), state, mail])
}

/// What has become of the mail; where that is for its official to find out, with the buttons.
fn mail(shell: &Shell, line: &NotificationLine, typed: &Form<()>) -> AnyView {
    let lang = shell.lang;
    let Some(mailing) = &line.notification.mail else {
        return ().into_any();
    };
    let state = MailState::of(mailing, true).text(lang);
    if !mailing.is_unsettled() {
        return state.into_any();
    }
    let received = matches!(mailing, Mailing::Unknown(_))
        .then(|| named_button(Weight::Secondary, T::Received.text(lang), "received"));
    let again = line
        .is_mail_needed
        .then(|| named_button(Weight::Secondary, T::SendAgain.text(lang), "again"));
    let fields = view! {
        <p>{state}</p>
        {hidden("notification", line.notification.id.to_string())}
        {received}
        {again}
    };
    form(shell, address::NOTIFICATIONS, typed, fields)
}
