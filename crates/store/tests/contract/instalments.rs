//! Entries about instalments are only added to, payments name theirs, and what falls due follows
//! from both.

use domain::Money;
use domain::commitment::{CommitmentEntry, CommitmentKey, Course, EntryFact, Payment};
use domain::decision::{ChangeEffect, DecisionChange, DecisionContent};
use domain::id::DecisionId;
use domain::instalment::{InstalmentEntry, InstalmentFact, InstalmentStage, Schedule};
use domain::publicity::Public;
use store::{
    CommitmentEntryRow, InstalmentEntryRow, InstalmentLeft, Store, StoreError, SubjectKind, Tx,
};
use time::Date;
use time::macros::date;
use uuid::Uuid;

use crate::world::{
    self, add_published, add_signed, at, content, granted, id, sealed, section, signed_here,
};
use crate::{on_both, raw};

on_both!(
    entries_about_instalments_are_kept_as_they_are,
    what_falls_due_follows_entries_and_payments,
);

fn planned(instalment: u32, due_on: Date, cents: i64, is_last: bool) -> InstalmentFact {
    InstalmentFact::Planned {
        instalment,
        due_on,
        amount: Money::from_cents(cents),
        needs: "Raportti".to_owned(),
        is_last,
    }
}

fn requested(instalment: u32) -> InstalmentFact {
    InstalmentFact::Requested {
        instalment,
        on: date!(2023 - 08 - 20),
        document: "Pyyntö".to_owned(),
    }
}

fn accepted(instalment: u32, cents: i64) -> InstalmentFact {
    InstalmentFact::Accepted {
        instalment,
        on: date!(2023 - 08 - 21),
        amount: Money::from_cents(cents),
    }
}

fn key(decision: DecisionId, line: u32) -> CommitmentKey {
    CommitmentKey { decision, line }
}

/// Adds an entry after those of its commitment.
async fn add(tx: &mut Tx, of: CommitmentKey, fact: InstalmentFact) -> InstalmentEntryRow {
    let rows = tx.instalment_entries(of.decision, Some(of.line)).await;
    let rows = rows.unwrap();
    let mut facts: Vec<_> = rows.into_iter().map(|row| row.entry.fact).collect();
    facts.push(fact.clone());
    let schedule = Schedule::by_entries(&facts).unwrap();
    let number = u32::try_from(facts.len()).unwrap();
    let row = InstalmentEntryRow {
        line: of.line,
        left: InstalmentLeft::by(&schedule, &fact),
        entry: InstalmentEntry {
            id: id(Uuid::from(of.decision).as_u128() * 10_000
                + u128::from(of.line) * 100
                + u128::from(number)),
            number,
            fact,
            recorded_at: at(5),
            office: "Controller".to_owned(),
        },
    };
    tx.add_instalment_entry(of.decision, &row).await.unwrap();
    row
}

/// Adds an entry about the commitment itself.
async fn pay(tx: &mut Tx, of: CommitmentKey, fact: EntryFact) {
    let rows = tx.commitment_entries(of.decision, Some(of.line)).await;
    let standing = tx.commitment(of).await.unwrap().unwrap();
    let facts = rows.unwrap().into_iter().map(|row| row.entry.fact);
    let mut course = Course {
        commitment: standing.commitment,
        is_ended: false,
        facts: facts.collect(),
    };
    course.facts.push(fact.clone());
    let number = u32::try_from(course.facts.len()).unwrap();
    let row = CommitmentEntryRow {
        line: of.line,
        moves: course.moves(number).unwrap(),
        entry: CommitmentEntry {
            id: id(9_000_000 + u128::from(of.line) * 100 + u128::from(number)),
            number,
            fact,
            recorded_at: at(6),
            office: "Controller".to_owned(),
        },
    };
    tx.add_commitment_entry(of.decision, &row).await.unwrap();
    let kept = tx.commitment_entries(of.decision, Some(of.line)).await;
    assert_eq!(kept.unwrap().pop(), Some(row), "it is kept as it is");
}

fn paid(cents: i64, instalment: Option<u32>) -> EntryFact {
    EntryFact::Paid(Payment {
        amount: Money::from_cents(cents),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: 2023,
        on: date!(2023 - 08 - 21),
        instalment,
    })
}

async fn entries_about_instalments_are_kept_as_they_are(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100), granted(2024, 50)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let of = key(decision, 1);
    let reason = || "Syy".to_owned();
    let mut added = Vec::new();
    for fact in [
        planned(1, date!(2023 - 09 - 01), 60, true),
        InstalmentFact::Moved {
            instalment: 1,
            due_on: date!(2023 - 10 - 01),
            reason: reason(),
        },
        requested(1),
        InstalmentFact::FinalReport {
            on: date!(2023 - 08 - 20),
            document: "Loppuraportti".to_owned(),
        },
        accepted(1, 50),
        InstalmentFact::Returned {
            instalment: 1,
            reason: reason(),
        },
        InstalmentFact::FinalReportUndone { reason: reason() },
        InstalmentFact::Withdrawn {
            instalment: 1,
            reason: reason(),
        },
    ] {
        added.push(add(&mut tx, of, fact).await);
    }
    let last = added.last().and_then(|row| row.left).unwrap();
    assert_eq!(last.stage, InstalmentStage::Withdrawn);
    assert_eq!(last.due_on, date!(2023 - 10 - 01));
    assert_eq!(
        tx.instalment_entries(decision, Some(1)).await.unwrap(),
        added
    );
    let other = planned(1, date!(2024 - 09 - 01), 50, false);
    let other = add(&mut tx, key(decision, 2), other).await;
    let entry = other.entry.id;
    added.push(other);
    assert_eq!(tx.instalment_entries(decision, None).await.unwrap(), added);
    assert_eq!(tx.instalment_entries(id(9), None).await.unwrap(), []);
    let found = tx
        .decision_of_subject(SubjectKind::Instalment, entry.into())
        .await;
    assert_eq!(found.unwrap(), Some(decision));
    let twice = tx.add_instalment_entry(decision, &added[0]).await;
    assert!(matches!(twice, Err(StoreError::Driver(_))), "{twice:?}");
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100)];
    let decision = add_published(&mut tx, 6, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let first = planned(1, date!(2023 - 09 - 01), 60, false);
    add(&mut tx, key(decision, 1), first).await;
    tx.commit().await.unwrap();
    for statement in [
        "delete from instalment_entry",
        "update instalment_entry set words = 'Toinen'",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}

async fn what_falls_due_follows_entries_and_payments(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100), granted(2024, 50)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let (first, second) = (key(decision, 1), key(decision, 2));
    let by = date!(2023 - 09 - 30);
    add(&mut tx, first, planned(1, date!(2023 - 09 - 02), 60, false)).await;
    add(&mut tx, first, planned(2, date!(2023 - 10 - 01), 40, false)).await;
    add(&mut tx, second, planned(1, date!(2023 - 09 - 01), 50, true)).await;
    let told = |rows: Vec<store::DueRow>| {
        let rows = rows.into_iter();
        rows.map(|row| (row.key.line, row.instalment, row.paid.cents()))
            .collect::<Vec<_>>()
    };
    let rows = tx.instalments_due(by).await.unwrap();
    assert_eq!(rows[0].left.due_on, date!(2023 - 09 - 01));
    assert_eq!(
        (rows[0].is_last, rows[0].needs.as_str()),
        (true, "Raportti")
    );
    assert_eq!(rows[0].section, section(5));
    let project = rows[0].project.as_ref().map(|(slug, _)| slug.as_str());
    assert_eq!(project, Some("kaivoskumppani"));
    assert_eq!(told(rows), [(2, 1, 0), (1, 1, 0)]);

    // The last entry counts: one comes nearer, and one is accepted with less and paid in parts.
    let moved = InstalmentFact::Moved {
        instalment: 2,
        due_on: date!(2023 - 08 - 25),
        reason: "Kiire".to_owned(),
    };
    add(&mut tx, first, moved).await;
    add(&mut tx, second, requested(1)).await;
    add(&mut tx, second, accepted(1, 30)).await;
    pay(&mut tx, second, paid(20, Some(1))).await;
    pay(&mut tx, second, paid(15, None)).await;
    let rows = tx.instalments_due(by).await.unwrap();
    assert_eq!(told(rows), [(1, 2, 0), (2, 1, 20), (1, 1, 0)]);
    pay(&mut tx, second, paid(10, Some(1))).await;
    let rows = tx.instalments_due(by).await.unwrap();
    assert_eq!(told(rows), [(1, 2, 0), (1, 1, 0)], "it is paid");
    let undone = EntryFact::Reversed {
        entry: 1,
        reason: "Väärä".to_owned(),
    };
    pay(&mut tx, second, undone).await;
    let rows = tx.instalments_due(by).await.unwrap();
    assert_eq!(told(rows), [(1, 2, 0), (2, 1, 10), (1, 1, 0)]);

    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", Vec::new())
    };
    add_signed(&mut tx, 102, sealed(section(7), repealing, signed_here())).await;
    assert_eq!(tx.instalments_due(by).await.unwrap(), []);
}
