//! Filings, statements of legal force, certificates, meetings, and where appeals stand.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing};
use domain::id::DecisionId;
use domain::legal_force::{AppealFacts, LegalForce, MembersPeriod, Reopened};
use domain::period::PeriodDates;
use domain::publicity::Personal;
use domain::service::{NoPeriod, Service, ServiceFacts, ServiceMeans};
use store::{CallIn, Certificate, Saved, Store, StoreError, Tx};
use time::macros::{date, datetime};
use time::{Date, Duration, PrimitiveDateTime};

use crate::world::{self, CITY, DECISION_MAKER, GRANTEE, add_published, at, id};
use crate::{on_both, raw};

on_both!(
    a_filing_is_read_as_it_was_saved,
    a_statement_holds_until_it_is_reopened,
    what_was_stated_and_handed_out_is_frozen,
    a_meeting_leaves_officers_decisions_once,
    the_stage_of_a_list_is_that_of_the_facts,
);

const PUBLISHED: Date = date!(2023 - 08 - 18);

fn filing(number: u128, decision: DecisionId) -> Filing {
    Filing {
        id: id(number),
        version: 1,
        decision,
        facts: FilingFacts {
            remedy: Remedy::Rectification,
            received_at: at(59),
            way: FilingWay::EMail,
            filer: Personal::new("Kunnan jäsen".to_owned()),
            standing: Standing::MunicipalMember,
            wrongly_addressed_to: String::new(),
            handled_by: "Kaupunginhallitus".to_owned(),
        },
        outcome: None,
    }
}

fn service(number: u128, decision: DecisionId, recipient: u128) -> Service {
    Service {
        id: id(number),
        version: 1,
        decision,
        recipient: id(recipient),
        facts: ServiceFacts::by(ServiceMeans::Letter),
        recorded_by: None,
    }
}

fn statement(number: u128, decision: DecisionId) -> LegalForce {
    LegalForce {
        id: id(number),
        decision,
        from: date!(2023 - 09 - 09),
        registry_checked_on: date!(2023 - 09 - 11),
        court_checked_on: date!(2023 - 09 - 12),
        stated_at: at(60),
        stated_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
        reopened: None,
    }
}

async fn a_filing_is_read_as_it_was_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 5, PUBLISHED, vec![]).await.id;
    tx.add_service(&service(100, decision, GRANTEE), None, at(0))
        .await
        .unwrap();
    let mut claim = filing(200, decision);
    tx.add_filing(&claim, at(60)).await.unwrap();
    assert_eq!(tx.filing(claim.id).await.unwrap().as_ref(), Some(&claim));
    assert_eq!(tx.filing(id(999)).await.unwrap(), None);

    claim.facts.standing = Standing::Party(id(100));
    "Hallinto-oikeus".clone_into(&mut claim.facts.wrongly_addressed_to);
    claim.outcome = Some(Outcome {
        kind: OutcomeKind::Rejected,
        on: date!(2023 - 10 - 03),
        reference: "§ 200".to_owned(),
        final_from: Some(date!(2023 - 11 - 10)),
    });
    let saved = tx.save_filing(&claim, at(70)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_filing(&claim, at(71)).await.unwrap(), Saved::Stale);
    claim.version = 2;
    let earlier = Filing {
        facts: FilingFacts {
            received_at: at(1),
            ..filing(201, decision).facts
        },
        ..filing(201, decision)
    };
    tx.add_filing(&earlier, at(80)).await.unwrap();
    assert_eq!(
        tx.filings_of_decision(decision).await.unwrap(),
        [earlier, claim]
    );
}

async fn a_statement_holds_until_it_is_reopened(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 5, PUBLISHED, vec![]).await.id;
    let first = statement(300, decision);
    tx.add_legal_force(&first).await.unwrap();
    tx.commit().await.unwrap();

    let mut tx = store.write().await.unwrap();
    let second = tx.add_legal_force(&statement(301, decision)).await;
    assert!(matches!(
        second,
        Err(StoreError::Unique {
            what: "legal_force"
        })
    ));
    drop(tx);

    let mut tx = store.write().await.unwrap();
    let reopened = Reopened {
        at: at(90),
        reason: "Postilista".to_owned(),
    };
    tx.reopen_legal_force(first.id, &reopened).await.unwrap();
    let first = LegalForce {
        reopened: Some(reopened.clone()),
        ..first
    };
    assert_eq!(
        tx.legal_force(first.id).await.unwrap().as_ref(),
        Some(&first)
    );
    assert_eq!(tx.legal_force(id(999)).await.unwrap(), None);
    let second = statement(301, decision);
    tx.add_legal_force(&second).await.unwrap();
    let all = tx.legal_forces_of_decision(decision).await.unwrap();
    assert_eq!(all, [second, first.clone()]);
    let placed = tx.placed_decision(decision).await.unwrap().unwrap();
    assert!(placed.has.legal_force);
    assert!(
        tx.reopen_legal_force(first.id, &reopened).await.is_err(),
        "once"
    );
}

async fn what_was_stated_and_handed_out_is_frozen(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 5, PUBLISHED, vec![]).await.id;
    let stated = statement(300, decision);
    tx.add_legal_force(&stated).await.unwrap();
    let certificate = Certificate {
        id: id(400),
        legal_force: stated.id,
        issued_at: at(95),
        issued_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
        place: "Kajaani".to_owned(),
        code: "ABCD-EFGH-JKLM".to_owned(),
    };
    tx.add_certificate(&certificate, "{}").await.unwrap();
    assert_eq!(
        tx.certificate_document(certificate.id).await.unwrap(),
        Some("{}".to_owned())
    );
    assert_eq!(
        tx.certificate(certificate.id).await.unwrap().as_ref(),
        Some(&certificate)
    );
    assert_eq!(tx.certificate(id(999)).await.unwrap(), None);
    assert_eq!(
        tx.certificates_of_decision(decision).await.unwrap(),
        [certificate]
    );
    tx.commit().await.unwrap();
    for statement in [
        "update legal_force set final_from = '2020-01-01'",
        "update certificate set place = 'Sotkamo'",
    ] {
        let mut tx = store.write().await.unwrap();
        let refused = raw!(tx, statement).unwrap_err().to_string();
        assert!(refused.contains("frozen"), "{statement}: {refused}");
    }
}

async fn a_meeting_leaves_officers_decisions_once(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = add_published(&mut tx, 5, PUBLISHED, vec![]).await.id;
    let second = add_published(&mut tx, 6, PUBLISHED, vec![]).await.id;
    let open = |rows: Vec<store::DecisionLineRow>| -> Vec<DecisionId> {
        rows.iter().map(|row| row.id).collect()
    };
    assert_eq!(
        open(tx.decisions_open_to_call_in().await.unwrap()),
        [first, second]
    );
    assert_eq!(tx.last_call_in().await.unwrap(), None);
    let meeting = CallIn {
        id: id(500),
        held_on: date!(2023 - 08 - 29),
        section: "§ 160".to_owned(),
        recorded_at: at(99),
        recorded_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
    };
    tx.add_call_in(&meeting, &[first]).await.unwrap();
    assert_eq!(
        open(tx.decisions_open_to_call_in().await.unwrap()),
        [second]
    );
    assert_eq!(
        tx.call_in_of_decision(first).await.unwrap().as_ref(),
        Some(&meeting)
    );
    assert_eq!(tx.call_in_of_decision(second).await.unwrap(), None);
    assert_eq!(tx.last_call_in().await.unwrap().as_ref(), Some(&meeting));
    let again = CallIn {
        id: id(501),
        ..meeting
    };
    let again = tx.add_call_in(&again, &[first]).await;
    assert!(matches!(again, Err(StoreError::Unique { what: "call_in" })));
}

/// A number that follows another in no order that matters.
fn next(seed: &mut u64) -> u64 {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

/// Facts of one decision, drawn at random and stored.
async fn draw(tx: &mut Tx, number: u32, seed: &mut u64) -> (DecisionId, AppealFacts) {
    let on = PUBLISHED + Duration::days(i64::try_from(next(seed) % 40).unwrap());
    let decision = add_published(tx, number, on, vec![]).await;
    let base = u128::from(number) * 1_000;
    let mut facts = AppealFacts {
        members: decision
            .publication()
            .and_then(|publication| publication.member_period)
            .map(MembersPeriod::Dates),
        ..AppealFacts::default()
    };
    for (step, recipient) in [GRANTEE, CITY]
        .into_iter()
        .take((next(seed) % 3) as usize)
        .enumerate()
    {
        let mut served = service(base + step as u128, decision.id, recipient);
        let served_on = on + Duration::days(i64::try_from(next(seed) % 40).unwrap());
        served.facts.event_on = (!next(seed).is_multiple_of(3)).then_some(served_on);
        let period = served
            .facts
            .period(AppealRight::By(Remedy::Rectification), &Offices::kajaani());
        let period = period.as_ref().map(PeriodDates::from);
        tx.add_service(&served, period.as_ref().ok(), at(0))
            .await
            .unwrap();
        facts.parties.push((
            served.id,
            period.map_err(|_: &NoPeriod| NoPeriod::ConsentMissing),
        ));
    }
    for step in 0..next(seed) % 3 {
        let mut claim = filing(base + 100 + u128::from(step), decision.id);
        claim.facts.remedy = match next(seed) % 3 {
            0 => Remedy::MunicipalAppeal,
            _ => Remedy::Rectification,
        };
        let kind = OutcomeKind::ALL.get((next(seed) % 8) as usize).copied();
        claim.outcome = kind.map(|kind| Outcome {
            kind,
            on: date!(2023 - 12 - 01),
            reference: String::new(),
            final_from: None,
        });
        tx.add_filing(&claim, at(0)).await.unwrap();
        facts.filings.push(claim);
    }
    if next(seed).is_multiple_of(3) {
        let mut stated = statement(base + 200, decision.id);
        tx.add_legal_force(&stated).await.unwrap();
        if next(seed).is_multiple_of(2) {
            let reopened = Reopened {
                at: at(90),
                reason: "Syy".to_owned(),
            };
            tx.reopen_legal_force(stated.id, &reopened).await.unwrap();
            stated.reopened = Some(reopened);
        }
        facts.legal_force = Some(stated);
    }
    (decision.id, facts)
}

async fn the_stage_of_a_list_is_that_of_the_facts(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut seed = 20_230_818;
    let mut drawn = Vec::new();
    for number in 1..=60 {
        drawn.push(draw(&mut tx, number, &mut seed).await);
    }
    let mut moments: Vec<PrimitiveDateTime> = vec![
        datetime!(2023-08-18 09:00),
        datetime!(2023-09-08 14:59:59),
        datetime!(2023-09-08 15:00),
        datetime!(2023-10-29 03:30),
        datetime!(2024-03-31 03:30),
        datetime!(2026-01-01 00:00),
    ];
    // The second before each period ends, and the one in which it does.
    moments.extend(drawn.iter().take(20).flat_map(|(_, facts)| {
        let ends: Vec<PrimitiveDateTime> = facts.periods().map(PeriodDates::end).collect();
        ends.into_iter()
            .flat_map(|end| [end - Duration::SECOND, end])
    }));
    for now in moments {
        let rows = tx.appeal_stages(now, 1_000).await.unwrap();
        assert_eq!(rows.len(), drawn.len());
        for row in rows {
            let (_, facts) = drawn.iter().find(|(id, _)| *id == row.decision.id).unwrap();
            assert_eq!(row.stage, facts.stage(now), "{now} {facts:?}");
        }
    }
}
