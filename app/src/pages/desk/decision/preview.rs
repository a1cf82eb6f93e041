//! The two public versions of a decision, as an official looks at them.

use calendar::Means;
use domain::finding::Findings;
use domain::id::DecisionId;
use domain::view::desk::{DecisionSheet, Preview};
use leptos::prelude::*;
use wording::publicity::PublicityText as T;

use super::{mended_at, page as decision_page, title, way};
use crate::address::DESK;
use crate::components::breadcrumbs::Crumb;
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::errors;
use crate::pages::public::decision::article;
use crate::shell::{Head, Shell, document};

/// The page of a decision as the public sees it during the municipal member's period, or after it,
/// with the way to the other version.
pub fn page(shell: &Shell, sheet: &DecisionSheet, preview: &Preview, during: bool) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let mut trail = vec![Crumb::new(wording::public::Site::Desk.text(lang), DESK)];
    trail.extend(way(sheet));
    trail.push(Crumb::new(title(shell, sheet), address::decision(id)));
    let head = Head {
        trail,
        ..Head::desk(T::Preview.text(lang))
    };
    let notice = if during {
        T::DuringNotice
    } else {
        T::AfterNotice
    };
    let remark = if !preview.page.remedy.starts(Means::PublishedMinutes) {
        Some(T::NoMemberPeriodHere)
    } else if preview.personal.is_none() {
        Some(T::SameInBoth)
    } else {
        None
    };
    let remark = remark.map(|remark| view! { <p>{remark.text(lang)}</p> });
    let versions = [(T::During, true), (T::After, false)].map(|(name, of)| {
        let current = (of == during).then_some("page");
        let href = shell.link(&address::preview(id, of));
        view! { <li><a href=href aria-current=current>{name.text(lang)}</a></li> }
    });
    let versions = versions.into_iter().collect_view();
    let personal = preview.personal.as_ref().filter(|_| during);
    let pdf = shell.link(&address::preview_pdf(id, during));
    let sheet_of = shell.link(&address::decision(id));
    let body = view! {
        <Notice tone=Tone::Warning>
            <p>{notice.text(lang)}</p>
            {remark}
            <ul>
                {versions}
                <li><a href=pdf type="application/pdf">{T::AsPdf.text(lang)}</a></li>
                <li><a href=sheet_of>{T::BackToSheet.text(lang)}</a></li>
            </ul>
        </Notice>
        {article(shell, &preview.page, personal)}
    };
    document(shell, head, body)
}

/// What a draft lacks before its public versions can be shown.
pub fn not_ready(shell: &Shell, sheet: &DecisionSheet, findings: &Findings) -> AnyView {
    let lang = shell.lang;
    let items = errors(findings, lang).into_iter().map(|(place, sentence)| {
        let href = mended_at(shell, sheet, &place);
        view! { <li><a href=href>{sentence}</a></li> }
    });
    let items = items.collect_view();
    let body = view! {
        <Notice tone=Tone::Warning>
            <p>{T::NotReady.text(lang)}</p>
            <ul>{items}</ul>
        </Notice>
    };
    decision_page(shell, sheet, T::Preview.text(lang)).view(shell, body)
}

/// The way to the preview.
pub(super) fn preview_link(shell: &Shell, id: DecisionId) -> AnyView {
    let href = shell.link(&address::preview(id, true));
    view! { <p class="on-screen"><a href=href>{T::Preview.text(shell.lang)}</a></p> }.into_any()
}
