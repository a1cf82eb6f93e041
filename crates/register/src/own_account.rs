//! What officials do with their own account.

use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{IdempotencyKey, SessionId, UserId};
use domain::notification::Chosen;
use domain::publicity::Personal;
use domain::role::UseCase;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::password::Passwords;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::sessions;
use crate::users::hash;

/// A change of the own password, as typed. The places of its findings are the names of the
/// fields.
#[derive(Clone, Debug, Default)]
pub struct PasswordDraft {
    /// The present one.
    pub password: Personal<String>,
    /// The new one.
    pub new_password: Personal<String>,
    /// The new one once more.
    pub new_password_again: Personal<String>,
}

/// Changes the own password and ends every other session: whoever knew the old one is out.
pub async fn change_password(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    session: SessionId,
    draft: &PasswordDraft,
) -> Result<(), Refusal> {
    let Actor::Official(official) = actor else {
        return Err(Refusal::Forbidden);
    };
    let form = Form {
        name: "own_account::change_password",
        key,
    };
    // A double finds the new password in place of the present one, which must not count as wrong.
    if register.was_submitted(actor, form).await? {
        return Ok(());
    }
    let [present, new, again] = [
        &draft.password,
        &draft.new_password,
        &draft.new_password_again,
    ]
    .map(Personal::reveal_to_official);
    Passwords::check("new_password", new)?;
    if new != again {
        return Err(Refusal::at(
            "new_password_again",
            FindingCode::PasswordsDiffer,
        ));
    }
    sessions::reauthenticate(register, official, present)
        .await
        .map_err(|refused| refused.at("password"))?;
    if new == present {
        return Err(Refusal::at("new_password", FindingCode::PasswordUnchanged));
    }
    let hashed = hash(register, "new_password", new).await?;
    let Some((mut change, id)) = begin(register, actor, form).await? else {
        return Ok(());
    };
    let tx = change.tx();
    tx.set_password(id, hashed.as_str(), false).await?;
    let ended = tx.end_other_sessions(id, session).await?;
    let payload = json!({ "sessions_ended": ended });
    change
        .finish(Event::PasswordChanged, &Subject::User(id), &payload)
        .await
}

/// Ends one of the own sessions. One that has ended stays so.
pub async fn end_session(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    session: SessionId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "own_account::end_session",
        key,
    };
    let Some((mut change, id)) = begin(register, actor, form).await? else {
        return Ok(());
    };
    if !change.tx().end_session_of(id, session).await? {
        return Ok(());
    }
    let payload = json!({ "session": session });
    change
        .finish(Event::SessionEnded, &Subject::User(id), &payload)
        .await
}

/// Ends every own session but the one that asks for it.
pub async fn end_other_sessions(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    kept: SessionId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "own_account::end_other_sessions",
        key,
    };
    let Some((mut change, id)) = begin(register, actor, form).await? else {
        return Ok(());
    };
    let ended = change.tx().end_other_sessions(id, kept).await?;
    if ended == 0 {
        return Ok(());
    }
    let payload = json!({ "sessions_ended": ended });
    change
        .finish(Event::OtherSessionsEnded, &Subject::User(id), &payload)
        .await
}

/// Chooses what to be notified of, and how.
pub async fn choose_notifications(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    chosen: &Chosen,
) -> Result<(), Refusal> {
    let form = Form {
        name: "own_account::choose_notifications",
        key,
    };
    let Some((mut change, id)) = begin(register, actor, form).await? else {
        return Ok(());
    };
    change.tx().choose_notifications(id, chosen).await?;
    let payload = json!({ "off": chosen });
    change
        .finish(Event::NotificationsChosen, &Subject::User(id), &payload)
        .await
}

/// A change of the own account; `None` where the form was submitted before.
async fn begin(
    register: &Register,
    actor: &Actor,
    form: Form,
) -> Result<Option<(Box<Change>, UserId)>, Refusal> {
    match register
        .begin(actor, UseCase::ManageOwnAccount, form)
        .await?
    {
        Begun::Now(change) => {
            let id = change.actor().user().ok_or(Refusal::Forbidden)?;
            Ok(Some((change, id)))
        }
        Begun::Before(_) => Ok(None),
    }
}
