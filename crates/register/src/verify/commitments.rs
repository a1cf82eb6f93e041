//! Entries about commitments: each as the audit log says, none gone, and their sums those of the
//! rules.

use domain::commitment::{CommitmentKey, Course};
use store::{CommitmentEntryRow, StoreError, Tx};

use super::chain::{Trail, agrees};
use super::decisions::Frozen;
use super::{Break, Report};
use crate::commitments::{course, logged};

/// Checks those of every frozen decision.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
    frozen: &Frozen,
) -> Result<(), StoreError> {
    for (decision, signed) in frozen {
        let rows = tx.commitment_entries(*decision, None).await?;
        for row in &rows {
            report.commitment_entries += 1;
            let id = row.entry.id.to_string();
            let of_log = trail.commitment_entries.remove(&id);
            let row = logged(*decision, row);
            if !of_log.is_some_and(|of_log| agrees(of_log.as_ref(), &row)) {
                report.breaks.push(Break::CommitmentEntry(id));
            }
        }
        for rows in rows.chunk_by(|one, other| one.line == other.line) {
            let line = rows.first().map_or(0, |row| row.line);
            let key = CommitmentKey {
                decision: *decision,
                line,
            };
            let standing = tx.commitment(key).await;
            let standing = report.unless_inconsistent(standing)?;
            let holds = standing.is_some_and(|standing| {
                let position = standing.position;
                let course = course(standing, rows);
                course.position() == Some(position) && are_moves_of(&course, rows)
            });
            if !holds {
                let section = signed.section.clone();
                report.breaks.push(Break::CommitmentSums(section, line));
            }
        }
    }
    for key in tx.wrong_standings().await? {
        let section = frozen.get(&key.decision).map(|signed| &signed.section);
        report
            .breaks
            .extend(section.map(|section| Break::Standing(section.clone(), key.line)));
    }
    let gone = trail.commitment_entries.drain();
    let gone = gone.map(|(id, _)| Break::CommitmentEntry(id));
    report.breaks.extend(gone);
    Ok(())
}

/// Whether each row is stored with its number and with what its entry moves.
fn are_moves_of(course: &Course, rows: &[CommitmentEntryRow]) -> bool {
    (1..)
        .zip(rows)
        .all(|(number, row)| row.entry.number == number && course.moves(number) == Some(row.moves))
}
