//! The check of a draft before it is sent for signature.

use domain::Lang;
use domain::decision::{
    ChangeDraft, ChangeEffect, CommitmentDraft, CommitmentStrength, DecisionDraft, DecisionKind,
    PartyDraft,
};
use domain::finding::Findings;
use domain::money::Money;
use domain::service::ServiceMeans;
use domain::view::desk::DecisionSheet;
use leptos::prelude::*;
use wording::desk::life::LifeText;
use wording::desk::{Button, Done, Heading, Label, Text};
use wording::{format, names};

use super::part::Part;
use super::preview::preview_link;
use super::{draft_of, mended_at, notices, page as decision_page, section, series_of};
use crate::components::notice::{Notice, Tone};
use crate::pages::desk::address;
use crate::pages::desk::form::{AboutPerson, Form, errors};
use crate::pages::desk::frame::{Line, Weight, button, form, link_button, summary_list};
use crate::shell::Shell;

/// Everything that was typed, what is missing, and the button that sends it for signature.
///
/// The form has no field of its own; its findings, or those of the sheet's reading, lead to the
/// fields of the draft's form.
///
/// What may be about a person has a form of answers each, in the order of the sheet.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    sending: &Form<()>,
    answers: &[Form<AboutPerson>],
    done: Option<Done>,
) -> AnyView {
    let lang = shell.lang;
    let id = sheet.decision.id;
    let findings = match &sheet.reading {
        _ if !sending.findings.is_empty() => sending.findings.clone(),
        Some(Err(findings)) => findings.clone(),
        Some(Ok(_)) | None => Findings::default(),
    };
    let parts = draft_of(sheet).map(|draft| {
        let parts = Part::ALL.map(|part| {
            view! {
                <section aria-labelledby=part.id()>
                    <h2 id=part.id()>{part.name().text(lang)}</h2>
                    {summary_list(shell, lines(shell, sheet, draft, part))}
                </section>
            }
        });
        parts.into_iter().collect_view()
    });
    let way_on = if findings.is_empty() {
        let fields = view! {
            <p>{Text::SendingFreezesDraft.text(lang)}</p>
            {button(shell, Weight::Primary, Button::Send, "send")}
        };
        form(shell, &address::check(id), sending, fields)
    } else {
        link_button(
            shell,
            Weight::Primary,
            Button::ContinueDraft,
            &address::draft(id),
        )
    };
    let body = view! {
        {missing(shell, sheet, &findings)}
        {notices::notices(shell, sheet)}
        {notices::mentions(shell, sheet, answers)}
        {preview_link(shell, id)}
        {parts}
        {notices::promise(shell, sheet)}
        {way_on}
    };
    decision_page(shell, sheet, Heading::Check.text(lang))
        .done(done)
        .view(shell, body)
}

/// What is wrong, with links to the fields of the draft's form.
fn missing(shell: &Shell, sheet: &DecisionSheet, findings: &Findings) -> Option<AnyView> {
    let items = errors(findings, shell.lang)
        .into_iter()
        .map(|(place, sentence)| {
            let address = mended_at(shell, sheet, &place);
            view! { <li><a href=address>{sentence}</a></li> }
        });
    let items: Vec<_> = items.collect();
    let heading = Heading::StillMissing.text(shell.lang);
    (!items.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Warning>
                <h2>{heading}</h2>
                <ul>{items}</ul>
            </Notice>
        }
        .into_any()
    })
}

fn lines(shell: &Shell, sheet: &DecisionSheet, draft: &DecisionDraft, part: Part) -> Vec<Line> {
    let lang = shell.lang;
    let address = address::draft(sheet.decision.id);
    let line = |label: Label, place: &str, text: &str| {
        Line::text(shell, label, text).change(format!("{address}#{place}"))
    };
    match part {
        Part::Basics => {
            let of = Lang::from_code(draft.lang.trim()).unwrap_or_default();
            let kind = DecisionKind::from_code(draft.kind.trim()).unwrap_or_default();
            let series = series_of(sheet, &draft.series);
            let series = series.map_or("", |series| &series.decision_maker);
            vec![
                line(Label::Title, "title", &draft.title),
                line(Label::Language, "lang", names::language(of, lang)),
                line(Label::Kind, "kind", names::decision_kind(kind, lang)),
                line(Label::Series, "series", series),
                line(Label::Section, "section", &draft.section),
            ]
        }
        Part::Text => vec![
            line(Label::Resolution, "resolution", &draft.resolution),
            line(Label::Background, "background", &draft.background),
            line(Label::Authority, "authority", &draft.authority),
            line(
                Label::AppliedProvisions,
                "applied_provisions",
                &draft.applied_provisions,
            ),
        ],
        Part::Money if draft.commitments.is_empty() => {
            vec![line(Label::Committed, part.id(), "")]
        }
        Part::Money => rows(
            draft
                .commitments
                .iter()
                .map(|typed| commitment(typed, lang)),
            |row, text| {
                let label = format!("{} {}", Label::Commitment.text(lang), row + 1);
                row_line(label, text, format!("{address}#commitments-{row}-year"))
            },
        ),
        Part::Parties => {
            let mut lines = rows(
                draft.parties.iter().map(|typed| party(sheet, typed, lang)),
                |row, text| {
                    let label = format!("{} {}", Label::Party.text(lang), row + 1);
                    row_line(label, text, format!("{address}#parties-{row}-organisation"))
                },
            );
            if lines.is_empty() {
                lines.push(line(Label::Party, "parties-0-organisation", ""));
            }
            lines.push(line(
                Label::Distribution,
                "distribution",
                &draft.distribution,
            ));
            lines
        }
        Part::Appeal => {
            let right = draft.remedy.trim().parse().ok();
            let remedy = right.map_or("", |right| names::appeal_right(right, lang));
            vec![
                line(Label::Remedy, "remedy", remedy),
                line(
                    Label::ContactOffice,
                    "contact_office",
                    &draft.contact_office,
                ),
                line(
                    Label::ContactPerson,
                    "contact_person",
                    &draft.contact_person,
                ),
            ]
        }
        Part::Changes => changes(sheet, draft, &address, lang),
    }
}

fn rows(texts: impl Iterator<Item = String>, line: impl Fn(usize, String) -> Line) -> Vec<Line> {
    texts
        .enumerate()
        .map(|(row, text)| line(row, text))
        .collect()
}

fn row_line(label: String, text: String, change: String) -> Line {
    Line::new(label, view! { <span class="lines">{text}</span> }).change(change)
}

fn commitment(typed: &CommitmentDraft, lang: Lang) -> String {
    let strength = CommitmentStrength::from_code(typed.strength.trim())
        .map(|strength| names::strength(strength, lang));
    // What is no amount stands as it was typed; its finding says so.
    let amount: Result<Money, _> = typed.amount.parse();
    let amount = amount.map_or_else(
        |_| typed.amount.clone(),
        |amount| format::euros(amount, lang),
    );
    joined(&[
        &typed.year,
        &amount,
        strength.unwrap_or_default(),
        &typed.budget_line,
        &typed.condition,
    ])
}

fn party(sheet: &DecisionSheet, typed: &PartyDraft, lang: Lang) -> String {
    let organisation = sheet
        .organisations
        .iter()
        .find(|organisation| organisation.id.to_string() == typed.organisation.trim());
    let means =
        ServiceMeans::from_code(typed.means.trim()).map(|means| names::service_means(means, lang));
    joined(&[
        organisation.map_or("", |organisation| &organisation.name),
        means.unwrap_or_default(),
    ])
}

/// What it does to each earlier decision, or that it does nothing.
fn changes(sheet: &DecisionSheet, draft: &DecisionDraft, address: &str, lang: Lang) -> Vec<Line> {
    let label = LifeText::Change.text(lang);
    if draft.changes.is_empty() {
        let nothing = LifeText::NothingIsChanged.text(lang).to_owned();
        let change = format!("{address}#{}", Part::Changes.id());
        return vec![row_line(label.to_owned(), nothing, change)];
    }
    let texts = draft.changes.iter();
    rows(
        texts.map(|typed| changed(sheet, typed, lang)),
        |row, text| {
            let change = format!("{address}#changes-{row}-section");
            row_line(format!("{label} {}", row + 1), text, change)
        },
    )
}

fn changed(sheet: &DecisionSheet, typed: &ChangeDraft, lang: Lang) -> String {
    let earlier = sheet
        .others
        .iter()
        .find(|other| other.section.to_string() == typed.section.trim());
    let earlier = earlier.map(|other| format!("{} {}", section(&other.section), other.title));
    let effect = ChangeEffect::from_code(typed.effect.trim());
    joined(&[
        earlier.as_deref().unwrap_or(&typed.section),
        effect.map_or("", |effect| names::change_effect(effect, lang)),
    ])
}

fn joined(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .map(|part| part.trim())
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}
