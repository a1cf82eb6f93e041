//! Promises beyond what the council gave: possible only with a reason, which is kept and shown.

use std::collections::BTreeSet;

use domain::check::{Excess, worsened};
use domain::decision::DecisionContent;
use domain::finding::{FindingCode, Findings};
use store::{OverrideRow, OverrideSource, Tx};

use crate::budget;
use crate::change::Change;
use crate::ids::new_id;
use crate::refusal::Refusal;

/// The excesses of some years as they stand before a change, to be compared afterwards.
pub(crate) struct Before {
    years: BTreeSet<u16>,
    excesses: Vec<Excess>,
}

/// The years whose promises a decision changes: those it promises money for, and every year where
/// it changes an earlier decision.
pub(crate) async fn years_of(
    tx: &mut Tx,
    content: &DecisionContent,
) -> Result<BTreeSet<u16>, Refusal> {
    let own = content.commitments.0.iter().filter_map(|line| line.year);
    let mut years: BTreeSet<u16> = own.collect();
    if !content.changes.0.is_empty() {
        years.extend(tx.budget_years().await?);
    }
    Ok(years)
}

impl Before {
    /// How it stands now.
    pub(crate) async fn of(tx: &mut Tx, years: BTreeSet<u16>) -> Result<Self, Refusal> {
        let excesses = excesses(tx, &years).await?;
        Ok(Self { years, excesses })
    }

    /// Accepts with a reason what is worse than before, and keeps it. Gives what was accepted.
    ///
    /// # Errors
    /// A finding at `excess_reason` where something is worse and no reason was given.
    pub(crate) async fn accept(
        self,
        change: &mut Change,
        source: OverrideSource,
        reason: &str,
    ) -> Result<Vec<Excess>, Refusal> {
        let after = excesses(change.tx(), &self.years).await?;
        let worse = worsened(&self.excesses, after);
        if worse.is_empty() {
            return Ok(worse);
        }
        if reason.trim().is_empty() {
            let code = FindingCode::ExcessWithoutReason;
            return Err(Refusal::at("excess_reason", code));
        }
        let mut findings = Findings::default();
        let reason = findings.required("excess_reason", reason, 500);
        let reason = findings.into_result(reason)?;
        let official = change.official()?;
        for excess in &worse {
            let row = OverrideRow {
                id: new_id(change.at())?,
                excess: excess.clone(),
                reason: reason.clone(),
                source,
                recorded_at: change.at(),
                office: official.office.clone(),
            };
            change.tx().add_override(&row).await?;
        }
        Ok(worse)
    }
}

async fn excesses(tx: &mut Tx, years: &BTreeSet<u16>) -> Result<Vec<Excess>, Refusal> {
    let mut all = Vec::new();
    for year in years {
        let budget = budget::load(tx, *year).await?;
        // What the council has not given yet cannot be exceeded: nothing needs to be added up.
        if budget.appropriations.is_empty() {
            continue;
        }
        let known = budget::with_promises(tx, budget, None).await?;
        all.extend(known.excesses(&[]));
    }
    Ok(all)
}
