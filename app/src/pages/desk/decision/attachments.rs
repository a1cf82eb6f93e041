//! The attachments of a decision: their list, and the form that changes that of a draft.

use domain::attachment::{AttachmentClass, MediaType};
use domain::role::UseCase;
use domain::view::desk::{AttachmentEntry, DecisionSheet};
use domain::view::public::AttachmentShown;
use leptos::prelude::*;
use wording::desk::{Done, Label};
use wording::publicity::{self, PublicityText as T};

use super::page as decision_page;
use crate::components::choice::Radios;
use crate::components::field::{Field, FileField};
use crate::components::select::Choice;
use crate::pages::desk::address;
use crate::pages::desk::form::{Attaching, Form};
use crate::pages::desk::frame::{Weight, hidden, may, named_button};
use crate::shell::Shell;

/// The page of the attachments. Those of a draft can be added, removed and moved.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    typed: &Form<Attaching>,
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let is_draft = sheet.decision.draft().is_ok() && may(shell, UseCase::DraftDecision);
    let add = is_draft.then(|| upload(shell, sheet, typed));
    let change = is_draft.then_some(typed);
    let body = view! {
        {list(shell, sheet, change)}
        {add}
    };
    decision_page(shell, sheet, T::Attachments.text(lang))
        .of_form(shell, typed)
        .done(done)
        .view(shell, body)
}

/// The attachments in their order; with a form, each can be moved and removed.
pub(super) fn list(
    shell: &Shell,
    sheet: &DecisionSheet,
    change: Option<&Form<Attaching>>,
) -> AnyView {
    let lang = shell.lang;
    if sheet.attachments.is_empty() {
        return view! { <p>{T::NoAttachments.text(lang)}</p> }.into_any();
    }
    let id = sheet.decision.id;
    let items = sheet.attachments.iter().enumerate().map(|(at, entry)| {
        let buttons = change.and_then(|_| buttons(shell, entry, at));
        let href = shell.link(&address::attachment(id, at + 1));
        let shown = AttachmentShown::open(&entry.attachment);
        let words = publicity::attachment(at + 1, &shown, lang);
        let class = publicity::class(&entry.attachment.class, lang);
        let ground = entry.attachment.class.ground();
        let ground = ground.map(|ground| format!(": {ground}"));
        view! {
            <li>
                <a href=href>{words}</a> " – " {class} {ground}
                {buttons}
            </li>
        }
    });
    let items = items.collect_view();
    let Some(form) = change else {
        return view! { <ul class="list">{items}</ul> }.into_any();
    };
    view! {
        <form method="post" enctype="multipart/form-data" action=shell.link(&address::attachments(id))>
            {hidden("key", form.key.clone())}
            {hidden("version", form.version.to_string())}
            <ul class="list">{items}</ul>
        </form>
    }
    .into_any()
}

fn buttons(shell: &Shell, entry: &AttachmentEntry, at: usize) -> Option<AnyView> {
    let lang = shell.lang;
    let id = entry.id?;
    let of = &entry.attachment.title;
    let button = |name: T, action: &str| {
        let value = format!("{action}-{id}");
        let of = of.clone();
        view! {
            <button class="govuk-button govuk-button--secondary" type="submit" name="action" value=value>
                {name.text(lang)} <span class="govuk-visually-hidden">": " {of}</span>
            </button>
        }
    };
    let up = (at > 0).then(|| button(T::MoveUp, "up"));
    let remove = button(T::Remove, "remove");
    Some(view! { <div class="govuk-button-group">{up} {remove}</div> }.into_any())
}

fn upload(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Attaching>) -> AnyView {
    let lang = shell.lang;
    let draft = &typed.draft;
    let error = |place| typed.error(place, lang);
    let classes = [
        AttachmentClass::Public,
        AttachmentClass::Personal,
        AttachmentClass::Secret(String::new()),
    ];
    let choices = classes.map(|class| Choice::new(class.code(), publicity::class(&class, lang)));
    let accept = MediaType::ALL.map(|kind| format!(".{}", kind.short().to_lowercase()));
    view! {
        <section aria-labelledby="lisaa-liite">
            <h2 id="lisaa-liite">{T::Attach.text(lang)}</h2>
            <form class="form" method="post" enctype="multipart/form-data" novalidate
                action=shell.link(&address::attachments(sheet.decision.id))>
                {hidden("key", typed.key.clone())}
                {hidden("version", typed.version.to_string())}
                <Field name="title" label=Label::Title.text(lang) value=draft.title.clone()
                    error=error("title")/>
                <FileField name="file" label=T::File.text(lang) accept=accept.join(",")
                    hint=T::FileHint.text(lang).to_owned() error=error("file")/>
                <Radios name="class" legend=T::Class.text(lang) value=draft.class.clone()
                    choices=choices.into() error=error("class")/>
                <Field name="ground" label=T::Ground.text(lang) value=draft.ground.clone()
                    hint=T::GroundHint.text(lang).to_owned() error=error("ground")/>
                {named_button(Weight::Primary, T::Attach.text(lang), "attach")}
            </form>
        </section>
    }
    .into_any()
}
