//! Texts with a marker in each place that a run of words can have, under each mark.

use proptest::prelude::*;

use super::{OPEN, PERSONAL, SECRET};

/// Where in a text a run of words stands.
#[derive(Clone, Copy, Debug)]
enum Place {
    Words,
    Link,
    Item,
    Numbered,
    Cell,
    Heading,
}

const PLACES: [Place; 6] = [
    Place::Words,
    Place::Link,
    Place::Item,
    Place::Numbered,
    Place::Cell,
    Place::Heading,
];

/// How it is marked.
#[derive(Clone, Copy, Debug)]
enum Mark {
    Open,
    Personal,
    Secret,
    Both,
}

const MARKS: [Mark; 4] = [Mark::Open, Mark::Personal, Mark::Secret, Mark::Both];

/// A run of words with its mark.
#[derive(Clone, Copy)]
pub(super) struct Span(Place, Mark);

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self(place, mark) = self;
        // On one line, for there are many.
        write!(f, "{place:?} {mark:?}")
    }
}

/// Every place under every mark, in any order, with some of them twice.
pub(super) fn spans() -> impl Strategy<Value = Vec<Span>> {
    let each = PLACES
        .into_iter()
        .flat_map(|place| MARKS.map(|mark| Span(place, mark)));
    let each: Vec<Span> = each.collect();
    let more = prop::collection::vec(prop::sample::select(each.clone()), 0..6);
    more.prop_flat_map(move |more| Just([&each[..], &more].concat()).prop_shuffle())
}

/// The markup of spans, each with a marker of its own.
pub(super) fn markup(spans: &[Span], name: char) -> String {
    let blocks = spans.iter().enumerate().map(|(number, Span(place, mark))| {
        let (begins, marks) = match mark {
            Mark::Open => (OPEN, ""),
            Mark::Personal => (PERSONAL, "personal"),
            Mark::Secret => (SECRET, "secret JulkL 24.1 § 20 kohta"),
            Mark::Both => (SECRET, "personal,secret JulkL 24.1 § 25 kohta"),
        };
        let marker = format!("{begins}{name}{number}q");
        let run = match (place, marks) {
            (Place::Link, "") => format!("[{marker}](https://example.org/{marker})"),
            (Place::Link, marks) => format!("[{marker}](https://example.org/{marker}){{{marks}}}"),
            (_, "") => marker,
            (_, marks) => format!("{{{marks}|{marker}}}"),
        };
        match place {
            Place::Words | Place::Link => format!("Alku {run} loppu."),
            Place::Item => format!("- ensin\n- {run}"),
            Place::Numbered => format!("1. {run}\n2. sitten"),
            Place::Cell => format!("| Kuka | Mitä |\n| {run} | jotain |"),
            Place::Heading => format!("# Otsikko {run}"),
        }
    });
    blocks.collect::<Vec<_>>().join("\n\n")
}
