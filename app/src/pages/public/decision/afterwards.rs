//! What became of a decision since it was made: corrections, and decisions that change it.

use domain::Lang;
use domain::decision::ChangeEffect;
use domain::text::Text;
use domain::view::public::{DecisionPage, PublicChange, PublicCorrection};
use leptos::prelude::*;
use wording::decision::section;
use wording::public::{AfterwardsText, changed_by, changes, corrected_on};

use crate::address;
use crate::components::text::{Placed, text};
use crate::shell::Shell;

/// Nothing where nothing happened.
pub(super) fn afterwards(shell: &Shell, page: &DecisionPage) -> Option<AnyView> {
    if page.corrections.is_empty() && page.changed_by.is_empty() && page.changes.is_empty() {
        return None;
    }
    let lang = shell.lang;
    let later = links(shell, &page.changed_by, changed_by);
    let earlier = links(shell, &page.changes, changes);
    let corrections = page
        .corrections
        .iter()
        .map(|correction| corrected(shell, page.lang, correction));
    Some(
        view! {
            <section aria-labelledby="muutokset">
                <h2 id="muutokset">{AfterwardsText::Heading.text(lang)}</h2>
                {later}
                {earlier}
                {corrections.collect_view()}
            </section>
        }
        .into_any(),
    )
}

fn links(
    shell: &Shell,
    changes: &[PublicChange],
    sentence: fn(ChangeEffect, Lang) -> &'static str,
) -> Vec<AnyView> {
    let lines = changes.iter().map(|change| {
        let place = section(change.section.number, change.section.year);
        let href = shell.link(&address::decision(&change.section));
        view! {
            <p>
                {sentence(change.effect, shell.lang)} " "
                <a href=href>{place} " " {change.title.clone()}</a>
            </p>
        }
        .into_any()
    });
    lines.collect()
}

/// What was wrong, and under it what stood there before.
fn corrected(shell: &Shell, of_text: Lang, correction: &PublicCorrection) -> AnyView {
    let lang = shell.lang;
    let placed = Placed {
        below: 4,
        interface: lang,
    };
    let prose = |before: &Text| view! { <div class="prose">{text(before, placed)}</div> };
    let title = correction
        .title
        .clone()
        .map(|title| view! { <p>{title}</p> });
    let lines = correction.lines.iter().filter(|line| !line.is_empty());
    let lines: Vec<_> = lines.map(|line| view! { <p>{line.clone()}</p> }).collect();
    view! {
        <h3>{corrected_on(correction.on, lang)}</h3>
        <p lang=shell.foreign(of_text)>{correction.reason.clone()}</p>
        <h4>{AfterwardsText::Before.text(lang)}</h4>
        <div class="earlier" lang=shell.foreign(of_text)>
            {title}
            {correction.resolution.as_ref().map(prose)}
            {correction.background.as_ref().map(prose)}
            {lines}
        </div>
    }
    .into_any()
}
