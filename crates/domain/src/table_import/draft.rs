//! What is typed beside a file, and which of its columns is what.

use super::{ImportKind, recognise};
use crate::finding::Findings;
use crate::form::{Pairs, field};

/// What is typed beside a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportDraft {
    /// What its rows are.
    pub kind: ImportKind,
    /// Of a ledger: the accounting year.
    pub year: String,
    /// Of plans: why their new versions are made.
    pub reason: String,
    /// Of a ledger: whether expenses are negative in the file.
    pub turned: bool,
    /// For each column of the kind its place in the file, counted from 1; empty where the file has
    /// none.
    pub columns: Vec<String>,
}

impl ImportDraft {
    /// Nothing typed and nothing chosen.
    pub fn new(kind: ImportKind) -> Self {
        Self {
            kind,
            year: String::new(),
            reason: String::new(),
            turned: false,
            columns: vec![String::new(); kind.columns().len()],
        }
    }

    /// Chooses the columns whose names in the header are known.
    pub fn recognise(&mut self, header: &[String]) {
        self.columns = recognise(self.kind.columns(), header);
    }

    /// What is wrong with what was typed beside the file.
    pub fn check(&self) -> Findings {
        let mut findings = Findings::default();
        match self.kind {
            ImportKind::Ledger => {
                let _ = findings.year("year", &self.year);
            }
            ImportKind::Plans => {
                let _ = findings.required("reason", &self.reason, 500);
            }
            ImportKind::Budget | ImportKind::Projects => {}
        }
        findings
    }

    /// The accounting year, as far as it is one.
    pub fn typed_year(&self) -> Option<u16> {
        Findings::default().year("year", &self.year)
    }

    /// Reads it from the fields of its form.
    pub fn from_pairs(kind: ImportKind, pairs: &[(String, String)]) -> Self {
        let columns = kind.columns().iter();
        Self {
            kind,
            year: field(pairs, "year"),
            reason: field(pairs, "reason"),
            turned: field(pairs, "turned") == "1",
            columns: columns.map(|of| field(pairs, &of.choice())).collect(),
        }
    }

    /// The fields of its form, from which the same is read.
    pub fn to_pairs(&self) -> Pairs {
        let mut pairs = vec![
            ("year".to_owned(), self.year.clone()),
            ("reason".to_owned(), self.reason.clone()),
        ];
        let columns = self.kind.columns().iter().zip(&self.columns);
        pairs.extend(columns.map(|(column, chosen)| (column.choice(), chosen.clone())));
        if self.turned {
            pairs.push(("turned".to_owned(), "1".to_owned()));
        }
        pairs
    }
}
