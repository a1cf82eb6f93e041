//! Extracts: certified for one recipient.

use domain::event::Event;
use domain::finding::Findings;
use domain::id::{ExtractId, IdempotencyKey, ServiceId};
use domain::role::UseCase;
use serde_json::json;
use store::Extract;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::ids::{new_id, random};
use crate::refusal::Refusal;
use crate::register::Register;

/// Certifies an extract of a frozen decision for the party of a service, at a place, now.
///
/// The certifier's office stands on it as it was at this moment.
pub async fn certify(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    service: ServiceId,
    place: &str,
) -> Result<ExtractId, Refusal> {
    let form = Form {
        name: "extracts::certify",
        key,
    };
    let mut change = match register.begin(actor, UseCase::CertifyExtract, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let Actor::Official(official) = change.actor().clone() else {
        return Err(Refusal::Forbidden);
    };
    let mut findings = Findings::default();
    let place = findings.required("place", place, 100);
    let place = findings.into_result(place)?;
    let today = helsinki(change.at()).date();
    let served = change.tx().service(service, today).await?;
    let served = served.ok_or(Refusal::NotFound)?;
    let extract = Extract {
        id: new_id(change.at())?,
        decision: served.service.decision,
        service,
        certified_by: official.id,
        office: official.office,
        place,
        certified_at: change.at(),
        code: code()?,
    };
    change.tx().add_extract(&extract).await?;
    let payload = json!({
        "decision": extract.decision,
        "service": service,
        "place": extract.place,
        "office": extract.office,
        "code": extract.code,
    });
    change
        .finish(
            Event::ExtractCertified,
            &Subject::Extract(extract.id),
            &payload,
        )
        .await?;
    Ok(extract.id)
}

/// What a printed extract is found by: twelve signs without those that look like others.
fn code() -> Result<String, Refusal> {
    const SIGNS: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    let bytes: [u8; 12] = random()?;
    let sign = |byte: u8| char::from(SIGNS[usize::from(byte % 32)]);
    let signs: Vec<char> = bytes.into_iter().map(sign).collect();
    let groups: Vec<String> = signs
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    Ok(groups.join("-"))
}
