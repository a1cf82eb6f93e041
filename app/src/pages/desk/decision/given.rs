//! The extracts that were given: of one decision, and of all.

use domain::view::desk::{DecisionSheet, GivenExtract, GivenExtracts};
use leptos::prelude::*;
use wording::decision;
use wording::desk::Label;
use wording::publicity::{PublicityText as T, ShownText};

use super::page as decision_page;
use crate::components::date::date;
use crate::components::pager::pager;
use crate::components::table::{Column, Row, listing};
use crate::pages::desk::address;
use crate::pages::desk::frame::Page;
use crate::shell::Shell;

/// The extracts given of one decision.
pub fn of_decision(shell: &Shell, sheet: &DecisionSheet, given: &GivenExtracts) -> AnyView {
    let body = list(shell, given, &address::extracts(sheet.decision.id));
    decision_page(shell, sheet, T::GivenExtracts.text(shell.lang)).view(shell, body)
}

/// The extracts given of all decisions.
pub fn all(shell: &Shell, given: &GivenExtracts) -> AnyView {
    let body = list(shell, given, address::EXTRACTS);
    Page::new(shell, T::GivenExtracts.text(shell.lang), Vec::new()).view(shell, body)
}

fn list(shell: &Shell, given: &GivenExtracts, at: &str) -> AnyView {
    let lang = shell.lang;
    if given.lines.is_empty() {
        return view! { <p>{T::NoExtracts.text(lang)}</p> }.into_any();
    }
    let columns = [
        Label::Recipient.text(lang),
        Label::Decision.text(lang),
        Label::Day.text(lang),
        Label::Place.text(lang),
        Label::Office.text(lang),
        ShownText::Code.text(lang),
        T::Secrets.text(lang),
    ];
    let rows = given.lines.iter().map(|line| row(shell, line));
    let address = |page| shell.link(&format!("{at}?sivu={page}"));
    view! {
        {listing(
            "otteet",
            T::GivenExtracts.text(lang),
            columns.map(Column::words).into(),
            rows.collect(),
        )}
        {pager(given.page, given.pages, lang, address)}
    }
    .into_any()
}

fn row(shell: &Shell, line: &GivenExtract) -> Row {
    let lang = shell.lang;
    let pdf = shell.link(&address::extract_pdf(line.decision, line.id));
    let recipient = view! { <a href=pdf type="application/pdf">{line.recipient.clone()}</a> };
    let section = decision::section(line.section.number, line.section.year);
    let sheet = shell.link(&address::decision(line.decision));
    let decision = view! { <a href=sheet>{format!("{} ({section})", line.title)}</a> };
    let secrets = line.entitled_by.as_ref().map_or_else(
        || T::WithoutSecrets.text(lang).to_owned(),
        |right| format!("{}: {right}", T::WithSecrets.text(lang)),
    );
    Row::new(
        recipient,
        vec![
            decision.into_any(),
            date(line.on, lang),
            line.place.clone().into_any(),
            line.office.clone().into_any(),
            line.code.clone().into_any(),
            secrets.into_any(),
        ],
    )
}
