//! What the sheet of a decision says of its publicity: previews, attachments, extracts given, and
//! what stands in its place publicly.

use domain::decision::DecisionState;
use domain::role::UseCase;
use domain::stub::StubKind;
use domain::view::desk::{DecisionSheet, StubLine};
use leptos::prelude::*;
use wording::format;
use wording::publicity::{PublicityText as T, stub_heading};

use super::attachments::list;
use super::document::document_link;
use super::letter::letter_link;
use super::preview::preview_link;
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::frame::may;
use crate::shell::Shell;

pub(super) fn publicity(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let link = |name: T, to: &str| {
        view! { <p class="on-screen"><a href=shell.link(to)>{name.text(lang)}</a></p> }.into_any()
    };
    let is_frozen = sheet.decision.sealed().is_some();
    let drafts = matches!(sheet.decision.state, DecisionState::Draft(_))
        && may(shell, UseCase::DraftDecision);
    let edit = drafts.then(|| link(T::EditAttachments, &address::attachments(id)));
    let attached = (drafts || !sheet.attachments.is_empty()).then(|| {
        view! {
            <section aria-labelledby="liitteet">
                <h2 id="liitteet">{T::Attachments.text(lang)}</h2>
                {list(shell, sheet, None)}
                {edit}
            </section>
        }
    });
    let extracts = is_frozen.then(|| link(T::GivenExtracts, &address::extracts(id)));
    view! {
        {stubs(shell, sheet)}
        {preview_link(shell, id)}
        {document_link(shell, sheet)}
        {letter_link(shell, sheet)}
        {extracts}
        {attached}
    }
    .into_any()
}

/// What stood or stands in the place of the decision, and the way to change that.
fn stubs(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let is_public = sheet.decision.publication().is_some();
    let held = sheet.stubs.iter().find(|line| line.stub.ended.is_none());
    let holds = held.is_some();
    let way = match held.map(|line| line.stub.kind) {
        None => Some((T::Withdraw, address::withdrawal(id))),
        Some(StubKind::Withdrawn) => Some((T::PublishAgain, address::publish_again(id))),
        // What is secret as a whole does not become public.
        Some(StubKind::Secret) => None,
    };
    let way = way.filter(|_| is_public && may(shell, UseCase::WithdrawPublication));
    let change = way.map(|(name, to)| {
        view! { <p class="on-screen"><a href=shell.link(&to)>{name.text(lang)}</a></p> }
    });
    if sheet.stubs.is_empty() {
        return view! { {change} }.into_any();
    }
    let lines = sheet.stubs.iter().map(|stub| line(shell, stub));
    let lines = lines.collect_view();
    let tone = if holds {
        Tone::Warning
    } else {
        Tone::Information
    };
    view! {
        <section aria-labelledby="poistot">
            <h2 id="poistot">{T::Stubs.text(lang)}</h2>
            <Notice tone=tone><ul>{lines}</ul></Notice>
        </section>
        {change}
    }
    .into_any()
}

fn line(shell: &Shell, line: &StubLine) -> AnyView {
    let lang = shell.lang;
    let stub = &line.stub;
    let what = stub_heading(stub.kind, lang);
    let since = format::date(line.since, lang);
    let ended = line.ended_on.zip(stub.ended.as_ref()).map(|(day, ended)| {
        let day = format::date(day, lang);
        format!(" → {} {day}: {}", T::PublishAgain.text(lang), ended.reason)
    });
    let words = format!("{what}, {since}, {}: {}", stub.office, stub.reason);
    view! { <li>{words} {ended}</li> }.into_any()
}
