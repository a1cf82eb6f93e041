//! Decisions: drafts, frozen contents, publications and the commitments they make.

mod afterwards;
pub(crate) mod commitment;
pub(crate) mod filtered;
pub(crate) mod found;
mod list;
mod published;
mod read;
mod row;
mod stage;
mod write;

pub use afterwards::{ChangeRow, CorrectionNotice};
pub use filtered::{Facets, PublishedPage};
pub use list::{DecisionLineRow, StateCode};
pub use published::{Made, PublishedRow};
pub use read::{Has, PlacedDecision};
pub use stage::StageRow;
pub use write::NewDecision;

pub(crate) use afterwards::{not_ended, not_ended_by_signed};
pub(crate) use commitment::PlacedRow;
pub(crate) use list::{LineRow, line_columns};

use domain::section::Section;

use crate::StoreError;
use crate::error::RowOf;

/// The place of a decision: all three columns, or none.
#[derive(sqlx::FromRow)]
pub(crate) struct SectionRow {
    series: Option<String>,
    section_year: Option<i64>,
    section_number: Option<i64>,
}

impl SectionRow {
    /// The place, or `None` before there is one.
    pub(crate) fn read(self, of: &RowOf<'_>) -> Result<Option<Section>, StoreError> {
        let (Some(series), Some(year), Some(number)) =
            (self.series, self.section_year, self.section_number)
        else {
            return Ok(None);
        };
        Ok(Some(Section {
            series: of.read("series", series.try_into())?,
            year: of.read("section_year", year.try_into())?,
            number: of.read("section_number", number.try_into())?,
        }))
    }
}

/// How a decision was made.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SignatureKind {
    Here,
    Elsewhere,
}

impl SignatureKind {
    const fn code(self) -> &'static str {
        match self {
            Self::Here => "here",
            Self::Elsewhere => "elsewhere",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        [Self::Here, Self::Elsewhere]
            .into_iter()
            .find(|kind| kind.code() == code)
    }
}
