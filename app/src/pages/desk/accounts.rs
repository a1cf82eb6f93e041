//! Accounts: all of them, the form that adds one, and one with what can be changed of it.

use domain::dated_name::DatedNames;
use domain::official::Official;
use domain::role::Role;
use domain::section::SectionSeries;
use domain::view::people::{AccountLine, AccountSheet};
use leptos::prelude::*;
use wording::desk::people::{PeopleText as T, followers as n_followers, locked_until};
use wording::desk::{Button, Done, Label, Text};
use wording::{format, role};

use super::address;
use super::form::{AccountFacts, Form, NewAccount};
use super::frame::{Line, Page, Weight, button, form, named_button, submit, summary_list};
use super::sessions::{deputyships, sessions, sign_ins};
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::Radios;
use crate::components::date::{date, moment};
use crate::components::field::{Field, FieldKind};
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// Every account, and how many addresses follow decisions by e-mail.
pub fn list(shell: &Shell, lines: &[AccountLine], followers: u64, done: Option<Done>) -> AnyView {
    let lang = shell.lang;
    let title = T::Accounts.text(lang);
    let rows = lines.iter().map(|line| {
        let official = &line.official;
        let to = address::account(official.id);
        let name = official.name.reveal_to_official().clone();
        let link = view! { <a href=shell.link(&to)>{name}</a> };
        let signed_in = line.signed_in.map_or_else(
            || T::NeverSignedIn.text(lang).into_any(),
            |at| moment(at, lang),
        );
        let cells = vec![
            official.office.clone().into_any(),
            role::name(official.role, lang).into_any(),
            states(shell, official, line.locked_until.is_some()).into_any(),
            signed_in,
        ];
        Row::new(link, cells)
    });
    let columns = [
        Label::Name.text(lang),
        Label::Office.text(lang),
        Label::Role.text(lang),
        Label::State.text(lang),
        T::LastSignIn.text(lang),
    ];
    let add = T::AddAccount.text(lang);
    let body = view! {
        <p><a class="govuk-button" href=shell.link(address::NEW_ACCOUNT)>{add}</a></p>
        {table("tunnukset", title, columns.map(Column::words).into(), rows.collect())}
        <p>{n_followers(followers, lang)}</p>
    };
    Page::new(shell, title, Vec::new())
        .done(done)
        .view(shell, body)
}

/// Whether an account can be used, in words.
fn states(shell: &Shell, official: &Official, is_locked: bool) -> String {
    let lang = shell.lang;
    let state = if official.disabled {
        T::Disabled
    } else {
        T::InUse
    };
    let more = [
        is_locked.then_some(T::Locked),
        official.must_change_password.then_some(T::MustChange),
    ];
    let all = std::iter::once(state).chain(more.into_iter().flatten());
    let words: Vec<&str> = all.map(|text| text.text(lang)).collect();
    words.join(", ")
}

/// The form that adds an account.
pub fn new(shell: &Shell, series: &[SectionSeries], typed: &Form<NewAccount>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let fields = view! {
        <Field name="email" label=Label::Email.text(lang) kind=FieldKind::OtherEmail
            value=draft.email.clone() error=typed.error("email", lang)/>
        <Field name="name" label=Label::Name.text(lang) value=draft.name.clone()
            error=typed.error("name", lang)/>
        <Field name="office" label=Label::Office.text(lang) value=draft.office.clone()
            hint=T::OfficeHint.text(lang).to_owned() error=typed.error("office", lang)/>
        {role_fields(shell, series, typed, &draft.role, &draft.signs_in)}
        <Field name="password" label=T::FirstPassword.text(lang) kind=FieldKind::NewPassword value=""
            hint=T::FirstPasswordHint.text(lang).to_owned() error=typed.error("password", lang)/>
        {submit(T::AddAccount.text(lang))}
    };
    let trail = vec![Crumb::new(T::Accounts.text(lang), address::ACCOUNTS)];
    Page::new(shell, T::AddAccount.text(lang), trail)
        .of_form(shell, typed)
        .view(shell, form(shell, address::NEW_ACCOUNT, typed, fields))
}

/// Role, and the series in which a decision maker signs.
fn role_fields<D>(
    shell: &Shell,
    series: &[SectionSeries],
    typed: &Form<D>,
    role: &str,
    signs_in: &str,
) -> AnyView {
    let lang = shell.lang;
    let roles = Role::ALL.map(|role| Choice::new(role.code(), role::name(role, lang)));
    let mut choices = vec![Choice::new("", T::SignsInNone.text(lang))];
    let named = series.iter();
    choices.extend(named.map(|one| Choice::new(one.slug.as_str(), one.decision_maker.as_str())));
    view! {
        <Radios name="role" legend=Label::Role.text(lang) value=role.to_owned()
            choices=roles.into() error=typed.error("role", lang)/>
        <Select name="signs_in" label=T::SignsIn.text(lang) value=signs_in.to_owned()
            choices=choices hint=T::SignsInHint.text(lang).to_owned()
            error=typed.error("signs_in", lang)/>
    }
    .into_any()
}

/// One account, and the forms that change it.
pub fn sheet(
    shell: &Shell,
    sheet: &AccountSheet,
    typed: &Form<AccountFacts>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let official = &sheet.official;
    let to = address::account(official.id);
    let mut lines = vec![
        Line::new(
            Label::Email.text(lang),
            official.email.reveal_to_official().clone(),
        ),
        Line::new(Label::Office.text(lang), official.office.clone()),
        Line::new(
            Label::State.text(lang),
            states(shell, official, sheet.locked_until.is_some()),
        ),
    ];
    if let Some(until) = sheet.one_time_until {
        let label = T::OneTimeUntil.text(lang);
        lines.push(Line::new(label, moment(until, lang)));
    }
    let last = sheet.is_last_administrator.then(|| {
        view! { <Notice><p>{T::LastAdministrator.text(lang)}</p></Notice> }
    });
    let body = view! {
        {last}
        {locked(shell, sheet, typed)}
        {summary_list(shell, lines)}
        {facts(shell, sheet, typed)}
        {offices(shell, &to, &sheet.offices, typed)}
        {access(shell, sheet, typed)}
        <section class="listing" aria-labelledby="istunnot-otsikko">
            <h2 id="istunnot-otsikko">{T::Sessions.text(lang)}</h2>
            {sessions(shell, &to, typed, &sheet.sessions)}
        </section>
        {deputyships(shell, &sheet.deputyships)}
        <section class="listing" aria-labelledby="kirjautumiset-otsikko">
            <h2 id="kirjautumiset-otsikko">{T::SignInLog.text(lang)}</h2>
            {sign_ins(shell, &sheet.sign_ins)}
        </section>
    };
    let trail = vec![Crumb::new(T::Accounts.text(lang), address::ACCOUNTS)];
    let name = official.name.reveal_to_official().clone();
    Page::new(shell, name, trail)
        .caption(T::Account.text(lang))
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

/// That the account must wait, and the button that ends it.
fn locked(shell: &Shell, sheet: &AccountSheet, typed: &Form<AccountFacts>) -> Option<AnyView> {
    let lang = shell.lang;
    let until = format::moment(sheet.locked_until?, lang);
    let unlock = named_button(Weight::Secondary, T::Unlock.text(lang), "unlock");
    let to = address::account(sheet.official.id);
    let unlock = form(shell, &to, typed, unlock);
    Some(
        view! {
            <Notice tone=Tone::Warning>
                <p>{locked_until(&until, lang)}</p>
                {unlock}
            </Notice>
        }
        .into_any(),
    )
}

fn facts(shell: &Shell, sheet: &AccountSheet, typed: &Form<AccountFacts>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let fields = view! {
        <Field name="name" label=Label::Name.text(lang) value=draft.name.clone()
            error=typed.error("name", lang)/>
        {role_fields(shell, &sheet.series, typed, &draft.role, &draft.signs_in)}
        {button(shell, Weight::Primary, Button::Save, "change")}
    };
    let to = address::account(sheet.official.id);
    view! {
        <section aria-labelledby="tiedot">
            <h2 id="tiedot">{T::AccountFacts.text(lang)}</h2>
            {form(shell, &to, typed, fields)}
        </section>
    }
    .into_any()
}

fn offices(shell: &Shell, to: &str, offices: &DatedNames, typed: &Form<AccountFacts>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let fields = view! {
        <Field name="office" label=T::NewOffice.text(lang) value=draft.office.clone()
            hint=T::OfficeHint.text(lang).to_owned() error=typed.error("office", lang)/>
        <Field name="office_since" label=T::OfficeSince.text(lang) kind=FieldKind::Date
            value=draft.office_since.clone() error=typed.error("office_since", lang)/>
        {named_button(Weight::Secondary, T::GiveOffice.text(lang), "office")}
    };
    view! {
        <section class="listing" aria-labelledby="virat-otsikko">
            <h2 id="virat-otsikko">{T::Offices.text(lang)}</h2>
            {names(shell, "virat", T::Offices.text(lang), Label::Office.text(lang), offices)}
            {form(shell, to, typed, fields)}
        </section>
    }
    .into_any()
}

/// Names over time, the newest first.
pub(super) fn names(
    shell: &Shell,
    id: &str,
    caption: &str,
    label: &str,
    names: &DatedNames,
) -> AnyView {
    let lang = shell.lang;
    let rows = names.all().iter().rev().map(|name| {
        let since = name.since.map_or_else(
            || T::FromBeginning.text(lang).into_any(),
            |since| date(since, lang),
        );
        let shown = if name.name.is_empty() {
            Text::Empty.text(lang).to_owned()
        } else {
            name.name.clone()
        };
        Row::new(shown, vec![since])
    });
    let columns = vec![Column::words(label), Column::words(T::Since.text(lang))];
    table(id, caption, columns, rows.collect())
}

/// Whether it may sign in, and with which password.
fn access(shell: &Shell, sheet: &AccountSheet, typed: &Form<AccountFacts>) -> AnyView {
    let lang = shell.lang;
    let to = address::account(sheet.official.id);
    let use_of = if sheet.official.disabled {
        form(
            shell,
            &to,
            typed,
            named_button(Weight::Secondary, T::Enable.text(lang), "enable"),
        )
    } else if sheet.is_last_administrator {
        ().into_any()
    } else {
        let fields = view! {
            <p>{T::DisableHint.text(lang)}</p>
            {named_button(Weight::Secondary, T::Disable.text(lang), "disable")}
        };
        form(shell, &to, typed, fields)
    };
    let email = view! {
        <Field name="email" label=Label::Email.text(lang) kind=FieldKind::OtherEmail
            value=typed.draft.email.clone() hint=T::NewEmailHint.text(lang).to_owned()
            error=typed.error("email", lang)/>
        {named_button(Weight::Secondary, T::NewEmail.text(lang), "email")}
    };
    let password = view! {
        <Field name="new_password" label=T::OneTimePassword.text(lang) kind=FieldKind::NewPassword
            value="" hint=T::OneTimePasswordHint.text(lang).to_owned()
            error=typed.error("new_password", lang)/>
        {named_button(Weight::Secondary, T::SetOneTimePassword.text(lang), "password")}
    };
    view! {
        <section aria-labelledby="paasy">
            <h2 id="paasy">{T::Access.text(lang)}</h2>
            {form(shell, &to, typed, email)}
            {form(shell, &to, typed, password)}
            {use_of}
        </section>
    }
    .into_any()
}
