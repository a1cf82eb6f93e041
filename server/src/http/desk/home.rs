//! The desk.

use app::pages::desk::home;
use register::views::desk;

use super::work::{Answer, Done, Work};

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let desk = desk::desk(work.register(), work.official()).await;
    let desk = desk.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| home::page(shell, &desk, done.0))
}
