//! Attachments of decisions on officials' pages.

use app::pages::desk::address;
use app::pages::desk::decision::attachments as page;
use app::pages::desk::form::Attaching;
use axum::extract::Path;
use domain::attachment::AttachmentDraft;
use domain::id::{AttachmentId, DecisionId};
use domain::view::desk::DecisionSheet;
use register::{Refusal, attachments};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Done, Work};
use crate::http::attachment::{file, place};
use crate::http::upload::Upload;

pub(super) async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let typed = Attaching {
        class: "public".to_owned(),
        ..Attaching::default()
    };
    let form = work.form(typed, sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form, done.0))
}

pub(super) async fn change(work: Work, Path(id): Path<String>, upload: Upload) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let action = upload.posted.action().to_owned();
    let named = action.split_once('-');
    let named = named.and_then(|(verb, id)| Some((verb, id.parse::<AttachmentId>().ok()?)));
    let Some((verb, attachment)) = named else {
        return attach(&work, &sheet, upload).await;
    };
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (upload.posted.key(), upload.posted.version());
    let changed = match verb {
        "up" => attachments::move_up(register, actor, key, id, version, attachment).await,
        "remove" => attachments::remove(register, actor, key, id, version, attachment).await,
        _ => Err(Refusal::NotFound),
    };
    changed.map_err(|refusal| work.refuse(refusal))?;
    done(&work, id, desk::Done::AttachmentsChanged)
}

async fn attach(work: &Work, sheet: &DecisionSheet, upload: Upload) -> Answer {
    let id = sheet.decision.id;
    let Upload { posted, file } = upload;
    let typed = Attaching::from_pairs(&posted.0);
    let (file_name, bytes) = file.unwrap_or_default();
    let draft = AttachmentDraft {
        title: typed.title.clone(),
        class: typed.class.clone(),
        ground: typed.ground.clone(),
        file_name,
    };
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    match attachments::attach(register, actor, key, id, version, &draft, &bytes).await {
        Ok(()) => done(work, id, desk::Done::Attached),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, sheet, &form, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

fn done(work: &Work, id: DecisionId, done: desk::Done) -> Answer {
    work.done(&address::attachments(id), done)
}

/// The bytes of an attachment.
pub(super) async fn download(work: Work, Path((id, number)): Path<(String, String)>) -> Answer {
    let id: DecisionId = work.identity(&id)?;
    let number = place(&number).ok_or_else(|| work.refuse(Refusal::NotFound))?;
    let found = attachments::for_officials(work.register(), work.actor(), id, number).await;
    let found = found.map_err(|refusal| work.refuse(refusal))?;
    let sent = file(work.register(), found).await;
    sent.map_err(|refusal| work.refuse(refusal))
}
