//! Publishing a decision.

use app::pages::desk::address;
use app::pages::desk::decision::publish as page;
use app::pages::desk::form::Publishing;
use axum::extract::Path;
use domain::decision::DecisionState;
use domain::finding::{Finding, FindingCode};
use register::decisions::PublishDraft;
use register::{Refusal, decisions};
use wording::desk;

use super::drafts::load;
use super::work::{Answer, Work, typed_day};
use crate::http::form::Posted;

pub(super) async fn show(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    let DecisionState::Signed(_) = &sheet.decision.state else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let published_on = typed_day(work.register().clock().today());
    let typed = Publishing {
        published_on,
        ..Publishing::default()
    };
    let form = work.form(typed, sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form))
}

pub(super) async fn publish(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let typed = Publishing::from_pairs(&posted.0);
    let (key, version) = (posted.key(), posted.version());
    let (register, actor) = (work.register(), work.actor());
    let Publishing {
        published_on,
        day_unknown,
        secret_ground,
    } = typed.clone();
    let draft = PublishDraft {
        published_on,
        day_unknown,
        secret_ground,
    };
    match decisions::publish(register, actor, key, id, version, &draft).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Published),
        Err(refusal) => {
            let findings = match refusal {
                Refusal::Incomplete(findings) => findings,
                Refusal::NotComputable(_) => {
                    Finding::at("published_on", FindingCode::DayNotComputable).into()
                }
                other => return Err(work.refuse(other)),
            };
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| page::page(shell, &sheet, &form))
        }
    }
}
