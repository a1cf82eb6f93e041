//! The signed decision as a document (päätösasiakirja), each time with a code of its own.

use domain::decision::NotInThisState;
use domain::event::Event;
use domain::id::{DecisionDocumentId, DecisionId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;
use store::DecisionDocument;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::documents::is_wholly_secret;
use crate::extracts::code;
use crate::handed_out::signed_content;
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// Makes a frozen decision into a document that is kept as it was made. The secret parts are in it
/// where they are asked for by somebody whose work needs them; of a wholly secret decision there is
/// no other document. Its footer gives the address of the decision under `public_url`.
pub async fn make(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    decision: DecisionId,
    include_secrets: bool,
    public_url: &str,
) -> Result<DecisionDocumentId, Refusal> {
    let form = Form {
        name: "decision_documents::make",
        key,
    };
    let use_case = UseCase::MakeDecisionDocument;
    let mut change = match register.begin(actor, use_case, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let wholly_secret = is_wholly_secret(change.tx(), decision).await?;
    let needs_secrets = wholly_secret || include_secrets;
    if needs_secrets && !change.actor().may(UseCase::ReadSecrets) {
        return Err(Refusal::Forbidden);
    }
    let frozen = change.tx().decision(decision).await?;
    let frozen = frozen.ok_or(Refusal::NotFound)?;
    let sealed = frozen.sealed().ok_or(NotInThisState)?;
    let made = DecisionDocument {
        id: new_id(change.at())?,
        decision,
        made_by: official.id,
        office: official.office,
        made_at: change.at(),
        code: code()?,
        has_secrets: wholly_secret || (include_secrets && !sealed.content.grounds().is_empty()),
    };
    let content = signed_content(register, change.tx(), &made, public_url).await?;
    let document = serde_json::to_string(&content)?;
    change.tx().add_decision_document(&made, &document).await?;
    let payload = json!({
        "decision": decision,
        "office": made.office,
        "code": made.code,
        "has_secrets": made.has_secrets,
    });
    let event = if made.has_secrets {
        Event::SecretDecisionDocumentMade
    } else {
        Event::DecisionDocumentMade
    };
    let subject = Subject::DecisionDocument(made.id);
    change.finish(event, &subject, &payload).await?;
    Ok(made.id)
}
