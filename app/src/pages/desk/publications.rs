//! What is signed and not yet published, and the section numbers that are missing.

use domain::view::desk::{Publications, WaitingLine};
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::life::LifeText;
use wording::format;

use super::address;
use super::frame::{Page, decision_name};
use crate::components::table::{Column, Row, table};
use crate::shell::Shell;

/// The page.
pub fn page(shell: &Shell, publications: &Publications) -> AnyView {
    let lang = shell.lang;
    let waiting = if publications.waiting.is_empty() {
        view! { <p>{LifeText::NoneUnpublished.text(lang)}</p> }.into_any()
    } else {
        waiting(shell, &publications.waiting)
    };
    let gaps = publications.gaps.iter().map(|gap| {
        let numbers: Vec<String> = gap.numbers.iter().map(u32::to_string).collect();
        let numbers = numbers.join(", ");
        view! { <li>{gap.decision_maker.clone()} " " {gap.year} ": § " {numbers}</li> }
    });
    let gaps: Vec<_> = gaps.collect();
    let gaps = if gaps.is_empty() {
        view! { <p>{LifeText::NoGaps.text(lang)}</p> }.into_any()
    } else {
        view! { <ul>{gaps}</ul> }.into_any()
    };
    let body = view! {
        <section aria-labelledby="julkaisematta">
            <h2 id="julkaisematta">{LifeText::Unpublished.text(lang)}</h2>
            {waiting}
        </section>
        <section aria-labelledby="aukot">
            <h2 id="aukot">{LifeText::Gaps.text(lang)}</h2>
            {gaps}
        </section>
    };
    Page::new(shell, LifeText::Publications.text(lang), Vec::new()).view(shell, body)
}

fn waiting(shell: &Shell, lines: &[WaitingLine]) -> AnyView {
    let lang = shell.lang;
    let rows = lines.iter().map(|line| {
        let to = shell.link(&address::publish(line.decision.id));
        let link = view! { <a href=to>{decision_name(shell, &line.decision)}</a> };
        let by_rule = match line.to_publish.proposal.missed {
            Some(missed) => format!(
                "{} ({})",
                format::weekday_date(missed, lang),
                LifeText::Late.text(lang)
            ),
            None => format::weekday_date(line.to_publish.proposal.last, lang),
        };
        let set_for = line.to_publish.set_for;
        let set_for = set_for.map(|day| format::weekday_date(day, lang));
        let cells = vec![by_rule.into_any(), set_for.unwrap_or_default().into_any()];
        Row::new(link, cells)
    });
    let columns = vec![
        Column::words(Label::Decision.text(lang)),
        Column::words(LifeText::Proposed.text(lang)),
        Column::words(LifeText::Scheduled.text(lang)),
    ];
    table(
        "julkaisematta-taulukko",
        LifeText::Unpublished.text(lang),
        columns,
        rows.collect(),
    )
}
