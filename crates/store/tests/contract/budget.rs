//! The budget: decisions about it are only added, and sums are those of signed decisions in force.

use domain::Money;
use domain::budget::{
    AppropriationBasis, BudgetDecision, BudgetDecisionKind, BudgetEntry, BudgetPlace, LineFacts,
    LineSource, Promised,
};
use domain::check::Excess;
use domain::decision::{ChangeEffect, CommitmentStrength, DecisionChange, DecisionContent};
use domain::publicity::Public;
use store::{BudgetDecisionRow, OverrideRow, OverrideSource, Store};
use time::macros::date;

use crate::world::{
    self, add_published, add_signed, at, content, granted, id, sealed, section, signed_here,
};
use crate::{on_both, raw};

on_both!(
    a_budget_decision_is_kept_as_it_is_and_never_changed,
    what_is_promised_from_a_line_is_what_signed_decisions_in_force_promise,
    an_accepted_excess_is_kept_with_its_source_and_never_changed,
);

fn line(code: &str, cents: i64) -> BudgetEntry {
    BudgetEntry {
        place: BudgetPlace::Line(LineFacts {
            code: code.parse().unwrap(),
            name: "Kehittämisraha".to_owned(),
            appropriation: "Elinvoima".to_owned(),
            source: LineSource::Reserve,
        }),
        amount: Money::from_cents(cents),
    }
}

fn row(number: u128, year: u16, entries: Vec<BudgetEntry>) -> BudgetDecisionRow {
    BudgetDecisionRow {
        id: id(number),
        decision: BudgetDecision {
            year,
            kind: BudgetDecisionKind::Sets,
            body: "Kaupunginvaltuusto".to_owned(),
            on: date!(2022 - 11 - 14),
            section: 80,
            case_number: Some("KAJDno-2022-1".parse().unwrap()),
            subject: "Talousarvio".to_owned(),
            entries,
        },
        recorded_at: at(5),
        office: "Controller".to_owned(),
    }
}

async fn a_budget_decision_is_kept_as_it_is_and_never_changed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let appropriation = BudgetEntry {
        place: BudgetPlace::Appropriation {
            name: "Elinvoima".to_owned(),
            basis: AppropriationBasis::Net,
        },
        amount: Money::from_cents(900),
    };
    let first = row(100, 2023, vec![appropriation, line("29", 500)]);
    let second = BudgetDecisionRow {
        decision: BudgetDecision {
            kind: BudgetDecisionKind::Amends,
            case_number: None,
            ..row(101, 2023, vec![line("29", -20)]).decision
        },
        ..row(101, 2023, Vec::new())
    };
    let other_year = row(102, 2024, vec![line("29", 7)]);
    for one in [&first, &second, &other_year] {
        tx.add_budget_decision(one).await.unwrap();
    }
    let kept = tx.budget_decisions(2023).await.unwrap();
    assert_eq!(kept, [first, second]);
    assert_eq!(tx.budget_decisions(2024).await.unwrap(), [other_year]);
    assert_eq!(tx.budget_years().await.unwrap(), [2024, 2023]);
    tx.commit().await.unwrap();
    for statement in [
        "delete from budget_decision",
        "delete from budget_entry",
        "delete from budget_line",
        "delete from appropriation",
        "update budget_entry set amount_cents = 1",
        "update budget_line set name = 'x'",
    ] {
        // After a refusal the transaction is over on PostgreSQL.
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}

async fn an_accepted_excess_is_kept_with_its_source_and_never_changed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let appropriation = BudgetEntry {
        place: BudgetPlace::Appropriation {
            name: "Elinvoima".to_owned(),
            basis: AppropriationBasis::Gross,
        },
        amount: Money::from_cents(900),
    };
    let budget = row(100, 2023, vec![appropriation]);
    tx.add_budget_decision(&budget).await.unwrap();
    let sealed = sealed(section(6), content("Päätös", Vec::new()), signed_here());
    let signed = add_signed(&mut tx, 101, sealed).await.id;
    let accepted = |number: u128, source| OverrideRow {
        id: id(number),
        excess: Excess {
            year: 2023,
            appropriation: "Elinvoima".to_owned(),
            by: Money::from_cents(7),
        },
        reason: "Lisämääräraha käsitellään syyskuussa".to_owned(),
        source,
        recorded_at: at(5),
        office: "Kaupunginjohtaja".to_owned(),
    };
    let of_decision = accepted(200, OverrideSource::Decision(signed));
    let of_budget = accepted(201, OverrideSource::Budget(budget.id));
    tx.add_override(&of_decision).await.unwrap();
    tx.add_override(&of_budget).await.unwrap();
    let all = tx.overrides_of_year(2023).await.unwrap();
    assert_eq!(all, [of_decision.clone(), of_budget]);
    assert_eq!(tx.overrides_of_year(2024).await.unwrap(), []);
    let own = tx.overrides_of_decision(signed).await.unwrap();
    assert_eq!(own, [of_decision]);
    tx.commit().await.unwrap();
    for statement in [
        "delete from appropriation_override",
        "update appropriation_override set reason = 'x'",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}

async fn what_is_promised_from_a_line_is_what_signed_decisions_in_force_promise(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let code = granted(2023, 1).budget_line.unwrap();
    let mut conditional = granted(2023, 30);
    conditional.strength = CommitmentStrength::Conditional;
    conditional.condition = Some("EAKR-rahoitus".to_owned());
    let mut without = granted(2023, 4);
    without.budget_line = None;
    let lines = vec![granted(2023, 100), conditional, without, granted(2024, 9)];
    add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let signed = sealed(
        section(6),
        content("Toinen", vec![granted(2023, 200)]),
        signed_here(),
    );
    let signed = add_signed(&mut tx, 101, signed).await.id;

    let promised = |granted: i64, conditional: i64| Promised {
        granted: Money::from_cents(granted),
        conditional: Money::from_cents(conditional),
        ..Promised::default()
    };
    let mut all = tx.promised_of_year(2023, None).await.unwrap();
    // The two databases put what names no line at different ends.
    all.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        (None, promised(4, 0)),
        (Some(code.clone()), promised(300, 30)),
    ];
    assert_eq!(all, expected);
    let others = tx.promised_of_year(2023, Some(signed)).await.unwrap();
    assert!(others.contains(&(Some(code.clone()), promised(100, 30))));

    let rows = tx.commitments_of_line(2023, Some(&code)).await.unwrap();
    let cents: Vec<i64> = rows
        .iter()
        .map(|row| row.commitment.amount.cents())
        .collect();
    assert_eq!(cents, [100, 30, 200]);
    assert_eq!(rows[2].key.decision, signed);
    assert_eq!(tx.commitments_of_line(2023, None).await.unwrap().len(), 1);

    // What a signed decision repeals counts no more.
    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", Vec::new())
    };
    add_signed(&mut tx, 102, sealed(section(7), repealing, signed_here())).await;
    let left = tx.promised_of_year(2023, None).await.unwrap();
    assert_eq!(left, [(Some(code.clone()), promised(200, 0))]);
    let rows = tx.commitments_of_line(2023, Some(&code)).await.unwrap();
    assert_eq!(rows.len(), 1);
}
