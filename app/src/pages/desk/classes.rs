//! Classes of cases and how long each is kept, and where case numbers come from.

use domain::case::{Retention, RetentionBasis, RetentionDraft, RetentionRule};
use domain::role::UseCase;
use domain::section::Numbering;
use domain::view::case::{ClassSheet, NumberingSheet};
use leptos::prelude::*;
use wording::desk::case::{self as words, CaseButton as B, CaseText as T};
use wording::desk::{Button, Done, Hint};
use wording::format;

use super::address;
use super::form::{Classified, Form, Numbered};
use super::frame::{Page, Weight, button, form, may, submit};
use crate::components::breadcrumbs::Crumb;
use crate::components::choice::{Checkbox, Radios};
use crate::components::field::{Field, FieldKind};
use crate::components::select::Choice;
use crate::components::table::{Column, Row, listing, table};
use crate::shell::Shell;

/// Every class, and the form that adds one.
pub fn list(
    shell: &Shell,
    classes: &[ClassSheet],
    typed: &Form<Classified>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let title = T::Classes.text(lang);
    let content = if classes.is_empty() {
        view! { <p>{T::NoClasses.text(lang)}</p> }.into_any()
    } else {
        let today = shell.frame.now.date();
        let rows = classes.iter().map(|sheet| {
            let to = shell.link(&address::class(&sheet.class.code));
            let link = view! { <a href=to>{sheet.class.code.to_string()}</a> };
            let rule = sheet.rules.iter().find(|rule| rule.holds_on(today));
            let rule = rule.map_or_else(
                || format::unknown(lang).to_owned(),
                |rule| words::retention(rule.retention, lang),
            );
            let cells = vec![
                sheet.class.name.clone().into_any(),
                rule.into_any(),
                sheet.cases.to_string().into_any(),
            ];
            Row::new(link, cells)
        });
        let columns = vec![
            Column::words(T::ClassCode.text(lang)),
            Column::words(T::ClassName.text(lang)),
            Column::words(T::Rule.text(lang)),
            Column::numbers(T::CasesInClass.text(lang)),
        ];
        listing("luokat", title, columns, rows.collect())
    };
    let add = may(shell, UseCase::EditCaseClass).then(|| {
        let error = |place: &str| typed.error(place, lang);
        let fields = view! {
            <h2>{B::AddClass.text(lang)}</h2>
            <Field name="class_code" label=T::ClassCode.text(lang)
                value=typed.draft.class_code.clone() hint=T::ClassCodeHint.text(lang).to_owned()
                error=error("class_code")/>
            <Field name="class_name" label=T::ClassName.text(lang)
                value=typed.draft.class_name.clone() error=error("class_name")/>
            {submit(B::AddClass.text(lang))}
        };
        form(shell, address::CLASSES, typed, fields)
    });
    let body = view! { {content} {add} };
    Page::new(shell, title, Vec::new())
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

/// A class with its rules, and the form that renames it.
pub fn class(
    shell: &Shell,
    sheet: &ClassSheet,
    typed: &Form<Classified>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let code = &sheet.class.code;
    let can_edit = may(shell, UseCase::EditCaseClass);
    let rename = can_edit.then(|| {
        let fields = view! {
            <Field name="class_name" label=T::ClassName.text(lang)
                value=typed.draft.class_name.clone() error=typed.error("class_name", lang)/>
            {button(shell, Weight::Primary, Button::Save, "save")}
        };
        form(shell, &address::class(code), typed, fields)
    });
    let rules = if sheet.rules.is_empty() {
        view! { <p>{T::NoRules.text(lang)}</p> }.into_any()
    } else {
        let rows = sheet
            .rules
            .iter()
            .map(|rule| rule_row(shell, rule, can_edit));
        let columns = [T::Rule, T::Basis, T::Ground, T::ValidFrom, T::ValidUntil];
        table(
            "saannot",
            T::Rules.text(lang),
            columns.map(|label| Column::words(label.text(lang))).into(),
            rows.collect(),
        )
    };
    let add = can_edit.then(|| {
        let to = shell.link(&address::new_rule(code));
        view! {
            <a class="govuk-button govuk-button--secondary" href=to>{B::AddRule.text(lang)}</a>
        }
    });
    let body = view! {
        {rename}
        <section class="listing" aria-labelledby="sailytysajat">
            <h2 id="sailytysajat">{T::Rules.text(lang)}</h2>
            {rules}
            {add}
        </section>
    };
    Page::new(shell, sheet.class.name.clone(), vec![crumb(shell)])
        .caption(code.to_string())
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

fn rule_row(shell: &Shell, rule: &RetentionRule, can_edit: bool) -> Row {
    let lang = shell.lang;
    let name = words::retention(rule.retention, lang);
    let header = if can_edit {
        let to = shell.link(&address::rule(&rule.class, rule.id));
        view! { <a href=to>{name}</a> }.into_any()
    } else {
        name.into_any()
    };
    let until = rule.until.map_or_else(
        || T::Open.text(lang).to_owned(),
        |day| format::date(day, lang),
    );
    let cells = vec![
        words::basis(rule.basis, lang).into_any(),
        rule.ground.clone().into_any(),
        format::date(rule.from, lang).into_any(),
        until.into_any(),
    ];
    Row::new(header, cells)
}

/// The form that adds a rule to a class, or changes the one that is named.
pub fn rule(
    shell: &Shell,
    sheet: &ClassSheet,
    changed: Option<&RetentionRule>,
    typed: &Form<RetentionDraft>,
) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let code = &sheet.class.code;
    let error = |place: &str| typed.error(place, lang);
    let (name, to) = match changed {
        Some(rule) => (B::ChangeRule, address::rule(code, rule.id)),
        None => (B::AddRule, address::new_rule(code)),
    };
    let name = name.text(lang);
    let bases =
        RetentionBasis::ALL.map(|basis| Choice::new(basis.code(), words::basis(basis, lang)));
    let fields = view! {
        <Field name="years" label=T::Years.text(lang) kind=FieldKind::Digits
            value=draft.years.clone() hint=T::YearsHint.text(lang).to_owned()
            error=error("years")/>
        <Checkbox name="permanent" label=T::Permanent.text(lang)
            checked=!draft.permanent.is_empty() error=error("permanent")/>
        <Radios name="basis" legend=T::Basis.text(lang) value=draft.basis.clone()
            choices=bases.into() error=error("basis")/>
        <Field name="ground" label=T::Ground.text(lang) value=draft.ground.clone()
            error=error("ground")/>
        <Field name="valid_from" label=T::ValidFrom.text(lang) kind=FieldKind::Date
            value=draft.valid_from.clone() hint=Hint::Date.text(lang).to_owned()
            error=error("valid_from")/>
        <Field name="valid_until" label=T::ValidUntil.text(lang) kind=FieldKind::Date
            value=draft.valid_until.clone() hint=Hint::EmptyIfUnknown.text(lang).to_owned()
            error=error("valid_until")/>
        {submit(name)}
    };
    let own = Crumb::new(code.to_string(), address::class(code));
    Page::new(shell, name, vec![crumb(shell), own])
        .caption(format!("{code} {}", sheet.class.name))
        .of_form(shell, typed)
        .view(shell, form(shell, &to, typed, fields))
}

/// The form as a rule is saved.
pub fn saved_rule(rule: &RetentionRule) -> RetentionDraft {
    let day = |day: time::Date| format::date(day, domain::Lang::Fi);
    let (years, permanent) = match rule.retention {
        Retention::Years(years) => (years.to_string(), String::new()),
        Retention::Permanent => (String::new(), "1".to_owned()),
    };
    RetentionDraft {
        years,
        permanent,
        basis: rule.basis.code().to_owned(),
        ground: rule.ground.clone(),
        valid_from: day(rule.from),
        valid_until: rule.until.map(day).unwrap_or_default(),
    }
}

/// Where case numbers come from, and the form that sets it.
pub fn numbering(
    shell: &Shell,
    sheet: &NumberingSheet,
    typed: &Form<Numbered>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let settings = if sheet.settings.is_empty() {
        view! { <p>{T::NoSettings.text(lang)}</p> }.into_any()
    } else {
        let rows = sheet.settings.iter().map(|setting| {
            let numbering = words::numbering(setting.numbering, lang);
            let day = format::date(setting.first_day, lang);
            Row::new(day, vec![numbering.into_any()])
        });
        let columns = [T::FirstDay, T::NumberingOf];
        listing(
            "asetukset",
            T::Numbering.text(lang),
            columns.map(|label| Column::words(label.text(lang))).into(),
            rows.collect(),
        )
    };
    let last = sheet
        .last
        .map_or_else(|| format::unknown(lang).to_owned(), |last| last.to_string());
    let set = may(shell, UseCase::SetCaseNumbering).then(|| {
        let choices = [Numbering::External, Numbering::IssuedHere];
        let choices = choices.map(|one| Choice::new(one.code(), words::numbering(one, lang)));
        let fields = view! {
            <Radios name="numbering" legend=T::NumberingOf.text(lang)
                value=typed.draft.numbering.clone() choices=choices.into()
                error=typed.error("numbering", lang)/>
            <Field name="first_day" label=T::FirstDay.text(lang) kind=FieldKind::Date
                value=typed.draft.first_day.clone() hint=Hint::Date.text(lang).to_owned()
                error=typed.error("first_day", lang)/>
            {submit(B::SetNumbering.text(lang))}
        };
        form(shell, address::NUMBERING, typed, fields)
    });
    let body = view! {
        <p>{T::NumberingLead.text(lang)}</p>
        <p>{T::LastIssued.text(lang)} ": " {last}</p>
        {settings}
        {set}
    };
    Page::new(shell, T::Numbering.text(lang), Vec::new())
        .done(done)
        .of_form(shell, typed)
        .view(shell, body)
}

fn crumb(shell: &Shell) -> Crumb {
    Crumb::new(T::Classes.text(shell.lang), address::CLASSES)
}
