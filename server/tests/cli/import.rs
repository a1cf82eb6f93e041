//! `import decision`.

use std::path::Path;

use super::binary::Place;

/// The text of the real decision.
pub(crate) fn real() -> String {
    let seeds = Path::new("../../shared/seeds");
    let file = seeds.join("002_90135898b5d6b260.txt");
    std::fs::read_to_string(file).expect("the document stands beside the checkout")
}

fn place_with(place: Place, text: &str) -> Place {
    std::fs::write(place.file("paatos.txt"), text).expect("it is written");
    place
}

#[test]
fn a_dry_run_prints_what_it_read_and_touches_no_database() {
    let place = place_with(Place::new(), &real());
    let run = place
        .run(&["import", "decision", "paatos.txt", "--dry-run"])
        .done();
    for said in [
        "Luettu\n",
        "Päätelty, vahvista\n",
        "Ei löytynyt\n",
        "Poikkeaa\n",
    ] {
        assert!(run.text().contains(said), "{said} in {}", run.text());
    }
    assert_eq!(run.messages, "");
    assert_eq!(place.files(), ["paatos.txt"]);
    let swedish = [
        "import",
        "decision",
        "paatos.txt",
        "--dry-run",
        "--lang",
        "sv",
    ];
    assert!(
        place
            .run(&swedish)
            .done()
            .text()
            .contains("Hittades inte\n")
    );
}

#[test]
fn the_reading_is_printed_as_json() {
    let place = place_with(Place::new(), &real());
    let arguments = ["import", "decision", "paatos.txt", "--dry-run", "--json"];
    let run = place.run(&arguments).done();
    let reading: serde_json::Value = serde_json::from_str(run.text()).expect("it is JSON");
    assert_eq!(reading["case_number"], "KAJDno-2023-912");
}

#[test]
fn a_document_is_taken_in_once() {
    let place = place_with(Place::with_registrar(), &real());
    let import = ["import", "decision", "paatos.txt"];
    let run = place.run(&import).done();
    assert!(run.text().contains("KAJDno-2023-912"), "{}", run.text());
    assert!(
        run.messages.contains("drafted decision"),
        "{}",
        run.messages
    );
    assert!(run.messages.contains("Kainuun liitto"), "{}", run.messages);
    // Standard input says the same; the register has its section already.
    let again = place.run_with(&["import", "decision", "-"], real().as_bytes());
    assert_eq!(again.code(), Some(1), "{}", again.messages);
    assert!(
        again.messages.contains("Pykälä: Tarkista pykälä"),
        "{}",
        again.messages
    );
    place.run(&["verify"]).done();
}

#[test]
fn a_project_that_is_there_already_is_kept_and_that_is_said() {
    let place = place_with(Place::with_registrar(), &real());
    place.run(&["import", "decision", "paatos.txt"]).done();
    let other =
        real()
            .replacen("§ 5", "§ 6", 1)
            .replacen("lokakuusta 2022", "marraskuusta 2022", 1);
    let place = place_with(place, &other);
    for (lang, says) in [
        (
            "en",
            "First month: in the register 10/2022, in the document 11/2022.",
        ),
        (
            "fi",
            "Ensimmäinen kuukausi: rekisterissä 10/2022, asiakirjassa 11/2022.",
        ),
    ] {
        let import = ["import", "decision", "paatos.txt", "--lang", lang];
        let run = place.run(&import).done();
        assert!(run.messages.contains(says), "{says} in {}", run.messages);
        let place_of_next = other.replacen("§ 6", "§ 7", 1);
        std::fs::write(place.file("paatos.txt"), place_of_next).expect("it is written");
    }
}

#[test]
fn a_file_that_is_no_decision_is_refused_in_the_language_asked() {
    let place = place_with(Place::with_registrar(), "Hei, mitä kuuluu?");
    let import = ["import", "decision", "paatos.txt"];
    place.run(&import).refused("Teksti ei ole päätösasiakirja");
    let swedish = [&import[..], &["--lang", "sv"]].concat();
    place
        .run(&swedish)
        .refused("Texten är inte ett beslutsdokument");
    place
        .run(&["import", "decision", "puuttuu.txt"])
        .refused("puuttuu.txt cannot be opened");
}

#[test]
fn without_a_registrar_the_account_that_is_missing_is_named() {
    let place = place_with(Place::new(), &real());
    place.add_user("tarkastaja@example.fi", "auditor").done();
    let run = place.run(&["import", "decision", "paatos.txt"]);
    assert_eq!(run.code(), Some(1));
    assert!(
        run.messages.contains("user add --role registrar"),
        "{}",
        run.messages
    );
}
