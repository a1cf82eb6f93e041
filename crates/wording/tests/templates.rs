//! What a new decision begins with.

use domain::Lang;
use domain::city::LocalName;
use domain::decision::{
    CommitmentStrength, DecisionDraft, DecisionKind, Readiness, has_placeholder,
};
use domain::finding::FindingCode;
use domain::money::{Money, Share};
use domain::project::{Month, ProjectPeriod};
use domain::text::Text;
use wording::template::{Facts, draft, withheld};

fn city() -> LocalName {
    LocalName {
        fi: "Kajaanin kaupunki".to_owned(),
        sv: "Kajana stad".to_owned(),
        en: "The City of Kajaani".to_owned(),
    }
}

fn facts() -> Facts {
    let month = |year, month| Month { year, month };
    Facts {
        project: Some("Kaivos{kumppani}".to_owned()),
        beneficiary: Some("Esimerkkiopisto Oy".to_owned()),
        period: ProjectPeriod::new(month(2022, 10), month(2024, 9)).ok(),
        share: Share::try_from(1_000).ok(),
        sums: vec![
            (2023, Money::from_cents(250_000)),
            (2024, Money::from_cents(250_050)),
        ],
    }
}

/// The places that block a draft with a party, an authority and an office.
fn findings(draft: &DecisionDraft) -> Vec<(String, FindingCode)> {
    let complete = DecisionDraft {
        contact_office: "Kaupunginjohtaja".to_owned(),
        remedy: "rectification".to_owned(),
        ..draft.clone()
    };
    let against = Readiness {
        case_number: "KAJDno-2023-912".parse().ok(),
        project: None,
        period: None,
        decision_maker: Some("Kaupunginjohtaja".to_owned()),
        parties_may_be_unknown: true,
        provisions_may_be_unknown: false,
    };
    match complete.read(&against) {
        Ok(_) => Vec::new(),
        Err(found) => found.into_iter().map(|of| (of.place, of.code)).collect(),
    }
}

#[test]
fn every_template_is_markup_and_says_what_is_still_to_be_written() {
    for lang in Lang::ALL {
        for kind in DecisionKind::ALL {
            for facts in [facts(), Facts::default()] {
                let draft = draft(kind, lang, &city(), &facts);
                for text in [&draft.resolution, &draft.background] {
                    let read = Text::from_markup(text);
                    let read = read.unwrap_or_else(|error| panic!("{kind:?} {lang:?}: {error}"));
                    assert_eq!(
                        has_placeholder(&read.to_markup()),
                        has_placeholder(text),
                        "{text}"
                    );
                    let left = text.replace("[[", "").replace("]]", "");
                    assert!(!left.contains("{}") && !left.contains("{project"), "{text}");
                }
                assert!(has_placeholder(&draft.background), "{kind:?} {lang:?}");
                assert_eq!(
                    (draft.kind.as_str(), draft.lang.as_str()),
                    (kind.code(), lang.code())
                );
                assert!(!findings(&draft).is_empty(), "it cannot be sent as it is");
            }
        }
    }
}

#[test]
fn a_participation_is_filled_in_from_project_and_plan() {
    let draft = draft(DecisionKind::Participation, Lang::Fi, &city(), &facts());
    assert_eq!(
        draft.title,
        "Osallistuminen hankkeen Kaivos{kumppani} rahoitukseen"
    );
    assert_eq!(
        draft.resolution,
        "Kajaanin kaupunki osallistuu hankkeen Kaivos\\{kumppani\\} rahoitukseen: 2 500 euroa \
         vuonna 2023 ja 2 500,50 euroa vuonna 2024, yhteensä 5 000,50 euroa."
    );
    assert!(draft.background.contains("Esimerkkiopisto Oy"));
    assert!(draft.background.contains("10/2022"));
    assert!(draft.background.contains("10"), "{}", draft.background);
    let lines: Vec<_> = draft
        .commitments
        .iter()
        .map(|line| {
            (
                line.year.as_str(),
                line.amount.as_str(),
                line.strength.as_str(),
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            ("2023", "2 500,00", "granted"),
            ("2024", "2 500,50", "granted")
        ]
    );
}

#[test]
fn the_euros_of_a_filled_template_are_those_of_its_lines() {
    for lang in Lang::ALL {
        for kind in [
            DecisionKind::Grant,
            DecisionKind::Participation,
            DecisionKind::ConditionalPromise,
            DecisionKind::Provision,
        ] {
            let found = findings(&draft(kind, lang, &city(), &facts()));
            let disagree = found
                .iter()
                .any(|(_, code)| *code == FindingCode::EurosDisagree);
            assert!(!disagree, "{kind:?} {lang:?}: {found:?}");
        }
    }
}

#[test]
fn the_strength_of_the_lines_follows_from_the_kind() {
    for (kind, strength) in [
        (DecisionKind::Grant, CommitmentStrength::Granted),
        (DecisionKind::Participation, CommitmentStrength::Granted),
        (
            DecisionKind::ConditionalPromise,
            CommitmentStrength::Conditional,
        ),
        (DecisionKind::Provision, CommitmentStrength::ProvidedFor),
    ] {
        let draft = draft(kind, Lang::Sv, &city(), &facts());
        assert!(
            draft
                .commitments
                .iter()
                .all(|line| line.strength == strength.code())
        );
        let conditional = strength == CommitmentStrength::Conditional;
        assert_eq!(
            has_placeholder(&draft.commitments[0].condition),
            conditional
        );
    }
    for kind in [
        DecisionKind::Amendment,
        DecisionKind::Repeal,
        DecisionKind::Other,
    ] {
        assert!(
            draft(kind, Lang::Fi, &city(), &facts())
                .commitments
                .is_empty()
        );
    }
}

#[test]
fn what_was_not_copied_is_named_in_each_language() {
    let named = Lang::ALL.map(withheld);
    assert!(named.iter().all(|name| !name.is_empty()));
    assert!(named[0] != named[1] && named[1] != named[2]);
}
