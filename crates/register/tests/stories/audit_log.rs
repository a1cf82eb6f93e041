//! The audit log as auditors read and export it.

use domain::Lang;
use domain::event::{Event, SubjectKind};
use domain::role::Role;
use domain::view::audit::{LogQuery, SubjectPage};
use register::organisations::{self, OrganisationDraft};
use register::views::audit::{self, PAGE, Place};
use register::{Actor, Refusal, audit_export};

use crate::on_both;
use crate::world::{World, actor, codes_of, manager, preparer};

on_both!(
    the_log_is_read_narrowed_and_leads_to_its_subjects,
    pages_follow_each_other_without_gap_or_double,
    an_export_is_the_narrowed_log_and_an_event_itself,
    a_log_of_many_parts_is_exported_without_gap_or_double,
);

fn auditor() -> &'static Actor {
    actor(Role::Auditor)
}

fn query(change: impl FnOnce(&mut LogQuery)) -> LogQuery {
    let mut query = LogQuery::default();
    change(&mut query);
    query
}

async fn the_log_is_read_narrowed_and_leads_to_its_subjects(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let decision = world.published(case, "5", "21.8.2023").await;
    let read = async |query: &LogQuery| {
        let page = audit::log(register, auditor(), query, Place::Last).await;
        page.expect("an auditor reads the log")
    };
    let all = read(&LogQuery::default()).await;
    let published = &all.lines[0];
    assert_eq!(published.event, Event::DecisionPublished);
    assert_eq!(
        published.subject.page,
        Some(SubjectPage::Decision(decision))
    );
    let name = published
        .subject
        .name
        .as_ref()
        .map(|name| name.reveal_to_official().as_str());
    assert_eq!(name, Some("Osallistuminen hankkeen rahoitukseen"));

    let signer = manager().user().expect("an account").to_string();
    let signed = read(&query(|query| query.who.clone_from(&signer))).await;
    assert!(
        signed
            .lines
            .iter()
            .all(|line| line.event == Event::DecisionSigned)
    );
    assert_eq!(signed.lines.len(), 1);
    let operators = read(&query(|query| query.who = "operator".to_owned())).await;
    assert!(
        operators
            .lines
            .iter()
            .all(|line| line.event != Event::DecisionSigned)
    );
    let of_case = read(&query(|query| {
        query.subject = "case".to_owned();
        query.subject_id = case.to_string();
    }))
    .await;
    assert_eq!(of_case.lines.len(), 1);
    assert_eq!(of_case.lines[0].subject.kind, SubjectKind::Case);
    let day = |from: &str, until: &str| {
        query(|query| {
            query.from = from.to_owned();
            query.until = until.to_owned();
        })
    };
    // All of it happened on 21.8.2023, Helsinki time.
    assert_eq!(read(&day("21.8.2023", "21.8.2023")).await.lines, all.lines);
    assert_eq!(read(&day("22.8.2023", "")).await.lines, []);
    assert_eq!(read(&day("", "20.8.2023")).await.lines, []);
    let wrong = read(&LogQuery {
        who: "joku".to_owned(),
        event: "jotain".to_owned(),
        subject: "jokin".to_owned(),
        from: "32.8.2023".to_owned(),
        ..LogQuery::default()
    })
    .await;
    assert_eq!(wrong.lines, []);
    let places: Vec<_> = codes_of(&wrong.findings)
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    assert_eq!(places, ["kuka", "tapahtuma", "kohde", "alku"]);

    let entry = audit::entry(register, auditor(), published.seq)
        .await
        .expect("an event");
    let payload = entry.payload.expect("it was not disposed of");
    assert!(payload.reveal_to_official().contains("2023-08-21"));
    let none = audit::entry(register, auditor(), 9_999).await;
    assert!(matches!(none, Err(Refusal::NotFound)));
}

async fn pages_follow_each_other_without_gap_or_double(world: &World) {
    let register = &world.register;
    for number in 1..=60 {
        world.case(&format!("KAJDno-2023-{number}")).await;
    }
    let opened = query(|query| query.event = "case_opened".to_owned());
    let read = async |place| {
        let page = audit::log(register, auditor(), &opened, place).await;
        page.expect("an auditor reads the log")
    };
    let first = read(Place::Last).await;
    assert_eq!(first.lines.len(), PAGE as usize);
    assert_eq!(first.newer, None);
    let second = read(Place::Before(first.older.expect("there are older ones"))).await;
    assert_eq!(second.lines.len(), 10);
    assert_eq!(second.older, None);
    let seqs = first.lines.iter().chain(&second.lines).map(|line| line.seq);
    let seqs: Vec<i64> = seqs.collect();
    assert!(seqs.windows(2).all(|pair| pair[0] > pair[1]), "{seqs:?}");
    let back = read(Place::After(second.newer.expect("there are newer ones"))).await;
    assert_eq!(back.lines, first.lines);
}

/// The whole file, from its parts.
async fn exported(
    world: &World,
    who: &Actor,
    query: &LogQuery,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let mut export = audit_export::begin(&world.register, who, query, lang).await?;
    let mut bytes = Vec::new();
    while let Some(part) = audit_export::part(&world.register, &mut export).await? {
        // What is in memory at once does not grow with the log.
        assert!(part.split(|byte| *byte == b'\n').count() <= 501);
        bytes.extend(part);
    }
    Ok(bytes)
}

async fn a_log_of_many_parts_is_exported_without_gap_or_double(world: &World) {
    for number in 0..600 {
        let draft = OrganisationDraft {
            name: format!("Yritys {number} Oy"),
            kind: "private".to_owned(),
            ..OrganisationDraft::default()
        };
        let added = organisations::add(&world.register, preparer(), None, &draft).await;
        added.expect("it is added");
    }
    let all = exported(world, auditor(), &LogQuery::default(), Lang::Fi).await;
    let all = String::from_utf8(all.expect("an export")).expect("UTF-8");
    let numbers: Vec<usize> = all
        .lines()
        .skip(1)
        .map(|line| {
            line.split(',')
                .next()
                .unwrap_or_default()
                .parse()
                .expect("a number")
        })
        .collect();
    assert!(numbers.len() > 600, "{}", numbers.len());
    assert!(numbers.iter().copied().eq(1..=numbers.len()), "{numbers:?}");
}

async fn an_export_is_the_narrowed_log_and_an_event_itself(world: &World) {
    world.case("KAJDno-2023-1").await;
    world.case("KAJDno-2023-2").await;
    let before = world.events(0).await.len();
    let opened = query(|query| query.event = "case_opened".to_owned());
    let bytes = exported(world, auditor(), &opened, Lang::Sv).await;
    let text = String::from_utf8(bytes.expect("an export")).expect("UTF-8");
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0].starts_with("number,at,actor_kind,actor,role,event,event_text,"));
    assert!(lines[1].contains("2023-08-21T09:00:00+03:00,user,Virkailija registrar,registrar,case_opened,Ärendet öppnades,case,"));
    assert_eq!(world.events(before).await, ["audit_log_exported"]);
    let all = exported(world, auditor(), &LogQuery::default(), Lang::Fi).await;
    let all = String::from_utf8(all.expect("an export")).expect("UTF-8");
    // The export before it is in it, its own event is not.
    assert_eq!(all.matches("audit_log_exported").count(), 1);
    let forbidden = exported(world, preparer(), &opened, Lang::Fi).await;
    assert!(matches!(forbidden, Err(Refusal::Forbidden)));
    assert_eq!(
        world.events(before).await.len(),
        2,
        "a refused export is none"
    );
}
