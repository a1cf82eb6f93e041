//! Payment claims on officials' pages: what is shown, what is offered to whom, and what is reckoned.

use app::pages::desk::{address, claims};
use app::render;
use app::shell::Shell;
use domain::funding::cost::{CostCategory, CostLine, CostModel, CostPlan, SupportKind};
use domain::funding::{Amounts, FundingCategory, Payer};
use domain::payment_claim::{
    ClaimBook, ClaimContent, ClaimDraft, ClaimFact, ClaimFunder, ClaimKind, ClaimScope, ClaimStage,
    RealisedCost, RealisedFunding, SupportRate,
};
use domain::project::CityRole;
use domain::role::Role;
use domain::view::payment_claim::{ClaimDue, ClaimDueLine, ClaimEntryLine, ClaimSheet, FunderLine};
use domain::{Lang, Money};
use time::macros::{date, datetime};

use super::pages::Rendered;
use super::{a_case, a_project, form, id, shell};
use crate::common;

/// The page of all claims, of one, and the form of each kind of entry.
pub(super) fn of_claims(shell: &Shell, text: &str) -> Vec<Rendered> {
    let sheet = a_sheet(text);
    let mut pages = vec![
        (
            "hankkeet/x/maksatushakemukset",
            render::desk(|| claims::page(shell, &sheet, None)),
        ),
        (
            "hankkeet/x/maksatushakemukset-ei",
            render::desk(|| claims::page(shell, &nothing_claimed(text), None)),
        ),
        (
            "hankkeet/x/maksatushakemukset/1",
            render::desk(|| claims::claim(shell, &sheet, &sheet.book.claims[0], None)),
        ),
    ];
    for kind in ClaimKind::ALL {
        let typed = form(draft(text, kind, &sheet.scope));
        pages.push((
            "hankkeet/x/maksatushakemukset/x",
            render::desk(|| claims::record(shell, &sheet, kind, &typed)),
        ));
    }
    pages
}

fn draft(text: &str, kind: ClaimKind, scope: &ClaimScope) -> ClaimDraft {
    let owned = || text.to_owned();
    let mut draft = ClaimDraft {
        claim: if kind.is_of_claim() { "1" } else { "" }.to_owned(),
        first_day: owned(),
        last_day: owned(),
        is_last_claim: owned(),
        deducted: owned(),
        applied: owned(),
        granted: owned(),
        amount: owned(),
        arrived_as: owned(),
        voucher: owned(),
        entry_day: owned(),
        reason: owned(),
        ..ClaimDraft::default()
    }
    .with_rows(scope);
    for row in &mut draft.costs {
        row.amount = owned();
    }
    for row in &mut draft.funding {
        row.amount = owned();
    }
    draft
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn funder() -> ClaimFunder {
    ClaimFunder {
        payer: Payer::Organisation(id(2)),
        category: FundingCategory::OwnContribution,
    }
}

fn content(month: u8) -> ClaimContent {
    let month = time::Month::try_from(month).unwrap();
    let day = |day| time::Date::from_calendar_date(2023, month, day).unwrap();
    ClaimContent {
        first_day: day(1),
        last_day: day(28),
        is_last: false,
        costs: vec![RealisedCost {
            category: CostCategory::Salaries,
            amount: cents(60_000),
        }],
        funding: vec![RealisedFunding {
            funder: funder(),
            amount: cents(10_000),
        }],
        deducted: cents(0),
        applied: cents(58_800),
        plan_version: 1,
        model: CostModel::FortyOfSalaries,
        rate: Some(SupportRate::OfPlan {
            support: cents(98_000),
            cost: cents(140_000),
        }),
    }
}

fn costs() -> CostPlan {
    CostPlan {
        model: CostModel::FortyOfSalaries,
        support: SupportKind::Development,
        lines: vec![CostLine {
            category: CostCategory::Salaries,
            amounts: Amounts {
                total: Some(cents(100_000)),
                years: Vec::new(),
            },
        }],
        rate_reason: String::new(),
    }
}

/// A project whose first claim is decided, whose second is sent and whose third is a draft.
pub(super) fn a_sheet(text: &str) -> ClaimSheet {
    let on = date!(2023 - 08 - 01);
    let made = |claim, month| ClaimFact::Made {
        claim,
        content: content(month),
    };
    let sent = |claim| ClaimFact::Sent {
        claim,
        on,
        document: text.to_owned(),
    };
    let facts = [
        ClaimFact::AdvanceReceived {
            on,
            amount: cents(20_000),
            document: text.to_owned(),
        },
        made(1, 1),
        sent(1),
        ClaimFact::Decided {
            claim: 1,
            on,
            granted: cents(50_000),
            document: text.to_owned(),
            reason: text.to_owned(),
        },
        made(2, 2),
        sent(2),
        made(3, 3),
    ];
    let entries = (1..).zip(&facts).map(|(number, fact)| ClaimEntryLine {
        number,
        fact: fact.clone(),
        recorded_at: datetime!(2023-08-21 10:00),
        office: text.to_owned(),
    });
    ClaimSheet {
        entries: entries.collect(),
        book: ClaimBook::of(&facts).unwrap(),
        ..nothing_claimed(text)
    }
}

pub(super) fn nothing_claimed(text: &str) -> ClaimSheet {
    let mut project = a_project(text);
    project.facts.city_role = Some(CityRole::Beneficiary);
    ClaimSheet {
        scope: ClaimScope {
            is_own: true,
            days: Some((date!(2022 - 10 - 01), date!(2024 - 09 - 30))),
            plan_version: 1,
            model: Some(CostModel::FortyOfSalaries),
            rate: content(1).rate,
            support: Some(cents(98_000)),
            funders: vec![funder()],
        },
        costs: Some(costs()),
        funders: vec![FunderLine {
            funder: funder(),
            name: Some(text.to_owned()),
            planned: None,
        }],
        last_due: Some(date!(2025 - 01 - 30)),
        case: a_case(text),
        book: ClaimBook::default(),
        entries: Vec::new(),
        today: date!(2023 - 08 - 21),
        project,
    }
}

/// What of the claims falls due.
pub(super) fn due(text: &str) -> Vec<ClaimDueLine> {
    let line = |due, on, is_overdue| ClaimDueLine {
        project: (common::slug("kaivoskumppani"), text.to_owned()),
        due,
        on,
        is_overdue,
    };
    let payment = ClaimDue::Payment {
        claim: 1,
        stage: ClaimStage::Sent,
        waiting: cents(58_800),
    };
    vec![
        line(ClaimDue::LastClaim, date!(2023 - 08 - 20), true),
        line(payment, date!(2023 - 10 - 20), false),
    ]
}

fn page(role: Role) -> String {
    let sheet = a_sheet("x");
    render::desk(|| claims::page(&shell(Lang::Fi, role), &sheet, None)).replace('\u{a0}', " ")
}

#[test]
fn each_claim_offers_what_can_follow_and_only_to_who_keeps_them() {
    use ClaimKind as K;
    let slug = &a_sheet("x").project.slug;
    let html = page(Role::Finance);
    for (number, expected) in [
        (1, vec![K::Paid, K::TakenBack]),
        (2, vec![K::Decided, K::TakenBack, K::Withdrawn]),
        (3, vec![K::Changed, K::Sent, K::Withdrawn]),
    ] {
        let offered = K::ALL.into_iter().filter(|kind| {
            let to = address::record_claim(slug, *kind, Some(number));
            html.contains(&format!("href=\"{to}\""))
        });
        assert_eq!(offered.collect::<Vec<_>>(), expected, "{number}");
    }
    let made = address::record_claim(slug, K::Made, None);
    assert!(html.contains(&format!("href=\"{made}\"")));
    let registrar = page(Role::Registrar);
    assert!(!registrar.contains(&made), "{registrar}");
    assert!(!registrar.contains("/lahetys"), "{registrar}");
}

#[test]
fn the_money_that_is_waited_for_and_what_is_over_the_plan_are_said() {
    let html = page(Role::Auditor);
    // 500 euros that were granted and 588 that were applied for.
    assert!(html.contains("1 088,00 €"), "{html}");
    // Two claims of 600 euros of salaries beside 1 000 planned.
    assert!(html.contains("−200,00 €"), "{html}");
    assert!(html.contains("ylittynyt"), "{html}");
    // The plan does not say what the other funder pays.
    assert!(html.contains("ei tiedossa"), "{html}");
    assert!(
        html.contains("200,00 €"),
        "the funder has paid twice 100: {html}"
    );
}

#[test]
fn the_kind_of_an_address_is_the_one_it_was_made_of() {
    let slug = common::slug("x");
    for kind in ClaimKind::ALL.into_iter().filter(|kind| kind.is_of_claim()) {
        let to = address::record_claim(&slug, kind, Some(1));
        let name = to.rsplit('/').next().unwrap();
        assert_eq!(address::claim_kind(name), Some(kind));
    }
    assert_eq!(address::claim_kind("uusi"), None);
}
