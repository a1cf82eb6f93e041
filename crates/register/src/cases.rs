//! Cases: opening them, and changing what is known of them.

use domain::case::{Case, CaseNumber};
use domain::event::Event;
use domain::finding::{FindingCode, Findings};
use domain::id::{CaseId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;
use store::StoreError;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// A case as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseDraft {
    /// Number from the city's case system, or empty until it is known.
    pub number: String,
    /// Title the public sees; never a name of a natural person.
    pub public_title: String,
}

const TITLE: usize = 300;

/// Opens a case, under the number that the city's case system gave if it is known.
pub async fn open(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &CaseDraft,
) -> Result<CaseId, Refusal> {
    let form = Form {
        name: "cases::open",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let (number, public_title) = draft.read()?;
    let case = Case {
        id: new_id(change.at())?,
        version: 1,
        number,
        public_title,
    };
    let at = change.at();
    change.tx().add_case(&case, at).await.map_err(taken)?;
    let payload = json!({ "number": case.number, "public_title": case.public_title });
    change
        .finish(Event::CaseOpened, &Subject::Case(case.id), &payload)
        .await?;
    Ok(case.id)
}

/// Changes a case over the version that was seen. A number that is known never changes: what was
/// typed for it is not looked at.
pub async fn change(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    draft: &CaseDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::change",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut case = change.tx().case(id).await?.ok_or(Refusal::NotFound)?;
    let (number, title) = match &case.number {
        Some(known) => CaseDraft {
            number: known.to_string(),
            ..draft.clone()
        }
        .read()?,
        None => draft.read()?,
    };
    let payload = json!({ "number": number, "from": case.public_title, "to": title });
    case.number = number;
    case.public_title = title;
    case.version = version;
    let at = change.at();
    let saved = change.tx().save_case(&case, at).await;
    fresh(saved.map_err(taken)?)?;
    change
        .finish(Event::CaseChanged, &Subject::Case(id), &payload)
        .await
}

impl CaseDraft {
    /// The number, if typed, and the title.
    fn read(&self) -> Result<(Option<CaseNumber>, String), Findings> {
        let mut findings = Findings::default();
        let number = findings.text("number", &self.number, 40);
        let number = findings.optional("number", &number, FindingCode::NotACaseNumber);
        let title = findings.required("public_title", &self.public_title, TITLE);
        findings.into_result((number, title))
    }
}

/// A number that another case has, as a finding at its field.
fn taken(error: StoreError) -> Refusal {
    Refusal::taken("case_number", "number", FindingCode::CaseNumberTaken)(error)
}
