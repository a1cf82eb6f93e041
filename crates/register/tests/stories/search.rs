//! Searches as people type them, over the example register and ten thousand other decisions.

use domain::view::decision_list::{DecisionFilter, DecisionList};
use register::demo;
use register::views::decision_list;
use store::testing::{Database, add_synthetic};
use time::macros::datetime;

use crate::world::{World, operator};

/// What is typed, and the address of the decision that must come first; where the address is of a
/// project or a case, it must be the first of what stands above the decisions.
const SEARCHES: &str = include_str!("searches.csv");

/// Decisions beside those of the example.
const OTHERS: u32 = 10_000;

async fn filled(database: Database) -> World {
    let world = World::empty(database).await;
    let moment = datetime!(2026-11-22 08:00 UTC);
    world.clock.advance(moment - world.clock.now());
    let loaded = demo::load(&world.register, operator()).await;
    loaded.expect("the example register is loaded");
    let store = world.database.store();
    let accounts = store.read().await.expect("a snapshot").accounts().await;
    let preparer = accounts.expect("accounts").first().expect("an account").id;
    let added = add_synthetic(store, OTHERS, 3, preparer).await;
    added.expect("the other decisions are added");
    world
}

async fn listed(world: &World, pairs: &[(&str, &str)]) -> DecisionList {
    let filter = DecisionFilter::from_pairs(pairs.iter().copied());
    let list = decision_list::decisions(&world.register, &filter).await;
    list.expect("a list")
}

/// The first address of its kind that a search gives.
async fn first(world: &World, typed: &str, expected: &str) -> Option<String> {
    let list = listed(world, &[("q", typed)]).await;
    if expected.starts_with("/hankkeet/") {
        let project = list.beside.projects.first();
        return project.map(|row| format!("/hankkeet/{}", row.slug));
    }
    if expected.starts_with("/asiat/") {
        let case = list.beside.cases.first();
        return case.map(|row| format!("/asiat/{}", row.number));
    }
    let decision = list.rows.first();
    decision.map(|row| format!("/paatokset/{}", row.section))
}

async fn searches_find_what_is_meant(world: &World) {
    let mut n_searches = 0;
    let mut wrong = Vec::new();
    for line in SEARCHES.lines().skip(1) {
        let (typed, expected) = line.rsplit_once(';').expect("what is typed and an address");
        let found = first(world, typed, expected).await;
        n_searches += 1;
        if found.as_deref() != Some(expected) {
            wrong.push((typed, expected, found));
        }
    }
    assert!(n_searches >= 40, "{n_searches} searches");
    assert!(wrong.is_empty(), "{wrong:#?}");
    longer_lists_say_so(world).await;
}

async fn longer_lists_say_so(world: &World) {
    let all = listed(world, &[]).await;
    assert!(all.total > u64::from(OTHERS) && !all.is_more);
    assert_eq!(
        all.choices.years.first().map(|(_, number)| *number),
        Some(None)
    );
    let words = listed(world, &[("q", "päätös")]).await;
    assert_eq!((words.total, words.is_more, words.pages), (1_000, true, 50));
    let counted = words
        .choices
        .series
        .iter()
        .filter_map(|(_, _, number)| *number);
    assert!(counted.clone().all(|number| number.is_more));
    assert_eq!(counted.map(|number| number.number).sum::<u64>(), 1_000);
    let last = listed(world, &[("q", "päätös"), ("sivu", "50")]).await;
    assert_eq!(last.rows.len(), 20);
    let shown = listed(world, &[("q", "kunnan rahoitus")]).await;
    assert!(
        shown
            .found
            .iter()
            .any(|snippet| snippet.parts.iter().any(|(_, is_found)| *is_found))
    );
}

#[tokio::test]
async fn searches_find_what_is_meant_on_sqlite() {
    searches_find_what_is_meant(&filled(Database::sqlite().await).await).await;
}

#[tokio::test]
async fn searches_find_what_is_meant_on_postgres() {
    searches_find_what_is_meant(&filled(Database::postgres().await).await).await;
}
