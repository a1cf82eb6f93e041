//! The payment claims of a project, and what of them falls due.

use domain::funding::FundingPlan;
use domain::payment_claim::{
    ClaimBook, ClaimFunder, ClaimScope, SupportRate, last_claim_due, payment_due,
};
use domain::slug::Slug;
use domain::view::payment_claim::{ClaimDue, ClaimDueLine, ClaimEntryLine, ClaimSheet, FunderLine};
use domain::{Money, funding::Payer};
use store::{ClaimEntryRow, Tx};
use time::{Date, Duration};

use super::desk::read_as;
use super::{name_on, project_and_case};
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::payment_claims::book;
use crate::refusal::Refusal;
use crate::register::Register;

/// The claims of a project, beside its plan in force.
pub async fn sheet(register: &Register, actor: &Actor, slug: &Slug) -> Result<ClaimSheet, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let (project, case) = project_and_case(&mut tx, slug).await?;
    let newest = tx.newest_plan(project.id).await?;
    let plan = newest.as_ref().map(|row| &row.plan);
    let organisations = tx.organisations().await?;
    let (rows, book) = book(&mut tx, project.id).await?;
    let version = newest.as_ref().map_or(0, |row| row.version);
    let funders = funders(&book, plan).into_iter().map(|funder| FunderLine {
        funder,
        name: match funder.payer {
            Payer::Organisation(id) => Some(name_on(&organisations, id, today)),
            Payer::Together | Payer::Others | Payer::Missing => None,
        },
        planned: plan.and_then(|plan| planned(plan, funder)),
    });
    Ok(ClaimSheet {
        funders: funders.collect(),
        scope: ClaimScope::of(&project.facts, plan.map(|plan| (version, plan))),
        costs: plan.and_then(FundingPlan::costs).cloned(),
        last_due: project.own_end().and_then(last_claim_due),
        entries: rows.into_iter().map(entry_line).collect(),
        case,
        book,
        project,
        today,
    })
}

/// Those of the plan, then those whom only claims of older plans name.
fn funders(book: &ClaimBook, plan: Option<&FundingPlan>) -> Vec<ClaimFunder> {
    let mut funders = plan.map(ClaimFunder::of).unwrap_or_default();
    for claim in book.sent() {
        for paid in &claim.content.funding {
            if !funders.contains(&paid.funder) {
                funders.push(paid.funder);
            }
        }
    }
    funders
}

/// What the plan says that a funder pays; `None` where it does not know a part of it.
fn planned(plan: &FundingPlan, funder: ClaimFunder) -> Option<Money> {
    let amounts = plan.divided().into_iter();
    let of = amounts.filter(|of| (of.payer, of.category) == (funder.payer, funder.category));
    let known: Option<Vec<Money>> = of.map(|of| of.amount).collect();
    Money::checked_sum(known.filter(|known| !known.is_empty())?)
}

fn entry_line(row: ClaimEntryRow) -> ClaimEntryLine {
    ClaimEntryLine {
        number: row.entry.number,
        fact: row.entry.fact,
        recorded_at: helsinki(row.entry.recorded_at),
        office: row.entry.office,
    }
}

/// The last claims that are overdue or due within some days, and every claim whose money is waited
/// for; the first day first.
pub(super) async fn due(
    tx: &mut Tx,
    today: Date,
    ahead: Duration,
) -> Result<Vec<ClaimDueLine>, Refusal> {
    let by = today.checked_add(ahead).unwrap_or(Date::MAX);
    let mut lines = Vec::new();
    // Whatever ends by then may be due; the months after it are counted below.
    for row in tx.last_claims_to_send(by).await? {
        let on = last_claim_due(row.ends_on).filter(|on| *on <= by);
        let Some(on) = on else { continue };
        // What the EU and the state do not support is not claimed from them.
        let plan = tx.newest_plan(row.id).await?;
        if plan.is_some_and(|row| SupportRate::of(&row.plan).is_some()) {
            lines.push(ClaimDueLine {
                project: row.project,
                due: ClaimDue::LastClaim,
                on,
                is_overdue: on < today,
            });
        }
    }
    let waiting = tx.waiting_claims().await?.into_iter();
    lines.extend(waiting.filter_map(|row| {
        let on = payment_due(row.sent_on)?;
        Some(ClaimDueLine {
            project: row.project,
            due: ClaimDue::Payment {
                claim: row.claim,
                stage: row.stage,
                waiting: row.waiting,
            },
            on,
            is_overdue: on < today,
        })
    }));
    lines.sort_by_key(|line| line.on);
    Ok(lines)
}
