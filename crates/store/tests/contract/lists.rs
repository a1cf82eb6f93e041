//! Decisions in lists: the desk's and everybody's.

use domain::Money;
use domain::decision::{DecisionState, InForce};
use domain::id::DecisionId;
use domain::view::decision_list::DecisionFilter;
use store::{DecisionLineRow, Made, PublishedRow, StateCode, Store};
use time::macros::date;

use crate::on_both;
use crate::world::{
    self, CASE, NOW, PREPARER, PROJECT, add_draft, add_published, add_signed, at, content, granted,
    id, made_elsewhere, publish, sealed, section, signed_here, slug,
};

on_both!(
    the_desk_lists_what_is_not_public,
    a_line_says_where_a_decision_stands,
    lines_of_a_case_and_a_project_hold_every_state,
    a_published_row_says_what_lists_show,
    pages_are_cut_from_the_newest_on,
    a_list_is_narrowed_by_series_and_year,
    periods_run_until_their_last_day,
    published_decisions_are_found_by_case_and_project,
    the_choices_of_a_list_are_what_was_published,
);

fn numbers(rows: &[PublishedRow]) -> Vec<u32> {
    rows.iter().map(|row| row.section.number).collect()
}

fn ids(lines: &[DecisionLineRow]) -> Vec<DecisionId> {
    lines.iter().map(|line| line.id).collect()
}

async fn the_desk_lists_what_is_not_public(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let signed = sealed(
        section(1),
        content("Allekirjoitettu", vec![]),
        signed_here(),
    );
    add_signed(&mut tx, 102, signed).await;
    let draft = add_draft(&mut tx, 101, "Luonnos").await;
    let published = add_published(&mut tx, 2, date!(2023 - 08 - 18), vec![]).await;
    let saved = tx
        .save_decision(&draft.send().unwrap(), at(50))
        .await
        .unwrap();
    assert_ne!(saved, store::Saved::Stale);

    let unfinished = tx.unfinished_decisions().await.unwrap();
    assert_eq!(
        ids(&unfinished),
        [id(102), id(101)],
        "the longest unchanged first"
    );
    let states: Vec<_> = unfinished.iter().map(|line| line.state).collect();
    assert_eq!(states, [StateCode::Signed, StateCode::AwaitingSignature]);
    let last = tx.last_published_lines(5).await.unwrap();
    assert_eq!(ids(&last), [published.id]);
}

async fn a_line_says_where_a_decision_stands(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let line = DecisionLineRow {
        final_from: None,
        id: published.id,
        title: "Päätös 5".to_owned(),
        state: StateCode::Published,
        preparer: id(PREPARER),
        draft_series: "kaupunginjohtaja".to_owned(),
        section: Some(section(5)),
        period: published.publication().unwrap().member_period,
        changed_at: at(2),
    };
    assert_eq!(tx.last_published_lines(1).await.unwrap(), [line]);
    for (series, expected) in [
        ("kaupunginjohtaja", Some(published.id)),
        ("kaupunginhallitus", None),
    ] {
        let last = tx.last_published_of_series(&slug(series)).await;
        assert_eq!(last.unwrap(), expected, "{series}");
    }
    add_draft(&mut tx, 100, "").await;
    let draft = &tx.unfinished_decisions().await.unwrap()[0];
    assert_eq!((&*draft.title, draft.state), ("", StateCode::Draft));
    assert_eq!((&draft.section, draft.period), (&None, None));
}

async fn lines_of_a_case_and_a_project_hold_every_state(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let draft = add_draft(&mut tx, 100, "Luonnos").await;
    let expected = [draft.id, published.id];
    let of_case = tx.decision_lines_of_case(id(CASE)).await.unwrap();
    assert_eq!(ids(&of_case), expected, "the last changed first");
    let of_project = tx.decision_lines_of_project(id(PROJECT)).await.unwrap();
    assert_eq!(ids(&of_project), expected);
    assert_eq!(tx.decision_lines_of_case(id(99)).await.unwrap(), []);
    assert_eq!(tx.decision_lines_of_project(id(99)).await.unwrap(), []);
}

async fn a_published_row_says_what_lists_show(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let lines = vec![granted(2023, 250_000), granted(2024, 250_000)];
    let here = add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let recorded = sealed(section(6), content("Muualla", vec![]), made_elsewhere());
    let recorded = add_signed(&mut tx, 100, recorded).await;
    publish(&mut tx, recorded, date!(2023 - 08 - 18)).await;

    let rows = tx.newest_published(5).await.unwrap();
    let expected = PublishedRow {
        final_from: None,
        in_force: InForce::Whole,
        id: here.id,
        section: section(5),
        title: "Päätös 5".to_owned(),
        lang: domain::Lang::Fi,
        decision_maker: "Kaupunginjohtaja".to_owned(),
        made: Made::Here(at(60)),
        published_on: Some(date!(2023 - 08 - 18)),
        publication_number: 1,
        committed: Some(Money::from_cents(500_000)),
        period: here.publication().unwrap().member_period,
        changed_at: at(2),
    };
    assert_eq!(rows[1], expected);
    let elsewhere = Made::Elsewhere {
        decided_on: None,
        no_later_than: Some(date!(2023 - 08 - 09)),
    };
    assert_eq!((rows[0].made, rows[0].committed), (elsewhere, None));
}

async fn pages_are_cut_from_the_newest_on(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    // Published in another order than their numbers, all on one day.
    for number in [3, 1, 5, 2, 4] {
        add_published(&mut tx, number, date!(2023 - 08 - 18), vec![]).await;
    }
    for (page, expected) in [
        (0, vec![4, 2]),
        (1, vec![4, 2]),
        (2, vec![5, 1]),
        (3, vec![3]),
        (4, vec![]),
        (u32::MAX, vec![]),
    ] {
        let filter = DecisionFilter {
            page,
            ..DecisionFilter::default()
        };
        let found = tx.published_decisions(&filter, NOW, 2).await.unwrap();
        assert_eq!(
            (numbers(&found.rows), found.total),
            (expected, 5),
            "page {page}"
        );
    }
}

async fn a_list_is_narrowed_by_series_and_year(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for (number, series, year) in [
        (1, "kaupunginjohtaja", 2023),
        (2, "kaupunginhallitus", 2023),
        (3, "kaupunginjohtaja", 2022),
    ] {
        let mut place = section(number);
        place.series = slug(series);
        place.year = year;
        let decision = sealed(place, content("Päätös", vec![]), made_elsewhere());
        let signed = add_signed(&mut tx, 100 + u128::from(number), decision).await;
        publish(&mut tx, signed, date!(2023 - 08 - 18)).await;
    }
    let mayor = Some(slug("kaupunginjohtaja"));
    for (series, year, expected) in [
        (None, None, vec![3, 2, 1]),
        (mayor.clone(), None, vec![3, 1]),
        (None, Some(2023), vec![2, 1]),
        (mayor, Some(2023), vec![1]),
        (Some(slug("muu")), None, vec![]),
    ] {
        let filter = DecisionFilter {
            series,
            year,
            page: 1,
            ..DecisionFilter::default()
        };
        let found = tx.published_decisions(&filter, NOW, 25).await.unwrap();
        assert_eq!(numbers(&found.rows), expected, "{filter:?}");
        assert_eq!(found.total, expected.len() as u64, "{filter:?}");
    }
}

async fn periods_run_until_their_last_day(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 1, date!(2023 - 08 - 25), vec![]).await;
    add_published(&mut tx, 2, date!(2023 - 08 - 18), vec![]).await;
    for (today, running) in [
        (date!(2023 - 08 - 18), vec![2, 1]),
        (date!(2023 - 09 - 08), vec![2, 1]),
        (date!(2023 - 09 - 09), vec![1]),
        (date!(2023 - 09 - 16), vec![]),
    ] {
        let rows = tx.running_periods(today).await.unwrap();
        assert_eq!(numbers(&rows), running, "on {today}");
    }
}

async fn published_decisions_are_found_by_case_and_project(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_draft(&mut tx, 100, "Luonnos").await;
    for number in [1, 2] {
        add_published(&mut tx, number, date!(2023 - 08 - 18), vec![]).await;
    }
    let of_case = tx.published_of_case(id(CASE)).await.unwrap();
    assert_eq!(numbers(&of_case), [2, 1]);
    let of_project = tx.published_of_project(id(PROJECT)).await.unwrap();
    assert_eq!(numbers(&of_project), [2, 1]);
    assert_eq!(tx.published_of_case(id(99)).await.unwrap(), []);
    assert_eq!(tx.published_of_project(id(99)).await.unwrap(), []);
}

async fn the_choices_of_a_list_are_what_was_published(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let unpublished = sealed(section(9), content("Päätös", vec![]), made_elsewhere());
    let signed = add_signed(&mut tx, 100, unpublished).await;
    assert!(matches!(signed.state, DecisionState::Signed(_)));
    assert_eq!(tx.published_series().await.unwrap(), []);
    assert_eq!(tx.published_years().await.unwrap(), Vec::<u16>::new());
    for (number, year) in [(1, 2022), (2, 2024), (3, 2022)] {
        let mut place = section(number);
        place.year = year;
        let decision = sealed(place, content("Päätös", vec![]), made_elsewhere());
        let signed = add_signed(&mut tx, 200 + u128::from(number), decision).await;
        publish(&mut tx, signed, date!(2024 - 01 - 02)).await;
    }
    let series = tx.published_series().await.unwrap();
    let mayor = "kaupunginjohtaja";
    assert_eq!(series, [(slug(mayor), mayor.to_owned())]);
    assert_eq!(tx.published_years().await.unwrap(), [2024, 2022]);
}
