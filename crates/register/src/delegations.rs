//! Delegations of authority: who may decide what, and up to how much.

use domain::delegation::{Delegation, DelegationDraft, DelegationFacts};
use domain::event::Event;
use domain::finding::FindingCode;
use domain::id::{DelegationId, IdempotencyKey};
use domain::role::UseCase;
use store::Tx;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Records a delegation.
pub async fn record(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &DelegationDraft,
) -> Result<DelegationId, Refusal> {
    let form = Form {
        name: "delegations::record",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::ManageDelegations, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let facts = read(change.tx(), draft).await?;
    let id = new_id(change.at())?;
    let delegation = Delegation {
        id,
        version: 1,
        facts,
    };
    change.tx().add_delegation(&delegation).await?;
    let subject = Subject::Delegation(id);
    change
        .finish(Event::DelegationRecorded, &subject, &delegation.facts)
        .await?;
    Ok(id)
}

/// Changes a delegation, over the version that was seen.
pub async fn change(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DelegationId,
    version: i64,
    draft: &DelegationDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "delegations::change",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::ManageDelegations, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let found = change.tx().delegation(id).await?;
    if found.ok_or(Refusal::NotFound)?.version != version {
        return Err(Refusal::Stale);
    }
    let facts = read(change.tx(), draft).await?;
    let delegation = Delegation { id, version, facts };
    fresh(change.tx().save_delegation(&delegation).await?)?;
    let subject = Subject::Delegation(id);
    change
        .finish(Event::DelegationChanged, &subject, &delegation.facts)
        .await
}

async fn read(tx: &mut Tx, draft: &DelegationDraft) -> Result<DelegationFacts, Refusal> {
    let facts = draft.read()?;
    match tx.series(&facts.series).await? {
        Some(_) => Ok(facts),
        None => Err(Refusal::at("series", FindingCode::UnknownChoice)),
    }
}
