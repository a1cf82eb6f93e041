//! The seed decision in the example register, at 9.00 on Mon 21.8.2023: its figures by law.

use calendar::Step;
use domain::money::Money;
use domain::official::Official;
use domain::period::Phase;
use domain::service::{NoPeriod, ServiceMeans};
use domain::view::desk::{DecisionSheet, TaskKind};
use domain::view::public::{Decided, DecisionPage, PublicSince};
use register::demo::{self, Demo};
use register::views::{desk, public};
use register::{Actor, services};
use store::testing::Database;
use time::macros::{date, time};

use crate::world::{World, letter, operator};

async fn example() -> World {
    let world = World::empty(Database::sqlite().await).await;
    let loaded = demo::load(&world.register, operator()).await;
    assert_eq!(loaded.expect("an empty database takes it"), Demo::Loaded);
    world
}

async fn page(world: &World) -> DecisionPage {
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    public::decision(&world.register, &section)
        .await
        .expect("it is public")
}

async fn registrar(world: &World) -> Official {
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let found = tx
        .credentials("kirjaaja@esimerkki.invalid")
        .await
        .expect("it is read");
    found.expect("the example has a registrar").official
}

async fn sheet(world: &World) -> DecisionSheet {
    let registrar = registrar(world).await;
    let mut tx = world.database.store().read().await.expect("a snapshot");
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    let id = tx
        .decision_at(&section)
        .await
        .expect("it is read")
        .expect("it is there");
    tx.rollback().await.expect("a snapshot ends");
    let sheet = desk::decision_sheet(&world.register, &Actor::Official(registrar), id).await;
    sheet.expect("a sheet")
}

#[tokio::test]
async fn a_members_period_ends_on_friday_8_9_2023_at_15() {
    let page = page(&example().await).await;
    assert_eq!(page.public_since, PublicSince::Day(date!(2023 - 08 - 18)));
    let (period, phase) = page.member_period.expect("members have a period");
    assert_eq!(period.knowledge_date, date!(2023 - 08 - 25));
    assert_eq!(period.last_day, date!(2023 - 09 - 08));
    assert_eq!(period.closes.map(|closing| closing.at), Some(time!(15:00)));
    assert_eq!(phase, Phase::Running { days_left: 18 });
    let steps = period.steps();
    assert!(matches!(steps[3], Step::NotShifted { .. }));
}

#[tokio::test]
async fn its_money_is_what_the_text_says_and_the_total_is_unknown() {
    let page = page(&example().await).await;
    let lines: Vec<_> = page
        .commitments
        .iter()
        .map(|line| (line.year, line.amount))
        .collect();
    let half = Money::from_cents(250_000);
    assert_eq!(lines, [(Some(2023), half), (Some(2024), half)]);
    let plan = page.plan.expect("the project has a plan");
    assert_eq!(plan.total_cost, None);
    assert_eq!(plan.total, domain::funding::Total::Unknown);
    let shares: Vec<_> = plan.lines.iter().filter_map(|line| line.share).collect();
    assert_eq!(
        shares
            .iter()
            .map(|share| share.hundredths())
            .collect::<Vec<_>>(),
        [8_000, 2_000]
    );
    assert_eq!(plan.lines[0].funders, ["Kainuun liitto"]);
    let of_which = &plan.lines[1].of_which[0];
    assert_eq!(of_which.0.as_deref(), Some("Kajaanin kaupunki"));
    assert_eq!(of_which.2.total, Some(Money::from_cents(500_000)));
}

#[tokio::test]
async fn what_the_document_does_not_say_is_unknown() {
    let page = page(&example().await).await;
    assert_eq!(page.decided, Decided::NoLaterThan(date!(2023 - 08 - 09)));
    assert!(page.recorded);
    assert_eq!(page.authority, "Hallintosääntö 17 §");
    assert_eq!(page.contact_office, "Kaupunginjohtaja");
}

#[tokio::test]
async fn the_partys_period_is_not_computable_until_the_posting_day_is_recorded() {
    let world = example().await;
    let before = sheet(&world).await;
    let [line] = &before.services[..] else {
        unreachable!("the grantee is the only party: {:?}", before.services);
    };
    assert_eq!(line.recipient, "Kajaanin ammattikorkeakoulu Oy");
    assert_eq!(
        line.period,
        Err(NoPeriod::EventDayMissing(ServiceMeans::Letter))
    );
    let registrar = registrar(&world).await;
    let waits = async || {
        let desk = desk::desk(&world.register, &registrar)
            .await
            .expect("a desk");
        let mut tasks = desk.tasks.into_iter();
        tasks.any(|task| matches!(task.kind, TaskKind::RecordServiceDay { .. }))
    };
    assert!(waits().await);

    let actor = Actor::Official(registrar.clone());
    let (register, id) = (&world.register, line.service.id);
    let posted = letter("10.8.2023");
    let recorded = services::record(register, &actor, None, id, 1, &posted).await;
    recorded.expect("the posting day is recorded");
    let period = sheet(&world).await.services[0]
        .period
        .expect("it is computable now");
    // Posted Thu 10.8., knowledge Thu 17.8., fourteen days to Thu 31.8.
    assert_eq!(period.knowledge_date, date!(2023 - 08 - 17));
    assert_eq!(period.last_day, date!(2023 - 08 - 31));
    assert_eq!(period.closes.map(|closing| closing.at), Some(time!(16:00)));
    assert!(!waits().await);
}

#[tokio::test]
async fn nothing_of_the_partys_service_is_on_the_public_page() {
    let world = example().await;
    let before = page(&world).await;
    let actor = Actor::Official(registrar(&world).await);
    let service = sheet(&world).await.services[0].service.id;
    let posted = letter("10.8.2023");
    let recorded = services::record(&world.register, &actor, None, service, 1, &posted).await;
    recorded.expect("the posting day is recorded");
    assert_eq!(page(&world).await, before);
}
