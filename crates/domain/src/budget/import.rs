//! Rows of a decision about the budget from a table that somebody handed in: which column is what,
//! what each row says, and what it would set. Nothing is recorded here.

use super::{
    AppropriationBasis, Budget, BudgetDecision, BudgetDecisionDraft, BudgetRowDraft, LineSource,
};
use crate::finding::Findings;
use crate::form::{Pairs, field};
use crate::money::Money;
use crate::table::{Cell, Fault, Table, TableRow};
use crate::table_import::{ImportKind, RemarkCode, code_of, places, recognise};

/// Rows of one decision that are imported at most: a city's whole operating plan has fewer.
pub const MAX_IMPORTED: usize = 10_000;

/// What a column of the table holds: the fields of a [`BudgetRowDraft`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetColumn {
    /// Number of the line.
    Code,
    /// Name of the line.
    Name,
    /// Name of the appropriation.
    Appropriation,
    /// What a new appropriation binds.
    Basis,
    /// Where the money of a new line comes from.
    Source,
    /// The amount.
    Amount,
}

/// Words for what an appropriation binds, in small letters without signs.
const BASES: [(AppropriationBasis, &[&str]); 2] = [
    (
        AppropriationBasis::Gross,
        &["brutto", "bruttositova", "gross"],
    ),
    (AppropriationBasis::Net, &["netto", "nettositova", "net"]),
];

/// Words for where money comes from, likewise.
const SOURCES: [(LineSource, &[&str]); 2] = [
    (
        LineSource::Appropriation,
        &["määräraha", "anslag", "anslaget", "appropriation"],
    ),
    (
        LineSource::Reserve,
        &[
            "taseenvaraus",
            "varaus",
            "reservibalansräkningen",
            "reserv",
            "reserveinthebalancesheet",
            "reserve",
        ],
    ),
];

impl BudgetColumn {
    /// Every column, in the order of a template.
    pub const ALL: [Self; 6] = [
        Self::Code,
        Self::Name,
        Self::Appropriation,
        Self::Basis,
        Self::Source,
        Self::Amount,
    ];

    /// The field of a row that it fills.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::Name => "name",
            Self::Appropriation => "appropriation",
            Self::Basis => "basis",
            Self::Source => "source",
            Self::Amount => "amount",
        }
    }

    /// The field of the form by which it is chosen, e.g. `column-code`.
    pub fn choice(self) -> String {
        format!("column-{}", self.field())
    }

    /// The column that a name in a header means, whatever its language and its case.
    ///
    /// ```
    /// use domain::budget::BudgetColumn;
    /// assert_eq!(BudgetColumn::of_header("Summa, €"), Some(BudgetColumn::Amount));
    /// assert_eq!(BudgetColumn::of_header("Kohdan numero"), Some(BudgetColumn::Code));
    /// assert_eq!(BudgetColumn::of_header("Huomautus"), None);
    /// ```
    pub fn of_header(name: &str) -> Option<Self> {
        let mut columns = ImportKind::Budget.columns().iter();
        let at = columns.position(|column| column.is_named(name))?;
        Self::ALL.get(at).copied()
    }
}

/// An import as typed: the facts of the decision, and which column of the file is what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetImportDraft {
    /// The decision without rows.
    pub facts: BudgetDecisionDraft,
    /// For each of [`BudgetColumn::ALL`] the place of its column in the file, counted from 1; empty
    /// where the file has none.
    pub columns: [String; 6],
    /// Whether expenses are negative in the file, as in a ledger.
    pub turned: bool,
}

impl BudgetImportDraft {
    /// Chooses the columns whose names in the header are known; the first one of each.
    pub fn recognise(&mut self, header: &[String]) {
        let chosen = recognise(ImportKind::Budget.columns(), header);
        for (place, chosen) in self.columns.iter_mut().zip(chosen) {
            *place = chosen;
        }
    }

    /// Reads it from the fields of its form.
    pub fn from_pairs(pairs: &[(String, String)]) -> Self {
        Self {
            facts: BudgetDecisionDraft {
                rows: Vec::new(),
                ..BudgetDecisionDraft::from_pairs(pairs)
            },
            columns: BudgetColumn::ALL.map(|column| field(pairs, &column.choice())),
            turned: field(pairs, "turned") == "1",
        }
    }

    /// The fields of its form, from which the same is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = self.facts.to_pairs();
        let columns = BudgetColumn::ALL.iter().zip(&self.columns);
        pairs.extend(columns.map(|(column, chosen)| (column.choice(), chosen.clone())));
        if self.turned {
            pairs.push(("turned".to_owned(), "1".to_owned()));
        }
        pairs
    }
}

/// What a file would record, row by row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetImport {
    /// Its rows in the order of the file.
    pub rows: Vec<ImportedRow>,
    /// What is wrong with the facts of the decision and the choice of columns.
    pub findings: Findings,
    /// What is to be said of the file as a whole.
    pub faults: Vec<Fault>,
    /// The decision, where nothing is wrong.
    pub decision: Option<BudgetDecision>,
}

/// A row of a file as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedRow {
    /// Its number in the file.
    pub number: u32,
    /// What was read.
    pub read: BudgetRowDraft,
    /// What is wrong with it.
    pub remarks: Vec<Remark>,
    /// What the place had before; nothing where no decision has set it.
    pub before: Option<Money>,
    /// What it would have, where the whole import is in order.
    pub after: Option<Money>,
}

/// Something that is wrong with a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The column it is about; `None` where it is about the row.
    pub column: Option<BudgetColumn>,
    /// What is wrong.
    pub code: RemarkCode,
}

impl BudgetImport {
    /// Reads a table as the rows of a decision about a budget as it is recorded so far.
    pub fn of(table: &Table, draft: &BudgetImportDraft, budget: &Budget) -> Self {
        let mut findings = draft.facts.check_facts();
        let kind = ImportKind::Budget;
        let width = table.columns.len();
        let chosen = &draft.columns;
        let places = places(kind.columns(), chosen, width, kind.needs(), &mut findings);
        let mut faults = table.faults.clone();
        if table.rows.len() > MAX_IMPORTED {
            faults.push(Fault::OverDecision);
        }
        let rows = table.rows.iter().take(MAX_IMPORTED);
        let mut import = Self {
            rows: rows
                .map(|row| read_row(row, &places, draft.turned))
                .collect(),
            findings,
            faults,
            decision: None,
        };
        if import.findings.is_empty() {
            import.check(&draft.facts, budget);
        }
        import
    }

    /// Reads the rows as a decision; what is found is said at the row it belongs to.
    fn check(&mut self, facts: &BudgetDecisionDraft, budget: &Budget) {
        let rows = self.rows.iter().map(|row| row.read.clone());
        let decision = BudgetDecisionDraft {
            rows: rows.collect(),
            ..facts.clone()
        };
        let read = decision.read(budget);
        let found = read.as_ref().err().cloned().unwrap_or_default();
        for finding in found {
            let row = row_and_field(&finding.place);
            let row = row.and_then(|(row, field)| Some((self.rows.get_mut(row)?, field)));
            let Some((row, field)) = row else {
                self.findings.push(finding);
                continue;
            };
            let column = BudgetColumn::ALL.into_iter().find(|of| of.field() == field);
            // What was not read is missing for that reason alone.
            if row.remarks.iter().all(|of| of.column != column) {
                row.remarks.push(Remark {
                    column,
                    code: RemarkCode::Finding(finding.code),
                });
            }
        }
        let is_clean = self.rows.iter().all(|row| row.remarks.is_empty())
            && self
                .faults
                .iter()
                .all(|fault| fault.weight() == crate::finding::Weight::Notice);
        let Some(decision) = read.ok().filter(|_| is_clean) else {
            return;
        };
        let after = budget.after(&decision);
        for (row, entry) in self.rows.iter_mut().zip(&decision.entries) {
            row.before = budget.sums(&entry.place).amended;
            row.after = after.sums(&entry.place).amended;
        }
        self.decision = Some(decision);
    }

    /// How many rows have something wrong.
    pub fn refused(&self) -> usize {
        let wrong = self.rows.iter().filter(|row| !row.remarks.is_empty());
        wrong.count()
    }

    /// What the amounts that were read come to: what is added, what is taken, and both together.
    /// `None` where they do not fit.
    pub fn totals(&self) -> Option<[Money; 3]> {
        let amounts = || {
            self.rows
                .iter()
                .filter_map(|row| row.read.amount.parse().ok())
        };
        let added = Money::checked_sum(amounts().filter(|amount| *amount > Money::ZERO))?;
        let taken = Money::checked_sum(amounts().filter(|amount| *amount < Money::ZERO))?;
        Some([added, taken, added.checked_add(taken)?])
    }
}

/// The row and the field of a place such as `rows-2-amount`.
fn row_and_field(place: &str) -> Option<(usize, &str)> {
    let (row, field) = place.strip_prefix("rows-")?.split_once('-')?;
    Some((row.parse().ok()?, field))
}

fn read_row(row: &TableRow, places: &[Option<usize>], turned: bool) -> ImportedRow {
    let mut remarks: Vec<Remark> = Vec::new();
    let mut remark = |column, code| remarks.push(Remark { column, code });
    if let Some(fault) = row.fault {
        remark(None, RemarkCode::Fault(fault));
    }
    let mut at = 0;
    let [code, name, appropriation, basis, source, amount] = BudgetColumn::ALL.map(|column| {
        let cell = places
            .get(at)
            .copied()
            .flatten()
            .and_then(|place| row.cells.get(place));
        at += 1;
        let Some(cell) = cell else {
            return String::new();
        };
        if let Cell::Fault(fault) = cell {
            remark(Some(column), RemarkCode::Fault(*fault));
        }
        let typed = cell.typed();
        let coded = match column {
            _ if typed.is_empty() => return typed,
            BudgetColumn::Basis => code_of(&typed, &BASES, AppropriationBasis::code),
            BudgetColumn::Source => code_of(&typed, &SOURCES, LineSource::code),
            BudgetColumn::Amount => return in_our_sign(typed, turned),
            _ => return typed,
        };
        if coded.is_none() {
            remark(Some(column), RemarkCode::Fault(Fault::UnknownWord));
        }
        coded.map_or(typed, str::to_owned)
    });
    ImportedRow {
        number: row.number,
        read: BudgetRowDraft {
            appropriation,
            code,
            name,
            basis,
            source,
            amount,
        },
        remarks,
        before: None,
        after: None,
    }
}

/// An amount as it is recorded, expenses positive; what is no amount stays as it is.
fn in_our_sign(typed: String, turned: bool) -> String {
    let Ok(amount) = typed.parse::<Money>() else {
        return typed;
    };
    let cents = if turned {
        -amount.cents()
    } else {
        amount.cents()
    };
    let sign = if cents < 0 { "-" } else { "" };
    let cents = cents.unsigned_abs();
    format!("{sign}{},{:02}", cents / 100, cents % 100)
}
