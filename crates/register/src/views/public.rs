//! What everybody may see.

use domain::case::CaseNumber;
use domain::decision::{Decision, InForce, Sealed, Signature};
use domain::id::{OrganisationId, ProjectId};
use domain::legal_force::final_from;
use domain::organisation::Organisation;
use domain::period::Phase;
use domain::project::Project;
use domain::section::Section;
use domain::slug::Slug;
use domain::stub::Stub;
use domain::view::during::PersonalPart;
use domain::view::public::{
    AttachmentLine, CasePage, Confirmed, DecisionPage, DecisionRow, Frame, FrontPage, PlanView,
    ProjectPage, PublicStage, StubPage,
};
use domain::view::public_project::PublicProject;
use store::{Audience, PlacedDecision, ProjectFilter, PublishedRow, Tx};
use time::{Date, PrimitiveDateTime};

use super::afterwards::{in_force, public_changes, public_corrections};
use super::explained;
use super::list::{decision_row, project_row};
use super::plan::plan_view;
use super::public_actors;
use crate::clock::helsinki;
use crate::decisions::decided_on;
use crate::refusal::Refusal;
use crate::register::Register;

/// Decisions and projects on the front page.
const NEWEST: u32 = 5;
/// Projects of a list; a city has hundreds.
const PROJECTS: u32 = 10_000;

/// What every page shows around its content.
pub async fn frame(register: &Register, public_url: &str) -> Result<Frame, Refusal> {
    let stored = register.read().await?.register().await?;
    Ok(Frame {
        city: stored.ok_or(Refusal::NotFound)?.city,
        now: register.clock().now_in_helsinki(),
        clock_is_set: register.clock().is_set(),
        public_url: public_url.trim_end_matches('/').to_owned(),
    })
}

/// The front page.
pub async fn front_page(register: &Register) -> Result<FrontPage, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let running = tx.running_periods(now.date()).await?;
    let newest = tx.newest_published(NEWEST).await?;
    let projects = tx.projects(&everybodys(now, None, NEWEST)).await?;
    let is_running = |row: &DecisionRow| {
        row.period
            .is_some_and(|period| matches!(period.phase, Phase::Running { .. }))
    };
    Ok(FrontPage {
        running: rows(running, now).filter(is_running).collect(),
        newest: rows(newest, now).collect(),
        projects: projects.into_iter().map(project_row).collect(),
    })
}

/// What stands at the address of a published decision.
#[derive(Clone, Debug, PartialEq)]
pub enum AtAddress {
    /// The decision, with what is personal in it while that may be shown. Only its page and its PDF
    /// take the personal part.
    Decision(Box<DecisionPage>, Option<PersonalPart>),
    /// A stub in its place.
    Stub(StubPage),
}

/// What stands at the address of a published decision now: the clock decides, to the second.
pub async fn at_address(register: &Register, section: &Section) -> Result<AtAddress, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let found = tx.published_at(section).await?.ok_or(Refusal::NotFound)?;
    if found.has.stub
        && let Some(stub) = tx.stub_of_decision(found.decision.id).await?
    {
        return Ok(AtAddress::Stub(stub_page(&found.decision, stub)?));
    }
    let sealed = found.decision.sealed().ok_or(Refusal::NotFound)?;
    let publication = found.decision.publication().ok_or(Refusal::NotFound)?;
    let personal = PersonalPart::at(&sealed.content, publication, now);
    let page = shown(&mut tx, found, now, register).await?;
    Ok(AtAddress::Decision(Box::new(page), personal))
}

/// The lasting part of a published decision, in which nothing is personal; not that of one in whose
/// place a stub stands.
pub async fn decision(register: &Register, section: &Section) -> Result<DecisionPage, Refusal> {
    match at_address(register, section).await? {
        AtAddress::Decision(page, _) => Ok(*page),
        AtAddress::Stub(_) => Err(Refusal::NotFound),
    }
}

pub(crate) fn stub_page(decision: &Decision, stub: Stub) -> Result<StubPage, Refusal> {
    let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
    let content = &sealed.content;
    Ok(StubPage {
        section: sealed.section.clone(),
        decision_maker: content.decision_maker.0.clone(),
        case_number: content.case_number.0.clone(),
        kind: stub.kind,
        since: helsinki(stub.made_at).date(),
        reason: stub.reason,
        title: (!stub.hides_title).then(|| (content.title.0.clone(), content.lang)),
    })
}

/// What a code printed on a document that was handed out confirms; [`Refusal::NotFound`] of every
/// other code, however near it is to one.
pub async fn confirmed(register: &Register, code: &str) -> Result<Confirmed, Refusal> {
    let mut tx = register.read().await?;
    let found = tx.handed_out(code).await?.ok_or(Refusal::NotFound)?;
    let decision = tx.decision(found.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
    Ok(Confirmed {
        case_number: sealed.content.case_number.0.clone(),
        decided: decided_on(sealed),
        section: (sealed.section.number, sealed.section.year),
        version: found.version,
        given_on: helsinki(found.given_at).date(),
    })
}

/// What the page of a frozen decision shows, public already or not.
pub(crate) async fn shown(
    tx: &mut Tx,
    found: PlacedDecision,
    now: PrimitiveDateTime,
    register: &Register,
) -> Result<DecisionPage, Refusal> {
    let plan = newest_plan(tx, &found.decision, now).await?;
    let sealed = found.decision.sealed().ok_or(Refusal::NotFound)?;
    let id = found.decision.id;
    let statements = if found.has.legal_force {
        tx.legal_forces_of_decision(id).await?
    } else {
        Vec::new()
    };
    let final_from = final_from(&statements);
    let corrections = match sealed.corrections {
        0 => Vec::new(),
        _ => public_corrections(tx, id).await?,
    };
    let (changed_by, changes) = if found.has.changes {
        (tx.changed_by(id).await?, tx.changes_of(id).await?)
    } else {
        (Vec::new(), Vec::new())
    };
    let changes = public_changes(changes);
    Ok(DecisionPage {
        corrections,
        in_force: in_force(&changed_by),
        changed_by: public_changes(changed_by),
        changes,
        ..project(found, plan, final_from, now, register)?
    })
}

/// The page of a project that a published decision funds.
pub async fn project_page(register: &Register, slug: &Slug) -> Result<ProjectPage, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let project = tx.project_by_slug(slug, Audience::Everybody).await?;
    let project = project.ok_or(Refusal::NotFound)?;
    page_of(&mut tx, project, now).await
}

/// The page of a project; `None` where no published decision funds it.
pub(crate) async fn project_page_of(
    tx: &mut Tx,
    id: ProjectId,
    now: PrimitiveDateTime,
) -> Result<Option<ProjectPage>, Refusal> {
    let Some(project) = tx.project(id).await? else {
        return Ok(None);
    };
    match tx
        .project_by_slug(&project.slug, Audience::Everybody)
        .await?
    {
        Some(project) => Ok(Some(page_of(tx, project, now).await?)),
        None => Ok(None),
    }
}

async fn page_of(
    tx: &mut Tx,
    project: Project,
    now: PrimitiveDateTime,
) -> Result<ProjectPage, Refusal> {
    let row = tx.project_row(project.id, now.date()).await?;
    let case = tx
        .case(project.facts.case)
        .await?
        .ok_or(Refusal::NotFound)?;
    let organisations = tx.organisations().await?;
    let plan = tx.newest_plan(project.id).await?;
    let funders = public_actors::funders(tx, &project.slug, &organisations, now.date()).await?;
    let decisions = tx.published_of_project(project.id).await?;
    let commitments = tx.published_commitments(project.id).await?;
    Ok(ProjectPage {
        id: project.id,
        row: project_row(row.ok_or(Refusal::NotFound)?),
        facts: public_facts(project, &organisations, now.date()),
        case_number: case.number,
        plan: plan.map(|row| plan_view(&row, &organisations, now.date())),
        funders,
        commitments,
        decisions: rows(decisions, now).collect(),
    })
}

/// The facts of a project; contacts and remarks are left behind.
fn public_facts(project: Project, organisations: &[Organisation], today: Date) -> PublicProject {
    let Project { facts, steps, .. } = project;
    let find = |id: OrganisationId| organisations.iter().find(|one| one.id == id);
    let name = |id| find(id).map(|one| one.name_on(today).to_owned());
    let names = |ids: Vec<OrganisationId>| ids.into_iter().filter_map(name).collect();
    let beneficiary = facts.beneficiary.and_then(find);
    PublicProject {
        summary: facts.summary,
        city_role: facts.city_role,
        business_id: beneficiary.and_then(|one| one.business_id.clone().map(String::from)),
        joint_beneficiaries: names(facts.joint_beneficiaries),
        partners: names(facts.partners),
        funding_authority: facts.funding_authority.and_then(name),
        programme: facts.programme,
        specific_objective: facts.specific_objective,
        project_code: facts.project_code,
        programme_decision: facts.programme_decision,
        place: facts.place,
        phase: steps.now().map(|step| (step.phase, step.on)),
        began: steps.began(),
        ended: steps.ended(),
    }
}

/// The page of a case that has a public decision.
pub async fn case(register: &Register, number: &CaseNumber) -> Result<CasePage, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let case = tx.case_by_number(number).await?.ok_or(Refusal::NotFound)?;
    let decisions = tx.published_of_case(case.id).await?;
    let projects = tx
        .projects(&everybodys(now, Some(case.id), PROJECTS))
        .await?;
    if decisions.is_empty() && projects.is_empty() {
        return Err(Refusal::NotFound);
    }
    Ok(CasePage {
        number: case.number.ok_or(Refusal::NotFound)?,
        title: case.public_title,
        projects: projects.into_iter().map(project_row).collect(),
        decisions: rows(decisions, now).collect(),
    })
}

/// What a decision shows: nothing personal, withheld passages left out.
fn project(
    found: PlacedDecision,
    plan: Option<PlanView>,
    final_from: Option<Date>,
    now: PrimitiveDateTime,
    register: &Register,
) -> Result<DecisionPage, Refusal> {
    let PlacedDecision {
        decision,
        case,
        project,
        claims_to,
        has: _,
    } = found;
    let sealed = decision.sealed().ok_or(Refusal::NotFound)?;
    let content = &sealed.content;
    let publication = decision.publication();
    let member_period = publication.and_then(|publication| publication.member_period.as_ref());
    Ok(DecisionPage {
        section: sealed.section.clone(),
        case_number: content.case_number.0.clone(),
        case_title: case.public_title,
        project,
        lang: content.lang,
        title: content.title.0.clone(),
        decision_maker: content.decision_maker.0.clone(),
        decided: decided_on(sealed),
        recorded: matches!(sealed.signature, Signature::Elsewhere(_)),
        public_since: publication.into(),
        resolution: content.resolution.public_version(),
        background: content.background.public_version(),
        authority: content.authority.0.clone(),
        applied_provisions: content.applied_provisions.0.clone(),
        commitments: content.commitments.0.clone(),
        plan,
        remedy: content.remedy.0,
        instructions: content.instructions.0,
        claims_to,
        stage: publication.map(|_| PublicStage::at(now, member_period, final_from)),
        member_period: member_period.and_then(|period| explained(period, now, register.offices())),
        contact_office: content.contact.office.0.clone(),
        deputy_office: deputy_office(sealed),
        corrections: Vec::new(),
        in_force: InForce::Whole,
        changed_by: Vec::new(),
        changes: Vec::new(),
        attachments: AttachmentLine::of(content),
    })
}

/// The office of the deputy who signed, if one did.
fn deputy_office(sealed: &Sealed) -> Option<String> {
    match &sealed.signature {
        Signature::Here {
            office,
            deputy_ground: Some(_),
            ..
        } => Some(office.clone()),
        Signature::Here { .. } | Signature::Elsewhere(_) => None,
    }
}

async fn newest_plan(
    tx: &mut Tx,
    decision: &Decision,
    now: PrimitiveDateTime,
) -> Result<Option<PlanView>, Refusal> {
    let Some(project) = decision.project else {
        return Ok(None);
    };
    let Some(row) = tx.newest_plan(project).await? else {
        return Ok(None);
    };
    let organisations = tx.organisations().await?;
    Ok(Some(plan_view(&row, &organisations, now.date())))
}

pub(crate) fn rows(
    rows: Vec<PublishedRow>,
    now: PrimitiveDateTime,
) -> impl Iterator<Item = DecisionRow> {
    rows.into_iter().map(move |row| decision_row(row, now))
}

pub(crate) fn everybodys(
    now: PrimitiveDateTime,
    case: Option<domain::id::CaseId>,
    limit: u32,
) -> ProjectFilter {
    ProjectFilter {
        audience: Audience::Everybody,
        case,
        limit,
        today: now.date(),
    }
}
