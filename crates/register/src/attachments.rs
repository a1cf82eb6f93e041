//! Attachments of decisions: attached to a draft, frozen with it, and read by who may see them.

use domain::attachment::{Attachment, AttachmentClass, AttachmentDraft, MAX_COUNT};
use domain::decision::Decision;
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{AttachmentId, DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::section::Section;
use domain::stub::StubKind;
use domain::view::during::personal_is_shown;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{AttachmentRow, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::views;

/// An attachment with the hash by which its bytes are found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What it is.
    pub attachment: Attachment,
    hash: [u8; 32],
}

/// Attaches a file to a draft, as the last one.
pub async fn attach(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    version: i64,
    draft: &AttachmentDraft,
    bytes: &[u8],
) -> Result<(), Refusal> {
    if !actor.may(UseCase::DraftDecision) {
        return Err(Refusal::Forbidden);
    }
    let hash: [u8; 32] = Sha256::digest(bytes).into();
    // A large file is looked through before the lock is taken, so that nobody waits for that.
    let attachment = draft.read(bytes, hex::encode(hash))?;
    let form = Form {
        name: "attachments::attach",
        key,
    };
    let Some(mut change) = begin(register, actor, form, decision, version).await? else {
        return Ok(());
    };
    let count = change.tx().count_attachments(decision).await?;
    if count >= MAX_COUNT as u64 {
        return Err(Refusal::at("file", FindingCode::TooManyFiles));
    }
    let id: AttachmentId = new_id(change.at())?;
    change.tx().add_file(hash, bytes).await?;
    let added = change.tx().add_attachment(id, decision, &attachment, hash);
    added.await?;
    let payload = json!({
        "attachment": id,
        "sha256": attachment.sha256,
        "size": attachment.size,
        "media_type": attachment.media_type,
        "class": attachment.class.code(),
    });
    let subject = Subject::Decision(decision);
    change.finish(Event::FileAttached, &subject, &payload).await
}

/// Removes an attachment from a draft; its bytes go with the last attachment that needs them.
pub async fn remove(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    version: i64,
    attachment: AttachmentId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "attachments::remove",
        key,
    };
    let Some(mut change) = begin(register, actor, form, decision, version).await? else {
        return Ok(());
    };
    let rows = change.tx().attachments_of_decision(decision).await?;
    let row = rows.into_iter().find(|row| row.id == attachment);
    let row = row.ok_or(Refusal::NotFound)?;
    change.tx().remove_attachment(decision, attachment).await?;
    change.tx().forget_file(hash_of(&row.attachment)?).await?;
    let payload = json!({ "attachment": attachment, "sha256": row.attachment.sha256 });
    let (event, subject) = (Event::AttachmentRemoved, Subject::Decision(decision));
    change.finish(event, &subject, &payload).await
}

/// Moves an attachment of a draft one place up; the first one stays.
pub async fn move_up(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    version: i64,
    attachment: AttachmentId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "attachments::move_up",
        key,
    };
    let Some(mut change) = begin(register, actor, form, decision, version).await? else {
        return Ok(());
    };
    let rows = change.tx().attachments_of_decision(decision).await?;
    let at = rows.iter().position(|row| row.id == attachment);
    let at = at.ok_or(Refusal::NotFound)?;
    if let Some(before) = at.checked_sub(1) {
        let (one, other) = (&rows[before], &rows[at]);
        let exchanged = change.tx().exchange_attachments(decision, one, other);
        exchanged.await?;
    }
    let (event, subject) = (Event::AttachmentsOrdered, Subject::Decision(decision));
    let payload = json!({ "attachment": attachment, "from": at + 1 });
    change.finish(event, &subject, &payload).await
}

/// Begins a change of the attachments of a draft on the version that was seen, and raises it: who
/// sends the draft meanwhile has not seen them. `None` where the form was sent before.
async fn begin(
    register: &Register,
    actor: &Actor,
    form: Form,
    decision: DecisionId,
    version: i64,
) -> Result<Option<Box<Change>>, Refusal> {
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(None),
    };
    let loaded = change.tx().decision(decision).await?;
    let loaded = loaded.ok_or(Refusal::NotFound)?;
    loaded.draft()?;
    let at = change.at();
    fresh(change.tx().touch_decision(decision, version, at).await?)?;
    Ok(Some(change))
}

/// The attachments that a draft would be frozen with, in their order.
pub(crate) async fn attached(tx: &mut Tx, id: DecisionId) -> Result<Vec<Attachment>, Refusal> {
    let rows = tx.attachments_of_decision(id).await?;
    let attachment = |row: AttachmentRow| row.attachment;
    Ok(rows.into_iter().map(attachment).collect())
}

/// An attachment of a published decision, by its number, for everybody. [`Refusal::NotFound`] of a
/// secret one always, of a personal one outside the municipal member's period, and of every one
/// while a stub stands in the decision's place: nothing tells these from one that is not there.
pub async fn for_everybody(
    register: &Register,
    section: &Section,
    number: usize,
) -> Result<Found, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let placed = tx.published_at(section).await?.ok_or(Refusal::NotFound)?;
    let decision = placed.decision;
    if tx.stub_of_decision(decision.id).await?.is_some() {
        return Err(Refusal::NotFound);
    }
    let found = numbered(&decision, number)?;
    let publication = decision.publication().ok_or(Refusal::NotFound)?;
    match found.attachment.class {
        AttachmentClass::Public => Ok(found),
        AttachmentClass::Personal if personal_is_shown(publication, now) => Ok(found),
        AttachmentClass::Personal | AttachmentClass::Secret(_) => Err(Refusal::NotFound),
    }
}

/// An attachment of a decision, by its number, for officials; of a draft too. A secret one only for
/// whose work needs it.
pub async fn for_officials(
    register: &Register,
    actor: &Actor,
    decision: DecisionId,
    number: usize,
) -> Result<Found, Refusal> {
    let mut tx = views::desk::read_as(register, actor).await?;
    let loaded = tx.decision(decision).await?.ok_or(Refusal::NotFound)?;
    let found = if loaded.sealed().is_some() {
        numbered(&loaded, number)?
    } else {
        let rows = attached(&mut tx, decision).await?;
        found(rows.get(number.wrapping_sub(1)))?
    };
    let stub = tx.stub_of_decision(decision).await?;
    let is_secret = found.attachment.class.ground().is_some()
        || stub.is_some_and(|stub| stub.kind == StubKind::Secret);
    if is_secret && !actor.may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    Ok(found)
}

fn numbered(decision: &Decision, number: usize) -> Result<Found, Refusal> {
    let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
    found(sealed.content.attachments.get(number.wrapping_sub(1)))
}

fn found(attachment: Option<&Attachment>) -> Result<Found, Refusal> {
    let attachment = attachment.ok_or(Refusal::NotFound)?;
    Ok(Found {
        hash: hash_of(attachment)?,
        attachment: attachment.clone(),
    })
}

fn hash_of(attachment: &Attachment) -> Result<[u8; 32], Refusal> {
    let bytes = hex::decode(&attachment.sha256).unwrap_or_default();
    bytes.try_into().map_err(|_| Refusal::NotFound)
}

/// A part of the bytes of an attachment that was found: empty after the last one.
/// [`Refusal::NotFound`] where they were disposed of.
pub async fn part(
    register: &Register,
    found: &Found,
    from: u64,
    length: u32,
) -> Result<Vec<u8>, Refusal> {
    let mut tx = register.read().await?;
    let part = tx.file_part(found.hash, from, length).await?;
    part.ok_or(Refusal::NotFound)
}
