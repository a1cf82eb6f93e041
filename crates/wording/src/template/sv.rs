//! The Swedish templates.

use domain::decision::DecisionKind as K;

use super::{Open, Words};

pub(super) static WORDS: Words = Words {
    title,
    resolution,
    background,
    sum: "{amount} euro år {year}",
    and: "och",
    in_all: ", sammanlagt {amount} euro",
    runs: " Projektet genomförs under tiden {period}.",
    share: "Stadens andel av projektets finansiering är {share}.",
    provisions: "Kommunallagen (410/2015) 7 § och 91 §",
    open: Open {
        project: "projektets namn",
        beneficiary: "stödtagare",
        amount: "belopp",
        year: "år",
        condition: "villkor",
        earlier: "tidigare beslut och paragraf",
        what: "vad som beslutas",
        provisions: "tillämpade bestämmelser",
        authority: "paragraf i förvaltningsstadgan och delegeringsbeslut",
        withheld: "en personuppgift eller sekretessbelagd uppgift kopierades inte",
    },
};

const fn title(kind: K) -> &'static str {
    match kind {
        K::Grant => "Understöd till projektet {}",
        K::Participation => "Deltagande i finansieringen av projektet {}",
        K::ConditionalPromise => "Villkorlig förbindelse att finansiera projektet {}",
        K::Provision => "Beredskap att finansiera projektet {}",
        K::Amendment => "Ändring av finansieringsbeslutet om projektet {}",
        K::Repeal => "Upphävande av finansieringsbeslutet om projektet {}",
        K::Other => "",
    }
}

const fn resolution(kind: K) -> &'static str {
    match kind {
        K::Grant => {
            "{city} beviljar projektet {project} understöd: {sums}. Understödet betalas till {beneficiary}."
        }
        K::Participation => "{city} deltar i finansieringen av projektet {project}: {sums}.",
        K::ConditionalPromise => {
            "{city} förbinder sig att finansiera projektet {project}: {sums}. Förbindelsen är villkorlig: {condition}."
        }
        K::Provision => {
            "{city} har beredskap att finansiera projektet {project}: {sums}. Om finansieringen beslutas särskilt."
        }
        K::Amendment => "{city} ändrar sitt beslut {earlier}: {what}.",
        K::Repeal => "{city} upphäver sitt beslut {earlier}.",
        K::Other => "{what}",
    }
}

const fn background(kind: K) -> &'static str {
    match kind {
        K::Grant | K::Participation | K::ConditionalPromise | K::Provision => {
            "Projektet {project} genomförs av {beneficiary}.{period} [[vad som görs i projektet och varför]]\n\n\
             # Finansiering\n\n\
             {share} [[vad staden har ombetts om och varifrån den övriga finansieringen kommer]]\n\n\
             # Motivering\n\n\
             [[varför staden finansierar projektet]]"
        }
        K::Amendment => {
            "Tidigare beslut: {earlier}.\n\n\
             # Motivering\n\n\
             [[vad som har ändrats och varför beslutet ändras]]"
        }
        K::Repeal => {
            "Tidigare beslut: {earlier}.\n\n\
             # Motivering\n\n\
             [[varför beslutet upphävs och vad som händer med utbetald finansiering]]"
        }
        K::Other => "[[redogörelse och motivering]]",
    }
}
