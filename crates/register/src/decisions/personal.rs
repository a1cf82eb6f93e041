//! What an official answers to what a draft may say about people.

use domain::decision::DecisionDraft;
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;

use super::load;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Marks words of a draft's text as personal, wherever they stand in it.
pub async fn mark_personal(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    place: &str,
    words: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::mark_personal",
        key,
    };
    let marked = |draft: &DecisionDraft| {
        let marked = draft.with_personal(place, words);
        marked.ok_or(Refusal::at(place, FindingCode::TextNotReadable))
    };
    answer(register, actor, form, id, version, marked).await
}

/// Keeps with a draft that words in it are about nobody, so that it is not asked again.
pub async fn mark_not_personal(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    words: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "decisions::mark_not_personal",
        key,
    };
    let said = |draft: &DecisionDraft| match words.trim() {
        "" => Err(Refusal::at("not_personal", FindingCode::Missing)),
        words => Ok(draft.with_not_personal(words)),
    };
    answer(register, actor, form, id, version, said).await
}

async fn answer(
    register: &Register,
    actor: &Actor,
    form: Form,
    id: DecisionId,
    version: i64,
    answered: impl Fn(&DecisionDraft) -> Result<DecisionDraft, Refusal>,
) -> Result<(), Refusal> {
    let mut change = match register.begin(actor, UseCase::DraftDecision, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let decision = load(change.tx(), id, version).await?;
    let draft = super::draft::storable(&answered(decision.draft()?)?)?;
    let payload = json!({ "title": draft.title, "from_version": version });
    let decision = decision.change(draft)?;
    let at = change.at();
    fresh(change.tx().save_decision(&decision, at).await?)?;
    change
        .finish(Event::DraftChanged, &Subject::Decision(id), &payload)
        .await
}
