//! Writes down that a decision's personal data has left the public.
//!
//! The rule itself needs no job: it is applied when something is read
//! ([`domain::view::during::personal_is_shown`]). This only adds the event to the log behind it,
//! once for each decision, however often the process stopped in between.

use domain::event::Event;
use domain::period::Phase;
use domain::view::during::PersonalPart;
use serde_json::json;
use store::AuditActor;

use crate::audit::{self, Subject};
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions looked at in one round.
const ROUND: u32 = 100;

/// Writes down what ended since the last round; says of how many decisions.
pub(crate) async fn record(register: &Register) -> Result<u32, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let ended = tx.unrecorded_personal_ends(now.date(), ROUND).await?;
    drop(tx);
    let over = ended
        .into_iter()
        .filter(|(_, period)| period.phase(now) == Phase::Over);
    let over: Vec<_> = over.collect();
    if over.is_empty() {
        return Ok(0);
    }
    let (mut recorded, at) = (0, register.clock().now());
    let mut tx = register.store().write().await?;
    for (id, period) in over {
        // Another process may have been faster.
        if !tx.record_personal_end(id, at).await? {
            continue;
        }
        let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
        let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
        // Where nothing was personal, nothing left.
        if PersonalPart::for_preview(&sealed.content).is_none() {
            continue;
        }
        let payload = json!({
            "section": sealed.section.to_string(),
            "last_day": period.last_day,
            "closed_at": period.closes_at.map(|at| at.to_string()),
        });
        let (event, subject) = (Event::PersonalDataEnded, Subject::Decision(id));
        audit::append(&mut tx, at, AuditActor::System, event, &subject, &payload).await?;
        recorded += 1;
    }
    tx.commit().await?;
    Ok(recorded)
}
