//! Published decisions as a table, and the codes by which programs know where they stand.

use domain::Lang;
use domain::decision::InForce;
use domain::view::public::{Decided, DecisionRow, PublicStage};
use time::{Date, Time};
use wording::public::{ColumnText, DecisionText, ListText, OpenText, Site};

use crate::table::{Cell, Column, Kind, Table};

/// The columns of the table.
pub fn columns(lang: Lang) -> Vec<Column> {
    let text = |code, label| Column::new(code, label, Kind::Text);
    let day = |code, label| Column::new(code, label, Kind::Day);
    let committed = Column::new("committed", ListText::Committed.text(lang), Kind::Money);
    let columns = [
        (
            text("section", DecisionText::Section.text(lang)),
            ColumnText::Section,
        ),
        (text("title", OpenText::Title.text(lang)), ColumnText::Title),
        (text("lang", Site::Languages.text(lang)), ColumnText::Lang),
        (
            text("decision_maker", DecisionText::DecisionMaker.text(lang)),
            ColumnText::DecisionMaker,
        ),
        (
            day("decided_on", DecisionText::Decided.text(lang)),
            ColumnText::DecidedOn,
        ),
        (
            day("decided_no_later_than", OpenText::NoLaterThan.text(lang)),
            ColumnText::DecidedNoLaterThan,
        ),
        (
            day("published_on", DecisionText::Published.text(lang)),
            ColumnText::PublishedOn,
        ),
        (committed, ColumnText::Committed),
        (
            text("stage", DecisionText::State.text(lang)),
            ColumnText::Stage,
        ),
        (
            text("in_force", OpenText::InForce.text(lang)),
            ColumnText::InForce,
        ),
        (
            day("last_day", DecisionText::LastDayOfMembers.text(lang)),
            ColumnText::LastDay,
        ),
        (
            day("final_from", OpenText::FinalFrom.text(lang)),
            ColumnText::FinalFrom,
        ),
    ];
    columns
        .map(|(column, about)| column.about(about.text(lang)))
        .into()
}

/// The rows of the table.
pub fn rows(decisions: &[DecisionRow]) -> Vec<Vec<Cell>> {
    decisions.iter().map(cells).collect()
}

/// The whole table.
pub fn table(decisions: &[DecisionRow], lang: Lang) -> Table {
    Table {
        title: Site::Decisions.text(lang).to_owned(),
        columns: columns(lang),
        rows: rows(decisions),
        total: None,
    }
}

fn cells(row: &DecisionRow) -> Vec<Cell> {
    let (on, no_later_than) = match row.decided {
        Decided::On(on) => (Some(on), None),
        Decided::NoLaterThan(limit) => (None, Some(limit)),
        Decided::Unknown => (None, None),
    };
    vec![
        Cell::Text(row.section.to_string()),
        Cell::Text(row.title.clone()),
        Cell::Text(row.lang.code().to_owned()),
        Cell::Text(row.decision_maker.clone()),
        day(on),
        day(no_later_than),
        day(row.public_since.day()),
        Cell::money(row.committed),
        Cell::Text(stage(row.stage).to_owned()),
        Cell::Text(in_force(row.in_force).to_owned()),
        day(row.period.map(|period| period.last_day)),
        day(final_from(row.stage)),
    ]
}

/// Every code of where a decision stands.
pub(crate) const STAGES: [&str; 4] = ["published", "running", "over", "final"];

/// The code of where a decision stands, without what time alone changes.
pub(crate) const fn lasting_stage(stage: PublicStage) -> &'static str {
    match stage {
        PublicStage::Final { .. } => "final",
        PublicStage::Published | PublicStage::Running { .. } | PublicStage::Over => "published",
    }
}

/// The code of where a decision stands.
pub(crate) const fn stage(stage: PublicStage) -> &'static str {
    match stage {
        PublicStage::Published => "published",
        PublicStage::Running { .. } => "running",
        PublicStage::Over => "over",
        PublicStage::Final { .. } => "final",
    }
}

/// Since which day it is final, where that was stated.
pub(crate) const fn final_from(stage: PublicStage) -> Option<Date> {
    match stage {
        PublicStage::Final { from } => Some(from),
        PublicStage::Published | PublicStage::Running { .. } | PublicStage::Over => None,
    }
}

/// The code of whether a decision is in force.
pub(crate) const fn in_force(in_force: InForce) -> &'static str {
    match in_force {
        InForce::Whole => "whole",
        InForce::Amended => "amended",
        InForce::Lapsed => "lapsed",
        InForce::Repealed => "repealed",
    }
}

/// A time of day: `15:00`.
pub(crate) fn hour(at: Time) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn day(day: Option<Date>) -> Cell {
    day.map_or(Cell::Empty, Cell::Day)
}
