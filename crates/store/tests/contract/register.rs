//! The register, its counters and what every transaction keeps to.

use domain::city::{City, LocalName};
use domain::funding::FundingPlanDraft;
use domain::organisation::DatedName;
use domain::publication::PublicationRule;
use domain::section::DecisionMakerKind;
use store::{NewPlan, Register, Store, StoreError};
use time::macros::{date, datetime};

use crate::world::{self, CASE, GRANTEE, PROJECT, at, id};
use crate::{on_both, raw};

on_both!(
    an_empty_database_has_no_register,
    a_register_is_created_once,
    what_pages_show_raises_the_data_version,
    numbers_of_publications_are_given_out_once,
    an_instant_is_stored_in_utc_and_whole_seconds,
    a_damaged_value_is_named_by_its_place_and_not_shown,
    a_rejected_value_is_in_no_message,
    a_sound_database_reports_nothing,
);

fn register() -> Register {
    let name = |text: &str| LocalName {
        fi: text.to_owned(),
        sv: format!("{text} (sv)"),
        en: format!("{text} (en)"),
    };
    Register {
        city: City {
            business_id: None,
            authority_id: "205".to_owned(),
            name: name("Kajaanin kaupunki"),
            registry: name("Kirjaamo"),
            remedy_body: name("Kaupunginhallitus"),
            court: None,
            postal_address: "PL 1".to_owned(),
            visiting_address: "Katu 1".to_owned(),
            email: "kirjaamo@example.test".to_owned(),
            phone: "08 000 000".to_owned(),
            case_prefix: "KAJDno".to_owned(),
        },
        example: true,
        created_at: at(0),
    }
}

async fn an_empty_database_has_no_register(store: &Store) {
    let mut tx = store.read().await.unwrap();
    assert_eq!(tx.register().await.unwrap(), None);
    assert_eq!(store.data_version().await.unwrap(), 0);
}

async fn a_register_is_created_once(store: &Store) {
    let mut tx = store.write().await.unwrap();
    tx.create_register(&register()).await.unwrap();
    assert_eq!(tx.register().await.unwrap(), Some(register()));
    tx.commit().await.unwrap();

    let mut tx = store.write().await.unwrap();
    let again = tx.create_register(&register()).await;
    assert!(matches!(
        again,
        Err(StoreError::Unique { what: "register" })
    ));
}

async fn what_pages_show_raises_the_data_version(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut last = tx.data_version().await.unwrap();
    macro_rules! raises {
        ($change:expr) => {
            let _ = $change.unwrap();
            let now = tx.data_version().await.unwrap();
            assert!(now > last, "{}", stringify!($change));
            last = now;
        };
    }
    raises!(tx.create_register(&register()).await);
    let series = world::series("johtokunta", DecisionMakerKind::Body);
    raises!(tx.add_series(&series).await);
    let rule = PublicationRule::FridayAfter;
    raises!(tx.set_publication_rule(&series.slug, rule).await);
    raises!(tx.add_organisation(&world::organisation(100, "Uusi")).await);
    let renamed = DatedName {
        since: Some(date!(2026 - 01 - 01)),
        name: "Toinen".to_owned(),
    };
    raises!(tx.add_organisation_name(id(GRANTEE), &renamed).await);
    let case = tx.case(id(CASE)).await.unwrap().unwrap();
    raises!(tx.save_case(&case, at(1)).await);
    let project = tx.project(id(PROJECT)).await.unwrap().unwrap();
    raises!(tx.save_project(&project, &world::saved(1)).await);
    let plan = NewPlan {
        project: id(PROJECT),
        replaces: 0,
        plan: &world::plan(),
        draft: &FundingPlanDraft::default(),
        at: at(1),
    };
    raises!(tx.add_plan(&plan).await);
    let decision = world::add_draft(&mut tx, 101, "Luonnos").await;
    raises!(tx.save_decision(&decision, at(1)).await);
    tx.commit().await.unwrap();
    assert_eq!(store.data_version().await.unwrap(), last);
}

async fn numbers_of_publications_are_given_out_once(store: &Store) {
    for expected in 1..=3 {
        let mut tx = store.write().await.unwrap();
        assert_eq!(tx.next_publication_number().await.unwrap(), expected);
        tx.commit().await.unwrap();
    }
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.next_publication_number().await.unwrap(), 4);
    tx.rollback().await.unwrap();
    let mut tx = store.write().await.unwrap();
    assert_eq!(
        tx.next_publication_number().await.unwrap(),
        4,
        "nothing was published"
    );
}

async fn an_instant_is_stored_in_utc_and_whole_seconds(store: &Store) {
    let mut tx = store.write().await.unwrap();
    let created_at = datetime!(2023-08-21 09:00:00.987654321 +03:00);
    let register = Register {
        created_at,
        ..register()
    };
    tx.create_register(&register).await.unwrap();
    let stored = tx.register().await.unwrap().unwrap().created_at;
    assert_eq!(
        stored.to_string(),
        datetime!(2023-08-21 06:00:00 UTC).to_string()
    );
}

async fn a_damaged_value_is_named_by_its_place_and_not_shown(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    raw!(tx, "update account set role = 'keisari'").unwrap();
    let error = tx.accounts().await.unwrap_err();
    assert!(matches!(
        error,
        StoreError::Inconsistent {
            table: "account",
            column: "role",
            ..
        }
    ));
    assert!(!format!("{error} {error:?}").contains("keisari"));
}

async fn a_rejected_value_is_in_no_message(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let doubled = raw!(
        tx,
        "insert into account (id, version, email, name, office, role, password_hash,
             must_change_password, disabled, added_number, created_at)
         select signed.id, 1, 'salainen@example.test', 'Salainen', '', '', '', disabled, disabled,
                1, created_at
           from account signed"
    );
    let error = StoreError::from(doubled.unwrap_err());
    assert!(
        !format!("{error} {error:?}")
            .to_lowercase()
            .contains("salainen")
    );
    assert!(!format!("{error:?}").contains("Numero"));
}

async fn a_sound_database_reports_nothing(store: &Store) {
    world::settle(store).await;
    let mut tx = store.read().await.unwrap();
    assert_eq!(tx.integrity().await.unwrap(), Vec::<String>::new());
}
