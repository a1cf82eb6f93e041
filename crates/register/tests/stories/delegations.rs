//! By which authority is decided, and up to how much.

use domain::decision::DecisionDraft;
use domain::delegation::DelegationDraft;
use domain::finding::FindingCode;
use domain::role::Role;
use register::decisions::{self, RecordDraft};
use register::views::desk;
use register::{Refusal, delegations};

use crate::drafting::{delegate, delegation, found, funded_project};
use crate::on_both;
use crate::world::{World, actor, manager, preparer, registrar};

on_both!(
    the_limit_of_an_authority_is_for_the_whole_promise,
    a_delegation_is_changed_over_the_version_that_was_seen,
);

async fn the_limit_of_an_authority_is_for_the_whole_promise(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let project = funded_project(world, case).await;
    let draft = DecisionDraft {
        kind: "participation".to_owned(),
        ..world.draft("kaupunginjohtaja")
    };
    let begin = async || {
        let begun = decisions::draft(register, preparer(), None, case, Some(project), &draft);
        begun.await.expect("a draft is begun")
    };
    let first = begin().await;
    let sheet = desk::decision_sheet(register, preparer(), first)
        .await
        .expect("a sheet");
    let notices: Vec<_> = sheet.notices.iter().map(|finding| finding.code).collect();
    assert_eq!(
        notices,
        [FindingCode::AuthorityUnknown],
        "nothing is recorded: a notice"
    );

    delegate(world, "9 999,99", &["participation"]).await;
    decisions::send(register, preparer(), None, first, 1)
        .await
        .expect("5 000 is within");
    decisions::sign(
        register,
        manager(),
        None,
        first,
        2,
        &crate::world::signing("5"),
    )
    .await
    .expect("it is signed");

    let second = begin().await;
    let refused = decisions::send(register, preparer(), None, second, 1).await;
    let exceeded = ("authority".to_owned(), FindingCode::AuthorityExceeded);
    assert_eq!(found(refused.expect_err("10 000 is above")), [exceeded]);
    let sheet = desk::decision_sheet(register, preparer(), second)
        .await
        .expect("a sheet");
    let promise = sheet.promise.expect("it can be read");
    assert_eq!(
        promise.lines.len(),
        4,
        "the earlier lines are shown one by one"
    );
    let notices: Vec<_> = sheet.notices.iter().map(|finding| finding.code).collect();
    assert_eq!(
        notices,
        [FindingCode::PlanExceeded; 2],
        "the plan has half of it"
    );

    let other = DecisionDraft {
        kind: "grant".to_owned(),
        ..draft.clone()
    };
    let saved = decisions::save_draft(register, preparer(), None, second, 1, &other).await;
    saved.expect("a draft is saved");
    let refused = decisions::send(register, preparer(), None, second, 2).await;
    let not_for_kind = ("kind".to_owned(), FindingCode::AuthorityNotForKind);
    assert_eq!(
        found(refused.expect_err("grants are another's")),
        [not_for_kind]
    );

    // Of what was made elsewhere nobody's authority is asked here.
    let record = RecordDraft {
        section: "6/2023".to_owned(),
        source: "Pöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar(), None, second, 2, &record);
    recorded.await.expect("it is recorded");
}

async fn a_delegation_is_changed_over_the_version_that_was_seen(world: &World) {
    let register = &world.register;
    let administrator = actor(Role::Administrator);
    delegate(world, "10 000", &["grant"]).await;
    let list = desk::delegations(register, preparer())
        .await
        .expect("all read it");
    let id = list.delegations[0].id;
    let changed = delegation("20 000", &["grant"]);
    let change =
        |version| delegations::change(register, administrator, None, id, version, &changed);
    change(1).await.expect("it is changed");
    assert!(matches!(change(1).await, Err(Refusal::Stale)));
    let unknown = DelegationDraft {
        series: "valtuusto".to_owned(),
        ..changed.clone()
    };
    let refused = delegations::record(register, administrator, None, &unknown).await;
    let expected = ("series".to_owned(), FindingCode::UnknownChoice);
    assert_eq!(found(refused.expect_err("no such series")), [expected]);
    for role in [
        Role::Preparer,
        Role::Registrar,
        Role::DecisionMaker,
        Role::Finance,
    ] {
        let refused = delegations::record(register, actor(role), None, &changed).await;
        assert!(matches!(refused, Err(Refusal::Forbidden)), "{role:?}");
    }
    let events = world.events(0).await;
    assert_eq!(
        events[events.len() - 2..],
        ["delegation_recorded", "delegation_changed"]
    );
}
