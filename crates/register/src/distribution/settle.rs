//! What a registrar does with the distribution of a decision.

use domain::distribution::{AddresseeDraft, Entry};
use domain::event::Event;
use domain::id::{DecisionId, DistributionId, IdempotencyKey};
use domain::mailing::{Mailing, NotNow};
use domain::role::UseCase;
use serde_json::json;

use super::is_public;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Adds somebody who gets a frozen decision for information. With an address the mail is planned at
/// once where everybody can read the decision, else when that begins.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    draft: &AddresseeDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "distribution::add",
        key,
    };
    let begun = register.begin(actor, UseCase::DistributeDecision, form);
    let mut change = match begun.await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let found = change.tx().decision(decision).await?;
    let found = found.ok_or(Refusal::NotFound)?;
    found.sealed().ok_or(domain::decision::NotInThisState)?;
    let at = change.at();
    let entry = Entry::new(new_id(at)?, decision, draft.read()?);
    let is_sent = entry.address.is_some() && is_public(change.tx(), decision).await?;
    let entry = if is_sent { entry.plan()? } else { entry };
    change.tx().add_distribution_entry(&entry, at).await?;
    log(change, Event::DistributionAdded, &entry).await
}

/// Gives an entry another address, or its first one, to which its mail is sent.
pub async fn readdress(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DistributionId,
    version: i64,
    draft: &AddresseeDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "distribution::readdress",
        key,
    };
    let Some((mut change, entry)) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    let address = draft.address()?;
    let is_public = is_public(change.tx(), entry.decision).await?;
    let entry = entry.readdress(address, is_public)?;
    finish(change, Event::DistributionReaddressed, &entry).await
}

/// Takes back a mail that was not sent yet.
pub async fn withdraw(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DistributionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "distribution::withdraw",
        key,
    };
    let Some((change, entry)) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    finish(change, Event::DistributionWithdrawn, &entry.withdraw()?).await
}

/// Lets a mail be sent once more that was not sent, or perhaps not, or was taken back; refused
/// where not everybody can read the decision.
pub async fn send_again(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DistributionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "distribution::send_again",
        key,
    };
    let Some((mut change, entry)) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    if !is_public(change.tx(), entry.decision).await? {
        return Err(NotNow.into());
    }
    finish(change, Event::DistributionSentAgain, &entry.send_again()?).await
}

/// Settles a mail of which nobody knew whether it was sent: it was received.
pub async fn confirm_received(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DistributionId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "distribution::confirm_received",
        key,
    };
    let Some((change, entry)) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    let entry = entry.becomes(Mailing::confirm_received)?;
    finish(change, Event::DistributionReceived, &entry).await
}

/// Begins on the version of an entry that was seen. `None` where the form was sent before.
async fn begin(
    register: &Register,
    actor: &Actor,
    form: Form,
    id: DistributionId,
    version: i64,
) -> Result<Option<(Box<Change>, Entry)>, Refusal> {
    let begun = register.begin(actor, UseCase::DistributeDecision, form);
    let mut change = match begun.await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(None),
    };
    let entry = change.tx().distribution_entry(id).await?;
    let entry = entry.ok_or(Refusal::NotFound)?;
    if entry.version == version {
        Ok(Some((change, entry)))
    } else {
        Err(Refusal::Stale)
    }
}

async fn finish(mut change: Box<Change>, event: Event, entry: &Entry) -> Result<(), Refusal> {
    let at = change.at();
    fresh(change.tx().save_distribution_entry(entry, at).await?)?;
    log(change, event, entry).await
}

/// Writes the event. Names and addresses stay out: the log is kept for good, an address is not.
async fn log(change: Box<Change>, event: Event, entry: &Entry) -> Result<(), Refusal> {
    let payload = json!({ "entry": entry.id, "state": entry.state().code() });
    change
        .finish(event, &Subject::Decision(entry.decision), &payload)
        .await
}
