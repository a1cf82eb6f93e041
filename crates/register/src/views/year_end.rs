//! What the budget of a year came to, and what was paid for it.

use std::collections::BTreeMap;

use domain::Money;
use domain::budget::LineOutcome;
use domain::view::budget::{PaymentSheet, YearEndRow, YearEndSheet};
use domain::view::commitment_list::Named;

use super::budget::{sum, too_large};
use super::desk::read_as;
use crate::actor::Actor;
use crate::budget::load;
use crate::refusal::Refusal;
use crate::register::Register;

/// The outcome of each line of a year.
pub async fn year_end(
    register: &Register,
    actor: &Actor,
    year: u16,
) -> Result<YearEndSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let budget = load(&mut tx, year).await?;
    let next = load(&mut tx, year.saturating_add(1)).await?;
    let promised = tx.promised_of_year(year, None).await?;
    let mut realised: BTreeMap<Option<String>, Money> = BTreeMap::new();
    for line in tx.payments_of_year(year).await? {
        let paid = realised.entry(line.budget_line).or_default();
        *paid = paid
            .checked_add(line.amount)
            .ok_or_else(|| too_large(year))?;
    }
    let mut names: BTreeMap<Option<String>, Option<String>> = BTreeMap::new();
    for line in &budget.lines {
        let code = line.facts.code.as_str().to_owned();
        names.insert(Some(code), Some(line.facts.name.clone()));
    }
    let others = promised.iter().map(|(code, _)| code).chain(realised.keys());
    for code in others {
        names.entry(code.clone()).or_insert(None);
    }
    let mut rows = Vec::with_capacity(names.len());
    for (code, name) in names {
        let of_line = promised.iter().filter(|(of, _)| *of == code);
        let of_line = sum(year, of_line.map(|(_, promised)| *promised))?;
        let line = code.as_deref().and_then(|code| budget.line(code));
        let next = code.as_deref().and_then(|code| next.line(code));
        let outcome = LineOutcome::of(
            line.and_then(|line| line.sums.amended),
            realised.get(&code).copied().unwrap_or_default(),
            of_line,
            next.and_then(|line| line.sums.amended),
        );
        rows.push(YearEndRow {
            code,
            name,
            outcome: outcome.ok_or_else(|| too_large(year))?,
        });
    }
    // What the budget knows stands first.
    rows.sort_by_key(|row| row.name.is_none());
    let total = together(&rows).ok_or_else(|| too_large(year))?;
    Ok(YearEndSheet { year, rows, total })
}

fn together(rows: &[YearEndRow]) -> Option<LineOutcome> {
    let all = |part: fn(&LineOutcome) -> Option<Money>| {
        let parts = rows.iter().filter(|row| row.name.is_some());
        let parts: Option<Vec<Money>> = parts.map(|row| part(&row.outcome)).collect();
        parts.and_then(Money::checked_sum)
    };
    Some(LineOutcome {
        amended: all(|of| of.amended),
        realised: Money::checked_sum(rows.iter().map(|row| row.outcome.realised))?,
        unused: all(|of| of.unused),
        open: Money::checked_sum(rows.iter().map(|row| row.outcome.open))?,
        next_year: None,
    })
}

/// What was paid for an accounting year by accrual or came back in it, by day; of one budget line,
/// of none or of all.
pub async fn payments(
    register: &Register,
    actor: &Actor,
    year: u16,
    budget_line: Option<Named<String>>,
) -> Result<PaymentSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let mut lines = tx.payments_of_year(year).await?;
    lines.retain(|line| match &budget_line {
        None => true,
        Some(Named::Is(code)) => line.budget_line.as_ref() == Some(code),
        Some(Named::Nothing) => line.budget_line.is_none(),
    });
    PaymentSheet::of(year, budget_line, lines).ok_or_else(|| too_large(year))
}
