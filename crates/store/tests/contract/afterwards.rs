//! What becomes of frozen decisions: corrections, changes, and set days of publication.

use domain::decision::{ChangeEffect, Correction, Decision, DecisionChange, DecisionContent, Seal};
use domain::publicity::Public;
use domain::service::{Service, ServiceFacts, ServiceMeans};
use store::{CorrectionNotice, Saved, Store};
use time::macros::date;

use crate::world::{
    self, DECISION_MAKER, GRANTEE, add_signed, at, content, id, sealed, section, signed_here, slug,
};
use crate::{on_both, raw};

on_both!(
    a_correction_is_kept_beside_what_was_signed,
    a_party_is_told_of_a_correction_once,
    a_change_is_seen_from_both_decisions,
    a_set_day_comes_and_can_be_taken_back,
);

fn correction(number: u32, title: &str) -> Correction {
    let content = content(title, vec![]);
    Correction {
        number,
        at: at(100),
        by: id(DECISION_MAKER),
        office: "Kaupunginjohtaja".to_owned(),
        reason: "Nimi oli väärin".to_owned(),
        seal: Seal::new(&content, [8; 32]).unwrap(),
        content,
    }
}

async fn signed(store: &Store) -> Decision {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let frozen = sealed(section(5), content("Väärä nimi", vec![]), signed_here());
    let signed = add_signed(&mut tx, 100, frozen).await;
    tx.commit().await.unwrap();
    signed
}

async fn a_correction_is_kept_beside_what_was_signed(store: &Store) {
    let signed = signed(store).await;
    let first = correction(1, "Oikea nimi");
    let mut tx = store.write().await.unwrap();
    let stale = tx
        .add_correction(signed.id, signed.version - 1, &first)
        .await;
    assert_eq!(stale.unwrap(), Saved::Stale);
    drop(tx);
    let mut tx = store.write().await.unwrap();
    let saved = tx.add_correction(signed.id, signed.version, &first).await;
    let version = signed.version + 1;
    assert_eq!(saved.unwrap(), Saved::Saved { version });
    assert_eq!(
        tx.corrections(signed.id).await.unwrap(),
        std::slice::from_ref(&first)
    );
    let json = serde_json::to_string(&first.content).unwrap();
    let stored = tx.sealed_corrections(signed.id).await.unwrap();
    assert_eq!(stored, [(1, json, first.seal.clone())]);
    let before = tx.signed_content(signed.id).await.unwrap();
    assert_eq!(
        before.as_ref(),
        signed.sealed().map(|sealed| &sealed.content)
    );
    let now = tx.decision(signed.id).await.unwrap().unwrap();
    let sealed = now.sealed().unwrap();
    assert_eq!((&sealed.content, sealed.corrections), (&first.content, 1));
    assert_eq!(
        Some(&sealed.seal),
        signed.sealed().map(|sealed| &sealed.seal)
    );
}

async fn a_party_is_told_of_a_correction_once(store: &Store) {
    let signed = signed(store).await;
    let mut tx = store.write().await.unwrap();
    let service = Service {
        id: id(200),
        version: 1,
        decision: signed.id,
        recipient: id(GRANTEE),
        facts: ServiceFacts::by(ServiceMeans::Letter),
        recorded_by: None,
    };
    tx.add_service(&service, None, at(3)).await.unwrap();
    let first = correction(1, "Oikea nimi");
    let saved = tx.add_correction(signed.id, signed.version, &first).await;
    assert_ne!(saved.unwrap(), Saved::Stale);
    let waiting = CorrectionNotice {
        number: 1,
        service: service.id,
        told: None,
    };
    assert_eq!(
        tx.correction_notices(signed.id).await.unwrap(),
        std::slice::from_ref(&waiting)
    );
    assert_eq!(
        tx.decisions_with_untold_corrections().await.unwrap().len(),
        1
    );
    assert!(!tx.tell_of_correction(signed.id, &waiting).await.unwrap());
    let told = CorrectionNotice {
        told: Some((
            date!(2023 - 08 - 22),
            ServiceMeans::Letter,
            "Kirjaaja".to_owned(),
        )),
        ..waiting
    };
    assert!(tx.tell_of_correction(signed.id, &told).await.unwrap());
    assert!(
        !tx.tell_of_correction(signed.id, &told).await.unwrap(),
        "once"
    );
    assert_eq!(tx.correction_notices(signed.id).await.unwrap(), [told]);
    assert!(
        tx.decisions_with_untold_corrections()
            .await
            .unwrap()
            .is_empty()
    );
}

async fn a_change_is_seen_from_both_decisions(store: &Store) {
    let earlier = signed(store).await;
    let mut tx = store.write().await.unwrap();
    let repealing = DecisionContent {
        changes: Public(vec![DecisionChange {
            section: section(5),
            effect: ChangeEffect::Repeals,
        }]),
        ..content("Kumoaminen", vec![])
    };
    let later = sealed(section(6), repealing, signed_here());
    let later = add_signed(&mut tx, 101, later).await;
    let changed_by = tx.changed_by(earlier.id).await.unwrap();
    assert_eq!(
        (changed_by[0].id, changed_by[0].effect),
        (later.id, ChangeEffect::Repeals)
    );
    assert!(!changed_by[0].is_public);
    for either in [earlier.id, later.id] {
        let placed = tx.placed_decision(either).await.unwrap().unwrap();
        assert!(placed.has.changes);
    }
    let changes = tx.changes_of(later.id).await.unwrap();
    assert_eq!(
        (changes[0].id, &changes[0].section),
        (earlier.id, &section(5))
    );
    let others = tx.other_decisions(later.id).await.unwrap();
    assert_eq!(
        others.iter().map(|other| other.id).collect::<Vec<_>>(),
        [earlier.id]
    );
    let numbers = tx.section_numbers(&slug("kaupunginjohtaja"), 2023).await;
    assert_eq!(numbers.unwrap(), [5, 6]);
    assert!(raw!(tx, "delete from decision_change").is_err());
}

async fn a_set_day_comes_and_can_be_taken_back(store: &Store) {
    let signed = signed(store).await;
    let day = date!(2023 - 08 - 25);
    let mut tx = store.write().await.unwrap();
    let set = signed.schedule(Some(day)).unwrap();
    assert_ne!(
        tx.schedule_decision(&set, at(4)).await.unwrap(),
        Saved::Stale
    );
    assert_eq!(
        tx.schedule_decision(&set, at(4)).await.unwrap(),
        Saved::Stale
    );
    let before = tx.decisions_to_publish(date!(2023 - 08 - 24)).await;
    assert!(before.unwrap().is_empty());
    let due = tx.decisions_to_publish(day).await.unwrap().remove(0);
    assert_eq!(due.notes.publish_on, Some(day));
    let back = due.schedule(None).unwrap();
    assert_ne!(
        tx.schedule_decision(&back, at(5)).await.unwrap(),
        Saved::Stale
    );
    assert!(tx.decisions_to_publish(day).await.unwrap().is_empty());
}
