//! Last days in calendars: what a change does to an event that somebody has already taken over.

use domain::Lang;
use domain::id::{DecisionId, ServiceId};
use domain::section::Section;
use domain::service::ServiceDraft;
use domain::view::decision_list::DecisionFilter;
use domain::view::desk::{LastDayFilter, LastDays, Span, Whose};
use register::filings::{self, FilingDraft, OutcomeDraft};
use register::views::desk;
use register::{Refusal, calendars, services};
use time::macros::date;
use time::{Date, Duration};

use crate::on_both;
use crate::world::{World, letter, registrar, slug};

on_both!(
    a_corrected_service_moves_its_event_and_an_erased_day_takes_it_away,
    a_final_repeal_cancels_the_events_of_officials_and_tells_nobody_else,
    a_calendar_is_narrowed_and_shown_by_month_or_from_a_day,
);

const URL: &str = "https://hankkeet.example";

fn section(number: u32) -> Section {
    Section {
        series: slug("kaupunginjohtaja"),
        year: 2023,
        number,
    }
}

fn text(file: Result<Vec<u8>, Refusal>) -> String {
    String::from_utf8(file.expect("a file")).expect("UTF-8")
}

async fn officials(world: &World) -> String {
    let all = LastDayFilter::default();
    text(calendars::of_officials(&world.register, registrar(), &all, Lang::Fi, URL).await)
}

async fn publics(world: &World) -> String {
    let all = DecisionFilter::default();
    text(calendars::of_decisions(&world.register, &all, Lang::Fi, URL).await)
}

/// The event of a UID that begins so: its `SEQUENCE`, `DTSTART` and `STATUS`.
fn event(file: &str, uid: &str) -> Option<(u32, String, String)> {
    let mut events = file.split("BEGIN:VEVENT\r\n").skip(1);
    let event = events.find(|event| event.contains(&format!("\r\nUID:{uid}")))?;
    let value = |name: &str| {
        let line = event.split("\r\n").find(|line| line.starts_with(name));
        line.and_then(|line| line.split(':').nth(1))
            .expect("the line is there")
            .to_owned()
    };
    let sequence = value("SEQUENCE").parse().expect("a number");
    Some((sequence, value("DTSTART"), value("STATUS")))
}

async fn calendar(world: &World, filter: LastDayFilter, span: Span) -> LastDays {
    desk::last_days(&world.register, registrar(), filter, span)
        .await
        .expect("a page")
}

async fn service_of(world: &World, id: DecisionId) -> ServiceId {
    let sheet = desk::decision_sheet(&world.register, registrar(), id).await;
    sheet.expect("a sheet").services[0].service.id
}

async fn a_corrected_service_moves_its_event_and_an_erased_day_takes_it_away(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let service = service_of(world, id).await;
    let uid = service.to_string();
    let record = async |version, draft: &ServiceDraft| {
        services::record(register, registrar(), None, service, version, draft)
            .await
            .expect("it is recorded");
    };
    let confirmed = "CONFIRMED".to_owned();
    record(1, &letter("21.8.2023")).await;
    let first = officials(world).await;
    let expected = (2, "20230911".to_owned(), confirmed.clone());
    assert_eq!(event(&first, &uid), Some(expected));
    assert_eq!(officials(world).await, first, "the same bytes each time");

    world.clock.advance(Duration::days(1));
    assert_eq!(officials(world).await, first, "time alone changes nothing");
    record(2, &letter("22.8.2023")).await;
    let moved = (3, "20230912".to_owned(), confirmed);
    assert_eq!(event(&officials(world).await, &uid), Some(moved));
    record(3, &letter("")).await;
    assert_eq!(event(&officials(world).await, &uid), None);
    let public = publics(world).await;
    assert_eq!(public.matches("BEGIN:VEVENT").count(), 1);
    assert!(!public.contains(&uid), "{public}");
}

async fn a_final_repeal_cancels_the_events_of_officials_and_tells_nobody_else(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    let before = publics(world).await;
    let uid = "kaupunginjohtaja.2023.5@hankkeet.example";
    let (unchallenged, last_day, _) = event(&officials(world).await, uid).expect("the event");
    world.clock.advance(Duration::days(40));
    let claim = FilingDraft {
        remedy: "rectification".to_owned(),
        received_on: "1.9.2023".to_owned(),
        received_at: "12.00".to_owned(),
        way: "e_mail".to_owned(),
        filer: "Kunnan jäsen".to_owned(),
        standing: "municipal_member".to_owned(),
        wrongly_addressed_to: String::new(),
        handled_by: "Kaupunginhallitus".to_owned(),
    };
    let filing = filings::record(register, registrar(), None, id, &claim).await;
    let filing = filing.expect("it is recorded");
    let outcome = OutcomeDraft {
        kind: "repealed".to_owned(),
        on: "12.9.2023".to_owned(),
        reference: "§ 200".to_owned(),
        final_from: String::new(),
        ..OutcomeDraft::default()
    };
    let decide = async |version, outcome: &OutcomeDraft| {
        filings::decide(register, registrar(), None, filing, version, outcome)
            .await
            .expect("it is decided");
    };
    decide(1, &outcome).await;
    let (open, _, status) = event(&officials(world).await, uid).expect("the event");
    assert_eq!(status, "CONFIRMED", "the repeal may still be repealed");
    let final_from = "26.9.2023".to_owned();
    let repealed = OutcomeDraft {
        final_from,
        ..outcome
    };
    decide(2, &repealed).await;
    let file = officials(world).await;
    let (cancelled, same_day, status) = event(&file, uid).expect("the event");
    assert_eq!(status, "CANCELLED");
    assert_eq!(same_day, last_day);
    assert!(unchallenged < open && open < cancelled);
    assert_eq!(publics(world).await, before, "nothing public tells of it");
    let shown = calendar(
        world,
        LastDayFilter::default(),
        Span::Month(date!(2023 - 09 - 01)),
    )
    .await;
    assert!(shown.days.iter().all(|day| day.is_repealed));
}

async fn a_calendar_is_narrowed_and_shown_by_month_or_from_a_day(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let id = world.published(case, "5", "21.8.2023").await;
    world.signed(case, "6").await;
    let service = service_of(world, id).await;
    let receipt = ServiceDraft {
        means: "proof".to_owned(),
        ..letter("21.8.2023")
    };
    services::record(register, registrar(), None, service, 1, &receipt)
        .await
        .expect("it is recorded");
    let all = LastDayFilter::default;
    let whose = |days: &LastDays| -> Vec<(Date, Whose)> {
        days.days
            .iter()
            .map(|day| (day.period.last_day, day.whose.clone()))
            .collect()
    };
    let september = calendar(world, all(), Span::Month(date!(2023 - 09 - 01))).await;
    let (party, members) = (date!(2023 - 09 - 04), date!(2023 - 09 - 11));
    let found = whose(&september);
    assert_eq!(found.len(), 2);
    assert!(matches!(&found[0], (day, Whose::Party(_)) if *day == party));
    assert_eq!(found[1], (members, Whose::MunicipalMember));
    assert!(!september.is_cut);
    let october = calendar(world, all(), Span::Month(date!(2023 - 10 - 01))).await;
    assert_eq!(whose(&october), []);
    let later = calendar(world, all(), Span::From(date!(2023 - 09 - 05))).await;
    assert_eq!(whose(&later), found[1..]);
    let other = LastDayFilter {
        series: Some(slug("hallintojohtaja")),
        ..all()
    };
    let none = calendar(world, other.clone(), Span::From(date!(2023 - 01 - 01))).await;
    assert_eq!(none.days, []);
    let file = calendars::of_officials(register, registrar(), &other, Lang::Fi, URL).await;
    assert!(!text(file).contains("VEVENT"));

    let one = calendars::of_decision(register, &section(5), Lang::Sv, URL).await;
    assert_eq!(text(one).matches("BEGIN:VEVENT").count(), 1);
    for unpublished in [6, 7] {
        let none = calendars::of_decision(register, &section(unpublished), Lang::Fi, URL).await;
        assert!(matches!(none, Err(Refusal::NotFound)), "{none:?}");
    }
}
