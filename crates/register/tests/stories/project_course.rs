//! How a project goes on: its facts, phases and notes, and what its history says of them.

use domain::finding::FindingCode;
use domain::id::{CaseId, ProjectId};
use domain::organisation::DatedName;
use domain::project::history::{FieldValue, ProjectField};
use domain::project::note::NoteDraft;
use domain::project::phase::{Phase, PhaseDraft};
use domain::project::{ContactDraft, OrganisationChoice, ProjectDraft};
use domain::view::desk::ProjectSheet;
use register::organisations::{self, OrganisationDraft};
use register::projects::{notes, phases};
use register::views::{desk, public};
use register::{Refusal, decisions, projects, verify};
use store::Saved;
use time::macros::date;

use crate::on_both;
use crate::world::{World, day, manager, preparer, registrar, signing, slug};

on_both!(
    the_history_says_who_changed_what_from_what_to_what,
    phases_follow_each_other_and_are_taken_back_openly,
    notes_stand_by_the_day_they_were_written,
    the_public_sees_the_facts_and_neither_contacts_nor_notes,
    organisations_that_nobody_knows_are_refused_at_their_rows,
    a_version_that_is_not_as_logged_is_a_break,
);

async fn sheet(world: &World, name: &str) -> ProjectSheet {
    let sheet = desk::project_sheet(&world.register, preparer(), &slug(name)).await;
    sheet.expect("a sheet")
}

fn phase(code: &str, on: &str) -> PhaseDraft {
    PhaseDraft {
        project_phase: code.to_owned(),
        phase_on: on.to_owned(),
        phase_remark: "EURA-päätös".to_owned(),
    }
}

fn contact() -> ContactDraft {
    ContactDraft {
        contact_office: "Projektipäällikkö".to_owned(),
        contact_person: "Nimi".to_owned(),
        ..ContactDraft::default()
    }
}

async fn the_history_says_who_changed_what_from_what_to_what(world: &World) {
    use ProjectField as F;
    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let mut draft = ProjectDraft::from(&sheet(world, "hanke").await.project);
    draft.name = "Uusi nimi".to_owned();
    draft.city_role = "beneficiary".to_owned();
    draft.contacts = vec![contact(), ContactDraft::default()];
    let changed = projects::change(&world.register, registrar(), None, project, 1, &draft).await;
    changed.expect("it is changed");
    let running = phase("running", "1.10.2022");
    let moved = phases::record(&world.register, preparer(), None, project, 2, &running).await;
    moved.expect("it runs");

    let history = desk::project_history(&world.register, preparer(), &slug("hanke")).await;
    let history = history.expect("a history");
    let numbers: Vec<i64> = history.versions.iter().map(|line| line.version).collect();
    assert_eq!(numbers, [3, 2, 1]);
    let fields = |version: usize| {
        let changes = history.versions[version].changes.iter();
        changes.map(|change| change.field).collect::<Vec<_>>()
    };
    assert_eq!(fields(0), [F::Phase]);
    assert_eq!(fields(1), [F::Name, F::CityRole, F::Contacts]);
    assert_eq!(fields(2), [F::Name, F::Beneficiary, F::Period]);
    let name = &history.versions[1].changes[0];
    let text = |text: &str| Some(FieldValue::Text(text.to_owned()));
    assert_eq!((&name.from, &name.to), (&text("Hanke"), &text("Uusi nimi")));
    assert_eq!(history.versions[2].changes[0].from, None);
    let by = |version: usize| history.versions[version].by.clone().expect("an official");
    assert_ne!(by(0), by(1), "each by another official");
    assert!(by(1).1.contains("registrar"), "{:?}", by(1));
    // The address stays where the name changes.
    assert_eq!(history.project.slug, slug("hanke"));
    assert_eq!(history.project.facts.name, "Uusi nimi");
}

async fn undone(world: &World, id: ProjectId, version: i64, reason: &str) -> Result<(), Refusal> {
    phases::undo(&world.register, preparer(), None, id, version, reason).await
}

async fn phases_follow_each_other_and_are_taken_back_openly(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.project(case, "Hanke").await;
    let record = async |version, draft: PhaseDraft| {
        phases::record(&world.register, preparer(), None, id, version, &draft).await
    };
    let code = |result: Result<(), Refusal>| match result {
        Err(Refusal::Incomplete(findings)) => {
            let first = findings.iter().next().map(|found| found.code);
            first.expect("a finding")
        }
        other => unreachable!("{other:?}"),
    };
    let none = undone(world, id, 1, "Erehdys").await;
    assert!(matches!(none, Err(Refusal::NotInThisState(_))), "{none:?}");
    record(1, phase("running", "1.10.2022"))
        .await
        .expect("it runs");
    assert_eq!(
        code(record(2, phase("applied", "2.10.2022")).await),
        FindingCode::PhaseNotNext
    );
    assert_eq!(
        code(record(2, phase("ended", "30.9.2022")).await),
        FindingCode::DayBeforePhase
    );
    assert_eq!(
        code(record(2, phase("ended", "22.8.2023")).await),
        FindingCode::DayInFuture
    );
    let stale = record(1, phase("ended", "1.8.2023")).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    record(2, phase("ended", "1.8.2023"))
        .await
        .expect("it ends");
    let ended = sheet(world, "hanke").await.project.steps;
    assert_eq!(ended.began(), Some(date!(2022 - 10 - 01)));
    assert_eq!(ended.ended(), Some(date!(2023 - 08 - 01)));

    assert_eq!(code(undone(world, id, 3, " ").await), FindingCode::Missing);
    undone(world, id, 3, "Väärä hanke")
        .await
        .expect("it is taken back");
    let steps = sheet(world, "hanke").await.project.steps;
    assert_eq!(steps.now().map(|step| step.phase), Some(Phase::Running));
    assert!(steps.goes_on());
    let history = desk::project_history(&world.register, preparer(), &slug("hanke")).await;
    let history = history.expect("a history").versions;
    assert_eq!(history[0].reason, "Väärä hanke");
    assert_eq!(history[0].changes.len(), 1);
    assert_eq!(history.len(), 4);
    let report = verify::verify(&world.register).await.expect("it is read");
    assert_eq!(report.breaks, []);
    assert_eq!(report.project_versions, 4);
}

async fn notes_stand_by_the_day_they_were_written(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.project(case, "Hanke").await;
    let add = async |on: &str, note: &str| {
        let draft = NoteDraft {
            noted_on: on.to_owned(),
            note: note.to_owned(),
        };
        notes::add(&world.register, preparer(), None, id, &draft).await
    };
    add("20.8.2023", "Soitettu.\nPalataan.")
        .await
        .expect("added");
    add("1.8.2023", "Sähköposti.").await.expect("added");
    for (on, note, place) in [("22.8.2023", "x", "noted_on"), ("1.8.2023", " ", "note")] {
        let refused = add(on, note).await;
        let Err(Refusal::Incomplete(findings)) = refused else {
            unreachable!("{refused:?}");
        };
        assert_eq!(
            findings.iter().next().map(|found| &*found.place),
            Some(place)
        );
    }
    let sheet = sheet(world, "hanke").await;
    let written: Vec<_> = sheet
        .notes
        .iter()
        .map(|note| (note.number, &*note.text))
        .collect();
    assert_eq!(written, [(2, "Sähköposti."), (1, "Soitettu.\nPalataan.")]);
    // A note is no change of the project.
    assert_eq!(sheet.project.version, 1);
}

async fn organisation(world: &World, name: &str) -> OrganisationChoice {
    let draft = OrganisationDraft {
        name: name.to_owned(),
        kind: "authority".to_owned(),
        business_id: String::new(),
    };
    let added = organisations::add(&world.register, registrar(), None, &draft).await;
    OrganisationChoice {
        organisation: added.expect("a new organisation").to_string(),
    }
}

async fn the_public_sees_the_facts_and_neither_contacts_nor_notes(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.project(case, "Hanke").await;
    let authority = organisation(world, "Kainuun liitto").await;
    let partner = organisation(world, "Kumppani").await;
    let mut draft = ProjectDraft::from(&sheet(world, "hanke").await.project);
    draft.funding_authority = authority.organisation;
    draft.partners = vec![partner];
    draft.programme = "Ohjelma".to_owned();
    draft.contacts = vec![contact()];
    let changed = projects::change(&world.register, preparer(), None, id, 1, &draft).await;
    changed.expect("it is changed");
    let moved = phase("running", "1.10.2022");
    let moved = phases::record(&world.register, preparer(), None, id, 2, &moved).await;
    moved.expect("it runs");
    let hidden = public::project_page(&world.register, &slug("hanke")).await;
    assert!(
        matches!(hidden, Err(Refusal::NotFound)),
        "nothing is published"
    );
    published(world, case, id).await;
    let page = public::project_page(&world.register, &slug("hanke")).await;
    let page = page.expect("a page");
    assert_eq!(
        page.facts.funding_authority.as_deref(),
        Some("Kainuun liitto")
    );
    assert_eq!(page.facts.partners, ["Kumppani"]);
    assert_eq!(
        page.facts.phase,
        Some((Phase::Running, date!(2022 - 10 - 01)))
    );
    assert_eq!(page.facts.began, Some(date!(2022 - 10 - 01)));
    let shown = format!("{page:?}");
    for hidden in ["Projektipäällikkö", "Nimi", "EURA-päätös"] {
        assert!(!shown.contains(hidden), "{hidden}");
    }
    let renamed = DatedName {
        since: Some(date!(2023 - 08 - 21)),
        name: "Uusi liitto".to_owned(),
    };
    let mut tx = world
        .database
        .store()
        .write()
        .await
        .expect("the lock is free");
    let authority = page_authority(&mut tx, id).await;
    tx.add_organisation_name(authority, &renamed)
        .await
        .expect("renamed");
    tx.commit().await.expect("kept");
    let page = public::project_page(&world.register, &slug("hanke")).await;
    let name = page.expect("a page").facts.funding_authority;
    assert_eq!(name.as_deref(), Some("Uusi liitto"), "the name of the day");
}

/// Publishes a decision about the project.
async fn published(world: &World, case: CaseId, project: ProjectId) {
    let (register, draft) = (&world.register, world.draft("kaupunginjohtaja"));
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(register, manager(), None, id, 2, &signing("1")).await;
    signed.expect("it is signed");
    let on = day("21.8.2023");
    let published = decisions::publish(register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");
}

async fn page_authority(tx: &mut store::Tx, id: ProjectId) -> domain::id::OrganisationId {
    let project = tx
        .project(id)
        .await
        .expect("it is read")
        .expect("a project");
    project.facts.funding_authority.expect("an authority")
}

async fn organisations_that_nobody_knows_are_refused_at_their_rows(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.project(case, "Hanke").await;
    let unknown = |number: u128| OrganisationChoice {
        organisation: uuid::Uuid::from_u128(number).to_string(),
    };
    let draft = ProjectDraft {
        name: "Hanke".to_owned(),
        funding_authority: unknown(1).organisation,
        // Findings name rows as they are without the empty one.
        joint: vec![OrganisationChoice::default(), unknown(2)],
        partners: vec![unknown(3)],
        ..ProjectDraft::default()
    };
    let refused = projects::change(&world.register, preparer(), None, id, 1, &draft).await;
    let Err(Refusal::Incomplete(findings)) = refused else {
        unreachable!("{refused:?}");
    };
    let mut places: Vec<&str> = findings.iter().map(|found| &*found.place).collect();
    places.sort_unstable();
    assert_eq!(
        places,
        [
            "funding_authority",
            "joint-0-organisation",
            "partners-0-organisation"
        ]
    );
}

async fn a_version_that_is_not_as_logged_is_a_break(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.project(case, "Hanke").await;
    // A version that no event knows of, and lists that show something else than it.
    let mut tx = world
        .database
        .store()
        .write()
        .await
        .expect("the lock is free");
    let mut project = tx
        .project(id)
        .await
        .expect("it is read")
        .expect("a project");
    project.facts.name = "Toinen".to_owned();
    let versions = tx.project_versions(&project).await.expect("they are read");
    let saved = versions[0].saved.clone();
    let done = tx.save_project(&project, &saved).await;
    assert_eq!(done.expect("it is saved"), Saved::Saved { version: 2 });
    tx.commit().await.expect("it is kept");
    let report = verify::verify(&world.register).await.expect("it is read");
    let breaks: Vec<String> = report.breaks.iter().map(ToString::to_string).collect();
    assert_eq!(
        breaks,
        [format!(
            "project {id}: version 2 is not as the audit log says"
        )]
    );
}
