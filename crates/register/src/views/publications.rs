//! What is signed and not yet public, and the section numbers that are missing.

use domain::decision::DecisionState;
use domain::section::Numbering;
use domain::view::desk::{Publications, SectionGap, WaitingLine};
use store::{StateCode, Tx};

use super::desk::read_as;
use super::list::decision_line;
use super::sheet::to_publish;
use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;

/// Years back in which gaps are looked for.
const YEARS: u16 = 10;

/// The decisions that wait for their publication, and the gaps in series that are numbered here:
/// where the city's case system gives the numbers, it knows of its gaps.
pub async fn publications(register: &Register, actor: &Actor) -> Result<Publications, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let series = tx.all_series().await?;
    let mut waiting = Vec::new();
    for row in tx.unfinished_decisions().await? {
        if row.state != StateCode::Signed {
            continue;
        }
        let decision = tx.decision(row.id).await?.ok_or(Refusal::NotFound)?;
        if let (DecisionState::Signed(_), Some(to_publish)) =
            (&decision.state, to_publish(&decision, &series, now.date()))
        {
            waiting.push(WaitingLine {
                decision: decision_line(row, now),
                to_publish,
            });
        }
    }
    let this_year = u16::try_from(now.year()).unwrap_or_default();
    let mut gaps = Vec::new();
    for series in series {
        if series.numbering != Numbering::IssuedHere {
            continue;
        }
        for year in (this_year.saturating_sub(YEARS)..=this_year).rev() {
            let numbers = missing(&mut tx, &series.slug, year).await?;
            if !numbers.is_empty() {
                gaps.push(SectionGap {
                    decision_maker: series.decision_maker.clone(),
                    year,
                    numbers,
                });
            }
        }
    }
    Ok(Publications { waiting, gaps })
}

/// The numbers from 1 to the last given one that no decision has.
async fn missing(tx: &mut Tx, series: &domain::slug::Slug, year: u16) -> Result<Vec<u32>, Refusal> {
    let given = tx.section_numbers(series, year).await?;
    let last = given.last().copied().unwrap_or_default();
    let given: std::collections::BTreeSet<u32> = given.into_iter().collect();
    Ok((1..=last)
        .filter(|number| !given.contains(number))
        .collect())
}
