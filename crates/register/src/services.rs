//! Services: the day each party was served, and the period that follows.

use domain::event::Event;
use domain::id::{IdempotencyKey, ServiceId};
use domain::period::PeriodDates;
use domain::role::UseCase;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::decisions::event_day;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Records the day that the means of service counts from, typed at `event_on`, over the version that
/// was seen; computes and stores the party's period.
///
/// A day may be recorded again: a posting list can show that the first one was wrong.
pub async fn record_day(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: ServiceId,
    version: i64,
    on: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "services::record_day",
        key,
    };
    let mut change = match register.begin(actor, UseCase::RecordService, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let today = helsinki(change.at()).date();
    let row = change
        .tx()
        .service(id, today)
        .await?
        .ok_or(Refusal::NotFound)?;
    let mut service = row.service;
    let decision = change.tx().decision(service.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let sealed = decision.sealed().ok_or(domain::decision::NotInThisState)?;
    let before = service.event_on;
    let day = event_day("event_on", on, Some(sealed), today)?;
    service.event_on = Some(day);
    service.version = version;
    // A day that the calendar refuses is a fact all the same: pages say why no period follows.
    let period = service
        .period(sealed.content.remedy.0, register.offices())
        .ok();
    let period = period.as_ref().map(PeriodDates::from);
    let at = change.at();
    fresh(
        change
            .tx()
            .save_service(&service, period.as_ref(), at)
            .await?,
    )?;
    let payload = json!({
        "decision": decision.id,
        "before": before,
        "on": day,
        "last_day": period.map(|period| period.last_day),
    });
    change
        .finish(Event::ServiceRecorded, &Subject::Service(id), &payload)
        .await
}
