//! Organisations: adding them, and the names they take later.

use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{IdempotencyKey, OrganisationId};
use domain::organisation::{BusinessId, DatedName, Organisation, OrganisationKind};
use domain::role::UseCase;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::Refusal;
use crate::register::Register;

/// An organisation as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OrganisationDraft {
    /// Name.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// Business identity code, or empty.
    pub business_id: String,
}

const NAME: usize = 200;

/// Adds an organisation under the name it has today.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &OrganisationDraft,
) -> Result<OrganisationId, Refusal> {
    let form = Form {
        name: "organisations::add",
        key,
    };
    let mut change = match register
        .begin(actor, UseCase::EditOrganisation, form)
        .await?
    {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let mut findings = Findings::default();
    let name = findings.required("name", &draft.name, NAME);
    let kind = OrganisationKind::from_code(draft.kind.trim());
    if kind.is_none() {
        findings.push(Finding::at("kind", FindingCode::UnknownChoice));
    }
    let code = FindingCode::NotABusinessId;
    let business_id = findings.optional::<BusinessId>("business_id", &draft.business_id, code);
    let kind = findings
        .into_result(kind)?
        .ok_or(Refusal::at("kind", FindingCode::UnknownChoice))?;
    let id = new_id(change.at())?;
    let names = vec![DatedName { since: None, name }];
    let organisation = Organisation::new(id, kind, business_id, names)
        .map_err(|_| Refusal::at("name", FindingCode::Missing))?;
    let taken = Refusal::taken("business_id", "business_id", FindingCode::NotABusinessId);
    change
        .tx()
        .add_organisation(&organisation)
        .await
        .map_err(taken)?;
    let payload = json!({
        "name": draft.name,
        "kind": kind,
        "business_id": organisation.business_id,
    });
    change
        .finish(
            Event::OrganisationAdded,
            &Subject::Organisation(id),
            &payload,
        )
        .await?;
    Ok(id)
}
