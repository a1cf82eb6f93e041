//! The drawing of the states against what the code allows.

use domain::commitment::{Course, Standing};
use domain::decision::CommitmentStrength as S;

use crate::drawing::{Edge, edges};
use crate::{assessed, course, lapsed, met, paid, recovered, released, reversed};

fn drawn() -> Vec<Edge> {
    edges(include_str!("../../../../docs/states/commitment.md"))
}

/// Every edge that can be walked in so many steps.
fn walk(course: &Course, steps: usize, edges: &mut Vec<Edge>) {
    let before = course.position().expect("it is in order");
    let mut add = |to: Standing, label: &str| {
        let edge = (before.standing().code(), to.code(), label);
        let (from, to, label) = edge;
        let edge = (from.to_owned(), to.to_owned(), label.to_owned());
        if !edges.contains(&edge) {
            edges.push(edge);
        }
    };
    if !course.is_ended {
        add(Standing::Ended, "end");
    }
    if steps == 0 {
        return;
    }
    let count = u32::try_from(course.facts.len()).expect("few");
    let open = before.open.cents();
    let mut next = vec![
        met(),
        paid(1),
        paid(open),
        released(1),
        released(open),
        lapsed(open),
        assessed(),
    ];
    next.extend([recovered(1), recovered(before.paid.cents())]);
    next.extend((1..=count).map(reversed));
    let mut further = Vec::new();
    for fact in next {
        if let Ok(after) = course.after(&fact) {
            add(after.standing(), fact.kind().code());
            let mut course = course.clone();
            course.facts.push(fact);
            further.push(course);
        }
    }
    if !course.is_ended {
        let mut ended = course.clone();
        ended.is_ended = true;
        further.push(ended);
    }
    for course in further {
        walk(&course, steps - 1, edges);
    }
}

#[test]
fn the_drawing_of_states_is_what_the_code_allows() {
    let mut possible = Vec::new();
    for strength in S::ALL {
        let new = course(2, strength);
        let standing = new.position().expect("it is in order").standing();
        let edge = (
            "[*]".to_owned(),
            standing.code().to_owned(),
            "sign".to_owned(),
        );
        if !possible.contains(&edge) {
            possible.push(edge);
        }
        walk(&new, 5, &mut possible);
    }
    let mut drawn = drawn();
    drawn.sort();
    possible.sort();
    assert_eq!(drawn, possible);
    for standing in Standing::ALL {
        assert!(drawn.iter().any(|(_, to, _)| to == standing.code()));
    }
}
