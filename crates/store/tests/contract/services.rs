//! Services of decisions and extracts of them.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::organisation::DatedName;
use domain::period::PeriodDates;
use domain::service::{NewInstructions, Service, ServiceFacts, ServiceMeans};
use store::{Extract, Saved, ServiceRow, Store, StoreError};
use time::Date;
use time::macros::{date, time};

use crate::world::{self, CITY, DECISION_MAKER, GRANTEE, add_draft, add_published, at, id};
use crate::{on_both, raw};

on_both!(
    a_service_waits_for_its_day_and_then_has_a_period,
    an_older_version_of_a_service_is_stale,
    a_party_is_served_once_with_a_decision,
    a_service_of_an_unknown_decision_is_refused,
    a_party_bears_the_name_of_the_day,
    extracts_are_kept_as_certified,
);

const TODAY: Date = date!(2023 - 08 - 21);

pub(crate) fn service(number: u128, decision: u128, recipient: u128) -> Service {
    Service {
        id: id(number),
        version: 1,
        decision: id(decision),
        recipient: id(recipient),
        facts: ServiceFacts::by(ServiceMeans::Letter),
        recorded_by: None,
    }
}

fn period(service: &Service) -> PeriodDates {
    let remedy = Remedy::Rectification;
    let computed = service
        .facts
        .period(AppealRight::By(remedy), &Offices::kajaani());
    PeriodDates::from(&computed.unwrap())
}

async fn a_service_waits_for_its_day_and_then_has_a_period(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let decision = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let mut waiting = service(100, 1_005, GRANTEE);
    let other = service(101, 1_005, CITY);
    tx.add_service(&waiting, None, at(0)).await.unwrap();
    tx.add_service(&other, None, at(0)).await.unwrap();

    let tasks = tx.services_without_period(TODAY).await.unwrap();
    assert_eq!(tasks.len(), 2);
    assert_eq!(
        (&tasks[0].service, &*tasks[0].recipient),
        (&waiting, "Korkeakoulu Oy")
    );
    assert_eq!(tasks[0].decision.id, decision.id);
    assert_eq!(tasks[0].decision.section, Some(world::section(5)));

    waiting.facts = ServiceFacts {
        means: ServiceMeans::EMessage,
        event_on: Some(date!(2023 - 08 - 22)),
        event_at: Some(time!(14:59:59)),
        consent: "Hakemus 3.5.2023".to_owned(),
        proof: "Lähetyslista 7".to_owned(),
        shown_receipt: Some(date!(2023 - 08 - 30)),
        new_instructions: Some(NewInstructions {
            means: ServiceMeans::EMessage,
            on: date!(2023 - 09 - 01),
        }),
    };
    waiting.recorded_by = Some("Kirjaaja".to_owned());
    let dates = period(&waiting);
    let saved = tx
        .save_service(&waiting, Some(&dates), at(1))
        .await
        .unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let served = ServiceRow {
        service: Service {
            version: 2,
            ..waiting
        },
        recipient: "Korkeakoulu Oy".to_owned(),
        period: Some(dates),
    };
    assert_eq!(
        tx.service(id(100), TODAY).await.unwrap().as_ref(),
        Some(&served)
    );
    assert_eq!(tx.service(id(99), TODAY).await.unwrap(), None);
    let unserved = ServiceRow {
        service: other,
        recipient: "Kaupunki".to_owned(),
        period: None,
    };
    let of_decision = tx.services_of_decision(decision.id, TODAY).await.unwrap();
    assert_eq!(of_decision, [served, unserved]);
    assert_eq!(tx.services_without_period(TODAY).await.unwrap().len(), 1);
    assert_eq!(tx.services_of_decision(id(99), TODAY).await.unwrap(), []);
}

async fn an_older_version_of_a_service_is_stale(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_draft(&mut tx, 200, "Luonnos").await;
    let first = service(100, 200, GRANTEE);
    tx.add_service(&first, None, at(0)).await.unwrap();
    let saved = tx.save_service(&first, None, at(1)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(
        tx.save_service(&first, None, at(2)).await.unwrap(),
        Saved::Stale
    );
}

async fn a_party_is_served_once_with_a_decision(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_draft(&mut tx, 200, "Luonnos").await;
    tx.add_service(&service(100, 200, GRANTEE), None, at(0))
        .await
        .unwrap();
    let again = tx
        .add_service(&service(101, 200, GRANTEE), None, at(0))
        .await;
    assert!(matches!(again, Err(StoreError::Unique { what: "service" })));
}

async fn a_service_of_an_unknown_decision_is_refused(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let refused = tx
        .add_service(&service(100, 99, GRANTEE), None, at(0))
        .await;
    assert!(matches!(refused, Err(StoreError::Driver(_))));
}

async fn a_party_bears_the_name_of_the_day(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_draft(&mut tx, 200, "Luonnos").await;
    add_draft(&mut tx, 201, "Toinen").await;
    tx.add_service(&service(100, 201, GRANTEE), None, at(0))
        .await
        .unwrap();
    tx.add_service(&service(101, 200, GRANTEE), None, at(0))
        .await
        .unwrap();
    let renamed = DatedName {
        since: Some(date!(2026 - 01 - 01)),
        name: "Uusi nimi".to_owned(),
    };
    tx.add_organisation_name(id(GRANTEE), &renamed)
        .await
        .unwrap();
    let then = tx.service(id(100), TODAY).await.unwrap().unwrap();
    assert_eq!(then.recipient, "Korkeakoulu Oy");
    let now = tx
        .service(id(100), date!(2026 - 01 - 01))
        .await
        .unwrap()
        .unwrap();
    assert_eq!(now.recipient, "Uusi nimi");
    let all = tx.all_services().await.unwrap();
    let all: Vec<_> = all
        .iter()
        .map(|row| (row.service.id, &*row.recipient))
        .collect();
    assert_eq!(all, [(id(101), "Uusi nimi"), (id(100), "Uusi nimi")]);
}

async fn extracts_are_kept_as_certified(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    tx.add_service(&service(100, 1_005, GRANTEE), None, at(0))
        .await
        .unwrap();
    let extract = |number: u128, code: &str| Extract {
        id: id(number),
        decision: id(1_005),
        service: id(100),
        certified_by: id(DECISION_MAKER),
        office: "Kirjaaja".to_owned(),
        place: "Kajaani".to_owned(),
        certified_at: at(90),
        code: code.to_owned(),
        entitled_by: None,
    };
    tx.add_extract(&extract(111, "AB12"), r#"{"title":"AB12"}"#)
        .await
        .unwrap();
    tx.add_extract(&extract(110, "CD34"), r#"{"title":"CD34"}"#)
        .await
        .unwrap();
    assert_eq!(
        tx.extract(id(110)).await.unwrap(),
        Some(extract(110, "CD34"))
    );
    assert_eq!(tx.extract(id(99)).await.unwrap(), None);
    let document = tx.extract_document(id(110)).await.unwrap();
    assert_eq!(document.as_deref(), Some(r#"{"title":"CD34"}"#));
    assert_eq!(tx.extract_document(id(99)).await.unwrap(), None);
    let all = tx.extracts_of_decision(id(1_005)).await.unwrap();
    assert_eq!(all, [extract(111, "AB12"), extract(110, "CD34")]);
    tx.commit().await.unwrap();

    let mut tx = store.write().await.unwrap();
    let doubled = tx
        .add_extract(&extract(112, "AB12"), r#"{"title":"AB12"}"#)
        .await;
    assert!(matches!(
        doubled,
        Err(StoreError::Unique {
            what: "extract_code"
        })
    ));
    drop(tx);
    let mut tx = store.write().await.unwrap();
    assert!(raw!(tx, "update extract set place = 'Muualla'").is_err());
}
