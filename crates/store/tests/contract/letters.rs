//! Letters of commitment: kept as they were given, listed by decision and project, found by code.

use domain::Lang;
use domain::decision::{ChangeEffect, DecisionChange, DecisionContent};
use domain::publicity::Public;
use domain::view::public::HandedOut;
use store::{CommitmentLetter, Store, StoreError, SubjectKind};
use time::macros::date;

use crate::world::{
    self, DECISION_MAKER, PROJECT, add_published, at, content, granted, id, sealed, section,
    signed_here,
};
use crate::{on_both, raw};

on_both!(
    letters_are_kept_as_given_and_listed_the_newest_first,
    the_commitments_of_a_decision_stand_by_line,
);

async fn letters_are_kept_as_given_and_listed_the_newest_first(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let given = |number: u128, valid_until| CommitmentLetter {
        id: id(number),
        decision: id(1_005),
        given_by: id(DECISION_MAKER),
        office: "Talous".to_owned(),
        given_at: at(90),
        code: format!("LETTER-{number}"),
        lang: Lang::Sv,
        valid_until,
    };
    let first = given(121, Some(date!(2024 - 12 - 31)));
    for letter in [first.clone(), given(120, None)] {
        tx.add_commitment_letter(&letter, "{}").await.unwrap();
    }
    let text = tx.commitment_letter_text(id(120)).await.unwrap();
    assert_eq!(text, Some((id(1_005), "{}".to_owned())));
    assert_eq!(tx.commitment_letter_text(id(99)).await.unwrap(), None);
    let of_decision = tx.letters_of_decision(id(1_005)).await.unwrap();
    let letters: Vec<_> = of_decision.iter().map(|row| row.letter.clone()).collect();
    assert_eq!(letters, [given(120, None), first]);
    assert_eq!(of_decision[0].section, section(5));
    assert_eq!(tx.letters_of_decision(id(1_006)).await.unwrap(), []);
    let of_project = tx.letters_of_project(id(PROJECT)).await.unwrap();
    assert_eq!(of_project, of_decision);
    assert_eq!(tx.letters_of_project(id(99)).await.unwrap(), []);
    let found = tx.handed_out("LETTER-120").await.unwrap().unwrap();
    assert_eq!(found.version, HandedOut::CommitmentLetter);
    assert_eq!((found.decision, found.given_at), (id(1_005), at(90)));
    // What another decision ended is confirmed as ended, once that one is public.
    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", Vec::new())
    };
    let repealing = sealed(section(6), repealing, signed_here());
    let repealing = world::add_signed(&mut tx, 300, repealing).await;
    let found = tx.handed_out("LETTER-120").await.unwrap().unwrap();
    assert_eq!(found.version, HandedOut::CommitmentLetter);
    world::publish(&mut tx, repealing, date!(2023 - 08 - 21)).await;
    let found = tx.handed_out("LETTER-120").await.unwrap().unwrap();
    assert_eq!(found.version, HandedOut::EndedLetter);
    let subject = tx
        .decision_of_subject(SubjectKind::CommitmentLetter, id(121))
        .await;
    assert_eq!(subject.unwrap(), Some(id(1_005)));
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    let changed = raw!(tx, "update commitment_letter set office = 'Toinen'");
    assert!(changed.is_err());
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let twice = CommitmentLetter {
        id: id(122),
        ..given(120, None)
    };
    assert!(matches!(
        tx.add_commitment_letter(&twice, "{}").await,
        Err(StoreError::Unique {
            what: "commitment_letter_code"
        })
    ));
}

async fn the_commitments_of_a_decision_stand_by_line(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 100), granted(2024, 50)];
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let standing = tx.standing_commitments(decision.id).await.unwrap();
    let told = standing
        .iter()
        .map(|row| (row.key.line, row.position.open.cents()));
    assert_eq!(told.collect::<Vec<_>>(), [(1, 100), (2, 50)]);
    assert_eq!(tx.standing_commitments(id(99)).await.unwrap(), []);
}
