//! Deputies in section series, and who may sign.

use domain::official::Official;
use domain::role::Role;
use domain::signing_right::{Deputyship, SigningRight};
use store::{Saved, Store};
use time::macros::date;

use crate::on_both;
use crate::world::{self, DECISION_MAKER, PREPARER, at, id, official, slug};

on_both!(
    a_deputyship_is_found_by_series_account_and_day,
    a_deputy_signs_while_it_lasts_and_names_its_ground,
);

const DEPUTY: u128 = 100;

fn deputyship(number: u128) -> Deputyship {
    Deputyship {
        id: id(number),
        version: 1,
        series: slug("kaupunginjohtaja"),
        deputy: id(DEPUTY),
        first_day: date!(2023 - 09 - 01),
        last_day: date!(2023 - 09 - 10),
        ground: "Hallintosääntö 23 §".to_owned(),
        ended_on: None,
    }
}

async fn with_deputy(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let deputy = Official {
        signs_in: None,
        ..official(DEPUTY, Role::DecisionMaker)
    };
    tx.add_account(&deputy, "hash", at(0)).await.unwrap();
    tx.add_deputyship(&deputyship(101)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn a_deputyship_is_found_by_series_account_and_day(store: &Store) {
    with_deputy(store).await;
    let mut tx = store.write().await.unwrap();
    let later = Deputyship {
        first_day: date!(2023 - 10 - 01),
        last_day: date!(2023 - 10 - 01),
        ..deputyship(102)
    };
    tx.add_deputyship(&later).await.unwrap();
    let both = [later.clone(), deputyship(101)];
    assert_eq!(
        tx.deputyships_in(&slug("kaupunginjohtaja")).await.unwrap(),
        both
    );
    assert_eq!(
        tx.deputyships_in(&slug("kaupunginhallitus")).await.unwrap(),
        []
    );
    assert_eq!(tx.deputyships_of(id(DEPUTY)).await.unwrap(), both);
    assert_eq!(tx.deputyships_of(id(PREPARER)).await.unwrap(), []);
    for (day, found) in [
        (date!(2023 - 08 - 31), vec![]),
        (date!(2023 - 09 - 01), vec![deputyship(101)]),
        (date!(2023 - 09 - 10), vec![deputyship(101)]),
        (date!(2023 - 09 - 11), vec![]),
        (date!(2023 - 10 - 01), vec![later.clone()]),
    ] {
        assert_eq!(tx.deputyships_on(day).await.unwrap(), found, "{day}");
    }

    let ended = Deputyship {
        ended_on: Some(date!(2023 - 09 - 05)),
        ..deputyship(101)
    };
    let saved = tx.save_deputyship(&ended).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_deputyship(&ended).await.unwrap(), Saved::Stale);
    let found = tx.deputyship(id(101)).await.unwrap();
    assert_eq!(
        found,
        Some(Deputyship {
            version: 2,
            ..ended
        })
    );
    assert_eq!(tx.deputyship(id(999)).await.unwrap(), None);
}

async fn a_deputy_signs_while_it_lasts_and_names_its_ground(store: &Store) {
    with_deputy(store).await;
    let mut tx = store.write().await.unwrap();
    let series = slug("kaupunginjohtaja");
    let deputy = Some(SigningRight::Deputy {
        ground: "Hallintosääntö 23 §".to_owned(),
    });
    let maker = Some(SigningRight::DecisionMaker);
    for (who, day, right) in [
        (DECISION_MAKER, date!(2023 - 09 - 01), &maker),
        (DEPUTY, date!(2023 - 08 - 31), &None),
        (DEPUTY, date!(2023 - 09 - 01), &deputy),
        (DEPUTY, date!(2023 - 09 - 10), &deputy),
        (DEPUTY, date!(2023 - 09 - 11), &None),
        (PREPARER, date!(2023 - 09 - 01), &None),
        (999, date!(2023 - 09 - 01), &None),
    ] {
        let found = tx.signing_right(id(who), &series, day).await.unwrap();
        assert_eq!(found, *right, "{who} on {day}");
    }
    let elsewhere = slug("kaupunginhallitus");
    let day = date!(2023 - 09 - 01);
    assert_eq!(
        tx.signing_right(id(DEPUTY), &elsewhere, day).await.unwrap(),
        None
    );
    tx.disable_account(id(DEPUTY)).await.unwrap();
    assert_eq!(
        tx.signing_right(id(DEPUTY), &series, day).await.unwrap(),
        None
    );
}
