//! What feeds say besides the rows of lists.

use domain::Lang;
use domain::funding::FundingPlanDraft;
use domain::stub::{Ended, Stub, StubKind};
use store::{NewPlan, ProjectNews, Saved, Store, WithdrawnRow};
use time::macros::date;

use crate::on_both;
use crate::world::{self, PREPARER, PROJECT, add_published, at, id, section, slug};

on_both!(
    withdrawn_decisions_are_those_whose_stub_holds,
    a_project_is_new_when_a_public_decision_or_its_plan_is,
);

fn stub(number: u128, kind: StubKind, hides_title: bool) -> Stub {
    Stub {
        id: id(300 + number),
        decision: id(1_000 + number),
        kind,
        reason: "Erehdys".to_owned(),
        hides_title,
        made_at: at(10),
        made_by: id(PREPARER),
        office: "Kirjaaja".to_owned(),
        ended: None,
    }
}

async fn withdrawn_decisions_are_those_whose_stub_holds(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    for number in 1..=4 {
        add_published(&mut tx, number, date!(2023 - 08 - 18), vec![]).await;
    }
    assert_eq!(tx.withdrawn_decisions(None, None, 10).await.unwrap(), []);
    let ended = stub(3, StubKind::Withdrawn, false);
    for one in [
        &stub(1, StubKind::Withdrawn, false),
        &stub(2, StubKind::Withdrawn, true),
        &ended,
        // Never in a list, so that nobody has to be told.
        &stub(4, StubKind::Secret, false),
    ] {
        tx.add_stub(one).await.unwrap();
    }
    let again = Ended {
        at: at(20),
        reason: "Väärä päätös".to_owned(),
    };
    tx.end_stub(&ended, &again).await.unwrap();
    let row = |number: u32, title: Option<&str>| WithdrawnRow {
        section: section(number),
        decision_maker: "Kaupunginjohtaja".to_owned(),
        reason: "Erehdys".to_owned(),
        since: at(10),
        title: title.map(|title| (title.to_owned(), Lang::Fi)),
    };
    let all = [row(2, None), row(1, Some("Päätös 1"))];
    let mayor = slug("kaupunginjohtaja");
    for (series, year) in [(None, None), (Some(&mayor), Some(2023))] {
        let found = tx.withdrawn_decisions(series, year, 10).await.unwrap();
        assert_eq!(found, all, "the last withdrawn first");
    }
    let newest = tx.withdrawn_decisions(None, None, 1).await.unwrap();
    assert_eq!(newest, all[..1]);
    let board = slug("kaupunginhallitus");
    for (series, year) in [(Some(&board), None), (None, Some(2022))] {
        let found = tx.withdrawn_decisions(series, year, 10).await.unwrap();
        assert_eq!(found, []);
    }
}

async fn a_project_is_new_when_a_public_decision_or_its_plan_is(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let nothing = ProjectNews {
        first_published_on: None,
        changed_at: None,
    };
    assert_eq!(tx.project_news(id(PROJECT)).await.unwrap(), nothing);
    for (number, day) in [(1, date!(2023 - 08 - 19)), (2, date!(2023 - 08 - 18))] {
        add_published(&mut tx, number, day, vec![]).await;
    }
    let news = |seconds| ProjectNews {
        first_published_on: Some(date!(2023 - 08 - 18)),
        changed_at: Some(at(seconds)),
    };
    let published = tx.project_news(id(PROJECT)).await.unwrap();
    assert_eq!(published, news(2));
    let new = NewPlan {
        project: id(PROJECT),
        replaces: 0,
        plan: &world::plan(),
        draft: &FundingPlanDraft::default(),
        at: at(40),
    };
    let added = tx.add_plan(&new).await.unwrap();
    assert_eq!(added, Saved::Saved { version: 1 });
    let planned = tx.project_news(id(PROJECT)).await.unwrap();
    assert_eq!(planned, news(40));
}
