//! The distribution of decisions by e-mail (tiedoksi): entered when a decision is frozen, planned
//! when it is published, sent once, settled by a registrar where nobody knows.
//! `docs/states/distribution.md` draws the life of an entry.

mod letter;
mod settle;

pub(crate) use letter::compose;
pub use settle::{add, confirm_received, readdress, send_again, withdraw};

use domain::decision::{Sealed, Signature};
use domain::distribution::{Addressee, Entry, EntryState, address_is_over};
use domain::event::Event;
use domain::finding::Findings;
use domain::id::{DecisionId, JobId};
use serde_json::json;
use store::{AuditActor, NewJob, Tx};
use time::OffsetDateTime;

use crate::audit::{self, Subject};
use crate::clock::helsinki;
use crate::ids::new_id;
use crate::mailing::Payload;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// The kind of the jobs.
pub(crate) const KIND: &str = "distribution";

/// Enters who gets a decision that was just frozen, and takes the addresses out of the draft that
/// it keeps. What was made elsewhere was distributed there, so that nobody is entered.
pub(crate) async fn enter(
    tx: &mut Tx,
    decision: DecisionId,
    sealed: &Sealed,
    at: OffsetDateTime,
) -> Result<(), Refusal> {
    let draft = tx.draft_of_decision(decision).await?;
    let mut draft = draft.ok_or(Refusal::NotFound)?;
    let addressees = Addressee::read_all(&draft.distribution, &mut Findings::default());
    if addressees.iter().any(|one| one.address.is_some()) {
        draft.distribution = sealed.content.distribution.reveal_to_official().join("\n");
        tx.save_frozen_draft(decision, &draft).await?;
    }
    if matches!(sealed.signature, Signature::Elsewhere(_)) {
        return Ok(());
    }
    for addressee in addressees {
        let entry = Entry::new(new_id(at)?, decision, addressee);
        tx.add_distribution_entry(&entry, at).await?;
    }
    Ok(())
}

/// Plans the mails of a decision that was just published, or published again.
pub(crate) async fn plan(
    tx: &mut Tx,
    decision: DecisionId,
    at: OffsetDateTime,
) -> Result<(), Refusal> {
    for row in tx.distribution_of_decision(decision).await? {
        if row.entry.state() == EntryState::AwaitsPublication {
            fresh(tx.save_distribution_entry(&row.entry.plan()?, at).await?)?;
        }
    }
    Ok(())
}

/// Removes every address of a decision that is not public, or not any more; what waits is taken
/// back. Says how many addresses that were.
pub(crate) async fn forget(
    tx: &mut Tx,
    decision: DecisionId,
    at: OffsetDateTime,
) -> Result<u32, Refusal> {
    forget_where(tx, decision, at, |_| true).await
}

async fn forget_where(
    tx: &mut Tx,
    decision: DecisionId,
    at: OffsetDateTime,
    is_over: impl Fn(OffsetDateTime) -> bool,
) -> Result<u32, Refusal> {
    let mut forgotten = 0;
    for row in tx.distribution_of_decision(decision).await? {
        if row.entry.address.is_none() || !is_over(row.changed_at) {
            continue;
        }
        // What is being sent right now is found again by a later round.
        if let Ok(without) = row.entry.forget_address() {
            tx.forget_distribution_attempts(without.id).await?;
            fresh(tx.save_distribution_entry(&without, at).await?)?;
            forgotten += 1;
        }
    }
    Ok(forgotten)
}

/// Gives each planned mail its job where there is `mail`, and removes the addresses whose time is
/// over. Nothing is locked while nothing is to be changed.
pub(crate) async fn keep_up(register: &Register, mail: bool) -> Result<(), Refusal> {
    if mail {
        add_jobs(register).await?;
    }
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let addressed = tx.decisions_with_addresses(now.date()).await?;
    let mut over = Vec::new();
    for (decision, period) in addressed {
        let rows = tx.distribution_of_decision(decision).await?;
        let mut rows = rows.iter().filter(|row| row.entry.address.is_some());
        if rows.any(|row| address_is_over(period.as_ref(), helsinki(row.changed_at), now)) {
            over.push((decision, period));
        }
    }
    drop(tx);
    for (decision, period) in over {
        let is_over = |changed| address_is_over(period.as_ref(), helsinki(changed), now);
        remove(register, decision, is_over).await?;
    }
    Ok(())
}

async fn remove(
    register: &Register,
    decision: DecisionId,
    is_over: impl Fn(OffsetDateTime) -> bool,
) -> Result<(), Refusal> {
    let at = register.clock().now();
    let mut tx = register.store().write().await?;
    let addresses = forget_where(&mut tx, decision, at, is_over).await?;
    if addresses == 0 {
        return Ok(());
    }
    let payload = json!({ "addresses": addresses });
    let (event, subject) = (Event::DistributionForgotten, Subject::Decision(decision));
    audit::append(&mut tx, at, AuditActor::System, event, &subject, &payload).await?;
    Ok(tx.commit().await?)
}

/// A job for each planned mail. The version is in the key, because one that is sent again needs
/// another job.
async fn add_jobs(register: &Register) -> Result<(), Refusal> {
    let planned = register.read().await?.planned_distribution().await?;
    if planned.is_empty() {
        return Ok(());
    }
    let at = register.session_clock().now();
    let mut tx = register.store().write().await?;
    for entry in tx.planned_distribution().await? {
        let id: JobId = new_id(at)?;
        tx.add_job(&NewJob {
            id,
            kind: KIND,
            key: &format!("{KIND} {} {}", entry.id, entry.version),
            due_at: at,
            payload: &serde_json::to_string(&Payload::Distribution(entry.id))?,
        })
        .await?;
    }
    Ok(tx.commit().await?)
}

/// Whether the mail of an entry may be sent: its decision is public as a whole, and there is an
/// address.
pub(crate) async fn is_needed(tx: &mut Tx, entry: &Entry) -> Result<bool, Refusal> {
    Ok(entry.address.is_some() && is_public(tx, entry.decision).await?)
}

/// Whether everybody can read a decision at its address.
pub(crate) async fn is_public(tx: &mut Tx, id: DecisionId) -> Result<bool, Refusal> {
    let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
    Ok(decision.publication().is_some() && tx.stub_of_decision(id).await?.is_none())
}
