//! What a decision begins with: the delegation it is made by, an earlier decision that is copied.

use crate::common::{complete_draft, readiness};
use domain::Money;
use domain::decision::{DecisionDraft, DecisionKind, typed_amount};
use domain::delegation::DelegationDraft;
use domain::finding::{Finding, FindingCode};
use proptest::prelude::*;

#[test]
fn a_delegation_is_read_whole_or_each_field_says_what_it_lacks() {
    let typed = DelegationDraft {
        series: "kaupunginjohtaja".to_owned(),
        provision: "Hallintosääntö 17 §".to_owned(),
        body: "Kaupunginhallitus".to_owned(),
        decided_on: "16.8.2022".to_owned(),
        section: "§ 155".to_owned(),
        limit: "10 000".to_owned(),
        kinds: vec!["grant".to_owned(), "participation".to_owned()],
        valid_from: "1.9.2022".to_owned(),
        ..DelegationDraft::default()
    };
    let facts = typed.read().expect("it is whole");
    let decision = facts.decision.clone().expect("it was delegated further");
    assert_eq!((decision.section, decision.year), (155, 2022));
    assert_eq!(facts.limit, Some(Money::from_cents(1_000_000)));
    let again = DelegationDraft::from(&facts);
    assert_eq!(again.read(), Ok(facts), "its form gives the same");
    assert_eq!(DelegationDraft::from_pairs(&again.to_pairs()), again);

    let broken = DelegationDraft {
        decided_on: String::new(),
        section: "x".to_owned(),
        limit: "0".to_owned(),
        kinds: vec!["present".to_owned()],
        valid_to: "31.8.2022".to_owned(),
        ..typed
    };
    let found = broken.read().expect_err("nearly nothing is right");
    let found: Vec<_> = found.iter().map(|f| (f.place.as_str(), f.code)).collect();
    assert_eq!(
        found,
        [
            ("decided_on", FindingCode::Missing),
            ("section", FindingCode::NotASection),
            ("limit", FindingCode::AmountNotPositive),
            ("kinds", FindingCode::KindsMissing),
            ("valid_to", FindingCode::LastDayBeforeFirst),
        ]
    );
    let empty = DelegationDraft::default()
        .read()
        .expect_err("nothing is there");
    let places: Vec<&str> = empty.iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(places, ["series", "provision", "kinds", "valid_from"]);
}

#[test]
fn an_earlier_decision_is_copied_without_what_was_withheld() {
    let earlier = DecisionDraft {
        kind: "participation".to_owned(),
        section: "5".to_owned(),
        background: "{personal|Maija Malli}{secret JulkL 24.1 §|salaa} esitti. \
                     {personal|N. N.} ei."
            .to_owned(),
        contact_person: "Maija Malli".to_owned(),
        ..complete_draft()
    };
    let content = earlier.read(&readiness()).expect("a complete draft");
    let copied = DecisionDraft::from_earlier(&content, "henkilötieto");
    assert_eq!(
        copied.background,
        "[[henkilötieto]] esitti. [[henkilötieto]] ei."
    );
    assert_eq!(copied.resolution, complete_draft().resolution);
    assert_eq!(copied.commitments, complete_draft().commitments);
    assert_eq!(copied.parties, complete_draft().parties);
    assert_eq!(copied.kind, "participation");
    for empty in [
        &copied.section,
        &copied.contact_person,
        &copied.distribution,
    ] {
        assert_eq!(empty, "");
    }
    let found = copied
        .read(&readiness())
        .expect_err("what was withheld is to be filled in");
    assert_eq!(
        found,
        Finding::at("background", FindingCode::PlaceholderLeft).into()
    );
}

#[test]
fn a_place_that_a_template_left_open_blocks_at_its_field() {
    let mut draft = complete_draft();
    draft.title = "Avustus hankkeelle [[hankkeen nimi]]".to_owned();
    draft.commitments[1].budget_line = "[[kohta]]".to_owned();
    draft.unrecognised = "[[ei päätöstä]]".to_owned();
    let found = draft.read(&readiness()).expect_err("it is not filled in");
    let places: Vec<&str> = found.iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(places, ["title", "commitments-1-budget_line"]);
    assert!(
        found
            .iter()
            .all(|finding| finding.code == FindingCode::PlaceholderLeft)
    );
}

#[test]
fn an_unknown_kind_is_refused_and_none_is_any_other() {
    let mut draft = complete_draft();
    draft.kind.clear();
    let content = draft.read(&readiness()).expect("a complete draft");
    assert_eq!(content.kind.0, DecisionKind::Other);
    draft.kind = "present".to_owned();
    let found = draft.read(&readiness()).expect_err("no such kind");
    assert_eq!(
        found,
        Finding::at("kind", FindingCode::UnknownChoice).into()
    );
    for kind in DecisionKind::ALL {
        assert_eq!(DecisionKind::from_code(kind.code()), Some(kind));
    }
}

proptest! {
    #[test]
    fn an_amount_is_read_from_how_it_is_typed(cents in 0_i64..1_000_000_000_000) {
        let amount = Money::from_cents(cents);
        prop_assert_eq!(typed_amount(amount).parse(), Ok(amount));
    }
}
