//! Last days of appeal periods, for calendars.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::decision::Decision;
use domain::filing::{Filing, FilingFacts, FilingWay, Outcome, OutcomeKind, Standing};
use domain::id::DecisionId;
use domain::period::PeriodDates;
use domain::publicity::Personal;
use domain::service::{Service, ServiceFacts, ServiceMeans};
use domain::view::decision_list::DecisionFilter;
use domain::view::desk::LastDayFilter;
use store::{LastDayRow, MembersLastDayRow, Saved, Store, Tx};
use time::Date;
use time::macros::date;

use crate::on_both;
use crate::world::{
    self, CITY, GRANTEE, add_draft, add_published, add_signed, at, content, id, made_elsewhere,
    publish, sealed, section, signed_here, slug,
};

on_both!(
    members_last_days_are_those_of_published_decisions,
    members_last_days_are_narrowed_by_series_and_year,
    everybodys_last_days_stand_in_the_order_of_days,
    everybodys_last_days_are_narrowed,
    a_final_repeal_is_told_and_counts_as_a_change,
);

const TODAY: Date = date!(2023 - 08 - 21);
const EVER: (Date, Date) = (date!(1995 - 01 - 01), Date::MAX);

fn members_day(decision: &Decision, number: u32) -> MembersLastDayRow {
    MembersLastDayRow {
        decision: decision.id,
        section: section(number),
        title: format!("Päätös {number}"),
        decision_maker: "Kaupunginjohtaja".to_owned(),
        period: decision.publication().unwrap().member_period.unwrap(),
        version: decision.version,
        changed_at: at(2),
        stub: None,
    }
}

/// Adds the service of a party by a letter of this day, or of no known day.
async fn serve(
    tx: &mut Tx,
    number: u128,
    decision: DecisionId,
    recipient: u128,
    posted: Option<Date>,
) -> Option<PeriodDates> {
    let facts = ServiceFacts {
        event_on: posted,
        ..ServiceFacts::by(ServiceMeans::Letter)
    };
    let period = facts.period(AppealRight::By(Remedy::Rectification), &Offices::kajaani());
    let period = period.ok().map(|period| PeriodDates::from(&period));
    let service = Service {
        id: id(number),
        version: 1,
        decision,
        recipient: id(recipient),
        facts,
        recorded_by: None,
    };
    tx.add_service(&service, period.as_ref(), at(3))
        .await
        .unwrap();
    period
}

fn sections(rows: &[MembersLastDayRow]) -> Vec<u32> {
    rows.iter().map(|row| row.section.number).collect()
}

/// The numbers of the sections, each with the name of the party.
fn whose(rows: &[LastDayRow]) -> Vec<(u32, Option<&str>)> {
    rows.iter()
        .map(|row| {
            let party = row.party.as_ref().map(|(_, name)| name.as_str());
            (row.day.section.number, party)
        })
        .collect()
}

async fn members_last_days_are_those_of_published_decisions(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let first = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let second = add_published(&mut tx, 6, date!(2023 - 08 - 25), vec![]).await;
    let signed = sealed(section(7), content("Päätös 7", vec![]), signed_here());
    add_signed(&mut tx, 200, signed).await;
    add_draft(&mut tx, 201, "Luonnos").await;
    serve(&mut tx, 100, first.id, GRANTEE, Some(date!(2023 - 08 - 18))).await;

    let all = DecisionFilter::default();
    let days = tx.members_last_days(&all, 10).await.unwrap();
    assert_eq!(days, [members_day(&second, 6), members_day(&first, 5)]);
    let latest = tx.members_last_days(&all, 1).await.unwrap();
    assert_eq!(sections(&latest), [6]);
    let at_place = tx.members_last_day_at(&section(5)).await.unwrap();
    assert_eq!(at_place, Some(members_day(&first, 5)));
    for unpublished in [7, 8] {
        let none = tx.members_last_day_at(&section(unpublished)).await.unwrap();
        assert_eq!(none, None, "§ {unpublished}");
    }
}

async fn members_last_days_are_narrowed_by_series_and_year(store: &Store) {
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
            // A calendar has no pages.
            page: 7,
            ..DecisionFilter::default()
        };
        let found = tx.members_last_days(&filter, 25).await.unwrap();
        assert_eq!(sections(&found), expected, "{filter:?}");
    }
}

async fn everybodys_last_days_stand_in_the_order_of_days(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let frozen = sealed(section(7), content("Päätös 7", vec![]), signed_here());
    let signed = add_signed(&mut tx, 200, frozen).await;
    add_draft(&mut tx, 201, "Luonnos").await;
    let letter = Some(date!(2023 - 08 - 18));
    let partys = serve(&mut tx, 100, published.id, GRANTEE, letter).await;
    serve(&mut tx, 101, published.id, CITY, None).await;
    serve(
        &mut tx,
        102,
        signed.id,
        GRANTEE,
        Some(date!(2023 - 08 - 10)),
    )
    .await;

    let all = LastDayFilter::default();
    let days = tx.last_days_between(&all, EVER, TODAY, 10).await.unwrap();
    // Both periods of § 5 end on 8.9.2023; a party is not asked about before the day is known.
    let expected = [
        (7, Some("Korkeakoulu Oy")),
        (5, None),
        (5, Some("Korkeakoulu Oy")),
    ];
    assert_eq!(whose(&days), expected);
    let members = LastDayRow {
        day: members_day(&published, 5),
        party: None,
        is_repealed: false,
    };
    assert_eq!(days[1], members);
    let party = LastDayRow {
        day: MembersLastDayRow {
            period: partys.unwrap(),
            version: 1,
            changed_at: at(3),
            ..members.day
        },
        party: Some((id(100), "Korkeakoulu Oy".to_owned())),
        is_repealed: false,
    };
    assert_eq!(days[2], party);

    let newest = tx.newest_last_days(&all, TODAY, 2).await.unwrap();
    assert_eq!(whose(&newest), [expected[2], expected[1]]);
    let last = date!(2023 - 09 - 08);
    for (from, to, found) in [
        (last, last, 2),
        (date!(2023 - 08 - 31), date!(2023 - 08 - 31), 1),
        (date!(2023 - 09 - 09), Date::MAX, 0),
    ] {
        let days = tx
            .last_days_between(&all, (from, to), TODAY, 10)
            .await
            .unwrap();
        assert_eq!(days.len(), found, "{from} to {to}");
    }
    let cut = tx.last_days_between(&all, EVER, TODAY, 2).await.unwrap();
    assert_eq!(whose(&cut), expected[..2]);
}

async fn everybodys_last_days_are_narrowed(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let letter = Some(date!(2023 - 08 - 18));
    serve(&mut tx, 100, published.id, GRANTEE, letter).await;
    let filter = LastDayFilter::default();
    for (filter, found) in [
        (
            LastDayFilter {
                series: Some(slug("kaupunginjohtaja")),
                project: Some(slug("kaivoskumppani")),
                remedy: Some(Remedy::Rectification),
            },
            2,
        ),
        (
            LastDayFilter {
                series: Some(slug("kaupunginhallitus")),
                ..filter.clone()
            },
            0,
        ),
        (
            LastDayFilter {
                project: Some(slug("toinen")),
                ..filter.clone()
            },
            0,
        ),
        (
            LastDayFilter {
                remedy: Some(Remedy::MunicipalAppeal),
                ..filter
            },
            0,
        ),
    ] {
        let between = tx.last_days_between(&filter, EVER, TODAY, 10).await;
        assert_eq!(between.unwrap().len(), found, "{filter:?}");
        let newest = tx.newest_last_days(&filter, TODAY, 10).await;
        assert_eq!(newest.unwrap().len(), found, "{filter:?}");
    }
}

async fn a_final_repeal_is_told_and_counts_as_a_change(store: &Store) {
    world::settle(store).await;
    let mut tx = store.write().await.unwrap();
    let published = add_published(&mut tx, 5, date!(2023 - 08 - 18), vec![]).await;
    let mut claim = Filing {
        id: id(300),
        version: 1,
        decision: published.id,
        facts: FilingFacts {
            remedy: Remedy::Rectification,
            received_at: at(59),
            way: FilingWay::EMail,
            filer: Personal::new("Kunnan jäsen".to_owned()),
            standing: Standing::MunicipalMember,
            wrongly_addressed_to: String::new(),
            handled_by: "Kaupunginhallitus".to_owned(),
        },
        outcome: None,
    };
    tx.add_filing(&claim, at(60)).await.unwrap();
    let all = LastDayFilter::default();
    let before = members_day(&published, 5);
    for (seconds, final_from, is_repealed) in
        [(70, None, false), (80, Some(date!(2023 - 11 - 10)), true)]
    {
        claim.outcome = Some(Outcome {
            kind: OutcomeKind::Repealed,
            on: date!(2023 - 10 - 03),
            reference: "§ 200".to_owned(),
            final_from,
        });
        let saved = tx.save_filing(&claim, at(seconds)).await.unwrap();
        claim.version += 1;
        assert_eq!(
            saved,
            Saved::Saved {
                version: claim.version
            }
        );
        let days = tx.last_days_between(&all, EVER, TODAY, 10).await.unwrap();
        assert_eq!(days[0].is_repealed, is_repealed);
        assert_eq!(days[0].day.version, before.version + claim.version);
        assert_eq!(days[0].day.changed_at, at(seconds));
    }
    // Nothing public tells that a claim was made.
    let public = tx.members_last_days(&DecisionFilter::default(), 10).await;
    assert_eq!(public.unwrap(), [before]);
}
