//! What the register has that the rows of a file are read against.

use std::collections::BTreeMap;

use domain::case::CaseState;
use domain::table::Table;
use domain::table_import::ledger::{self, LedgerMatch};
use domain::table_import::plans::{self, NewPlan, PlanInForce};
use domain::table_import::projects::{self, Known, NewProject};
use domain::table_import::{ImportDraft, ImportKind, ImportReport};
use domain::view::commitment::PaymentLine;
use store::Tx;
use time::Date;

use crate::refusal::Refusal;

/// What rows are read against.
pub(super) enum Against {
    Ledger {
        payments: Vec<PaymentLine>,
        is_closed: bool,
    },
    Projects(Known),
    Plans(plans::Known),
}

/// What a file would record.
pub(super) enum Planned {
    Ledger(Vec<LedgerMatch>),
    Projects(Vec<NewProject>),
    Plans(Vec<NewPlan>),
}

impl Against {
    pub(super) async fn load(
        tx: &mut Tx,
        table: &Table,
        draft: &ImportDraft,
        today: Date,
    ) -> Result<Self, Refusal> {
        match draft.kind {
            ImportKind::Ledger => {
                let year = draft.typed_year().ok_or(Refusal::NotFound)?;
                Ok(Self::Ledger {
                    payments: tx.payments_of_year(year).await?,
                    is_closed: tx.is_budget_closed(year).await?,
                })
            }
            ImportKind::Projects => known(tx, table, draft, today).await.map(Self::Projects),
            ImportKind::Plans => plans(tx, table, draft, today).await.map(Self::Plans),
            // The budget has steps of its own.
            ImportKind::Budget => Err(Refusal::NotFound),
        }
    }

    pub(super) fn read(&self, table: &Table, draft: &ImportDraft) -> (ImportReport, Planned) {
        match self {
            Self::Ledger {
                payments,
                is_closed,
            } => {
                let (report, matches) = ledger::read(table, draft, payments, *is_closed);
                (report, Planned::Ledger(matches))
            }
            Self::Projects(known) => {
                let (report, added) = projects::read(table, draft, known);
                (report, Planned::Projects(added))
            }
            Self::Plans(known) => {
                let (report, saved) = plans::read(table, draft, known);
                (report, Planned::Plans(saved))
            }
        }
    }
}

async fn known(
    tx: &mut Tx,
    table: &Table,
    draft: &ImportDraft,
    today: Date,
) -> Result<Known, Refusal> {
    let mut cases = BTreeMap::new();
    for number in projects::case_numbers(table, draft) {
        let Some(case) = tx.case_by_number(&number).await? else {
            continue;
        };
        let record = tx.case_record(case.id).await?;
        if record.is_some_and(|record| record.state != CaseState::Disposed) {
            cases.insert(number.key(), case.id);
        }
    }
    let organisations = tx.organisations().await?;
    let projects = tx.newest_projects().await?;
    Ok(Known::new(cases, &organisations, projects, today))
}

async fn plans(
    tx: &mut Tx,
    table: &Table,
    draft: &ImportDraft,
    today: Date,
) -> Result<plans::Known, Refusal> {
    let organisations = tx.organisations().await?;
    let known = plans::Known::new(tx.newest_projects().await?, &organisations, today);
    let mut in_force = BTreeMap::new();
    for project in known.named(table, draft) {
        if let Some(row) = tx.newest_plan(project).await? {
            let plan = PlanInForce {
                version: row.version,
                plan: row.plan,
                draft: row.draft,
            };
            in_force.insert(project, plan);
        }
    }
    Ok(known.with_plans(in_force))
}
