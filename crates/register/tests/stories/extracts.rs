//! An extract that was given stays as it was given.

use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::id::{ExtractId, ProjectId, ServiceId};
use domain::project::ProjectDraft;
use register::extracts::{self, CertifyDraft};
use register::views::desk;
use register::{decisions, documents, funding_plans, projects, services};

use crate::on_both;
use crate::world::{URL, World, day, letter, manager, preparer, registrar, signing};

on_both!(an_extract_is_printed_again_as_it_was_given);

async fn an_extract_is_printed_again_as_it_was_given(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let project = world.project(case, "Kaivoskumppani").await;
    plan(world, project, 0, "80").await;
    let draft = world.draft("kaupunginjohtaja");
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("a draft without findings is sent");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing("5")).await;
    signed.expect("it is signed");
    let sheet = desk::decision_sheet(register, registrar(), id).await;
    let service = sheet.expect("a sheet").services[0].service.id;
    let first = certify(world, service).await;
    let given = print(world, first).await;
    let code = code_of(world, first).await;
    for words in [&*code, "Suunnitelman versio 1, tallennettu 21.8.2023."] {
        assert!(document(world, first).await.contains(words), "{words}");
    }

    // Everything changes that can.
    let posted = letter("21.8.2023");
    let served = services::record(register, registrar(), None, service, 1, &posted).await;
    served.expect("the posting day is recorded");
    plan(world, project, 1, "75").await;
    let renamed = ProjectDraft {
        name: "Toinen nimi".to_owned(),
        ..ProjectDraft::default()
    };
    let changed = projects::change(register, preparer(), None, project, 1, &renamed).await;
    changed.expect("the facts are changed");
    let on = day("21.8.2023");
    let published = decisions::publish(register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");
    assert_eq!(print(world, first).await, given, "an extract given stays");

    // One that is given now says what holds now, and has a code of its own.
    let second = certify(world, service).await;
    let now = document(world, second).await;
    for words in ["Toinen nimi", "versio 2", "postitettu 21.8.2023"] {
        assert!(now.contains(words), "{words} in {now}");
        assert!(!document(world, first).await.contains(words), "{words}");
    }
    assert_ne!(code_of(world, second).await, code);
}

async fn plan(world: &World, project: ProjectId, replaces: u32, share: &str) {
    let draft = FundingPlanDraft {
        reason: "Versio".to_owned(),
        rows: vec![FundingRowDraft {
            funders: "Kajaanin ammattikorkeakoulu Oy".to_owned(),
            category: "own_contribution".to_owned(),
            share: share.to_owned(),
            ..FundingRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    };
    let register = &world.register;
    let saved = funding_plans::save(register, preparer(), None, project, replaces, &draft).await;
    saved.expect("a plan is saved");
}

async fn certify(world: &World, service: ServiceId) -> ExtractId {
    let draft = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    let certified =
        extracts::certify(&world.register, registrar(), None, service, &draft, URL).await;
    certified.expect("an extract is certified")
}

async fn print(world: &World, extract: ExtractId) -> Vec<u8> {
    let pdf = documents::extract(&world.register, registrar(), extract).await;
    pdf.expect("it is made")
}

/// What is kept of an extract to print it.
async fn document(world: &World, extract: ExtractId) -> String {
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let kept = tx.extract_document(extract).await.expect("it is read");
    kept.expect("it is there")
}

async fn code_of(world: &World, extract: ExtractId) -> String {
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let kept = tx.extract(extract).await.expect("it is read");
    kept.expect("it is there").code
}
