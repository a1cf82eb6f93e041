//! The other funders of a project and of all on officials' pages: what is shown, what each sum
//! leads to, and what is offered to whom.

use app::pages::desk::{address, co_funding, shortfalls};
use app::render;
use app::shell::Shell;
use domain::co_funding::{CoFundingDraft, CoFundingFact, CoFundingKind, CoFundingStage, Decided};
use domain::funding::Payer;
use domain::role::Role;
use domain::view::co_funding::{
    CoFundingEntryLine, CoFundingFilter, CoFundingList, CoFundingRow, CoFundingSheet, CoFundingSums,
};
use domain::view::funding::Planned;
use domain::{Lang, Money};
use time::macros::{date, datetime};
use wording::desk::label_of;

use super::pages::Rendered;
use super::{a_case, a_project, form, id, shell};

/// The list, the page of a project, and the form of each kind of entry.
pub(super) fn of_co_funding(shell: &Shell, text: &str) -> Vec<Rendered> {
    let (list, sheet) = (a_list(text), a_sheet(text));
    let nothing = CoFundingSheet {
        rows: Vec::new(),
        funders: Vec::new(),
        entries: Vec::new(),
        ..a_sheet(text)
    };
    let mut pages = vec![
        ("vajeet", render::desk(|| shortfalls::page(shell, &list))),
        (
            "hankkeet/x/rahoittajat",
            render::desk(|| co_funding::page(shell, &sheet, None)),
        ),
        (
            "hankkeet/x/rahoittajat-ei",
            render::desk(|| co_funding::page(shell, &nothing, None)),
        ),
    ];
    for kind in CoFundingKind::ALL {
        let entry = if kind == CoFundingKind::Undone {
            "1"
        } else {
            ""
        };
        let typed = form(CoFundingDraft {
            funder: text.to_owned(),
            amount: text.to_owned(),
            arrived_as: text.to_owned(),
            entry_day: text.to_owned(),
            entry: entry.to_owned(),
            reason: text.to_owned(),
        });
        pages.push((
            "hankkeet/x/rahoittajat/x",
            render::desk(|| co_funding::record(shell, &sheet, kind, &typed)),
        ));
    }
    pages
}

const fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn row(text: &str, payer: Payer, stage: CoFundingStage) -> CoFundingRow {
    CoFundingRow {
        project: (a_project(text).slug, text.to_owned()),
        payer,
        name: matches!(payer, Payer::Organisation(_)).then(|| text.to_owned()),
        planned: Planned {
            known: Some(cents(300_000)),
            unknown: 1,
        },
        decided: Some(Decided::Granted(cents(250_000))),
        paid: cents(40_000),
        stage,
        lacking: None,
        late: cents(60_000),
    }
}

fn a_list(text: &str) -> CoFundingList {
    let sums = |lacking, late| CoFundingSums {
        rows: 1,
        lacking: cents(lacking),
        late: cents(late),
        ..CoFundingSums::default()
    };
    let stages = vec![
        (CoFundingStage::ToBeFound, sums(200_000, 0)),
        (CoFundingStage::Less, sums(50_000, 60_000)),
    ];
    CoFundingList {
        rows: vec![
            row(text, Payer::Missing, CoFundingStage::ToBeFound),
            row(text, Payer::Organisation(id(2)), CoFundingStage::Less),
        ],
        stages,
        total: CoFundingSums {
            rows: 2,
            ..sums(250_000, 60_000)
        },
        pages: 2,
        projects: vec![(a_project(text).slug, text.to_owned())],
        payer_name: Some(text.to_owned()),
        filter: CoFundingFilter {
            payer: Some(Payer::Organisation(id(2))),
            ..CoFundingFilter::default()
        },
    }
}

fn a_sheet(text: &str) -> CoFundingSheet {
    let fact = CoFundingFact::Granted {
        on: date!(2023 - 08 - 18),
        amount: cents(250_000),
        document: text.to_owned(),
    };
    CoFundingSheet {
        project: a_project(text),
        case: a_case(text),
        rows: a_list(text).rows,
        total: a_list(text).total,
        funders: vec![(id(2), text.to_owned())],
        entries: vec![CoFundingEntryLine {
            number: 1,
            funder: text.to_owned(),
            fact,
            may_be_undone: true,
            recorded_at: datetime!(2023-08-18 09:00),
            office: text.to_owned(),
        }],
        today: date!(2023 - 08 - 21),
    }
}

#[test]
fn each_sum_of_what_is_missing_leads_to_its_rows_and_each_row_to_its_project() {
    let shell = shell(Lang::Fi, Role::Auditor);
    let html = render::desk(|| shortfalls::page(&shell, &a_list("Sotkamon kunta")));
    assert!(html.replace('\u{a0}', " ").contains("2 500,00 €"), "{html}");
    let of_stage = CoFundingFilter {
        stage: Some(CoFundingStage::Less),
        payer: Some(Payer::Organisation(id(2))),
        ..CoFundingFilter::default()
    };
    let project = address::co_funding(&a_project("Sotkamon kunta").slug);
    for to in [address::shortfalls(&of_stage), project] {
        let to = to.replace('&', "&amp;");
        assert!(html.contains(&format!("href=\"{to}\"")), "{to}: {html}");
    }
    assert!(html.contains("role=\"img\""), "a picture above the table");
}

#[test]
fn the_summary_of_errors_names_each_field() {
    for (field, _) in CoFundingDraft::default().to_pairs() {
        // The entry that is undone stands in the address.
        if field != "entry" {
            assert!(label_of(&field, Lang::Fi).is_some(), "{field}");
        }
    }
}

#[test]
fn only_who_keeps_claims_is_offered_to_record_what_a_funder_did() {
    let sheet = a_sheet("Sotkamon kunta");
    for (role, offered) in [
        (Role::Finance, true),
        (Role::Preparer, true),
        (Role::Registrar, false),
        (Role::Auditor, false),
    ] {
        let shell = shell(Lang::Fi, role);
        let html = render::desk(|| co_funding::page(&shell, &sheet, None));
        let slug = &sheet.project.slug;
        for (kind, entry) in [
            (CoFundingKind::Granted, None),
            (CoFundingKind::Refused, None),
            (CoFundingKind::Paid, None),
            (CoFundingKind::Undone, Some(1)),
        ] {
            let to = address::record_co_funding(slug, kind, entry);
            let is_there = html.contains(&format!("href=\"{to}\""));
            assert_eq!(is_there, offered, "{role:?} {kind:?}");
        }
    }
}
