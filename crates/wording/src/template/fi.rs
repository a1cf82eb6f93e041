//! The Finnish templates.

use domain::decision::DecisionKind as K;

use super::{Open, Words};

pub(super) static WORDS: Words = Words {
    title,
    resolution,
    background,
    sum: "{amount} euroa vuonna {year}",
    and: "ja",
    in_all: ", yhteensä {amount} euroa",
    runs: " Hanke toteutetaan aikana {period}.",
    share: "Kaupungin osuus hankkeen rahoituksesta on {share}.",
    provisions: "Kuntalaki (410/2015) 7 § ja 91 §",
    open: Open {
        project: "hankkeen nimi",
        beneficiary: "tuensaaja",
        amount: "summa",
        year: "vuosi",
        condition: "ehto",
        earlier: "aiempi päätös ja pykälä",
        what: "mitä päätetään",
        provisions: "sovelletut oikeusohjeet",
        authority: "hallintosäännön pykälä ja toimivallan siirtopäätös",
        withheld: "henkilötieto tai salainen tieto jätetty kopioimatta",
    },
};

const fn title(kind: K) -> &'static str {
    match kind {
        K::Grant => "Avustus hankkeelle {}",
        K::Participation => "Osallistuminen hankkeen {} rahoitukseen",
        K::ConditionalPromise => "Ehdollinen sitoumus hankkeen {} rahoitukseen",
        K::Provision => "Varautuminen hankkeen {} rahoitukseen",
        K::Amendment => "Hankkeen {} rahoituspäätöksen muuttaminen",
        K::Repeal => "Hankkeen {} rahoituspäätöksen kumoaminen",
        K::Other => "",
    }
}

const fn resolution(kind: K) -> &'static str {
    match kind {
        K::Grant => {
            "{city} myöntää hankkeelle {project} avustusta {sums}. Avustuksen saa {beneficiary}."
        }
        K::Participation => "{city} osallistuu hankkeen {project} rahoitukseen: {sums}.",
        K::ConditionalPromise => {
            "{city} sitoutuu rahoittamaan hanketta {project}: {sums}. Sitoumus on ehdollinen: {condition}."
        }
        K::Provision => {
            "{city} varautuu rahoittamaan hanketta {project}: {sums}. Rahoituksesta päätetään erikseen."
        }
        K::Amendment => "{city} muuttaa päätöstään {earlier}: {what}.",
        K::Repeal => "{city} kumoaa päätöksensä {earlier}.",
        K::Other => "{what}",
    }
}

const fn background(kind: K) -> &'static str {
    match kind {
        K::Grant | K::Participation | K::ConditionalPromise | K::Provision => {
            "Hankkeen {project} toteuttaa {beneficiary}.{period} [[mitä hankkeessa tehdään ja miksi]]\n\n\
             # Rahoitus\n\n\
             {share} [[mitä kaupungilta on pyydetty ja mistä muu rahoitus tulee]]\n\n\
             # Perustelut\n\n\
             [[miksi kaupunki rahoittaa hanketta]]"
        }
        K::Amendment => {
            "Aiempi päätös: {earlier}.\n\n\
             # Perustelut\n\n\
             [[mikä on muuttunut ja miksi päätöstä muutetaan]]"
        }
        K::Repeal => {
            "Aiempi päätös: {earlier}.\n\n\
             # Perustelut\n\n\
             [[miksi päätös kumotaan ja mitä maksetulle rahoitukselle tapahtuu]]"
        }
        K::Other => "[[selostus ja perustelut]]",
    }
}
