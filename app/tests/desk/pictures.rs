//! Pictures above tables: each says in words what it shows, all of it is in the table, and nothing is
//! drawn of nothing.

use app::pages::desk::{claims, commitment_list, due, year_end};
use app::render;
use domain::budget::Promised;
use domain::role::Role;
use domain::view::budget::PaymentSheet;
use domain::view::commitment::PaymentLine;
use domain::view::commitment_list::{CommitmentFilter, CommitmentList, Named};
use domain::view::payment_claim::ClaimSheet;
use domain::{Lang, Money};
use leptos::prelude::AnyView;
use time::macros::date;

use super::instalments::{a_list, nothing_due};
use super::{claims as of_claims, money, shell};
use crate::desk::year_end::payment;

/// The descriptions of the pictures of a page.
fn described(page: impl Fn() -> AnyView) -> Vec<String> {
    let html = render::desk(page).replace('\u{a0}', " ");
    let parts = html.split("<desc").skip(1);
    let parts = parts.filter_map(|part| part.split_once('>')?.1.split_once("</desc>"));
    parts.map(|(described, _)| described.to_owned()).collect()
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn a_commitment_list(year: Option<Named<u16>>) -> CommitmentList {
    let of_2023 = Promised {
        granted: cents(70_000),
        at_most: cents(30_000),
        conditional: cents(20_000),
        provided_for: cents(5_000),
        paid: cents(40_000),
    };
    let of_none = Promised {
        provided_for: cents(1_000),
        ..Promised::default()
    };
    CommitmentList {
        filter: CommitmentFilter {
            year,
            ..CommitmentFilter::default()
        },
        promised: of_2023.plus(of_none).unwrap(),
        by_year: vec![(Some(2023), of_2023), (None, of_none)],
        ..money::list("x")
    }
}

#[test]
fn commitments_are_drawn_by_year_and_those_of_a_year_by_strength() {
    let shell = shell(Lang::Fi, Role::Finance);
    let drawn = |list: &CommitmentList| described(|| commitment_list::page(&shell, list));
    assert_eq!(
        drawn(&a_commitment_list(None)),
        [
            "2023: Maksettu 400,00 €; Avoinna 600,00 €; Ehdollinen 200,00 €; Varauduttu 50,00 €. \
             Ei vuotta: Varauduttu 10,00 €"
        ]
    );
    assert_eq!(
        drawn(&a_commitment_list(Some(Named::Is(2023)))),
        [
            "myönnetään: Varaa määrärahaa 700,00 €. sitoudutaan enintään: Varaa määrärahaa 300,00 €. \
             ehdollinen: Varaa määrärahaa 200,00 €. varaudutaan: Varaa määrärahaa 60,00 €"
        ],
        "as the sums below it"
    );
    let nothing = CommitmentList {
        total: 0,
        lines: Vec::new(),
        promised: Promised::default(),
        by_year: Vec::new(),
        ..a_commitment_list(None)
    };
    assert_eq!(drawn(&nothing), [""; 0]);
}

#[test]
fn what_is_overdue_is_one_bar_before_the_months() {
    let shell = shell(Lang::Fi, Role::Finance);
    assert_eq!(
        described(|| due::page(&shell, &a_list("x"))),
        [
            "Eräpäivä on mennyt: Myöhässä 500,00 €. \
             syyskuu 2023: Erääntyy 90 päivän kuluessa 500,00 €",
            // What of claims is only to be sent has no money.
            "lokakuu 2023: Erääntyy 90 päivän kuluessa 588,00 €",
        ]
    );
    assert_eq!(described(|| due::page(&shell, &nothing_due())), [""; 0]);
}

#[test]
fn what_came_back_has_a_bar_beside_what_was_paid() {
    let shell = shell(Lang::Fi, Role::Finance);
    let paid = |on, amount| PaymentLine {
        on,
        amount: cents(amount),
        ..payment("x")
    };
    let lines = vec![
        paid(date!(2023 - 08 - 21), 50_000),
        paid(date!(2023 - 08 - 22), 10_000),
        paid(date!(2023 - 08 - 23), -20_000),
        paid(date!(2024 - 01 - 10), 5_000),
    ];
    let sheet = PaymentSheet::of(2023, None, lines).unwrap();
    assert_eq!(
        described(|| year_end::payments(&shell, &sheet, None)),
        ["elokuu 2023: Maksettu 600,00 €. \
             elokuu 2023, peritty takaisin: Peritty takaisin 200,00 €. \
             tammikuu 2024: Maksettu 50,00 €"]
    );
    let nothing = PaymentSheet::of(2023, None, Vec::new()).unwrap();
    assert_eq!(
        described(|| year_end::payments(&shell, &nothing, None)),
        [""; 0]
    );
}

#[test]
fn a_bar_of_a_claim_is_what_was_applied_for() {
    let shell = shell(Lang::Fi, Role::Finance);
    let drawn = |sheet: &ClaimSheet| described(|| claims::page(&shell, sheet, None));
    // The third claim is a draft.
    assert_eq!(
        drawn(&of_claims::a_sheet("x")),
        [
            "Maksatushakemus 1: Myönnetty, maksamatta 500,00 €; Haettu, ei myönnetty 88,00 €. \
             Maksatushakemus 2: Haettu, päättämättä 588,00 €"
        ]
    );
    assert_eq!(drawn(&of_claims::nothing_claimed("x")), [""; 0]);
}
