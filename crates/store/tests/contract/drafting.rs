//! Delegations, and what is kept beside drafts.

use domain::Money;
use domain::decision::{
    ChangeEffect, Commitment, CommitmentStrength, DecisionChange, DecisionContent, DecisionKind,
};
use domain::delegation::{Delegation, DelegationDecision, DelegationFacts};
use domain::publicity::Public;
use domain::section::Section;
use store::{Autosave, Saved, Store, StoreError};
use time::macros::date;

use crate::world::{
    self, DECISION_MAKER, PREPARER, PROJECT, add_draft, add_published, add_signed, at, content,
    draft, granted, id, made_elsewhere, publish, sealed, section, signed_here, slug,
};
use crate::{on_both, raw};

on_both!(
    a_delegation_is_kept_as_it_is_and_changed_by_version,
    what_was_typed_is_kept_for_its_official_only,
    who_has_a_draft_open_is_known_for_a_while,
    what_signed_decisions_promised_a_project_is_known,
);

fn delegation(number: u128) -> Delegation {
    Delegation {
        id: id(number),
        version: 1,
        facts: DelegationFacts {
            series: slug("kaupunginjohtaja"),
            provision: "Hallintosääntö 17 §".to_owned(),
            decision: Some(DelegationDecision {
                body: "Kaupunginhallitus".to_owned(),
                on: date!(2022 - 08 - 16),
                section: 155,
                year: 2022,
            }),
            limit: Some(Money::from_cents(1_000_000)),
            kinds: DecisionKind::ALL.to_vec(),
            valid_from: date!(2022 - 09 - 01),
            valid_to: Some(date!(2023 - 12 - 31)),
        },
    }
}

async fn a_delegation_is_kept_as_it_is_and_changed_by_version(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = delegation(100);
    tx.add_delegation(&first).await.unwrap();
    assert_eq!(tx.delegation(id(100)).await.unwrap(), Some(first.clone()));
    assert_eq!(tx.delegation(id(101)).await.unwrap(), None);
    let changed = Delegation {
        facts: DelegationFacts {
            decision: None,
            limit: None,
            kinds: vec![DecisionKind::Grant],
            valid_to: None,
            ..first.facts.clone()
        },
        ..first
    };
    let saved = tx.save_delegation(&changed).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_delegation(&changed).await.unwrap(), Saved::Stale);
    let second = delegation(101);
    tx.add_delegation(&second).await.unwrap();
    let changed = Delegation {
        version: 2,
        ..changed
    };
    // The last to come into force first; of the same day the last that was added.
    assert_eq!(tx.delegations().await.unwrap(), [second, changed]);
    tx.commit().await.unwrap();
    for statement in [
        "update delegation set kinds = ''",
        "update delegation set limit_cents = 0",
        "update delegation set body = null where body is not null",
        "update delegation set valid_to = '2021-01-01'",
    ] {
        let mut tx = store.write().await.unwrap();
        assert!(raw!(tx, statement).is_err(), "{statement}");
    }
}

async fn what_was_typed_is_kept_for_its_official_only(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_draft(&mut tx, 100, "Luonnos").await.id;
    let kept = |title: &str, seconds| Autosave {
        version: 1,
        draft: draft(title),
        saved_at: at(seconds),
    };
    for (title, seconds) in [("Ensin", 10), ("Sitten", 20)] {
        let typed = kept(title, seconds);
        tx.keep_autosave(id(PREPARER), decision, &typed)
            .await
            .unwrap();
    }
    let own = tx.autosave(id(PREPARER), decision).await.unwrap();
    assert_eq!(own, Some(kept("Sitten", 20)));
    assert_eq!(
        tx.autosave(id(DECISION_MAKER), decision).await.unwrap(),
        None
    );
    let loaded = tx.decision(decision).await.unwrap().unwrap();
    assert_eq!(loaded.version, 1, "the draft itself is untouched");
    tx.discard_autosave(id(DECISION_MAKER), decision)
        .await
        .unwrap();
    assert!(tx.autosave(id(PREPARER), decision).await.unwrap().is_some());
    tx.discard_autosave(id(PREPARER), decision).await.unwrap();
    assert_eq!(tx.autosave(id(PREPARER), decision).await.unwrap(), None);
    for official in [PREPARER, DECISION_MAKER] {
        let typed = kept("Vanha", 30);
        tx.keep_autosave(id(official), decision, &typed)
            .await
            .unwrap();
    }
    assert_eq!(tx.forget_drafting(at(30), at(30)).await.unwrap(), 0);
    tx.end_drafting(decision).await.unwrap();
    assert_eq!(tx.forget_drafting(at(31), at(31)).await.unwrap(), 0);
    tx.keep_autosave(id(PREPARER), decision, &kept("Vanha", 30))
        .await
        .unwrap();
    assert_eq!(tx.forget_drafting(at(31), at(31)).await.unwrap(), 1);
    let unknown = tx.keep_autosave(id(PREPARER), id(999), &kept("x", 1)).await;
    assert!(!matches!(unknown, Ok(()) | Err(StoreError::Unique { .. })));
}

async fn who_has_a_draft_open_is_known_for_a_while(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_draft(&mut tx, 100, "Luonnos").await.id;
    let others = |rows: Vec<store::PresentRow>| -> Vec<(String, time::OffsetDateTime)> {
        rows.into_iter().map(|row| (row.name, row.since)).collect()
    };
    let name = "Virkailija Numero 1".to_owned();
    for (seconds, gone) in [(10, 0), (20, 0)] {
        let seen = tx.see_at_draft(id(PREPARER), decision, at(seconds), at(gone));
        seen.await.unwrap();
    }
    let seen = tx
        .others_at_draft(id(DECISION_MAKER), decision, at(20))
        .await;
    assert_eq!(
        others(seen.unwrap()),
        [(name.clone(), at(10))],
        "since the first time"
    );
    let seen = tx
        .others_at_draft(id(PREPARER), decision, at(20))
        .await
        .unwrap();
    assert_eq!(others(seen), [], "one is no other");
    let seen = tx
        .others_at_draft(id(DECISION_MAKER), decision, at(21))
        .await
        .unwrap();
    assert_eq!(others(seen), [], "not seen for a while");
    // Whoever was gone comes anew.
    tx.see_at_draft(id(PREPARER), decision, at(50), at(40))
        .await
        .unwrap();
    let seen = tx
        .others_at_draft(id(DECISION_MAKER), decision, at(40))
        .await;
    assert_eq!(others(seen.unwrap()), [(name, at(50))]);
    tx.leave_draft(id(PREPARER), decision).await.unwrap();
    let seen = tx
        .others_at_draft(id(DECISION_MAKER), decision, at(0))
        .await
        .unwrap();
    assert_eq!(others(seen), []);
}

async fn what_signed_decisions_promised_a_project_is_known(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let drafted = add_draft(&mut tx, 100, "Luonnos").await.id;
    let mut provided = granted(2024, 100);
    provided.strength = CommitmentStrength::ProvidedFor;
    let published = vec![granted(2023, 250_000), provided.clone()];
    add_published(&mut tx, 5, date!(2023 - 08 - 18), published).await;
    let signed = sealed(
        section(4),
        content("Toinen", vec![granted(2022, 1)]),
        made_elsewhere(),
    );
    let signed = add_signed(&mut tx, 101, signed).await.id;
    let promised = tx.signed_commitments(id(PROJECT), drafted).await.unwrap();
    let expected = [
        (section(4), granted(2022, 1)),
        (section(5), granted(2023, 250_000)),
        (section(5), provided),
    ];
    assert_eq!(promised, expected);
    let but_one = tx.signed_commitments(id(PROJECT), signed).await.unwrap();
    assert_eq!(but_one.len(), 2);
    assert_eq!(tx.signed_commitments(id(999), drafted).await.unwrap(), []);

    // What a signed decision ends counts no more; for everybody, once that one is published.
    let ending = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::LetsLapse,
        }]),
        ..content("Raukeaminen", vec![granted(2024, 7)])
    };
    let ending = sealed(section(6), ending, signed_here());
    let ending = add_signed(&mut tx, 102, ending).await;
    let of = |rows: Vec<(Section, Commitment)>| -> Vec<u32> {
        rows.iter().map(|(section, _)| section.number).collect()
    };
    let promised = tx.signed_commitments(id(PROJECT), drafted).await.unwrap();
    assert_eq!(of(promised), [4, 6]);
    let itself = tx.signed_commitments(id(PROJECT), ending.id).await.unwrap();
    assert_eq!(
        of(itself),
        [4, 5, 5],
        "its own check leaves them out itself"
    );
    let public = tx.published_commitments(id(PROJECT)).await.unwrap();
    assert_eq!(of(public), [5, 5]);
    publish(&mut tx, ending, date!(2023 - 08 - 22)).await;
    let public = tx.published_commitments(id(PROJECT)).await.unwrap();
    assert_eq!(of(public), [6]);
    let row = tx.project_row(id(PROJECT), date!(2023 - 08 - 22)).await;
    let committed = row.unwrap().unwrap().committed;
    assert_eq!(committed, Some(Money::from_cents(7)));
}
