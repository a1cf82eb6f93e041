//! A complete draft that the tests take apart, and what it is read against.

use domain::decision::{CommitmentDraft, DecisionDraft, PartyDraft, Readiness};
use domain::id::OrganisationId;
use domain::project::{Month, ProjectPeriod};
use uuid::Uuid;

/// A draft in which nothing is missing: 2 500 € in 2023 and 2 500 € in 2024.
pub(crate) fn complete_draft() -> DecisionDraft {
    let line = |year: &str| CommitmentDraft {
        year: year.to_owned(),
        amount: "2 500,00".to_owned(),
        strength: "granted".to_owned(),
        ..CommitmentDraft::default()
    };
    DecisionDraft {
        title: "Osallistuminen hankkeen rahoitukseen".to_owned(),
        lang: "fi".to_owned(),
        series: "kaupunginjohtaja".to_owned(),
        resolution: "Osallistutaan 2 500 eurolla vuonna 2023 ja 2 500 eurolla vuonna 2024."
            .to_owned(),
        background: "Hanke hakee kuntarahoitusta.".to_owned(),
        authority: "Hallintosääntö 17 §".to_owned(),
        applied_provisions: "Kuntalaki 7 §".to_owned(),
        commitments: vec![line("2023"), line("2024")],
        contact_office: "Kaupunginjohtaja".to_owned(),
        distribution: "Talouspalvelut\n\n Kirjaamo ".to_owned(),
        parties: vec![PartyDraft {
            organisation: OrganisationId::from(Uuid::from_u128(7)).to_string(),
            means: "letter".to_owned(),
        }],
        remedy: "rectification".to_owned(),
        ..DecisionDraft::default()
    }
}

/// The case and project of the complete draft: the project runs 10/2022–9/2024.
pub(crate) fn readiness() -> Readiness {
    let month = |year, month| Month { year, month };
    Readiness {
        case_number: Some("KAJDno-2023-912".parse().expect("a case number")),
        project: None,
        period: ProjectPeriod::new(month(2022, 10), month(2024, 9)).ok(),
        decision_maker: Some("Kaupunginjohtaja".to_owned()),
        parties_may_be_unknown: false,
        provisions_may_be_unknown: false,
    }
}
