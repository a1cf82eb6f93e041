//! Takes a decision document that was read into the register: its case, the organisations it
//! names, its project with the funding plan, and the decision as a draft. All of it or nothing.

use domain::Lang;
use domain::case::CaseNumber;
use domain::finding::FindingCode;
use domain::id::{CaseId, DecisionId, OrganisationId, ProjectId};
use domain::project::ProjectDraft;
use domain::slug::Slug;
use store::Audience;

use crate::actor::Actor;
use crate::cases::{self, CaseDraft};
use crate::import::{Reading, Subject, kind_of};
use crate::organisations::{self, OrganisationDraft};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::{city, decisions, funding_plans, projects};

/// What was taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenIn {
    /// The draft.
    pub decision: DecisionId,
    /// The case it is in.
    pub case_number: CaseNumber,
    /// The organisations that were new.
    pub new_organisations: Vec<String>,
}

/// Takes a reading in. `source` names the document, for the one who records the decision.
pub async fn take_in(
    register: &Register,
    actor: &Actor,
    reading: &Reading,
    source: &str,
) -> Result<TakenIn, Refusal> {
    let number = reading.case_number.clone();
    let number = number.ok_or_else(|| Refusal::at("case_number", FindingCode::Missing))?;
    let mut before = register.read().await?;
    let is_new = before.register().await?.is_none();
    let case = before.case_by_number(&number).await?;
    let existing = match &reading_slug(reading) {
        Some(slug) => before.project_by_slug(slug, Audience::Officials).await?,
        None => None,
    };
    let today = register.clock().today();
    let known = before.organisations().await?;
    drop(before);
    let mut organisations = Organisations {
        known: known
            .iter()
            .map(|one| (one.name_on(today).to_owned(), one.id))
            .collect(),
        added: Vec::new(),
    };

    let (joined, together) = register.in_one_transaction().await?;
    if is_new {
        joined.create(actor, &city::kajaani(), false).await?;
    }
    for name in named(reading) {
        organisations.find_or_add(&joined, actor, name).await?;
    }
    let case = if let Some(case) = case {
        case.id
    } else {
        let draft = CaseDraft {
            number: number.to_string(),
            public_title: reading.draft.title.clone(),
        };
        cases::open(&joined, actor, None, &draft).await?
    };
    let party = reading
        .party
        .as_deref()
        .and_then(|name| organisations.id(name));
    let project = match existing {
        Some(project) if project.facts.case == case => Some(project.id),
        _ => enter_project(&joined, actor, case, reading, party).await?,
    };
    let mut draft = reading.draft.clone();
    if let (Some(party), Some(row)) = (party, draft.parties.first_mut()) {
        row.organisation = party.to_string();
    }
    draft.unrecognised = with_record(reading, source);
    let decision = decisions::import_draft(&joined, actor, None, case, project, &draft).await?;
    together.commit().await?;
    Ok(TakenIn {
        decision,
        case_number: number,
        new_organisations: organisations.added,
    })
}

/// Organisations by their names, and those that this import added.
struct Organisations {
    known: Vec<(String, OrganisationId)>,
    added: Vec<String>,
}

impl Organisations {
    fn id(&self, name: &str) -> Option<OrganisationId> {
        let found = self
            .known
            .iter()
            .find(|(of, _)| of.to_lowercase() == name.to_lowercase());
        found.map(|(_, id)| *id)
    }

    async fn find_or_add(
        &mut self,
        register: &Register,
        actor: &Actor,
        name: &str,
    ) -> Result<(), Refusal> {
        if self.id(name).is_some() {
            return Ok(());
        }
        let draft = OrganisationDraft {
            name: name.to_owned(),
            kind: kind_of(name).code().to_owned(),
            business_id: String::new(),
        };
        let id = organisations::add(register, actor, None, &draft).await?;
        self.known.push((name.to_owned(), id));
        self.added.push(name.to_owned());
        Ok(())
    }
}

/// The organisations that a reading names: the party and the funders of the plan.
fn named(reading: &Reading) -> impl Iterator<Item = &str> {
    let funders = reading
        .plan
        .rows
        .iter()
        .flat_map(|row| row.funders.split(';'));
    let funders = funders
        .map(str::trim)
        .filter(|name| !name.is_empty() && *name != "*");
    reading.party.as_deref().into_iter().chain(funders)
}

fn reading_slug(reading: &Reading) -> Option<Slug> {
    Slug::from_title(&reading.project.name)
}

/// The project and its plan, where the document names one.
async fn enter_project(
    register: &Register,
    actor: &Actor,
    case: CaseId,
    reading: &Reading,
    party: Option<OrganisationId>,
) -> Result<Option<ProjectId>, Refusal> {
    if reading.project.name.trim().is_empty() {
        return Ok(None);
    }
    let draft = ProjectDraft {
        beneficiary: party.map(|id| id.to_string()).unwrap_or_default(),
        ..reading.project.clone()
    };
    let project = projects::enter(register, actor, None, case, &draft).await?;
    if !reading.plan.rows.is_empty() {
        funding_plans::save(register, actor, None, project, 0, &reading.plan).await?;
    }
    Ok(Some(project))
}

/// What found no place, under what the one who records the decision needs from the document:
/// its name, and the days that stand in no field of a draft.
fn with_record(reading: &Reading, source: &str) -> String {
    let of_record = [
        Subject::SignedNoLaterThan,
        Subject::DecisionDate,
        Subject::PublishedOn,
        Subject::CertifiedOn,
        Subject::CertifiedPlace,
        Subject::ServiceMeans,
        Subject::ServiceDay,
    ];
    let notes = reading
        .notes
        .iter()
        .filter(|note| of_record.contains(&note.subject));
    let mut lines = vec![source.to_owned()];
    lines.extend(notes.map(|note| wording::import::sentence(note, Lang::Fi)));
    if !reading.draft.unrecognised.is_empty() {
        lines.push(String::new());
        lines.push(reading.draft.unrecognised.clone());
    }
    lines.join("\n")
}
