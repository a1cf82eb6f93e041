//! What search engines are led to: every public page that they may keep, and no other. While
//! something personal is on the page of a decision it is left out, and so is what was withdrawn.

use ::documents::sitemap::Indexed;
use domain::view::during::PersonalPart;
use store::{IndexedRow, Tx};
use time::PrimitiveDateTime;

use crate::clock::with_helsinki_offset;
use crate::refusal::Refusal;
use crate::register::Register;

/// Publications of a part. With the pages of their cases and projects, in three languages, they are
/// far below the 50 000 addresses that a part may have.
const PART: i64 = 1_000;

/// How many parts there are.
pub async fn parts(register: &Register) -> Result<i64, Refusal> {
    let last = register.read().await?.last_publication_number().await?;
    Ok((last + PART - 1) / PART)
}

/// The pages of a part, from 1: the decisions that were published one after another, each with its
/// case and its project where it is the first about them.
pub async fn part(register: &Register, number: i64) -> Result<Vec<Indexed>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let last = tx.last_publication_number().await?;
    let after = number
        .checked_sub(1)
        .and_then(|before| before.checked_mul(PART));
    let after = after.filter(|after| *after >= 0 && *after < last);
    let after = after.ok_or(Refusal::NotFound)?;
    let mut pages = Vec::new();
    for row in tx
        .indexed_decisions(after, after.saturating_add(PART))
        .await?
    {
        if !shows_something_personal(&mut tx, &row, now).await? {
            pages.push(Indexed {
                address: format!("/paatokset/{}", row.section),
                changed_at: Some(with_helsinki_offset(row.changed_at)),
            });
        }
        let case = row.case_number.map(|number| format!("/asiat/{number}"));
        let project = row.project.map(|slug| format!("/hankkeet/{slug}"));
        pages.extend(case.into_iter().chain(project).map(|address| Indexed {
            address,
            changed_at: None,
        }));
    }
    Ok(pages)
}

/// Whether the page of a decision shows something personal now. Only a few periods run at a time, so
/// that few contents are read.
async fn shows_something_personal(
    tx: &mut Tx,
    row: &IndexedRow,
    now: PrimitiveDateTime,
) -> Result<bool, Refusal> {
    let Some(period) = &row.period else {
        return Ok(false);
    };
    if period.last_day < now.date() {
        return Ok(false);
    }
    let decision = tx.decision(row.id).await?;
    let sealed = decision.as_ref().and_then(|decision| decision.sealed());
    let publication = decision
        .as_ref()
        .and_then(|decision| decision.publication());
    Ok(sealed
        .zip(publication)
        .is_some_and(|(sealed, publication)| {
            PersonalPart::at(&sealed.content, publication, now).is_some()
        }))
}
