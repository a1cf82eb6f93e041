//! The audit log as who may read it sees it.

use std::collections::HashMap;

use domain::event::{Event, SubjectKind};
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{ProjectId, UserId};
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::slug::Slug;
use domain::view::audit::{
    LogActor, LogEntry, LogLine, LogPage, LogQuery, LogSubject, SubjectPage,
};
use store::{AuditActor, AuditEvent, AuditFilter, AuditPayload, AuditSubject, Side, Tx};
use time::{OffsetDateTime, PrimitiveDateTime, Time};
use uuid::Uuid;

use crate::actor::Actor;
use crate::clock::{helsinki, instant};
use crate::refusal::Refusal;
use crate::register::Register;

/// Events of a page.
pub const PAGE: u32 = 50;
/// What an official did last, on the desk.
const OWN_ACTS: u32 = 10;

/// Where a page of the log stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// At the last event.
    #[default]
    Last,
    /// Before an event.
    Before(i64),
    /// After an event.
    After(i64),
}

/// A page of the log, narrowed to what a query asks for. A query that cannot be read shows nothing
/// but what is wrong with it.
pub async fn log(
    register: &Register,
    actor: &Actor,
    query: &LogQuery,
    place: Place,
) -> Result<LogPage, Refusal> {
    let mut tx = read_as_auditor(register, actor).await?;
    let accounts = tx.accounts().await?;
    let mut page = LogPage {
        query: query.clone(),
        findings: Findings::default(),
        lines: Vec::new(),
        newer: None,
        older: None,
        people: accounts.into_iter().map(|one| (one.id, one.name)).collect(),
    };
    let narrowed = match Narrowed::read(query) {
        Ok(narrowed) => narrowed,
        Err(findings) => {
            page.findings = findings;
            return Ok(page);
        }
    };
    let side = match place {
        Place::Last => Side::Last,
        Place::Before(seq) => Side::Before(seq),
        Place::After(seq) => Side::After(seq),
    };
    let filter = narrowed.filter(query);
    let mut events = tx.audit_log(&filter, side, PAGE).await?;
    if matches!(side, Side::After(_)) {
        events.reverse();
    }
    if let (Some((first, _)), Some((last, _))) = (events.first(), events.last()) {
        let (first, last) = (first.seq, last.seq);
        let newer = tx.audit_log(&filter, Side::After(first), 1).await?;
        let older = tx.audit_log(&filter, Side::Before(last), 1).await?;
        page.newer = (!newer.is_empty()).then_some(first);
        page.older = (!older.is_empty()).then_some(last);
    }
    page.lines = lines(&mut tx, events).await?;
    Ok(page)
}

/// One event with everything that is kept of it.
pub async fn entry(register: &Register, actor: &Actor, seq: i64) -> Result<LogEntry, Refusal> {
    let mut tx = read_as_auditor(register, actor).await?;
    let (event, payload) = tx.audit_event(seq).await?.ok_or(Refusal::NotFound)?;
    let (payload_hash, previous_hash, hash) = (
        hex::encode(event.payload_hash),
        hex::encode(event.previous_hash),
        hex::encode(event.hash),
    );
    let mut lines = lines(&mut tx, vec![(event, None)]).await?;
    Ok(LogEntry {
        line: lines.pop().ok_or(Refusal::NotFound)?,
        payload: payload.map(indented).map(Personal::new),
        payload_hash,
        previous_hash,
        hash,
    })
}

/// What an official did last.
pub(super) async fn own_acts(tx: &mut Tx, official: UserId) -> Result<Vec<LogLine>, Refusal> {
    let events = tx.acts_of(official, OWN_ACTS).await?;
    lines(tx, events).await
}

/// A snapshot for somebody who may read the log.
pub(crate) async fn read_as_auditor(register: &Register, actor: &Actor) -> Result<Tx, Refusal> {
    if actor.may(UseCase::ReadAudit) {
        Ok(register.read().await?)
    } else {
        Err(Refusal::Forbidden)
    }
}

/// A query that could be read.
pub(crate) struct Narrowed {
    actor_kind: Option<&'static str>,
    actor: Option<UserId>,
    event: Option<Event>,
    subject_kind: Option<SubjectKind>,
    from: Option<OffsetDateTime>,
    until: Option<OffsetDateTime>,
}

impl Narrowed {
    /// Reads what a query asks for.
    pub(crate) fn read(query: &LogQuery) -> Result<Self, Findings> {
        let mut findings = Findings::default();
        let mut chosen = |place: &str, typed: &str, is_known: bool| {
            if !typed.is_empty() && !is_known {
                findings.push(Finding::at(place, FindingCode::UnknownChoice));
            }
        };
        let actor: Option<UserId> = query.who.parse().ok();
        let actor_kind = match query.who.as_str() {
            "operator" => Some("operator"),
            "system" => Some("system"),
            _ => None,
        };
        chosen("kuka", &query.who, actor.is_some() || actor_kind.is_some());
        let event = Event::from_code(&query.event);
        chosen("tapahtuma", &query.event, event.is_some());
        let subject_kind = SubjectKind::from_code(&query.subject);
        chosen("kohde", &query.subject, subject_kind.is_some());
        let first = findings.date("alku", &query.from);
        let last = findings.date("loppu", &query.until);
        if last.is_some() && last < first {
            findings.push(Finding::at("loppu", FindingCode::LastDayBeforeFirst));
        }
        let midnight = |day: time::Date| instant(PrimitiveDateTime::new(day, Time::MIDNIGHT));
        findings.into_result(Self {
            actor_kind,
            actor,
            event,
            subject_kind,
            from: first.and_then(midnight),
            until: last.and_then(time::Date::next_day).and_then(midnight),
        })
    }

    pub(crate) fn filter<'a>(&self, query: &'a LogQuery) -> AuditFilter<'a> {
        AuditFilter {
            actor_kind: self.actor_kind,
            actor: self.actor,
            event: self.event,
            subject_kind: self.subject_kind,
            subject: (!query.subject_id.is_empty()).then_some(query.subject_id.as_str()),
            from: self.from,
            until: self.until,
        }
    }
}

/// Who did it, for a page.
pub(crate) fn log_actor(actor: AuditActor) -> LogActor {
    match actor {
        AuditActor::User { id, name, role } => LogActor::Official { id, name, role },
        AuditActor::Operator(name) => LogActor::Operator(name),
        AuditActor::System => LogActor::System,
    }
}

/// Events with what their subjects are called; each subject is looked up once.
async fn lines(
    tx: &mut Tx,
    events: Vec<(AuditEvent, Option<AuditPayload>)>,
) -> Result<Vec<LogLine>, Refusal> {
    let mut known: HashMap<(SubjectKind, String), LogSubject> = HashMap::new();
    let mut lines = Vec::new();
    for (event, _) in events {
        let AuditSubject { kind, id } = event.subject;
        let subject = if let Some(subject) = known.get(&(kind, id.clone())) {
            subject.clone()
        } else {
            let subject = subject(tx, kind, &id).await?;
            known.insert((kind, id), subject.clone());
            subject
        };
        lines.push(LogLine {
            seq: event.seq,
            at: helsinki(event.at),
            actor: log_actor(event.actor),
            event: event.event,
            subject,
        });
    }
    Ok(lines)
}

/// What a subject is called now, and its page.
async fn subject(tx: &mut Tx, kind: SubjectKind, id: &str) -> Result<LogSubject, Refusal> {
    let (name, page) = match id.parse::<Uuid>() {
        Ok(uuid) => known_by_identity(tx, kind, uuid).await?,
        Err(_) => known_by_slug(tx, kind, id).await?,
    };
    Ok(LogSubject {
        kind,
        id: id.to_owned(),
        name: name.map(Personal::new),
        page,
    })
}

type Found = (Option<String>, Option<SubjectPage>);

async fn known_by_slug(tx: &mut Tx, kind: SubjectKind, id: &str) -> Result<Found, Refusal> {
    let slug = Slug::try_from(id.to_owned()).ok();
    let Some(slug) = slug.filter(|_| kind == SubjectKind::Series) else {
        return Ok((None, None));
    };
    let series = tx.series(&slug).await?;
    let page = series.is_some().then_some(SubjectPage::Series(slug));
    Ok((series.map(|series| series.decision_maker), page))
}

async fn known_by_identity(tx: &mut Tx, kind: SubjectKind, id: Uuid) -> Result<Found, Refusal> {
    Ok(match kind {
        SubjectKind::User => {
            let account = tx.account(id.into()).await?;
            let page = account.as_ref().map(|one| SubjectPage::Account(one.id));
            let name = account.map(|one| one.name.reveal_to_official().clone());
            (name, page)
        }
        SubjectKind::Organisation => {
            let organisation = tx.organisation(id.into()).await?;
            let name = organisation.and_then(|one| one.names().last().cloned());
            (name.map(|one| one.name), Some(SubjectPage::Organisations))
        }
        SubjectKind::Case => {
            let case = tx.case(id.into()).await?;
            let page = case.as_ref().map(|case| SubjectPage::Case(case.key()));
            let name = case.map(|case| match case.number {
                Some(number) => format!("{number} {}", case.public_title),
                None => case.public_title,
            });
            (name, page)
        }
        SubjectKind::Project => of_project(tx, Some(id.into())).await?,
        SubjectKind::ClaimEntry => {
            let project = tx.project_of_claim_entry(id.into()).await?;
            of_project(tx, project).await?
        }
        SubjectKind::CoFundingEntry => {
            let project = tx.project_of_co_funding_entry(id.into()).await?;
            of_project(tx, project).await?
        }
        SubjectKind::Reminder => (None, Some(SubjectPage::Reminder(id.into()))),
        SubjectKind::CallIn => (None, Some(SubjectPage::CallIn)),
        SubjectKind::Budget | SubjectKind::BudgetClosing => (None, Some(SubjectPage::Budget)),
        _ => of_decision(tx, kind, id).await?,
    })
}

/// A subject that is shown on the page of its project, or the project itself.
async fn of_project(tx: &mut Tx, project: Option<ProjectId>) -> Result<Found, Refusal> {
    let project = match project {
        Some(project) => tx.project(project).await?,
        None => None,
    };
    Ok(match project {
        Some(of) => (Some(of.facts.name), Some(SubjectPage::Project(of.slug))),
        None => (None, None),
    })
}

/// A subject that is shown on the sheet of its decision.
async fn of_decision(tx: &mut Tx, kind: SubjectKind, id: Uuid) -> Result<Found, Refusal> {
    let Some(decision) = tx.decision_of_subject(kind, id).await? else {
        return Ok((None, None));
    };
    let line = tx.decision_line(decision).await?;
    let page = line.as_ref().map(|line| SubjectPage::Decision(line.id));
    let title = line.map(|line| line.title.trim().to_owned());
    Ok((title.filter(|title| !title.is_empty()), page))
}

/// A payload as indented JSON; as it is stored where it is none.
fn indented(payload: AuditPayload) -> String {
    serde_json::from_str::<serde_json::Value>(&payload.json)
        .and_then(|value| serde_json::to_string_pretty(&value))
        .unwrap_or(payload.json)
}
