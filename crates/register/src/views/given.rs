//! The extracts that were given, and the documents that were made.

use domain::id::DecisionId;
use domain::view::desk::{GivenExtract, GivenExtracts, MadeDocument};
use store::GivenExtractRow;

use super::desk::read_as;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// Extracts on a page of the list.
const PAGE: u32 = 50;

/// A page of the extracts given, of one decision or of all, the newest first.
pub async fn extracts(
    register: &Register,
    actor: &Actor,
    decision: Option<DecisionId>,
    page: u32,
) -> Result<GivenExtracts, Refusal> {
    let page = page.max(1);
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let offset = u64::from(page - 1) * u64::from(PAGE);
    let (rows, total) = tx.given_extracts(decision, today, (PAGE, offset)).await?;
    let pages = total.div_ceil(u64::from(PAGE)).max(1);
    Ok(GivenExtracts {
        lines: rows.into_iter().map(line).collect(),
        total,
        page,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
    })
}

/// The documents made of a decision, the newest first.
pub async fn documents(
    register: &Register,
    actor: &Actor,
    decision: DecisionId,
) -> Result<Vec<MadeDocument>, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let rows = tx.documents_of_decision(decision).await?;
    let rows = rows.into_iter().map(|row| MadeDocument {
        id: row.document.id,
        at: helsinki(row.document.made_at),
        by: row.name,
        office: row.document.office,
        code: row.document.code,
        has_secrets: row.document.has_secrets,
    });
    Ok(rows.collect())
}

fn line(row: GivenExtractRow) -> GivenExtract {
    GivenExtract {
        id: row.extract.id,
        decision: row.extract.decision,
        title: row.title,
        section: row.section,
        recipient: row.recipient,
        on: helsinki(row.extract.certified_at).date(),
        place: row.extract.place,
        office: row.extract.office,
        code: row.extract.code,
        entitled_by: row.extract.entitled_by,
    }
}
