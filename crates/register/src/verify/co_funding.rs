//! Entries about other funders: each as the audit log says, none gone, and such as the rules allow.

use domain::co_funding::CoFundingBook;
use store::{CoFundingEntryRow, StoreError, Tx};

use super::chain::{Trail, agrees};
use super::{Break, Report};
use crate::co_funding::{facts, logged};

/// Checks those of every project.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
) -> Result<(), StoreError> {
    for project in tx.projects_with_co_funding().await? {
        let rows = tx.co_funding_entries(project).await;
        let rows = report.unless_inconsistent(rows)?;
        for row in &rows {
            report.co_funding_entries += 1;
            let id = row.entry.id.to_string();
            let of_log = trail.co_funding_entries.remove(&id);
            let row = logged(project, row);
            if !of_log.is_some_and(|of_log| agrees(of_log.as_ref(), &row)) {
                report.breaks.push(Break::CoFundingEntry(id));
            }
        }
        if !are_left_so(&rows) {
            report.breaks.push(Break::CoFunding(project.to_string()));
        }
    }
    let gone = trail.co_funding_entries.drain();
    report
        .breaks
        .extend(gone.map(|(id, _)| Break::CoFundingEntry(id)));
    Ok(())
}

/// Whether the rules allow each row, and it is stored with its number and with how it leaves its
/// funder.
fn are_left_so(rows: &[CoFundingEntryRow]) -> bool {
    let mut book = CoFundingBook::default();
    for (number, (row, (funder, fact))) in (1_u32..).zip(rows.iter().zip(facts(rows))) {
        match book.after(funder, fact) {
            Ok(after) if after.of_funder(funder) == row.left && number == row.entry.number => {
                book = after;
            }
            _ => return false,
        }
    }
    true
}
