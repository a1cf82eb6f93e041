//! What a case loses when its retention has ended, who says so, and what stays.

use domain::case::{CasePartyDraft, CaseState, DisposalObstacle as O, RetentionDraft};
use domain::decision::DecisionDraft;
use domain::id::{CaseId, DecisionId, DisposalId};
use domain::project::phase::PhaseDraft;
use domain::role::Role;
use register::cases::documents::{self, DocumentDraft};
use register::cases::{self, CaseDraft, classes, moves, parties};
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::legal_force::{self, StatementDraft};
use register::projects::phases;
use register::verify::verify;
use register::views::{desk, public};
use register::{Refusal, decisions, disposal, services};
use time::Duration;

use super::cases::{class, incoming, moved, sheet};
use crate::on_both;
use crate::world::{World, actor, letter, official, preparer, registrar};

on_both!(
    a_case_is_proposed_by_one_approved_by_another_and_disposed_of,
    what_runs_is_never_proposed,
    a_project_that_goes_on_after_its_plan_keeps_its_case,
    a_proposal_is_left_or_falls_when_the_case_is_reopened,
);

fn administrator() -> &'static register::Actor {
    actor(Role::Administrator)
}

/// A class whose cases are kept for a year.
async fn class_of_a_year(world: &World) {
    class(world, "02.05.01").await;
    let rule = RetentionDraft {
        years: "1".to_owned(),
        basis: "archive_order".to_owned(),
        ground: "Kansallisarkiston määräys".to_owned(),
        valid_from: "1.1.2020".to_owned(),
        ..RetentionDraft::default()
    };
    let code = "02.05.01".parse().expect("a class");
    let added = classes::add_rule(&world.register, registrar(), None, &code, &rule).await;
    added.expect("a rule is added");
}

async fn classified(world: &World, number: &str) -> CaseId {
    let draft = CaseDraft {
        number: number.to_owned(),
        public_title: format!("Asia {number}"),
        internal_title: "Maijan hakemus".to_owned(),
        class: "02.05.01".to_owned(),
        pending_since: "18.8.2023".to_owned(),
    };
    let opened = cases::open(&world.register, registrar(), None, &draft).await;
    opened.expect("it is opened")
}

/// A draft about a person that was withdrawn.
async fn withdrawn_draft(world: &World, case: CaseId) -> DecisionId {
    let register = &world.register;
    let draft = DecisionDraft {
        title: "Maijan avustus".to_owned(),
        ..DecisionDraft::default()
    };
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("it is begun");
    decisions::abandon(register, preparer(), None, id, 1, "Maija perui")
        .await
        .expect("it is withdrawn");
    id
}

/// A case with a published decision whose party was served, a claim that was rejected, a document
/// and a person; closed more than a year ago.
async fn old_case(world: &World) -> CaseId {
    let register = &world.register;
    class_of_a_year(world).await;
    let case = classified(world, "KAJDno-2023-1").await;
    let application = incoming("Hakemus", "Maija");
    let application = DocumentDraft::Incoming(&application);
    documents::add(register, registrar(), None, case, application)
        .await
        .expect("it is registered");
    let person = CasePartyDraft {
        party_role: "initiator".to_owned(),
        person: "Maija".to_owned(),
        ..CasePartyDraft::default()
    };
    parties::add(register, registrar(), None, case, &person)
        .await
        .expect("it is added");
    let decision = world.published(case, "5", "21.8.2023").await;
    let served = desk::decision_sheet(register, registrar(), decision).await;
    let service = served.expect("a sheet").services[0].service.id;
    services::record(
        register,
        registrar(),
        None,
        service,
        1,
        &letter("21.8.2023"),
    )
    .await
    .expect("it is served");
    let claim = FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: "21.8.2023".to_owned(),
        received_at: "8.30".to_owned(),
        way: "post".to_owned(),
        filer: "Matti".to_owned(),
        standing: "other".to_owned(),
        handled_by: "Kaupunginhallitus".to_owned(),
        ..FilingDraft::default()
    };
    let claim = filings::record(register, registrar(), None, decision, &claim).await;
    let claim = claim.expect("it is recorded");
    world.clock.advance(Duration::days(100));
    let outcome = OutcomeDraft {
        kind: "rejected".to_owned(),
        on: "1.9.2023".to_owned(),
        final_from: "1.11.2023".to_owned(),
        ..OutcomeDraft::default()
    };
    filings::decide(register, registrar(), None, claim, 1, &outcome)
        .await
        .expect("it is decided");
    let checked = StatementDraft {
        registry_checked_on: "20.11.2023".to_owned(),
        court_checked_on: "20.11.2023".to_owned(),
    };
    legal_force::state(register, registrar(), None, decision, &checked)
        .await
        .expect("it is final");
    let withdrawn = withdrawn_draft(world, case).await;
    moves::close(
        register,
        registrar(),
        None,
        case,
        1,
        &moved("27.11.2023", ""),
    )
    .await
    .expect("it is closed");
    let again = decisions::take_up(register, preparer(), None, withdrawn, 2).await;
    assert!(
        matches!(again, Err(Refusal::NotInThisState(_))),
        "nothing is begun in a closed case: {again:?}"
    );
    world.clock.advance(Duration::days(370));
    case
}

async fn proposed(world: &World, case: CaseId) -> DisposalId {
    disposal::propose(&world.register, registrar(), None, case)
        .await
        .expect("it is proposed");
    let list = desk::disposal_list(&world.register, registrar()).await;
    let list = list.expect("a list");
    let line = list.proposed.iter().find(|line| line.case.id == case);
    line.expect("it waits").proposals.last().expect("it").id
}

async fn a_case_is_proposed_by_one_approved_by_another_and_disposed_of(world: &World) {
    let register = &world.register;
    let case = old_case(world).await;
    let before = verify(register).await.expect("it is read");
    assert_eq!(before.breaks, []);
    let list = desk::disposal_list(register, registrar())
        .await
        .expect("a list");
    assert_eq!((list.ripe.len(), list.ripe[0].case.id), (1, case));
    let id = proposed(world, case).await;
    // Who may approve it has it on the desk; who proposed it and everybody else has not.
    for role in Role::ALL {
        let desk = desk::desk(register, &official(role)).await.expect("a desk");
        let waiting: Vec<_> = desk.disposals.iter().map(|task| task.case.id).collect();
        let expected = (role == Role::Administrator).then_some(case);
        assert_eq!(waiting, Vec::from_iter(expected), "{role:?}");
        assert!(desk.disposals.iter().all(|task| task.late.is_none()));
    }
    let twice = disposal::propose(register, registrar(), None, case).await;
    assert!(
        matches!(twice, Err(Refusal::NotInThisState(_))),
        "{twice:?}"
    );

    let unconfirmed = disposal::approve(register, administrator(), None, id, 1, false).await;
    assert!(
        matches!(unconfirmed, Err(Refusal::Incomplete(_))),
        "{unconfirmed:?}"
    );
    let stale = disposal::approve(register, administrator(), None, id, 7, true).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    assert_eq!(
        sheet(world, case).await.register.documents.len(),
        1,
        "nothing went yet"
    );
    disposal::approve(register, administrator(), None, id, 1, true)
        .await
        .expect("it is disposed of");

    let left = sheet(world, case).await;
    assert_eq!(left.register.state, CaseState::Disposed);
    assert_eq!(left.register.documents, []);
    assert_eq!(left.register.parties, []);
    assert_eq!(left.register.facts.internal_title.reveal_to_official(), "");
    let titles = left.decisions.iter().map(|row| row.title.as_str());
    assert!(!titles.collect::<String>().contains("Maija"));
    assert_eq!(left.decisions.len(), 2);
    let number = "KAJDno-2023-1".parse().expect("a number");
    let page = public::case(register, &number).await.expect("a page");
    assert_eq!(
        (&*page.title, page.decisions.len()),
        ("Asia KAJDno-2023-1", 1)
    );
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    public::decision(register, &section)
        .await
        .expect("it stays");

    let after = verify(register).await.expect("it is read");
    assert_eq!(after.breaks, []);
    assert_eq!(after.disposals, 1);
    assert!(after.disposed_payloads >= 5, "{}", after.disposed_payloads);
    assert_eq!(after.events, before.events + 2);
    assert_eq!(after.decisions, before.decisions);
    // Nothing of what was removed stands in the log any more.
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let events = tx.audit_events(0, 1_000).await.expect("the log");
    for (event, payload) in events {
        let json = payload.map(|payload| payload.json).unwrap_or_default();
        for gone in ["Maija", "Hakemus"] {
            assert!(!json.contains(gone), "{:?}: {json}", event.event);
        }
    }
    tx.rollback().await.expect("a snapshot ends");

    let draft = incoming("Lisäselvitys", "Maija");
    let draft = DocumentDraft::Incoming(&draft);
    let added = documents::add(register, registrar(), None, case, draft).await;
    assert!(
        matches!(added, Err(Refusal::NotInThisState(_))),
        "{added:?}"
    );
    let again = moves::reopen(
        register,
        registrar(),
        None,
        case,
        3,
        &moved("1.12.2024", "Syy"),
    )
    .await;
    assert!(
        matches!(again, Err(Refusal::NotInThisState(_))),
        "{again:?}"
    );
}

async fn what_runs_is_never_proposed(world: &World) {
    let register = &world.register;
    class_of_a_year(world).await;
    // One with a project of which nobody knows when it ends, one without a class, and one whose
    // party was never served.
    let with_project = classified(world, "KAJDno-2023-1").await;
    let project = domain::project::ProjectDraft {
        name: "Hanke".to_owned(),
        ..Default::default()
    };
    register::projects::enter(register, preparer(), None, with_project, &project)
        .await
        .expect("it is entered");
    let unclassified = world.case("KAJDno-2023-2").await;
    let unserved = classified(world, "KAJDno-2023-3").await;
    world.published(unserved, "5", "21.8.2023").await;
    let kept_open = classified(world, "KAJDno-2023-4").await;
    for case in [with_project, unclassified, unserved] {
        moves::close(
            register,
            registrar(),
            None,
            case,
            1,
            &moved("21.8.2023", "Päättyi"),
        )
        .await
        .expect("it is closed");
    }
    for (days, expected) in [
        (
            0,
            [
                O::RunsUntil(time::macros::date!(2024 - 08 - 21)),
                O::NoRule,
                O::NotClosed,
            ],
        ),
        (400, [O::ProjectEndUnknown, O::NoRule, O::NotClosed]),
    ] {
        world.clock.advance(Duration::days(days));
        for (case, obstacle) in [with_project, unclassified, kept_open]
            .into_iter()
            .zip(expected)
        {
            let sheet = desk::disposal_sheet(register, registrar(), case).await;
            let obstacles = sheet.expect("a sheet").line.ripe.expect_err("it is kept");
            assert!(obstacles.contains(&obstacle), "{obstacles:?} {obstacle:?}");
        }
    }
    let sheet = desk::disposal_sheet(register, registrar(), unserved).await;
    let obstacles = sheet.expect("a sheet").line.ripe;
    assert_eq!(obstacles, Err(vec![O::AppealPeriodUnknown]));
    let list = desk::disposal_list(register, registrar())
        .await
        .expect("a list");
    assert_eq!((list.ripe, list.proposed), (Vec::new(), Vec::new()));
    for case in [with_project, unclassified, unserved, kept_open] {
        let refused = disposal::propose(register, registrar(), None, case).await;
        assert!(
            matches!(refused, Err(Refusal::NotInThisState(_))),
            "{refused:?}"
        );
    }
}

async fn a_project_that_goes_on_after_its_plan_keeps_its_case(world: &World) {
    let register = &world.register;
    class_of_a_year(world).await;
    let case = classified(world, "KAJDno-2023-1").await;
    // Its plan ends in 9/2024.
    let project = world.project(case, "Hanke").await;
    let record = async |version, phase: &str, on: &str| {
        let draft = PhaseDraft {
            project_phase: phase.to_owned(),
            phase_on: on.to_owned(),
            ..PhaseDraft::default()
        };
        let moved = phases::record(register, preparer(), None, project, version, &draft).await;
        moved.expect("it moves on");
    };
    let ripe = async || {
        let sheet = desk::disposal_sheet(register, registrar(), case).await;
        sheet.expect("a sheet").line.ripe.map(|_| ())
    };
    record(1, "running", "1.10.2022").await;
    let close = moved("21.8.2023", "Päättyi");
    let closed = moves::close(register, registrar(), None, case, 1, &close).await;
    closed.expect("it is closed");
    world.clock.advance(Duration::days(800));
    assert_eq!(ripe().await, Err(vec![O::ProjectEndUnknown]));
    record(2, "ended", "30.9.2025").await;
    assert_eq!(ripe().await, Ok(()));
}

async fn a_proposal_is_left_or_falls_when_the_case_is_reopened(world: &World) {
    let register = &world.register;
    let case = old_case(world).await;
    let id = proposed(world, case).await;
    let unsaid = disposal::leave(register, administrator(), None, id, 1, "").await;
    assert!(matches!(unsaid, Err(Refusal::Incomplete(_))), "{unsaid:?}");
    disposal::leave(register, administrator(), None, id, 1, "Tutkimuskäyttö")
        .await
        .expect("it is left");
    let list = desk::disposal_list(register, registrar())
        .await
        .expect("a list");
    assert_eq!(
        (list.ripe.len(), list.decided.len()),
        (1, 1),
        "it may be proposed again"
    );

    let id = proposed(world, case).await;
    moves::reopen(
        register,
        registrar(),
        None,
        case,
        2,
        &moved("1.12.2024", "Uusi hakemus"),
    )
    .await
    .expect("it is reopened");
    let approved = disposal::approve(register, administrator(), None, id, 1, true).await;
    assert!(
        matches!(approved, Err(Refusal::NotInThisState(_))),
        "{approved:?}"
    );
    let draft = world.draft("kaupunginjohtaja");
    decisions::draft(register, preparer(), None, case, None, &draft)
        .await
        .expect("a decision is begun");
    assert_eq!(sheet(world, case).await.register.documents.len(), 1);
}
