//! Deputies (sijaiset): who signs in a section series in its decision maker's place, and how long.

use domain::event::Event;
use domain::id::{DeputyshipId, IdempotencyKey};
use domain::role::UseCase;
use domain::signing_right::{Deputyship, DeputyshipDraft};
use domain::slug::Slug;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Makes an account a deputy in a section series for some days. Days that have been are taken too:
/// a deputy is often recorded after the decision that made them one.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    series: &Slug,
    draft: &DeputyshipDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "deputies::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageDeputies, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let id = new_id(change.at())?;
    let tx = change.tx();
    tx.series(series).await?.ok_or(Refusal::NotFound)?;
    let officials = tx.accounts().await?;
    let known = tx.deputyships_in(series).await?;
    let deputyship = draft.read(id, series, &officials, &known)?;
    tx.add_deputyship(&deputyship).await?;
    let payload = facts(&deputyship);
    change
        .finish(
            Event::DeputyAdded,
            &Subject::Series(series.clone()),
            &payload,
        )
        .await
}

/// Ends a deputyship from today on. One that is over stays as it is.
pub async fn end(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: DeputyshipId,
    version: i64,
) -> Result<(), Refusal> {
    let form = Form {
        name: "deputies::end",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageDeputies, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let today = change.today();
    let deputyship = change.tx().deputyship(id).await?;
    let deputyship = deputyship.ok_or(Refusal::NotFound)?;
    if deputyship.version != version {
        return Err(Refusal::Stale);
    }
    if deputyship.is_over(today) {
        return Ok(());
    }
    let ended = Deputyship {
        ended_on: Some(today),
        ..deputyship
    };
    fresh(change.tx().save_deputyship(&ended).await?)?;
    let subject = Subject::Series(ended.series.clone());
    change
        .finish(Event::DeputyEnded, &subject, &facts(&ended))
        .await
}

fn facts(deputyship: &Deputyship) -> serde_json::Value {
    json!({
        "deputyship": deputyship.id,
        "deputy": deputyship.deputy,
        "first_day": deputyship.first_day,
        "last_day": deputyship.last_day,
        "ground": deputyship.ground,
        "ended_on": deputyship.ended_on,
    })
}
