//! Accounts, sessions, failed sign-ins, series and organisations.

use domain::official::Official;
use domain::organisation::{DatedName, Organisation, OrganisationKind};
use domain::publication::PublicationRule;
use domain::publicity::Personal;
use domain::role::Role;
use domain::section::DecisionMakerKind;
use store::{FailedSignIns, NewSession, OpenSession, Saved, Session, Store, StoreError};
use time::macros::date;

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, at, id, official, slug};

on_both!(
    accounts_are_found_by_identity_and_address,
    an_address_has_one_account,
    a_disabled_account_keeps_its_row_and_loses_its_sessions,
    a_session_is_found_by_the_hash_of_its_token,
    expired_sessions_are_forgotten,
    sessions_of_an_account_are_listed_and_ended,
    an_account_is_saved_over_its_version,
    an_address_is_saved_over_its_version_and_is_one_accounts,
    a_password_that_is_to_be_changed_has_an_end,
    offices_and_decision_makers_have_their_name_of_the_day,
    failed_sign_ins_are_counted_under_their_key,
    series_are_found_by_slug,
    an_organisation_keeps_every_name,
    a_business_id_is_one_organisations,
);

async fn accounts_are_found_by_identity_and_address(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let maker = official(DECISION_MAKER, Role::DecisionMaker);
    assert_eq!(
        tx.account(id(DECISION_MAKER)).await.unwrap().as_ref(),
        Some(&maker)
    );
    assert_eq!(tx.account(id(99)).await.unwrap(), None);
    let preparer = official(PREPARER, Role::Preparer);
    assert_eq!(tx.accounts().await.unwrap(), [preparer, maker.clone()]);

    tx.set_password(maker.id, "uusi", false).await.unwrap();
    let found = tx
        .credentials("official2@example.test")
        .await
        .unwrap()
        .unwrap();
    assert_eq!((found.official, &*found.password_hash), (maker, "uusi"));
    assert!(
        tx.credentials("nobody@example.test")
            .await
            .unwrap()
            .is_none()
    );
    let missing = tx.set_password(id(99), "uusi", true).await;
    assert!(matches!(
        missing,
        Err(StoreError::RowsAffected { actual: 0, .. })
    ));
}

async fn an_address_has_one_account(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let same_address = Official {
        id: id(100),
        ..official(PREPARER, Role::Finance)
    };
    let refused = tx.add_account(&same_address, "hash", at(0)).await;
    assert!(matches!(refused, Err(StoreError::Unique { what: "email" })));
}

fn session(token: u8, hours: i64) -> NewSession {
    NewSession {
        token_hash: [token; 32],
        id: id(u128::from(token)),
        user: id(PREPARER),
        created_at: at(0),
        expires_at: at(hours * 3_600),
    }
}

async fn a_disabled_account_keeps_its_row_and_loses_its_sessions(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_session(&session(1, 8)).await.unwrap();
    assert!(tx.disable_account(id(PREPARER)).await.unwrap());
    assert!(!tx.disable_account(id(PREPARER)).await.unwrap());
    assert!(!tx.disable_account(id(99)).await.unwrap());
    assert!(tx.account(id(PREPARER)).await.unwrap().unwrap().disabled);
    assert_eq!(tx.session(&[1; 32]).await.unwrap(), None);
}

async fn a_session_is_found_by_the_hash_of_its_token(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_session(&session(1, 8)).await.unwrap();
    tx.touch_session(&[1; 32], at(30)).await.unwrap();
    let found = tx.session(&[1; 32]).await.unwrap();
    let expected = Session {
        official: official(PREPARER, Role::Preparer),
        open: OpenSession {
            id: id(1),
            created_at: at(0),
            last_seen_at: at(30),
            expires_at: at(8 * 3_600),
        },
    };
    assert_eq!(found, Some(expected));
    assert_eq!(tx.session(&[2; 32]).await.unwrap(), None);
    tx.touch_session(&[2; 32], at(30)).await.unwrap();
    assert!(tx.end_session(&[1; 32]).await.unwrap());
    assert!(!tx.end_session(&[1; 32]).await.unwrap());
}

async fn expired_sessions_are_forgotten(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for (token, hours) in [(1, 1), (2, 2), (3, 3)] {
        tx.add_session(&session(token, hours)).await.unwrap();
    }
    assert_eq!(tx.forget_expired_sessions(at(2 * 3_600)).await.unwrap(), 2);
    assert!(tx.session(&[3; 32]).await.unwrap().is_some());
}

async fn sessions_of_an_account_are_listed_and_ended(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for token in 1..=4 {
        tx.add_session(&session(token, 8)).await.unwrap();
    }
    tx.touch_session(&[3; 32], at(60)).await.unwrap();
    let listed = tx.sessions_of(id(PREPARER)).await.unwrap();
    assert_eq!(listed.len(), 4);
    assert_eq!((listed[0].id, listed[0].last_seen_at), (id(3), at(60)));
    // Nobody ends another account's session by its identity.
    assert!(!tx.end_session_of(id(DECISION_MAKER), id(1)).await.unwrap());
    assert!(tx.end_session_of(id(PREPARER), id(1)).await.unwrap());
    assert!(!tx.end_session_of(id(PREPARER), id(1)).await.unwrap());
    assert_eq!(tx.end_other_sessions(id(PREPARER), id(3)).await.unwrap(), 2);
    let listed = tx.sessions_of(id(PREPARER)).await.unwrap();
    let left: Vec<_> = listed.iter().map(|session| session.id).collect();
    assert_eq!(left, [id(3)]);
    assert_eq!(tx.end_sessions(id(DECISION_MAKER)).await.unwrap(), 0);
    assert_eq!(tx.end_sessions(id(PREPARER)).await.unwrap(), 1);
    assert_eq!(tx.sessions_of(id(PREPARER)).await.unwrap(), []);
}

async fn an_account_is_saved_over_its_version(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let changed = Official {
        name: Personal::new("Uusi Nimi".to_owned()),
        role: Role::DecisionMaker,
        signs_in: Some(slug("kaupunginjohtaja")),
        disabled: true,
        ..official(PREPARER, Role::Preparer)
    };
    let saved = tx.save_account(&changed).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_account(&changed).await.unwrap(), Saved::Stale);
    let found = tx.account(id(PREPARER)).await.unwrap().unwrap();
    let expected = Official {
        version: 2,
        ..changed
    };
    assert_eq!(found, expected);
    tx.set_password(id(PREPARER), "uusi", true).await.unwrap();
    let found = tx.account(id(PREPARER)).await.unwrap().unwrap();
    assert!(found.must_change_password);
}

async fn an_address_is_saved_over_its_version_and_is_one_accounts(store: &Store) {
    world::settle(store).await;
    let with = |email: &str| Official {
        email: Personal::new(email.to_owned()),
        ..official(PREPARER, Role::Preparer)
    };
    let mut tx = store.write().await.unwrap();
    let changed = with("toinen@example.test");
    let saved = tx.save_email(&changed).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_email(&changed).await.unwrap(), Saved::Stale);
    let found = tx.credentials("toinen@example.test").await.unwrap();
    assert_eq!(found.unwrap().official.id, id(PREPARER));
    tx.commit().await.unwrap();
    let mut tx = store.write().await.unwrap();
    let taken = Official {
        version: 2,
        ..with("official2@example.test")
    };
    let refused = tx.save_email(&taken).await;
    assert!(matches!(refused, Err(StoreError::Unique { what: "email" })));
}

async fn a_password_that_is_to_be_changed_has_an_end(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let preparer = id(PREPARER);
    assert_eq!(tx.one_time_until(preparer).await.unwrap(), None);
    let own = tx.set_one_time_until(preparer, at(9)).await;
    assert!(own.is_err(), "not of a password that may stay");
    tx.set_password(preparer, "kerta", true).await.unwrap();
    tx.set_one_time_until(preparer, at(9)).await.unwrap();
    assert_eq!(tx.one_time_until(preparer).await.unwrap(), Some(at(9)));
    let account = official(PREPARER, Role::Preparer);
    let email = account.email.reveal_to_official();
    let found = tx.credentials(email).await.unwrap().unwrap();
    assert_eq!(found.one_time_until, Some(at(9)));
    tx.set_password(preparer, "oma", false).await.unwrap();
    assert_eq!(tx.one_time_until(preparer).await.unwrap(), None);
}

async fn offices_and_decision_makers_have_their_name_of_the_day(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let named = |name: &str| DatedName {
        since: Some(date!(2024 - 01 - 01)),
        name: name.to_owned(),
    };
    let series = slug("kaupunginjohtaja");
    tx.add_office(id(PREPARER), &named("Kehityspäällikkö"))
        .await
        .unwrap();
    tx.add_series_name(&series, &named("Pormestari"))
        .await
        .unwrap();
    let offices = tx.offices(id(PREPARER)).await.unwrap().unwrap();
    let makers = tx.series_names(&series).await.unwrap().unwrap();
    for (day, office, maker, outdated) in [
        (
            date!(2023 - 12 - 31),
            "Suunnittelija",
            "kaupunginjohtaja",
            0,
        ),
        (date!(2024 - 01 - 01), "Kehityspäällikkö", "Pormestari", 2),
    ] {
        assert_eq!((offices.on(day), makers.on(day)), (office, maker));
        assert_eq!(tx.outdated_names(day).await.unwrap(), outdated);
        tx.take_up_names(day).await.unwrap();
        assert_eq!(tx.outdated_names(day).await.unwrap(), 0);
        assert_eq!(
            tx.account(id(PREPARER)).await.unwrap().unwrap().office,
            office
        );
        let found = tx.series(&series).await.unwrap().unwrap();
        assert_eq!(found.decision_maker, maker);
    }
    assert!(tx.offices(id(99)).await.unwrap().is_none());
    assert!(tx.series_names(&slug("ei-ole")).await.unwrap().is_none());
}

async fn failed_sign_ins_are_counted_under_their_key(store: &Store) {
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.failed_sign_ins(&[1; 32]).await.unwrap(), None);
    for seconds in 1..=3 {
        tx.count_failed_sign_in(&[1; 32], at(seconds))
            .await
            .unwrap();
    }
    tx.count_failed_sign_in(&[2; 32], at(9)).await.unwrap();
    let counted = FailedSignIns {
        count: 3,
        last_at: at(3),
    };
    assert_eq!(tx.failed_sign_ins(&[1; 32]).await.unwrap(), Some(counted));
    assert_eq!(tx.forget_failed_sign_ins(at(9)).await.unwrap(), 1);
    assert_eq!(tx.failed_sign_ins(&[1; 32]).await.unwrap(), None);
    tx.clear_failed_sign_ins(&[2; 32]).await.unwrap();
    assert_eq!(tx.failed_sign_ins(&[2; 32]).await.unwrap(), None);
}

async fn series_are_found_by_slug(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let officer = world::series("kaupunginjohtaja", DecisionMakerKind::Officer);
    let body = world::series("kaupunginhallitus", DecisionMakerKind::Body);
    let found = tx.series(&slug("kaupunginjohtaja")).await.unwrap();
    assert_eq!(found.as_ref(), Some(&officer));
    assert_eq!(tx.series(&slug("muu")).await.unwrap(), None);
    assert_eq!(tx.all_series().await.unwrap(), [body, officer.clone()]);
    assert_eq!(
        tx.last_section_number(&officer.slug, 2023).await.unwrap(),
        None
    );
    let rule = PublicationRule::FridayAfter;
    tx.set_publication_rule(&officer.slug, rule).await.unwrap();
    let found = tx.series(&officer.slug).await.unwrap();
    assert_eq!(found.map(|series| series.publication_rule), Some(rule));
    let nobody = tx.set_publication_rule(&slug("muu"), rule).await;
    assert!(matches!(nobody, Err(StoreError::RowsAffected { .. })));
    let again = tx.add_series(&officer).await;
    assert!(matches!(again, Err(StoreError::Unique { what: "series" })));
}

async fn an_organisation_keeps_every_name(store: &Store) {
    let named = |since, name: &str| DatedName {
        since,
        name: name.to_owned(),
    };
    let first = named(None, "Kainuun ELY-keskus");
    let second = named(Some(date!(2026 - 01 - 01)), "Toinen nimi");
    let third = named(Some(date!(2027 - 01 - 01)), "Kolmas nimi");
    let history = |names| Organisation::new(id(100), OrganisationKind::Authority, None, names);
    let born = history(vec![first.clone(), second.clone()]).unwrap();

    let mut tx = store.write().await.unwrap();
    tx.add_organisation(&born).await.unwrap();
    assert_eq!(tx.organisation(id(100)).await.unwrap(), Some(born));
    tx.add_organisation_name(id(100), &third).await.unwrap();
    let grown = history(vec![first, second, third.clone()]).unwrap();
    assert_eq!(tx.organisations().await.unwrap(), [grown]);
    assert_eq!(tx.organisation(id(99)).await.unwrap(), None);
    tx.commit().await.unwrap();

    for (organisation, late) in [(100, third), (99, named(Some(date!(2030 - 01 - 01)), "Ei"))] {
        let mut tx = store.write().await.unwrap();
        let refused = tx.add_organisation_name(id(organisation), &late).await;
        assert!(matches!(
            refused,
            Err(StoreError::RowsAffected { actual: 0, .. })
        ));
    }
}

async fn a_business_id_is_one_organisations(store: &Store) {
    let coded = |number| {
        let mut organisation = world::organisation(number, "Kaupunki");
        organisation.business_id = Some("0214958-9".parse().unwrap());
        organisation
    };
    let mut tx = store.write().await.unwrap();
    tx.add_organisation(&coded(100)).await.unwrap();
    tx.add_organisation(&world::organisation(101, "Ei koodia"))
        .await
        .unwrap();
    tx.add_organisation(&world::organisation(102, "Ei koodia"))
        .await
        .unwrap();
    assert_eq!(tx.organisations().await.unwrap()[0], coded(100));
    let refused = tx.add_organisation(&coded(103)).await;
    assert!(matches!(
        refused,
        Err(StoreError::Unique {
            what: "business_id"
        })
    ));
}
