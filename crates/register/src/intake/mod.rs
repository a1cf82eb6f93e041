//! Takes a decision document that was read into the register: its case, the organisations it
//! names, its project with the funding plan, and the decision as a draft. All of it or nothing.

mod known;
mod record;

pub use known::KeptProject;
pub use record::stored_draft;

use domain::case::{Case, CaseNumber};
use domain::finding::FindingCode;
use domain::id::{CaseId, DecisionId, OrganisationId, ProjectId};
use domain::organisation::Organisation;
use domain::project::{Project, ProjectDraft};
use domain::section::Section;
use domain::slug::Slug;
use store::{Audience, Tx};

use crate::actor::Actor;
use crate::cases::{self, CaseDraft};
use crate::import::{Reading, SectionRead, kind_of};
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
    /// The project, where the case had it already.
    pub kept: Option<KeptProject>,
}

/// Takes a reading in. `source` names the document, for the one who records the decision.
///
/// A project of the case that has the name of the document's is kept as it is: what the document
/// states otherwise is said, and noted in the draft.
///
/// # Errors
/// A finding at `case_number` where the document names none, and at `section` where the register
/// has its decision, or a draft of it, already.
pub async fn take_in(
    register: &Register,
    actor: &Actor,
    reading: &Reading,
    source: &str,
) -> Result<TakenIn, Refusal> {
    let number = reading.case_number.clone();
    let number = number.ok_or_else(|| Refusal::at("case_number", FindingCode::Missing))?;
    // With the lock held, what is found stays as it is found.
    let (joined, together) = register.in_one_transaction().await?;
    let found = Found::of(register, reading, &number).await?;
    if found.is_new_register {
        joined.create(actor, &city::kajaani(), false).await?;
    }
    let mut organisations = Organisations::of(&found.organisations, register);
    for name in named(reading) {
        organisations.find_or_add(&joined, actor, name).await?;
    }
    let case = if let Some(case) = &found.case {
        case.id
    } else {
        let draft = CaseDraft {
            number: number.to_string(),
            public_title: reading.draft.title.clone(),
            ..CaseDraft::default()
        };
        cases::open(&joined, actor, None, &draft).await?
    };
    let party = reading
        .party
        .as_deref()
        .and_then(|name| organisations.id(name));
    let project = match &found.project {
        Some((project, _)) => Some(project.id),
        None => enter_project(&joined, actor, case, reading, party).await?,
    };
    let kept = found.project.map(|(_, kept)| kept);
    let mut draft = stored_draft(reading, source, kept.as_ref());
    if let (Some(party), Some(row)) = (party, draft.parties.first_mut()) {
        row.organisation = party.to_string();
    }
    let decision = decisions::import_draft(&joined, actor, None, case, project, &draft).await?;
    together.commit().await?;
    Ok(TakenIn {
        decision,
        case_number: number,
        new_organisations: organisations.added,
        kept,
    })
}

/// What the register has already of what a document names.
struct Found {
    is_new_register: bool,
    case: Option<Case>,
    project: Option<(Project, KeptProject)>,
    organisations: Vec<Organisation>,
}

impl Found {
    async fn of(
        register: &Register,
        reading: &Reading,
        number: &CaseNumber,
    ) -> Result<Self, Refusal> {
        let mut tx = register.read().await?;
        let is_new_register = tx.register().await?.is_none();
        let case = tx.case_by_number(number).await?;
        if let Some(section) = reading.section {
            let case = case.as_ref().map(|case| case.id);
            refuse_double(&mut tx, &reading.draft.series, section, case).await?;
        }
        let organisations = tx.organisations().await?;
        let named = match &Slug::from_title(&reading.project.name) {
            Some(slug) => tx.project_by_slug(slug, Audience::Officials).await?,
            None => None,
        };
        let of_case = |project: &Project| Some(project.facts.case) == case.as_ref().map(|c| c.id);
        let project = match named.filter(of_case) {
            Some(project) => {
                let today = register.clock().today();
                let compared =
                    known::compare(&mut tx, &project, reading, &organisations, today).await?;
                Some((project, compared))
            }
            None => None,
        };
        Ok(Self {
            is_new_register,
            case,
            project,
            organisations,
        })
    }
}

/// Refuses a document whose decision the register has already: frozen at its place, or as a
/// draft of the same number, which is of the same year as far as both are known.
async fn refuse_double(
    tx: &mut Tx,
    series: &str,
    section: SectionRead,
    case: Option<CaseId>,
) -> Result<(), Refusal> {
    let SectionRead { number, year } = section;
    let slug = Slug::try_from(series.to_owned()).ok();
    let frozen = match (slug, year) {
        (Some(series), Some(year)) => {
            let place = Section {
                series,
                year,
                number,
            };
            tx.decision_at(&place).await?.is_some()
        }
        _ => false,
    };
    let drafted = tx.drafts_in_series(series).await?;
    let drafted = drafted.iter().any(|(of_case, draft)| {
        let of_draft = decisions::section_number(&draft.section);
        of_draft.is_ok_and(|(of_number, of_year)| {
            let same_year = match (year, of_year) {
                (Some(year), Some(of_year)) => year == of_year,
                _ => Some(*of_case) == case,
            };
            of_number == number && same_year
        })
    });
    if frozen || drafted {
        return Err(Refusal::at("section", FindingCode::SectionTaken));
    }
    Ok(())
}

/// Organisations by their names, and those that this import added.
struct Organisations {
    known: Vec<(String, OrganisationId)>,
    added: Vec<String>,
}

impl Organisations {
    fn of(known: &[Organisation], register: &Register) -> Self {
        let today = register.clock().today();
        let names = known
            .iter()
            .map(|one| (one.name_on(today).to_owned(), one.id));
        Self {
            known: names.collect(),
            added: Vec::new(),
        }
    }

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
