//! From a decision to its money: what it promised, and what has become of that.

use domain::id::DecisionId;
use domain::view::commitment::{DecisionMoney, Parts};

use super::commitment::{commitment_line, entry_line};
use super::desk::read_as;
use super::funding::too_large;
use crate::actor::Actor;
use crate::commitments::course;
use crate::refusal::Refusal;
use crate::register::Register;

/// The money of a decision that was signed.
pub async fn decision_money(
    register: &Register,
    actor: &Actor,
    id: DecisionId,
) -> Result<DecisionMoney, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
    let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
    let project = match decision.project {
        Some(project) => tx.project(project).await?,
        None => None,
    };
    let rows = tx.commitment_entries(id, None).await?;
    let standing = tx.standing_commitments(id).await?;
    let mut entries = Vec::new();
    for commitment in &standing {
        let line = commitment.key.line;
        let of_line = rows.iter().filter(|row| row.line == line);
        let of_line: Vec<_> = of_line.cloned().collect();
        let course = course(commitment.clone(), &of_line);
        let told = of_line.into_iter();
        entries.extend(told.map(|row| (line, entry_line(&course, row))));
    }
    let committed = standing
        .iter()
        .filter(|of| of.position.strength.is_committed());
    let together = committed
        .map(|of| &of.position)
        .try_fold(Parts::default(), Parts::with)
        .ok_or_else(too_large)?;
    Ok(DecisionMoney {
        decision: id,
        title: sealed.content.title.0.clone(),
        section: sealed.section.clone(),
        project,
        lines: standing.into_iter().map(commitment_line).collect(),
        together,
        entries,
    })
}
