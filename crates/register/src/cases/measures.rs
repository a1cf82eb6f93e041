//! Measures in the handling of a case.

use domain::case::{CaseMeasure, MeasureDraft};
use domain::event::Event;
use domain::id::{CaseId, CaseMeasureId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::{Value, json};

use super::kept;
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::clock::helsinki;
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// Records a measure.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    case: CaseId,
    draft: &MeasureDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::measures::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let at = change.at();
    let measure = draft.read(new_id(at)?, case, helsinki(at).date())?;
    change.tx().add_case_measure(&measure, at).await?;
    let (event, subject) = (Event::CaseMeasureAdded, Subject::Case(case));
    change.finish(event, &subject, &logged(&measure)).await
}

/// Corrects the record of a measure, over the version that was seen.
pub async fn correct(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    (case, id): (CaseId, CaseMeasureId),
    version: i64,
    draft: &MeasureDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::measures::correct",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    kept(&mut change, case).await?;
    let measures = change.tx().case_measures(case).await?;
    let before = measures.into_iter().find(|measure| measure.id == id);
    let before = before.ok_or(Refusal::NotFound)?;
    let at = change.at();
    let measure = CaseMeasure {
        version,
        ..draft.read(id, case, helsinki(at).date())?
    };
    fresh(change.tx().save_case_measure(&measure, at).await?)?;
    let payload = json!({ "from": logged(&before), "to": logged(&measure) });
    change
        .finish(Event::CaseMeasureCorrected, &Subject::Case(case), &payload)
        .await
}

fn logged(measure: &CaseMeasure) -> Value {
    json!({
        "measure": measure.id,
        "phase": measure.phase.code(),
        "name": measure.name,
        "on": measure.on,
        "office": measure.office,
    })
}
