//! What the public sees, and what it does not.

use domain::Lang;
use domain::view::decision_list::{Counted, DecisionFilter};
use register::views::{decision_list, public};
use register::{Refusal, calendars};
use time::Duration;

use crate::on_both;
use crate::world::{URL, World, slug};

on_both!(
    what_was_never_published_is_not_public,
    the_front_page_shows_periods_until_the_registry_closes,
    lists_are_narrowed_and_paged,
);

async fn what_was_never_published_is_not_public(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    world.project(case, "Salainen").await;
    world.signed(case, "1").await;
    let number = "KAJDno-2023-1".parse().expect("a case number");
    let section = "kaupunginjohtaja/2023/1".parse().expect("an address");
    for result in [
        public::case(register, &number).await.map(|_| ()),
        public::decision(register, &section).await.map(|_| ()),
        public::project_page(register, &slug("salainen"))
            .await
            .map(|_| ()),
    ] {
        assert!(matches!(result, Err(Refusal::NotFound)), "{result:?}");
    }
    assert_eq!(
        decision_list::projects(register, "").await.expect("a list"),
        []
    );
    let list = decision_list::decisions(register, &DecisionFilter::default())
        .await
        .expect("a list");
    assert_eq!((list.total, list.pages, list.rows.len()), (0, 1, 0));
}

async fn the_front_page_shows_periods_until_the_registry_closes(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    world.published(case, "1", "21.8.2023").await;
    let running = async || {
        public::front_page(register)
            .await
            .expect("a page")
            .running
            .len()
    };
    assert_eq!(running().await, 1);
    // Mon 21.8. at 9.00 and three weeks: Mon 11.9., the last day. The registry closes at 16.
    world.clock.advance(Duration::days(21) + Duration::hours(6));
    assert_eq!(world.clock.now_in_helsinki().hour(), 15);
    assert_eq!(running().await, 1);
    world.clock.advance(Duration::hours(1));
    assert_eq!(running().await, 0);
    let newest = public::front_page(register).await.expect("a page").newest;
    assert_eq!(newest.len(), 1, "it stays public");
}

async fn lists_are_narrowed_and_paged(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    for section in 1..=21 {
        world
            .published(case, &section.to_string(), "21.8.2023")
            .await;
    }
    let list = async |filter: DecisionFilter| {
        decision_list::decisions(register, &filter)
            .await
            .expect("a list")
    };
    let first = list(DecisionFilter::default()).await;
    assert_eq!((first.total, first.pages, first.rows.len()), (21, 2, 20));
    assert_eq!(
        first.rows[0].section.number, 21,
        "the newest publication comes first"
    );
    let all = Counted {
        number: 21,
        is_more: false,
    };
    assert_eq!(first.choices.years, [(2023, Some(all))]);
    let second = list(DecisionFilter {
        page: 2,
        ..DecisionFilter::default()
    })
    .await;
    assert_eq!(second.rows.len(), 1);
    let other = DecisionFilter {
        series: Some(slug("hallintojohtaja")),
        ..DecisionFilter::default()
    };
    assert_eq!(list(other).await.total, 0);
    for (words, n_days) in [("hankkeiden rahoituksesta", 21), ("porotalous", 0)] {
        let of_words = DecisionFilter {
            words: words.to_owned(),
            ..DecisionFilter::default()
        };
        assert_eq!(list(of_words.clone()).await.total, n_days, "{words}");
        let file = calendars::of_decisions(register, &of_words, Lang::Fi, URL).await;
        let file = String::from_utf8(file.expect("a file")).expect("UTF-8");
        let days = u64::try_from(file.matches("BEGIN:VEVENT").count());
        assert_eq!(days, Ok(n_days), "{words}");
    }
    let page = public::case(register, &"kajdno 2023 1".parse().expect("a number")).await;
    assert_eq!(page.expect("a public case").decisions.len(), 21);
}
