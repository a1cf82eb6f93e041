//! What stands on the sheet of a decision about its course: what was noted of it, how it can come
//! back, and what became of it.

use domain::Lang;
use domain::decision::{ChangeEffect, DecisionState, Signature};
use domain::role::UseCase;
use domain::view::desk::{ChangeLine, CorrectionLine, DecisionSheet};
use leptos::prelude::*;
use wording::desk::Label;
use wording::desk::life::{self, LifeText};
use wording::public::{changed_by, changes, corrected_on};
use wording::{decision, format};

use crate::components::notice::{Notice, Tone};
use crate::components::text::{Placed, text};
use crate::pages::desk::address;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{Line, Weight, form, may, named_button, named_link};
use crate::shell::Shell;

/// Why it was given back or abandoned, that only a deputy can sign it, and when it is published.
pub(super) fn notes(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let notes = &sheet.decision.notes;
    let remark = notes.remark.clone().map(|remark| {
        let what = match sheet.decision.state {
            DecisionState::Abandoned(_) => LifeText::AbandonedBecause,
            _ => LifeText::GivenBackBecause,
        };
        view! {
            <Notice tone=Tone::Warning>
                <p>{what.text(lang)} ": " <span class="lines">{remark}</span></p>
            </Notice>
        }
    });
    let awaits = matches!(sheet.decision.state, DecisionState::AwaitingSignature(_));
    let conflict = notes.conflict.clone().filter(|_| awaits).map(|conflict| {
        let office = sheet.conflict_of.clone();
        view! {
            <Notice tone=Tone::Warning>
                <p>{LifeText::ConflictStated.text(lang)}</p>
                <p>{office} ": " <span class="lines">{conflict.ground}</span></p>
            </Notice>
        }
    });
    let set_for = notes.publish_on.map(|day| {
        view! { <Notice><p>{life::set_for(day, lang)}</p></Notice> }
    });
    view! { {remark} {conflict} {set_for} }.into_any()
}

/// Who signed it, where a deputy did.
pub(super) fn signature(shell: &Shell, signature: &Signature) -> Option<Line> {
    let Signature::Here {
        office,
        deputy_ground,
        ..
    } = signature
    else {
        return None;
    };
    Some(match deputy_ground {
        None => Line::new(LifeText::SignedBy.text(shell.lang), office.clone()),
        Some(ground) => Line::new(
            LifeText::SignedAsDeputy.text(shell.lang),
            format!("{office} ({ground})"),
        ),
    })
}

/// The small form with one button that brings a sent draft back.
pub(super) fn recall(shell: &Shell, sheet: &DecisionSheet, keys: &SheetForm) -> Option<AnyView> {
    may(shell, UseCase::DraftDecision).then(|| {
        let button = named_button(
            Weight::Secondary,
            LifeText::Recall.text(shell.lang),
            "recall",
        );
        let fields = view! { <p>{LifeText::RecallMeans.text(shell.lang)}</p> {button} };
        form(shell, &address::recall(sheet.decision.id), keys, fields)
    })
}

/// The small form with one button that makes an abandoned draft a draft again, where its case is
/// open.
pub(super) fn take_up(shell: &Shell, sheet: &DecisionSheet, keys: &SheetForm) -> Option<AnyView> {
    (sheet.case_takes_decisions && may(shell, UseCase::DraftDecision)).then(|| {
        let button = named_button(
            Weight::Primary,
            LifeText::TakeUp.text(shell.lang),
            "take-up",
        );
        form(shell, &address::take_up(sheet.decision.id), keys, button)
    })
}

/// The way to the page on which a draft is withdrawn.
pub(super) fn abandon(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let to = address::abandon(sheet.decision.id);
    may(shell, UseCase::DraftDecision).then(|| {
        named_link(
            shell,
            Weight::Secondary,
            LifeText::Abandon.text(shell.lang),
            &to,
        )
    })
}

/// The ways to correct a typing error and to record many services.
pub(super) fn of_frozen(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let (lang, id) = (shell.lang, sheet.decision.id);
    let correct = may(shell, UseCase::CorrectDecision).then(|| {
        let name = LifeText::Correct.text(lang);
        named_link(shell, Weight::Secondary, name, &address::correct(id))
    });
    let many = (may(shell, UseCase::RecordService) && sheet.services.len() > 1).then(|| {
        let name = LifeText::RecordMany.text(lang);
        named_link(shell, Weight::Secondary, name, &address::serve_many(id))
    });
    view! { {many} {correct} }.into_any()
}

/// Corrections and changes; nothing where nothing happened.
pub(super) fn afterwards(shell: &Shell, sheet: &DecisionSheet) -> AnyView {
    let lang = shell.lang;
    let after = &sheet.afterwards;
    let changes_of = linked(shell, &after.changes, changes);
    let later = linked(shell, &after.changed_by, changed_by);
    let links = (!changes_of.is_empty() || !later.is_empty()).then(|| {
        view! {
            <section aria-labelledby="muut-paatokset">
                <h2 id="muut-paatokset">{LifeText::ChangedBy.text(lang)}</h2>
                {changes_of}
                {later}
            </section>
        }
    });
    let waits = after
        .corrections
        .iter()
        .any(|line| line.told.iter().any(|(_, on)| on.is_none()));
    let tell = (waits && may(shell, UseCase::RecordService)).then(|| {
        let name = LifeText::Tell.text(lang);
        named_link(
            shell,
            Weight::Primary,
            name,
            &address::tell(sheet.decision.id),
        )
    });
    let corrections = (!after.corrections.is_empty()).then(|| {
        let each = after.corrections.iter().map(|line| correction(shell, line));
        view! {
            <section aria-labelledby="korjaukset">
                <h2 id="korjaukset">{LifeText::Corrections.text(lang)}</h2>
                {each.collect_view()}
                {tell}
            </section>
        }
    });
    view! { {links} {corrections} }.into_any()
}

fn linked(
    shell: &Shell,
    lines: &[ChangeLine],
    sentence: fn(ChangeEffect, Lang) -> &'static str,
) -> Vec<AnyView> {
    let lines = lines.iter().map(|line| {
        let place = decision::section(line.section.number, line.section.year);
        let href = shell.link(&address::decision(line.id));
        view! {
            <p>
                {sentence(line.effect, shell.lang)} " "
                <a href=href>{place} " " {line.title.clone()}</a>
            </p>
        }
        .into_any()
    });
    lines.collect()
}

fn correction(shell: &Shell, line: &CorrectionLine) -> AnyView {
    let lang = shell.lang;
    let placed = Placed {
        below: 4,
        interface: lang,
    };
    let told = line.told.iter().map(|(party, on)| {
        let when = match on {
            Some(on) => format!("{} {}", LifeText::Told.text(lang), format::date(*on, lang)),
            None => LifeText::NotTold.text(lang).to_owned(),
        };
        view! { <li>{party.clone()} ": " {when}</li> }
    });
    let told: Vec<_> = told.collect();
    let (before, after) = (&line.before, &line.after);
    let replaced = [
        (Label::Resolution, &before.resolution, &after.resolution),
        (Label::Background, &before.background, &after.background),
    ];
    let replaced = replaced
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(label, before, _)| {
            view! { <h4>{label.text(lang)}</h4> <div class="decision-text">{text(before, placed)}</div> }
        });
    let replaced: Vec<_> = replaced.collect();
    let lines = [
        (Label::Title, &before.title.0, &after.title.0),
        (Label::Authority, &before.authority.0, &after.authority.0),
        (
            Label::AppliedProvisions,
            &before.applied_provisions.0,
            &after.applied_provisions.0,
        ),
        (
            Label::ContactOffice,
            &before.contact.office.0,
            &after.contact.office.0,
        ),
        (
            Label::ContactPerson,
            before.contact.person.reveal_to_official(),
            after.contact.person.reveal_to_official(),
        ),
    ];
    let lines = lines
        .into_iter()
        .filter(|(_, before, after)| before != after)
        .map(|(label, before, _)| view! { <p>{label.text(lang)} ": " {before.clone()}</p> });
    let lines: Vec<_> = lines.collect();
    view! {
        <h3>{corrected_on(line.on, lang)} ", " {line.office.clone()}</h3>
        <p class="lines">{line.reason.clone()}</p>
        <details class="govuk-details">
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{LifeText::Before.text(lang)}</span>
            </summary>
            <div class="govuk-details__text">{lines} {replaced}</div>
        </details>
        <ul>{told}</ul>
    }
    .into_any()
}

/// The hidden fields of the small forms on a sheet.
pub type SheetForm = Form<()>;
