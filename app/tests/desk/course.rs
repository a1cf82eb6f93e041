//! The course of a decision: what is noted on its way, and what comes after it.

use domain::decision::{ChangeEffect, ConflictOfInterest, DecisionContent, DecisionNotes};
use domain::publication::PublicationRule;
use domain::publicity::Public;
use domain::view::desk::{Afterwards, ChangeLine, CorrectionLine, ToPublish};
use time::macros::date;

use super::{At, content, id};
use crate::common::{self, NOW};

/// What was noted beside each state.
pub(super) fn notes(text: &str, at: At) -> DecisionNotes {
    DecisionNotes {
        remark: (at == At::Draft).then(|| text.to_owned()),
        conflict: (at == At::Proposal).then(|| ConflictOfInterest {
            by: id(4),
            ground: text.to_owned(),
        }),
        publish_on: (at == At::Signed).then_some(date!(2023 - 08 - 25)),
    }
}

pub(crate) fn to_publish() -> ToPublish {
    let rule = PublicationRule::FridayAfter;
    ToPublish {
        proposal: rule.proposal(Some(date!(2023 - 08 - 09)), NOW.date()),
        set_for: Some(date!(2023 - 08 - 25)),
    }
}

/// A correction of which nobody was told yet, and a later decision.
pub(super) fn afterwards(text: &str) -> Afterwards {
    let before = DecisionContent {
        title: Public(format!("{text} ennen")),
        ..content(text)
    };
    Afterwards {
        corrections: vec![CorrectionLine {
            number: 1,
            on: date!(2023 - 08 - 22),
            office: text.to_owned(),
            reason: text.to_owned(),
            before,
            after: content(text),
            told: vec![(text.to_owned(), None)],
        }],
        changed_by: vec![ChangeLine {
            id: id(9),
            section: common::section("kaupunginjohtaja", 2024, 2),
            title: text.to_owned(),
            effect: ChangeEffect::Repeals,
        }],
        changes: Vec::new(),
    }
}
