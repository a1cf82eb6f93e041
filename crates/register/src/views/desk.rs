//! What officials see: the desk and the sheets of cases, projects and decisions.

pub use super::appeal::{appeals, call_in};
pub use super::cases::{
    case_classes, case_form, case_list, case_numbering, disposal_list, disposal_sheet,
};
pub use super::drafting::{begin_sheet, delegations};
pub use super::last_days::last_days;
pub use super::project_sheet::{plan, plan_comparison, project_history, project_sheet};
pub use super::publications::publications;
pub use super::sheet::decision_sheet;

use domain::case::CaseKey;
use domain::event::Event;
use domain::official::Official;
use domain::role::UseCase;
use domain::signing_right::{Deputyship, signing_right};
use domain::slug::Slug;
use domain::view::case::DisposalTask;
use domain::view::desk::{CaseSheet, Desk, Late, OrganisationLine, Task, TaskKind};
use store::{Audience, DecisionLineRow, ProjectFilter, StateCode, Tx};
use time::{Date, PrimitiveDateTime};

use super::budget::waiting;
use super::cases::case_register;
use super::list::{decision_line, project_row};
use super::{audit, instalments, notifications, reminders};
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;

/// Published decisions on the desk.
const PUBLISHED: u32 = 10;
/// Decisions without a statement of legal force on the desk.
const PERIODS_OVER: u32 = 10;
/// Cases on the desk.
const CASES: u32 = 50;
/// Projects of a case; there are few.
const PROJECTS: u32 = 1_000;

/// The desk of an official.
pub async fn desk(register: &Register, official: &Official) -> Result<Desk, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, &Actor::Official(official.clone())).await?;
    let unfinished = tx.unfinished_decisions().await?;
    let tasks = tasks(&mut tx, &unfinished, official, now).await?;
    let published = tx.last_published_lines(PUBLISHED).await?;
    let periods_over = if official.role.may(UseCase::StateLegalForce) {
        tx.decisions_with_periods_over(now.date(), PERIODS_OVER)
            .await?
    } else {
        Vec::new()
    };
    let unsettled_distribution = if official.role.may(UseCase::DistributeDecision) {
        tx.decisions_with_unsettled_distribution().await?
    } else {
        Vec::new()
    };
    let lines = |rows: Vec<DecisionLineRow>| {
        rows.into_iter()
            .map(|row| decision_line(row, now))
            .collect()
    };
    Ok(Desk {
        tasks,
        budgets: if official.role.may(UseCase::ManageBudget) {
            waiting(&mut tx, now.date()).await?
        } else {
            Vec::new()
        },
        due: if official.role.may(UseCase::ManageCommitments) {
            Some(instalments::count(&mut tx, now.date()).await?)
        } else {
            None
        },
        disposals: disposals(&mut tx, official, now.date()).await?,
        periods_over: lines(periods_over),
        unread: notifications::unread(&mut tx, official, register.clock().now()).await?,
        unread_count: tx.unread_notifications(official.id).await?,
        acts: audit::own_acts(&mut tx, official.id).await?,
        reminders: reminders::of_official(&mut tx, official, now).await?,
        unsettled_reminders: reminders::unsettled(&mut tx, official, now).await?,
        unsettled_distribution: lines(unsettled_distribution),
        unfinished: lines(unfinished),
        published: lines(published),
        cases: tx.cases(CASES).await?,
    })
}

/// What waits for an official: first what is late, then what waits longest.
async fn tasks(
    tx: &mut Tx,
    unfinished: &[DecisionLineRow],
    official: &Official,
    now: PrimitiveDateTime,
) -> Result<Vec<Task>, Refusal> {
    let deputyships = tx.deputyships_on(now.date()).await?;
    let own = |row: &DecisionLineRow| own_task(row, official, now.date(), &deputyships);
    let mut waiting: Vec<(TaskKind, DecisionLineRow)> = unfinished
        .iter()
        .filter_map(|row| Some((own(row)?, row.clone())))
        .collect();
    if official.role.may(UseCase::RecordService) {
        let services = tx.services_without_period(now.date()).await?.into_iter();
        // What the calendar refuses cannot be mended by recording it.
        let services = services.filter(|row| row.service.facts.event().is_err());
        waiting.extend(services.map(|row| {
            let kind = TaskKind::RecordServiceDay {
                service: row.service,
                recipient: row.recipient,
            };
            (kind, row.decision)
        }));
        let untold = tx.decisions_with_untold_corrections().await?.into_iter();
        waiting.extend(untold.map(|row| (TaskKind::TellOfCorrection, row)));
    }
    let mut tasks = Vec::new();
    for (kind, row) in waiting {
        let returned = match kind {
            TaskKind::FinishDraft => tx.last_time(Event::DecisionReturned, row.id).await?,
            _ => None,
        };
        let returned = returned.map(|at| helsinki(at).date());
        let since = helsinki(row.changed_at).date();
        let late = Late::of(&kind, returned, since, now.date());
        let decision = decision_line(row, now);
        tasks.push(Task {
            kind,
            decision,
            late,
        });
    }
    tasks.sort_by_key(|task| (task.late.is_none(), task.decision.changed_at));
    Ok(tasks)
}

/// What another official proposed for disposal, for who may approve that: the same person never
/// does both.
async fn disposals(
    tx: &mut Tx,
    official: &Official,
    today: Date,
) -> Result<Vec<DisposalTask>, Refusal> {
    if !official.role.may(UseCase::ApproveDisposal) {
        return Ok(Vec::new());
    }
    let mut tasks = Vec::new();
    for disposal in tx.open_disposals().await? {
        if disposal.proposed_by == official.id {
            continue;
        }
        let case = tx.case(disposal.case).await?.ok_or(Refusal::NotFound)?;
        let proposed_on = helsinki(disposal.proposed_at).date();
        tasks.push(DisposalTask {
            case,
            proposed_by: disposal.proposed_office,
            proposed_on,
            late: Late::of_disposal(proposed_on, today),
        });
    }
    Ok(tasks)
}

/// The officials' page of a case.
pub async fn case_sheet(
    register: &Register,
    actor: &Actor,
    key: &CaseKey,
) -> Result<CaseSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let case = match key {
        CaseKey::Number(number) => tx.case_by_number(number).await?,
        CaseKey::Id(id) => tx.case(*id).await?,
    };
    let case = case.ok_or(Refusal::NotFound)?;
    let filter = ProjectFilter {
        audience: Audience::Officials,
        case: Some(case.id),
        limit: PROJECTS,
        today: now.date(),
    };
    let projects = tx.projects(&filter).await?;
    let decisions = tx.decision_lines_of_case(case.id).await?;
    Ok(CaseSheet {
        register: case_register(&mut tx, case.id, now.date()).await?,
        case,
        projects: projects
            .into_iter()
            .map(|row| (row.id, project_row(row)))
            .collect(),
        decisions: decisions
            .into_iter()
            .map(|row| decision_line(row, now))
            .collect(),
    })
}

/// Every organisation, by its name today.
pub async fn organisations(
    register: &Register,
    actor: &Actor,
) -> Result<Vec<OrganisationLine>, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    organisation_lines(&mut tx, today).await
}

/// A snapshot for an official who may see the desk.
pub(crate) async fn read_as(register: &Register, actor: &Actor) -> Result<Tx, Refusal> {
    if actor.may(UseCase::ReadDesk) {
        Ok(register.read().await?)
    } else {
        Err(Refusal::Forbidden)
    }
}

pub(super) async fn organisation_lines(
    tx: &mut Tx,
    today: Date,
) -> Result<Vec<OrganisationLine>, Refusal> {
    let organisations = tx.organisations().await?;
    let mut lines: Vec<OrganisationLine> = organisations
        .into_iter()
        .map(|organisation| OrganisationLine {
            id: organisation.id,
            name: organisation.name_on(today).to_owned(),
            kind: organisation.kind,
            business_id: organisation.business_id.map(String::from),
        })
        .collect();
    lines.sort_by_key(|line| line.name.to_lowercase());
    Ok(lines)
}

/// What an unfinished decision asks of this official, if anything.
fn own_task(
    row: &DecisionLineRow,
    official: &Official,
    today: Date,
    deputyships: &[Deputyship],
) -> Option<TaskKind> {
    let may = |use_case| official.role.may(use_case);
    let signs = || {
        let series = Slug::try_from(row.draft_series.trim().to_owned()).ok()?;
        signing_right(official, &series, today, deputyships)
    };
    match row.state {
        StateCode::Draft if may(UseCase::DraftDecision) && row.preparer == official.id => {
            Some(TaskKind::FinishDraft)
        }
        StateCode::AwaitingSignature => signs().map(|_| TaskKind::Sign),
        StateCode::Signed if may(UseCase::PublishDecision) => Some(TaskKind::Publish),
        StateCode::Draft | StateCode::Abandoned | StateCode::Signed | StateCode::Published => None,
    }
}
