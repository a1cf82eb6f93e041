//! Reminders of last days, and what people do with them.

use app::pages::desk::address;
use app::pages::desk::reminders::{self as pages, Around};
use axum::extract::Path;
use axum::response::Response;
use domain::id::ReminderId;
use domain::view::desk::ReminderLine;
use register::mail::message_id;
use register::{Refusal, reminders, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn list(work: Work) -> Answer {
    let lines = views::reminders::reminders(work.register(), work.actor()).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    let mail_is_set_up = work.mail_is_set_up();
    work.page(|shell| pages::list(shell, &lines, mail_is_set_up))
}

pub(super) async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let line = load(&work, &id).await?;
    let form = work.form((), line.reminder.version)?;
    let around = Around {
        message_id: &message_id(work.public_url(), line.reminder.id),
        mail_is_set_up: work.mail_is_set_up(),
        is_own: work.official().id == line.reminder.reminded.official,
    };
    work.page(|shell| pages::page(shell, &line, around, &form, done.0))
}

/// Each button is a use case of its own, which asks for its own right.
pub(super) async fn settle(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let id = load(&work, &id).await?.reminder.id;
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let version = posted.version();
    let (settled, done) = match posted.action() {
        "acknowledge" => (
            reminders::acknowledge(register, actor, key, id).await,
            desk::Done::ReminderAcknowledged,
        ),
        "again" => (
            reminders::send_again(register, actor, key, id, version).await,
            desk::Done::ReminderSentAgain,
        ),
        "received" => (
            reminders::confirm_received(register, actor, key, id, version).await,
            desk::Done::ReminderReceived,
        ),
        _ => return work.to(&address::reminder(id)),
    };
    settled.map_err(|refusal| work.refuse(refusal))?;
    work.done(&address::reminder(id), done)
}

async fn load(work: &Work, id: &str) -> Result<ReminderLine, Response> {
    let id: Option<ReminderId> = id.parse().ok();
    let id = id.ok_or_else(|| work.refuse(Refusal::NotFound))?;
    let line = views::reminders::reminder(work.register(), work.actor(), id).await;
    line.map_err(|refusal| work.refuse(refusal))
}
