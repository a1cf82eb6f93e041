//! The life of a decision in its row.

use calendar::Offices;
use domain::appeal_right::AppealRight;
use domain::decision::{Decision, DecisionState, Seal};
use domain::view::public::ProjectLink;
use store::{Has, Saved, SealedRow, Store, StoreError};
use time::macros::date;

use crate::world::{
    self, CASE, PROJECT, add_draft, add_published, add_signed, at, content, draft, granted, id,
    made_elsewhere, save, sealed, section, signed_here, slug,
};
use crate::{on_both, raw};

on_both!(
    a_draft_is_saved_sent_and_given_back,
    an_older_version_of_a_draft_is_stale,
    every_signature_is_read_as_it_was_given,
    a_publication_keeps_its_dates,
    a_remedy_without_a_right_of_members_keeps_no_dates,
    the_sealed_content_is_stored_byte_for_byte,
    a_place_is_one_decisions,
    a_frozen_decision_takes_no_other_save,
    no_statement_changes_a_frozen_decision,
    no_statement_changes_a_publication,
    a_draft_is_found_by_its_series_and_stays_after_it_is_frozen,
    signing_makes_the_commitments,
    the_largest_section_number_is_known,
    the_public_finds_only_published_decisions,
    the_day_of_publication_may_be_unknown_of_a_decision_made_elsewhere,
);

async fn a_draft_is_saved_sent_and_given_back(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_draft(&mut tx, 100, "Ensimmäinen").await;
    assert_eq!(
        (decision.version, &decision.state),
        (1, &DecisionState::Draft(draft("Ensimmäinen")))
    );
    let changed = Decision {
        project: None,
        ..decision
            .change(draft("Toinen </textarea><script>"))
            .unwrap()
    };
    let decision = save(&mut tx, changed).await;
    let decision = save(&mut tx, decision.send().unwrap()).await;
    let decision = save(
        &mut tx,
        decision
            .give_back("Perustelut puuttuvat".to_owned())
            .unwrap(),
    )
    .await;
    assert_eq!(decision.version, 4);
    assert_eq!(tx.decision(id(99)).await.unwrap(), None);
}

async fn a_draft_is_found_by_its_series_and_stays_after_it_is_frozen(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_draft(&mut tx, 100, "Ensimmäinen").await;
    let series = draft("Ensimmäinen").series;
    let of_series = tx.drafts_in_series(&series).await.unwrap();
    assert_eq!(of_series, [(id(CASE), draft("Ensimmäinen"))]);
    assert_eq!(tx.drafts_in_series("toinen").await.unwrap(), []);
    let kept = tx.draft_of_decision(id(100)).await.unwrap();
    assert_eq!(kept, Some(draft("Ensimmäinen")));
    assert_eq!(tx.draft_of_decision(id(99)).await.unwrap(), None);

    let here = sealed(section(1), content("Täällä", vec![]), signed_here());
    let frozen = add_signed(&mut tx, 101, here).await;
    assert!(tx.draft_of_decision(frozen.id).await.unwrap().is_some());
    let of_series = tx.drafts_in_series(&series).await.unwrap();
    assert_eq!(
        of_series.len(),
        1,
        "the frozen one is no draft: {decision:?}"
    );
    save(&mut tx, decision.abandon("Peruttu".to_owned()).unwrap()).await;
    assert_eq!(tx.drafts_in_series(&series).await.unwrap(), []);
}

async fn an_older_version_of_a_draft_is_stale(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = add_draft(&mut tx, 100, "Ensimmäinen").await;
    let second = save(&mut tx, first.clone().change(draft("Toinen")).unwrap()).await;
    let late = first.change(draft("Myöhässä")).unwrap();
    assert_eq!(tx.save_decision(&late, at(9)).await.unwrap(), Saved::Stale);
    assert_eq!(tx.decision(id(100)).await.unwrap(), Some(second));
}

async fn every_signature_is_read_as_it_was_given(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    // `save` compares what it loads with what it saved.
    let here = sealed(section(1), content("Täällä", vec![]), signed_here());
    let signed = add_signed(&mut tx, 100, here).await;
    assert!(matches!(signed.state, DecisionState::Signed(_)));
    let elsewhere = sealed(section(2), content("Muualla", vec![]), made_elsewhere());
    let recorded = add_signed(&mut tx, 101, elsewhere).await;
    assert!(matches!(recorded.state, DecisionState::Signed(_)));
}

async fn a_publication_keeps_its_dates(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let period = published.publication().unwrap().member_period.unwrap();
    assert_eq!(period.knowledge_date, date!(2023 - 08 - 25));
    assert_eq!(period.last_day, date!(2023 - 09 - 08));
    assert_eq!(period.closes_at, Some(time::macros::time!(15:00)));
}

async fn a_remedy_without_a_right_of_members_keeps_no_dates(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut procurement = content("Hankinta", vec![]);
    procurement.remedy.0 = AppealRight::By(calendar::Remedy::ProcurementCorrection);
    let signed = add_signed(&mut tx, 100, sealed(section(1), procurement, signed_here())).await;
    let published = world::publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    assert_eq!(published.publication().unwrap().member_period, None);
    assert_eq!(tx.running_periods(date!(2023 - 08 - 18)).await.unwrap(), []);
}

async fn the_sealed_content_is_stored_byte_for_byte(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let told = content("Sinetöity", vec![granted(2023, 100)]);
    let canonical = serde_json::to_string(&told).unwrap();
    let seal = Seal::new(&told, [7; 32]).unwrap();
    add_signed(&mut tx, 100, sealed(section(1), told, signed_here())).await;
    let other = sealed(section(2), content("Toinen", vec![]), made_elsewhere());
    add_signed(&mut tx, 101, other).await;

    let all = tx.sealed_after(None, 10).await.unwrap();
    let first = SealedRow {
        id: id(100),
        section: section(1),
        json: canonical,
        seal,
    };
    assert_eq!(all[0], first);
    assert!(
        all.iter()
            .all(|row| row.seal.holds_for(row.json.as_bytes()))
    );
    assert_eq!(tx.sealed_after(None, 1).await.unwrap(), all[..1]);
    assert_eq!(tx.sealed_after(Some(id(100)), 10).await.unwrap(), all[1..]);
}

async fn a_place_is_one_decisions(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = sealed(section(5), content("Ensimmäinen", vec![]), made_elsewhere());
    add_signed(&mut tx, 100, first.clone()).await;
    assert_eq!(tx.decision_at(&section(5)).await.unwrap(), Some(id(100)));
    assert_eq!(tx.decision_at(&section(6)).await.unwrap(), None);
    let second = add_draft(&mut tx, 101, "Toinen").await;
    let second = second.record_elsewhere(first).unwrap();
    let refused = tx.save_decision(&second, at(3)).await;
    assert!(matches!(
        refused,
        Err(StoreError::Unique { what: "section" })
    ));
}

async fn a_frozen_decision_takes_no_other_save(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let frozen = sealed(section(5), content("Jäädytetty", vec![]), made_elsewhere());
    let signed = add_signed(&mut tx, 100, frozen).await;
    let back_to_draft = Decision {
        state: DecisionState::Draft(draft("Väärennös")),
        ..signed.clone()
    };
    let forged = sealed(
        section(6),
        content("Väärennös", vec![granted(2023, 1)]),
        made_elsewhere(),
    );
    let signed_again = Decision {
        state: DecisionState::Signed(forged),
        ..signed.clone()
    };
    for forged in [back_to_draft, signed_again] {
        assert_eq!(
            tx.save_decision(&forged, at(3)).await.unwrap(),
            Saved::Stale
        );
    }
    assert_eq!(tx.decision(id(100)).await.unwrap().as_ref(), Some(&signed));
    assert_eq!(tx.commitments_of_decision(id(100)).await.unwrap(), []);

    let unsigned = add_draft(&mut tx, 101, "Luonnos").await;
    let published = world::publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    let leapt = Decision {
        state: published.state.clone(),
        ..unsigned
    };
    assert_eq!(tx.save_decision(&leapt, at(3)).await.unwrap(), Saved::Stale);
    assert_eq!(
        tx.save_decision(&published, at(3)).await.unwrap(),
        Saved::Stale
    );
}

async fn no_statement_changes_a_frozen_decision(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let frozen = sealed(
        section(5),
        content("Jäädytetty", vec![granted(2023, 100)]),
        signed_here(),
    );
    let signed = add_signed(&mut tx, 100, frozen).await;
    tx.commit().await.unwrap();
    for statement in [
        "update decision set content = replace(content, 'Jäädytetty', 'Väärennetty')",
        "update decision set title = 'Väärennetty'",
        "update decision set section_number = 6",
        "update decision set seal_salt = seal_hash",
        "update decision set signer_name = 'Toinen'",
        "update decision set project = null",
        "update decision set state = 'draft', content = null, series = null, section_year = null,
             section_number = null, decision_maker = null, seal_version = null, seal_salt = null,
             seal_hash = null, signature_kind = null, signed_at = null, signed_by = null,
             signer_name = null",
        "delete from decision",
        "update commitment set amount_cents = 1000000",
        "delete from commitment",
    ] {
        let mut tx = store.write().await.unwrap();
        let refused = raw!(tx, statement).unwrap_err().to_string();
        assert!(
            refused.contains("signed decision"),
            "{statement}: {refused}"
        );
    }
    let mut tx = store.read().await.unwrap();
    assert_eq!(tx.decision(id(100)).await.unwrap(), Some(signed));
}

async fn no_statement_changes_a_publication(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    tx.commit().await.unwrap();
    for statement in [
        "update decision set publication_number = 9",
        "update decision set published_on = '2023-08-19'",
        "update decision set state = 'signed', publication_number = null, published_on = null,
             period_remedy = null, period_means = null, period_event_date = null,
             period_knowledge_date = null, period_nominal_last_day = null,
             period_last_day = null, period_closes_at = null, period_rule_set = null",
    ] {
        let mut tx = store.write().await.unwrap();
        let refused = raw!(tx, statement).unwrap_err().to_string();
        assert!(
            refused.contains("signed decision"),
            "{statement}: {refused}"
        );
    }
    // Computed dates may be computed anew: they follow from facts and rules.
    let mut tx = store.write().await.unwrap();
    raw!(tx, "update decision set period_rule_set = 2").unwrap();
}

async fn signing_makes_the_commitments(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut lines = vec![granted(2023, 250_000), granted(2024, 250_000)];
    lines[1].strength = domain::decision::CommitmentStrength::Conditional;
    lines[1].condition = Some("EAKR-rahoitus myönnetään".to_owned());
    lines[1].year = None;
    lines[1].budget_line = None;
    let decision = sealed(section(5), content("Raha", lines.clone()), signed_here());
    add_draft(&mut tx, 101, "Luonnos").await;
    let signed = add_signed(&mut tx, 100, decision).await;
    assert_eq!(tx.commitments_of_decision(id(100)).await.unwrap(), lines);
    assert_eq!(tx.commitments_of_decision(id(101)).await.unwrap(), []);
    let public = tx.published_commitments(id(PROJECT)).await.unwrap();
    assert_eq!(public, [], "signed is not yet public");

    world::publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    let later = vec![granted(2025, 1)];
    add_published(&mut tx, 6, date!(2023 - 08 - 19), later.clone()).await;
    let public = tx.published_commitments(id(PROJECT)).await.unwrap();
    let expected = [
        (section(6), later[0].clone()),
        (section(5), lines[0].clone()),
        (section(5), lines[1].clone()),
    ];
    assert_eq!(public, expected);
}

async fn the_largest_section_number_is_known(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for (number, place) in [(100, 2), (101, 10), (102, 9)] {
        let decision = sealed(section(place), content("Päätös", vec![]), made_elsewhere());
        add_signed(&mut tx, number, decision).await;
    }
    let mayor = slug("kaupunginjohtaja");
    assert_eq!(
        tx.last_section_number(&mayor, 2023).await.unwrap(),
        Some(10)
    );
    assert_eq!(tx.last_section_number(&mayor, 2024).await.unwrap(), None);
}

async fn the_public_finds_only_published_decisions(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = sealed(section(5), content("Päätös", vec![]), signed_here());
    let signed = add_signed(&mut tx, 100, decision).await;
    assert_eq!(tx.published_at(&section(5)).await.unwrap(), None);
    let found = tx.placed_decision(signed.id).await.unwrap().unwrap();
    assert_eq!(found.decision, signed, "officials find what is not public");
    assert_eq!(found.has, Has::default());
    assert_eq!(tx.placed_decision(id(999)).await.unwrap(), None);

    let published = world::publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    let found = tx.published_at(&section(5)).await.unwrap().unwrap();
    assert_eq!(found.decision, published);
    assert_eq!(found.case, world::case(CASE, "KAJDno-2023-912"));
    let link = ProjectLink {
        slug: slug("kaivoskumppani"),
        name: "kaivoskumppani".to_owned(),
    };
    assert_eq!(found.project, Some(link));
}

async fn the_day_of_publication_may_be_unknown_of_a_decision_made_elsewhere(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let sealed = sealed(section(5), content("Päätös", vec![]), made_elsewhere());
    let recorded = add_signed(&mut tx, 100, sealed).await;
    let number = tx.next_publication_number().await.unwrap();
    let published = recorded.publish(number, None, &Offices::kajaani()).unwrap();
    let saved = tx.save_decision(&published, at(7)).await.unwrap();
    assert_ne!(saved, Saved::Stale);
    let found = tx.published_at(&section(5)).await.unwrap().unwrap();
    assert_eq!(found.decision.publication().unwrap().on, None);
    assert_eq!(tx.newest_published(1).await.unwrap()[0].published_on, None);
}
