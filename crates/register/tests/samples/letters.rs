//! Letters of commitment of the example register, each in every language.

use domain::Lang;
use domain::commitment::LetterDraft;
use domain::id::DecisionId;
use domain::view::desk::LetterSheet;
use register::views::{desk, letters};
use register::{Actor, Register, commitment_letters, documents};

use crate::{URL, signed_in, write};

/// Writes a letter of every decision of the example register of which one can be given.
pub(crate) async fn write_all(register: &Register) {
    let finance = signed_in(register, "talous").await;
    let mut written = 0;
    for appeal in desk::appeals(register, &finance).await.expect("a list") {
        let id = appeal.decision.id;
        let sheet = letters::of_decision(register, &finance, id).await;
        let Ok(LetterSheet { lines: Ok(_), .. }) = sheet else {
            continue;
        };
        written += 1;
        for lang in Lang::ALL {
            let name = format!("commitment-letter-{written}-{}", lang.code());
            write(&name, &letter(register, &finance, id, lang).await);
        }
    }
    assert!(written > 0, "the example has a promise to a project");
}

async fn letter(register: &Register, finance: &Actor, id: DecisionId, lang: Lang) -> Vec<u8> {
    let draft = LetterDraft {
        letter_lang: lang.code().to_owned(),
        valid_until: "31.12.2023".to_owned(),
    };
    let given = commitment_letters::give(register, finance, None, id, &draft, URL).await;
    let given = given.expect("a letter");
    let pdf = documents::commitment_letter(register, finance, given).await;
    pdf.expect("it is printed")
}
