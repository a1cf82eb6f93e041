//! The own account.

use app::pages::desk::{address, own as pages};
use domain::notification::{Chosen, NotificationKind, Way};
use domain::publicity::Personal;
use register::own_account::{self, PasswordDraft};
use register::{Refusal, views};
use wording::desk;

use super::work::{Answer, Done, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, done: Done) -> Answer {
    let sheet = views::people::own(work.register(), work.actor(), work.session()).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    let form = work.form((), 0)?;
    let mail_is_set_up = work.mail_is_set_up();
    work.page(|shell| pages::page(shell, &sheet, &form, mail_is_set_up, done.0))
}

/// Each button is a use case of its own.
pub(super) async fn change(work: Work, posted: Posted) -> Answer {
    match act(&work, &posted).await {
        Ok(Some(done)) => work.done(address::OWN, done),
        Ok(None) => work.to(address::OWN),
        Err(Refusal::Incomplete(findings)) => {
            let sheet = views::people::own(work.register(), work.actor(), work.session()).await;
            let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
            let form = work.typed((), &posted)?.refused(findings);
            let mail_is_set_up = work.mail_is_set_up();
            work.incomplete(|shell| pages::page(shell, &sheet, &form, mail_is_set_up, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn act(work: &Work, posted: &Posted) -> Result<Option<desk::Done>, Refusal> {
    use desk::Done as D;
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let done = match posted.action() {
        "password" => {
            let typed = |name| Personal::new(posted.field(name).to_owned());
            let draft = PasswordDraft {
                password: typed("password"),
                new_password: typed("new_password"),
                new_password_again: typed("new_password_again"),
            };
            own_account::change_password(register, actor, key, work.session(), &draft).await?;
            D::PasswordChanged
        }
        "end-session" => {
            let session = posted.field("session").parse();
            let session = session.map_err(|_| Refusal::NotFound)?;
            own_account::end_session(register, actor, key, session).await?;
            D::SessionEnded
        }
        "end-others" => {
            own_account::end_other_sessions(register, actor, key, work.session()).await?;
            D::SessionsEnded
        }
        "notifications" => {
            let chosen = chosen(posted);
            own_account::choose_notifications(register, actor, key, &chosen).await?;
            D::Saved
        }
        _ => return Ok(None),
    };
    Ok(Some(done))
}

/// A box that is not ticked is not sent.
fn chosen(posted: &Posted) -> Chosen {
    let all = NotificationKind::ALL.into_iter();
    let all = all.flat_map(|kind| Way::ALL.map(|way| (kind, way)));
    Chosen::all_but(all.filter(|(kind, way)| {
        let name = pages::setting(*kind, *way);
        posted.field(&name).is_empty()
    }))
}
