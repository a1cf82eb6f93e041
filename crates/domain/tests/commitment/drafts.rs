//! An entry as it is typed.

use domain::commitment::{Course, EntryDays, EntryDraft, EntryFact, EntryKind, StateAid};
use domain::decision::CommitmentStrength as S;
use domain::finding::{FindingCode as C, Weight};
use time::macros::date;

use crate::{ON, after, cents, course, paid};

fn typed() -> EntryDraft {
    EntryDraft {
        amount: "1 000,00".to_owned(),
        fulfilled_by: " EURA 2021/123 ".to_owned(),
        reason: "Ei tarvita".to_owned(),
        invoice: "L-1".to_owned(),
        voucher: "T-1".to_owned(),
        ledger_account: "4300".to_owned(),
        cost_centre: "2911".to_owned(),
        posting_year: "2023".to_owned(),
        entry_day: "1.9.2023".to_owned(),
        entry: "1".to_owned(),
        ..EntryDraft::default()
    }
}

const DAYS: EntryDays = EntryDays {
    today: date!(2023 - 09 - 01),
    decided: Some(date!(2023 - 08 - 18)),
};

fn refused(draft: &EntryDraft, kind: EntryKind, course: &Course) -> Vec<(String, C)> {
    let found = draft.read(kind, course, DAYS).expect_err("it is refused");
    let found = found.iter().map(|one| (one.place.clone(), one.code));
    found.collect()
}

#[test]
fn every_kind_is_read_from_its_fields() {
    let granted = course(500_000, S::Granted);
    let read = |kind, course: &Course| typed().read(kind, course, DAYS);
    let Ok(EntryFact::Paid(payment)) = read(EntryKind::Paid, &granted) else {
        panic!("it is in order");
    };
    assert_eq!((payment.amount, payment.on), (cents(100_000), ON));
    assert_eq!((&*payment.invoice, payment.posting_year), ("L-1", 2023));
    let met = read(EntryKind::ConditionMet, &course(1, S::Conditional));
    assert_eq!(
        met.as_ref().map(EntryFact::kind),
        Ok(EntryKind::ConditionMet)
    );
    let after = after(granted, &[paid(100_000)]).expect("it is allowed");
    for (kind, amount) in [
        (EntryKind::Released, Some(100_000)),
        // What is open lapses, whatever is typed.
        (EntryKind::Lapsed, Some(400_000)),
        (EntryKind::Recovered, Some(100_000)),
        (EntryKind::Reversed, None),
    ] {
        let read = read(kind, &after).expect("it is in order");
        assert_eq!((read.kind(), read.amount()), (kind, amount.map(cents)));
        assert_eq!(EntryKind::from_code(kind.code()), Some(kind));
    }
}

#[test]
fn what_is_missing_or_wrong_is_said_at_its_field() {
    let granted = course(500_000, S::Granted);
    let nothing = EntryDraft::default();
    let at = |fields: &[&str]| -> Vec<(String, C)> {
        let missing = fields.iter().map(|field| ((*field).to_owned(), C::Missing));
        missing.collect()
    };
    let of_payment = [
        "amount",
        "invoice",
        "voucher",
        "ledger_account",
        "cost_centre",
        "posting_year",
        "entry_day",
    ];
    assert_eq!(
        refused(&nothing, EntryKind::Paid, &granted),
        at(&of_payment)
    );
    let of_release = at(&["amount", "reason", "entry_day"]);
    assert_eq!(refused(&nothing, EntryKind::Released, &granted), of_release);
    let of_lapse = at(&["reason", "entry_day"]);
    assert_eq!(refused(&nothing, EntryKind::Lapsed, &granted), of_lapse);
    let conditional = course(1, S::Conditional);
    let of_condition = at(&["fulfilled_by", "entry_day"]);
    assert_eq!(
        refused(&nothing, EntryKind::ConditionMet, &conditional),
        of_condition
    );

    let one = |place: &str, code| vec![(place.to_owned(), code)];
    let on = |day: &str| EntryDraft {
        entry_day: day.to_owned(),
        ..typed()
    };
    let tomorrow = refused(&on("2.9.2023"), EntryKind::Paid, &granted);
    assert_eq!(tomorrow, one("entry_day", C::DayInFuture));
    let early = refused(&on("17.8.2023"), EntryKind::Paid, &granted);
    assert_eq!(early, one("entry_day", C::DayBeforeDecision));
    let above = EntryDraft {
        amount: "5 000,01".to_owned(),
        ..typed()
    };
    let above = refused(&above, EntryKind::Paid, &granted);
    assert_eq!(above, one("amount", C::MoreThanOpen));
    // Where nothing can be paid at all, that is said and nothing else.
    let waits = refused(&nothing, EntryKind::Paid, &conditional);
    assert_eq!(waits, one("amount", C::ConditionNotMet));
    let unknown = refused(&typed(), EntryKind::Reversed, &granted);
    assert_eq!(unknown, one("reason", C::UnknownChoice));
}

#[test]
fn an_assessment_of_state_aid_has_what_its_kind_needs_and_moves_nothing() {
    let granted = course(500_000, S::Granted);
    let draft = |aid: &str, amount: &str, provision: &str| EntryDraft {
        aid: aid.to_owned(),
        amount: amount.to_owned(),
        provision: provision.to_owned(),
        ..typed()
    };
    let kind = EntryKind::AidAssessed;
    for (aid, amount, provision, place, code) in [
        ("", "", "", "aid", C::UnknownChoice),
        ("grant", "", "", "aid", C::UnknownChoice),
        ("de_minimis", "", "", "amount", C::Missing),
        ("de_minimis", "0", "", "amount", C::AmountNotPositive),
        ("de_minimis", "5 000,01", "", "amount", C::MoreThanPromised),
        ("block_exemption", "", " ", "provision", C::Missing),
        ("none", "1", "", "amount", C::OnlyOfDeMinimis),
    ] {
        let found = refused(&draft(aid, amount, provision), kind, &granted);
        assert_eq!(found, [(place.to_owned(), code)], "{aid} {amount}");
    }
    let mut course = granted;
    assert_eq!(course.assessment(), None);
    for (aid, amount, provision) in [
        ("block_exemption", "", "(EU) 651/2014, 27 artikla"),
        ("de_minimis", "5 000", ""),
    ] {
        let read = draft(aid, amount, provision).read(kind, &course, DAYS);
        let fact = read.expect("it is in order");
        let before = course.position();
        course = after(course, std::slice::from_ref(&fact)).expect("it is allowed");
        assert_eq!(course.position(), before, "it moves no money");
        assert_eq!(course.assessment(), Some(&fact), "the last one holds");
    }
    // What is undone says nothing more: the one before it holds again.
    let undone = EntryFact::Reversed {
        entry: 2,
        reason: "Väärä arvio".to_owned(),
    };
    let course = after(course, &[undone]).expect("it is allowed");
    let holds = course.assessment();
    assert!(
        matches!(
            holds,
            Some(EntryFact::AidAssessed {
                aid: StateAid::BlockExemption,
                ..
            })
        ),
        "{holds:?}"
    );
}

#[test]
fn legal_force_and_the_year_are_only_noticed() {
    for code in [C::PaidBeforeLegalForce, C::PostedInAnotherYear] {
        assert_eq!(code.weight(), Weight::Notice);
    }
}
