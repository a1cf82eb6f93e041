//! Signing in and out, and the sessions between.
//!
//! Their times are the session clock's, which is the system's also where the register's own
//! clock was set for a demonstration. What only counts or expires (failures, last use) is
//! written without an audit event; signing in is an event.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::SessionId;
use domain::official::Official;
use serde_json::json;
use sha2::{Digest, Sha256};
use store::{AuditActor, FailedSignIns, NewSession, OpenSession, StoreError};
use time::{Duration, OffsetDateTime};

use crate::actor::Actor;
use crate::audit::{self, Subject};
use crate::ids::{NoRandomness, new_id, random};
use crate::password::HashingFailed;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::users::folded;

/// A session that nobody used for this long has ended.
pub const IDLE: Duration = Duration::hours(2);
/// A session ends after this long whatever happens in it.
pub const LONGEST: Duration = Duration::hours(12);
/// After so many wrong passwords in a row, each further attempt must wait.
pub const WRONG_TRIES: u32 = 10;
/// How long attempts must wait after the last wrong one.
pub const WAIT: Duration = Duration::minutes(15);
/// How often the last use is written down at most, so that reading pages writes little.
const TOUCH: Duration = Duration::minutes(1);

/// The secret that a cookie carries. `Debug` does not print it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// The text of a cookie as a token, whatever it is.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text for a cookie.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What is stored: whoever reads the database cannot sign in with it.
    fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0.as_bytes()).into()
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(..)")
    }
}

/// Somebody who signed in.
#[derive(Clone, Debug)]
pub struct SignedIn {
    /// The secret of the session.
    pub token: Token,
    /// Who.
    pub official: Official,
}

/// Why a sign-in was refused.
#[derive(Debug, thiserror::Error)]
pub enum SignInRefused {
    /// No enabled account has this address and password; which of them is wrong is not said.
    #[error("the address or the password is wrong")]
    Wrong,
    /// Too many wrong passwords for this address.
    #[error("too many wrong passwords: wait until {until}")]
    TooMany {
        /// When the next attempt is looked at, by the session clock.
        until: OffsetDateTime,
    },
    /// The one-time password was not changed in time.
    #[error("the one-time password has expired")]
    Expired,
    /// A password could not be hashed.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// The system gave no randomness.
    #[error(transparent)]
    Randomness(#[from] NoRandomness),
    /// The database did not do its part.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The event could not be written.
    #[error(transparent)]
    Event(#[from] Refusal),
}

impl SignInRefused {
    /// The same as what is wrong with a password that was typed at a place.
    pub(crate) fn at(self, place: &str) -> Refusal {
        match self {
            Self::Wrong => Refusal::at(place, FindingCode::WrongPassword),
            Self::TooMany { .. } => Refusal::at(place, FindingCode::TooManyAttempts),
            Self::Expired => Refusal::at(place, FindingCode::OneTimePasswordExpired),
            Self::Hashing(error) => error.into(),
            Self::Randomness(error) => error.into(),
            Self::Store(error) => error.into(),
            Self::Event(refusal) => refusal,
        }
    }
}

/// An official at work, and in which session.
#[derive(Clone, Debug)]
pub struct AtWork {
    /// Who.
    pub official: Official,
    /// The session.
    pub session: SessionId,
}

/// Signs in with an e-mail address and a password.
pub async fn sign_in(
    register: &Register,
    email: &str,
    password: &str,
) -> Result<SignedIn, SignInRefused> {
    let official = check_password(register, email, password).await?;
    let token = Token(URL_SAFE_NO_PAD.encode(random::<32>()?));
    let now = register.session_clock().now();
    let mut tx = register.store().write().await?;
    tx.add_session(&NewSession {
        token_hash: token.hash(),
        id: new_id(now)?,
        user: official.id,
        created_at: now,
        expires_at: now.saturating_add(LONGEST),
    })
    .await?;
    let actor = Actor::Official(official.clone()).for_audit();
    let at = register.clock().now();
    let subject = Subject::User(official.id);
    audit::append(&mut tx, at, actor, Event::SignedIn, &subject, &json!({})).await?;
    tx.commit().await?;
    Ok(SignedIn { token, official })
}

/// Asks an official who is signed in for the password again, before an act that binds.
pub async fn reauthenticate(
    register: &Register,
    official: &Official,
    password: &str,
) -> Result<(), SignInRefused> {
    let email = official.email.reveal_to_official();
    check_password(register, email, password).await.map(|_| ())
}

/// Whose session a token is; `None` where it has ended or never was.
pub async fn load(register: &Register, token: &Token) -> Result<Option<AtWork>, StoreError> {
    let hash = token.hash();
    let Some(session) = register.read().await?.session(&hash).await? else {
        return Ok(None);
    };
    let now = register.session_clock().now();
    if !is_open(&session.open, now) || session.official.disabled {
        return Ok(None);
    }
    if now - session.open.last_seen_at >= TOUCH {
        let mut tx = register.store().write().await?;
        tx.touch_session(&hash, now).await?;
        tx.commit().await?;
    }
    Ok(Some(AtWork {
        official: session.official,
        session: session.open.id,
    }))
}

/// Whether a session can still be used.
pub(crate) fn is_open(session: &OpenSession, now: OffsetDateTime) -> bool {
    now < session.expires_at && now - session.last_seen_at < IDLE
}

/// When the next sign-in of an address is looked at, where that is not at once.
pub(crate) fn locked_until(
    failed: Option<FailedSignIns>,
    now: OffsetDateTime,
) -> Option<OffsetDateTime> {
    let failed = failed?;
    let until = failed.last_at.saturating_add(WAIT);
    (failed.count >= WRONG_TRIES && now < until).then_some(until)
}

/// The key under which wrong passwords for an address are counted, so that the address itself is
/// not stored.
pub(crate) fn counter(folded_email: &str) -> [u8; 32] {
    Sha256::digest(format!("sign-in {folded_email}").as_bytes()).into()
}

/// Ends a session.
pub async fn sign_out(register: &Register, token: &Token) -> Result<(), StoreError> {
    let mut tx = register.store().write().await?;
    tx.end_session(&token.hash()).await?;
    tx.commit().await
}

/// The official of an address, if the password is theirs. Wrong ones are counted by address,
/// known or not, so that neither the answer nor its time says whose address exists.
async fn check_password(
    register: &Register,
    email: &str,
    password: &str,
) -> Result<Official, SignInRefused> {
    let email = folded(email);
    let counter = counter(&email);
    let now = register.session_clock().now();
    let mut tx = register.read().await?;
    refuse_blocked(tx.failed_sign_ins(&counter).await?, now)?;
    // No account has such an address, and not every database takes the question.
    let credentials = if email.contains(char::is_control) {
        None
    } else {
        tx.credentials(&email).await?
    };
    tx.rollback().await?;
    let (official, stored, until) = match credentials {
        Some(found) if !found.official.disabled => (
            Some(found.official),
            Some(found.password_hash),
            found.one_time_until,
        ),
        _ => (None, None, None),
    };
    let right = register.passwords().verify(password, stored).await?;
    let mut tx = register.store().write().await?;
    // Looked at again under the lock: attempts made at once must not all pass the first look.
    let failed = tx.failed_sign_ins(&counter).await?;
    refuse_blocked(failed, now)?;
    match official {
        Some(official) if right => {
            if failed.is_some() {
                tx.clear_failed_sign_ins(&counter).await?;
                tx.commit().await?;
            }
            // Only who knows it is told.
            if until.is_some_and(|until| now >= until) {
                return Err(SignInRefused::Expired);
            }
            Ok(official)
        }
        official => {
            tx.count_failed_sign_in(&counter, now).await?;
            // Only failures on an account are events: made-up addresses must not fill the log.
            if let Some(official) = official {
                let at = register.clock().now();
                let subject = Subject::User(official.id);
                let locks = failed.map_or(0, |failed| failed.count) + 1 >= WRONG_TRIES;
                let events = [
                    Some(Event::SignInRefused),
                    locks.then_some(Event::SignInLocked),
                ];
                for event in events.into_iter().flatten() {
                    let system = AuditActor::System;
                    audit::append(&mut tx, at, system, event, &subject, &json!({})).await?;
                }
            }
            tx.commit().await?;
            Err(SignInRefused::Wrong)
        }
    }
}

fn refuse_blocked(failed: Option<FailedSignIns>, now: OffsetDateTime) -> Result<(), SignInRefused> {
    match locked_until(failed, now) {
        Some(until) => Err(SignInRefused::TooMany { until }),
        None => Ok(()),
    }
}
