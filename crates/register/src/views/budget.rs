//! The budget of a year and its lines, with every row that a sum is made of.

use domain::budget::{Appropriation, Budget, BudgetPlace, LinePosition, Promised};
use domain::view::budget::{
    AppropriationRow, BudgetDecisionLine, BudgetLineSheet, BudgetSheet, BudgetTask, ClosingLine,
    LineRow, OverrideLine, UnplacedRow,
};
use store::{BudgetClosingRow, BudgetDecisionRow, OverrideRow, OverrideSource, StoreError, Tx};
use time::Date;

use super::commitment::commitment_line;
use super::desk::read_as;
use crate::actor::Actor;
use crate::budget::load;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

fn closing_line(row: BudgetClosingRow) -> ClosingLine {
    ClosingLine {
        kind: row.kind,
        reason: row.reason,
        recorded_at: helsinki(row.recorded_at),
        office: row.office,
    }
}

/// The budget of a year, or of this year where none is asked for.
pub async fn budget(
    register: &Register,
    actor: &Actor,
    year: Option<u16>,
) -> Result<BudgetSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let this_year = u16::try_from(register.clock().today().year()).unwrap_or_default();
    let year = year.unwrap_or(this_year);
    let mut years = tx.budget_years().await?;
    for wanted in [this_year.saturating_add(1), this_year, year] {
        if !years.contains(&wanted) {
            years.push(wanted);
        }
    }
    years.sort_unstable_by(|one, other| other.cmp(one));
    let decisions = tx.budget_decisions(year).await?;
    let budget = Budget::of(year, decisions.iter().map(|row| &row.decision));
    let promised = tx.promised_of_year(year, None).await?;
    let (placed, unplaced): (Vec<_>, Vec<_>) = promised.into_iter().partition(|(code, _)| {
        let code = code.as_deref().unwrap_or_default();
        budget.line(code).is_some()
    });
    let mut lines = Vec::with_capacity(budget.lines.len());
    for line in &budget.lines {
        let code = line.facts.code.as_str();
        let of_line = placed.iter().filter(|(of, _)| of.as_deref() == Some(code));
        let promised = sum(year, of_line.map(|(_, promised)| *promised))?;
        lines.push(LineRow {
            facts: line.facts.clone(),
            position: LinePosition::of(line.sums, promised).ok_or_else(|| too_large(year))?,
        });
    }
    let all = placed
        .iter()
        .chain(&unplaced)
        .map(|(_, promised)| *promised);
    let promised = sum(year, all)?;
    let mut appropriations = Vec::with_capacity(budget.appropriations.len());
    for appropriation in &budget.appropriations {
        let of_lines = budget.of_lines(&appropriation.name);
        let of_lines = of_lines.ok_or_else(|| too_large(year))?;
        appropriations.push(AppropriationRow {
            appropriation: appropriation.clone(),
            of_lines,
            position: binding_position(appropriation, &lines).ok_or_else(|| too_large(year))?,
        });
    }
    let closings = tx.budget_closings(year).await?;
    let unplaced = unplaced.into_iter();
    let decisions = decisions.into_iter().rev();
    Ok(BudgetSheet {
        year,
        closings: closings.into_iter().map(closing_line).collect(),
        has_ended: year < this_year,
        years,
        appropriations,
        lines,
        unplaced: unplaced
            .map(|(code, promised)| UnplacedRow { code, promised })
            .collect(),
        promised,
        overrides: overrides(tx.overrides_of_year(year).await?),
        decisions: decisions.map(decision_line).collect(),
    })
}

/// The years from the last one on whose budget is recorded and does not have what was promised.
pub(super) async fn waiting(tx: &mut Tx, today: Date) -> Result<Vec<BudgetTask>, Refusal> {
    let mut tasks = Vec::new();
    for year in tx.budget_years().await? {
        if i32::from(year) < today.year() - 1 {
            continue;
        }
        let budget = load(tx, year).await?;
        // Before the council has approved it there is nothing to do about a year.
        if budget.lines.is_empty() {
            continue;
        }
        let promised = tx.promised_of_year(year, None).await?;
        let mut task = BudgetTask {
            year,
            unplaced: 0,
            exceeded: 0,
        };
        for (code, promised) in promised {
            match code.and_then(|code| budget.line(&code)) {
                None => task.unplaced += 1,
                Some(line) => {
                    let position = LinePosition::of(line.sums, promised);
                    let exceeds = position.is_none_or(LinePosition::is_exceeded);
                    task.exceeded += usize::from(exceeds);
                }
            }
        }
        if task.unplaced + task.exceeded > 0 {
            tasks.push(task);
        }
    }
    Ok(tasks)
}

/// Where an appropriation stands: what is promised from the lines below it.
fn binding_position(of: &Appropriation, lines: &[LineRow]) -> Option<LinePosition> {
    let below = lines.iter();
    let mut below = below.filter(|line| line.facts.appropriation == of.name);
    let promised = below.try_fold(Promised::default(), |sum, line| {
        sum.plus(line.position.promised)
    });
    LinePosition::of(of.sums, promised?)
}

/// Accepted excesses as officials see them.
pub(super) fn overrides(rows: Vec<OverrideRow>) -> Vec<OverrideLine> {
    let line = |row: OverrideRow| OverrideLine {
        excess: row.excess,
        reason: row.reason,
        decision: match row.source {
            OverrideSource::Decision(id) => Some(id),
            OverrideSource::Budget(_) => None,
        },
        recorded_at: helsinki(row.recorded_at),
        office: row.office,
    };
    rows.into_iter().map(line).collect()
}

/// A line of a year by its number, or what draws on no line.
pub async fn budget_line(
    register: &Register,
    actor: &Actor,
    year: u16,
    code: Option<&str>,
) -> Result<BudgetLineSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let commitments = tx.commitments_of_line(year, code).await?.into_iter();
    let commitments: Vec<_> = commitments.map(commitment_line).collect();
    let decisions = tx.budget_decisions(year).await?;
    let budget = Budget::of(year, decisions.iter().map(|row| &row.decision));
    let line = code.and_then(|code| budget.line(code));
    if line.is_none() && commitments.is_empty() {
        return Err(Refusal::NotFound);
    }
    let drawn = commitments.iter().map(|of| of.position.drawn());
    let drawn = drawn.collect::<Option<Vec<_>>>();
    let promised = drawn.and_then(Promised::of);
    let promised = promised.ok_or_else(|| too_large(year))?;
    let line = match line {
        None => None,
        Some(line) => Some(LineRow {
            facts: line.facts.clone(),
            position: LinePosition::of(line.sums, promised).ok_or_else(|| too_large(year))?,
        }),
    };
    let mut entries = Vec::new();
    for row in decisions {
        let of_line = row
            .decision
            .entries
            .iter()
            .find(|entry| match &entry.place {
                BudgetPlace::Line(facts) => Some(facts.code.as_str()) == code,
                BudgetPlace::Appropriation { .. } => false,
            });
        if let Some(amount) = of_line.map(|entry| entry.amount) {
            entries.push((decision_line(row), amount));
        }
    }
    Ok(BudgetLineSheet {
        year,
        code: code.map(str::to_owned),
        line,
        promised,
        entries,
        commitments,
    })
}

pub(super) fn sum(
    year: u16,
    mut promised: impl Iterator<Item = Promised>,
) -> Result<Promised, Refusal> {
    let sum = promised.try_fold(Promised::default(), Promised::plus);
    sum.ok_or_else(|| too_large(year))
}

/// No typed amounts add up to so much: somebody wrote past the register.
pub(crate) fn too_large(year: u16) -> Refusal {
    StoreError::Inconsistent {
        table: "commitment",
        column: "amount_cents",
        row: year.to_string(),
    }
    .into()
}

fn decision_line(row: BudgetDecisionRow) -> BudgetDecisionLine {
    BudgetDecisionLine {
        decision: row.decision,
        recorded_at: helsinki(row.recorded_at),
        office: row.office,
    }
}
