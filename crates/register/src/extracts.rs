//! Extracts: certified for one recipient.

use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{ExtractId, IdempotencyKey, ServiceId};
use domain::role::UseCase;
use domain::stub::StubKind;
use serde_json::json;
use store::Extract;
use time::PrimitiveDateTime;
use time::macros::time;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::decisions::event_day;
use crate::handed_out::extract_content;
use crate::ids::{new_id, random};
use crate::refusal::Refusal;
use crate::register::Register;

/// A certification as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CertifyDraft {
    /// Place.
    pub place: String,
    /// Day; today where nothing is typed.
    pub day: String,
    /// Office of the certifier; the account's where nothing is typed.
    pub office: String,
    /// Why the recipient is entitled to the secret parts (julkisuuslaki 11–12 §); empty where they
    /// are left out.
    pub entitled_by: String,
}

/// Certifies an extract of a frozen decision for the party of a service, without the secret parts
/// unless the recipient is entitled to them. What it prints is kept
/// with it; its footer gives the address of the decision under `public_url`.
pub async fn certify(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    service: ServiceId,
    draft: &CertifyDraft,
    public_url: &str,
) -> Result<ExtractId, Refusal> {
    let form = Form {
        name: "extracts::certify",
        key,
    };
    let mut change = match register.begin(actor, UseCase::CertifyExtract, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let official = change.official()?;
    let now = helsinki(change.at());
    let served = change.tx().service(service, now.date()).await?;
    let served = served.ok_or(Refusal::NotFound)?;
    let decision = change.tx().decision(served.service.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let place = findings.required("place", &draft.place, 100);
    let office = match draft.office.trim() {
        "" => official.office,
        typed => findings.text("office", typed, 200),
    };
    let day = match draft.day.trim() {
        "" => Ok(now.date()),
        typed => event_day("day", typed, decision.sealed(), now.date()),
    };
    let day = match day {
        Ok(day) => day,
        Err(of_day) => {
            findings.extend(of_day);
            now.date()
        }
    };
    let entitled_by = findings.text("entitled_by", &draft.entitled_by, 300);
    let stub = change.tx().stub_of_decision(decision.id).await?;
    let wholly_secret = stub.is_some_and(|stub| stub.kind == StubKind::Secret);
    if wholly_secret && entitled_by.is_empty() {
        findings.push(Finding::at("entitled_by", FindingCode::EntitlementMissing));
    }
    findings.into_result(())?;
    // Only the day is stated of an earlier certification; noon keeps it the same day in Helsinki.
    let certified_at = if day == now.date() {
        change.at()
    } else {
        PrimitiveDateTime::new(day, time!(12:00)).assume_utc()
    };
    let extract = Extract {
        id: new_id(change.at())?,
        decision: decision.id,
        service,
        certified_by: official.id,
        office,
        place,
        certified_at,
        code: code()?,
        entitled_by: (!entitled_by.is_empty()).then_some(entitled_by),
    };
    let content = extract_content(register, change.tx(), &extract, public_url).await?;
    let document = serde_json::to_string(&content)?;
    change.tx().add_extract(&extract, &document).await?;
    let payload = json!({
        "decision": extract.decision,
        "service": service,
        "place": extract.place,
        "office": extract.office,
        "day": day,
        "code": extract.code,
        "entitled_by": extract.entitled_by,
    });
    let event = match extract.entitled_by {
        Some(_) => Event::SecretExtractCertified,
        None => Event::ExtractCertified,
    };
    let subject = Subject::Extract(extract.id);
    change.finish(event, &subject, &payload).await?;
    Ok(extract.id)
}

/// What a printed document is found by: twelve signs without those that look like others.
pub(crate) fn code() -> Result<String, Refusal> {
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
