//! A row of a file, cell by cell, before its rule looks at it.

use serde::Serialize;

use super::{Difference, Found, ImportDraft, ImportReport, RemarkCode, ReportRow, RowOutcome};
use super::{ImportKind, places};
use crate::finding::Findings;
use crate::money::Money;
use crate::table::{Cell, Fault, Table, TableRow};

/// Words before the first cell of a template's example, which nobody means to import.
const EXAMPLES: [&str; 3] = ["esimerkki:", "exempel:", "example:"];

/// Something that is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RowRemark {
    /// The field of the column it is about; `None` where it is about the row.
    pub field: Option<&'static str>,
    /// What is wrong.
    pub code: RemarkCode,
}

/// A row with a text for each column of its kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypedRow {
    kind: ImportKind,
    /// Its number in the file.
    pub number: u32,
    /// What was read.
    pub cells: Vec<String>,
    /// What was not.
    pub remarks: Vec<RowRemark>,
}

impl TypedRow {
    fn of(kind: ImportKind, row: &TableRow, places: &[Option<usize>]) -> Self {
        let whole = row.fault.map(|fault| RowRemark {
            field: None,
            code: RemarkCode::Fault(fault),
        });
        let mut remarks: Vec<RowRemark> = whole.into_iter().collect();
        let columns = kind.columns().iter().zip(places);
        let cells = columns.map(|(column, place)| {
            let cell = place.and_then(|place| row.cells.get(place));
            if let Some(Cell::Fault(fault)) = cell {
                remarks.push(RowRemark {
                    field: Some(column.field),
                    code: RemarkCode::Fault(*fault),
                });
            }
            cell.map_or_else(String::new, Cell::typed)
        });
        let cells = cells.collect();
        Self {
            kind,
            number: row.number,
            cells,
            remarks,
        }
    }

    /// What stands in the column of a field; nothing where the file has none.
    pub fn text(&self, field: &str) -> &str {
        let columns = self.kind.columns().iter().zip(&self.cells);
        let mut of = columns.filter(|(column, _)| column.field == field);
        of.next().map_or("", |(_, cell)| cell)
    }

    /// Says what was found in its fields. What was not read is missing for that reason alone.
    pub fn say(&mut self, findings: &Findings) {
        for finding in findings {
            let columns = self.kind.columns().iter().map(|of| of.field);
            let field = columns.into_iter().find(|field| *field == finding.place);
            if field.is_none() || self.remarks.iter().all(|of| of.field != field) {
                let code = RemarkCode::Finding(finding.code);
                self.remarks.push(RowRemark { field, code });
            }
        }
    }

    /// Says that a text is none of the words that may stand in a field.
    pub fn say_unknown(&mut self, field: &'static str) {
        let code = RemarkCode::Fault(Fault::UnknownWord);
        let field = Some(field);
        self.remarks.push(RowRemark { field, code });
    }

    /// Whether it is the example of a template.
    pub fn is_example(&self) -> bool {
        let first = self.cells.iter().find(|cell| !cell.is_empty());
        let first = first.map_or_else(String::new, |cell| cell.to_lowercase());
        EXAMPLES.iter().any(|word| first.starts_with(word))
    }

    /// It with what becomes of it; with anything wrong it is refused.
    pub fn report(
        self,
        outcome: RowOutcome,
        differences: Vec<Difference>,
        found: Option<Found>,
    ) -> ReportRow {
        let outcome = if self.remarks.is_empty() {
            outcome
        } else {
            RowOutcome::Refused
        };
        ReportRow {
            number: self.number,
            cells: self.cells,
            remarks: self.remarks,
            outcome,
            differences,
            found,
        }
    }
}

/// An amount as somebody would type it into a field of a form.
pub(super) fn typed(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

/// The rows of a table by the columns that were chosen, and a report to be filled with what becomes
/// of them. Of more rows than `most` none is read.
pub(super) fn rows_of(
    table: &Table,
    draft: &ImportDraft,
    most: usize,
) -> (Vec<TypedRow>, ImportReport) {
    let kind = draft.kind;
    let mut findings = draft.check();
    let width = table.columns.len();
    let needs = kind.needs();
    let places = places(kind.columns(), &draft.columns, width, needs, &mut findings);
    let mut faults = table.faults.clone();
    if table.rows.len() > most {
        faults.push(Fault::OverDecision);
    }
    let is_readable = findings.is_empty() && table.rows.len() <= most;
    let rows = table.rows.iter().filter(|_| is_readable);
    let rows = rows.map(|row| TypedRow::of(kind, row, &places));
    let report = ImportReport {
        rows: Vec::new(),
        findings,
        faults,
        lacking: Vec::new(),
        plans: Vec::new(),
    };
    (rows.collect(), report)
}
