//! The life of a decision, from the case to the extract.

use domain::Money;
use domain::finding::FindingCode;
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::official::Official;
use domain::role::Role;
use domain::view::desk::{Stage, TaskKind};
use domain::view::public::{Decided, PublicSince};
use register::decisions::{PublishDraft, RecordDraft};
use register::extracts::{self, CertifyDraft};
use register::views::{desk, public};
use register::{Actor, Refusal, cases, decisions, funding_plans, services};
use time::macros::{date, time};

use crate::on_both;
use crate::world::{
    URL, World, actor, case_draft, day, letter, manager, official, preparer, registrar, slug,
};

on_both!(
    a_decision_goes_from_its_case_to_the_public_and_its_party,
    a_decision_maker_gives_back_what_is_not_ready,
    everybodys_desk_shows_what_waits_for_them,
    sections_issued_here_follow_each_other_by_year,
    a_case_gets_its_number_before_its_decision_is_recorded,
    a_decision_published_elsewhere_on_an_unknown_day_has_no_guessed_period,
    an_extract_is_given_before_the_decision_is_published,
);

async fn a_decision_goes_from_its_case_to_the_public_and_its_party(world: &World) {
    let register = &world.register;
    let before = world.events(0).await.len();
    let case = world.case("KAJDno-2023-912").await;
    let project = world.project(case, "Kaivoskumppani").await;
    let plan = FundingPlanDraft {
        reason: "Hankesuunnitelma".to_owned(),
        years: vec![2023, 2024],
        rows: vec![FundingRowDraft {
            funders: "kajaanin AMMATTIKORKEAKOULU oy; *".to_owned(),
            category: "several".to_owned(),
            share: "20".to_owned(),
            ..FundingRowDraft::default()
        }],
        ..FundingPlanDraft::default()
    };
    let saved = funding_plans::save(register, preparer(), None, project, 0, &plan).await;
    saved.expect("a first plan is saved");
    let draft = world.draft("kaupunginjohtaja");
    let id = decisions::draft(register, preparer(), None, case, Some(project), &draft).await;
    let id = id.expect("a draft is begun");
    decisions::send(register, preparer(), None, id, 1)
        .await
        .expect("it is sent");
    decisions::sign(register, manager(), None, id, 2, "§ 5")
        .await
        .expect("it is signed");
    let address = "kaupunginjohtaja/2023/5".parse().expect("an address");
    assert!(
        public::decision(register, &address).await.is_err(),
        "signed is not public"
    );

    let on = "21.8.2023";
    decisions::publish(register, registrar(), None, id, 3, &day(on))
        .await
        .expect("it is published");
    let page = public::decision(register, &address)
        .await
        .expect("it is public");
    assert_eq!(page.decided, Decided::On(date!(2023 - 08 - 21)));
    assert!(!page.recorded);
    let (period, _) = page
        .member_period
        .expect("rectification gives members a right");
    assert_eq!(period.knowledge_date, date!(2023 - 08 - 28));
    assert_eq!(period.last_day, date!(2023 - 09 - 11));
    let plan = page.plan.expect("the project has a plan");
    assert_eq!(plan.lines[0].funders, ["Kajaanin ammattikorkeakoulu Oy"]);
    assert!(plan.lines[0].others);
    let project = public::project_page(register, &slug("kaivoskumppani")).await;
    let project = project.expect("a project with a public decision is public");
    assert_eq!(project.row.committed, Some(Money::from_cents(500_000)));

    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let service = &sheet.services[0].service;
    let posted = letter("21.8.2023");
    let served = services::record(register, registrar(), None, service.id, 1, &posted);
    served.await.expect("the posting day is recorded");
    let certified = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    let certified =
        extracts::certify(register, registrar(), None, service.id, &certified, URL).await;
    let extract = certified.expect("an extract is certified");
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let line = &sheet.services[0];
    let period = line.period.expect("the posting day gives the period");
    assert_eq!(period.last_day, date!(2023 - 09 - 11));
    assert_eq!(period.closes.map(|closing| closing.at), Some(time!(16:00)));
    assert_eq!(line.extracts[0].id, extract);
    assert_eq!(line.extracts[0].on, date!(2023 - 08 - 21));
    assert_eq!(line.extracts[0].office, "Virka registrar");

    assert_eq!(
        world.events(before).await,
        [
            "case_opened",
            "project_entered",
            "funding_plan_saved",
            "decision_drafted",
            "decision_sent",
            "decision_signed",
            "decision_published",
            "service_recorded",
            "extract_certified",
        ]
    );
}

async fn a_decision_maker_gives_back_what_is_not_ready(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let id = world.sent(case, "kaupunginjohtaja").await;
    let back = decisions::give_back(register, manager(), None, id, 2, "Perustelut puuttuvat");
    back.await.expect("what awaits signature is given back");
    let sheet = desk::decision_sheet(register, preparer(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.stage, Stage::Draft);
    assert_eq!(sheet.decision.version, 3);
    assert!(sheet.reading.is_some_and(|reading| reading.is_ok()));
    let draft = world.draft("kaupunginjohtaja");
    let saved = decisions::save_draft(register, preparer(), None, id, 3, &draft);
    saved.await.expect("a draft that came back is written on");
}

async fn everybodys_desk_shows_what_waits_for_them(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let (register, draft) = (&world.register, world.draft("kaupunginjohtaja"));
    let begun = decisions::draft(register, preparer(), None, case, None, &draft).await;
    begun.expect("a draft is begun");
    world.sent(case, "kaupunginjohtaja").await;
    world.signed(case, "1").await;
    world.published(case, "2", "21.8.2023").await;
    for (role, expected) in [
        (Role::Preparer, &["finish"][..]),
        (Role::DecisionMaker, &["sign"]),
        // The parties of both frozen decisions wait for their posting day.
        (Role::Registrar, &["publish", "record", "record"]),
        (Role::Finance, &[]),
        (Role::Administrator, &[]),
        (Role::Auditor, &[]),
    ] {
        let desk = desk::desk(register, &official(role)).await.expect("a desk");
        let mut kinds: Vec<&str> = desk.tasks.iter().map(|task| code(&task.kind)).collect();
        kinds.sort_unstable();
        assert_eq!(kinds, expected, "{role:?}");
        assert_eq!(desk.unfinished.len(), 3, "{role:?}");
        assert_eq!(desk.published.len(), 1, "{role:?}");
    }
}

fn code(kind: &TaskKind) -> &'static str {
    match kind {
        TaskKind::FinishDraft => "finish",
        TaskKind::Sign => "sign",
        TaskKind::Publish => "publish",
        TaskKind::RecordServiceDay { .. } => "record",
    }
}

async fn sections_issued_here_follow_each_other_by_year(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let director = crate::world::director();
    let mut sections = Vec::new();
    for year in [2023, 2023, 2024] {
        if year == 2024 {
            world.clock.advance(time::Duration::days(150));
        }
        let id = world.sent(case, "hallintojohtaja").await;
        // What is typed is not looked at where the register issues the number.
        let signed = decisions::sign(register, director, None, id, 2, "77").await;
        signed.expect("it is signed");
        let sheet = desk::decision_sheet(register, actor(Role::Auditor), id).await;
        let decision = sheet.expect("a sheet").decision;
        sections.push(decision.sealed().map(|sealed| sealed.section.to_string()));
    }
    let expected = [
        "hallintojohtaja/2023/1",
        "hallintojohtaja/2023/2",
        "hallintojohtaja/2024/1",
    ];
    assert_eq!(sections, expected.map(|section| Some(section.to_owned())));
}

#[test]
fn an_operator_and_a_disabled_official_may_do_no_official_act() {
    use domain::role::UseCase;
    let disabled = Actor::Official(Official {
        disabled: true,
        ..official(Role::Registrar)
    });
    for use_case in UseCase::ALL {
        assert!(!disabled.may(use_case), "{use_case:?}");
    }
    for act in [
        UseCase::SignDecision,
        UseCase::RecordDecision,
        UseCase::PublishDecision,
        UseCase::RecordService,
        UseCase::CertifyExtract,
        UseCase::AcknowledgeReminder,
        UseCase::SettleReminder,
    ] {
        assert!(!crate::world::operator().may(act), "{act:?}");
    }
}

async fn a_case_gets_its_number_before_its_decision_is_recorded(world: &World) {
    let register = &world.register;
    let unnumbered = case_draft("", "Hankkeen rahoitus");
    let opened = cases::open(register, registrar(), None, &unnumbered).await;
    let case = opened.expect("a case can be opened before its number is known");
    let draft = world.draft("kaupunginhallitus");
    let id = decisions::draft(register, registrar(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let record = RecordDraft {
        section: "160/2020".to_owned(),
        source: "Pöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    let record =
        async || decisions::record_elsewhere(register, registrar(), None, id, 1, &record).await;
    let Err(Refusal::Incomplete(findings)) = record().await else {
        unreachable!("a case without a number has no recorded decision");
    };
    let found: Vec<_> = findings.iter().map(|finding| finding.code).collect();
    assert_eq!(found, [FindingCode::CaseNumberUnknown]);

    let numbered = case_draft("KAJDno-2020-1209", "Hankkeen rahoitus");
    let changed = cases::change(register, registrar(), None, case, 1, &numbered).await;
    changed.expect("the number is recorded");
    let other = case_draft("KAJDno-2020-1", "Toinen nimi");
    let changed = cases::change(register, registrar(), None, case, 2, &other).await;
    changed.expect("the title is changed");
    record().await.expect("it is recorded");
    let key = "kajdno 2020 1209".parse().expect("a number");
    let sheet = desk::case_sheet(register, registrar(), &key)
        .await
        .expect("a sheet");
    let number = sheet.case.number.map(|number| number.to_string());
    assert_eq!(
        number.as_deref(),
        Some("KAJDno-2020-1209"),
        "a number never changes"
    );
    assert_eq!(sheet.case.public_title, "Toinen nimi");
}

async fn a_decision_published_elsewhere_on_an_unknown_day_has_no_guessed_period(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2020-1209").await;
    let draft = world.draft("kaupunginhallitus");
    let id = decisions::draft(register, registrar(), None, case, None, &draft).await;
    let id = id.expect("a draft is begun");
    let record = RecordDraft {
        section: "160/2020".to_owned(),
        source: "Pöytäkirja".to_owned(),
        ..RecordDraft::default()
    };
    let recorded = decisions::record_elsewhere(register, registrar(), None, id, 1, &record).await;
    recorded.expect("it is recorded");
    let both = PublishDraft {
        published_on: "1.10.2020".to_owned(),
        day_unknown: "1".to_owned(),
        ..PublishDraft::default()
    };
    let published = decisions::publish(register, registrar(), None, id, 2, &both).await;
    assert!(
        matches!(published, Err(Refusal::Incomplete(_))),
        "{published:?}"
    );
    let unknown = PublishDraft {
        day_unknown: "1".to_owned(),
        ..PublishDraft::default()
    };
    let published = decisions::publish(register, registrar(), None, id, 2, &unknown).await;
    published.expect("it is published");
    let address = "kaupunginhallitus/2020/160".parse().expect("an address");
    let page = public::decision(register, &address)
        .await
        .expect("it is public");
    assert_eq!(page.public_since, PublicSince::UnknownDay);
    assert_eq!(page.member_period, None);
    let front = public::front_page(register).await.expect("a front page");
    assert!(front.running.is_empty());
    assert_eq!(front.newest[0].public_since, PublicSince::UnknownDay);

    let signed = world.signed(case, "7").await;
    let published = decisions::publish(register, registrar(), None, signed, 3, &unknown).await;
    assert!(
        matches!(published, Err(Refusal::Incomplete(_))),
        "signed here: {published:?}"
    );
}

async fn an_extract_is_given_before_the_decision_is_published(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let id = world.signed(case, "5").await;
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    let certified = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    let service = sheet.services[0].service.id;
    let extract = extracts::certify(register, registrar(), None, service, &certified, URL).await;
    let extract = extract.expect("an extract of a signed decision is certified");
    let pdf = register::documents::extract(register, registrar(), extract).await;
    assert!(pdf.expect("it is made").starts_with(b"%PDF-"));
    let address = "kaupunginjohtaja/2023/5".parse().expect("an address");
    assert!(
        public::decision(register, &address).await.is_err(),
        "it is not public by that"
    );
}
