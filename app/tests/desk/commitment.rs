//! Officials' pages of commitments, rendered, and what they offer to whom.

use app::pages::desk::{commitment, decision, project};
use app::render;
use app::shell::Shell;
use domain::commitment::{
    CommitmentKey, Course, EntryDraft, EntryFact, EntryKind, Payment, Position, StateAid,
};
use domain::decision::{Commitment, CommitmentStrength};
use domain::finding::FindingCode;
use domain::form::Pairs;
use domain::instalment::{InstalmentFact, Schedule};
use domain::role::Role;
use domain::view::commitment::{CommitmentLine, CommitmentSheet, DecisionMoney, EntryLine, Parts};
use domain::{Lang, Money};
use time::macros::{date, datetime};
use wording::desk::label_of;

use super::pages::Rendered;
use super::{a_project, form, id, instalments, plan_comparison, shell};
use crate::{assert_linked, at_each, common};

/// A commitment with every kind of entry, and the form of each kind.
pub(super) fn of_commitments(shell: &Shell, text: &str) -> Vec<Rendered> {
    let sheet = sheet(text, CommitmentStrength::Conditional, facts(text));
    let mut pages = vec![(
        "sitoumukset/x/1",
        render::desk(|| commitment::sheet(shell, &sheet, None)),
    )];
    let money = money(text, &sheet);
    pages.push((
        "paatokset/x/raha",
        render::desk(|| decision::money::page(shell, &money)),
    ));
    let compared = plan_comparison(text);
    pages.push((
        "hankkeet/x/rahoitus/vertailu",
        render::desk(|| project::comparison(shell, &compared)),
    ));
    for kind in EntryKind::ALL {
        let typed = form(draft(text, kind));
        pages.push((
            "sitoumukset/x/1/x",
            render::desk(|| commitment::record(shell, &sheet, kind, &typed)),
        ));
    }
    pages
}

/// The money of the decision of a commitment.
fn money(text: &str, sheet: &CommitmentSheet) -> DecisionMoney {
    let together = Parts::default().with(&sheet.line.position);
    DecisionMoney {
        decision: id(5),
        title: text.to_owned(),
        section: common::section("kaupunginjohtaja", 2023, 5),
        project: Some(a_project(text)),
        lines: vec![sheet.line.clone()],
        together: together.expect("it fits"),
        entries: sheet.entries.iter().map(|of| (1, of.clone())).collect(),
    }
}

fn draft(text: &str, kind: EntryKind) -> EntryDraft {
    let reversed = (kind == EntryKind::Reversed).then_some("2");
    EntryDraft {
        amount: text.to_owned(),
        fulfilled_by: text.to_owned(),
        reason: text.to_owned(),
        invoice: text.to_owned(),
        voucher: text.to_owned(),
        ledger_account: text.to_owned(),
        cost_centre: text.to_owned(),
        posting_year: text.to_owned(),
        instalment: text.to_owned(),
        entry_day: text.to_owned(),
        entry: reversed.unwrap_or_default().to_owned(),
        aid: "de_minimis".to_owned(),
        provision: text.to_owned(),
    }
}

fn facts(text: &str) -> Vec<EntryFact> {
    let on = date!(2023 - 08 - 21);
    let amount = Money::from_cents(10_000);
    let reason = || text.to_owned();
    vec![
        EntryFact::ConditionMet { by: reason(), on },
        EntryFact::Paid(Payment {
            amount,
            invoice: reason(),
            voucher: reason(),
            account: reason(),
            cost_centre: reason(),
            posting_year: 2024,
            on,
            instalment: None,
        }),
        EntryFact::Recovered {
            amount,
            reason: reason(),
            voucher: reason(),
            on,
        },
        EntryFact::Released {
            amount,
            reason: reason(),
            on,
        },
        EntryFact::AidAssessed {
            aid: StateAid::DeMinimis,
            provision: reason(),
            de_minimis: Some(amount),
            reason: reason(),
            on,
        },
        EntryFact::Reversed {
            entry: 4,
            reason: reason(),
        },
    ]
}

pub(super) fn line(course: &Course) -> CommitmentLine {
    let position = course.position();
    CommitmentLine {
        key: CommitmentKey {
            decision: id(5),
            line: 1,
        },
        section: common::section("kaupunginjohtaja", 2023, 5),
        commitment: course.commitment.clone(),
        position: position.expect("its entries are in order"),
    }
}

pub(super) fn course(text: &str, strength: CommitmentStrength, facts: Vec<EntryFact>) -> Course {
    let is_conditional = strength == CommitmentStrength::Conditional;
    Course {
        commitment: Commitment {
            year: Some(2023),
            amount: Money::from_cents(250_000),
            strength,
            budget_line: Some(text.to_owned()),
            condition: is_conditional.then(|| text.to_owned()),
        },
        is_ended: false,
        facts,
    }
}

pub(super) fn sheet(
    text: &str,
    strength: CommitmentStrength,
    facts: Vec<EntryFact>,
) -> CommitmentSheet {
    let course = course(text, strength, facts);
    let entries = (1..).zip(&course.facts).map(|(number, fact)| EntryLine {
        number,
        fact: fact.clone(),
        recorded_at: datetime!(2023-08-21 10:00),
        office: text.to_owned(),
        is_reversed: course.is_reversed(number),
        may_reverse: course.may_reverse(number).is_ok(),
        notice: fact.payment().map(|_| FindingCode::PostedInAnotherYear),
    });
    CommitmentSheet {
        entries: entries.collect(),
        line: line(&course),
        title: text.to_owned(),
        project: Some(a_project(text)),
        notices: vec![FindingCode::PaidBeforeLegalForce],
        de_minimis: Some(Money::from_cents(30_000_001)),
        schedule: Schedule::default(),
        instalment_entries: Vec::new(),
        today: date!(2023 - 08 - 21),
        course,
    }
}

/// The same commitment with instalments.
pub(super) fn planned_by(sheet: CommitmentSheet, facts: &[InstalmentFact]) -> CommitmentSheet {
    let schedule = Schedule::of(facts, &sheet.course);
    CommitmentSheet {
        schedule: schedule.expect("its entries are in order"),
        instalment_entries: instalments::lines(facts),
        ..sheet
    }
}

fn page(role: Role, sheet: &CommitmentSheet) -> String {
    render::desk(|| commitment::sheet(&shell(Lang::Fi, role), sheet, None)).replace('\u{a0}', " ")
}

/// The kinds whose forms a page links to.
fn offered(html: &str) -> Vec<EntryKind> {
    let key = CommitmentKey {
        decision: id(5),
        line: 1,
    };
    let to = |kind: &EntryKind| {
        let to = app::pages::desk::address::record_entry(key, *kind);
        html.contains(&format!("href=\"{to}\""))
    };
    EntryKind::ALL.into_iter().filter(to).collect()
}

#[test]
fn a_page_offers_what_can_be_recorded_now_and_only_to_finance() {
    use CommitmentStrength as S;
    use EntryKind as K;
    let facts = facts("x");
    let paid = facts[..2].to_vec();
    for (strength, facts, expected) in [
        (
            S::Conditional,
            Vec::new(),
            vec![K::ConditionMet, K::Released, K::Lapsed, K::AidAssessed],
        ),
        (
            S::Conditional,
            paid,
            vec![
                K::Paid,
                K::Recovered,
                K::Released,
                K::Lapsed,
                K::AidAssessed,
            ],
        ),
        (
            S::ProvidedFor,
            Vec::new(),
            vec![K::Released, K::Lapsed, K::AidAssessed],
        ),
        (
            S::AtMost,
            Vec::new(),
            vec![K::Paid, K::Released, K::Lapsed, K::AidAssessed],
        ),
    ] {
        let sheet = sheet("x", strength, facts);
        assert_eq!(
            offered(&page(Role::Finance, &sheet)),
            expected,
            "{strength:?}"
        );
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Finance) {
            let html = page(role, &sheet);
            assert_eq!(offered(&html), [], "{role:?}");
            assert!(!html.contains("/kumoa/"), "{role:?}");
        }
    }
}

#[test]
fn a_page_says_where_the_money_is_and_what_was_undone() {
    let sheet = sheet("x", CommitmentStrength::Conditional, facts("x"));
    let html = page(Role::Finance, &sheet);
    for said in [
        "kaupunginjohtaja § 5/2023, rivi 1",
        "2 500,00 €",
        "Peritty takaisin",
        "Kumoaa kirjauksen 4. x",
        "kuntalaki 143 §",
        "toiselle tilikaudelle",
        "/kumoa/3\"",
        "de minimis -tuki, 100,00 €, x. x",
        "ylittää kolmen vuoden enimmäismäärän",
    ] {
        assert!(html.contains(said), "{said}: {html}");
    }
    assert_eq!(html.matches("(kumottu)").count(), 1);
    // A payment that was recovered is needed; a reversal and what it undid stay.
    for number in [1, 2, 4, 6] {
        assert!(!html.contains(&format!("/kumoa/{number}\"")), "{number}");
    }
    let waits = page(
        Role::Finance,
        &self::sheet("x", CommitmentStrength::Conditional, Vec::new()),
    );
    assert!(waits.contains("Kirjaa ensin, että sen ehto on täyttynyt."));
    assert!(waits.contains("Ei vielä kirjauksia."));
}

#[test]
fn every_finding_of_an_entry_is_linked_to_its_field() {
    let shell = shell(Lang::Fi, Role::Finance);
    let sheet = sheet("x", CommitmentStrength::Granted, Vec::new());
    for (kind, fields) in [
        (EntryKind::ConditionMet, vec!["fulfilled_by", "entry_day"]),
        (
            EntryKind::Paid,
            vec![
                "amount",
                "invoice",
                "voucher",
                "ledger_account",
                "cost_centre",
                "posting_year",
                "entry_day",
            ],
        ),
        (
            EntryKind::Recovered,
            vec!["amount", "voucher", "entry_day", "reason"],
        ),
        (EntryKind::Released, vec!["amount", "entry_day", "reason"]),
        (EntryKind::Lapsed, vec!["entry_day", "reason"]),
        (
            EntryKind::AidAssessed,
            vec!["aid", "provision", "amount", "reason", "entry_day"],
        ),
        (EntryKind::Reversed, vec!["reason"]),
    ] {
        let typed = draft("teksti", kind);
        let findings = at_each(fields.iter().copied());
        let refused = form(typed.clone()).refused(findings.clone());
        let html = render::desk(|| commitment::record(&shell, &sheet, kind, &refused));
        assert_linked(kind.code(), &html, &findings);
        let pairs: Pairs = typed.to_pairs();
        for (name, value) in pairs {
            assert!(label_of(&name, Lang::Fi).is_some(), "{name}");
            let comes_back = !fields.contains(&name.as_str()) || html.contains(&value);
            assert!(comes_back, "{name} of {kind:?}");
        }
        assert_eq!(EntryDraft::from_pairs(&typed.to_pairs()), typed);
    }
}

#[test]
fn the_sum_of_a_list_is_what_draws_on_the_line() {
    let facts = facts("x");
    let lines = [
        line(&course("x", CommitmentStrength::Conditional, facts)),
        line(&course("x", CommitmentStrength::ProvidedFor, Vec::new())),
    ];
    let drawn = lines.iter().map(|line| Position::drawn(line.position));
    let drawn: Vec<i64> = drawn
        .map(|of| of.map_or(0, |of| of.amount.cents()))
        .collect();
    assert_eq!(drawn, [240_000, 250_000]);
    let mut project = super::project_sheet("x");
    project.commitments = lines.into();
    let shell = shell(Lang::Fi, Role::Auditor);
    let html = render::desk(|| app::pages::desk::project::sheet(&shell, &project, None));
    let html = html.replace('\u{a0}', " ");
    let (_, sum) = html
        .split_once("table__sum")
        .unwrap_or_else(|| panic!("no sum: {html}"));
    assert!(
        sum.contains("2 400,00 €"),
        "what is only provided for is in no sum: {sum}"
    );
}
