//! Section series, their decision makers' names, and deputies.

use domain::role::Role;
use domain::signing_right::{DeputyshipDraft, SigningRight};
use domain::view::people::Standing;
use register::series::{NameDraft, SeriesDraft};
use register::views::{desk, people};
use register::{Actor, Refusal, deputies, series};
use time::Duration;
use time::macros::date;

use crate::on_both;
use crate::world::{World, actor, codes, director, key, slug};

on_both!(
    a_deputy_is_asked_to_sign_while_it_lasts,
    a_deputyship_ends_early_and_stays_in_the_list,
    the_rule_of_publication_is_that_of_the_kind_until_another_is_set,
    a_series_is_added_and_its_decision_maker_renamed,
);

fn administrator() -> &'static Actor {
    actor(Role::Administrator)
}

/// From Mon 21.8.2023, the day of the world, to the end of the week.
fn a_week() -> DeputyshipDraft {
    DeputyshipDraft {
        deputy: director().user().expect("an account").to_string(),
        first_day: "21.8.2023".to_owned(),
        last_day: "27.8.2023".to_owned(),
        ground: "Hallintosääntö 23 §".to_owned(),
    }
}

async fn right(world: &World) -> Option<SigningRight> {
    let mut tx = world.database.store().read().await.expect("it can be read");
    let who = director().user().expect("an account");
    let today = world.clock.today();
    let right = tx
        .signing_right(who, &slug("kaupunginjohtaja"), today)
        .await;
    right.expect("it is answered")
}

async fn tasks(world: &World) -> usize {
    let Actor::Official(official) = director() else {
        unreachable!("the director is an official")
    };
    let desk = desk::desk(&world.register, official).await.expect("a desk");
    desk.tasks.len()
}

async fn a_deputy_is_asked_to_sign_while_it_lasts(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    world.sent(case, "kaupunginjohtaja").await;
    assert_eq!((right(world).await, tasks(world).await), (None, 0));
    let before = world.events(0).await.len();
    let series = slug("kaupunginjohtaja");
    for _ in 0..2 {
        let added = deputies::add(register, administrator(), key(1), &series, &a_week()).await;
        added.expect("it is added once");
    }
    assert_eq!(world.events(before).await, ["deputy_added"]);
    let deputy = SigningRight::Deputy {
        ground: "Hallintosääntö 23 §".to_owned(),
    };
    assert_eq!((right(world).await, tasks(world).await), (Some(deputy), 1));
    let again = deputies::add(register, administrator(), None, &series, &a_week()).await;
    assert_eq!(codes(again), [("first_day", "deputy_already")]);
    let nowhere = deputies::add(register, administrator(), None, &slug("ei-ole"), &a_week()).await;
    assert!(matches!(nowhere, Err(Refusal::NotFound)), "{nowhere:?}");
    let lines = people::all_series(register, administrator())
        .await
        .expect("a list");
    let line = lines
        .iter()
        .find(|line| line.series.slug == series)
        .expect("the series");
    assert_eq!(line.deputies.len(), 1);
    world.clock.advance(Duration::days(7));
    assert_eq!((right(world).await, tasks(world).await), (None, 0));
}

async fn a_deputyship_ends_early_and_stays_in_the_list(world: &World) {
    let register = &world.register;
    let series = slug("kaupunginjohtaja");
    let added = deputies::add(register, administrator(), None, &series, &a_week()).await;
    added.expect("it is added");
    world.clock.advance(Duration::days(1));
    let sheet = people::series(register, administrator(), &series)
        .await
        .expect("a sheet");
    let id = sheet.deputyships[0].deputyship.id;
    let stale = deputies::end(register, administrator(), None, id, 7).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    deputies::end(register, administrator(), None, id, 1)
        .await
        .expect("it is ended");
    assert_eq!(right(world).await, None);
    let sheet = people::series(register, actor(Role::Preparer), &series)
        .await
        .expect("a sheet");
    let line = &sheet.deputyships[0];
    assert_eq!(line.standing, Standing::Over);
    assert_eq!(line.deputyship.ended_on, Some(date!(2023 - 08 - 22)));
    assert!(
        line.deputyship.holds(date!(2023 - 08 - 21)),
        "what was signed then stays right"
    );
    let before = world.events(0).await.len();
    deputies::end(register, administrator(), None, id, 2)
        .await
        .expect("it is over already");
    assert_eq!(world.events(before).await, [""; 0]);
}

async fn the_rule_of_publication_is_that_of_the_kind_until_another_is_set(world: &World) {
    let register = &world.register;
    let holds = async |name: &str| {
        let sheet = people::series(register, administrator(), &slug(name)).await;
        sheet.expect("a sheet").series.publication_rule.code()
    };
    let open = async |name: &str, kind: &str, rule: &str| {
        let draft = SeriesDraft {
            decision_maker: name.to_owned(),
            series_kind: kind.to_owned(),
            numbering: "external".to_owned(),
            publication_rule: rule.to_owned(),
            ..SeriesDraft::default()
        };
        series::open(register, administrator(), None, &draft).await
    };
    for (name, kind, rule, held) in [
        ("yksi", "officer", "", "by_next_working_day"),
        ("kaksi", "body", "", "friday_after"),
        ("kolme", "officer", "friday_after", "friday_after"),
    ] {
        open(name, kind, rule).await.expect("it is added");
        assert_eq!(holds(name).await, held, "{name}");
    }
    let unknown = open("viisi", "body", "huomenna").await;
    let of_rule = [("publication_rule", "unknown_choice")];
    assert_eq!(codes(unknown), of_rule);

    let set = async |rule: &str| {
        series::set_publication_rule(register, administrator(), None, &slug("kaksi"), rule).await
    };
    assert_eq!(codes(set("").await), of_rule);
    let before = world.events(0).await.len();
    set("by_next_working_day").await.expect("it is set");
    assert_eq!(holds("kaksi").await, "by_next_working_day");
    assert_eq!(world.events(before).await, ["publication_rule_set"]);
}

async fn a_series_is_added_and_its_decision_maker_renamed(world: &World) {
    let register = &world.register;
    let draft = SeriesDraft {
        decision_maker: "Tekninen johtaja".to_owned(),
        series_kind: "officer".to_owned(),
        numbering: "issued_here".to_owned(),
        ..SeriesDraft::default()
    };
    for _ in 0..2 {
        let added = series::open(register, administrator(), key(3), &draft).await;
        added.expect("it is added once");
    }
    let again = series::open(register, administrator(), None, &draft).await;
    assert_eq!(codes(again), [("slug", "slug_taken")]);
    let wrong = SeriesDraft {
        slug: "Tekninen Johtaja".to_owned(),
        decision_maker: String::new(),
        series_kind: "body".to_owned(),
        claims_to_fi: "Tekninen lautakunta".to_owned(),
        ..draft.clone()
    };
    let found = codes(series::open(register, administrator(), None, &wrong).await);
    let expected = [
        ("decision_maker", "missing"),
        ("slug", "not_a_slug"),
        ("numbering", "unknown_choice"),
        ("claims_to_sv", "missing"),
        ("claims_to_en", "missing"),
    ];
    assert_eq!(found, expected);

    let slug = slug("tekninen-johtaja");
    let name = |name: &str, since: &str| NameDraft {
        decision_maker: name.to_owned(),
        name_since: since.to_owned(),
    };
    let later = name("Kaupunki-insinööri", "1.9.2023");
    let renamed = series::rename(register, administrator(), None, &slug, &later).await;
    renamed.expect("it is renamed");
    let before = name("Muu", "1.9.2023");
    let refused = series::rename(register, administrator(), None, &slug, &before).await;
    assert_eq!(codes(refused), [("name_since", "day_not_after_last")]);
    let now = async || {
        let sheet = people::series(register, administrator(), &slug)
            .await
            .expect("a sheet");
        sheet.series.decision_maker
    };
    assert_eq!(now().await, "Tekninen johtaja");
    world.clock.advance(Duration::days(11));
    world.run_jobs().await;
    assert_eq!(now().await, "Kaupunki-insinööri");
}
