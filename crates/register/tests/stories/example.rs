//! The example register as a whole.

use std::path::PathBuf;

use domain::Money;
use domain::role::Role;
use domain::view::decision_list::DecisionFilter;
use register::demo::{self, Demo, EXAMPLE_USERS};
use register::views::{budget, decision_list, desk, public};
use register::{Actor, city, sessions};
use store::testing::Database;
use time::macros::datetime;

use crate::world::{World, operator};

async fn at(moment: time::OffsetDateTime) -> World {
    let world = World::empty(Database::sqlite().await).await;
    world.clock.advance(moment - world.clock.now());
    world
}

const TODAY: time::OffsetDateTime = datetime!(2026-11-22 08:00 UTC);

async fn sections(world: &World) -> Vec<String> {
    let list = decision_list::decisions(&world.register, &DecisionFilter::default()).await;
    let rows = list.expect("a list").rows;
    rows.iter().map(|row| row.section.to_string()).collect()
}

#[tokio::test]
async fn it_is_loaded_once_and_never_over_another_register() {
    let world = at(TODAY).await;
    let load = async || {
        demo::load(&world.register, operator())
            .await
            .expect("it is answered")
    };
    assert_eq!(load().await, Demo::Loaded);
    let (events, version) = (world.events(0).await, world.register.data_version().await);
    assert_eq!(load().await, Demo::AlreadyThere);
    assert_eq!(world.events(0).await, events);
    assert_eq!(world.register.data_version().await.ok(), version.ok());

    let other = at(TODAY).await;
    let created = other
        .register
        .create(operator(), &city::kajaani(), false)
        .await;
    assert!(created.expect("an empty database takes a register"));
    let events = other.events(0).await;
    let loaded = demo::load(&other.register, operator())
        .await
        .expect("it is answered");
    assert_eq!(loaded, Demo::NotEmpty);
    assert_eq!(other.events(0).await, events);
}

#[tokio::test]
async fn two_loads_at_once_load_it_once() {
    let world = at(TODAY).await;
    let (one, other) = tokio::join!(
        demo::load(&world.register, operator()),
        demo::load(&world.register, operator()),
    );
    let mut came = [one.expect("it is answered"), other.expect("it is answered")];
    came.sort_by_key(|demo| *demo != Demo::Loaded);
    assert_eq!(came, [Demo::Loaded, Demo::AlreadyThere]);
}

#[tokio::test]
async fn it_loads_the_same_on_postgres() {
    let world = World::empty(Database::postgres().await).await;
    world.clock.advance(TODAY - world.clock.now());
    let loaded = demo::load(&world.register, operator())
        .await
        .expect("it is answered");
    assert_eq!(loaded, Demo::Loaded);
    assert_eq!(sections(&world).await.len(), 4);
    let report = register::verify::verify(&world.register)
        .await
        .expect("it is read");
    assert_eq!(report.breaks, []);
}

#[tokio::test]
async fn what_is_known_is_public_and_what_is_not_stays_a_draft_with_its_findings() {
    let world = at(TODAY).await;
    demo::load(&world.register, operator())
        .await
        .expect("it is loaded");
    assert_eq!(
        sections(&world).await,
        [
            "kaupunginjohtaja/2023/5",
            "kaupunginhallitus/2022/155",
            "kaupunginhallitus/2020/160",
            "paatoksentekija-ei-tiedossa/2020/1",
        ]
    );
    let signed_in = sessions::sign_in(
        &world.register,
        "kirjaaja@esimerkki.invalid",
        "esimerkki-kirjaaja",
    );
    let registrar = signed_in
        .await
        .expect("the printed password is right")
        .official;
    let desk = desk::desk(&world.register, &registrar)
        .await
        .expect("a desk");
    assert_eq!(desk.unfinished.len(), 3);
    for line in &desk.unfinished {
        let actor = Actor::Official(registrar.clone());
        let sheet = desk::decision_sheet(&world.register, &actor, line.id).await;
        let reading = sheet.expect("a sheet").reading.expect("a draft is read");
        assert!(reading.is_err(), "{} has no finding", line.title);
    }
    let conditional = "paatoksentekija-ei-tiedossa/2020/1"
        .parse()
        .expect("an address");
    let page = public::decision(&world.register, &conditional)
        .await
        .expect("it is public");
    assert_eq!(page.commitments.len(), 3);
    assert!(page.commitments.iter().all(|line| line.condition.is_some()));
}

#[tokio::test]
async fn the_gap_of_ten_thousand_euros_is_shown() {
    let world = at(TODAY).await;
    demo::load(&world.register, operator())
        .await
        .expect("it is loaded");
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let unfinished = tx.unfinished_decisions().await.expect("a list");
    let line = unfinished.iter().find(|line| line.title.contains("KUHA 2"));
    let id = line.expect("the case is there").id;
    let decision = tx
        .decision(id)
        .await
        .expect("it is read")
        .expect("it is there");
    let draft = decision.draft().expect("it is a draft");
    assert!(
        draft.background.contains("Erotus on 10 000 euroa"),
        "{}",
        draft.background
    );
}

#[tokio::test]
async fn budget_lines_and_promises_come_out_to_the_cent() {
    let world = at(TODAY).await;
    demo::load(&world.register, operator())
        .await
        .expect("it is loaded");
    let year = async |year: u16| {
        let sheet = budget::budget(&world.register, operator(), Some(year)).await;
        sheet.expect("a sheet")
    };
    let euros = |euros: i64| Some(Money::from_cents(euros * 100));
    let plan = year(2020).await;
    let lines = plan.lines.iter().map(|row| {
        let sums = row.position.sums;
        (row.facts.code.as_str(), sums.original, sums.amended)
    });
    let expected = [
        ("190214487", euros(50_000), euros(30_000)),
        ("190214490", euros(50_000), euros(70_000)),
    ];
    assert_eq!(lines.collect::<Vec<_>>(), expected);
    // The city's 15 684 for Kainuu Wind and 5 000 for Kaivoskumppani, of no known line; what is
    // only in a draft is promised by nobody.
    for (of, granted) in [(2022, 8_598), (2023, 7_086 + 2_500), (2024, 2_500)] {
        let sheet = year(of).await;
        assert_eq!(sheet.lines, [], "nobody has recorded the budget of {of}");
        assert_eq!(Some(sheet.promised.granted), euros(granted));
        assert_eq!(sheet.promised.provided_for, Money::ZERO);
    }
    let none = &year(2022).await.unplaced;
    assert_eq!((none.len(), &none[0].code), (1, &None));
    let conditional = year(2022).await.promised.conditional;
    assert_eq!(
        Some(conditional),
        euros(2_000),
        "until its condition is recorded as met"
    );
}

#[tokio::test]
async fn a_clock_set_back_loads_only_what_had_happened() {
    let world = at(datetime!(2022-09-01 06:00 UTC)).await;
    demo::load(&world.register, operator())
        .await
        .expect("it is loaded");
    assert_eq!(
        sections(&world).await,
        [
            "kaupunginhallitus/2022/155",
            "kaupunginhallitus/2020/160",
            "paatoksentekija-ei-tiedossa/2020/1",
        ]
    );
}

#[test]
fn there_is_an_example_user_of_each_role_whose_address_can_never_exist() {
    let roles: Vec<&str> = EXAMPLE_USERS.iter().map(|user| user.role).collect();
    for role in Role::ALL {
        assert!(roles.contains(&role.code()), "{role:?}");
    }
    assert!(
        EXAMPLE_USERS
            .iter()
            .all(|user| user.email.ends_with(".invalid"))
    );
}

/// The people whom the real document names under its two headings.
#[tokio::test]
async fn no_person_of_the_real_document_is_in_the_example() {
    let seed = shared().join("seeds/002_90135898b5d6b260.txt");
    let seed = std::fs::read_to_string(seed).expect("the shared documents are beside the checkout");
    let after = |heading: &str| {
        let mut lines = seed.lines().skip_while(move |line| line.trim() != heading);
        lines.nth(1).unwrap_or_default().to_owned() + lines.next().unwrap_or_default()
    };
    let named = after("Tiedoksi") + " " + &after("Allekirjoitus");
    let names: Vec<&str> = named
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 3 && !word.to_lowercase().starts_with("kaupungin"))
        .collect();
    assert!(names.len() >= 4, "the document names people: {names:?}");
    let world = at(TODAY).await;
    demo::load(&world.register, operator())
        .await
        .expect("it is loaded");
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let events = tx.audit_events(0, 1_000).await.expect("the log");
    let mut stored = String::new();
    for (_, payload) in events {
        stored += &payload.expect("nothing was disposed of").json;
    }
    for line in tx.unfinished_decisions().await.expect("a list") {
        stored += &format!("{:?}", tx.decision(line.id).await.expect("it is read"));
    }
    for row in tx.newest_published(100).await.expect("a list") {
        let decision = tx
            .decision(row.id)
            .await
            .expect("it is read")
            .expect("it is there");
        let content = decision.sealed().map(|sealed| &sealed.content);
        stored += &serde_json::to_string(&content).expect("a content is written");
    }
    for name in names {
        assert!(!stored.contains(name), "{name} is in the example register");
    }
}

fn shared() -> PathBuf {
    PathBuf::from("../../../shared")
}
