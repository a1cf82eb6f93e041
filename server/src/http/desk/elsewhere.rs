//! Recording a decision that was made elsewhere.

use app::pages::desk::address;
use app::pages::desk::decision::elsewhere as page;
use app::pages::desk::form::Elsewhere;
use axum::extract::Path;
use register::decisions::RecordDraft;
use register::{Refusal, decisions};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let Ok(draft) = sheet.decision.draft() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let draft = Elsewhere {
        section: draft.section.clone(),
        ..Elsewhere::default()
    };
    let form = work.form(draft, sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

pub(super) async fn record(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Elsewhere::from_pairs(&posted.0);
    let Elsewhere {
        section,
        decided_on,
        no_later_than,
        source,
        excess_reason,
    } = typed.clone();
    let record = RecordDraft {
        section,
        decided_on,
        no_later_than,
        source,
        excess_reason,
    };
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    match decisions::record_elsewhere(register, actor, key, id, version, &record).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Recorded),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
