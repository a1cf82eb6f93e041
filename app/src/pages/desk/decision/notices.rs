//! What is to be looked at before a decision is sent or signed, though it blocks nothing.

use domain::check::{Promise, PromiseLine};
use domain::id::DecisionId;
use domain::personal::Mention;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::drafting::{self, DraftingText};
use wording::desk::{Label, Text, label_of};
use wording::names;

use super::{mended_at, section};
use crate::components::money::{money, money_or_unknown};
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, RowKind, table};
use crate::pages::desk::address;
use crate::pages::desk::form::{AboutPerson, Form, errors};
use crate::pages::desk::frame::{Line, Weight, form, hidden, named_button, summary_list};
use crate::shell::Shell;

/// The notices with links to where they are mended; nothing where there are none. For the check of
/// a draft and for the page on which it is signed.
pub fn notices(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let lang = shell.lang;
    let items = errors(&sheet.notices, lang).into_iter();
    let items = items.map(|(place, sentence)| {
        let address = mended_at(shell, sheet, &place);
        view! { <li><a href=address>{sentence}</a></li> }
    });
    let items: Vec<_> = items.collect();
    (!items.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Information>
                <h2>{DraftingText::Notices.text(lang)}</h2>
                <p>{DraftingText::NoticesBlockNothing.text(lang)}</p>
                <ul>{items}</ul>
            </Notice>
        }
        .into_any()
    })
}

/// What may be about a person and is not marked, each with its form of answers.
pub(super) fn mentions(
    shell: &Shell,
    sheet: &DecisionSheet,
    answers: &[Form<AboutPerson>],
) -> Option<AnyView> {
    let id = sheet.decision.id;
    let found = sheet.mentions.iter().zip(answers);
    let found: Vec<_> = found
        .map(|(of, answers)| mention(shell, id, of, answers))
        .collect();
    (!found.is_empty()).then(|| {
        view! {
            <section aria-labelledby="henkilotiedot">
                <h2 id="henkilotiedot">{DraftingText::Mentions.text(shell.lang)}</h2>
                <ul class="mentions">{found}</ul>
            </section>
        }
        .into_any()
    })
}

fn mention(shell: &Shell, id: DecisionId, found: &Mention, answers: &Form<AboutPerson>) -> AnyView {
    let lang = shell.lang;
    let words = found.words.reveal_to_official().clone();
    let (before, after) = found.around.reveal_to_official().clone();
    let field = label_of(&found.place, lang).unwrap_or_default();
    let mark = found.can_be_marked().then(|| {
        named_button(
            Weight::Secondary,
            DraftingText::MarkPersonal.text(lang),
            "mark",
        )
    });
    let dismiss = found.kind.may_be_about_nobody().then(|| {
        named_button(
            Weight::Secondary,
            DraftingText::NotPersonal.text(lang),
            "dismiss",
        )
    });
    let fields = view! {
        {hidden("place", answers.draft.place.clone())}
        {hidden("words", answers.draft.words.clone())}
        <div class="govuk-button-group">
            {mark}
            {dismiss}
            <a href=shell.link(&format!("{}#{}", address::draft(id), found.place))>
                {DraftingText::EditField.text(lang)}
                <span class="govuk-visually-hidden">": " {field.clone()} ": " {words.clone()}</span>
            </a>
        </div>
    };
    view! {
        <li class="mentions__item">
            <p>
                <strong>{names::mention(found.kind, lang)}</strong> ", " {field} ": "
                <q>{before} <mark>{words}</mark> {after}</q>
            </p>
            {form(shell, &address::about_person(id), answers, fields)}
        </li>
    }
    .into_any()
}

/// What counts towards the limit of the authority, line by line.
pub(super) fn promise(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let promise = sheet.promise.as_ref()?;
    let lang = shell.lang;
    let mut lines = vec![Line::new(
        DraftingText::Delegations.text(lang),
        promise.delegation.as_ref().map_or_else(
            || DraftingText::NoDelegation.text(lang).to_owned(),
            |of| drafting::delegation(&of.facts, lang),
        ),
    )];
    if let Some(of) = &promise.delegation {
        let limit = drafting::limit(of.facts.limit, lang);
        lines.push(Line::new(DraftingText::Limit.text(lang), limit));
    }
    let counted = (!promise.lines.is_empty()).then(|| counted(shell, promise));
    Some(
        view! {
            <section aria-labelledby="lupaus">
                <h2 id="lupaus">{DraftingText::Promise.text(lang)}</h2>
                {summary_list(shell, lines)}
                {counted}
            </section>
        }
        .into_any(),
    )
}

fn counted(shell: &Shell, promise: &Promise) -> AnyView {
    let lang = shell.lang;
    let row = |line: &PromiseLine| {
        let by = line
            .earlier
            .as_ref()
            .map_or_else(|| DraftingText::ThisDraft.text(lang).to_owned(), section);
        let year = line.commitment.year.map_or_else(
            || Text::NoYear.text(lang).to_owned(),
            |year| year.to_string(),
        );
        let cells = vec![
            year.into_any(),
            names::strength(line.commitment.strength, lang).into_any(),
            money(line.commitment.amount, lang),
        ];
        Row::new(by, cells)
    };
    let mut rows: Vec<Row> = promise.lines.iter().map(row).collect();
    let sum = vec![
        ().into_any(),
        ().into_any(),
        money_or_unknown(promise.sum, lang),
    ];
    rows.push(Row::new(Text::Sum.text(lang), sum).kind(RowKind::Sum));
    let words = |label: Label| Column::words(label.text(lang));
    let columns = vec![
        words(Label::Decision),
        words(Label::Year),
        words(Label::Strength),
        Column::numbers(Label::Amount.text(lang)),
    ];
    table(
        "lupausrivit",
        DraftingText::PromiseLines.text(lang),
        columns,
        rows,
    )
}
