//! Relations of cases, read from both sides.

use domain::case::{CaseNumber, CaseRelation, RelationKind};
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{CaseId, CaseRelationId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;

use super::kept;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// A relation as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RelationDraft {
    /// Number of the other case.
    pub other_number: String,
    /// Code of what this case is to the other.
    pub relation: String,
}

/// Relates a case to another.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    draft: &RelationDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::relations::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let (number, kind) = draft.read()?;
    let other = change.tx().case_by_number(&number).await?;
    let other = other.ok_or(Refusal::at("other_number", FindingCode::UnknownCase))?;
    if other.id == case {
        return Err(Refusal::at("other_number", FindingCode::SameCase));
    }
    let relation = CaseRelation {
        id: new_id(change.at())?,
        case,
        kind,
        other: other.id,
    };
    let known = change.tx().case_relations(case).await?;
    let is_known = |known: &CaseRelation| known.other == other.id && known.kind == kind;
    if known.iter().any(|(known, _)| is_known(known)) {
        return Err(Refusal::at("other_number", FindingCode::RelatedAlready));
    }
    change.tx().add_case_relation(relation).await?;
    let payload = json!({
        "relation": relation.id,
        "kind": kind.code(),
        "other": other.id,
    });
    change
        .finish(Event::CaseRelated, &Subject::Case(case), &payload)
        .await
}

/// Removes a relation that was made by mistake.
pub async fn remove(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    id: CaseRelationId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::relations::remove",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let known = change.tx().case_relations(case).await?;
    let removed = known.into_iter().find(|(relation, _)| relation.id == id);
    let (removed, _) = removed.ok_or(Refusal::NotFound)?;
    change.tx().remove_case_relation(id).await?;
    let payload = json!({
        "relation": id,
        "kind": removed.kind.code(),
        "other": removed.other,
    });
    change
        .finish(Event::CaseUnrelated, &Subject::Case(case), &payload)
        .await
}

impl RelationDraft {
    fn read(&self) -> Result<(CaseNumber, RelationKind), Findings> {
        let mut findings = Findings::default();
        let typed = findings.required("other_number", &self.other_number, 40);
        let number = findings.optional("other_number", &typed, FindingCode::NotACaseNumber);
        let kind = RelationKind::from_code(self.relation.trim());
        if kind.is_none() {
            findings.push(Finding::at("relation", FindingCode::UnknownChoice));
        }
        match (number, kind) {
            (Some(number), Some(kind)) => findings.into_result((number, kind)),
            _ => Err(findings),
        }
    }
}
