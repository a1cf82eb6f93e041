//! Changes made on an older version, and changes of what is frozen.

use domain::decision::{DecisionState, MadeElsewhere, Seal, Signature};
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::project::ProjectDraft;
use register::decisions::RecordDraft;
use register::views::desk;
use register::{Refusal, cases, decisions, funding_plans, projects, services};

use crate::on_both;
use crate::world::{World, case_draft, day, letter, manager, preparer, registrar, signing};

on_both!(
    a_change_made_on_an_older_version_is_refused,
    what_is_signed_cannot_be_changed_by_any_use_case,
    a_forged_save_does_not_reach_the_frozen_content,
);

async fn a_change_made_on_an_older_version_is_refused(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let draft = world.draft("kaupunginjohtaja");
    let decision = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let decision = decision.expect("a draft is begun");
    let renamed = ProjectDraft {
        name: "Uusi nimi".to_owned(),
        ..ProjectDraft::default()
    };
    let plan = FundingPlanDraft {
        reason: "Ensimmäinen".to_owned(),
        rows: vec![FundingRowDraft {
            funders: "*".to_owned(),
            category: "private".to_owned(),
            ..FundingRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    };
    // Each is done once by one official, then by another who still sees the first version.
    for (what, turn) in [("first", true), ("second", false)] {
        let results = [
            cases::change(
                register,
                registrar(),
                None,
                case,
                1,
                &case_draft("", "Uusi nimi"),
            )
            .await,
            projects::change(register, preparer(), None, project, 1, &renamed).await,
            funding_plans::save(register, preparer(), None, project, 0, &plan).await,
            decisions::save_draft(register, preparer(), None, decision, 1, &draft).await,
        ];
        for (position, result) in results.into_iter().enumerate() {
            match result {
                Ok(()) => assert!(turn, "{what} change {position}"),
                Err(Refusal::Stale) => assert!(!turn, "{what} change {position}"),
                Err(other) => unreachable!("{what} change {position}: {other}"),
            }
        }
    }
    let signed = world.signed(case, "1").await;
    let sheet = desk::decision_sheet(register, registrar(), signed)
        .await
        .expect("a sheet");
    let service = sheet.services[0].service.id;
    let record = async || {
        services::record(
            register,
            registrar(),
            None,
            service,
            1,
            &letter("21.8.2023"),
        )
        .await
    };
    record().await.expect("the day is recorded");
    assert!(matches!(record().await, Err(Refusal::Stale)));
}

async fn what_is_signed_cannot_be_changed_by_any_use_case(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = world.draft("kaupunginjohtaja");
    let signed = world.signed(case, "1").await;
    let published = world.published(case, "2", "21.8.2023").await;
    let record = RecordDraft {
        section: "9/2023".to_owned(),
        decided_on: "1.8.2023".to_owned(),
        source: "Pöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    for (id, version) in [(signed, 3), (published, 4)] {
        let sheet = desk::decision_sheet(register, registrar(), id)
            .await
            .expect("a sheet");
        for result in [
            decisions::save_draft(register, preparer(), None, id, version, &draft).await,
            decisions::send(register, preparer(), None, id, version).await,
            decisions::give_back(register, manager(), None, id, version, "").await,
            decisions::sign(register, manager(), None, id, version, &signing("9")).await,
            decisions::record_elsewhere(register, registrar(), None, id, version, &record).await,
        ] {
            assert!(
                matches!(result, Err(Refusal::NotInThisState(_))),
                "{result:?}"
            );
        }
        let after = desk::decision_sheet(register, registrar(), id)
            .await
            .expect("a sheet");
        assert_eq!(after.decision, sheet.decision);
    }
    let again =
        decisions::publish(register, registrar(), None, published, 4, &day("21.8.2023")).await;
    assert!(
        matches!(again, Err(Refusal::NotInThisState(_))),
        "{again:?}"
    );
}

async fn a_forged_save_does_not_reach_the_frozen_content(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let id = world.signed(case, "1").await;
    let store = world.database.store();
    let mut tx = store.read().await.expect("a snapshot");
    let original = tx
        .decision(id)
        .await
        .expect("it is read")
        .expect("it is there");
    tx.rollback().await.expect("a snapshot ends");
    let mut forged = original.clone();
    if let DecisionState::Signed(sealed) = &mut forged.state {
        sealed.content.title.0 = "Väärennetty".to_owned();
        sealed.seal = Seal::new(&sealed.content, [7; 32]).expect("a content is written");
        sealed.signature = Signature::Elsewhere(MadeElsewhere::default());
    }
    let mut tx = store.write().await.expect("the lock");
    // Whether it is refused or only ignored is the store's choice.
    if tx
        .save_decision(&forged, crate::world::MORNING)
        .await
        .is_ok()
    {
        tx.commit().await.expect("the rest is kept");
    } else {
        drop(tx);
    }
    let mut tx = store.read().await.expect("a snapshot");
    let stored = tx
        .decision(id)
        .await
        .expect("it is read")
        .expect("it is there");
    assert_eq!(stored.sealed(), original.sealed());
}
