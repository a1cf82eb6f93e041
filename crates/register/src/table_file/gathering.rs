//! Rows become a table: the first one with anything in it is the header.

use domain::table::{Cell, Fault, MAX_COLUMNS, MAX_ROWS, Table, TableRow};

/// Bytes of texts of a whole table, so that no text that many cells share fills the memory.
const TEXTS: usize = 64 * 1024 * 1024;
/// Cells of a whole table.
const CELLS: usize = 2_000_000;

/// A table whose rows are being read.
#[derive(Debug, Default)]
pub(super) struct Gathering {
    columns: Vec<String>,
    /// Whether a column has a value below its name.
    used: Vec<bool>,
    rows: Vec<TableRow>,
    faults: Vec<Fault>,
    texts: usize,
    cells: usize,
}

impl Gathering {
    /// Says something of the file as a whole, once.
    pub(super) fn note(&mut self, fault: Fault) {
        if !self.faults.contains(&fault) {
            self.faults.push(fault);
        }
    }

    /// How many columns the header has; none before it was read.
    pub(super) const fn width(&self) -> usize {
        self.columns.len()
    }

    /// Takes the next row. One in which nothing stands is left out.
    ///
    /// # Errors
    /// The table is larger than what is read.
    pub(super) fn row(&mut self, number: u32, mut cells: Vec<Cell>) -> Result<(), Fault> {
        let filled = cells.iter().rposition(|cell| !cell.is_empty());
        cells.truncate(filled.map_or(0, |last| last + 1));
        if cells.is_empty() {
            return Ok(());
        }
        if self.columns.is_empty() {
            return self.header(&cells);
        }
        if self.rows.len() >= MAX_ROWS {
            return Err(Fault::TooManyRows);
        }
        let fault = (cells.len() > self.columns.len()).then_some(Fault::RowTooLong);
        cells.resize(self.columns.len(), Cell::EMPTY);
        for (cell, used) in cells.iter().zip(&mut self.used) {
            *used |= !cell.is_empty();
            if let Cell::Text(text) | Cell::Number(text) = cell {
                self.texts += text.len();
            }
        }
        self.cells += cells.len();
        if self.texts > TEXTS || self.cells > CELLS {
            return Err(Fault::TooLarge);
        }
        self.rows.push(TableRow {
            number,
            cells,
            fault,
        });
        Ok(())
    }

    fn header(&mut self, cells: &[Cell]) -> Result<(), Fault> {
        if cells.len() > MAX_COLUMNS {
            return Err(Fault::TooManyColumns);
        }
        for cell in cells {
            if let Cell::Fault(fault) = cell {
                self.note(*fault);
            }
        }
        self.columns = cells.iter().map(Cell::typed).collect();
        self.used = vec![false; self.columns.len()];
        Ok(())
    }

    /// The table.
    ///
    /// # Errors
    /// There is none: no header, or no row below it.
    pub(super) fn finish(mut self) -> Result<Table, Fault> {
        if self.rows.is_empty() {
            return Err(Fault::Empty);
        }
        let named = |at: usize| {
            let name = &self.columns[at];
            !name.is_empty() && !self.columns[..at].contains(name)
        };
        let unnamed = (0..self.columns.len()).any(|at| self.used[at] && !named(at));
        if unnamed {
            self.note(Fault::ColumnUnnamed);
        }
        Ok(Table {
            columns: self.columns,
            rows: self.rows,
            faults: self.faults,
        })
    }
}
