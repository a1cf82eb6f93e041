//! Instalments of commitments: the form of each kind of entry, and what falls due.

use app::pages::desk::commitment as page;
use app::pages::desk::{address, due};
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use domain::commitment::CommitmentKey;
use domain::id::DecisionId;
use domain::instalment::{InstalmentDraft, InstalmentKind};
use domain::role::UseCase;
use register::{Refusal, instalments, views};
use wording::desk;

use super::commitments::load;
use super::work::{Answer, Work, typed_amount, typed_day};
use super::{Route, form, page as page_of};
use crate::http::form::Posted;

/// The routes of instalments.
pub(super) fn routes() -> [Route; 5] {
    use UseCase::ManageCommitments;
    [
        page_of("/tyopoyta/eraantyvat", get(show_due)),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/erat/uusi",
            ManageCommitments,
            get(show_planning).post(plan),
        ),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/erat/{instalment}/{act}",
            ManageCommitments,
            get(show_form).post(record),
        ),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/loppuraportti",
            ManageCommitments,
            get(show_report).post(report),
        ),
        form(
            "/tyopoyta/sitoumukset/{decision}/{line}/loppuraportti/kumoa",
            ManageCommitments,
            get(show_undoing).post(undo),
        ),
    ]
}

/// What is recorded of which commitment, and of which instalment of it.
#[derive(Clone, Copy)]
struct Act {
    decision: DecisionId,
    line: u32,
    kind: InstalmentKind,
    instalment: Option<u32>,
}

impl Act {
    const fn of_all((decision, line): (DecisionId, u32), kind: InstalmentKind) -> Self {
        Self {
            decision,
            line,
            kind,
            instalment: None,
        }
    }

    /// What an address names.
    fn of_one(
        work: &Work,
        (decision, line, instalment, name): (DecisionId, u32, u32, String),
    ) -> Result<Self, Response> {
        let kind = address::instalment_kind(&name);
        Ok(Self {
            decision,
            line,
            kind: kind.ok_or_else(|| work.refuse(Refusal::NotFound))?,
            instalment: Some(instalment),
        })
    }

    fn named(self) -> String {
        self.instalment
            .map(|number| number.to_string())
            .unwrap_or_default()
    }

    async fn show(self, work: &Work) -> Answer {
        let sheet = load(work, (self.decision, self.line)).await?;
        let found = self
            .instalment
            .map(|number| sheet.schedule.instalment(number));
        let found = match found {
            Some(None) => return Err(work.refuse(Refusal::NotFound)),
            Some(found) => found,
            None => None,
        };
        let accepts = self.kind == InstalmentKind::Accepted;
        let draft = InstalmentDraft {
            instalment: self.named(),
            amount: found
                .filter(|_| accepts)
                .map(|of| typed_amount(of.amount))
                .unwrap_or_default(),
            entry_day: typed_day(work.register().clock().today()),
            ..InstalmentDraft::default()
        };
        let form = work.form(draft, 0)?;
        work.page(|shell| page::record_instalment(shell, &sheet, self.kind, &form))
    }

    async fn save(self, work: &Work, posted: &Posted) -> Answer {
        let typed = InstalmentDraft {
            instalment: self.named(),
            ..InstalmentDraft::from_pairs(&posted.0)
        };
        let key = CommitmentKey {
            decision: self.decision,
            line: self.line,
        };
        let (register, actor) = (work.register(), work.actor());
        match instalments::record(register, actor, posted.key(), key, self.kind, &typed).await {
            Ok(_) => work.done(
                &address::commitment(key),
                desk::Done::InstalmentEntryRecorded,
            ),
            Err(Refusal::Incomplete(findings)) => {
                let sheet = load(work, (self.decision, self.line)).await?;
                let form = work.typed(typed, posted)?.refused(findings);
                work.incomplete(|shell| page::record_instalment(shell, &sheet, self.kind, &form))
            }
            Err(refusal) => Err(work.refuse(refusal)),
        }
    }
}

/// The decision and the line that an address names.
type Named = (DecisionId, u32);
/// The same with the number of an instalment, and what is recorded of it.
type NamedOne = (DecisionId, u32, u32, String);

async fn show_due(work: Work) -> Answer {
    let sheet = views::instalments::due(work.register(), work.actor()).await;
    let sheet = sheet.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| due::page(shell, &sheet))
}

async fn show_planning(work: Work, Path(named): Path<Named>) -> Answer {
    Act::of_all(named, InstalmentKind::Planned)
        .show(&work)
        .await
}

async fn plan(work: Work, Path(named): Path<Named>, posted: Posted) -> Answer {
    let act = Act::of_all(named, InstalmentKind::Planned);
    act.save(&work, &posted).await
}

async fn show_form(work: Work, Path(named): Path<NamedOne>) -> Answer {
    Act::of_one(&work, named)?.show(&work).await
}

async fn record(work: Work, Path(named): Path<NamedOne>, posted: Posted) -> Answer {
    Act::of_one(&work, named)?.save(&work, &posted).await
}

async fn show_report(work: Work, Path(named): Path<Named>) -> Answer {
    let act = Act::of_all(named, InstalmentKind::FinalReport);
    act.show(&work).await
}

async fn report(work: Work, Path(named): Path<Named>, posted: Posted) -> Answer {
    let act = Act::of_all(named, InstalmentKind::FinalReport);
    act.save(&work, &posted).await
}

async fn show_undoing(work: Work, Path(named): Path<Named>) -> Answer {
    let act = Act::of_all(named, InstalmentKind::FinalReportUndone);
    act.show(&work).await
}

async fn undo(work: Work, Path(named): Path<Named>, posted: Posted) -> Answer {
    let act = Act::of_all(named, InstalmentKind::FinalReportUndone);
    act.save(&work, &posted).await
}
