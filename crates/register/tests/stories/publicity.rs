//! What the public sees of a decision, second by second, and what is kept behind it.

use domain::Lang;
use domain::attachment::AttachmentDraft;
use domain::finding::FindingCode;
use domain::id::DecisionId;
use domain::section::Section;
use domain::view::decision_list::DecisionFilter;
use register::decisions::PublishDraft;
use register::extracts::{self, CertifyDraft};
use register::views::public::{self, AtAddress};
use register::views::{decision_list, desk, given, preview};
use register::withdrawal::{self, WithdrawalDraft};
use register::{Refusal, attachments, calendars, decisions, documents, jobs, verify};
use time::Duration;

use crate::on_both;
use crate::reading::Reading;
use crate::world::{URL, World, day, key, manager, preparer, registrar, slug};

on_both!(
    what_is_personal_is_shown_to_the_last_second_of_the_period,
    without_a_members_period_nothing_personal_is_ever_public,
    the_end_of_personal_data_is_one_event_for_each_decision,
    attachments_are_kept_once_and_frozen_with_the_decision,
    a_withdrawal_is_undone_openly_and_each_is_done_once,
    secret_parts_leave_only_in_extracts_that_say_why,
);

pub(crate) const PERSONAL: &str = "Pjxq";
pub(crate) const SECRET: &str = "Sjxq";
const TITLE: &str = "Osallistuminen hankkeen rahoitukseen";

/// A signed decision with something personal and something secret; its version is 3.
pub(crate) async fn signed(world: &World, remedy: &str) -> DecisionId {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let project = world.project(case, "Hanke").await;
    let mut draft = world.draft("kaupunginjohtaja");
    draft.remedy = remedy.to_owned();
    draft.contact_person = format!("{PERSONAL}contact");
    draft.background = format!(
        "Esittelijä {{personal|{PERSONAL}}} ja {{secret JulkL 24.1 § 20 kohta|{SECRET}}} kertoivat."
    );
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, id, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(
        register,
        manager(),
        None,
        id,
        2,
        &crate::world::signing("1"),
    )
    .await;
    signed.expect("it is signed");
    id
}

fn section() -> Section {
    "kaupunginjohtaja/2023/1".parse().expect("an address")
}

pub(crate) fn words(pdf: &[u8]) -> String {
    let reading = Reading::of(pdf);
    let marks = (0..reading.pages.len()).flat_map(|number| reading.marks(number));
    marks.map(|mark| mark.text).collect()
}

/// Whether something personal is on the page, and in its PDF in each language.
async fn personal(world: &World) -> [bool; 4] {
    let register = &world.register;
    let at = public::at_address(register, &section()).await;
    let on_page = match at.expect("it is public") {
        AtAddress::Decision(page, part) => {
            let page = format!("{page:?}");
            assert!(!page.contains(PERSONAL), "the lasting part: {page}");
            assert!(!format!("{part:?}").contains(PERSONAL), "a log");
            part.is_some_and(|part| {
                let texts = format!("{:?}", (part.background(), part.contact_person()));
                assert!(!texts.contains(SECRET), "{texts}");
                texts.contains(PERSONAL)
            })
        }
        AtAddress::Stub(stub) => panic!("a stub stands there: {stub:?}"),
    };
    let mut shown = [on_page, false, false, false];
    for (at, lang) in Lang::ALL.into_iter().enumerate() {
        let pdf = documents::public_version(register, &section(), lang, URL).await;
        let pdf = pdf.expect("it is made");
        let words = words(&pdf.bytes);
        assert!(!words.contains(SECRET), "{words}");
        assert!(words.contains("kertoivat"), "{words}");
        assert_eq!(pdf.is_personal, words.contains(PERSONAL));
        shown[at + 1] = pdf.is_personal;
    }
    shown
}

/// Every view and file for everybody that must never hold a marker: each is there, says something
/// of the decision, and holds none.
async fn elsewhere(world: &World) {
    let register = &world.register;
    let all = DecisionFilter::default();
    let number = "KAJDno-2023-1".parse().expect("a number");
    let front = public::front_page(register).await.expect("a front page");
    let list = decision_list::decisions(register, &all)
        .await
        .expect("a list");
    let projects = decision_list::projects(register, "")
        .await
        .expect("projects");
    let project = public::project_page(register, &slug("hanke")).await;
    let case = public::case(register, &number).await.expect("a case");
    let page = public::decision(register, &section()).await;
    let page = page.expect("a decision");
    let mut shown = vec![
        (format!("{front:?}"), TITLE),
        (format!("{list:?}"), TITLE),
        (format!("{projects:?}"), "Hanke"),
        (format!("{:?}", project.expect("a project")), TITLE),
        (format!("{case:?}"), TITLE),
        (format!("{page:?}"), TITLE),
    ];
    for lang in Lang::ALL {
        let calendar = calendars::of_decisions(register, &all, lang, URL).await;
        let one = calendars::of_decision(register, &section(), lang, URL).await;
        let file = |bytes| {
            let file = String::from_utf8(bytes).expect("UTF-8");
            file.replace("\r\n ", "")
        };
        let calendar = file(calendar.expect("a calendar"));
        // Without a municipal member's period there is no day in either.
        if page.member_period.is_none() {
            assert!(matches!(one, Err(Refusal::NotFound)), "{one:?}");
            shown.push((calendar, "BEGIN:VCALENDAR"));
        } else {
            shown.push((calendar, "kaupunginjohtaja/2023/1"));
            shown.push((file(one.expect("a day")), "kaupunginjohtaja/2023/1"));
        }
    }
    for (shown, said) in shown {
        assert!(shown.contains(said), "no {said}: {shown}");
        for marker in [PERSONAL, SECRET] {
            assert!(!shown.contains(marker), "{marker}: {shown}");
        }
    }
}

async fn what_is_personal_is_shown_to_the_last_second_of_the_period(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    assert!(
        public::at_address(register, &section()).await.is_err(),
        "not before"
    );
    let published = decisions::publish(register, registrar(), None, id, 3, &day("21.8.2023")).await;
    published.expect("it is published");
    // Published on Mon 21.8.2023: known on the 28th, the last day is Mon 11.9.2023, to 16.
    world
        .clock
        .advance(Duration::days(21) + Duration::hours(7) - Duration::seconds(1));
    assert_eq!(personal(world).await, [true; 4]);
    elsewhere(world).await;
    world.clock.advance(Duration::seconds(1));
    assert_eq!(personal(world).await, [false; 4]);
    elsewhere(world).await;
    world.clock.advance(Duration::days(400));
    assert_eq!(personal(world).await, [false; 4]);
    // Officials still preview both versions.
    let preview = preview::preview(register, preparer(), id).await;
    assert!(preview.expect("a preview").personal.is_some());
}

async fn without_a_members_period_nothing_personal_is_ever_public(world: &World) {
    let register = &world.register;
    let id = signed(world, "preparation-or-implementation").await;
    let published = decisions::publish(register, registrar(), None, id, 3, &day("21.8.2023")).await;
    published.expect("it is published");
    assert_eq!(personal(world).await, [false; 4]);
    elsewhere(world).await;
    world.clock.advance(Duration::days(40));
    world.run_jobs().await;
    assert!(!world.events(0).await.contains(&"personal_data_ended"));
}

async fn the_end_of_personal_data_is_one_event_for_each_decision(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    let published = decisions::publish(register, registrar(), None, id, 3, &day("21.8.2023")).await;
    published.expect("it is published");
    // One without anything personal, so that nothing leaves.
    let case = world.case("KAJDno-2023-2").await;
    world.published(case, "2", "21.8.2023").await;
    let ended = async || {
        let events = world.events(0).await;
        events
            .iter()
            .filter(|event| **event == "personal_data_ended")
            .count()
    };
    world
        .clock
        .advance(Duration::days(21) + Duration::hours(7) - Duration::seconds(1));
    world.run_jobs().await;
    assert_eq!(ended().await, 0, "not before the closing instant");
    world.clock.advance(Duration::seconds(1));
    // Two processes at once, and one again later.
    let (one, other) = tokio::join!(
        jobs::run_due(register, None, || true),
        jobs::run_due(register, None, || true)
    );
    one.expect("a round is done");
    other.expect("a round is done");
    world.run_jobs().await;
    assert_eq!(ended().await, 1);
    let report = verify::verify(register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

fn file(title: &str, class: &str, ground: &str) -> AttachmentDraft {
    AttachmentDraft {
        title: title.to_owned(),
        class: class.to_owned(),
        ground: ground.to_owned(),
        file_name: format!("{title}.txt"),
    }
}

async fn attachments_are_kept_once_and_frozen_with_the_decision(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let draft = world.draft("kaupunginjohtaja");
    let id = decisions::draft(register, preparer(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let bytes: Vec<u8> = (0..700_000_u32).map(|n| b'a' + (n % 23) as u8).collect();
    let attached = [
        file("avoin", "public", ""),
        file("henkilo", "personal", ""),
        file("salainen", "secret", "JulkL 24.1 § 17"),
    ];
    for (version, draft) in (1..).zip(&attached) {
        let added = attachments::attach(register, preparer(), None, id, version, draft, &bytes);
        added.await.expect("it is attached");
    }
    let stale = attachments::attach(register, preparer(), None, id, 1, &attached[0], &bytes);
    assert!(matches!(stale.await, Err(Refusal::Stale)));
    let groundless = file("x", "secret", "");
    let refused = attachments::attach(register, registrar(), None, id, 4, &groundless, b"x");
    match refused.await {
        Err(Refusal::Incomplete(findings)) => {
            let places: Vec<_> = findings.iter().map(|finding| &*finding.place).collect();
            assert_eq!(places, ["ground"]);
        }
        other => panic!("refused: {other:?}"),
    }
    let sheet = desk::decision_sheet(register, preparer(), id)
        .await
        .expect("a sheet");
    let second = sheet.attachments[1].id.expect("it can be changed");
    let moved = attachments::move_up(register, preparer(), key(1), id, 4, second).await;
    moved.expect("it is moved");
    let sent = decisions::send(register, preparer(), None, id, 5).await;
    sent.expect("it is sent");
    let late = attachments::remove(register, preparer(), None, id, 6, second).await;
    assert!(matches!(late, Err(Refusal::NotInThisState(_))), "{late:?}");
    let signed = decisions::sign(
        register,
        manager(),
        None,
        id,
        6,
        &crate::world::signing("1"),
    )
    .await;
    signed.expect("it is signed");
    let place = section();
    let number = |number| attachments::for_everybody(register, &place, number);
    assert!(number(1).await.is_err(), "signed and not public");
    let published = decisions::publish(register, registrar(), None, id, 7, &day("21.8.2023")).await;
    published.expect("it is published");
    let found = number(2)
        .await
        .expect("the open one was moved to the second place");
    assert_eq!(found.attachment.title, "avoin");
    let mut read = Vec::new();
    loop {
        let part = attachments::part(register, &found, read.len() as u64, 200_000).await;
        let part = part.expect("it is kept");
        if part.is_empty() {
            break;
        }
        read.extend(part);
    }
    assert!(read == bytes, "the bytes come back as they were sent");
    assert!(
        number(1).await.is_ok(),
        "the personal one, during the period"
    );
    assert!(number(3).await.is_err(), "the secret one never");
    world.clock.advance(Duration::days(22));
    assert!(
        number(1).await.is_err(),
        "the personal one, after the period"
    );
    let own = attachments::for_officials(register, registrar(), id, 3).await;
    assert_eq!(own.expect("officials see it").attachment.title, "salainen");
    let report = verify::verify(register).await.expect("it is read");
    assert_eq!(
        (report.files, report.breaks),
        (1, Vec::new()),
        "the bytes are kept once"
    );
}

async fn a_withdrawal_is_undone_openly_and_each_is_done_once(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    let draft = WithdrawalDraft {
        public_reason: "Julkaistu erehdyksessä".to_owned(),
        hides_title: String::new(),
        confirmed: "1".to_owned(),
    };
    let early = withdrawal::withdraw(register, registrar(), None, id, 3, &draft).await;
    assert!(
        matches!(early, Err(Refusal::NotInThisState(_))),
        "{early:?}"
    );
    let published = decisions::publish(register, registrar(), None, id, 3, &day("21.8.2023")).await;
    published.expect("it is published");
    let forbidden = withdrawal::withdraw(register, preparer(), None, id, 4, &draft).await;
    assert!(matches!(forbidden, Err(Refusal::Forbidden)));
    for _ in 0..2 {
        let done = withdrawal::withdraw(register, registrar(), key(1), id, 4, &draft).await;
        done.expect("it is withdrawn, and the double is answered with the first");
    }
    let again = withdrawal::withdraw(register, registrar(), None, id, 5, &draft).await;
    match again {
        Err(Refusal::Incomplete(findings)) => {
            let codes: Vec<_> = findings.iter().map(|finding| finding.code).collect();
            assert_eq!(codes, [FindingCode::StatedAlready]);
        }
        other => panic!("refused: {other:?}"),
    }
    match public::at_address(register, &section())
        .await
        .expect("a stub")
    {
        AtAddress::Stub(stub) => {
            assert_eq!(stub.reason, "Julkaistu erehdyksessä");
            assert!(stub.title.is_some());
        }
        AtAddress::Decision(..) => panic!("it is withdrawn"),
    }
    assert!(public::decision(register, &section()).await.is_err());
    let all = DecisionFilter::default();
    let list = decision_list::decisions(register, &all)
        .await
        .expect("a list");
    assert_eq!((list.total, list.rows.len()), (0, 0));
    assert!(
        list.choices.series.is_empty() && list.choices.years.is_empty(),
        "{list:?}"
    );
    assert!(
        decision_list::projects(register, "")
            .await
            .expect("a list")
            .is_empty()
    );
    let stale = withdrawal::publish_again(register, registrar(), None, id, 4, "Erehdys").await;
    assert!(matches!(stale, Err(Refusal::Stale)));
    let back = withdrawal::publish_again(register, registrar(), None, id, 5, "Erehdys").await;
    back.expect("it is public again");
    assert_eq!(personal(world).await, [true; 4]);
    let events = world.events(0).await;
    let last = &events[events.len() - 2..];
    assert_eq!(last, ["publication_withdrawn", "published_again"]);
    let sheet = desk::decision_sheet(register, preparer(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.stubs.len(), 1);
    let report = verify::verify(register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

async fn secret_parts_leave_only_in_extracts_that_say_why(world: &World) {
    let register = &world.register;
    let id = signed(world, "rectification").await;
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let service = sheet.services[0].service.id;
    let certify = async |right: &str| {
        let draft = CertifyDraft {
            place: "Kajaani".to_owned(),
            entitled_by: right.to_owned(),
            ..CertifyDraft::default()
        };
        let made = extracts::certify(register, registrar(), None, service, &draft, URL).await;
        let pdf = documents::extract(register, registrar(), made?).await?;
        Ok::<_, Refusal>(words(&pdf))
    };
    let without = certify("").await.expect("an extract");
    assert!(
        !without.contains(SECRET) && without.contains(PERSONAL),
        "{without}"
    );
    let with = certify("Asianosainen, JulkL 11 §")
        .await
        .expect("an extract");
    assert!(
        with.contains(SECRET) && with.contains("JulkL 11 §"),
        "{with}"
    );
    let list = given::extracts(register, preparer(), Some(id), 1)
        .await
        .expect("a list");
    let rights: Vec<_> = list
        .lines
        .iter()
        .map(|line| line.entitled_by.as_deref())
        .collect();
    assert_eq!(rights, [Some("Asianosainen, JulkL 11 §"), None]);
    let events = world.events(0).await;
    let last = &events[events.len() - 2..];
    assert_eq!(last, ["extract_certified", "secret_extract_certified"]);
    for line in &list.lines {
        let confirmed = public::confirmed(register, &line.code)
            .await
            .expect("a code");
        assert_eq!(confirmed.section, (1, 2023));
    }
    assert!(public::confirmed(register, "AAAA-BBBB-CCCC").await.is_err());

    let wholly = PublishDraft {
        secret_ground: "JulkL 24.1 § 17 kohta".to_owned(),
        ..day("21.8.2023")
    };
    let published = decisions::publish(register, registrar(), None, id, 3, &wholly).await;
    published.expect("it is published as a mention");
    match public::at_address(register, &section())
        .await
        .expect("a stub")
    {
        AtAddress::Stub(stub) => assert_eq!(stub.title, None),
        AtAddress::Decision(..) => panic!("it is wholly secret"),
    }
    let sheet = desk::decision_sheet(register, registrar(), id).await;
    let version = sheet.expect("a sheet").decision.version;
    let again = withdrawal::publish_again(register, registrar(), None, id, version, "Syy").await;
    assert!(
        matches!(again, Err(Refusal::NotInThisState(_))),
        "{again:?}"
    );
    assert!(matches!(certify("").await, Err(Refusal::Incomplete(_))));
    let with = certify("Asianosainen, JulkL 11 §")
        .await
        .expect("an extract");
    assert!(
        with.contains("SALASSA PIDETTÄVÄ: JulkL 24.1 § 17 kohta"),
        "{with}"
    );
}
