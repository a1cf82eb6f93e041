//! The own notifications.

use app::pages::desk::{address, notifications as pages};
use domain::id::NotificationId;
use register::{Refusal, notifications, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn list(work: Work, done: Done) -> Answer {
    let lines = views::notifications::notifications(work.register(), work.actor()).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    let form = work.form((), 0)?;
    work.page(|shell| pages::list(shell, &lines, &form, done.0))
}

pub(super) async fn read(work: Work, posted: Posted) -> Answer {
    let (register, actor) = (work.register(), work.actor());
    if posted.action() == "all" {
        let read = notifications::read_all(register, actor).await;
        read.map_err(|refusal| work.refuse(refusal))?;
        return work.done(address::NOTIFICATIONS, desk::Done::NotificationsRead);
    }
    if !["read", "received", "again"].contains(&posted.action()) {
        return work.to(address::NOTIFICATIONS);
    }
    let id = posted.field("notification").parse();
    let id: NotificationId = id.map_err(|_| work.refuse(Refusal::NotFound))?;
    let (settled, done) = match posted.action() {
        "read" => (
            notifications::read(register, actor, id).await,
            desk::Done::NotificationsRead,
        ),
        "received" => (
            notifications::confirm_received(register, actor, id).await,
            desk::Done::NotificationReceived,
        ),
        _ => (
            notifications::send_again(register, actor, id).await,
            desk::Done::NotificationSentAgain,
        ),
    };
    settled.map_err(|refusal| work.refuse(refusal))?;
    work.done(address::NOTIFICATIONS, done)
}
