//! Payments that were found in the city's ledger.

use domain::id::LedgerMatchId;
use domain::table_import::ledger::LedgerMatch;
use time::{Date, OffsetDateTime};
use uuid::Uuid;

use crate::error::unique;
use crate::tx::{execute, fetch_all, stored};
use crate::{StoreError, Tx};

const ADD: &str = "
    insert into ledger_match (id, entry, voucher, account, cost_centre, posted_on, file_sha256,
        recorded_at, office)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

const ALL: &str = "
    select entry, voucher, account, cost_centre, posted_on from ledger_match order by entry";

/// A payment that was found in a file of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerMatchRow {
    /// Its identity.
    pub id: LedgerMatchId,
    /// What was found as what.
    pub of: LedgerMatch,
    /// The hash of the file.
    pub file_sha256: [u8; 32],
    /// When it was recorded.
    pub recorded_at: OffsetDateTime,
    /// The office that recorded it, as it was called; `None` from the command line.
    pub office: Option<String>,
}

impl Tx {
    /// Adds a match; [`StoreError::Unique`] `ledger_match` where the payment has one.
    pub async fn add_ledger_match(&mut self, row: &LedgerMatchRow) -> Result<(), StoreError> {
        execute!(
            self,
            ADD,
            Uuid::from(row.id),
            Uuid::from(row.of.entry),
            &row.of.voucher,
            &row.of.account,
            &row.of.cost_centre,
            row.of.posted_on,
            &row.file_sha256[..],
            stored(row.recorded_at),
            row.office.as_deref(),
        )
        .map_err(unique("ledger_match"))?;
        Ok(())
    }

    /// Every match, by payment.
    pub async fn ledger_matches(&mut self) -> Result<Vec<LedgerMatch>, StoreError> {
        let rows: Vec<MatchColumns> = fetch_all!(self, ALL)?;
        let matches = rows.into_iter().map(|row| LedgerMatch {
            entry: row.entry.into(),
            voucher: row.voucher,
            account: row.account,
            cost_centre: row.cost_centre,
            posted_on: row.posted_on,
        });
        Ok(matches.collect())
    }
}

#[derive(sqlx::FromRow)]
struct MatchColumns {
    entry: Uuid,
    voucher: String,
    account: String,
    cost_centre: String,
    posted_on: Option<Date>,
}
