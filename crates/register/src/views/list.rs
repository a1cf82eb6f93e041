//! Rows of lists.

use domain::period::PeriodDates;
use domain::view::desk::{DecisionLine, Stage};
use domain::view::public::{Decided, DecisionRow, PeriodRow, ProjectRow, PublicSince, PublicStage};
use store::{DecisionLineRow, Made, ProjectListRow, PublishedRow, StateCode};
use time::PrimitiveDateTime;

use crate::clock::helsinki;

/// A published decision in a list for everybody.
pub(crate) fn decision_row(row: PublishedRow, now: PrimitiveDateTime) -> DecisionRow {
    DecisionRow {
        section: row.section,
        title: row.title,
        lang: row.lang,
        decision_maker: row.decision_maker,
        decided: match row.made {
            Made::Here(at) => Decided::On(helsinki(at).date()),
            Made::Elsewhere {
                decided_on: Some(day),
                ..
            } => Decided::On(day),
            Made::Elsewhere {
                no_later_than: Some(limit),
                ..
            } => Decided::NoLaterThan(limit),
            Made::Elsewhere { .. } => Decided::Unknown,
        },
        public_since: row
            .published_on
            .map_or(PublicSince::UnknownDay, PublicSince::Day),
        committed: row.committed,
        stage: PublicStage::at(now, row.period.as_ref(), row.final_from),
        in_force: row.in_force,
        period: row.period.map(|period| period_row(&period, now)),
    }
}

fn period_row(period: &PeriodDates, now: PrimitiveDateTime) -> PeriodRow {
    PeriodRow {
        last_day: period.last_day,
        phase: period.phase(now),
    }
}

/// A project in a list.
pub(crate) fn project_row(row: ProjectListRow) -> ProjectRow {
    ProjectRow {
        slug: row.slug,
        name: row.name,
        beneficiary: row.beneficiary,
        period: row.period,
        committed: row.committed,
    }
}

/// A decision in an official's list.
pub(super) fn decision_line(row: DecisionLineRow, now: PrimitiveDateTime) -> DecisionLine {
    DecisionLine {
        id: row.id,
        title: row.title,
        section: row.section,
        stage: match row.state {
            StateCode::Draft => Stage::Draft,
            StateCode::AwaitingSignature => Stage::AwaitingSignature,
            StateCode::Abandoned => Stage::Abandoned,
            StateCode::Signed => Stage::Signed,
            StateCode::Published => {
                let period = row.period.as_ref();
                Stage::Published(PublicStage::at(now, period, row.final_from))
            }
        },
        changed_at: helsinki(row.changed_at),
    }
}
