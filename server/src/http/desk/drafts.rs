//! Decisions on the way to signature: their sheets, their drafts and the check.

use app::pages::desk::address;
use app::pages::desk::decision::draft::Around;
use app::pages::desk::decision::{check as check_page, draft as draft_page, sheet as sheet_page};
use app::pages::desk::form::{AboutPerson, Form};
use axum::extract::Path;
use axum::response::{IntoResponse as _, Response};
use domain::decision::{DecisionDraft, DecisionState};
use domain::form::Rows as _;
use domain::id::DecisionId;
use domain::view::desk::DecisionSheet;
use register::views::desk::decision_sheet;
use register::{Refusal, decisions, drafting};
use wording::desk;

use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

pub(super) async fn sheet(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let keys = work.form((), sheet.decision.version)?;
    let mail_is_set_up = work.mail_is_set_up();
    work.page(|shell| sheet_page::page(shell, &sheet, &keys, mail_is_set_up, done.0))
}

pub(super) async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let Ok(draft) = sheet.decision.draft() else {
        return work.to(&address::decision(sheet.decision.id));
    };
    let mut form = work.form(draft.clone(), sheet.decision.version)?;
    form.saved = done.0;
    let around = around(&work, &sheet).await?;
    work.page(|shell| draft_page::page(shell, &sheet, &form, &around))
}

/// What stands around the form that was opened.
async fn around(work: &Work, sheet: &DecisionSheet) -> Result<Around, Response> {
    let opened = drafting::open(work.register(), work.actor(), sheet.decision.id).await;
    let opened = opened.map_err(|refusal| work.refuse(refusal))?;
    let unsaved = match opened.unsaved {
        Some(unsaved) => Some((unsaved, work.form((), sheet.decision.version)?)),
        None => None,
    };
    Ok(Around {
        is_preview: false,
        unsaved,
        others: opened.others,
    })
}

pub(super) async fn save(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    match posted.action() {
        "take" => return take(&work, &sheet).await,
        "discard" => {
            let discarded = drafting::discard(work.register(), work.actor(), id).await;
            discarded.map_err(|refusal| work.refuse(refusal))?;
            return work.done(&address::draft(id), desk::Done::AutosaveDiscarded);
        }
        _ => {}
    }
    let mut typed = DecisionDraft::from_pairs(&posted.0);
    let is_preview = posted.action() == "preview";
    let nothing = Around::default();
    if is_preview || typed.edit_rows(posted.action()) {
        let around = Around {
            is_preview,
            ..nothing
        };
        let form = work.typed(typed, &posted)?;
        return work.page(|shell| draft_page::page(shell, &sheet, &form, &around));
    }
    typed.compact();
    let (key, version) = (posted.key(), posted.version());
    match decisions::save_draft(work.register(), work.actor(), key, id, version, &typed).await {
        Ok(()) if posted.action() == "check" => work.to(&address::check(id)),
        Ok(()) => work.done(&address::draft(id), desk::Done::Saved),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| draft_page::page(shell, &sheet, &form, &nothing))
        }
        Err(Refusal::Stale) => work.stale(conflict(&sheet, &typed)),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The form with what was typed and not saved, on the version it was typed on: where somebody
/// saved meanwhile, saving it shows both texts.
async fn take(work: &Work, sheet: &DecisionSheet) -> Answer {
    let id = sheet.decision.id;
    let unsaved = drafting::unsaved_text(work.register(), work.actor(), id).await;
    let unsaved = unsaved.map_err(|refusal| work.refuse(refusal))?;
    let Some(unsaved) = unsaved.filter(|_| sheet.decision.draft().is_ok()) else {
        return work.to(&address::draft(id));
    };
    let form = work.form(unsaved.draft, unsaved.version)?;
    work.page(|shell| draft_page::page(shell, sheet, &form, &Around::default()))
}

/// Keeps what is being typed. The answer is for the page's script: that it was kept, then who else
/// has the draft open, a line each.
pub(super) async fn autosave(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: DecisionId = work.identity(&id)?;
    let mut typed = DecisionDraft::from_pairs(&posted.0);
    typed.compact();
    let (register, actor) = (work.register(), work.actor());
    let others = drafting::keep(register, actor, id, posted.version(), &typed).await;
    let others = others.map_err(|refusal| work.refuse(refusal))?;
    let now = register.clock().now_in_helsinki();
    let (lang, today) = (work.lang(), now.date());
    let kept = desk::drafting::kept(now, today, lang);
    let others = others.into_iter();
    let others =
        others.map(|of| desk::drafting::also_open(&of.name, &of.office, of.since, today, lang));
    let lines: Vec<String> = std::iter::once(kept).chain(others).collect();
    Ok(lines.join("\n").into_response())
}

/// Who comes here without a script goes to the form.
pub(super) async fn to_form(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    work.to(&address::draft(sheet.decision.id))
}

/// What was typed beside what is saved now. Once it was sent it cannot be saved over.
fn conflict(sheet: &DecisionSheet, typed: &DecisionDraft) -> Conflict {
    let (saved, can_overwrite) = match &sheet.decision.state {
        DecisionState::Draft(draft) => (draft.to_pairs(), true),
        DecisionState::AwaitingSignature(draft) | DecisionState::Abandoned(draft) => {
            (draft.to_pairs(), false)
        }
        DecisionState::Signed(_) | DecisionState::Published(..) => (Vec::new(), false),
    };
    Conflict {
        address: address::draft(sheet.decision.id),
        version: sheet.decision.version,
        saved,
        typed: typed.to_pairs(),
        can_overwrite,
    }
}

pub(super) async fn check(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    if sheet.decision.draft().is_err() {
        return work.to(&address::decision(sheet.decision.id));
    }
    let form = work.form((), sheet.decision.version)?;
    let answers = answers(&work, &sheet)?;
    work.page(|shell| check_page::page(shell, &sheet, &form, &answers, done.0))
}

/// A form of answers for each mention, with a key of its own.
fn answers(work: &Work, sheet: &DecisionSheet) -> Result<Vec<Form<AboutPerson>>, Response> {
    let mentions = sheet.mentions.iter().map(|mention| {
        let about = AboutPerson {
            place: mention.place.clone(),
            words: mention.words.reveal_to_official().clone(),
        };
        work.form(about, sheet.decision.version)
    });
    mentions.collect()
}

/// Answers whether words of the draft are about a person.
pub(super) async fn about_person(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let id: DecisionId = work.identity(&id)?;
    let AboutPerson { place, words } = AboutPerson::from_pairs(&posted.0);
    let (register, actor) = (work.register(), work.actor());
    let (key, version) = (posted.key(), posted.version());
    let (answered, done) = if posted.action() == "mark" {
        let marked =
            decisions::mark_personal(register, actor, key, id, version, &place, &words).await;
        (marked, desk::Done::MarkedPersonal)
    } else {
        let said = decisions::mark_not_personal(register, actor, key, id, version, &words).await;
        (said, desk::Done::NotPersonal)
    };
    match answered {
        Ok(()) => work.done(&address::check(id), done),
        // The words are not there any more: the check says what is.
        Err(Refusal::Incomplete(_)) => work.to(&address::check(id)),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// Where the answers were given: the check of the draft.
pub(super) async fn to_check(work: Work, Path(id): Path<String>) -> Answer {
    let sheet = load(&work, &id).await?;
    work.to(&address::check(sheet.decision.id))
}

pub(super) async fn send(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.decision.id;
    let (key, version) = (posted.key(), posted.version());
    match decisions::send(work.register(), work.actor(), key, id, version).await {
        Ok(()) => work.done(&address::decision(id), desk::Done::Sent),
        Err(Refusal::Incomplete(findings)) => {
            let form = work.typed((), &posted)?.refused(findings);
            let answers = answers(&work, &sheet)?;
            work.incomplete(|shell| check_page::page(shell, &sheet, &form, &answers, None))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

/// The sheet of a decision by its identity.
pub(super) async fn load(work: &Work, id: &str) -> Result<DecisionSheet, Response> {
    let id: DecisionId = work.identity(id)?;
    let sheet = decision_sheet(work.register(), work.actor(), id).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}
