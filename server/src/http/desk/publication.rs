//! Publishing decisions, and the list of those that wait for it.

use app::pages::desk::address;
use app::pages::desk::decision::publish as page;
use app::pages::desk::form::Publishing;
use app::pages::desk::publications as list_page;
use axum::extract::Path;
use domain::decision::DecisionState;
use domain::finding::{Finding, FindingCode};
use register::decisions::{PublishDraft, Published};
use register::views::desk::publications;
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
    let today = work.register().clock().today();
    let set_for = sheet.decision.notes.publish_on;
    let proposed = sheet.to_publish.map(|to_publish| to_publish.proposal.first);
    let published_on = typed_day(set_for.or(proposed).unwrap_or(today));
    let typed = Publishing {
        published_on,
        ..Publishing::default()
    };
    let form = work.form(typed, sheet.decision.version)?;
    let keys = work.form((), sheet.decision.version)?;
    work.page(|shell| page::page(shell, &sheet, &form, &keys))
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
        deviates,
        secret_ground,
    } = typed.clone();
    let draft = PublishDraft {
        published_on,
        day_unknown,
        deviates,
        secret_ground,
    };
    match decisions::publish(register, actor, key, id, version, &draft).await {
        Ok(Published::Now) => work.done(&address::decision(id), desk::Done::Published),
        Ok(Published::Scheduled) => work.done(&address::decision(id), desk::Done::Scheduled),
        Err(refusal) => {
            let findings = match refusal {
                Refusal::Incomplete(findings) => findings,
                Refusal::NotComputable(_) => {
                    Finding::at("published_on", FindingCode::DayNotComputable).into()
                }
                other => return Err(work.refuse(other)),
            };
            let form = work.typed(typed, &posted)?.refused(findings);
            let keys = work.form((), sheet.decision.version)?;
            work.incomplete(|shell| page::page(shell, &sheet, &form, &keys))
        }
    }
}

/// The button that takes the day back stands on the page where a decision is published.
pub(super) async fn to_page(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    work.to(&address::publish(sheet.decision.id))
}

pub(super) async fn unschedule(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let (key, version) = (posted.key(), posted.version());
    match decisions::unschedule(work.register(), work.actor(), key, id, version).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Unscheduled),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn list(work: Work) -> Answer {
    let list = publications(work.register(), work.actor()).await;
    let list = list.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| list_page::page(shell, &list))
}
