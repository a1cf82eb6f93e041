//! Writes the documents that the register itself makes, for the validators.
//!
//! `PDF_SAMPLES=folder cargo test -p register --test samples` writes them to the folder; without
//! the variable they are only made. `end2end/pdf/validate.py` then judges them.

mod kinds;
mod letters;

use std::fs;
use std::path::PathBuf;

use domain::Lang;
use domain::decision::{CommitmentDraft, DecisionDraft, PartyDraft};
use domain::id::DecisionId;
use domain::section::Section;
use domain::service::ServiceDraft;
use register::cases::{self, CaseDraft};
use register::decisions::{self, PublishDraft, RecordDraft};
use register::extracts::{self, CertifyDraft};
use register::legal_force::{self, StatementDraft};
use register::views::desk;
use register::{Actor, Clock, Register, demo, documents, services, sessions};
use store::testing::Database;
use time::Duration;
use time::macros::datetime;

pub(crate) const URL: &str = "http://127.0.0.1:3000";

#[tokio::test]
async fn the_documents_of_the_register_are_written_where_the_validators_look() {
    let clock = Clock::fixed(datetime!(2023-08-21 06:00 UTC));
    let database = Database::sqlite().await;
    let register = Register::open(database.url(), clock.clone())
        .await
        .expect("it opens");
    let loaded = demo::load(&register, &Actor::operator("testaaja")).await;
    loaded.expect("it is loaded");
    let registrar = signed_in(&register, "kirjaaja").await;

    let mining: Section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    for lang in Lang::ALL {
        let pdf = documents::public_version(&register, &mining, lang, URL).await;
        write(
            &format!("decision-{}", lang.code()),
            &pdf.expect("it is made").bytes,
        );
    }
    let short = recorded(&register, &registrar, "6/2023", "Lyhyt.").await;
    let pdf = extract(&register, &registrar, short).await;
    write("extract-short", &pdf);
    let paragraph = "Hanke vahvistaa kaivosten paikallisia alihankkijaverkostoja. ".repeat(12);
    let long = format!("{paragraph}\n\n- yksi\n- kaksi\n\n| Vuosi | Euroa |\n| 2023 | 2 500 |\n\n");
    let long = recorded(&register, &registrar, "7/2023", &long.repeat(10)).await;
    let pdf = extract(&register, &registrar, long).await;
    write("extract-long", &pdf);

    let list = desk::call_in(&register, &registrar).await;
    let list = list.expect("a list");
    assert!(!list.lines.is_empty());
    for lang in Lang::ALL {
        let pdf = documents::call_in_pdf(&register, list.clone(), lang).await;
        write(
            &format!("call-in-{}", lang.code()),
            &pdf.expect("it is made"),
        );
    }
    letters::write_all(&register).await;
    kinds::write_all(&register).await;
    certificates(&register, &registrar, &clock, short).await;
}

/// An official of the example register, by the first part of the address.
pub(crate) async fn signed_in(register: &Register, name: &str) -> Actor {
    let email = format!("{name}@esimerkki.invalid");
    let signed_in = sessions::sign_in(register, &email, &format!("esimerkki-{name}")).await;
    Actor::Official(signed_in.expect("the password is right").official)
}

/// A certificate of legal force, and the same one void.
async fn certificates(register: &Register, registrar: &Actor, clock: &Clock, id: DecisionId) {
    let published = PublishDraft {
        published_on: "21.8.2023".to_owned(),
        ..PublishDraft::default()
    };
    let made = decisions::publish(register, registrar, None, id, 2, &published).await;
    made.expect("it is published");
    let sheet = desk::decision_sheet(register, registrar, id).await;
    let service = sheet.expect("a sheet").services[0].service.id;
    let posted = ServiceDraft {
        means: "letter".to_owned(),
        event_on: "21.8.2023".to_owned(),
        ..ServiceDraft::default()
    };
    let served = services::record(register, registrar, None, service, 1, &posted).await;
    served.expect("the posting day is recorded");
    clock.advance(Duration::days(30));
    let checked = StatementDraft {
        registry_checked_on: "13.9.2023".to_owned(),
        court_checked_on: "14.9.2023".to_owned(),
    };
    let stated = legal_force::state(register, registrar, None, id, &checked).await;
    stated.expect("nothing stands in the way");
    let given = legal_force::certify(register, registrar, None, id, "Kajaani", URL).await;
    let given = given.expect("it is given");
    let pdf = documents::certificate(register, registrar, given).await;
    write("certificate", &pdf.expect("it is made"));
    let reopened = legal_force::reopen_statement(register, registrar, None, id, "Virhe").await;
    reopened.expect("it is reopened");
    let pdf = documents::certificate(register, registrar, given).await;
    write("certificate-void", &pdf.expect("it is made"));
}

/// A decision recorded from minutes, with one party.
async fn recorded(
    register: &Register,
    registrar: &Actor,
    section: &str,
    background: &str,
) -> DecisionId {
    let number = u32::try_from(1_000 + section.len() + background.len());
    let change = |draft| DecisionDraft {
        background: background.to_owned(),
        ..draft
    };
    let id = begun(register, registrar, number.expect("a number"), change).await;
    let record = RecordDraft {
        section: section.to_owned(),
        source: "Pöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar, None, id, 1, &record).await;
    recorded.expect("it is recorded");
    id
}

/// A draft with one party in a case of its own.
pub(crate) async fn begun(
    register: &Register,
    registrar: &Actor,
    number: u32,
    change: impl FnOnce(DecisionDraft) -> DecisionDraft,
) -> DecisionId {
    let organisations = desk::organisations(register, registrar)
        .await
        .expect("a list");
    let grantee = organisations.iter().find(|one| one.name.ends_with(" Oy"));
    let case = CaseDraft {
        number: format!("KAJDno-2023-{number}"),
        public_title: "Hankkeen rahoitus".to_owned(),
        ..CaseDraft::default()
    };
    let case = cases::open(register, registrar, None, &case)
        .await
        .expect("it is opened");
    let draft = change(DecisionDraft {
        title: "Osallistuminen hankkeen rahoitukseen".to_owned(),
        lang: "fi".to_owned(),
        series: "kaupunginjohtaja".to_owned(),
        resolution: "Kaupunki maksaa 2 500 euroa.".to_owned(),
        background: "Lyhyt.".to_owned(),
        authority: "Hallintosääntö 17 §".to_owned(),
        commitments: vec![CommitmentDraft {
            year: "2023".to_owned(),
            amount: "2 500".to_owned(),
            strength: "granted".to_owned(),
            ..CommitmentDraft::default()
        }],
        contact_office: "Kirjaamo".to_owned(),
        parties: vec![PartyDraft {
            organisation: grantee.expect("the grantee is there").id.to_string(),
            means: "letter".to_owned(),
        }],
        remedy: "rectification".to_owned(),
        ..DecisionDraft::default()
    });
    let id = decisions::draft(register, registrar, None, case, None, &draft).await;
    id.expect("a draft is begun")
}

async fn extract(register: &Register, registrar: &Actor, id: DecisionId) -> Vec<u8> {
    let draft = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    extract_as(register, registrar, id, &draft).await
}

pub(crate) async fn extract_as(
    register: &Register,
    registrar: &Actor,
    id: DecisionId,
    draft: &CertifyDraft,
) -> Vec<u8> {
    let sheet = desk::decision_sheet(register, registrar, id)
        .await
        .expect("a sheet");
    let service = sheet.services[0].service.id;
    let extract = extracts::certify(register, registrar, None, service, draft, URL).await;
    let extract = extract.expect("it is certified");
    let pdf = documents::extract(register, registrar, extract).await;
    pdf.expect("it is made")
}

pub(crate) fn write(name: &str, pdf: &[u8]) {
    assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
    if let Some(folder) = std::env::var_os("PDF_SAMPLES").map(PathBuf::from) {
        fs::create_dir_all(&folder).expect("the folder can be made");
        fs::write(folder.join(name).with_extension("pdf"), pdf).expect("it can be written");
    }
}
