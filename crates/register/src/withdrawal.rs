//! Withdrawing a published decision from the public network as a whole, and publishing it again.

use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{DecisionId, IdempotencyKey};
use domain::role::UseCase;
use domain::stub::{Ended, Stub, StubKind};
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::distribution;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// The longest public reason.
pub(crate) const REASON: usize = 500;

/// A withdrawal as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WithdrawalDraft {
    /// What the public is told.
    pub public_reason: String,
    /// Not empty where the title goes too.
    pub hides_title: String,
    /// Not empty where the consequences were read and confirmed.
    pub confirmed: String,
}

/// Withdraws a published decision from the public network: a stub stands in its place from then on,
/// and it leaves every public list. Officials go on seeing it.
pub async fn withdraw(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    draft: &WithdrawalDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "withdrawal::withdraw",
        key,
    };
    let Some(mut change) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    let mut findings = Findings::default();
    let reason = findings.required("public_reason", &draft.public_reason, REASON);
    if draft.confirmed.is_empty() {
        findings.push(Finding::at("confirmed", FindingCode::NotConfirmed));
    }
    findings.into_result(())?;
    let stub = new_stub(
        &change,
        id,
        StubKind::Withdrawn,
        reason,
        !draft.hides_title.is_empty(),
    )?;
    let added = change.tx().add_stub(&stub).await;
    added.map_err(Refusal::taken(
        "stub",
        "public_reason",
        FindingCode::StatedAlready,
    ))?;
    let at = change.at();
    let addresses = distribution::forget(change.tx(), id, at).await?;
    let payload = json!({
        "removed_addresses": addresses,
        "stub": stub.id,
        "reason": stub.reason,
        "hides_title": stub.hides_title,
    });
    let (event, subject) = (Event::PublicationWithdrawn, Subject::Decision(id));
    change.finish(event, &subject, &payload).await
}

/// Ends the stub in the place of a decision, openly: the decision is public again, as far as the
/// rules of the moment let it.
pub async fn publish_again(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DecisionId,
    version: i64,
    reason: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "withdrawal::publish_again",
        key,
    };
    let Some(mut change) = begin(register, actor, form, id, version).await? else {
        return Ok(());
    };
    let mut findings = Findings::default();
    let reason = findings.required("reason", reason, REASON);
    findings.into_result(())?;
    let stub = change.tx().stub_of_decision(id).await?;
    let stub = stub.ok_or(domain::decision::NotInThisState)?;
    // What is secret as a whole does not become public by a reason (kuntalaki 140.1 §).
    if stub.kind == StubKind::Secret {
        return Err(domain::decision::NotInThisState.into());
    }
    let ended = Ended {
        at: change.at(),
        reason,
    };
    change.tx().end_stub(&stub, &ended).await?;
    let at = change.at();
    distribution::plan(change.tx(), id, at).await?;
    let payload = json!({ "stub": stub.id, "reason": ended.reason });
    let (event, subject) = (Event::PublishedAgain, Subject::Decision(id));
    change.finish(event, &subject, &payload).await
}

/// Begins on the version that was seen of a published decision, and raises it: its last day in
/// calendars follows the number. `None` where the form was sent before.
async fn begin(
    register: &Register,
    actor: &Actor,
    form: Form,
    id: DecisionId,
    version: i64,
) -> Result<Option<Box<Change>>, Refusal> {
    let use_case = UseCase::WithdrawPublication;
    let mut change = match register.begin(actor, use_case, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(None),
    };
    let decision = change.tx().decision(id).await?.ok_or(Refusal::NotFound)?;
    decision
        .publication()
        .ok_or(domain::decision::NotInThisState)?;
    let at = change.at();
    fresh(change.tx().touch_decision(id, version, at).await?)?;
    Ok(Some(change))
}

/// A stub that is made now, by the official of the change.
pub(crate) fn new_stub(
    change: &Change,
    decision: DecisionId,
    kind: StubKind,
    reason: String,
    hides_title: bool,
) -> Result<Stub, Refusal> {
    let official = change.official()?;
    Ok(Stub {
        id: new_id(change.at())?,
        decision,
        kind,
        reason,
        hides_title,
        made_at: change.at(),
        made_by: official.id,
        office: official.office,
        ended: None,
    })
}
