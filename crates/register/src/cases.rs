//! Cases: opening and renaming them.

use domain::case::{Case, CaseNumber};
use domain::event::Event;
use domain::finding::{FindingCode, Findings};
use domain::id::{CaseId, IdempotencyKey};
use domain::role::UseCase;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form};
use crate::ids::new_id;
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// A case as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CaseDraft {
    /// Number from the city's case system.
    pub number: String,
    /// Title the public sees; never a name of a natural person.
    pub public_title: String,
}

const TITLE: usize = 300;

/// Opens a case under the number that the city's case system gave.
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
    let mut findings = Findings::default();
    let number = findings.required("number", &draft.number, 40);
    let number = findings.optional::<CaseNumber>("number", &number, FindingCode::NotACaseNumber);
    let public_title = findings.required("public_title", &draft.public_title, TITLE);
    let number = findings.into_result(number)?;
    let case = Case {
        id: new_id(change.at())?,
        version: 1,
        number: number.ok_or(Refusal::at("number", FindingCode::Missing))?,
        public_title,
    };
    let at = change.at();
    let taken = Refusal::taken("case_number", "number", FindingCode::CaseNumberTaken);
    change.tx().add_case(&case, at).await.map_err(taken)?;
    let payload = json!({ "number": case.number, "public_title": case.public_title });
    change
        .finish(Event::CaseOpened, &Subject::Case(case.id), &payload)
        .await?;
    Ok(case.id)
}

/// Renames a case over the version that was seen.
pub async fn rename(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: CaseId,
    version: i64,
    public_title: &str,
) -> Result<(), Refusal> {
    let form = Form {
        name: "cases::rename",
        key,
    };
    let mut change = match register.begin(actor, UseCase::EditCase, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let mut case = change.tx().case(id).await?.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let title = findings.required("public_title", public_title, TITLE);
    let title = findings.into_result(title)?;
    let payload = json!({ "from": case.public_title, "to": title });
    case.public_title = title;
    case.version = version;
    let at = change.at();
    fresh(change.tx().save_case(&case, at).await?)?;
    change
        .finish(Event::CaseChanged, &Subject::Case(id), &payload)
        .await
}
