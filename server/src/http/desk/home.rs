//! The desk.

use app::pages::desk::home;
use register::views::desk;

use super::work::{Answer, Done, Work};

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let desk = desk::desk(work.register(), work.official()).await;
    let desk = desk.map_err(|refusal| work.refuse(refusal))?;
    let mail_is_set_up = work.mail_is_set_up();
    work.page(|shell| home::page(shell, &desk, mail_is_set_up, done.0))
}
