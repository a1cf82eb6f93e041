//! The disposal list: one official proposes a case whose retention has ended, another one approves
//! it or leaves it, and what is not kept for good is removed in that very act.
//!
//! `docs/states/case.md` says what is removed and what stays.

use domain::case::{
    CaseRecord, CaseStep, ClassCode, Disposal, DisposalFacts, DisposalObstacle, DisposalState,
    NotDisposable, ProjectEnd, RetentionRule, Ripe,
};
use domain::decision::NotInThisState;
use domain::event::Event;
use domain::finding::{FindingCode, Findings};
use domain::id::{CaseId, DisposalId, IdempotencyKey, UserId};
use domain::legal_force::AppealFacts;
use domain::project::{Month, Project, ProjectPeriod};
use domain::role::UseCase;
use serde_json::json;
use store::Tx;
use time::{Date, PrimitiveDateTime};

use crate::actor::Actor;
use crate::appeal;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::clock::helsinki;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

const REASON: usize = 1_000;

/// Proposes a case for disposal.
pub async fn propose(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "disposal::propose",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::ProposeDisposal, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let (user, office) = person(change.actor())?;
    let record = change.tx().case_record(case).await?;
    let record = record.ok_or(Refusal::NotFound)?;
    let ripe = still_ripe(register, &mut change, &record).await?;
    let at = change.at();
    let disposal = Disposal {
        id: new_id(at)?,
        version: 1,
        case,
        retention_ended_on: ripe.retention_ended_on,
        ground: ripe.ground,
        proposed_at: at,
        proposed_by: user,
        proposed_office: office,
        state: DisposalState::Proposed,
    };
    let waits = change.tx().disposals_of_case(case).await?;
    if waits.iter().any(|one| one.state == DisposalState::Proposed) {
        return Err(NotInThisState.into());
    }
    change.tx().add_disposal(&disposal).await?;
    let payload = json!({
        "disposal": disposal.id,
        "retention_ended_on": disposal.retention_ended_on,
        "ground": disposal.ground,
    });
    change
        .finish(Event::DisposalProposed, &Subject::Case(case), &payload)
        .await
}

/// Leaves a proposal over the version that was seen: the case is kept on, and may be proposed
/// again.
pub async fn leave(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DisposalId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "disposal::leave",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::ApproveDisposal, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let (user, office) = person(change.actor())?;
    let disposal = change.tx().disposal(id).await?.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let reason = findings.required("reason", reason, REASON);
    let reason = findings.into_result(reason)?;
    let left = disposal.leave(change.at(), user, office, reason.clone())?;
    let left = Disposal { version, ..left };
    fresh(change.tx().save_disposal(&left).await?)?;
    let payload = json!({ "disposal": id, "reason": reason });
    change
        .finish(Event::DisposalLeft, &Subject::Case(left.case), &payload)
        .await
}

/// Approves a proposal over the version that was seen, and disposes of the case in the same act.
/// Whatever came between since it was proposed is looked at again.
pub async fn approve(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DisposalId,
    version: i64,
    is_confirmed: bool,
) -> Result<(), Refusal> {
    let form = Form {
        name: "disposal::approve",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::ApproveDisposal, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let (user, office) = person(change.actor())?;
    let disposal = change.tx().disposal(id).await?.ok_or(Refusal::NotFound)?;
    let case = disposal.case;
    let record = change.tx().case_record(case).await?;
    let record = record.ok_or(Refusal::NotFound)?;
    let at = change.at();
    let approved = disposal.approve(at, user, office.clone())?;
    let approved = Disposal {
        version,
        ..approved
    };
    if !is_confirmed {
        return Err(Refusal::at("confirmed", FindingCode::NotConfirmed));
    }
    still_ripe(register, &mut change, &record).await?;
    fresh(change.tx().save_disposal(&approved).await?)?;
    let removed = change.tx().disposal_content(case).await?;
    let payloads = change.tx().payloads_of_case(case).await?;
    change.tx().dispose_of_case(&record.case, at).await?;
    let step = CaseStep {
        state: record.state.dispose()?,
        on: helsinki(at).date(),
        reason: String::new(),
        office: Some(office),
    };
    change.tx().add_case_step(case, &step, at).await?;
    for seq in &payloads {
        change.tx().dispose_of_payload(*seq).await?;
    }
    // This payload is never disposed of: by it `verify` knows the gaps of the others as lawful.
    let payload = json!({
        "disposal": id,
        "retention_ended_on": approved.retention_ended_on,
        "ground": approved.ground,
        "removed": {
            "documents": removed.documents,
            "measures": removed.measures,
            "parties": removed.parties,
            "drafts": removed.drafts,
            "filers": removed.filings,
        },
        "disposed_payloads": payloads,
    });
    change
        .finish(Event::CaseDisposed, &Subject::Case(case), &payload)
        .await
}

/// The account and office of an official; a disposal is never anybody's at the command line.
fn person(actor: &Actor) -> Result<(UserId, String), Refusal> {
    match actor {
        Actor::Official(official) => Ok((official.id, official.office.clone())),
        Actor::Operator(_) => Err(Refusal::Forbidden),
    }
}

async fn still_ripe(
    register: &Register,
    change: &mut Change,
    record: &CaseRecord,
) -> Result<Ripe, Refusal> {
    let now = helsinki(change.at());
    let rules = change.tx().retention_rules().await?;
    let ripe = ripe(register, change.tx(), record, &rules, now).await?;
    Ok(ripe.map_err(|_| NotInThisState)?)
}

/// Whether a case may be disposed of at a moment of Helsinki time, or why it is kept.
pub(crate) async fn ripe(
    register: &Register,
    tx: &mut Tx,
    record: &CaseRecord,
    rules: &[RetentionRule],
    now: PrimitiveDateTime,
) -> Result<Result<Ripe, Vec<DisposalObstacle>>, Refusal> {
    let id = record.case.id;
    let class = record.facts.class.as_ref();
    let rules = of_class(rules, class);
    let appeals = appeals(register, tx, id, now.date()).await?;
    let mut projects = Vec::new();
    for project in tx.projects_of_case(id).await? {
        let project = tx.project(project).await?.ok_or(Refusal::NotFound)?;
        projects.push(end_of(&project, now.date()));
    }
    let facts = DisposalFacts {
        state: record.state,
        closed_on: record.closed_on,
        rules: &rules,
        work: tx.case_work(id).await?,
        appeals: &appeals,
        projects: &projects,
    };
    Ok(facts.ripe(now))
}

/// The rules of a class.
pub(crate) fn of_class(rules: &[RetentionRule], class: Option<&ClassCode>) -> Vec<RetentionRule> {
    let own = rules.iter().filter(|rule| Some(&rule.class) == class);
    own.cloned().collect()
}

/// Where the appeal against each frozen decision of a case stands.
async fn appeals(
    register: &Register,
    tx: &mut Tx,
    case: CaseId,
    today: Date,
) -> Result<Vec<AppealFacts>, Refusal> {
    let mut appeals = Vec::new();
    for id in tx.decisions_of_case(case).await? {
        let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
        if decision.sealed().is_some() {
            appeals.push(appeal::facts(tx, &decision, register.offices(), today).await?);
        }
    }
    Ok(appeals)
}

/// When a project ends: on the day that was recorded, else with the last day of the last month of
/// its plan. One that goes on after that ends on a day that nobody knows.
fn end_of(project: &Project, today: Date) -> ProjectEnd {
    if let Some(ended) = project.steps.ended() {
        return ProjectEnd::On(ended);
    }
    let planned = project.facts.period.map(ProjectPeriod::last);
    let planned = planned.and_then(last_day);
    let is_late = |planned: &Date| project.steps.goes_on() && *planned < today;
    planned
        .filter(|planned| !is_late(planned))
        .map_or(ProjectEnd::Unknown, ProjectEnd::On)
}

fn last_day(Month { year, month }: Month) -> Option<Date> {
    let month = time::Month::try_from(month).ok()?;
    let year = i32::from(year);
    Date::from_calendar_date(year, month, month.length(year)).ok()
}

impl From<NotDisposable> for Refusal {
    fn from(error: NotDisposable) -> Self {
        match error {
            NotDisposable::Decided => NotInThisState.into(),
            NotDisposable::SamePerson => Self::Forbidden,
        }
    }
}
