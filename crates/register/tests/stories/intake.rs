//! Decision documents taken in: nothing of their text is lost, nothing of the register changed.

use std::path::Path;

use domain::finding::{Finding, FindingCode};
use domain::funding::FundingPlanDraft;
use domain::id::DecisionId;
use domain::reading::Otherwise;
use register::decisions::RecordDraft;
use register::import::{self, Reading};
use register::intake::{TakenIn, take_in};
use register::views::public;
use register::{Refusal, decisions, funding_plans, organisations, projects};

use crate::on_both;
use crate::world::{World, day, operator, registrar};

on_both!(
    no_line_of_the_real_decision_is_lost_before_or_after_it_is_frozen,
    what_could_not_be_placed_is_never_public,
    a_new_project_is_entered_with_its_plan,
    an_existing_project_is_kept_and_the_differences_are_said,
    a_document_that_says_the_same_of_its_project_says_no_difference,
    a_second_document_of_the_same_section_is_refused,
);

/// The text of the real decision.
fn real() -> String {
    let seeds = Path::new("../../../shared/seeds");
    let file = seeds.join("002_90135898b5d6b260.txt");
    std::fs::read_to_string(file).expect("the document stands beside the checkout")
}

fn read(text: &str) -> Reading {
    import::read(text.as_bytes()).expect("it is a decision")
}

async fn take(world: &World, text: &str) -> Result<TakenIn, Refusal> {
    take_in(&world.register, operator(), &read(text), "paatos.txt").await
}

async fn taken(world: &World, text: &str) -> TakenIn {
    take(world, text).await.expect("it is taken in")
}

/// The letters and figures of a text, in lower case.
fn squashed(text: &str) -> String {
    let lower = text.to_lowercase();
    lower.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every line of the document stands in one of the texts that are kept; of a line that was
/// divided between fields every word does.
fn assert_nothing_lost(document: &str, kept: &[String]) {
    let kept: Vec<String> = kept.iter().map(|text| squashed(text)).collect();
    let is_kept = |words: &str| {
        let words = squashed(words);
        kept.iter().any(|text| text.contains(&words))
    };
    let divided: Vec<&str> = document.lines().filter(|line| !is_kept(line)).collect();
    assert!(divided.len() <= 2, "{divided:#?}");
    for line in divided {
        let lost: Vec<&str> = line.split_whitespace().filter(|w| !is_kept(w)).collect();
        assert!(lost.is_empty(), "{lost:?} of {line}");
    }
}

/// Every text within a value.
fn texts(value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::String(text) => vec![text.clone()],
        serde_json::Value::Array(values) => values.iter().flat_map(texts).collect(),
        serde_json::Value::Object(fields) => fields.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

fn texts_of(value: &impl serde::Serialize) -> Vec<String> {
    texts(&serde_json::to_value(value).expect("it is written as JSON"))
}

async fn no_line_of_the_real_decision_is_lost_before_or_after_it_is_frozen(world: &World) {
    let id = taken(world, &real()).await.decision;
    let stored = world.sheet(id).await;
    let mut kept = texts_of(stored.decision.draft().expect("a draft"));
    let number = stored.case.number.expect("the case has its number");
    kept.push(number.to_string());
    assert_nothing_lost(&real(), &kept);
    let unrecognised = stored.unrecognised.reveal_to_official().clone();
    for noted in [
        "Päätöksen päivä: ei mainita tekstissä",
        "Allekirjoitettu viimeistään: 9.8.2023",
        "Otteen oikeaksi todistaa",
        "seitsemän päivän kuluessa",
        "140 §",
    ] {
        assert!(unrecognised.contains(noted), "{noted} in {unrecognised}");
    }

    record(world, id).await;
    let frozen = world.sheet(id).await;
    assert_eq!(frozen.unrecognised.reveal_to_official(), &unrecognised);
    let mut kept = texts_of(&frozen.decision.sealed().expect("it is frozen").content);
    kept.push(unrecognised);
    assert_nothing_lost(&real(), &kept);
}

/// Records the draft of the real decision as it was read.
async fn record(world: &World, id: DecisionId) {
    let record = RecordDraft {
        no_later_than: "9.8.2023".to_owned(),
        source: "paatos.txt".to_owned(),
        ..RecordDraft::default()
    };
    let (register, actor) = (&world.register, registrar());
    let recorded = decisions::record_elsewhere(register, actor, None, id, 1, &record).await;
    recorded.expect("what was read is complete");
}

async fn what_could_not_be_placed_is_never_public(world: &World) {
    let text = real().replacen("Allekirjoitus", "Allekirjoitus\nKANARIALINTU", 1);
    let id = taken(world, &text).await.decision;
    record(world, id).await;
    let on = day("18.8.2023");
    let published = decisions::publish(&world.register, registrar(), None, id, 2, &on).await;
    published.expect("it is published");
    let sheet = world.sheet(id).await;
    assert!(
        sheet
            .unrecognised
            .reveal_to_official()
            .contains("KANARIALINTU")
    );
    assert!(!format!("{sheet:?}").contains("KANARIALINTU"), "in a log");
    let section = "kaupunginjohtaja/2023/5".parse().expect("an address");
    let page = public::decision(&world.register, &section).await;
    let page = format!("{:?}", page.expect("it is public"));
    assert!(page.contains("Kaivoskumppani") && !page.contains("KANARIALINTU"));
}

async fn a_new_project_is_entered_with_its_plan(world: &World) {
    let taken = taken(world, &real()).await;
    assert_eq!(taken.case_number.to_string(), "KAJDno-2023-912");
    assert_eq!(taken.kept, None);
    // The grantee was there already.
    assert_eq!(
        taken.new_organisations,
        ["Kainuun liitto", "Sotkamon kunta", "Kajaanin kaupunki"]
    );
    let sheet = world.sheet(taken.decision).await;
    let project = sheet.project.expect("a project");
    assert_eq!(project.facts.name, "Kaivoskumppani");
    assert_eq!(project.facts.beneficiary, Some(world.grantee));
    assert_eq!(sheet.plan.expect("a plan").lines.len(), 2);
    assert!(
        sheet.reading.expect("a draft").is_ok(),
        "nothing is missing"
    );
}

async fn an_existing_project_is_kept_and_the_differences_are_said(world: &World) {
    let case = world.case("KAJDno-2023-912").await;
    let project = world.project(case, "Kaivoskumppani").await;
    let (register, actor) = (&world.register, operator());
    let read = read(&real());
    let own = organisations::OrganisationDraft {
        name: "Kainuun liitto".to_owned(),
        kind: "authority".to_owned(),
        business_id: String::new(),
    };
    let added = organisations::add(register, actor, None, &own).await;
    added.expect("a new organisation is added");
    let mut plan = FundingPlanDraft {
        reason: "Ensimmäinen versio".to_owned(),
        years: vec![2023],
        ..FundingPlanDraft::default()
    };
    plan.rows = vec![read.plan.rows[0].clone()];
    plan.rows[0].share = "75".to_owned();
    plan.rows[0].amounts = vec![String::new()];
    let saved = funding_plans::save(register, actor, None, project, 0, &plan).await;
    saved.expect("a plan is saved");
    let text = real().replacen("lokakuusta 2022", "marraskuusta 2022", 1);
    let taken = taken(world, &text).await;
    let kept = taken.kept.expect("the project was there");
    assert_eq!(
        (kept.slug.as_str(), kept.name.as_str()),
        ("kaivoskumppani", "Kaivoskumppani")
    );
    let places: Vec<&str> = kept.otherwise.iter().map(place).collect();
    assert_eq!(
        places,
        [
            "summary",
            "first_month",
            "programme_number",
            "programme_date",
            "plan"
        ]
    );
    let first = Otherwise::Fact {
        place: "first_month".to_owned(),
        kept: "10/2022".to_owned(),
        stated: "11/2022".to_owned(),
    };
    assert_eq!(kept.otherwise[1], first);
    let sheet = world.sheet(taken.decision).await;
    assert_eq!(sheet.plan.expect("the old plan").version, 1);
    let facts = sheet.project.expect("the old project").facts;
    assert_eq!(facts.programme_decision, None);
    let noted = sheet.unrecognised.reveal_to_official();
    for said in [
        "Hanke ”Kaivoskumppani” on jo rekisterissä",
        "Ensimmäinen kuukausi: rekisterissä 10/2022, asiakirjassa 11/2022.",
        "Kainuun liitto EU- ja valtion rahoitus 75 %, asiakirjassa",
    ] {
        assert!(noted.contains(said), "{said} in {noted}");
    }
}

fn place(fact: &Otherwise) -> &str {
    match fact {
        Otherwise::Fact { place, .. } => place,
        Otherwise::Plan { .. } => "plan",
    }
}

async fn a_document_that_says_the_same_of_its_project_says_no_difference(world: &World) {
    let first = taken(world, &real()).await;
    let project = world.sheet(first.decision).await.project;
    let project = project.expect("a project");
    let register = &world.register;
    // The same facts saved again by hand are still the same.
    let typed = (&project).into();
    let saved = projects::change(register, operator(), None, project.id, 1, &typed).await;
    saved.expect("the facts are saved");
    let other_section = real().replacen("§ 5", "§ 6", 1);
    let second = taken(world, &other_section).await;
    let kept = second.kept.expect("the project is there already");
    assert_eq!(kept.otherwise, []);
    assert_eq!(second.new_organisations, Vec::<String>::new());
}

async fn a_second_document_of_the_same_section_is_refused(world: &World) {
    let first = taken(world, &real()).await;
    let of_another_case = real().replacen("2023-912", "2023-913", 1);
    let refused = |result: Result<TakenIn, Refusal>| match result {
        Err(Refusal::Incomplete(findings)) => findings,
        other => unreachable!("a double is refused, not {other:?}"),
    };
    let taken_already = Finding::at("section", FindingCode::SectionTaken).into();
    for text in [real(), of_another_case.clone()] {
        assert_eq!(refused(take(world, &text).await), taken_already, "a draft");
    }
    record(world, first.decision).await;
    for text in [real(), of_another_case] {
        assert_eq!(refused(take(world, &text).await), taken_already, "frozen");
    }
    let events = world.events(0).await;
    let imported = events.iter().filter(|code| **code == "decision_imported");
    assert_eq!(imported.count(), 1);
}
