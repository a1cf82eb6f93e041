//! Corrections of frozen decisions: each as it was sealed and logged, and of texts alone.

use domain::decision::DecisionContent;
use serde_json::json;
use store::{SealedRow, StoreError, Tx};

use super::chain::{Trail, agrees};
use super::decisions::canonical;
use super::{Break, Report};

/// Checks the corrections of a decision; gives what it says since the last of them.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &Trail,
    row: &SealedRow,
    signed: DecisionContent,
) -> Result<DecisionContent, StoreError> {
    let mut content = signed;
    let mut next = 1;
    for (number, stored, seal) in tx.sealed_corrections(row.id).await? {
        report.corrections += 1;
        let logged = trail.corrected.get(&(row.id.to_string(), number.into()));
        let of_log = json!({ "seal": hex::encode(seal.hash) });
        let corrected = canonical(&stored).filter(|corrected| same_but_texts(corrected, &content));
        let holds = number == next
            && seal.holds_for(stored.as_bytes())
            && logged.is_some_and(|logged| agrees(logged.as_ref(), &of_log));
        match corrected {
            Some(corrected) if holds => content = corrected,
            _ => {
                let break_ = Break::Correction(row.section.clone(), number);
                report.breaks.push(break_);
            }
        }
        next = number + 1;
    }
    let logged = (1..).take_while(|number| {
        let key = (row.id.to_string(), u64::from(*number));
        trail.corrected.contains_key(&key)
    });
    let logged = logged.last().unwrap_or(0_u32);
    if logged >= next {
        report
            .breaks
            .push(Break::Correction(row.section.clone(), next));
    }
    Ok(content)
}

/// Whether two contents differ in nothing but what a correction may change.
fn same_but_texts(one: &DecisionContent, other: &DecisionContent) -> bool {
    let like_other = DecisionContent {
        title: other.title.clone(),
        resolution: other.resolution.clone(),
        background: other.background.clone(),
        authority: other.authority.clone(),
        applied_provisions: other.applied_provisions.clone(),
        contact: other.contact.clone(),
        ..one.clone()
    };
    like_other == *other
}
