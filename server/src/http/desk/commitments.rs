//! Commitments, and what is recorded about them.

use app::pages::desk::address;
use app::pages::desk::commitment as pages;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing::get;
use domain::commitment::{CommitmentKey, EntryDraft, EntryKind};
use domain::id::DecisionId;
use domain::role::UseCase;
use domain::view::commitment::CommitmentSheet;
use register::{Refusal, commitments, views};
use serde::Deserialize;
use wording::desk;

use super::work::{Answer, Done, Work, typed_amount, typed_day};
use super::{Route, form, page as page_of};
use crate::http::form::Posted;

/// The routes of a commitment.
pub(super) fn routes() -> [Route; 3] {
    use UseCase::ManageCommitments;
    [
        page_of("/tyopoyta/sitoumukset/{decision}/{line}", get(show)),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/{kind}",
            ManageCommitments,
            get(show_form).post(record),
        ),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/kumoa/{number}",
            ManageCommitments,
            get(show_reversal).post(reverse),
        ),
    ]
}

/// The decision and the line that an address names.
type Named = (DecisionId, u32);

pub(super) async fn load(
    work: &Work,
    (decision, line): Named,
) -> Result<CommitmentSheet, Response> {
    let key = CommitmentKey { decision, line };
    let sheet = views::commitment::commitment(work.register(), work.actor(), key).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

async fn show(work: Work, Path(named): Path<Named>, done: Done) -> Answer {
    let sheet = load(&work, named).await?;
    work.page(|shell| pages::sheet(shell, &sheet, done.0))
}

/// The kind that an address names; a reversal has an address of its own.
fn kind(work: &Work, name: &str) -> Result<EntryKind, Response> {
    address::entry_kind(name).ok_or_else(|| work.refuse(Refusal::NotFound))
}

/// The instalment that a payment is of, where its page led here.
#[derive(Default, Deserialize)]
struct Asked {
    era: Option<u32>,
}

async fn show_form(
    work: Work,
    Path((decision, line, name)): Path<(DecisionId, u32, String)>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Answer {
    let kind = kind(&work, &name)?;
    let sheet = load(&work, (decision, line)).await?;
    let asked = query.map(|Query(asked)| asked.era).unwrap_or_default();
    let instalment = asked.and_then(|number| sheet.schedule.instalment(number));
    // When something was paid stands on the voucher; the rest mostly happens when it is recorded.
    let today = typed_day(work.register().clock().today());
    let is_money = matches!(kind, EntryKind::Paid | EntryKind::Recovered);
    let year = sheet.line.commitment.year;
    let draft = EntryDraft {
        entry_day: if is_money { String::new() } else { today },
        posting_year: year.map(|year| year.to_string()).unwrap_or_default(),
        amount: instalment
            .map(|of| typed_amount(of.open()))
            .unwrap_or_default(),
        instalment: instalment
            .map(|of| of.number.to_string())
            .unwrap_or_default(),
        ..EntryDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| pages::record(shell, &sheet, kind, &form))
}

async fn record(
    work: Work,
    Path((decision, line, name)): Path<(DecisionId, u32, String)>,
    posted: Posted,
) -> Answer {
    let kind = kind(&work, &name)?;
    let typed = EntryDraft {
        entry: String::new(),
        ..EntryDraft::from_pairs(&posted.0)
    };
    save(&work, (decision, line), kind, typed, &posted).await
}

async fn show_reversal(
    work: Work,
    Path((decision, line, number)): Path<(DecisionId, u32, u32)>,
) -> Answer {
    let sheet = load(&work, (decision, line)).await?;
    let draft = EntryDraft {
        entry: number.to_string(),
        ..EntryDraft::default()
    };
    let form = work.form(draft, 0)?;
    work.page(|shell| pages::record(shell, &sheet, EntryKind::Reversed, &form))
}

async fn reverse(
    work: Work,
    Path((decision, line, number)): Path<(DecisionId, u32, u32)>,
    posted: Posted,
) -> Answer {
    let typed = EntryDraft {
        entry: number.to_string(),
        ..EntryDraft::from_pairs(&posted.0)
    };
    save(&work, (decision, line), EntryKind::Reversed, typed, &posted).await
}

async fn save(
    work: &Work,
    named: Named,
    kind: EntryKind,
    typed: EntryDraft,
    posted: &Posted,
) -> Answer {
    let (decision, line) = named;
    let key = CommitmentKey { decision, line };
    let (register, actor) = (work.register(), work.actor());
    match commitments::record(register, actor, posted.key(), key, kind, &typed).await {
        Ok(_) => work.done(
            &address::commitment(key),
            desk::Done::CommitmentEntryRecorded,
        ),
        Err(Refusal::Incomplete(findings)) => {
            let sheet = load(work, named).await?;
            let form = work.typed(typed, posted)?.refused(findings);
            work.incomplete(|shell| pages::record(shell, &sheet, kind, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}
