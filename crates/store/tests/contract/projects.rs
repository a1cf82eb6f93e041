//! Cases, projects and funding plans.

use domain::Money;
use domain::case::Case;
use domain::decision::{Commitment, CommitmentStrength};
use domain::funding::FundingPlanDraft;
use domain::organisation::DatedName;
use domain::project::{ProgrammeDecision, Project};
use store::{Audience, NewPlan, PlanRow, ProjectFilter, ProjectListRow, Saved, Store, StoreError};
use time::macros::date;

use crate::on_both;
use crate::world::{self, CASE, GRANTEE, PROJECT, at, granted, id, slug};

on_both!(
    a_case_is_found_by_any_spelling_of_its_number,
    a_case_number_is_one_cases,
    a_case_gets_its_number_later,
    cases_stand_by_number_and_not_by_text,
    a_change_of_an_older_version_is_stale,
    a_project_is_read_as_it_was_saved,
    a_slug_is_one_projects,
    the_public_sees_a_project_after_its_first_published_decision,
    provided_for_is_not_committed,
    a_beneficiary_bears_the_name_of_the_day,
    plan_versions_follow_each_other,
);

async fn a_case_is_found_by_any_spelling_of_its_number(store: &Store) {
    world::settle(store).await;
    let mut tx = store.read().await.unwrap();
    let case = world::case(CASE, "KAJDno-2023-912");
    let typed = "kajdno 2023 912".parse().unwrap();
    assert_eq!(
        tx.case_by_number(&typed).await.unwrap().as_ref(),
        Some(&case)
    );
    assert_eq!(tx.case(id(CASE)).await.unwrap(), Some(case));
    let other = "KAJDno-2023-913".parse().unwrap();
    assert_eq!(tx.case_by_number(&other).await.unwrap(), None);
    assert_eq!(tx.case(id(99)).await.unwrap(), None);
}

async fn a_case_number_is_one_cases(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let refused = tx
        .add_case(&world::case(100, "kajdno/2023/912"), at(0))
        .await;
    assert!(matches!(
        refused,
        Err(StoreError::Unique {
            what: "case_number"
        })
    ));
}

async fn cases_stand_by_number_and_not_by_text(store: &Store) {
    let mut tx = store.write().await.unwrap();
    for (number, text) in [
        (100, "KAJDno-2023-9"),
        (101, "KAJDno-2020-1209"),
        (102, "KAJDno-2023-84"),
    ] {
        tx.add_case(&world::case(number, text), at(0))
            .await
            .unwrap();
    }
    // Cases without a number stand last, and any number of them can be open.
    for number in [103, 104] {
        let unnumbered = Case {
            number: None,
            ..world::case(number, "KAJDno-2023-1")
        };
        tx.add_case(&unnumbered, at(0)).await.unwrap();
        assert_eq!(tx.case(id(number)).await.unwrap(), Some(unnumbered));
    }
    let listed = |cases: Vec<Case>| -> Vec<String> {
        let numbers = cases.iter().map(|case| case.number.as_ref());
        numbers
            .map(|number| number.map(ToString::to_string).unwrap_or_default())
            .collect()
    };
    let all = listed(tx.cases(10).await.unwrap());
    assert_eq!(
        all,
        [
            "KAJDno-2023-84",
            "KAJDno-2023-9",
            "KAJDno-2020-1209",
            "",
            ""
        ]
    );
    assert_eq!(listed(tx.cases(1).await.unwrap()), ["KAJDno-2023-84"]);
}

async fn a_case_gets_its_number_later(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut case = Case {
        number: None,
        ..world::case(100, "KAJDno-2023-1")
    };
    tx.add_case(&case, at(0)).await.unwrap();
    case.number = "KAJDno-2023-913".parse().ok();
    let saved = tx.save_case(&case, at(5)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    let found = tx.case_by_number(case.number.as_ref().unwrap()).await;
    assert_eq!(found.unwrap().map(|found| found.id), Some(case.id));
    case.version = 2;
    case.number = "KAJDno-2023-912".parse().ok();
    let taken = tx.save_case(&case, at(6)).await;
    assert!(matches!(
        taken,
        Err(StoreError::Unique {
            what: "case_number"
        })
    ));
}

async fn a_change_of_an_older_version_is_stale(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let mut case = tx.case(id(CASE)).await.unwrap().unwrap();
    case.public_title = String::from("Toinen otsikko");
    let saved = tx.save_case(&case, at(5)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.save_case(&case, at(6)).await.unwrap(), Saved::Stale);
    let stored = tx.case(id(CASE)).await.unwrap().unwrap();
    assert_eq!(
        (stored.version, stored.public_title),
        (2, case.public_title)
    );

    let mut project = tx.project(id(PROJECT)).await.unwrap().unwrap();
    project.facts.summary = String::from("Toinen");
    let saved = tx.save_project(&project, &world::saved(5)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    project.facts.summary = String::from("Kolmas");
    assert_eq!(
        tx.save_project(&project, &world::saved(6)).await.unwrap(),
        Saved::Stale
    );
    let stored = tx.project(id(PROJECT)).await.unwrap().unwrap();
    assert_eq!(stored.facts.summary, "Toinen");
}

async fn a_project_is_read_as_it_was_saved(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let full = world::project(PROJECT, "kaivoskumppani");
    assert_eq!(tx.project(id(PROJECT)).await.unwrap().as_ref(), Some(&full));
    assert_eq!(tx.project(id(99)).await.unwrap(), None);
    assert!(tx.newest_projects().await.unwrap().contains(&full));

    let mut bare = Project {
        version: 2,
        ..full.clone()
    };
    bare.facts.beneficiary = None;
    bare.facts.period = None;
    let saved = tx
        .save_project(
            &Project {
                version: 1,
                ..bare.clone()
            },
            &world::saved(1),
        )
        .await
        .unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.project(id(PROJECT)).await.unwrap().as_ref(), Some(&bare));

    let numbers = [(Some(date!(2023 - 04 - 17)), 3), (None, 4)];
    for (on, version) in numbers {
        bare.facts.programme_decision = Some(ProgrammeDecision {
            number: "EURA 2021/401229".to_owned(),
            on,
        });
        let saved = tx.save_project(&bare, &world::saved(1)).await.unwrap();
        assert_eq!(saved, Saved::Saved { version });
        bare.version = version;
        assert_eq!(tx.project(id(PROJECT)).await.unwrap().as_ref(), Some(&bare));
    }
}

async fn a_slug_is_one_projects(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let refused = tx
        .add_project(&world::project(100, "kaivoskumppani"), &world::saved(0))
        .await;
    assert!(matches!(
        refused,
        Err(StoreError::Unique {
            what: "project_slug"
        })
    ));
}

fn listed(audience: Audience) -> ProjectFilter {
    ProjectFilter {
        audience,
        case: None,
        limit: 10,
        today: date!(2023 - 08 - 21),
    }
}

async fn the_public_sees_a_project_after_its_first_published_decision(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    tx.add_project(&world::project(100, "toinen"), &world::saved(0))
        .await
        .unwrap();
    let address = slug("kaivoskumppani");
    let seen = tx
        .project_by_slug(&address, Audience::Everybody)
        .await
        .unwrap();
    assert_eq!(seen, None);
    let known = tx
        .project_by_slug(&address, Audience::Officials)
        .await
        .unwrap();
    assert!(known.is_some());
    assert_eq!(tx.projects(&listed(Audience::Everybody)).await.unwrap(), []);

    let lines = vec![granted(2023, 250_000), granted(2024, 250_000)];
    world::add_published(&mut tx, 5, date!(2023 - 08 - 18), lines).await;
    let added = tx.project_row(id(PROJECT), date!(2023 - 08 - 21)).await;
    let row = ProjectListRow {
        id: id(PROJECT),
        added_number: added.unwrap().unwrap().added_number,
        slug: address.clone(),
        name: "kaivoskumppani".to_owned(),
        beneficiary: Some("Korkeakoulu Oy".to_owned()),
        period: world::project(PROJECT, "kaivoskumppani").facts.period,
        own_end: None,
        committed: Some(Money::from_cents(500_000)),
    };
    let public = tx.projects(&listed(Audience::Everybody)).await.unwrap();
    assert_eq!(public, std::slice::from_ref(&row));
    let seen = tx
        .project_by_slug(&address, Audience::Everybody)
        .await
        .unwrap();
    assert!(seen.is_some());
    let today = date!(2023 - 08 - 21);
    assert_eq!(tx.project_row(id(PROJECT), today).await.unwrap(), Some(row));
    assert_eq!(tx.project_row(id(99), today).await.unwrap(), None);

    let all = tx.projects(&listed(Audience::Officials)).await.unwrap();
    let names: Vec<&str> = all.iter().map(|row| &*row.name).collect();
    assert_eq!(
        names,
        ["toinen", "kaivoskumppani"],
        "the last entered first"
    );
    let narrowed = ProjectFilter {
        case: Some(id(99)),
        ..listed(Audience::Officials)
    };
    assert_eq!(tx.projects(&narrowed).await.unwrap(), []);
    let one = ProjectFilter {
        case: Some(id(CASE)),
        limit: 1,
        ..listed(Audience::Officials)
    };
    assert_eq!(tx.projects(&one).await.unwrap().len(), 1);
}

async fn provided_for_is_not_committed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let provided = Commitment {
        strength: CommitmentStrength::ProvidedFor,
        ..granted(2024, 11_980_000)
    };
    let on = date!(2023 - 12 - 22);
    let only_provided = world::add_published(&mut tx, 1, on, vec![provided.clone()]).await;
    let both = world::add_published(&mut tx, 2, on, vec![provided, granted(2023, 100)]).await;
    let rows = tx.newest_published(2).await.unwrap();
    let committed: Vec<_> = rows.iter().map(|row| (row.id, row.committed)).collect();
    let euro = Money::from_cents(100);
    assert_eq!(committed, [(both.id, Some(euro)), (only_provided.id, None)]);
    let today = date!(2023 - 12 - 22);
    let row = tx.project_row(id(PROJECT), today).await.unwrap().unwrap();
    assert_eq!(row.committed, Some(euro));
}

async fn a_beneficiary_bears_the_name_of_the_day(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let renamed = DatedName {
        since: Some(date!(2026 - 01 - 01)),
        name: "Uusi nimi".to_owned(),
    };
    tx.add_organisation_name(id(GRANTEE), &renamed)
        .await
        .unwrap();
    for (today, name) in [
        (date!(2025 - 12 - 31), "Korkeakoulu Oy"),
        (date!(2026 - 01 - 01), "Uusi nimi"),
    ] {
        let row = tx.project_row(id(PROJECT), today).await.unwrap().unwrap();
        assert_eq!(row.beneficiary.as_deref(), Some(name));
    }
}

async fn plan_versions_follow_each_other(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    assert_eq!(tx.newest_plan(id(PROJECT)).await.unwrap(), None);
    let plan = world::plan();
    let draft = |reason: &str| FundingPlanDraft {
        reason: reason.to_owned(),
        years: vec![2023],
        ..FundingPlanDraft::default()
    };
    let (first, second) = (draft("Ensimmäinen"), draft("Korjattu"));
    let new = |replaces, draft, seconds| NewPlan {
        project: id(PROJECT),
        replaces,
        plan: &plan,
        draft,
        at: at(seconds),
    };
    let stale = tx.add_plan(&new(1, &first, 0)).await.unwrap();
    assert_eq!(stale, Saved::Stale, "there is no version 1 to replace");
    let saved = tx.add_plan(&new(0, &first, 1)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 1 });
    let saved = tx.add_plan(&new(1, &second, 2)).await.unwrap();
    assert_eq!(saved, Saved::Saved { version: 2 });
    assert_eq!(tx.add_plan(&new(1, &first, 3)).await.unwrap(), Saved::Stale);

    let newest = PlanRow {
        version: 2,
        plan: plan.clone(),
        draft: second.clone(),
        saved_at: at(2),
    };
    assert_eq!(tx.newest_plan(id(PROJECT)).await.unwrap(), Some(newest));
    // Over all projects only the newest is in force.
    let kept = tx.kept_amounts(id(PROJECT)).await.unwrap();
    let newest: Vec<_> = plan.divided().into_iter().map(|of| (2, of)).collect();
    assert_eq!(kept, newest);
    let old = tx.plan_version(id(PROJECT), 1).await.unwrap();
    assert_eq!(old.map(|row| (row.version, row.draft)), Some((1, first)));
    assert_eq!(tx.plan_version(id(PROJECT), 3).await.unwrap(), None);
    let history = tx.plan_versions(id(PROJECT)).await.unwrap();
    let history: Vec<_> = history
        .iter()
        .map(|version| (version.version, &*version.reason, version.saved_at))
        .collect();
    assert_eq!(history, [(2, "Korjattu", at(2)), (1, "Ensimmäinen", at(1))]);
}
