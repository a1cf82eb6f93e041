//! Letters of commitment: what one would state today, and those that were given.

use domain::id::DecisionId;
use domain::view::desk::{GivenLetter, LetterSheet};
use store::GivenLetterRow;

use super::desk::read_as;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::commitment_letters::Letterable;
use crate::refusal::Refusal;
use crate::register::Register;

/// What a letter of a signed decision would state, and the letters given of it.
pub async fn of_decision(
    register: &Register,
    actor: &Actor,
    decision: DecisionId,
) -> Result<LetterSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let of = Letterable::load(register, &mut tx, decision, now).await?;
    let given = tx.letters_of_decision(decision).await?;
    Ok(LetterSheet {
        lines: of.lines,
        finality: of.finality,
        given: given.into_iter().map(given_letter).collect(),
    })
}

/// A letter as lists have it.
pub(super) fn given_letter(row: GivenLetterRow) -> GivenLetter {
    let letter = row.letter;
    GivenLetter {
        id: letter.id,
        decision: letter.decision,
        section: row.section,
        at: helsinki(letter.given_at),
        by: row.name,
        office: letter.office,
        code: letter.code,
        lang: letter.lang,
        valid_until: letter.valid_until,
    }
}
