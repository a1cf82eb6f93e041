//! What became of a frozen decision, as officials and as everybody see it.

use domain::decision::{Decision, DecisionContent, InForce};
use domain::id::DecisionId;
use domain::text::Text;
use domain::view::desk::{Afterwards, ChangeLine, CorrectionLine, ServiceLine};
use domain::view::public::{PublicChange, PublicCorrection};
use store::{ChangeRow, CorrectionNotice, Tx};
use time::Date;

use crate::clock::helsinki;
use crate::refusal::Refusal;

/// The corrections of a decision, the later decisions that change it, and those it changes.
pub(super) async fn afterwards(
    tx: &mut Tx,
    decision: &Decision,
    services: &[ServiceLine],
) -> Result<Afterwards, Refusal> {
    let Some(sealed) = decision.sealed() else {
        return Ok(Afterwards::default());
    };
    let corrections = if sealed.corrections == 0 {
        Vec::new()
    } else {
        corrections(tx, decision, services).await?
    };
    let lines = |rows: Vec<ChangeRow>| rows.into_iter().map(line).collect();
    Ok(Afterwards {
        corrections,
        changed_by: lines(tx.changed_by(decision.id).await?),
        changes: lines(tx.changes_of(decision.id).await?),
    })
}

async fn corrections(
    tx: &mut Tx,
    decision: &Decision,
    services: &[ServiceLine],
) -> Result<Vec<CorrectionLine>, Refusal> {
    let notices = tx.correction_notices(decision.id).await?;
    let signed = tx.signed_content(decision.id).await?;
    let mut before: DecisionContent = signed.ok_or(Refusal::NotFound)?;
    let mut lines = Vec::new();
    for correction in tx.corrections(decision.id).await? {
        let told = notices
            .iter()
            .filter(|notice| notice.number == correction.number)
            .map(|notice| told(notice, services));
        let told = told.collect();
        let after = correction.content;
        lines.push(CorrectionLine {
            number: correction.number,
            on: helsinki(correction.at).date(),
            office: correction.office,
            reason: correction.reason,
            before: std::mem::replace(&mut before, after.clone()),
            after,
            told,
        });
    }
    Ok(lines)
}

fn told(notice: &CorrectionNotice, services: &[ServiceLine]) -> (String, Option<Date>) {
    let party = services
        .iter()
        .find(|line| line.service.id == notice.service)
        .map(|line| line.recipient.clone());
    let on = notice.told.as_ref().map(|(on, _, _)| *on);
    (party.unwrap_or_default(), on)
}

fn line(row: ChangeRow) -> ChangeLine {
    ChangeLine {
        id: row.id,
        section: row.section,
        title: row.title,
        effect: row.effect,
    }
}

/// The corrections of a decision as everybody reads them: no withheld word of any version.
pub(super) async fn public_corrections(
    tx: &mut Tx,
    id: DecisionId,
) -> Result<Vec<PublicCorrection>, Refusal> {
    let signed = tx.signed_content(id).await?;
    let mut before = signed.ok_or(Refusal::NotFound)?;
    let mut shown = Vec::new();
    for correction in tx.corrections(id).await? {
        let after = correction.content;
        let on = helsinki(correction.at).date();
        shown.push(replaced(on, correction.reason, &before, &after));
        before = after;
    }
    Ok(shown)
}

/// What a correction replaced.
fn replaced(
    on: Date,
    reason: String,
    before: &DecisionContent,
    after: &DecisionContent,
) -> PublicCorrection {
    let text = |before: &Text, after: &Text| {
        let (before, after) = (before.public_version(), after.public_version());
        (before != after).then_some(before)
    };
    let lines = [
        (&before.authority.0, &after.authority.0),
        (&before.applied_provisions.0, &after.applied_provisions.0),
        (&before.contact.office.0, &after.contact.office.0),
    ];
    let lines = lines.into_iter().filter(|(before, after)| before != after);
    PublicCorrection {
        on,
        reason,
        title: (before.title != after.title).then(|| before.title.0.clone()),
        resolution: text(&before.resolution, &after.resolution),
        background: text(&before.background, &after.background),
        lines: lines.map(|(before, _)| before.clone()).collect(),
    }
}

/// Whether a decision is in force after those that change it. One that was published and withdrawn
/// afterwards changed it all the same.
pub(super) fn in_force(changed_by: &[ChangeRow]) -> InForce {
    let published = changed_by.iter().filter(|row| row.is_published);
    InForce::after(published.map(|row| row.effect))
}

/// The public ones of changing or changed decisions.
pub(super) fn public_changes(rows: Vec<ChangeRow>) -> Vec<PublicChange> {
    rows.into_iter()
        .filter(|row| row.is_public)
        .map(|row| PublicChange {
            section: row.section,
            title: row.title,
            effect: row.effect,
        })
        .collect()
}
