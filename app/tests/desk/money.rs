//! The pages of the money of all projects, rendered.

use app::pages::desk::{all_funding, commitment_list};
use app::render;
use app::shell::Shell;
use domain::budget::Promised;
use domain::commitment::{CommitmentKey, Drawn};
use domain::decision::{Commitment, CommitmentStrength, EurosGap};
use domain::funding::{FundingCategory, Payer};
use domain::role::Role;
use domain::view::commitment_list::{CommitmentFilter, CommitmentLine, CommitmentList, Named};
use domain::view::funding::{
    CityYear, FundingFilter, FundingSheet, Gap, PayerRow, Planned, PlannedLine, PlannedLines,
    Shortfall,
};
use domain::{Lang, Money};

use super::pages::Rendered;
use super::{id, shell};
use crate::common;

/// The list of commitments, the plans by year and funder, and the rows of a sum.
pub(super) fn of_money(shell: &Shell, text: &str) -> Vec<Rendered> {
    vec![
        (
            "sitoumukset",
            render::desk(|| commitment_list::page(shell, &list(text))),
        ),
        (
            "rahoitus",
            render::desk(|| all_funding::page(shell, &sheet(text))),
        ),
        (
            "rahoitus/rivit",
            render::desk(|| all_funding::rows(shell, &lines(text))),
        ),
    ]
}

fn promised() -> Promised {
    Promised {
        granted: Money::from_cents(859_800),
        conditional: Money::from_cents(200_000),
        provided_for: Money::from_cents(10_980_000),
        ..Promised::default()
    }
}

pub(super) fn list(text: &str) -> CommitmentList {
    let commitment = Commitment {
        year: Some(2022),
        amount: Money::from_cents(200_000),
        strength: CommitmentStrength::Conditional,
        budget_line: Some(text.to_owned()),
        condition: Some(text.to_owned()),
    };
    CommitmentList {
        filter: CommitmentFilter {
            budget_line: Some(Named::Is(text.to_owned())),
            ..CommitmentFilter::default()
        },
        lines: vec![CommitmentLine {
            key: CommitmentKey {
                decision: id(5),
                line: 2,
            },
            section: common::section("kaupunginjohtaja", 2023, 5),
            decision_maker: text.to_owned(),
            case_number: None,
            project: Some((common::slug("kainuu-wind"), text.to_owned())),
            beneficiary: Some(text.to_owned()),
            drawn: Drawn {
                strength: CommitmentStrength::Granted,
                amount: Money::from_cents(150_000),
                paid: Money::from_cents(40_000),
            },
            commitment,
        }],
        total: 51,
        pages: 2,
        promised: promised(),
        by_year: vec![(Some(2022), promised())],
        years: vec![2023, 2022],
        series: Vec::new(),
        projects: vec![(common::slug("kainuu-wind"), text.to_owned())],
    }
}

fn planned(known: Option<i64>, unknown: u64) -> Planned {
    Planned {
        known: known.map(Money::from_cents),
        unknown,
    }
}

fn sheet(text: &str) -> FundingSheet {
    let city = Payer::Organisation(id(3));
    let row = |payer, name: Option<&str>, of_years: [Planned; 2], total| PayerRow {
        payer,
        name: name.map(str::to_owned),
        of_years: of_years.to_vec(),
        total,
    };
    let nothing = Planned::default();
    let of_city = planned(Some(859_800), 0);
    let missing = planned(Some(1_000_000), 2);
    FundingSheet {
        filter: FundingFilter::default(),
        years: vec![Some(2022), None],
        payers: vec![
            row(city, Some(text), [of_city, nothing], of_city),
            row(Payer::Missing, None, [nothing, missing], missing),
        ],
        of_years: vec![of_city, missing],
        total: planned(Some(1_859_800), 2),
        city_payer: Some(city),
        city: vec![CityYear {
            year: Some(2022),
            planned: of_city,
            promised: promised(),
        }],
        all_payers: vec![(city, Some(text.to_owned())), (Payer::Missing, None)],
        all_years: vec![2022, 2023],
        projects: Vec::new(),
        shortfalls: vec![Shortfall {
            project: (common::slug("kainuu-wind"), text.to_owned()),
            missing,
        }],
        gaps: vec![Gap {
            decision: id(5),
            title: text.to_owned(),
            gap: EurosGap {
                stated: Money::from_cents(11_980_000),
                in_lines: Money::from_cents(10_980_000),
            },
        }],
    }
}

fn lines(text: &str) -> PlannedLines {
    let line = |amount| PlannedLine {
        project: (common::slug("kainuu-wind"), text.to_owned()),
        version: 2,
        payer: Payer::Together,
        funders: vec![text.to_owned(), "Kajaanin kaupunki".to_owned()],
        category: FundingCategory::MunicipalShare,
        year: Some(2022),
        amount,
    };
    PlannedLines {
        year: Some(Named::Is(2022)),
        filter: FundingFilter::default(),
        payer_name: None,
        lines: vec![line(Some(Money::from_cents(859_800))), line(None)],
        total: planned(Some(859_800), 1),
        count: 2,
        page: 1,
        pages: 1,
    }
}

fn html(page: &str) -> String {
    let shell = shell(Lang::Fi, Role::Finance);
    let pages = of_money(&shell, "Kainuu & Wind").into_iter();
    let mut found = pages.filter(|(name, _)| *name == page);
    found.next().unwrap().1.replace('\u{a0}', " ")
}

#[test]
fn sums_of_commitments_lead_to_their_rows_and_files_keep_the_filter() {
    let html = html("sitoumukset");
    for expected in [
        "/tyopoyta/sitoumukset?kohta=Kainuu%20%26%20Wind&amp;sitovuus=conditional",
        "/tyopoyta/sitoumukset.xlsx?kohta=Kainuu%20%26%20Wind",
        "/tyopoyta/sitoumukset.csv?kohta=Kainuu%20%26%20Wind&amp;muoto=excel",
        "/tyopoyta/sitoumukset?kohta=Kainuu%20%26%20Wind&amp;sivu=2",
        // What is only provided for is not in the sum.
        "10 598,00 €",
        "109 800,00 €",
        "/tyopoyta/paatokset/01890000-0000-7000-8000-000000000005",
        // What is left of the promise leads to what became of it.
        "/tyopoyta/sitoumukset/01890000-0000-7000-8000-000000000005/2",
        "1 500,00 €",
        "400,00 €",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
}

#[test]
fn an_empty_list_says_why() {
    let shell = shell(Lang::Fi, Role::Finance);
    let empty = CommitmentList {
        filter: CommitmentFilter::default(),
        lines: Vec::new(),
        total: 0,
        pages: 1,
        promised: Promised::default(),
        by_year: Vec::new(),
        ..list("x")
    };
    let html = render::desk(|| commitment_list::page(&shell, &empty));
    assert!(html.contains("Ei vielä sitoumuksia."), "{html}");
    let narrowed = CommitmentList {
        filter: list("x").filter,
        ..empty
    };
    let html = render::desk(|| commitment_list::page(&shell, &narrowed));
    assert!(
        html.contains("Näillä rajauksilla ei ole sitoumuksia."),
        "{html}"
    );
}

#[test]
fn every_figure_of_the_plans_leads_to_its_rows_and_nothing_unknown_is_0() {
    let html = html("rahoitus");
    for expected in [
        "/tyopoyta/rahoitus/rivit?rahoittaja=01890000-0000-7000-8000-000000000003&amp;vuosi=2022",
        "/tyopoyta/rahoitus/rivit?rahoittaja=puuttuva&amp;vuosi=-",
        "/tyopoyta/rahoitus/rivit?vuosi=2022",
        "/tyopoyta/sitoumukset?vuosi=2022",
        "10 000,00 € + 2 tuntematonta",
        "18 598,00 € + 2 tuntematonta",
        "role=\"img\"",
        // The gap of the case of 19.12.2023.
        "119 800,00 €",
        "109 800,00 €",
    ] {
        assert!(html.contains(expected), "{expected} in {html}");
    }
    // A cell of a funder and a year without a plan is empty.
    assert!(!html.contains(">0,00 €<"), "{html}");
}

#[test]
fn the_rows_of_a_sum_say_the_same_sum() {
    let html = html("rahoitus/rivit");
    assert!(html.contains("8 598,00 € + 1 tuntematon"), "{html}");
    assert!(
        html.contains("/tyopoyta/rahoitus/rivit.xlsx?vuosi=2022"),
        "{html}"
    );
    assert!(html.contains("ei tiedossa"), "{html}");
}
