//! The letter of commitment for the applicant: what it would state, the form that gives it, and the
//! letters that were given.

use domain::Lang;
use domain::commitment::{LetterDraft, LetterLine};
use domain::role::UseCase;
use domain::view::desk::{DecisionSheet, GivenLetter, LetterSheet};
use leptos::prelude::*;
use wording::commitment_letter::{CommitmentLetterText, finality};
use wording::desk::case::CaseText;
use wording::desk::commitment_letter::{LetterText as T, no_letter};
use wording::desk::{Label, Text};
use wording::publicity::ShownText;
use wording::{decision, names};

use super::page as decision_page;
use crate::components::date::{date, moment};
use crate::components::field::{Field, FieldKind};
use crate::components::money::money;
use crate::components::notice::{Notice, Tone};
use crate::components::select::{Choice, Select};
use crate::components::table::{Column, Row, listing, table};
use crate::pages::desk::address;
use crate::pages::desk::form::Form;
use crate::pages::desk::frame::{form, may, submit};
use crate::shell::Shell;

/// The page. Where no letter can be given it says why.
pub fn page(
    shell: &Shell,
    sheet: &DecisionSheet,
    letters: &LetterSheet,
    typed: &Form<LetterDraft>,
) -> AnyView {
    let lang = shell.lang;
    let offer = match &letters.lines {
        Ok(lines) => view! {
            <section class="listing" aria-labelledby="kirje">
                <h2 id="kirje">{T::States.text(lang)}</h2>
                {promises(shell, lines)}
                <p>{finality(letters.finality, lang)}</p>
            </section>
            {give(shell, sheet, typed)}
        }
        .into_any(),
        Err(why) => {
            let why = no_letter(*why, lang);
            view! { <Notice tone=Tone::Warning><p>{why}</p></Notice> }.into_any()
        }
    };
    let body = view! {
        <p>{T::Lead.text(lang)}</p>
        <p>{T::Kept.text(lang)}</p>
        {offer}
        <section class="listing" aria-labelledby="annetut">
            <h2 id="annetut">{T::Letters.text(lang)}</h2>
            {list(shell, &letters.given)}
        </section>
    };
    decision_page(shell, sheet, T::Letter.text(lang))
        .of_form(shell, typed)
        .view(shell, body)
}

/// The way to it from the sheet of a frozen decision that promises something to a project.
pub(super) fn letter_link(shell: &Shell, sheet: &DecisionSheet) -> Option<AnyView> {
    let sealed = sheet.decision.sealed()?;
    let promises = sheet.project.is_some() && !sealed.content.commitments.0.is_empty();
    promises.then(|| {
        let to = shell.link(&address::letters(sheet.decision.id));
        view! { <p class="on-screen"><a href=to>{T::Letter.text(shell.lang)} " (PDF)"</a></p> }
            .into_any()
    })
}

fn promises(shell: &Shell, lines: &[LetterLine]) -> AnyView {
    let lang = shell.lang;
    let columns = vec![
        Column::words(Label::Year.text(lang)),
        Column::words(Label::Strength.text(lang)),
        Column::numbers(Label::Amount.text(lang)),
    ];
    let rows = lines.iter().map(|line| {
        let year = line.year.map_or_else(
            || Text::NoYear.text(lang).to_owned(),
            |year| year.to_string(),
        );
        let strength = names::strength(line.strength, lang);
        let strength = line.condition.as_ref().map_or_else(
            || strength.to_owned(),
            |condition| format!("{strength}: {condition}"),
        );
        Row::new(year, vec![strength.into_any(), money(line.amount, lang)])
    });
    let caption = CommitmentLetterText::Promises.text(lang);
    table("kirjeen-rivit", caption, columns, rows.collect())
}

/// The form that gives a letter, for who may.
fn give(shell: &Shell, sheet: &DecisionSheet, typed: &Form<LetterDraft>) -> Option<AnyView> {
    let lang = shell.lang;
    if !may(shell, UseCase::GiveCommitmentLetter) {
        return None;
    }
    let languages = Lang::ALL.map(|of| Choice::new(of.code(), names::language(of, lang)));
    let fields = view! {
        <Select name="letter_lang" label=T::Language.text(lang)
            value=typed.draft.letter_lang.clone() choices=languages.into()
            error=typed.error("letter_lang", lang)/>
        <Field name="valid_until" label=CaseText::ValidUntil.text(lang) kind=FieldKind::Date
            value=typed.draft.valid_until.clone() hint=T::ValidUntilHint.text(lang).to_owned()
            error=typed.error("valid_until", lang)/>
        {submit(T::Give.text(lang))}
    };
    Some(form(
        shell,
        &address::letters(sheet.decision.id),
        typed,
        fields,
    ))
}

/// The letters that were given, or a sentence where there are none.
pub(in crate::pages::desk) fn list(shell: &Shell, given: &[GivenLetter]) -> AnyView {
    let lang = shell.lang;
    if given.is_empty() {
        return view! { <p>{T::NoLetters.text(lang)}</p> }.into_any();
    }
    let columns = [
        ShownText::Code.text(lang),
        Label::Decision.text(lang),
        Label::Day.text(lang),
        T::GivenBy.text(lang),
        Label::Office.text(lang),
        T::Language.text(lang),
        CaseText::ValidUntil.text(lang),
    ];
    let rows = given.iter().map(|line| row(shell, line));
    listing(
        "rahoitussitoumukset",
        T::Letters.text(lang),
        columns.map(Column::words).into(),
        rows.collect(),
    )
}

fn row(shell: &Shell, line: &GivenLetter) -> Row {
    let lang = shell.lang;
    let pdf = shell.link(&address::letter_pdf(line.decision, line.id));
    let code = view! { <a href=pdf type="application/pdf">{line.code.clone()} " (PDF)"</a> };
    let section = decision::section(line.section.number, line.section.year);
    let sheet = shell.link(&address::decision(line.decision));
    let section = view! { <a href=sheet>{line.section.series.to_string()} " " {section}</a> };
    Row::new(
        code,
        vec![
            section.into_any(),
            moment(line.at, lang),
            line.by.reveal_to_official().clone().into_any(),
            line.office.clone().into_any(),
            names::language(line.lang, lang).into_any(),
            line.valid_until.map(|day| date(day, lang)).into_any(),
        ],
    )
}
