//! The life of a decision, from the case to the extract.

use domain::Money;
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::official::Official;
use domain::role::Role;
use domain::view::desk::{Stage, TaskKind};
use domain::view::public::Decided;
use register::extracts::{self, CertifyDraft};
use register::views::{desk, public};
use register::{Actor, decisions, funding_plans, services};
use time::macros::{date, time};

use crate::on_both;
use crate::world::{World, actor, manager, official, preparer, registrar, slug};

on_both!(
    a_decision_goes_from_its_case_to_the_public_and_its_party,
    a_decision_maker_gives_back_what_is_not_ready,
    everybodys_desk_shows_what_waits_for_them,
    sections_issued_here_follow_each_other_by_year,
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
    decisions::publish(register, registrar(), None, id, 3, on)
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
    let served = services::record_day(register, registrar(), None, service.id, 1, "21.8.2023");
    served.await.expect("the posting day is recorded");
    let certified = CertifyDraft {
        place: "Kajaani".to_owned(),
        ..CertifyDraft::default()
    };
    let certified = extracts::certify(register, registrar(), None, service.id, &certified).await;
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
    ] {
        assert!(!crate::world::operator().may(act), "{act:?}");
    }
}
