//! What becomes of commitments: entries are only added to, and every sum is that of the entries.

use domain::Money;
use domain::budget::Promised;
use domain::commitment::{
    CommitmentEntry, CommitmentKey, Course, EntryFact, Payment, Position, StateAid,
};
use domain::decision::{
    ChangeEffect, Commitment, CommitmentStrength, DecisionChange, DecisionContent,
};
use domain::id::{CommitmentEntryId, DecisionId};
use domain::publicity::Public;
use domain::table_import::ledger::LedgerMatch;
use store::testing::LARGE_QUESTIONS;
use store::{CommitmentEntryRow, LedgerMatchRow, Store, StoreError, SubjectKind, Tx};
use time::macros::date;
use uuid::Uuid;

use crate::world::{
    self, CITY, GRANTEE, PROJECT, add_published, add_signed, at, content, granted, id, sealed,
    section, signed_here,
};
use crate::{on_both, raw};

on_both!(
    entries_are_kept_as_they_are_and_never_changed,
    de_minimis_aid_is_summed_over_the_projects_of_a_beneficiary,
    an_entry_is_undone_once_and_only_where_it_is,
    where_a_commitment_stands_is_what_its_entries_add_up_to,
    what_draws_on_a_line_follows_the_entries,
    the_questions_about_commitments_use_indexes,
);

fn paid(cents: i64) -> EntryFact {
    EntryFact::Paid(Payment {
        amount: Money::from_cents(cents),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: 2024,
        on: date!(2024 - 01 - 15),
        instalment: None,
    })
}

fn released(cents: i64) -> EntryFact {
    EntryFact::Released {
        amount: Money::from_cents(cents),
        reason: "Ei tarvita".to_owned(),
        on: date!(2023 - 12 - 01),
    }
}

fn recovered(cents: i64) -> EntryFact {
    EntryFact::Recovered {
        amount: Money::from_cents(cents),
        reason: "Liikaa".to_owned(),
        voucher: "T-2".to_owned(),
        on: date!(2024 - 02 - 01),
    }
}

fn met() -> EntryFact {
    EntryFact::ConditionMet {
        by: "EURA 2021/123".to_owned(),
        on: date!(2023 - 09 - 01),
    }
}

fn lapsed(cents: i64) -> EntryFact {
    EntryFact::Lapsed {
        amount: Money::from_cents(cents),
        reason: "Hanke päättyi".to_owned(),
        on: date!(2024 - 03 - 01),
    }
}

fn reversed(entry: u32) -> EntryFact {
    EntryFact::Reversed {
        entry,
        reason: "Väärä".to_owned(),
    }
}

fn conditional(cents: i64) -> Commitment {
    Commitment {
        strength: CommitmentStrength::Conditional,
        condition: Some("EAKR-rahoitus".to_owned()),
        ..granted(2023, cents)
    }
}

fn key(decision: DecisionId, line: u32) -> CommitmentKey {
    CommitmentKey { decision, line }
}

/// Adds what the rules allow after what is there.
async fn add(tx: &mut Tx, of: CommitmentKey, fact: EntryFact) -> CommitmentEntryRow {
    let rows = tx.commitment_entries(of.decision, Some(of.line)).await;
    let standing = tx.commitment(of).await.unwrap().unwrap();
    let mut course = Course {
        commitment: standing.commitment,
        is_ended: standing.position.is_ended,
        facts: rows
            .unwrap()
            .into_iter()
            .map(|row| row.entry.fact)
            .collect(),
    };
    course.after(&fact).unwrap();
    course.facts.push(fact.clone());
    let number = u32::try_from(course.facts.len()).unwrap();
    let row = CommitmentEntryRow {
        line: of.line,
        moves: course.moves(number).unwrap(),
        entry: CommitmentEntry {
            id: id(Uuid::from(of.decision).as_u128() * 10_000
                + u128::from(of.line) * 100
                + u128::from(number)),
            number,
            fact,
            recorded_at: at(5),
            office: "Controller".to_owned(),
        },
    };
    tx.add_commitment_entry(of.decision, &row).await.unwrap();
    let position = course.position();
    let stored = tx.commitment(of).await.unwrap().unwrap().position;
    assert_eq!(Some(stored), position, "the sums are those of the rules");
    row
}

async fn entries_are_kept_as_they_are_and_never_changed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![conditional(100), granted(2023, 7)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let of = key(decision, 1);
    let mut added = Vec::new();
    for fact in [
        met(),
        released(10),
        paid(60),
        recovered(5),
        lapsed(30),
        reversed(2),
    ] {
        added.push(add(&mut tx, of, fact).await);
    }
    let other = add(&mut tx, key(decision, 2), paid(7)).await;
    assert_eq!(
        tx.commitment_entries(decision, Some(1)).await.unwrap(),
        added
    );
    let entry = added[0].entry.id;
    added.push(other);
    assert_eq!(tx.commitment_entries(decision, None).await.unwrap(), added);
    assert_eq!(tx.commitment_entries(id(9), None).await.unwrap(), []);
    let found = tx
        .decision_of_subject(SubjectKind::CommitmentEntry, entry.into())
        .await;
    assert_eq!(found.unwrap(), Some(decision));
    assert_eq!(tx.commitment(key(decision, 3)).await.unwrap(), None);
    // What came back is of the year of its day, and what was undone was never paid.
    add(&mut tx, key(decision, 2), reversed(1)).await;
    let payments = tx.payments_of_year(2024).await.unwrap();
    let amounts = payments.iter().map(|line| (line.amount.cents(), line.on));
    let expected = [(60, date!(2024 - 01 - 15)), (-5, date!(2024 - 02 - 01))];
    assert_eq!(amounts.collect::<Vec<_>>(), expected);
    assert_eq!(payments[0].section, section(5));
    assert_eq!(payments[0].posting_year, Some(2024));
    assert_eq!(payments[1].posting_year, None);
    assert_eq!(tx.payments_of_year(2023).await.unwrap(), []);
    a_match_is_beside_its_payment_once(tx, store, payments[0].entry).await;
    for statement in [
        "delete from ledger_match",
        "update ledger_match set voucher = '1'",
        "delete from commitment_entry",
        "update commitment_entry set paid_cents = 1",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}

/// What the ledger's file has stands beside the payment, once.
async fn a_match_is_beside_its_payment_once(mut tx: Tx, store: &Store, entry: CommitmentEntryId) {
    let of = LedgerMatch {
        entry,
        voucher: "9001".to_owned(),
        account: "4300".to_owned(),
        cost_centre: String::new(),
        posted_on: Some(date!(2024 - 01 - 16)),
    };
    let mut row = LedgerMatchRow {
        id: id(70),
        of,
        file_sha256: [7; 32],
        recorded_at: at(6),
        office: None,
    };
    tx.add_ledger_match(&row).await.unwrap();
    let matched = tx.payments_of_year(2024).await.unwrap().into_iter();
    let matched: Vec<_> = matched.map(|line| line.ledger_voucher).collect();
    assert_eq!(matched, [Some("9001".to_owned()), None]);
    assert_eq!(tx.ledger_matches().await.unwrap(), [row.of.clone()]);
    tx.commit().await.unwrap();
    row.id = id(71);
    let mut tx = store.write().await.unwrap();
    let twice = tx.add_ledger_match(&row).await;
    let unique = matches!(
        twice,
        Err(StoreError::Unique {
            what: "ledger_match"
        })
    );
    assert!(unique, "{twice:?}");
}

async fn de_minimis_aid_is_summed_over_the_projects_of_a_beneficiary(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100), granted(2024, 100), granted(2024, 9)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let assessed = |aid, cents: Option<i64>, on| EntryFact::AidAssessed {
        aid,
        provision: String::new(),
        de_minimis: cents.map(Money::from_cents),
        reason: "Arvio".to_owned(),
        on,
    };
    let (old, new) = (date!(2020 - 08 - 21), date!(2023 - 08 - 21));
    let de_minimis = StateAid::DeMinimis;
    for (line, fact) in [
        // A later assessment stands in the place of an earlier one.
        (1, assessed(de_minimis, Some(60), new)),
        (1, assessed(de_minimis, Some(50), new)),
        (2, assessed(de_minimis, Some(7), new)),
        (2, assessed(StateAid::None, None, new)),
        (3, assessed(de_minimis, Some(1), old)),
    ] {
        add(&mut tx, key(decision, line), fact).await;
    }
    let sum = async |tx: &mut Tx, of, since| {
        let sum = tx.de_minimis_of(id(of), since).await;
        sum.unwrap().cents()
    };
    assert_eq!(sum(&mut tx, GRANTEE, date!(2020 - 08 - 22)).await, 50);
    assert_eq!(sum(&mut tx, GRANTEE, old).await, 51);
    assert_eq!(sum(&mut tx, CITY, old).await, 0);
    // What was undone is not assessed so any more.
    add(&mut tx, key(decision, 2), reversed(2)).await;
    assert_eq!(sum(&mut tx, GRANTEE, old).await, 58);
    add(&mut tx, key(decision, 1), reversed(2)).await;
    assert_eq!(sum(&mut tx, GRANTEE, old).await, 68);
}

async fn an_entry_is_undone_once_and_only_where_it_is(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100), granted(2024, 100)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    add(&mut tx, key(decision, 1), paid(10)).await;
    let undone = add(&mut tx, key(decision, 1), reversed(1)).await;
    tx.commit().await.unwrap();
    let with = |line: u32, number: u32, moved: u128| CommitmentEntryRow {
        line,
        entry: CommitmentEntry {
            id: id(moved),
            number,
            ..undone.entry.clone()
        },
        ..undone.clone()
    };
    for (row, why) in [
        (with(1, 3, 1), "it is undone already"),
        (with(2, 1, 2), "the other commitment has no such entry"),
        (with(1, 2, 3), "the number is taken"),
        (with(9, 1, 4), "there is no such commitment"),
    ] {
        let mut tx = store.write().await.unwrap();
        let refused = tx.add_commitment_entry(decision, &row).await;
        assert!(matches!(refused, Err(StoreError::Driver(_))), "{why}");
    }
}

async fn where_a_commitment_stands_is_what_its_entries_add_up_to(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![conditional(100), granted(2024, 50)];
    let first = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let signed = sealed(
        section(4),
        content("Toinen", vec![granted(2022, 1)]),
        signed_here(),
    );
    let second = add_signed(&mut tx, 101, signed).await.id;
    let of = key(first, 1);
    for fact in [
        met(),
        paid(60),
        recovered(20),
        paid(10),
        released(5),
        reversed(5),
    ] {
        add(&mut tx, of, fact).await;
    }
    let rows = tx.commitments_of_project(id(PROJECT)).await.unwrap();
    let keys: Vec<_> = rows
        .iter()
        .map(|row| (row.key, row.section.number))
        .collect();
    assert_eq!(keys, [(key(second, 1), 4), (of, 5), (key(first, 2), 5)]);
    let expected = Position {
        promised: Money::from_cents(100),
        open: Money::from_cents(30),
        paid: Money::from_cents(50),
        recovered: Money::from_cents(20),
        released: Money::ZERO,
        strength: CommitmentStrength::Granted,
        is_ended: false,
    };
    assert_eq!(rows[1].position, expected);
    assert_eq!(
        rows[1].commitment,
        conditional(100),
        "what was signed stays"
    );
    assert_eq!(rows[2].position.open, Money::from_cents(50));
    assert_eq!(tx.commitments_of_project(id(999)).await.unwrap(), []);

    // What the promise is measured by is what is left of it.
    add(&mut tx, key(second, 1), released(1)).await;
    let left = tx.signed_commitments(id(PROJECT), id(999)).await.unwrap();
    let without_condition = granted(2023, 80);
    assert_eq!(
        left,
        [
            (section(5), without_condition),
            (section(5), granted(2024, 50))
        ]
    );
}

async fn what_draws_on_a_line_follows_the_entries(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let code = granted(2023, 1).budget_line.unwrap();
    let lines = vec![conditional(30), granted(2023, 100), granted(2024, 9)];
    let first = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines)
        .await
        .id;
    let promised = |granted: i64, conditional: i64, paid: i64| Promised {
        granted: Money::from_cents(granted),
        conditional: Money::from_cents(conditional),
        paid: Money::from_cents(paid),
        ..Promised::default()
    };
    let after = async |tx: &mut Tx, line: u32, fact: EntryFact, expected: Promised| {
        let named = format!("{fact:?}");
        add(tx, key(first, line), fact).await;
        let of_year = tx.promised_of_year(2023, None).await.unwrap();
        assert_eq!(of_year, [(Some(code.clone()), expected)], "{named}");
        let rows = tx.commitments_of_line(2023, Some(&code)).await.unwrap();
        let drawn = rows.iter().filter_map(|row| row.position.drawn());
        assert_eq!(Promised::of(drawn), Some(expected), "the rows of the sum");
    };
    after(&mut tx, 2, paid(60), promised(100, 30, 60)).await;
    after(&mut tx, 2, released(10), promised(90, 30, 60)).await;
    after(&mut tx, 2, recovered(20), promised(70, 30, 40)).await;
    after(&mut tx, 2, reversed(2), promised(80, 30, 40)).await;
    after(&mut tx, 1, met(), promised(110, 0, 40)).await;
    after(&mut tx, 1, paid(30), promised(110, 0, 70)).await;
    after(&mut tx, 2, lapsed(40), promised(70, 0, 70)).await;
    assert_eq!(tx.promised_of_year(2023, Some(first)).await.unwrap(), []);

    // What was paid by a decision that was repealed draws on the line until it is back.
    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", Vec::new())
    };
    add_signed(&mut tx, 102, sealed(section(7), repealing, signed_here())).await;
    let ended = tx.commitment(key(first, 1)).await.unwrap().unwrap();
    assert!(ended.position.is_ended);
    after(&mut tx, 1, recovered(30), promised(40, 0, 40)).await;
    let rows = tx.commitments_of_line(2023, Some(&code)).await.unwrap();
    let lines: Vec<u32> = rows.iter().map(|row| row.key.line).collect();
    assert_eq!(lines, [2], "of the other nothing is paid any more");
    assert_eq!(tx.wrong_standings().await.unwrap(), []);
    assert_eq!(tx.promised_of_year(2024, None).await.unwrap(), []);
    assert_eq!(tx.commitments_of_line(2024, Some(&code)).await.unwrap(), []);
}

/// Of a hundred thousand commitments a page reads those of one year, line or project.
async fn the_questions_about_commitments_use_indexes(store: &Store) {
    let mut tx = store.read().await.unwrap();
    if let Tx::Postgres(_) = tx {
        // With few rows PostgreSQL reads the whole table; told not to, it shows whether it can.
        raw!(tx, "set enable_seqscan = off").unwrap();
    }
    for (name, question) in LARGE_QUESTIONS {
        let uuid = match tx {
            Tx::Sqlite(_) => "x'00000000000000000000000000000001'",
            Tx::Postgres(_) => "'00000000-0000-0000-0000-000000000001'::uuid",
        };
        let (one, two) = match name {
            "promised_of_year" => ("2023", "null"),
            "commitments_of_line" => ("2023", "'29'"),
            "commitment" => (uuid, "1"),
            "instalments_due" => ("'2023-11-19'", "null"),
            "co_funding_page" => (uuid, "2023"),
            "public_sums" => ("100", "null"),
            _ => (uuid, uuid),
        };
        let mut question = question.replace("$1", one).replace("$2", two);
        for (further, value) in [
            ("$3", "'hanke'"),
            ("$4", "true"),
            ("$5", "'late'"),
            ("$6", "'organisation'"),
            ("$7", uuid),
            ("$8", "100"),
            ("$9", "0"),
        ] {
            question = question.replace(further, value);
        }
        let explain: &'static str = match tx {
            Tx::Sqlite(_) => format!("explain query plan {question}").leak(),
            Tx::Postgres(_) => format!("explain {question}").leak(),
        };
        let steps: Vec<String> = match &mut tx {
            Tx::Sqlite(tx) => {
                let rows: Vec<(i64, i64, i64, String)> =
                    sqlx::query_as(explain).fetch_all(&mut **tx).await.unwrap();
                rows.into_iter().map(|row| row.3).collect()
            }
            Tx::Postgres(tx) => {
                let rows: Vec<(String,)> =
                    sqlx::query_as(explain).fetch_all(&mut **tx).await.unwrap();
                rows.into_iter().map(|row| row.0).collect()
            }
        };
        let whole = |step: &&String| {
            let read = step.strip_prefix("SCAN ");
            let read = read.and_then(|of| of.split(' ').next());
            let is_read = read.is_some_and(|of| ["a", "c", "d", "e", "p", "s", "x"].contains(&of));
            // Sums over everything read an index that has all they need.
            step.contains("Seq Scan") || is_read && !step.contains("COVERING INDEX")
        };
        let whole: Vec<_> = steps.iter().filter(whole).collect();
        assert!(whole.is_empty(), "{name}: {steps:#?}");
    }
}
