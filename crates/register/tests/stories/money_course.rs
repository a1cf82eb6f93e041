//! A random course of everything that can be recorded about commitments and their instalments:
//! after each act no cent has appeared or vanished, and what was refused has changed nothing.

use domain::Money;
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::instalment::{InstalmentDraft, InstalmentKind};
use domain::role::Role;
use domain::view::commitment::CommitmentSheet;
use domain::view::commitment_list::CommitmentFilter;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use register::views::{commitment, commitment_list, instalments as due_views};
use register::{Refusal, commitments, instalments};

use crate::commitment_list::standings_are_kept;
use crate::commitments::{of, signed};
use crate::on_both;
use crate::world::{World, actor, preparer};

on_both!(no_course_of_acts_makes_a_cent_appear_or_vanish);

/// Acts of a course.
const ACTS: usize = 120;

/// An act, of one of the commitments.
#[derive(Clone, Copy, Debug)]
enum Act {
    Entry(EntryKind),
    Instalment(InstalmentKind),
}

/// Which act, of which commitment, how many euros, and the number of what it is about.
fn act() -> impl Strategy<Value = (Act, usize, u16, u32)> {
    let kind = prop_oneof![
        prop::sample::select(EntryKind::ALL.to_vec()).prop_map(Act::Entry),
        prop::sample::select(InstalmentKind::ALL.to_vec()).prop_map(Act::Instalment),
    ];
    (kind, 0..3_usize, 0..900_u16, 1..6_u32)
}

async fn perform(
    world: &World,
    key: CommitmentKey,
    act: Act,
    euros: u16,
    number: u32,
) -> Result<(), Refusal> {
    let (register, finance) = (&world.register, actor(Role::Finance));
    match act {
        Act::Entry(kind) => {
            let of_instalment = kind == EntryKind::Paid && number > 3;
            let draft = EntryDraft {
                amount: euros.to_string(),
                fulfilled_by: "EURA 2021/123".to_owned(),
                reason: "Syy".to_owned(),
                invoice: "L-1".to_owned(),
                voucher: "T-1".to_owned(),
                ledger_account: "4300".to_owned(),
                cost_centre: "2911".to_owned(),
                posting_year: "2023".to_owned(),
                entry_day: "21.8.2023".to_owned(),
                entry: number.to_string(),
                aid: "de_minimis".to_owned(),
                provision: String::new(),
                instalment: if of_instalment {
                    (number - 3).to_string()
                } else {
                    String::new()
                },
            };
            let recorded = commitments::record(register, finance, None, key, kind, &draft).await;
            recorded.map(|_| ())
        }
        Act::Instalment(kind) => {
            let draft = InstalmentDraft {
                instalment: number.to_string(),
                due_day: "1.10.2023".to_owned(),
                amount: euros.to_string(),
                needs: "Väliraportti".to_owned(),
                is_last: if number == 5 { "1" } else { "" }.to_owned(),
                arrived_as: "KAJDno-2023-5".to_owned(),
                entry_day: "21.8.2023".to_owned(),
                reason: "Syy".to_owned(),
            };
            let recorded = instalments::record(register, finance, None, key, kind, &draft).await;
            recorded.map(|_| ())
        }
    }
}

async fn sheet(world: &World, key: CommitmentKey) -> CommitmentSheet {
    let sheet = commitment::commitment(&world.register, preparer(), key).await;
    sheet.expect("a sheet")
}

/// What holds of a commitment whatever was recorded about it.
fn whole(sheet: &CommitmentSheet) {
    let position = &sheet.line.position;
    let parts = [
        position.open,
        position.paid,
        position.recovered,
        position.released,
    ];
    assert!(
        parts.iter().all(|part| *part >= Money::ZERO),
        "{position:?}"
    );
    assert_eq!(Money::checked_sum(parts), Some(position.promised));
    assert_eq!(position.promised, sheet.line.commitment.amount);
    let planned = sheet.schedule.open().expect("it fits");
    assert!(planned <= position.open, "{planned:?} of {position:?}");
}

async fn no_course_of_acts_makes_a_cent_appear_or_vanish(world: &World) {
    let lines = [
        ("2023", "granted"),
        ("2023", "conditional"),
        ("2024", "at_most"),
    ];
    let decision = signed(world, "5", &lines).await;
    let keys: Vec<CommitmentKey> = (1..=3).map(|line| of(decision, line)).collect();
    let mut runner = TestRunner::default();
    let acts = vec(act(), ACTS).new_tree(&mut runner).expect("acts");
    let (mut done, mut refused) = (0, 0);
    for (act, at, euros, number) in acts.current() {
        let key = keys[at];
        let before = sheet(world, key).await;
        match perform(world, key, act, euros, number).await {
            Ok(()) => done += 1,
            Err(Refusal::Incomplete(_)) => {
                refused += 1;
                let after = sheet(world, key).await;
                assert_eq!(after, before, "{act:?} was refused");
            }
            Err(other) => panic!("{act:?} of {euros} euros, {number}: {other:?}"),
        }
        whole(&sheet(world, key).await);
    }
    assert!(done > 9 && refused > 0, "{done} done, {refused} refused");

    // The list, what falls due and each page say the same, and so do the facts of the log.
    let whole =
        commitment_list::whole_list(&world.register, preparer(), CommitmentFilter::default());
    let whole = whole.await.expect("a list");
    let mut due = Money::ZERO;
    for line in &whole.lines {
        let sheet = sheet(world, line.key).await;
        assert_eq!(sheet.line.position.drawn(), Some(line.drawn));
        let open = sheet.schedule.open().expect("it fits");
        due = due.checked_add(open).expect("it fits");
    }
    let listed = due_views::due(&world.register, preparer()).await;
    assert_eq!(listed.expect("a list").open, Some(due));
    standings_are_kept(world).await;
}
