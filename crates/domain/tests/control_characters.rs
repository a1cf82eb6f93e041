//! No control character gets through a form: not every database can keep one, and no page, feed or
//! PDF can show it.

use crate::common::{complete_draft, readiness};
use domain::decision::DecisionDraft;
use domain::finding::{Finding, FindingCode, Findings};
use domain::form::Pairs;
use domain::funding::{CostRowDraft, FundingPlanDraft, FundingRowDraft};
use domain::id::OrganisationId;
use domain::organisation::OrganisationKind;
use domain::project::{ContactDraft, OrganisationChoice, ProjectDraft};
use domain::service::{ServiceDraft, ServiceLimits};
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

fn control() -> impl Strategy<Value = char> {
    let controls: Vec<char> = ('\0'..='\u{9f}').filter(|c| c.is_control()).collect();
    prop::sample::select(controls)
}

/// The fields with a character put into the middle of one of them, and its place.
fn damaged(pairs: &Pairs, field: prop::sample::Index, character: char) -> (Pairs, String) {
    let mut pairs = pairs.clone();
    let at = field.index(pairs.len());
    let (place, value) = &mut pairs[at];
    let middle = value.chars().count() / 2;
    let mut damaged: String = value.chars().take(middle.max(1)).collect();
    if damaged.is_empty() {
        damaged.push('a');
    }
    damaged.push(character);
    damaged.extend(value.chars().skip(middle.max(1)));
    damaged.push('a');
    *value = damaged;
    let place = place.clone();
    (pairs, place)
}

fn found<T>(read: Result<T, Findings>, place: &str) -> bool {
    let Err(findings) = read else { return false };
    findings.iter().any(|finding| finding.place == place)
}

fn project() -> ProjectDraft {
    ProjectDraft {
        name: "Hanke".to_owned(),
        summary: "Kuvaus.".to_owned(),
        city_role: "co_funder".to_owned(),
        beneficiary: Uuid::nil().to_string(),
        first_month: "10/2022".to_owned(),
        last_month: "9/2024".to_owned(),
        funding_authority: Uuid::nil().to_string(),
        programme: "Ohjelma".to_owned(),
        specific_objective: "1.1".to_owned(),
        project_code: "A80001".to_owned(),
        programme_number: "EURA 1".to_owned(),
        programme_date: "17.4.2023".to_owned(),
        municipality: "Kajaani".to_owned(),
        latitude: "64,227".to_owned(),
        longitude: "27,728".to_owned(),
        joint: vec![OrganisationChoice {
            organisation: Uuid::from_u128(1).to_string(),
        }],
        partners: vec![OrganisationChoice {
            organisation: Uuid::from_u128(2).to_string(),
        }],
        contacts: vec![ContactDraft {
            contact_office: "Projektipäällikkö".to_owned(),
            contact_person: "Nimi".to_owned(),
            email: "nimi@kunta.example".to_owned(),
            phone: "08 123".to_owned(),
        }],
    }
}

fn plan() -> FundingPlanDraft {
    FundingPlanDraft {
        reason: "Ensimmäinen versio".to_owned(),
        total_cost: "100".to_owned(),
        years: vec![2023],
        rows: vec![FundingRowDraft {
            funders: "Kainuun liitto".to_owned(),
            category: "eu_and_state".to_owned(),
            share: "80".to_owned(),
            total: "80".to_owned(),
            amounts: vec!["80".to_owned()],
            part: false,
        }],
        cost_model: "actual".to_owned(),
        support_kind: "development".to_owned(),
        rate_reason: "Peruste".to_owned(),
        costs: vec![CostRowDraft {
            category: "salaries".to_owned(),
            total: "100".to_owned(),
            amounts: vec!["100".to_owned()],
        }],
    }
}

proptest! {
    #[test]
    fn in_any_field_of_a_decision_it_is_found(
        field: prop::sample::Index,
        character in control(),
    ) {
        let mut pairs = complete_draft().to_pairs();
        // The choice of the series, the number and the notes are read by the register.
        pairs.retain(|(place, _)| {
            ![
                "lang",
                "series",
                "section",
                "unrecognised",
                "not_personal",
            ]
            .contains(&&**place)
        });
        let (pairs, place) = damaged(&pairs, field, character);
        let read = DecisionDraft::from_pairs(&pairs).read(&readiness());
        let may_stand = DecisionDraft::LINES.contains(&&*place) && character.is_whitespace();
        prop_assert_eq!(found(read, &place), !may_stand, "{} {:?}", place, character);
    }

    #[test]
    fn in_any_field_of_a_project_it_is_found(field: prop::sample::Index, character in control()) {
        let (pairs, place) = damaged(&project().to_pairs(), field, character);
        let read = ProjectDraft::from_pairs(&pairs).read(Uuid::nil().into());
        let may_stand = place == "summary" && character.is_whitespace();
        prop_assert_eq!(found(read, &place), !may_stand, "{} {:?}", place, character);
    }

    #[test]
    fn in_any_field_of_a_plan_it_is_found(field: prop::sample::Index, character in control()) {
        let mut pairs = plan().to_pairs();
        // The page sends the years and the categories of costs; nobody types them.
        pairs.retain(|(place, _)| place != "years" && place != "costs-0-category");
        let (mut pairs, place) = damaged(&pairs, field, character);
        pairs.push(("years".to_owned(), "2023".to_owned()));
        pairs.push(("costs-0-category".to_owned(), "salaries".to_owned()));
        let id = OrganisationId::from(Uuid::nil());
        let known = |name: &str| (name == "Kainuun liitto").then_some(id);
        let read = FundingPlanDraft::from_pairs(&pairs).read(known);
        prop_assert!(found(read, &place), "{} {:?}", place, character);
    }

    #[test]
    fn in_any_text_of_a_service_it_is_found(character in control()) {
        let limits = ServiceLimits {
            kind: OrganisationKind::Private,
            decided_on: None,
            today: date!(2023 - 08 - 21),
        };
        let whole = ServiceDraft {
            means: "letter".to_owned(),
            ..ServiceDraft::default()
        };
        let typed = format!("a{character}b");
        let consent = ServiceDraft { consent: typed.clone(), ..whole.clone() };
        prop_assert!(found(consent.read(&limits), "consent"), "{:?}", character);
        let proof = ServiceDraft { proof: typed, ..whole };
        prop_assert!(found(proof.read(&limits), "proof"), "{:?}", character);
    }

    #[test]
    fn a_text_without_one_is_taken(text in "[^\\p{Cc}]{0,60}") {
        let mut findings = Findings::default();
        findings.text("title", &text, 60);
        findings.lines("summary", &format!("{text}\n\t{text}"), 200);
        prop_assert!(findings.is_empty());
    }
}

#[test]
fn the_null_character_is_found_by_its_name() {
    let mut findings = Findings::default();
    findings.text("title", "a\0b", 60);
    findings.lines("summary", "a\0b", 60);
    let control = FindingCode::ControlCharacter;
    let expected = [
        Finding::at("title", control),
        Finding::at("summary", control),
    ];
    assert!(findings.iter().eq(&expected));
}
