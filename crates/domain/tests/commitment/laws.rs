//! What holds of every sequence of entries.

use domain::Money;
use domain::budget::Promised;
use domain::commitment::{EntryFact, Moves, Position};
use domain::decision::CommitmentStrength as S;
use proptest::prelude::*;

use crate::{cents, course, lapsed, met, paid, recovered, released, reversed};

fn strength() -> impl Strategy<Value = S> {
    prop::sample::select(S::ALL.to_vec())
}

/// What somebody tries: most of it is refused.
fn attempt() -> impl Strategy<Value = EntryFact> {
    prop_oneof![
        Just(met()),
        (-2_i64..80).prop_map(paid),
        (-2_i64..80).prop_map(released),
        (0_i64..120).prop_map(lapsed),
        (-2_i64..60).prop_map(recovered),
        (0_u32..12).prop_map(reversed),
    ]
}

proptest! {
    /// Whatever is tried in whatever order: the parts are what was promised, none is less than
    /// nothing, nothing is paid of what is no commitment, and the moves that are stored add up to
    /// the same as the entries gone through one by one.
    #[test]
    fn no_cent_appears_or_vanishes(
        promised in 1_i64..120,
        strength in strength(),
        attempts in prop::collection::vec(attempt(), 0..30),
        ends_after in 0_usize..40,
    ) {
        let mut course = course(promised, strength);
        for (step, fact) in attempts.into_iter().enumerate() {
            course.is_ended = step >= ends_after;
            let Ok(told) = course.after(&fact) else { continue };
            course.facts.push(fact);
            let position = course.position().expect("what was allowed is in order");
            prop_assert_eq!(told, position);
            let parts = [position.open, position.paid, position.recovered, position.released];
            prop_assert!(parts.iter().all(|part| *part >= Money::ZERO), "{:?}", position);
            prop_assert_eq!(Money::checked_sum(parts), Some(cents(promised)));
            if strength == S::ProvidedFor || position.strength == S::Conditional {
                prop_assert_eq!(position.paid, Money::ZERO);
            }
            let count = u32::try_from(course.facts.len()).expect("few");
            let mut moves = (1..=count).map(|number| course.moves(number).expect("it is there"));
            let moves = moves.try_fold(Moves::default(), Moves::plus);
            let summed = Position::of(&course.commitment, moves.expect("it fits"), course.is_ended);
            prop_assert_eq!(summed, Some(position));
            let drawn = position.drawn().expect("it fits");
            prop_assert!(drawn.paid <= drawn.amount && drawn.amount <= cents(promised));
        }
    }

    /// Releasing and undoing it is neutral, and so is every entry that is undone at once.
    #[test]
    fn what_is_undone_leaves_no_trace_in_the_sums(
        strength in strength(),
        attempts in prop::collection::vec(attempt(), 0..12),
        fact in attempt(),
    ) {
        let mut course = course(100, strength);
        for attempt in attempts {
            if course.after(&attempt).is_ok() {
                course.facts.push(attempt);
            }
        }
        prop_assume!(fact.reverses().is_none() && course.after(&fact).is_ok());
        let before = course.position();
        course.facts.push(fact);
        let number = u32::try_from(course.facts.len()).expect("few");
        prop_assert_eq!(course.may_reverse(number), Ok(()));
        course.facts.push(reversed(number));
        prop_assert_eq!(course.position(), before);
    }

    /// What draws on a line is what its commitments have open and paid; the rest is free again.
    #[test]
    fn what_is_released_or_recovered_draws_on_no_line(
        courses in prop::collection::vec((1_i64..100, strength(), prop::collection::vec(attempt(), 0..8)), 0..6),
    ) {
        let mut positions = Vec::new();
        for (promised, strength, attempts) in courses {
            let mut course = course(promised, strength);
            for attempt in attempts {
                if course.after(&attempt).is_ok() {
                    course.facts.push(attempt);
                }
            }
            positions.push(course.position().expect("it is in order"));
        }
        let promised = Promised::of(positions.iter().filter_map(|of| of.drawn())).expect("it fits");
        let sum = |part: fn(&Position) -> Money| positions.iter().map(part).map(Money::cents).sum::<i64>();
        let all = promised.committed().expect("it fits").cents() + promised.provided_for.cents();
        prop_assert_eq!(all, sum(|of| of.promised) - sum(|of| of.released) - sum(|of| of.recovered));
        prop_assert_eq!(promised.paid.cents(), sum(|of| of.paid));
    }
}
