//! Entries about payment claims: each as the audit log says, none gone, and such as the rules allow.

use domain::payment_claim::ClaimBook;
use store::{ClaimEntryRow, ClaimLeft, StoreError, Tx};

use super::chain::{Trail, agrees};
use super::{Break, Report};
use crate::payment_claims::{facts, logged};

/// Checks those of every project.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
) -> Result<(), StoreError> {
    for project in tx.projects_with_claims().await? {
        let rows = tx.claim_entries(project).await;
        let rows = report.unless_inconsistent(rows)?;
        for row in &rows {
            report.claim_entries += 1;
            let id = row.entry.id.to_string();
            let of_log = trail.claim_entries.remove(&id);
            let row = logged(project, row);
            if !of_log.is_some_and(|of_log| agrees(of_log.as_ref(), &row)) {
                report.breaks.push(Break::ClaimEntry(id));
            }
        }
        if !are_left_so(&rows) {
            report.breaks.push(Break::Claims(project.to_string()));
        }
    }
    let gone = trail.claim_entries.drain();
    report
        .breaks
        .extend(gone.map(|(id, _)| Break::ClaimEntry(id)));
    Ok(())
}

/// Whether the rules allow each row, and it is stored with its number and with how it leaves its
/// claim.
fn are_left_so(rows: &[ClaimEntryRow]) -> bool {
    let facts = facts(rows);
    rows.iter().enumerate().all(|(at, row)| {
        let Some(so_far) = facts.get(..=at) else {
            return false;
        };
        let book = ClaimBook::of(so_far);
        let left = book
            .as_ref()
            .and_then(|book| ClaimLeft::by(book, &row.entry.fact));
        let is_numbered = u32::try_from(at + 1).is_ok_and(|number| number == row.entry.number);
        book.is_some() && is_numbered && left == row.left
    })
}
