//! The register of cases: what officials see of one, of all, and of those that may go.

use domain::case::{
    CaseFilter, CaseParty, CaseRecord, DisposalState, PartyWho, RetentionRule, numbering_on,
};
use domain::id::CaseId;
use domain::organisation::Organisation;
use domain::publicity::Personal;
use domain::section::Numbering;
use domain::view::case::{
    CaseForm, CaseLine, CaseList, CaseRegister, ClassSheet, DisposalLine, DisposalList,
    DisposalSheet, DocumentLine, NumberingSheet, PartyLine, RelationLine,
};
use domain::view::public::Decided;
use store::{CaseListRow, Tx};
use time::{Date, PrimitiveDateTime};

use super::desk::read_as;
use super::name_on;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::decisions::decided_on;
use crate::disposal::ripe;
use crate::refusal::Refusal;
use crate::register::Register;

/// Cases of a page of the list.
const PER_PAGE: u32 = 25;
/// Cases that may go, on the disposal list at once; the next come when these are settled.
const RIPE: usize = 100;
/// Closed cases are looked at in pages of this many.
const CLOSED: u32 = 200;
/// What was said to proposals last.
const DECIDED: u32 = 20;

/// What the register holds of a case.
pub(super) async fn case_register(
    tx: &mut Tx,
    id: CaseId,
    today: Date,
) -> Result<CaseRegister, Refusal> {
    let record = tx.case_record(id).await?.ok_or(Refusal::NotFound)?;
    let classes = tx.case_classes().await?;
    let class = record.facts.class.as_ref();
    let class = classes.into_iter().find(|one| Some(&one.code) == class);
    let organisations = tx.organisations().await?;
    let parties = tx.case_parties(id).await?;
    let parties = parties
        .into_iter()
        .map(|party| party_line(party, &organisations, today));
    let relations = tx.case_relations(id).await?;
    let relations = relations.into_iter().map(|(relation, other)| RelationLine {
        id: relation.id,
        kind: relation.kind,
        other,
    });
    Ok(CaseRegister {
        class_name: class.map(|class| class.name),
        decided: decided(tx, id).await?,
        steps: tx.case_steps(id).await?,
        measures: tx.case_measures(id).await?,
        documents: documents(tx, id).await?,
        parties: parties.collect(),
        relations: relations.collect(),
        facts: record.facts,
        state: record.state,
        closed_on: record.closed_on,
        registered_at: helsinki(record.registered_at),
        disposed_at: record.disposed_at.map(helsinki),
    })
}

/// The documents of a case, in their order.
pub(super) async fn documents(tx: &mut Tx, id: CaseId) -> Result<Vec<DocumentLine>, Refusal> {
    let documents = tx.case_documents(id).await?.into_iter();
    let lines = documents.map(|document| DocumentLine {
        registered: helsinki(document.registered_at),
        document,
    });
    Ok(lines.collect())
}

fn party_line(party: CaseParty, organisations: &[Organisation], today: Date) -> PartyLine {
    let name = match &party.who {
        PartyWho::Organisation(id) => Personal::new(name_on(organisations, *id, today)),
        PartyWho::Person(name) => name.clone(),
    };
    PartyLine { party, name }
}

/// When the last decision of a case was made; `None` while none is.
async fn decided(tx: &mut Tx, id: CaseId) -> Result<Option<Decided>, Refusal> {
    let mut last = None;
    for id in tx.decisions_of_case(id).await? {
        let decision = tx.decision(id).await?.ok_or(Refusal::NotFound)?;
        if let Some(sealed) = decision.sealed() {
            let decided = decided_on(sealed);
            let is_later = last.is_none_or(|last| day(last) <= day(decided));
            last = if is_later { Some(decided) } else { last };
        }
    }
    Ok(last)
}

/// By which day it was decided; a decision of which nothing is known is before all others.
const fn day(decided: Decided) -> Option<Date> {
    match decided {
        Decided::On(day) | Decided::NoLaterThan(day) => Some(day),
        Decided::Unknown => None,
    }
}

/// A page of the list of cases.
pub async fn case_list(
    register: &Register,
    actor: &Actor,
    filter: CaseFilter,
) -> Result<CaseList, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let (rows, total) = tx.case_list(&filter, PER_PAGE).await?;
    let pages = total.div_ceil(u64::from(PER_PAGE));
    Ok(CaseList {
        total,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        lines: rows.into_iter().map(case_line).collect(),
        classes: tx.case_classes().await?,
        years: tx.case_years().await?,
        filter,
    })
}

fn case_line(row: CaseListRow) -> CaseLine {
    CaseLine {
        case: row.case,
        class: row.class,
        state: row.state,
        pending_since: row.pending_since,
        changed_at: helsinki(row.changed_at),
    }
}

/// What the form of a case offers.
pub async fn case_form(register: &Register, actor: &Actor) -> Result<CaseForm, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let numbering = numbering_on(&tx.case_numberings().await?, today);
    Ok(CaseForm {
        classes: tx.case_classes().await?,
        is_numbered_here: numbering == Numbering::IssuedHere,
    })
}

/// Every class with its rules.
pub async fn case_classes(register: &Register, actor: &Actor) -> Result<Vec<ClassSheet>, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let rules = tx.retention_rules().await?;
    let mut sheets = Vec::new();
    for class in tx.case_classes().await? {
        let own = rules.iter().filter(|rule| rule.class == class.code);
        sheets.push(ClassSheet {
            cases: tx.cases_of_class(&class.code).await?,
            rules: own.cloned().collect(),
            class,
        });
    }
    Ok(sheets)
}

/// Where case numbers come from.
pub async fn case_numbering(register: &Register, actor: &Actor) -> Result<NumberingSheet, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let city = tx.register().await?.ok_or(Refusal::NotFound)?.city;
    let year = u16::try_from(today.year()).unwrap_or_default();
    Ok(NumberingSheet {
        settings: tx.case_numberings().await?,
        last: tx.last_case_serial(&city.case_prefix, year).await?,
    })
}

/// The disposal list: what may go, what was proposed, and what was said to proposals.
pub async fn disposal_list(register: &Register, actor: &Actor) -> Result<DisposalList, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let rules = tx.retention_rules().await?;
    let mut proposed = Vec::new();
    for disposal in tx.open_disposals().await? {
        proposed.push(line(register, &mut tx, disposal.case, &rules, now).await?);
    }
    let mut decided = Vec::new();
    for disposal in tx.decided_disposals(DECIDED).await? {
        let case = tx.case(disposal.case).await?.ok_or(Refusal::NotFound)?;
        decided.push((case, disposal));
    }
    Ok(DisposalList {
        ripe: ripe_lines(register, &mut tx, &rules, now).await?,
        proposed,
        decided,
    })
}

/// The cases that may go and that nobody has proposed, the longest closed first.
async fn ripe_lines(
    register: &Register,
    tx: &mut Tx,
    rules: &[RetentionRule],
    now: PrimitiveDateTime,
) -> Result<Vec<DisposalLine>, Refusal> {
    let mut found = Vec::new();
    let mut offset = 0;
    loop {
        let rows = tx.closed_cases(now.date(), CLOSED, offset).await?;
        if rows.is_empty() {
            return Ok(found);
        }
        offset += CLOSED;
        for row in rows {
            let line = line(register, tx, row.case.id, rules, now).await?;
            let waits = |state: &DisposalState| *state == DisposalState::Proposed;
            let is_proposed = line.proposals.iter().any(|one| waits(&one.state));
            if line.ripe.is_ok() && !is_proposed {
                found.push(line);
            }
            if found.len() == RIPE {
                return Ok(found);
            }
        }
    }
}

/// A case on the way to its disposal.
pub async fn disposal_sheet(
    register: &Register,
    actor: &Actor,
    case: CaseId,
) -> Result<DisposalSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let rules = tx.retention_rules().await?;
    let line = line(register, &mut tx, case, &rules, now).await?;
    Ok(DisposalSheet {
        content: tx.disposal_content(case).await?,
        decisions: tx.case_work(case).await?.decided,
        line,
    })
}

async fn line(
    register: &Register,
    tx: &mut Tx,
    case: CaseId,
    rules: &[RetentionRule],
    now: PrimitiveDateTime,
) -> Result<DisposalLine, Refusal> {
    let record: CaseRecord = tx.case_record(case).await?.ok_or(Refusal::NotFound)?;
    Ok(DisposalLine {
        ripe: ripe(register, tx, &record, rules, now).await?,
        proposals: tx.disposals_of_case(case).await?,
        class: record.facts.class,
        closed_on: record.closed_on,
        case: record.case,
    })
}
