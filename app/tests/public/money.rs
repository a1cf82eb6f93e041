//! Where the city's euros go.

use app::pages::public::money;
use app::render;
use domain::budget::Promised;
use domain::commitment::Drawn;
use domain::decision::CommitmentStrength;
use domain::funding::{FundingCategory, Payer};
use domain::view::city_money::{
    CityMoney, Part, PlannedRows, ProjectMoney, PromiseRow, PromiseRows,
};
use domain::view::commitment_list::Named;
use domain::view::funding::{Planned, PlannedLine};
use domain::{Lang, Money};

use super::commitment;
use crate::common::{self, NOW};

/// The page, the rows of a budget line, and those of a payer.
pub(crate) fn pages(lang: Lang, text: &str) -> Vec<(&'static str, String)> {
    let shell = common::shell(lang, "/rahoitus", NOW);
    vec![
        (
            "/rahoitus",
            render::public(|| money::page(&shell, &all(text))),
        ),
        (
            "/rahoitus",
            render::public(|| money::promises(&shell, &promises(text))),
        ),
        (
            "/rahoitus",
            render::public(|| money::planned(&shell, &planned(text))),
        ),
    ]
}

fn promised(granted: i64, conditional: i64) -> Promised {
    Promised {
        granted: Money::from_cents(granted),
        conditional: Money::from_cents(conditional),
        ..Promised::default()
    }
}

fn all(text: &str) -> CityMoney {
    let missing = Planned {
        known: None,
        unknown: 2,
    };
    CityMoney {
        total: promised(1_568_400, 200_000),
        years: vec![
            (Some(2022), promised(859_800, 200_000)),
            (None, promised(708_600, 0)),
        ],
        budget_lines: vec![
            (Some(text.to_owned()), promised(859_800, 200_000)),
            (None, promised(708_600, 0)),
        ],
        projects: vec![ProjectMoney {
            slug: common::slug("kainuu-wind"),
            name: text.to_owned(),
            promised: promised(1_000_000, 0),
        }],
        further_projects: Some((3, promised(500_000, 0))),
        without_project: Some(promised(68_400, 200_000)),
        payers: vec![
            (Payer::Together, None, missing),
            (Payer::Missing, None, missing),
        ],
    }
}

fn promises(text: &str) -> PromiseRows {
    let mut made = commitment(
        2022,
        Money::from_cents(859_800),
        CommitmentStrength::Granted,
    );
    made.budget_line = Some(text.to_owned());
    PromiseRows {
        part: Part::BudgetLine(Named::Is(text.to_owned())),
        rows: vec![PromiseRow {
            section: common::section("kaupunginhallitus", 2022, 155),
            decision_maker: text.to_owned(),
            project: Some((common::slug("kainuu-wind"), text.to_owned())),
            beneficiary: Some(text.to_owned()),
            drawn: Drawn {
                strength: made.strength,
                amount: made.amount,
                paid: Money::from_cents(100_000),
            },
            commitment: made,
        }],
        promised: promised(859_800, 0),
        total: 51,
        page: 1,
        pages: 2,
    }
}

fn planned(text: &str) -> PlannedRows {
    let line = |amount| PlannedLine {
        project: (common::slug("kainuu-wind"), text.to_owned()),
        version: 1,
        payer: Payer::Missing,
        funders: Vec::new(),
        category: FundingCategory::StillToBeFound,
        year: None,
        amount,
    };
    PlannedRows {
        payer: Payer::Missing,
        name: None,
        lines: vec![line(Some(Money::from_cents(100))), line(None)],
        total: Planned {
            known: Some(Money::from_cents(100)),
            unknown: 1,
        },
        page: 1,
        pages: 2,
    }
}

#[test]
fn each_figure_leads_to_its_rows_and_what_is_conditional_stands_apart() {
    let [all, promises, planned] = &pages(Lang::Fi, "2911 & x")[..] else {
        unreachable!("three pages");
    };
    let [all, promises, planned] =
        [all, promises, planned].map(|(_, html)| html.replace('\u{a0}', " "));
    for expected in [
        "/rahoitus?vuosi=2022\"",
        "/rahoitus?vuosi=-\"",
        "/rahoitus?kohta=2911%20%26%20x\"",
        "/rahoitus?kohta=-\"",
        "/rahoitus?hanke=-\"",
        "/rahoitus?rahoittaja=puuttuva\"",
        "/hankkeet/kainuu-wind\"",
        "3 muuta hanketta",
        "15 684,00 €",
        "2 000,00 €",
        "2 tuntematonta",
        "role=\"img\"",
    ] {
        assert!(all.contains(expected), "{expected} in {all}");
    }
    assert!(
        !all.contains("17 684,00"),
        "nothing conditional is in a sum"
    );
    assert!(
        promises.contains("/paatokset/kaupunginhallitus/2022/155\""),
        "{promises}"
    );
    assert!(
        promises.contains("/rahoitus?kohta=2911%20%26%20x&amp;sivu=2"),
        "{promises}"
    );
    assert!(planned.contains("1,00 € + 1 tuntematon"), "{planned}");
}

#[test]
fn without_promises_the_page_says_so() {
    let nothing = CityMoney {
        total: Promised::default(),
        years: Vec::new(),
        budget_lines: Vec::new(),
        projects: Vec::new(),
        further_projects: None,
        without_project: None,
        payers: Vec::new(),
    };
    let shell = common::shell(Lang::Fi, "/rahoitus", NOW);
    let html = render::public(|| money::page(&shell, &nothing));
    assert!(html.contains("ei ole vielä luvattu rahaa"), "{html}");
}
