//! The signed decision as a document: the documents that were made of it, and the form that makes
//! another.

use domain::role::UseCase;
use domain::stub::StubKind;
use domain::view::desk::{DecisionSheet, MadeDocument};
use leptos::prelude::*;
use wording::desk::Label;
use wording::publicity::{PublicityText as T, ShownText};

use super::page as decision_page;
use crate::components::choice::Checkbox;
use crate::components::date::moment;
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, listing};
use crate::pages::desk::address;
use crate::pages::desk::form::{Documenting, Form};
use crate::pages::desk::frame::{form, may, submit};
use crate::shell::Shell;

/// The page. Who may not see what is secret is not offered it, and of a wholly secret decision is
/// offered nothing; `register` refuses both.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    made: &[MadeDocument],
    typed: &Form<Documenting>,
) -> AnyView {
    let lang = shell.lang;
    let reads_secrets = may(shell, UseCase::ReadSecrets);
    let is_whole = wholly_secret(sheet);
    let offer = (reads_secrets || !is_whole).then(|| {
        let secrets = secrets(shell, sheet, typed).filter(|_| reads_secrets);
        let fields = view! { {secrets} {submit(T::MakeDocument.text(lang))} };
        form(shell, &address::documents(sheet.decision.id), typed, fields)
    });
    let body = view! {
        <p>{T::DocumentLead.text(lang)}</p>
        <p>{T::DocumentCode.text(lang)}</p>
        {offer}
        <section aria-labelledby="tehdyt">
            <h2 id="tehdyt">{T::MadeDocuments.text(lang)}</h2>
            {list(shell, sheet, made)}
        </section>
    };
    decision_page(shell, sheet, T::DecisionDocument.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// The way to it from the sheet of a frozen decision.
pub(super) fn document_link(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    sheet.decision.sealed().map(|_| {
        let to = shell.link(&address::documents(sheet.decision.id));
        view! { <p class="on-screen"><a href=to>{T::DecisionDocument.text(shell.lang)} " (PDF)"</a></p> }.into_any()
    })
}

fn wholly_secret(sheet: &DecisionSheet) -> bool {
    let mut stubs = sheet.stubs.iter().map(|line| &line.stub);
    stubs.any(|stub| stub.kind == StubKind::Secret && stub.ended.is_none())
}

/// Whether the secret parts come along; nothing where there are none.
fn secrets(shell: &Shell, sheet: &DecisionSheet, typed: &Form<Documenting>) -> Option<AnyView> {
    let lang = shell.lang;
    if wholly_secret(sheet) {
        let always = T::AlwaysSecret.text(lang);
        return Some(view! { <Notice tone=Tone::Warning><p>{always}</p></Notice> }.into_any());
    }
    let sealed = sheet.decision.sealed()?;
    (!sealed.content.grounds().is_empty()).then(|| {
        view! {
            <Checkbox name="include_secrets" label=T::IncludeSecrets.text(lang)
                checked=!typed.draft.include_secrets.is_empty() error=None/>
        }
        .into_any()
    })
}

fn list(shell: &Shell, sheet: &DecisionSheet, made: &[MadeDocument]) -> AnyView {
    let lang = shell.lang;
    if made.is_empty() {
        return view! { <p>{T::NoDocuments.text(lang)}</p> }.into_any();
    }
    let columns = [
        ShownText::Code.text(lang),
        Label::Day.text(lang),
        T::MadeBy.text(lang),
        Label::Office.text(lang),
        T::Secrets.text(lang),
    ];
    let rows = made.iter().map(|line| row(shell, sheet, line));
    listing(
        "asiakirjat",
        T::MadeDocuments.text(lang),
        columns.map(Column::words).into(),
        rows.collect(),
    )
}

/// A document. One with secret parts is linked for who may see them.
fn row(shell: &Shell, sheet: &DecisionSheet, line: &MadeDocument) -> Row {
    let lang = shell.lang;
    let is_secret = line.has_secrets || wholly_secret(sheet);
    let code = if is_secret && !may(shell, UseCase::ReadSecrets) {
        line.code.clone().into_any()
    } else {
        let pdf = shell.link(&address::document_pdf(sheet.decision.id, line.id));
        view! { <a href=pdf type="application/pdf">{line.code.clone()} " (PDF)"</a> }.into_any()
    };
    let secrets = if line.has_secrets {
        T::WithSecrets
    } else {
        T::WithoutSecrets
    };
    Row::new(
        code,
        vec![
            moment(line.at, lang),
            line.by.reveal_to_official().clone().into_any(),
            line.office.clone().into_any(),
            secrets.text(lang).into_any(),
        ],
    )
}
