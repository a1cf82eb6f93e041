//! Cases: opening them, and changing what the register holds of them.
//!
//! Every event of a case and of what belongs to it is about the case, so that its disposal finds
//! them all.

pub mod classes;
pub mod documents;
pub mod measures;
pub mod moves;
pub mod numbering;
pub mod parties;
pub mod relations;

use domain::case::{
    Case, CaseFacts, CaseNumber, CaseRecord, CaseState, CaseStep, ClassCode, issues_numbers_of,
    numbering_on,
};
use domain::decision::NotInThisState;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, IdempotencyKey};
use domain::publicity::Personal;
use domain::role::UseCase;
use domain::section::Numbering;
use serde_json::{Value, json};
use store::{StoreError, Tx};
use time::Date;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;
use crate::services::office;

/// A case as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseDraft {
    /// Number from the city's case system, or empty until it is known. Where the register issues
    /// the numbers an empty one is the next; only an older case has one already.
    pub number: String,
    /// Title the public sees; never a name of a natural person.
    pub public_title: String,
    /// Title for officials alone, or empty.
    pub internal_title: String,
    /// Code of the class, or empty until it is known.
    pub class: String,
    /// Day on which it became pending, or empty where it is not known.
    pub pending_since: String,
}

const TITLE: usize = 300;

/// Opens a case: under the number that it has in the city's case system, if it is known, or the
/// next one where the register issues them.
pub async fn open(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &CaseDraft,
) -> Result<CaseId, Refusal> {
    let form = Form {
        name: "cases::open",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let (at, today) = (change.at(), change.today());
    let (number, public_title, facts) = read(change.tx(), draft, None, today).await?;
    let number = match number {
        Some(typed) => Some(typed),
        None => next_number(change.tx(), today).await?,
    };
    let case = Case {
        id: new_id(at)?,
        version: 1,
        number,
        public_title,
    };
    let step = CaseStep {
        state: CaseState::Pending,
        on: facts.pending_since.unwrap_or(today),
        reason: String::new(),
        office: office(change.actor()),
    };
    change.tx().add_case(&case, at).await.map_err(taken)?;
    change.tx().save_case_facts(&case, &facts, at).await?;
    change.tx().add_case_step(case.id, &step, at).await?;
    let payload = json!({
        "number": case.number,
        "public_title": case.public_title,
        "facts": logged(&facts),
    });
    change
        .finish(Event::CaseOpened, &Subject::Case(case.id), &payload)
        .await?;
    Ok(case.id)
}

/// The number that a case opened on a day is issued; `None` where numbers come from elsewhere.
/// Under the write lock nobody else is issued the same, and none is left out.
async fn next_number(tx: &mut Tx, today: Date) -> Result<Option<CaseNumber>, Refusal> {
    if numbering_on(&tx.case_numberings().await?, today) == Numbering::External {
        return Ok(None);
    }
    let city = tx.register().await?.ok_or(Refusal::NotFound)?.city;
    let year = today.year();
    let last = tx
        .last_case_serial(&city.case_prefix, u16::try_from(year).unwrap_or_default())
        .await?;
    let next = last.unwrap_or(0).saturating_add(1);
    let number = CaseNumber::issued(&city.case_prefix, year, next);
    number
        .map(Some)
        .map_err(|_| Refusal::at("number", FindingCode::NotACaseNumber))
}

/// Changes a case over the version that was seen. A number that is known never changes: what was
/// typed for it is not looked at.
pub async fn change(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    draft: &CaseDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::change",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let record = kept(&mut change, id).await?;
    let known = record.case.number.clone();
    let today = change.today();
    let (typed, title, facts) = read(change.tx(), draft, known.as_ref(), today).await?;
    let payload = json!({
        "number": known.as_ref().or(typed.as_ref()),
        "from": record.case.public_title,
        "to": title,
        "facts_from": logged(&record.facts),
        "facts": logged(&facts),
    });
    let case = Case {
        id,
        version,
        number: known.or(typed),
        public_title: title,
    };
    let at = change.at();
    let saved = change.tx().save_case(&case, at).await;
    fresh(saved.map_err(taken)?)?;
    let registered_at = record.registered_at;
    change
        .tx()
        .save_case_facts(&case, &facts, registered_at)
        .await?;
    change
        .finish(Event::CaseChanged, &Subject::Case(id), &payload)
        .await
}

/// The record of a case of which something may still be written: one that was disposed of is
/// what it is.
pub(crate) async fn kept(change: &mut Change, id: CaseId) -> Result<CaseRecord, Refusal> {
    let record = change.tx().case_record(id).await?;
    let record = record.ok_or(Refusal::NotFound)?;
    if record.state == CaseState::Disposed {
        return Err(NotInThisState.into());
    }
    Ok(record)
}

/// What the audit log says of the register fields.
fn logged(facts: &CaseFacts) -> Value {
    json!({
        "internal_title": facts.internal_title,
        "class": facts.class.as_ref().map(ClassCode::as_str),
        "pending_since": facts.pending_since,
    })
}

/// The number, if typed and not known before, the public title and the other fields.
async fn read(
    tx: &mut Tx,
    draft: &CaseDraft,
    known: Option<&CaseNumber>,
    today: Date,
) -> Result<(Option<CaseNumber>, String, CaseFacts), Refusal> {
    let mut findings = Findings::default();
    let number = if known.is_some() {
        None
    } else {
        let typed = findings.text("number", &draft.number, 40);
        findings.optional("number", &typed, FindingCode::NotACaseNumber)
    };
    if let Some(number) = &number
        && is_ahead(tx, number, today).await?
    {
        findings.push(Finding::at("number", FindingCode::CaseNumberIssuedHere));
    }
    let title = findings.required("public_title", &draft.public_title, TITLE);
    let internal_title = findings.text("internal_title", &draft.internal_title, TITLE);
    let class: Option<ClassCode> = findings.optional("class", &draft.class, FindingCode::NotAClass);
    if let Some(code) = &class
        && !tx.case_classes().await?.iter().any(|one| one.code == *code)
    {
        findings.push(Finding::at("class", FindingCode::UnknownChoice));
    }
    let pending_since = findings.date("pending_since", &draft.pending_since);
    if pending_since.is_some_and(|day| day > today) {
        findings.push(Finding::at("pending_since", FindingCode::DayInFuture));
    }
    let facts = CaseFacts {
        internal_title: Personal::new(internal_title),
        class,
        pending_since,
    };
    Ok(findings.into_result((number, title, facts))?)
}

/// Whether a typed number would leave a gap before the next one that the register issues.
async fn is_ahead(tx: &mut Tx, number: &CaseNumber, today: Date) -> Result<bool, Refusal> {
    let settings = tx.case_numberings().await?;
    let is_issued = issues_numbers_of(number.year(), &settings, today);
    let Some(register) = tx.register().await?.filter(|_| is_issued) else {
        return Ok(false);
    };
    let prefix = &register.city.case_prefix;
    if !prefix.eq_ignore_ascii_case(number.prefix()) {
        return Ok(false);
    }
    let last = tx.last_case_serial(prefix, number.year()).await?;
    Ok(last.unwrap_or(0) < number.serial())
}

/// A number that another case has, as a finding at its field.
fn taken(error: StoreError) -> Refusal {
    Refusal::taken("case_number", "number", FindingCode::CaseNumberTaken)(error)
}
