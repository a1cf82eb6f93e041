//! What was found in the city's ledger as which payment: as the audit log says, none added and none
//! gone.

use store::{StoreError, Tx};

use super::chain::Trail;
use super::{Break, Report};

/// Checks every match.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
) -> Result<(), StoreError> {
    for row in tx.ledger_matches().await? {
        report.ledger_matches += 1;
        let entry = row.entry.to_string();
        let holds = match trail.ledger_matches.remove(&entry) {
            Some(logged) => serde_json::to_value(&row).is_ok_and(|row| row == logged),
            None => trail.forgets_matches,
        };
        if !holds {
            report.breaks.push(Break::LedgerMatch(entry));
        }
    }
    let gone = trail.ledger_matches.drain();
    report
        .breaks
        .extend(gone.map(|(entry, _)| Break::LedgerMatch(entry)));
    Ok(())
}
