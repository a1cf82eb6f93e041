//! Entries about instalments: each as the audit log says, none gone, and the schedules such as the
//! rules allow.

use domain::commitment::CommitmentKey;
use domain::instalment::Schedule;
use store::{InstalmentEntryRow, InstalmentLeft, StoreError, Tx};

use super::chain::{Trail, agrees};
use super::decisions::Frozen;
use super::{Break, Report};
use crate::commitments::course;
use crate::instalments::{facts, logged};

/// Checks those of every frozen decision.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
    frozen: &Frozen,
) -> Result<(), StoreError> {
    for (decision, signed) in frozen {
        let rows = tx.instalment_entries(*decision, None).await;
        let rows = report.unless_inconsistent(rows)?;
        for row in &rows {
            report.instalment_entries += 1;
            let id = row.entry.id.to_string();
            let of_log = trail.instalment_entries.remove(&id);
            let row = logged(*decision, row);
            if !of_log.is_some_and(|of_log| agrees(of_log.as_ref(), &row)) {
                report.breaks.push(Break::InstalmentEntry(id));
            }
        }
        for rows in rows.chunk_by(|one, other| one.line == other.line) {
            let line = rows.first().map_or(0, |row| row.line);
            let key = CommitmentKey {
                decision: *decision,
                line,
            };
            let entries = tx.commitment_entries(*decision, Some(line)).await?;
            let standing = tx.commitment(key).await;
            let standing = report.unless_inconsistent(standing)?;
            let holds = standing.is_some_and(|standing| {
                let position = standing.position;
                let course = course(standing, &entries);
                let schedule = Schedule::of(&facts(rows), &course);
                let fits = schedule.is_some_and(|schedule| schedule.fits(position).is_ok());
                fits && are_left_so(rows)
            });
            if !holds {
                let section = signed.section.clone();
                report.breaks.push(Break::Instalments(section, line));
            }
        }
    }
    let gone = trail.instalment_entries.drain();
    let gone = gone.map(|(id, _)| Break::InstalmentEntry(id));
    report.breaks.extend(gone);
    Ok(())
}

/// Whether each row is stored with its number and with how its entry leaves its instalment.
fn are_left_so(rows: &[InstalmentEntryRow]) -> bool {
    let facts = facts(rows);
    rows.iter().enumerate().all(|(at, row)| {
        let Some(so_far) = facts.get(..=at) else {
            return false;
        };
        let left = Schedule::by_entries(so_far)
            .and_then(|schedule| InstalmentLeft::by(&schedule, &row.entry.fact));
        u32::try_from(at + 1).is_ok_and(|number| number == row.entry.number) && left == row.left
    })
}
