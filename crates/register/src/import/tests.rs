//! Another document of the family: written for this test, of no real case.

use domain::service::ServiceMeans;
use time::macros::date;

use super::{NoteKind, Reading, SectionRead, Subject, read};

const DOCUMENT: &str = "Vaalan kunta                 Viranhaltijapäätös                1 (2)
Kehitysjohtaja 18.2.2020 § 1/2020
VAADno-2020-84

Osallistuminen Koskivesi-hankkeen rahoitukseen

Selostus asiasta

Hankkeen sisältö

Hanke toteutetaan 1.1.2020–31.12.2022. Hankkeen kokonaiskustannukset ovat 155 222
euroa. Hankkeen toteuttajana toimii Kainuun opisto. Rahoitus tulee Pohjolan
liitolta (70 %), Kainuun opisto Oy:ltä (10,45 %) ja Vaalan kunnalta (19,55 %).

• ensin [1] suunnitellaan,
• sitten {toteutetaan} aluekehittä-
misen hengessä

Toimivallan peruste: Hallintosääntö 17 §
Sovelletut oikeusohjeet
Kuntalaki 39 §

Päätös

Sitoudutaan enintään 2 000 eurolla vuonna 2020 ja 2 000 eurolla vuonna 2021
edellyttäen, että hanke saa EAKR-rahoituksen.

Lisätietoja: vs. kehitysjohtaja Maija Malli, puh. 040 000 0000

Tiedoksi: Pohjolan liitto; Talouspalvelut

Allekirjoitus
Maija Malli
vs. kehitysjohtaja

Nähtävänäolo
Julkaistu kunnan verkkosivuilla 19.2.2020.

Tiedoksianto asianosaiselle
Sähköpostitse 20.2.2020

Oikaisuvaatimusohje
Oikaisuvaatimus on tehtävä 21 päivän kuluessa päätöksen tiedoksisaannista.
Kunnan jäsenen katsotaan saaneen tiedon seitsemän päivän kuluttua julkaisemisesta.
Tieto saadaan viiden päivän kuluttua viestin lähettämisestä.
Postiosoite: PL 1,
91700 Vaala
Viranomainen, jolle oikaisuvaatimus tehdään, on Vaalan kunnanhallitus.
";

fn reading() -> Reading {
    read(DOCUMENT.as_bytes()).expect("it is a decision")
}

fn about(reading: &Reading, kind: NoteKind) -> Vec<Subject> {
    let of_kind = reading.notes.iter().filter(|note| note.kind == kind);
    of_kind.map(|note| note.subject).collect()
}

#[test]
fn the_head_of_another_document_is_read() {
    let reading = reading();
    let number = reading.case_number.as_ref().map(ToString::to_string);
    assert_eq!(number.as_deref(), Some("VAADno-2020-84"));
    assert_eq!(
        reading.draft.title,
        "Osallistuminen Koskivesi-hankkeen rahoitukseen"
    );
    let section = SectionRead {
        number: 1,
        year: Some(2020),
    };
    assert_eq!(reading.section, Some(section));
    assert_eq!(reading.elsewhere.decided_on, Some(date!(2020 - 02 - 18)));
    assert_eq!(reading.elsewhere.no_later_than, None);
    assert!(about(&reading, NoteKind::Read).contains(&Subject::Section));
    assert!(reading.draft.unrecognised.contains("Viranhaltijapäätös"));
}

#[test]
fn the_texts_of_another_document_become_blocks() {
    let draft = reading().draft;
    assert!(
        draft
            .background
            .starts_with("# Selostus asiasta\n\n## Hankkeen sisältö\n\nHanke toteutetaan"),
        "{}",
        draft.background
    );
    let list =
        "- ensin \\[1\\] suunnitellaan,\n- sitten \\{toteutetaan\\} aluekehittämisen hengessä";
    assert!(draft.background.ends_with(list), "{}", draft.background);
    assert_eq!(draft.authority, "Hallintosääntö 17 §");
    assert_eq!(draft.applied_provisions, "Kuntalaki 39 §");
    assert_eq!(draft.contact_office, "Vs. kehitysjohtaja");
    assert_eq!(draft.contact_person, "Maija Malli, puh. 040 000 0000");
    assert_eq!(draft.distribution, "Pohjolan liitto\nTalouspalvelut");
    assert_eq!(draft.series, "vs-kehitysjohtaja");
}

#[test]
fn the_money_of_another_document_is_read_with_its_condition() {
    let reading = reading();
    let lines = &reading.draft.commitments;
    let shown: Vec<_> = lines
        .iter()
        .map(|line| {
            (
                line.year.as_str(),
                line.amount.as_str(),
                line.strength.as_str(),
            )
        })
        .collect();
    assert_eq!(
        shown,
        [
            ("2020", "2 000,00", "conditional"),
            ("2021", "2 000,00", "conditional")
        ]
    );
    assert_eq!(
        lines[0].condition,
        "edellyttäen, että hanke saa EAKR-rahoituksen"
    );
    assert_eq!(reading.project.name, "Koskivesi");
    assert_eq!(
        (
            reading.project.first_month.as_str(),
            reading.project.last_month.as_str()
        ),
        ("1/2020", "12/2022")
    );
    assert_eq!(reading.plan.total_cost, "155 222,00");
    let rows: Vec<_> = reading
        .plan
        .rows
        .iter()
        .map(|row| {
            (
                row.funders.as_str(),
                row.category.as_str(),
                row.share.as_str(),
                row.total.as_str(),
            )
        })
        .collect();
    assert_eq!(
        rows,
        [
            ("Pohjolan liitto", "other_public", "70 %", ""),
            ("Kainuun opisto Oy", "own_contribution", "10,45 %", ""),
            ("Vaalan kunta", "municipal_share", "19,55 %", "4 000,00"),
        ]
    );
    assert_eq!(reading.plan.rows[2].amounts, ["2 000,00", "2 000,00", ""]);
    assert_eq!(reading.party.as_deref(), Some("Kainuun opisto Oy"));
}

#[test]
fn the_service_and_instruction_of_another_document_are_read_and_compared() {
    use Subject as S;
    let reading = reading();
    assert_eq!(reading.service.means, Some(ServiceMeans::EMessage));
    assert_eq!(reading.service.event_on, Some(date!(2020 - 02 - 20)));
    assert_eq!(reading.publication.on, Some(date!(2020 - 02 - 19)));
    let authority = &reading.receiving_authority;
    assert_eq!(
        authority.postal_address.as_deref(),
        Some("PL 1, 91700 Vaala")
    );
    assert_eq!(
        about(&reading, NoteKind::Deviates),
        [S::Period, S::EMessageKnowledge]
    );
    let missing = about(&reading, NoteKind::NotFound);
    for subject in [
        S::LetterKnowledge,
        S::NonDays,
        S::ClosingHour,
        S::KnowledgeDayCounted,
        S::Claimants,
    ] {
        assert!(missing.contains(&subject), "{subject:?} in {missing:?}");
    }
}
