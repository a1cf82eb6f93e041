//! The mails of followers: planned, sent once, and what nobody confirmed removed.
//!
//! As `mailing` does it: two transactions with the sending between them, the first of which writes
//! that it is being sent. There is no job of a follower, so that with the follower nothing is left
//! that would be sent.

use domain::follow::{FollowLetter, FollowMail, Follower, MORNING, UNCONFIRMED};
use domain::id::FollowerId;
use domain::mailing::{Failure, Outcome, Trouble};
use store::Tx;
use time::{Duration, OffsetDateTime};

use super::{FollowKey, keep, letter};
use crate::mail::{Mail, Mailer};
use crate::mailing::{ATTEMPTS, HOLD, pause};
use crate::refusal::Refusal;
use crate::register::Register;

/// Mails of one round.
const ROUND: u32 = 50;

/// Removes what was not confirmed in time, and with a `mailer` plans and sends what is due. Asks
/// before each mail whether to go on.
pub(crate) async fn keep_up(
    register: &Register,
    mailer: Option<&Mailer>,
    goes_on: impl Fn() -> bool,
) -> Result<(), Refusal> {
    expire(register).await?;
    let Some(mailer) = mailer else {
        return Ok(());
    };
    plan_news(register).await?;
    let now = register.session_clock().now();
    let due = register.read().await?.due_followers(now, ROUND).await?;
    for id in due {
        if !goes_on() {
            break;
        }
        match mail(register, mailer, id).await {
            Ok(server_away) if server_away => break,
            Ok(_) => {}
            // One that cannot be told keeps nobody else waiting.
            Err(error) => tracing::warn!(follower = %id, %error, "a follower could not be told"),
        }
    }
    Ok(())
}

async fn expire(register: &Register) -> Result<(), Refusal> {
    let now = register.session_clock().now();
    let before = now.saturating_sub(UNCONFIRMED);
    let mut tx = register.read().await?;
    if tx.unconfirmed_followers(before).await?.is_empty() {
        return Ok(());
    }
    drop(tx);
    let mut tx = register.store().write().await?;
    for id in tx.unconfirmed_followers(before).await? {
        if let Some(follower) = tx.follower(id).await? {
            keep(&mut tx, id, follower.expire(now)).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Plans today's mails, of those who may have something to be told.
async fn plan_news(register: &Register) -> Result<(), Refusal> {
    let now = register.clock().now_in_helsinki();
    if now.time() < MORNING {
        return Ok(());
    }
    let mut tx = register.read().await?;
    let last = tx.last_publication().await?;
    if tx.followers_behind(last, now.date(), 1).await?.is_empty() {
        return Ok(());
    }
    drop(tx);
    let at = register.session_clock().now();
    let mut tx = register.store().write().await?;
    for id in tx.followers_behind(last, now.date(), ROUND).await? {
        if let Some(follower) = tx.follower(id).await? {
            tx.save_follower(&follower.plan_news(now, at)).await?;
        }
    }
    Ok(tx.commit().await?)
}

/// Sends the mail of a follower; says whether the mail server is away.
async fn mail(register: &Register, mailer: &Mailer, id: FollowerId) -> Result<bool, Refusal> {
    let Some(mail) = claim(register, mailer, id).await? else {
        return Ok(false);
    };
    let outcome = mailer.send(&mail).await;
    let server_away = match &outcome {
        Outcome::Sent(_) | Outcome::Refused(_) => false,
        Outcome::Deferred(failure) => failure.trouble != Trouble::TryLater,
        Outcome::Unknown(_) => true,
    };
    let mut tx = register.store().write().await?;
    // Who stopped meanwhile is gone: nothing is to be recorded.
    if let Some(follower) = tx.follower(id).await? {
        end(register, &mut tx, follower, outcome).await?;
    }
    tx.commit().await?;
    Ok(server_away)
}

/// Writes that a mail is being sent, and gives it; `None` where there is nothing to send.
async fn claim(
    register: &Register,
    mailer: &Mailer,
    id: FollowerId,
) -> Result<Option<Mail>, Refusal> {
    let mut tx = register.store().write().await?;
    let moment = register.session_clock().now();
    let Some(follower) = tx.follower(id).await? else {
        return Ok(None);
    };
    let letter = match follower.mail {
        FollowMail::Waiting { letter, due, .. } if due <= moment => letter,
        FollowMail::Sending { until, .. } if until <= moment => {
            let lost = Outcome::Unknown(Failure {
                trouble: Trouble::Interrupted,
                reply: String::new(),
            });
            end(register, &mut tx, follower, lost).await?;
            tx.commit().await?;
            return Ok(None);
        }
        // Another process has it.
        FollowMail::Nothing | FollowMail::Waiting { .. } | FollowMail::Sending { .. } => {
            return Ok(None);
        }
    };
    let today = register.clock().today();
    let up_to = tx.last_publication().await?;
    let key = FollowKey::random()?;
    let composed = match letter {
        FollowLetter::Confirmation => {
            letter::confirmation(mailer, &mut tx, &follower, &key, moment).await?
        }
        FollowLetter::News => {
            letter::news(register, mailer, &mut tx, &follower, &key, moment).await?
        }
    };
    let saved = if composed.is_some() {
        tx.add_follower_key(&key.hash(), id, moment).await?;
        follower.begin(up_to, moment + HOLD, today)?
    } else {
        follower.pass(up_to, today)?.plan_confirmation(moment)
    };
    tx.save_follower(&saved).await?;
    tx.commit().await?;
    Ok(composed)
}

/// Saves what came of a mail.
async fn end(
    register: &Register,
    tx: &mut Tx,
    follower: Follower,
    outcome: Outcome,
) -> Result<(), Refusal> {
    let moment: OffsetDateTime = register.session_clock().now();
    let (id, attempts) = (follower.id, attempts(&follower));
    let outcome = match outcome {
        Outcome::Deferred(failure) if attempts + 1 >= ATTEMPTS => Outcome::Refused(failure),
        other => other,
    };
    let again: Duration = pause(attempts);
    let left = follower.finish(&outcome, moment + again)?;
    // What was asked for meanwhile has its mail next.
    let left = left.map(|follower| follower.plan_confirmation(moment));
    keep(tx, id, left).await
}

const fn attempts(follower: &Follower) -> u32 {
    match follower.mail {
        FollowMail::Nothing => 0,
        FollowMail::Waiting { attempts, .. } | FollowMail::Sending { attempts, .. } => attempts,
    }
}
