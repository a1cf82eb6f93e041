//! The own notifications.

use app::pages::desk::{address, notifications as pages};
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
    let read = match posted.action() {
        "all" => notifications::read_all(register, actor).await,
        "read" => match posted.field("notification").parse() {
            Ok(id) => notifications::read(register, actor, id).await,
            Err(_) => Err(Refusal::NotFound),
        },
        _ => return work.to(address::NOTIFICATIONS),
    };
    read.map_err(|refusal| work.refuse(refusal))?;
    work.done(address::NOTIFICATIONS, desk::Done::NotificationsRead)
}
