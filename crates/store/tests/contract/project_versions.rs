//! Versions of projects, and notes about them.

use domain::case::CaseState;
use domain::project::history::{ProjectVersion, VersionSaved};
use domain::project::note::ProjectNote;
use domain::project::phase::PhaseSteps;
use domain::publicity::Personal;
use store::{Saved, Store};
use time::macros::date;

use crate::cases::step;
use crate::world::{self, CASE, PROJECT, at, id, saved};
use crate::{on_both, raw};

on_both!(
    each_version_of_a_project_is_kept_as_it_was_saved,
    nothing_of_a_version_is_changed_or_removed,
    notes_are_only_added_to,
    a_disposal_empties_contacts_and_removes_notes,
);

async fn each_version_of_a_project_is_kept_as_it_was_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.all_projects().await.unwrap(), [id(PROJECT)]);
    let first = world::project(PROJECT, "kaivoskumppani");
    let mut second = first.clone();
    "Toinen nimi".clone_into(&mut second.facts.name);
    second.facts.partners = first.facts.joint_beneficiaries.clone();
    second.facts.joint_beneficiaries = Vec::new();
    second.steps = PhaseSteps::default();
    second.contacts = Vec::new();
    let undone = VersionSaved {
        at: at(5),
        by: None,
        office: None,
        reason: "Kirjattu erehdyksessä".to_owned(),
    };
    let done = tx.save_project(&second, &undone).await.unwrap();
    assert_eq!(done, Saved::Saved { version: 2 });
    // A change of an older version leaves no version behind.
    let stale = tx.save_project(&first, &saved(6)).await.unwrap();
    assert_eq!(stale, Saved::Stale);
    second.version = 2;
    assert_eq!(
        tx.project(id(PROJECT)).await.unwrap().as_ref(),
        Some(&second)
    );
    let versions = tx.project_versions(&second).await.unwrap();
    let kept = |project, saved| ProjectVersion { project, saved };
    assert_eq!(versions, [kept(second, undone), kept(first, saved(0))]);
    let row = tx.project_row(id(PROJECT), date!(2023 - 08 - 21)).await;
    assert_eq!(row.unwrap().unwrap().name, "Toinen nimi");
    let other = world::project(99, "ei-ole");
    assert_eq!(tx.project_versions(&other).await.unwrap(), []);
}

async fn nothing_of_a_version_is_changed_or_removed(store: &Store) {
    world::settle(store).await;
    for statement in [
        "update project_version set facts = '{}'",
        "update project_version set steps = '[]'",
        "update project_version set reason = 'x'",
        "update project_version set office = null",
        "update project_version set contacts = '[1]'",
        "delete from project_version",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
    let mut tx = store.read().await.unwrap();
    let project = tx.project(id(PROJECT)).await.unwrap();
    assert_eq!(project, Some(world::project(PROJECT, "kaivoskumppani")));
}

fn note(number: u32) -> ProjectNote {
    ProjectNote {
        number,
        on: date!(2023 - 08 - 20),
        text: Personal::new(format!("Puhelu {number}\nToinen rivi")),
        written_at: at(i64::from(number)),
        office: (number == 1).then(|| "Suunnittelija".to_owned()),
    }
}

async fn notes_are_only_added_to(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.project_notes(id(PROJECT)).await.unwrap(), []);
    for number in [1, 2] {
        let added = tx.add_project_note(id(PROJECT), &note(number)).await;
        added.unwrap();
    }
    let notes = tx.project_notes(id(PROJECT)).await.unwrap();
    assert_eq!(notes, [note(2), note(1)]);
    assert_eq!(tx.project_notes(id(99)).await.unwrap(), []);
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    assert!(raw!(tx, "update project_note set note = 'x'").is_err());
    drop(tx);
    let mut tx = store.write().await.unwrap();
    assert!(tx.add_project_note(id(PROJECT), &note(2)).await.is_err());
}

async fn a_disposal_empties_contacts_and_removes_notes(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut project = world::project(PROJECT, "kaivoskumppani");
    let again = tx.save_project(&project, &saved(1)).await.unwrap();
    assert_eq!(again, Saved::Saved { version: 2 });
    tx.add_project_note(id(PROJECT), &note(1)).await.unwrap();
    let case = world::case(CASE, "KAJDno-2023-912");
    let closing = step(CaseState::Closed, "Päättyi");
    let closed_on = Some(date!(2023 - 08 - 21));
    let closed = tx.move_case(id(CASE), &closing, closed_on, at(4)).await;
    closed.unwrap();
    tx.dispose_of_case(&case, at(9)).await.unwrap();
    project.version = 2;
    project.contacts = Vec::new();
    assert_eq!(
        tx.project(id(PROJECT)).await.unwrap().as_ref(),
        Some(&project)
    );
    let versions = tx.project_versions(&project).await.unwrap();
    assert_eq!(versions.len(), 2);
    for version in versions {
        assert_eq!(version.project.contacts, []);
    }
    assert_eq!(tx.project_notes(id(PROJECT)).await.unwrap(), []);
}
