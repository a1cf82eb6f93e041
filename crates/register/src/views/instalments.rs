//! What of the instalments and of the payment claims falls due.

use domain::view::instalment::{DueCount, DueCounts, DueLine, DueSheet, InstalmentLine};
use store::{DueRow, InstalmentEntryRow, StoreError, Tx};
use time::{Date, Duration};

use super::desk::read_as;
use super::payment_claims;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// For how long ahead the list looks.
const AHEAD: Duration = Duration::days(90);

/// The instalments that are overdue, and those that fall due within 90 days; the first day first.
pub async fn due(register: &Register, actor: &Actor) -> Result<DueSheet, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let rows = rows(&mut tx, today).await?;
    let lines = rows.into_iter().map(|row| line(row, today));
    let lines: Vec<DueLine> = lines.collect::<Result<_, Refusal>>()?;
    let claims = payment_claims::due(&mut tx, today, AHEAD).await?;
    Ok(DueSheet::of(lines, claims))
}

/// How many they are, for the desk.
pub(super) async fn count(tx: &mut Tx, today: Date) -> Result<DueCounts, Refusal> {
    let rows = rows(tx, today).await?;
    let claims = payment_claims::due(tx, today, AHEAD).await?;
    Ok(DueCounts {
        instalments: DueCount::of(rows.iter().map(|row| row.left.due_on < today)),
        claims: DueCount::of(claims.iter().map(|line| line.is_overdue)),
    })
}

async fn rows(tx: &mut Tx, today: Date) -> Result<Vec<DueRow>, Refusal> {
    let by = today.checked_add(AHEAD).unwrap_or(Date::MAX);
    Ok(tx.instalments_due(by).await?)
}

fn line(row: DueRow, today: Date) -> Result<DueLine, Refusal> {
    let open = row.left.amount.checked_sub(row.paid);
    let open = open.ok_or_else(|| StoreError::Inconsistent {
        table: "instalment_entry",
        column: "amount_cents",
        row: row.key.decision.to_string(),
    })?;
    Ok(DueLine {
        key: row.key,
        section: row.section,
        title: row.title,
        project: row.project,
        instalment: row.instalment,
        due_on: row.left.due_on,
        is_overdue: row.left.due_on < today,
        open,
        stage: row.left.stage,
        needs: row.needs,
        is_last: row.is_last,
    })
}

/// An entry as the page of a commitment lists it.
pub(super) fn entry_line(row: InstalmentEntryRow) -> InstalmentLine {
    InstalmentLine {
        number: row.entry.number,
        fact: row.entry.fact,
        recorded_at: helsinki(row.entry.recorded_at),
        office: row.entry.office,
    }
}
