//! `extract decision`: the public version, or a recipient's certified extract.

use domain::publicity::Personal;
use register::extracts::{self, CertifyDraft};
use register::views::desk;
use register::{Actor, users};

use super::binary::Place;

const SECTION: &str = "kaupunginjohtaja/2023/5";

#[test]
fn the_public_version_goes_to_standard_output_or_into_a_file() {
    let place = Place::with_example();
    let run = place.run(&["extract", "decision", SECTION]).done();
    assert!(run.out.starts_with(b"%PDF-"));
    assert_eq!(run.messages, "");
    let by_address = place.run(&["extract", "decision", "/paatokset/kaupunginjohtaja/2023/5"]);
    assert_eq!(by_address.done().out, run.out);
    std::fs::write(place.file("paatos.pdf"), "vanha").expect("it is written");
    let to_file = place.run(&["extract", "decision", SECTION, "-o", "paatos.pdf"]);
    assert_eq!(to_file.done().out, b"");
    let written = std::fs::read(place.file("paatos.pdf")).expect("it is written");
    assert_eq!(written, run.out);
    assert!(!place.files().iter().any(|file| file.contains(".part")));
}

#[test]
fn what_cannot_be_given_is_refused_and_leaves_no_file() {
    let place = Place::with_example();
    let unknown = "kaupunginjohtaja/2023/999";
    place
        .run(&["extract", "decision", unknown, "-o", "paatos.pdf"])
        .refused("no decision is published at kaupunginjohtaja/2023/999");
    let nobody = "01890000-0000-7000-8000-000000000000";
    place
        .run(&[
            "extract",
            "decision",
            SECTION,
            "--recipient",
            nobody,
            "-o",
            "paatos.pdf",
        ])
        .refused("has no certified extract for the recipient");
    place
        .run(&["extract", "decision", SECTION, "-o", "ei/ole/paatos.pdf"])
        .refused("ei/ole/paatos.pdf cannot be written");
    assert!(!place.files().contains(&"paatos.pdf".to_owned()));
}

#[tokio::test]
async fn the_certified_extract_is_that_of_the_address_and_the_recipient() {
    let place = Place::with_example();
    let register = place.register().await;
    let operator = Actor::operator("test");
    let accounts = users::list(&register, &operator).await.expect("accounts");
    let registrar = accounts
        .into_iter()
        .find(|one| one.email == Personal::new("kirjaaja@esimerkki.invalid".to_owned()));
    let registrar = registrar.expect("the example has a registrar");
    let found = desk::desk(&register, &registrar).await.expect("a desk");
    let decision = found.published.iter().find(|line| {
        line.section
            .as_ref()
            .is_some_and(|at| at.to_string() == SECTION)
    });
    let decision = decision.expect("the decision is published").id;
    let registrar = Actor::Official(registrar);
    let sheet = desk::decision_sheet(&register, &registrar, decision).await;
    let service = sheet.expect("a sheet").services[0].service.clone();
    let draft = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    let url = "http://127.0.0.1:3000";
    let certified = extracts::certify(&register, &registrar, None, service.id, &draft, url).await;
    let extract = certified.expect("an extract is certified");
    register.close().await;

    let (recipient, extract) = (service.recipient.to_string(), extract.to_string());
    let of =
        |address: &str, id: &str| place.run(&["extract", "decision", address, "--recipient", id]);
    let by_recipient = of(SECTION, &recipient).done();
    assert!(by_recipient.out.starts_with(b"%PDF-"));
    assert_eq!(of(SECTION, &extract).done().out, by_recipient.out);
    // The address is not for show: the extract is of the decision there.
    for id in [&recipient, &extract] {
        of("kaupunginjohtaja/2022/5", id).refused("has no certified extract");
    }
}
