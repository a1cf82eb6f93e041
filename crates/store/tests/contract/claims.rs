//! Entries about payment claims are only added to, and what is waited for follows from them.

use domain::Money;
use domain::funding::cost::{CostCategory, CostModel};
use domain::payment_claim::{
    ClaimBook, ClaimContent, ClaimEntry, ClaimFact, ClaimStage, RealisedCost, SupportRate,
};
use domain::project::CityRole;
use store::{ClaimEntryRow, ClaimLeft, Store, StoreError, Tx};
use time::macros::date;

use crate::world::{self, PROJECT, at, id, saved};
use crate::{on_both, raw};

on_both!(
    entries_about_claims_are_kept_as_they_are,
    money_is_waited_for_until_it_is_paid,
    projects_of_the_citys_own_have_a_last_claim_to_send,
);

fn content(is_last: bool) -> ClaimContent {
    ClaimContent {
        first_day: date!(2023 - 01 - 01),
        last_day: date!(2023 - 06 - 30),
        is_last,
        costs: vec![RealisedCost {
            category: CostCategory::Salaries,
            amount: Money::from_cents(1_000),
        }],
        funding: Vec::new(),
        deducted: Money::ZERO,
        applied: Money::from_cents(700),
        plan_version: 1,
        model: CostModel::Actual,
        rate: Some(SupportRate::OfPlan {
            support: Money::from_cents(70),
            cost: Money::from_cents(100),
        }),
    }
}

fn sent() -> ClaimFact {
    ClaimFact::Sent {
        claim: 1,
        on: date!(2023 - 08 - 01),
        document: "EURA".to_owned(),
    }
}

fn decided() -> ClaimFact {
    ClaimFact::Decided {
        claim: 1,
        on: date!(2023 - 08 - 10),
        granted: Money::from_cents(600),
        document: "Päätös".to_owned(),
        reason: "Palkka".to_owned(),
    }
}

fn paid() -> ClaimFact {
    ClaimFact::Paid {
        claim: 1,
        on: date!(2023 - 08 - 15),
        voucher: "T-1".to_owned(),
    }
}

/// Adds an entry after those of the project.
async fn add(tx: &mut Tx, fact: ClaimFact) -> ClaimEntryRow {
    let rows = tx.claim_entries(id(PROJECT)).await.unwrap();
    let mut facts: Vec<_> = rows.into_iter().map(|row| row.entry.fact).collect();
    facts.push(fact.clone());
    let book = ClaimBook::of(&facts).unwrap();
    let number = u32::try_from(facts.len()).unwrap();
    let row = ClaimEntryRow {
        left: ClaimLeft::by(&book, &fact),
        entry: ClaimEntry {
            id: id(500 + u128::from(number)),
            number,
            fact,
            recorded_at: at(5),
            office: "Controller".to_owned(),
        },
    };
    tx.add_claim_entry(id(PROJECT), &row).await.unwrap();
    row
}

fn made(is_last: bool) -> ClaimFact {
    ClaimFact::Made {
        claim: 1,
        content: content(is_last),
    }
}

async fn entries_about_claims_are_kept_as_they_are(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.projects_with_claims().await.unwrap(), []);
    let mut added = Vec::new();
    for fact in [
        ClaimFact::AdvanceReceived {
            on: date!(2023 - 01 - 01),
            amount: Money::from_cents(100),
            document: "Ennakko".to_owned(),
        },
        made(false),
        ClaimFact::Changed {
            claim: 1,
            content: content(true),
        },
        sent(),
        decided(),
        paid(),
        ClaimFact::TakenBack {
            claim: 1,
            reason: "Syy".to_owned(),
        },
        ClaimFact::AdvanceUndone {
            reason: "Syy".to_owned(),
        },
    ] {
        added.push(add(&mut tx, fact).await);
    }
    assert_eq!(tx.claim_entries(id(PROJECT)).await.unwrap(), added);
    assert_eq!(tx.projects_with_claims().await.unwrap(), [id(PROJECT)]);
    let of = tx.project_of_claim_entry(added[0].entry.id).await.unwrap();
    assert_eq!(of, Some(id(PROJECT)));
    assert_eq!(tx.project_of_claim_entry(id(99)).await.unwrap(), None);
    assert_eq!(tx.claim_entries(id(99)).await.unwrap(), []);
    tx.commit().await.unwrap();
    for statement in [
        "update claim_entry set office = ''",
        "delete from claim_entry",
    ] {
        let mut tx = store.write().await.unwrap();
        let statement: &'static str = statement;
        let refused = raw!(tx, statement);
        assert!(refused.is_err(), "{statement}");
    }
    let mut tx = store.write().await.unwrap();
    let again = tx.add_claim_entry(id(PROJECT), &added[0]).await;
    assert!(matches!(again, Err(StoreError::Driver(_))), "{again:?}");
}

async fn money_is_waited_for_until_it_is_paid(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add(&mut tx, made(false)).await;
    assert_eq!(tx.waiting_claims().await.unwrap(), []);
    add(&mut tx, sent()).await;
    for (fact, stage, cents) in [
        (None, ClaimStage::Sent, 700),
        (Some(decided()), ClaimStage::Decided, 600),
    ] {
        if let Some(fact) = fact {
            add(&mut tx, fact).await;
        }
        let waiting = tx.waiting_claims().await.unwrap();
        assert_eq!(waiting.len(), 1, "one claim waits: {waiting:?}");
        let row = &waiting[0];
        assert_eq!((row.claim, row.stage), (1, stage));
        assert_eq!(row.waiting, Money::from_cents(cents));
        assert_eq!(row.sent_on, date!(2023 - 08 - 01));
        assert_eq!(row.project.0.as_str(), "kaivoskumppani");
    }
    add(&mut tx, paid()).await;
    assert_eq!(tx.waiting_claims().await.unwrap(), []);
}

async fn projects_of_the_citys_own_have_a_last_claim_to_send(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let far = date!(2199 - 12 - 31);
    let mut project = tx.project(id(PROJECT)).await.unwrap().unwrap();
    project.facts.city_role = Some(CityRole::CoFunder);
    let _saved = tx.save_project(&project, &saved(5)).await.unwrap();
    assert_eq!(tx.last_claims_to_send(far).await.unwrap(), [], "another's");
    project.version += 1;
    project.facts.city_role = Some(CityRole::Beneficiary);
    let _saved = tx.save_project(&project, &saved(6)).await.unwrap();
    let ends = project.own_end().unwrap();
    let eve = ends.previous_day().unwrap();
    assert_eq!(tx.last_claims_to_send(eve).await.unwrap(), []);
    let listed = tx.last_claims_to_send(ends).await.unwrap();
    assert_eq!((listed[0].id, listed[0].ends_on), (id(PROJECT), ends));
    add(&mut tx, made(true)).await;
    assert_eq!(
        tx.last_claims_to_send(far).await.unwrap().len(),
        1,
        "a draft"
    );
    add(&mut tx, sent()).await;
    assert_eq!(tx.last_claims_to_send(far).await.unwrap(), []);
    let back = ClaimFact::TakenBack {
        claim: 1,
        reason: "Syy".to_owned(),
    };
    add(&mut tx, back).await;
    assert_eq!(tx.last_claims_to_send(far).await.unwrap().len(), 1);
}
