//! A whole register is found whole, and each kind of damage is found.

use domain::id::DecisionId;
use domain::section::Section;
use register::demo;
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::legal_force::{self, StatementDraft};
use register::services;
use register::verify::{Break, Report, verify};
use register::views::desk;
use store::testing::Database;

use crate::on_both;
use crate::world::{World, letter, operator, registrar};

on_both!(
    a_whole_register_is_found_whole_and_counted,
    a_payload_that_is_gone_without_an_act_is_a_break
);

/// Two published decisions; the party of the first was served.
async fn fill(world: &World) -> DecisionId {
    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let _ = project;
    let id = world.published(case, "1", "21.8.2023").await;
    world.published(case, "2", "21.8.2023").await;
    let sheet = desk::decision_sheet(&world.register, registrar(), id)
        .await
        .expect("a sheet");
    let service = sheet.services[0].service.id;
    let on = "21.8.2023";
    let recorded =
        services::record(&world.register, registrar(), None, service, 1, &letter(on)).await;
    recorded.expect("the day is recorded");
    id
}

async fn report(world: &World) -> Report {
    verify(&world.register)
        .await
        .expect("the database can be read")
}

async fn a_whole_register_is_found_whole_and_counted(world: &World) {
    fill(world).await;
    let events = world.events(0).await.len() as u64;
    let expected = Report {
        events,
        disposals: 0,
        disposed_payloads: 0,
        decisions: 2,
        corrections: 0,
        commitments: 4,
        commitment_entries: 0,
        instalment_entries: 0,
        claim_entries: 0,
        co_funding_entries: 0,
        ledger_matches: 0,
        project_versions: 1,
        periods: 3,
        services: 2,
        filings: 0,
        statements: 0,
        files: 0,
        listed: 2,
        breaks: Vec::new(),
    };
    assert_eq!(report(world).await, expected);
}

/// A disposal by an act of the log is told of with the disposal of cases.
async fn a_payload_that_is_gone_without_an_act_is_a_break(world: &World) {
    fill(world).await;
    let mut tx = world.database.store().write().await.expect("the lock");
    assert!(tx.dispose_of_payload(3).await.expect("it is disposed of"));
    tx.commit().await.expect("it is kept");
    let report = report(world).await;
    let missing = vec![Break::PayloadMissing(3)];
    assert_eq!((report.disposed_payloads, report.breaks), (0, missing));
}

/// Each damage done to its own copy, past the triggers, and what is found.
#[tokio::test]
async fn each_damage_is_found_and_named() {
    let section = |number: u32| -> Section {
        let address = format!("kaupunginjohtaja/2023/{number}");
        address.parse().expect("an address")
    };
    let (one, two) = (section(1), section(2));
    let cases: [(&'static str, Vec<Break>); 17] = [
        (
            "drop trigger audit_event_no_update;
             update audit_event set event = 'case_changed' where seq = 5",
            vec![Break::EventChanged(5)],
        ),
        (
            "drop trigger audit_event_no_update;
             update audit_event set actor_name = 'Joku Muu' where seq = 7",
            vec![Break::EventChanged(7)],
        ),
        (
            "drop trigger audit_event_no_delete;
             delete from audit_payload where seq = 5; delete from audit_event where seq = 5",
            vec![Break::EventMissing(5), Break::EventUnchained(6)],
        ),
        (
            "drop trigger audit_event_no_delete;
             delete from audit_payload where seq = (select max(seq) from audit_event);
             delete from audit_event where seq = (select max(seq) from audit_event)",
            vec![Break::EventsCutOff(15)],
        ),
        (
            "drop trigger audit_payload_no_update;
             update audit_payload set payload = '{}' where seq = 6",
            vec![Break::PayloadChanged(6)],
        ),
        (
            "drop trigger decision_frozen;
             update decision set content = replace(content, 'alihankkijoita', 'jotakin muuta')
              where section_number = 1",
            vec![Break::Seal(one.clone())],
        ),
        (
            "drop trigger decision_frozen;
             update decision set content = replace(content, '\"fi\"', ' \"fi\"')
              where section_number = 1",
            vec![
                Break::Seal(one.clone()),
                Break::Content(one.clone()),
                Break::Listed(one.clone()),
            ],
        ),
        (
            "drop trigger decision_frozen;
             update decision set seal_hash = zeroblob(32) where section_number = 1",
            vec![Break::Seal(one.clone()), Break::SealNotLogged(one.clone())],
        ),
        (
            "drop trigger commitment_no_update;
             update commitment set amount_cents = 300000
              where line = 1
                and decision = (select id from decision where section_number = 2)",
            vec![
                Break::Commitments(two.clone()),
                Break::Listed(two.clone()),
                Break::Standing(two.clone(), 1),
            ],
        ),
        (
            "drop trigger commitment_no_delete;
             delete from commitment
              where line = 2
                and decision = (select id from decision where section_number = 2)",
            vec![Break::Commitments(two.clone()), Break::Listed(two.clone())],
        ),
        (
            "drop trigger decision_title_frozen;
             update decision set title = 'Toinen' where section_number = 2",
            vec![Break::Listed(two.clone())],
        ),
        (
            "drop trigger decision_frozen;
             update decision set project = (select id from project) where section_number = 2",
            vec![
                Break::Reference(two.clone()),
                Break::Standing(two.clone(), 1),
                Break::Standing(two.clone(), 2),
            ],
        ),
        (
            "update decision set period_last_day = '2023-09-12' where section_number = 1",
            vec![Break::MemberPeriod(one.clone())],
        ),
        (
            "update service set period_closes_at = '15:00:00.0' where event_on is not null",
            vec![Break::PartyPeriod(one.clone())],
        ),
        (
            "insert into organisation (id, kind, added_number)
             values (zeroblob(16), 'private', 1);
             insert into organisation_name (organisation, ordinal, name)
             values (zeroblob(16), 1, 'Sivullinen');
             insert into service (id, version, decision, recipient, means, consent, proof,
                                  added_number, changed_at)
             select zeroblob(16), 1, decision, zeroblob(16), means, '', '', added_number,
                    changed_at
               from service
              where event_on is null",
            vec![Break::Parties(two.clone())],
        ),
        (
            "delete from service where event_on is null",
            vec![Break::Parties(two.clone())],
        ),
        (
            "update city_case set number = 'KAJDno-2023-2', number_key = 'kajdno-2023-2',
                    number_serial = 2",
            vec![Break::Reference(one.clone()), Break::Reference(two.clone())],
        ),
    ];
    for (damage, expected) in cases {
        let world = World::sqlite().await;
        fill(&world).await;
        assert_eq!(report(&world).await.breaks, [], "whole before: {damage}");
        world.database.damage(damage).await;
        let found = report(&world).await.breaks;
        for broken in &expected {
            assert!(found.contains(broken), "{damage}: {found:?}");
        }
        // What the database itself says beside it, such as a broken reference, is its own word.
        let named = found
            .iter()
            .filter(|found| !matches!(found, Break::Database(_)));
        assert_eq!(named.count(), expected.len(), "{damage}: {found:?}");
    }
}

#[tokio::test]
async fn a_row_that_the_register_never_writes_is_a_break_and_not_the_end() {
    let world = World::sqlite().await;
    fill(&world).await;
    world
        .database
        .damage("update service set means = 'pigeon' where event_on is null")
        .await;
    let report = report(&world).await;
    assert!(
        matches!(&report.breaks[..], [Break::Database(_)]),
        "{:?}",
        report.breaks
    );
    assert_eq!(report.decisions, 2);
}

/// What sums over plans are made of is the plan in force, to the cent.
#[tokio::test]
async fn amounts_that_are_not_those_of_the_plan_in_force_are_found() {
    for damage in [
        "update planned_amount set amount_cents = amount_cents + 1 where amount_cents > 0",
        "update planned_amount set year = 2031 where year is not null",
        "delete from planned_amount where ordinal = 0",
    ] {
        let world = World::empty(Database::sqlite().await).await;
        let loaded = demo::load(&world.register, operator()).await;
        loaded.expect("an empty database takes it");
        world.database.damage(damage).await;
        let breaks = report(&world).await.breaks;
        let of_plans = breaks
            .iter()
            .filter(|found| matches!(found, Break::PlannedAmounts(_)));
        assert_eq!(of_plans.count(), breaks.len(), "{damage}: {breaks:?}");
        assert!(!breaks.is_empty(), "{damage}");
    }
}

#[tokio::test]
async fn the_example_register_is_whole() {
    let world = World::empty(Database::sqlite().await).await;
    demo::load(&world.register, operator())
        .await
        .expect("an empty database takes it");
    let report = report(&world).await;
    assert_eq!(report.breaks, []);
    assert!(report.decisions >= 4, "{report:?}");
}

/// What a damage to what is recorded of the appeals is found as, by the identity of its row.
type Damage = (&'static str, fn(String) -> Break, bool);

#[tokio::test]
async fn what_is_recorded_of_appeals_is_what_the_log_says() {
    let damages: [Damage; 6] = [
        (
            "update filing set received_at = '2023-09-11T12:59:59Z'",
            Break::Filing,
            true,
        ),
        (
            "update filing set outcome_on = '2023-10-01'",
            Break::Filing,
            true,
        ),
        ("delete from filing", Break::Filing, true),
        (
            "drop trigger legal_force_frozen;
             update legal_force set final_from = '2023-09-11'",
            Break::LegalForce,
            false,
        ),
        (
            "drop trigger legal_force_frozen;
             update legal_force set reopened_at = null, reopen_reason = null",
            Break::LegalForce,
            false,
        ),
        ("delete from legal_force", Break::LegalForce, false),
    ];
    for (damage, named, of_filing) in damages {
        let world = World::sqlite().await;
        let id = fill(&world).await;
        let (filing, statement) = appealed(&world, id).await;
        let whole = report(&world).await;
        assert_eq!((whole.filings, whole.statements), (1, 1));
        assert_eq!(whole.breaks, [], "whole before: {damage}");
        world.database.damage(damage).await;
        let row = if of_filing { filing } else { statement };
        assert_eq!(report(&world).await.breaks, [named(row)], "{damage}");
    }
}

/// Both periods over, legal force stated and reopened by a late claim, which was withdrawn.
async fn appealed(world: &World, id: DecisionId) -> (String, String) {
    world.clock.advance(time::Duration::days(23));
    let (register, on) = (&world.register, "13.9.2023".to_owned());
    let checked = StatementDraft {
        registry_checked_on: on.clone(),
        court_checked_on: on.clone(),
    };
    let stated = legal_force::state(register, registrar(), None, id, &checked).await;
    stated.expect("nothing stands in the way");
    let claim = FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: on.clone(),
        received_at: "8.30".to_owned(),
        way: "e_mail".to_owned(),
        filer: "Kunnan jäsen".to_owned(),
        standing: "municipal_member".to_owned(),
        handled_by: "Kaupunginhallitus".to_owned(),
        ..FilingDraft::default()
    };
    let filed = filings::record(register, registrar(), None, id, &claim).await;
    let filing = filed.expect("a late claim is recorded");
    let withdrawn = OutcomeDraft {
        kind: "withdrawn".to_owned(),
        on,
        ..OutcomeDraft::default()
    };
    let decided = filings::decide(register, registrar(), None, filing, 1, &withdrawn).await;
    decided.expect("it is decided");
    let sheet = desk::decision_sheet(register, registrar(), id).await;
    let appeal = sheet.expect("a sheet").appeal.expect("it is frozen");
    let statement = appeal.statements[0].id;
    (filing.to_string(), statement.to_string())
}
