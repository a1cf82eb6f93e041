//! Who began a case and who else has to do with it.

use domain::case::{CaseParty, CasePartyDraft, PartyWho};
use domain::event::Event;
use domain::id::{CaseId, CasePartyId, IdempotencyKey, OrganisationId};
use domain::role::UseCase;
use serde_json::{Value, json};

use super::kept;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Records who has to do with a case.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    draft: &CasePartyDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::parties::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let known = known(&mut change).await?;
    let at = change.at();
    let party = draft.read(new_id(at)?, case, &known)?;
    change.tx().add_case_party(&party, at).await?;
    let (event, subject) = (Event::CasePartyAdded, Subject::Case(case));
    change.finish(event, &subject, &logged(&party)).await
}

/// Corrects that record, over the version that was seen.
pub async fn correct(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (case, id): (CaseId, CasePartyId),
    version: i64,
    draft: &CasePartyDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::parties::correct",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let before = party(&mut change, case, id).await?;
    let known = known(&mut change).await?;
    let party = CaseParty {
        version,
        ..draft.read(id, case, &known)?
    };
    let at = change.at();
    fresh(change.tx().save_case_party(&party, at).await?)?;
    let payload = json!({ "from": logged(&before), "to": logged(&party) });
    change
        .finish(Event::CasePartyCorrected, &Subject::Case(case), &payload)
        .await
}

/// Removes a record that was made by mistake; the audit log keeps it as long as the case.
pub async fn remove(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (case, id): (CaseId, CasePartyId),
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::parties::remove",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let removed = party(&mut change, case, id).await?;
    fresh(change.tx().remove_case_party(id, version).await?)?;
    let (event, subject) = (Event::CasePartyRemoved, Subject::Case(case));
    change.finish(event, &subject, &logged(&removed)).await
}

async fn party(change: &mut Change, case: CaseId, id: CasePartyId) -> Result<CaseParty, Refusal> {
    let parties = change.tx().case_parties(case).await?;
    let found = parties.into_iter().find(|party| party.id == id);
    found.ok_or(Refusal::NotFound)
}

async fn known(change: &mut Change) -> Result<Vec<OrganisationId>, Refusal> {
    let organisations = change.tx().organisations().await?;
    Ok(organisations.iter().map(|one| one.id).collect())
}

fn logged(party: &CaseParty) -> Value {
    let (organisation, person) = match &party.who {
        PartyWho::Organisation(id) => (Some(id), None),
        PartyWho::Person(name) => (None, Some(name)),
    };
    json!({
        "party": party.id,
        "role": party.role.code(),
        "organisation": organisation,
        "person": person,
        "agent": party.agent,
    })
}
