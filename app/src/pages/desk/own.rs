//! The own account: password, notifications, sessions and sign-ins.

use domain::notification::{Chosen, NotificationKind, Way};
use domain::view::people::OwnSheet;
use leptos::prelude::*;
use wording::desk::people::PeopleText as T;
use wording::desk::{Done, Label};
use wording::notification::{self as words, NotificationText as N};
use wording::role;

use super::address;
use super::form::Form;
use super::frame::{Line, Page, Weight, form, named_button, summary_list};
use super::sessions::{deputyships, sessions, sign_ins};
use crate::components::choice::Checkbox;
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::shell::Shell;

/// The own account. Whoever has a password that was given to them sees only the form that changes
/// it.
pub fn page(
    shell: &Shell,
    sheet: &OwnSheet,
    typed: &Form<()>,
    mail_is_set_up: bool,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let official = &sheet.official;
    let title = T::OwnAccount.text(lang);
    if official.must_change_password {
        let body = view! {
            <Notice tone=Tone::Warning><p>{T::MustChangeFirst.text(lang)}</p></Notice>
            {password(shell, typed)}
        };
        return Page::first(T::ChangePassword.text(lang))
            .of_form(shell, typed)
            .view(shell, body);
    }
    let lines = vec![
        Line::new(
            Label::Name.text(lang),
            official.name.reveal_to_official().clone(),
        ),
        Line::new(
            Label::Email.text(lang),
            official.email.reveal_to_official().clone(),
        ),
        Line::new(Label::Office.text(lang), official.office.clone()),
        Line::new(Label::Role.text(lang), role::name(official.role, lang)),
    ];
    let others = sheet.sessions.iter().any(|session| !session.is_this);
    let end_others = others.then(|| {
        let end = named_button(Weight::Secondary, T::EndOthers.text(lang), "end-others");
        form(shell, address::OWN, typed, end)
    });
    let body = view! {
        {summary_list(shell, lines)}
        <section class="on-screen" aria-labelledby="salasana">
            <h2 id="salasana">{T::ChangePassword.text(lang)}</h2>
            {password(shell, typed)}
        </section>
        {notifications(shell, &sheet.chosen, typed, mail_is_set_up)}
        <section class="listing" aria-labelledby="istunnot-otsikko">
            <h2 id="istunnot-otsikko">{T::Sessions.text(lang)}</h2>
            {sessions(shell, address::OWN, typed, &sheet.sessions)}
            {end_others}
        </section>
        {deputyships(shell, &sheet.deputyships)}
        <section class="listing" aria-labelledby="kirjautumiset-otsikko">
            <h2 id="kirjautumiset-otsikko">{T::SignInLog.text(lang)}</h2>
            {sign_ins(shell, &sheet.sign_ins)}
        </section>
    };
    Page::new(shell, title, Vec::new())
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

fn password(shell: &Shell, typed: &Form<()>) -> AnyView {
    let lang = shell.lang;
    let fields = view! {
        <Field name="password" label=T::PresentPassword.text(lang) kind=FieldKind::CurrentPassword
            value="" error=typed.error("password", lang)/>
        <Field name="new_password" label=T::NewPassword.text(lang) kind=FieldKind::NewPassword
            value="" hint=T::NewPasswordHint.text(lang).to_owned()
            error=typed.error("new_password", lang)/>
        <Field name="new_password_again" label=T::NewPasswordAgain.text(lang)
            kind=FieldKind::NewPassword value="" error=typed.error("new_password_again", lang)/>
        {named_button(Weight::Primary, T::ChangePassword.text(lang), "password")}
    };
    form(shell, address::OWN, typed, fields)
}

/// What comes, and on which way: a box for each.
fn notifications(
    shell: &Shell,
    chosen: &Chosen,
    typed: &Form<()>,
    mail_is_set_up: bool,
) -> AnyView {
    let lang = shell.lang;
    let kinds = NotificationKind::ALL.map(|kind| {
        let boxes = Way::ALL.map(|way| {
            view! {
                <Checkbox name=setting(kind, way) label=words::way(way, lang)
                    checked=chosen.has(kind, way)/>
            }
        });
        view! {
            <fieldset class="govuk-fieldset">
                <legend class="govuk-fieldset__legend">{words::kind(kind, lang)}</legend>
                {boxes.into_iter().collect_view()}
            </fieldset>
        }
    });
    let not_set_up =
        (!mail_is_set_up).then(|| view! { <Notice><p>{N::MailNotSetUp.text(lang)}</p></Notice> });
    let fields = view! {
        {kinds.into_iter().collect_view()}
        {named_button(Weight::Secondary, T::SaveNotifications.text(lang), "notifications")}
    };
    view! {
        <section class="on-screen" aria-labelledby="ilmoitukset">
            <h2 id="ilmoitukset">{N::Settings.text(lang)}</h2>
            <p>{N::SettingsLead.text(lang)}</p>
            {not_set_up}
            {form(shell, address::OWN, typed, fields)}
        </section>
    }
    .into_any()
}

/// The name of the box of a kind and a way.
pub fn setting(kind: NotificationKind, way: Way) -> String {
    format!("notify-{}-{}", kind.code(), way.code())
}
