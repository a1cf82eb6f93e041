//! Lists as files for the command line: what is public at that instant, or what officials see,
//! which the audit log tells of.

use ::documents::table::Form;
use domain::Lang;
use domain::event::Event;
use domain::role::UseCase;
use domain::view::commitment_list::CommitmentFilter;
use domain::view::decision_list::DecisionFilter;
use serde_json::json;
use store::{Audience, ProjectFilter};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{self, Begun};
use crate::open_data::{self, DecisionParts};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::tables::{self, PartForm};
use crate::views::project_row;

/// What is exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exported {
    /// Commitments.
    Commitments,
    /// Published decisions.
    Decisions,
    /// The fields of Regulation (EU) 2021/1060 Art. 49(3).
    Operations,
    /// Projects.
    Projects,
}

impl Exported {
    /// Its name on the command line and in the audit log.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Commitments => "commitments",
            Self::Decisions => "decisions",
            Self::Operations => "operations",
            Self::Projects => "projects",
        }
    }
}

/// What everybody may know at this instant.
pub async fn public(
    register: &Register,
    what: Exported,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    match what {
        Exported::Commitments => tables::city_money(register, form, lang).await,
        Exported::Decisions => decisions(register, form, lang).await,
        Exported::Operations => open_data::operations(register, form, lang).await,
        Exported::Projects => open_data::projects(register, form, lang).await,
    }
}

/// What officials see. That it was taken is an event, written before anything is read.
pub async fn internal(
    register: &Register,
    actor: &Actor,
    what: Exported,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let unkeyed = change::Form {
        name: "export::internal",
        key: None,
    };
    let change = match register.begin(actor, UseCase::ReadDesk, unkeyed).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Err(Refusal::FormUsed),
    };
    let payload = json!({ "what": what.code() });
    change
        .finish(Event::DataExported, &Subject::Register, &payload)
        .await?;
    match what {
        Exported::Commitments => {
            let all = CommitmentFilter::default();
            tables::commitments(register, actor, all, form, lang).await
        }
        Exported::Projects => projects(register, Audience::Officials, form, lang).await,
        // Officials know no more of what is published.
        Exported::Decisions | Exported::Operations => public(register, what, form, lang).await,
    }
}

/// Every published decision.
async fn decisions(register: &Register, form: Form, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let all = DecisionFilter::default();
    let part_form = match form {
        Form::Xlsx => return open_data::decisions_workbook(register, &all, lang).await,
        Form::Csv => PartForm::Csv,
        Form::CsvForSpreadsheets => PartForm::CsvForSpreadsheets,
        Form::Json => PartForm::Json,
    };
    let mut parts = DecisionParts::of(register.clone(), all, part_form, lang);
    let mut file = Vec::new();
    while let Some(part) = parts.next().await? {
        file.extend(part);
    }
    Ok(file)
}

async fn projects(
    register: &Register,
    audience: Audience,
    form: Form,
    lang: Lang,
) -> Result<Vec<u8>, Refusal> {
    let all = ProjectFilter {
        audience,
        case: None,
        limit: u32::MAX,
        today: register.clock().today(),
    };
    let rows = register.read().await?.projects(&all).await?;
    let rows: Vec<_> = rows.into_iter().map(project_row).collect();
    let table = move || Some(::documents::projects::table(&rows, lang));
    tables::made(table, form).await
}
