//! What is missing before a draft can be signed: each code that reading a draft gives has its case.

use std::collections::BTreeSet;

use crate::common::{complete_draft, readiness};
use domain::decision::{
    ChangeDraft, CommitmentDraft, DecisionDraft, PartyDraft, Readiness, euros_in,
};
use domain::finding::FindingCode;
use domain::text::Text;
use domain::{Lang, Money};
use proptest::prelude::*;

/// A change of the complete draft and the one finding that follows.
struct Case {
    change: fn(&mut DecisionDraft),
    place: &'static str,
    code: FindingCode,
}

const fn case(change: fn(&mut DecisionDraft), place: &'static str, code: FindingCode) -> Case {
    Case {
        change,
        place,
        code,
    }
}

const CASES: [Case; 40] = {
    use FindingCode as F;
    [
        case(|d| d.title = " ".into(), "title", F::Missing),
        case(|d| d.title = "ä".repeat(301), "title", F::TooLong),
        case(|d| d.background.clear(), "background", F::Missing),
        case(
            |d| d.background = "x".repeat(200_001),
            "background",
            F::TooLong,
        ),
        case(
            |d| d.background = "{personal|}".into(),
            "background",
            F::Missing,
        ),
        case(
            |d| d.background = "{personal|auki".into(),
            "background",
            F::TextNotReadable,
        ),
        case(
            |d| d.resolution.push_str(" {x|y}"),
            "resolution",
            F::TextNotReadable,
        ),
        case(|d| d.authority.clear(), "authority", F::Missing),
        case(|d| d.authority = "x".repeat(501), "authority", F::TooLong),
        case(
            |d| d.applied_provisions = "x".repeat(2_501),
            "applied_provisions",
            F::TooLong,
        ),
        case(
            |d| d.applied_provisions.clear(),
            "applied_provisions",
            F::ProvisionsMissing,
        ),
        case(
            |d| d.authority = "[[hallintosäännön pykälä]]".into(),
            "authority",
            F::PlaceholderLeft,
        ),
        case(|d| d.kind = "present".into(), "kind", F::UnknownChoice),
        case(
            |d| d.contact_office = "\u{a0}".into(),
            "contact_office",
            F::Missing,
        ),
        case(
            |d| d.contact_person = "x".repeat(501),
            "contact_person",
            F::TooLong,
        ),
        case(|d| d.remedy.clear(), "remedy", F::RemedyMissing),
        case(|d| d.remedy = "prayer".into(), "remedy", F::RemedyMissing),
        case(
            |d| d.parties.clear(),
            "parties-0-organisation",
            F::PartyMissing,
        ),
        case(
            |d| d.parties[0].organisation = "KAMK".into(),
            "parties-0-organisation",
            F::UnknownOrganisation,
        ),
        case(
            |d| {
                d.changes.push(ChangeDraft {
                    section: "§ 5".into(),
                    effect: "repeals".into(),
                });
            },
            "changes-0-section",
            F::UnknownDecision,
        ),
        case(
            |d| {
                d.changes.push(ChangeDraft {
                    section: "kaupunginjohtaja/2022/4".into(),
                    effect: "annuls".into(),
                });
            },
            "changes-0-effect",
            F::UnknownChoice,
        ),
        case(
            |d| d.parties[0].means.clear(),
            "parties-0-means",
            F::MeansMissing,
        ),
        case(
            |d| d.parties[0].means = "pigeon".into(),
            "parties-0-means",
            F::MeansMissing,
        ),
        case(
            |d| d.remedy = "market-court-6-months".into(),
            "parties-0-means",
            F::MeansNotForRemedy,
        ),
        case(
            |d| d.commitments[1].year = "2025".into(),
            "commitments-1-year",
            F::YearOutsideProject,
        ),
        case(
            |d| d.commitments[1].year = "24".into(),
            "commitments-1-year",
            F::NotAYear,
        ),
        case(
            |d| d.commitments[1].year = "+2024".into(),
            "commitments-1-year",
            F::NotAYear,
        ),
        case(
            |d| d.commitments[0].amount = "0".into(),
            "commitments-0-amount",
            F::AmountNotPositive,
        ),
        case(
            |d| d.commitments[0].strength.clear(),
            "commitments-0-strength",
            F::UnknownChoice,
        ),
        case(
            |d| d.commitments[0].strength = "conditional".into(),
            "commitments-0-condition",
            F::ConditionMissing,
        ),
        case(
            |d| d.commitments[0].budget_line = "9".repeat(61),
            "commitments-0-budget_line",
            F::TooLong,
        ),
        case(
            |d| {
                d.commitments[0].strength = "conditional".into();
                d.commitments[0].condition = "x".repeat(501);
            },
            "commitments-0-condition",
            F::TooLong,
        ),
        case(
            |d| d.commitments[0].amount.clear(),
            "commitments-0-amount",
            F::Missing,
        ),
        case(
            |d| d.commitments[0].amount = "paljon".into(),
            "commitments-0-amount",
            F::NotAnAmount,
        ),
        case(
            |d| d.commitments[0].amount = "2 500,005".into(),
            "commitments-0-amount",
            F::AmountTooPrecise,
        ),
        case(
            |d| d.commitments[0].amount = "2.500".into(),
            "commitments-0-amount",
            F::AmountAmbiguous,
        ),
        case(
            |d| d.commitments[0].amount = "9".repeat(30),
            "commitments-0-amount",
            F::AmountTooLarge,
        ),
        case(
            |d| d.commitments[0].amount = "2 499,99".into(),
            "resolution",
            F::EurosDisagree,
        ),
        case(
            |d| d.commitments[0].condition = "Hanke saa EAKR-rahoituksen".into(),
            "commitments-0-condition",
            F::ConditionNotAllowed,
        ),
        case(
            |d| d.resolution.push_str(" Lisäksi 10 €."),
            "resolution",
            F::EurosDisagree,
        ),
    ]
};

fn findings(draft: &DecisionDraft) -> Vec<(String, FindingCode)> {
    match draft.read(&readiness()) {
        Ok(_) => Vec::new(),
        Err(findings) => findings.into_iter().map(|f| (f.place, f.code)).collect(),
    }
}

#[test]
fn a_complete_draft_is_read_into_its_content() {
    let content = complete_draft()
        .read(&readiness())
        .expect("nothing is missing");
    assert_eq!(content.commitments.0.len(), 2);
    assert_eq!(content.commitments.0[1].amount, Money::from_cents(250_000));
    assert_eq!(
        content.distribution.reveal_to_official(),
        &["Talouspalvelut", "Kirjaamo"]
    );
    assert_eq!(content.parties.reveal_to_official().len(), 1);
    assert_eq!(content.lang, Lang::Fi);
    assert_eq!(content.decision_maker.0, "Kaupunginjohtaja");
}

#[test]
fn each_defect_is_found_where_it_can_be_mended() {
    for (at, case) in CASES.iter().enumerate() {
        let mut draft = complete_draft();
        (case.change)(&mut draft);
        let found = findings(&draft);
        assert!(
            found.contains(&(case.place.to_owned(), case.code)),
            "case {at}: {} {:?} is not in {found:?}",
            case.place,
            case.code
        );
        // A line whose amount cannot be read is missing from the euros as well.
        let others = found.iter().filter(|(place, code)| {
            (place.as_str(), *code) != (case.place, case.code)
                && (place.as_str(), *code) != ("resolution", FindingCode::EurosDisagree)
        });
        assert_eq!(others.count(), 0, "case {at}: {found:?}");
    }
}

#[test]
fn every_code_that_reading_a_draft_gives_has_a_case() {
    // What stands outside the form, such as the number of the case, has a test of its own.
    let outside = [FindingCode::CaseNumberUnknown];
    let covered: BTreeSet<_> = CASES.iter().map(|case| case.code).chain(outside).collect();
    let source = include_str!("../src/decision/read.rs");
    let named = FindingCode::ALL.iter().filter(|code| {
        let name = format!("FindingCode::{code:?}");
        source
            .match_indices(&name)
            .any(|(at, _)| !source[at + name.len()..].starts_with(|c: char| c.is_alphanumeric()))
    });
    let uncovered: Vec<_> = named.filter(|code| !covered.contains(code)).collect();
    assert!(uncovered.is_empty(), "{uncovered:?}");
}

#[test]
fn a_draft_of_a_case_without_a_number_cannot_be_frozen() {
    let against = Readiness {
        case_number: None,
        ..readiness()
    };
    let findings = complete_draft()
        .read(&against)
        .expect_err("it has no number");
    let found: Vec<_> = findings.into_iter().map(|f| (f.place, f.code)).collect();
    assert_eq!(
        found,
        [("case_number".to_owned(), FindingCode::CaseNumberUnknown)]
    );
}

#[test]
fn an_empty_draft_gives_every_missing_part_at_once() {
    let against = Readiness {
        decision_maker: None,
        ..readiness()
    };
    let findings = DecisionDraft::default()
        .read(&against)
        .expect_err("all is missing");
    let places: Vec<&str> = findings
        .iter()
        .map(|finding| finding.place.as_str())
        .collect();
    let expected = [
        "title",
        "series",
        "resolution",
        "background",
        "authority",
        "applied_provisions",
        "contact_office",
        "remedy",
        "parties-0-organisation",
    ];
    assert_eq!(places, expected);
}

#[test]
fn rows_in_which_nothing_was_typed_are_left_out() {
    let mut draft = complete_draft();
    draft.commitments.insert(
        0,
        CommitmentDraft {
            strength: "granted".to_owned(),
            ..CommitmentDraft::default()
        },
    );
    draft.parties.push(PartyDraft {
        means: "letter".to_owned(),
        ..PartyDraft::default()
    });
    draft.compact();
    assert_eq!(draft, complete_draft());
}

#[test]
fn a_decision_recorded_from_a_bodys_minutes_need_not_name_a_party() {
    let mut draft = complete_draft();
    draft.parties.clear();
    let from_minutes = Readiness {
        parties_may_be_unknown: true,
        ..readiness()
    };
    let content = draft.read(&from_minutes);
    assert_eq!(
        content.map(|content| content.parties.reveal_to_official().len()),
        Ok(0)
    );
}

#[test]
fn a_commitment_of_an_unnamed_year_and_a_project_of_unknown_period_are_possible() {
    let mut draft = complete_draft();
    draft.commitments[0].year.clear();
    draft.commitments[1].year = "2040".to_owned();
    let against = Readiness {
        period: None,
        ..readiness()
    };
    let content = draft.read(&against).expect("nothing contradicts");
    assert_eq!(content.commitments.0[0].year, None);
}

#[test]
fn the_resolution_names_each_line_once_and_possibly_their_sum() {
    let cases = [
        ("2 500 € ja 2500 euroa", true),
        ("2 500 € ja 2 500,00 €, yhteensä 5 000 €", true),
        (
            "5 000 euroa, siitä 2 500 euroa vuonna 2023 ja 2 500 euroa vuonna 2024",
            true,
        ),
        ("yhteensä 5 000 €", false),
        ("2 500 €", false),
        ("2 500 €, 2 500 € ja 2 500 €", false),
        ("2 500 € ja 2 500 €, yhteensä 6 000 €", false),
        ("ei euroja", false),
        ("{personal|2 500 €} ja 2 500 €", true),
    ];
    for (resolution, agrees) in cases {
        let mut draft = complete_draft();
        resolution.clone_into(&mut draft.resolution);
        assert_eq!(draft.read(&readiness()).is_ok(), agrees, "{resolution}");
    }
}

#[test]
fn euros_are_found_as_people_write_them_and_nothing_else_is() {
    let cases: [(&str, &[i64]); 20] = [
        (
            "2500 eurolla tilikaudella 2023 ja 2500 eurolla tilikaudella 2024.",
            &[250_000, 250_000],
        ),
        ("vuonna 2023 500 euroa", &[50_000]),
        ("1 234 567,89 €", &[123_456_789]),
        ("1\u{a0}000\u{a0}€:lla", &[100_000]),
        ("(2500 €)", &[250_000]),
        ("5000€.", &[500_000]),
        ("”10 euroa”", &[1_000]),
        ("155 222 euron kokonaisrahoitus", &[15_522_200]),
        ("grant of €2,500.00, and €1.", &[250_000, 100]),
        ("2 500 euros, 10 euro", &[250_000, 1_000]),
        ("hankintojen määrällä (€/v)", &[]),
        ("vuonna 2030 Eurooppa ja 12 euroalueella", &[]),
        ("5 t€ ja 5 milj. € ja 5 milj.€", &[]),
        ("klo 15.00–16.00 euro", &[1_600]),
        ("1.2.2023 euroa", &[]),
        ("€", &[]),
        ("euroa €", &[]),
        ("99999999999999999999 €", &[]),
        ("17 § ja 12/2021", &[]),
        ("| 10 €", &[1_000]),
    ];
    for (words, expected) in cases {
        let text = Text::from_markup(&words.replace('|', "\\|")).expect("plain words");
        let found: Vec<i64> = euros_in(&text).into_iter().map(Money::cents).collect();
        assert_eq!(found, expected, "{words}");
    }
}

proptest! {
    #[test]
    fn reading_a_draft_of_anything_never_panics(
        typed in prop::collection::vec(any::<String>(), 12),
    ) {
        let field = |at: usize| typed[at].clone();
        let draft = DecisionDraft {
            title: field(0), lang: field(1), series: field(2), section: field(3),
            resolution: field(4), background: field(5), authority: field(6), remedy: field(7),
            commitments: vec![CommitmentDraft {
                year: field(8), amount: field(9), strength: field(10), ..CommitmentDraft::default()
            }],
            parties: vec![PartyDraft { organisation: field(11), means: field(0) }],
            ..DecisionDraft::default()
        };
        let _ = draft.read(&readiness());
    }

    #[test]
    fn euros_are_looked_for_in_anything_without_panic(words in r"([0-9 .,€(\u{a0}äx-]|euroa|euro ){0,40}") {
        if let Ok(text) = Text::from_markup(&words) {
            let _ = euros_in(&text);
        }
    }

    #[test]
    fn an_amount_in_a_sentence_is_found(euros in 1_i64..1_000_000, year in 1_990_u16..2_200) {
        let text = Text::from_markup(&format!("Vuonna {year} {euros} euroa ja vuonna {year} {euros},50 €."));
        let cents = euros * 100;
        let expected = [Money::from_cents(cents), Money::from_cents(cents + 50)];
        prop_assert_eq!(text.map(|text| euros_in(&text)), Ok(expected.to_vec()));
    }
}
