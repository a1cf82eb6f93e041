//! What a decision says, as officials see it: with everything that the public does not.

use domain::commitment::CommitmentKey;
use domain::decision::{Commitment, DecisionContent};
use domain::finding::Findings;
use domain::funding::Total;
use domain::id::DecisionId;
use domain::view::desk::OrganisationLine;
use leptos::prelude::*;
use wording::desk::commitment::CommitmentText;
use wording::desk::{Label, PartName, Text};
use wording::{format, names};

use crate::components::money::{money, total};
use crate::components::notice::{Notice, Tone};
use crate::components::table::{Column, Row, RowKind, table};
use crate::components::text::{Placed, text};
use crate::pages::desk::address;
use crate::pages::desk::form::errors;
use crate::pages::desk::frame::{Line, summary_list};
use crate::shell::Shell;

/// The content with headings of the second level; of a signed decision its commitments lead to what
/// became of them.
pub(super) fn content(
    shell: &Shell,
    content: &DecisionContent,
    organisations: &[OrganisationLine],
    signed: Option<DecisionId>,
) -> AnyView {
    let lang = shell.lang;
    let placed = Placed {
        below: 2,
        interface: lang,
    };
    let of_text = content.lang.code();
    let legal = vec![
        Line::text(shell, Label::Authority, &content.authority.0),
        Line::text(
            shell,
            Label::AppliedProvisions,
            &content.applied_provisions.0,
        ),
    ];
    view! {
        <section aria-labelledby="paatososa">
            <h2 id="paatososa">{Label::Resolution.text(lang)}</h2>
            <div class="decision-text" lang=of_text>{text(&content.resolution, placed)}</div>
        </section>
        <section aria-labelledby="selostus">
            <h2 id="selostus">{Label::Background.text(lang)}</h2>
            <div class="decision-text" lang=of_text>{text(&content.background, placed)}</div>
            {summary_list(shell, legal)}
        </section>
        <section aria-labelledby="eurot">
            <h2 id="eurot">{PartName::Money.text(lang)}</h2>
            {commitments(shell, &content.commitments.0, signed)}
            {signed.map(|id| money_link(shell, id))}
        </section>
        <section aria-labelledby="osapuolet">
            <h2 id="osapuolet">{PartName::Parties.text(lang)}</h2>
            {people(shell, content, organisations)}
        </section>
    }
    .into_any()
}

/// Why a draft cannot be signed as it is. Only its preparer can mend it.
pub(super) fn not_ready(shell: &Shell, findings: &Findings) -> AnyView {
    let lang = shell.lang;
    let items = errors(findings, lang)
        .into_iter()
        .map(|(_, sentence)| view! { <li>{sentence}</li> });
    let items = items.collect_view();
    view! {
        <Notice tone=Tone::Warning>
            <p>{Text::NotReadyToSign.text(lang)}</p>
            <ul>{items}</ul>
        </Notice>
    }
    .into_any()
}

fn commitments(shell: &Shell, commitments: &[Commitment], signed: Option<DecisionId>) -> AnyView {
    let lang = shell.lang;
    if commitments.is_empty() {
        return view! { <p>{Text::NoCommitments.text(lang)}</p> }.into_any();
    }
    let mut rows: Vec<Row> = (1..)
        .zip(commitments)
        .map(|(number, line)| {
            let year = line.year.map_or_else(
                || Text::NoYear.text(lang).to_owned(),
                |year| year.to_string(),
            );
            let strength = names::strength(line.strength, lang);
            let strength = line.condition.as_ref().map_or_else(
                || strength.to_owned(),
                |condition| format!("{strength}: {condition}"),
            );
            let cells = vec![
                strength.into_any(),
                line.budget_line.clone().unwrap_or_default().into_any(),
                money(line.amount, lang),
            ];
            let key = signed.map(|decision| CommitmentKey {
                decision,
                line: number,
            });
            let year = key.map_or_else(
                || year.clone().into_any(),
                |key| {
                    let to = shell.link(&address::commitment(key));
                    view! { <a href=to>{year.clone()}</a> }.into_any()
                },
            );
            Row::new(year, cells)
        })
        .collect();
    let sum = Total::of(commitments.iter().map(|line| Some(line.amount)));
    if let Some(sum) = sum {
        let cells = vec![().into_any(), ().into_any(), total(sum, lang)];
        rows.push(Row::new(Text::Sum.text(lang), cells).kind(RowKind::Sum));
    }
    let words = |label: Label| Column::words(label.text(lang));
    let columns = vec![
        words(Label::Year),
        words(Label::Strength),
        words(Label::BudgetLine),
        Column::numbers(Label::Amount.text(lang)),
    ];
    table("sitoumukset", Label::Committed.text(lang), columns, rows)
}

/// The way from what was promised to what has become of it.
fn money_link(shell: &Shell, id: DecisionId) -> AnyView {
    let to = shell.link(&address::decision_money(id));
    let name = CommitmentText::OfDecision.text(shell.lang);
    view! { <p class="on-screen"><a href=to>{name}</a></p> }.into_any()
}

fn people(shell: &Shell, content: &DecisionContent, organisations: &[OrganisationLine]) -> AnyView {
    let lang = shell.lang;
    let parties = content
        .parties
        .reveal_to_official()
        .iter()
        .map(|(party, means)| {
            let name = organisations
                .iter()
                .find(|organisation| organisation.id == *party)
                .map_or_else(
                    || format::unknown(lang).to_owned(),
                    |found| found.name.clone(),
                );
            format!("{name} ({})", names::service_means(*means, lang))
        });
    let parties: Vec<String> = parties.collect();
    let distribution = content.distribution.reveal_to_official().join("\n");
    let lines = vec![
        Line::text(shell, Label::Party, &parties.join("\n")),
        Line::text(shell, Label::Distribution, &distribution),
        Line::text(
            shell,
            Label::Remedy,
            names::appeal_right(content.remedy.0, lang),
        ),
        Line::text(shell, Label::ContactOffice, &content.contact.office.0),
        Line::text(
            shell,
            Label::ContactPerson,
            content.contact.person.reveal_to_official(),
        ),
    ];
    summary_list(shell, lines)
}
