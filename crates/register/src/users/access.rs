//! How an account gets in: its address, its password, its sessions, and the wait after wrong
//! passwords.

use domain::event::Event;
use domain::finding::{FindingCode, Findings};
use domain::id::{IdempotencyKey, SessionId, UserId};
use domain::official::Official;
use domain::publicity::Personal;
use domain::role::UseCase;
use serde_json::json;

use super::change::load;
use super::{hash, limit_one_time, read_email};
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::sessions::counter;

/// Gives an account another e-mail address, by which it signs in from then on and to which its mail
/// goes, and ends its sessions.
pub async fn change_email(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
    version: i64,
    email: &Personal<String>,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::change_email",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let before = load(&mut change, id).await?;
    if before.version != version {
        return Err(Refusal::Stale);
    }
    let mut findings = Findings::default();
    let email = read_email(&mut findings, email);
    let after = Official {
        email: Personal::new(findings.into_result(email)?),
        ..before.clone()
    };
    if after.email == before.email {
        return Ok(());
    }
    let taken = Refusal::taken("email", "email", FindingCode::EmailTaken);
    fresh(change.tx().save_email(&after).await.map_err(taken)?)?;
    let ended = change.tx().end_sessions(id).await?;
    let payload = json!({
        "before": before.email,
        "after": after.email,
        "sessions_ended": ended,
    });
    change
        .finish(Event::UserAddressChanged, &Subject::User(id), &payload)
        .await
}

/// Gives an account a password that is to be changed at the next sign-in, within a week, and ends
/// its sessions: a lost password may be in other hands. The wait after wrong ones ends too.
pub async fn set_one_time_password(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
    password: &str,
) -> Result<(), Refusal> {
    // Who may not do it costs no hash.
    if !actor.may(UseCase::ManageUsers) {
        return Err(Refusal::Forbidden);
    }
    let password = hash(register, "new_password", password).await?;
    let form = Form {
        name: "users::set_one_time_password",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = load(&mut change, id).await?;
    let tx = change.tx();
    tx.set_password(id, password.as_str(), true).await?;
    let ended = tx.end_sessions(id).await?;
    tx.clear_failed_sign_ins(&counter(official.email.reveal_to_official()))
        .await?;
    limit_one_time(register, &mut change, id).await?;
    let payload = json!({ "sessions_ended": ended });
    change
        .finish(Event::OneTimePasswordSet, &Subject::User(id), &payload)
        .await
}

/// Lets an account sign in at once that must wait after wrong passwords. One that need not wait
/// stays as it is.
pub async fn unlock(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::unlock",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = load(&mut change, id).await?;
    let counter = counter(official.email.reveal_to_official());
    let Some(failed) = change.tx().failed_sign_ins(&counter).await? else {
        return Ok(());
    };
    change.tx().clear_failed_sign_ins(&counter).await?;
    let payload = json!({ "wrong_passwords": failed.count });
    change
        .finish(Event::SignInUnlocked, &Subject::User(id), &payload)
        .await
}

/// Ends a session of another account. One that has ended stays so.
pub async fn end_session(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
    session: SessionId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::end_session",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    load(&mut change, id).await?;
    if !change.tx().end_session_of(id, session).await? {
        return Ok(());
    }
    let payload = json!({ "session": session });
    change
        .finish(Event::SessionEnded, &Subject::User(id), &payload)
        .await
}
