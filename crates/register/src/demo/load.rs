//! Loads the facts through the same use cases that officials use.

use domain::case::{OwnDraft, RetentionDraft};
use domain::decision::{CommitmentDraft, DecisionDraft, PartyDraft};
use domain::funding::{FundingPlanDraft, FundingRowDraft};
use domain::id::{CaseId, DecisionId, OrganisationId, ProjectId};
use domain::project::ProjectDraft;
use domain::publication::PublicationRule;
use domain::publicity::Personal;
use domain::section::SectionSeries;

use super::budget;
use super::cases::{CASES, CLASSES, ORGANISATIONS, RETENTION, SERIES};
use super::facts::{
    ExampleCase, ExampleDecision, ExamplePlan, ExampleProject, ExampleRecord, PublishedOn,
};
use super::people::{EXAMPLE_USERS, FINANCE, REGISTRAR};
use crate::actor::Actor;
use crate::cases::classes::ClassDraft;
use crate::cases::documents::DocumentDraft;
use crate::cases::{self, CaseDraft};
use crate::decisions::{self, PublishDraft, RecordDraft};
use crate::organisations::{self, OrganisationDraft};
use crate::password::HashedPassword;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::users::{self, UserDraft};
use crate::{funding_plans, projects, series};

/// The organisations by name.
type Known = Vec<(&'static str, OrganisationId)>;

/// Loads everything that had happened by the register's clock.
pub(super) async fn everything(
    register: &Register,
    operator: &Actor,
    passwords: &[HashedPassword],
) -> Result<(), Refusal> {
    for (slug, decision_maker, kind, numbering) in SERIES {
        let slug = slug.to_owned().try_into().map_err(|_| Refusal::NotFound)?;
        let added = SectionSeries {
            slug,
            decision_maker: decision_maker.to_owned(),
            kind,
            numbering,
            claims_to: None,
            publication_rule: PublicationRule::of(kind),
        };
        series::add(register, operator, &added).await?;
    }
    let (registrar, finance) = accounts(register, operator, passwords).await?;
    let mut known = Known::new();
    for (name, kind) in ORGANISATIONS {
        let draft = OrganisationDraft {
            name: name.to_owned(),
            kind: kind.code().to_owned(),
            business_id: String::new(),
        };
        let id = organisations::add(register, &registrar, None, &draft).await?;
        known.push((name, id));
    }
    classes(register, &registrar).await?;
    let today = register.clock().today();
    for case in CASES.iter().filter(|case| case.happened_by <= today) {
        load_case(register, operator, &registrar, &known, case).await?;
    }
    budget::everything(register, &finance, today).await
}

/// Adds the classes of the cases with how long each is kept.
async fn classes(register: &Register, registrar: &Actor) -> Result<(), Refusal> {
    let (years, since, ground) = RETENTION;
    for (code, name) in CLASSES {
        let class = ClassDraft {
            class_code: code.to_owned(),
            class_name: name.to_owned(),
        };
        cases::classes::add(register, registrar, None, &class).await?;
        let rule = RetentionDraft {
            years: years.to_owned(),
            basis: "archive_order".to_owned(),
            ground: ground.to_owned(),
            valid_from: since.to_owned(),
            ..RetentionDraft::default()
        };
        let code = code.parse().map_err(|_| Refusal::NotFound)?;
        cases::classes::add_rule(register, registrar, None, &code, &rule).await?;
    }
    Ok(())
}

/// Adds the example accounts; gives the registrar.
/// Adds the accounts, and gives the registrar and the official of finance.
async fn accounts(
    register: &Register,
    operator: &Actor,
    passwords: &[HashedPassword],
) -> Result<(Actor, Actor), Refusal> {
    let (mut registrar, mut finance) = (None, None);
    for (user, password) in EXAMPLE_USERS.iter().zip(passwords) {
        let draft = UserDraft {
            email: Personal::new(user.email.to_owned()),
            name: Personal::new(user.name.to_owned()),
            office: user.office.to_owned(),
            role: user.role.to_owned(),
            signs_in: user.signs_in.to_owned(),
        };
        let id = users::add_hashed(register, operator, None, &draft, password).await?;
        let account = || users::read(&draft, id).map(Actor::Official);
        match user.email {
            REGISTRAR => registrar = Some(account()?),
            FINANCE => finance = Some(account()?),
            _ => {}
        }
    }
    registrar.zip(finance).ok_or(Refusal::NotFound)
}

async fn load_case(
    register: &Register,
    operator: &Actor,
    registrar: &Actor,
    known: &Known,
    case: &ExampleCase,
) -> Result<(), Refusal> {
    let draft = CaseDraft {
        number: case.number.to_owned(),
        public_title: case.public_title.to_owned(),
        internal_title: case.internal_title.to_owned(),
        class: case.class.to_owned(),
        ..CaseDraft::default()
    };
    let id = cases::open(register, registrar, None, &draft).await?;
    for document in case.documents {
        let own = OwnDraft {
            document_title: document.title.to_owned(),
            phase: document.phase.to_owned(),
            author: document.author.to_owned(),
            made_on: document.made_on.to_owned(),
            ..OwnDraft::default()
        };
        let own = DocumentDraft::Own(&own);
        cases::documents::add(register, registrar, None, id, own).await?;
    }
    let mut first = None;
    for project in case.projects {
        let entered = load_project(register, operator, registrar, known, id, project).await?;
        first = first.or(Some(entered));
    }
    let funded = first.filter(|_| case.decision.funds_project);
    let draft = decision_draft(&case.decision, known);
    let decision = decisions::draft(register, registrar, None, id, funded, &draft).await?;
    record(register, registrar, decision, &case.decision.recorded).await
}

async fn load_project(
    register: &Register,
    operator: &Actor,
    registrar: &Actor,
    known: &Known,
    case: CaseId,
    project: &ExampleProject,
) -> Result<ProjectId, Refusal> {
    let draft = ProjectDraft {
        name: project.name.to_owned(),
        summary: project.summary.to_owned(),
        beneficiary: identity(known, project.beneficiary),
        first_month: project.first_month.to_owned(),
        last_month: project.last_month.to_owned(),
        programme_number: project.programme_number.to_owned(),
        programme_date: project.programme_date.to_owned(),
        ..ProjectDraft::default()
    };
    let id = projects::enter(register, registrar, None, case, &draft).await?;
    if let Some(plan) = &project.plan {
        // A registrar keeps no plans, so that this is entered from the command line.
        funding_plans::save(register, operator, None, id, 0, &plan_draft(plan)).await?;
    }
    Ok(id)
}

async fn record(
    register: &Register,
    registrar: &Actor,
    id: DecisionId,
    recorded: &ExampleRecord,
) -> Result<(), Refusal> {
    let ExampleRecord::Published {
        section,
        decided_on,
        no_later_than,
        source,
        published,
    } = recorded
    else {
        return Ok(());
    };
    let made = RecordDraft {
        section: (*section).to_owned(),
        decided_on: (*decided_on).to_owned(),
        no_later_than: (*no_later_than).to_owned(),
        source: (*source).to_owned(),
        ..RecordDraft::default()
    };
    decisions::record_elsewhere(register, registrar, None, id, 1, &made).await?;
    let publication = match published {
        PublishedOn::Day(day) => PublishDraft {
            published_on: (*day).to_owned(),
            // It was published elsewhere, by whatever rule was followed then.
            deviates: "1".to_owned(),
            ..PublishDraft::default()
        },
        PublishedOn::UnknownDay => PublishDraft {
            day_unknown: "1".to_owned(),
            ..PublishDraft::default()
        },
    };
    decisions::publish(register, registrar, None, id, 2, &publication).await?;
    Ok(())
}

fn decision_draft(decision: &ExampleDecision, known: &Known) -> DecisionDraft {
    let commitments = decision.commitments.iter().map(|line| CommitmentDraft {
        year: line.year.to_owned(),
        amount: line.amount.to_owned(),
        strength: line.strength.to_owned(),
        budget_line: line.budget_line.to_owned(),
        condition: line.condition.to_owned(),
    });
    let parties = decision.parties.iter().map(|(name, means)| PartyDraft {
        organisation: identity(known, name),
        means: (*means).to_owned(),
    });
    DecisionDraft {
        title: decision.title.to_owned(),
        lang: "fi".to_owned(),
        series: decision.series.to_owned(),
        resolution: decision.resolution.to_owned(),
        background: decision.background.to_owned(),
        authority: decision.authority.to_owned(),
        applied_provisions: decision.applied_provisions.to_owned(),
        commitments: commitments.collect(),
        contact_office: decision.contact_office.to_owned(),
        distribution: decision.distribution.to_owned(),
        parties: parties.collect(),
        remedy: "rectification".to_owned(),
        ..DecisionDraft::default()
    }
}

fn plan_draft(plan: &ExamplePlan) -> FundingPlanDraft {
    let rows = plan.rows.iter().map(|row| FundingRowDraft {
        funders: row.funders.to_owned(),
        category: row.category.to_owned(),
        share: row.share.to_owned(),
        total: row.total.to_owned(),
        amounts: row
            .amounts
            .iter()
            .map(|&amount| amount.to_owned())
            .collect(),
        part: row.part,
    });
    FundingPlanDraft {
        reason: plan.reason.to_owned(),
        total_cost: plan.total_cost.to_owned(),
        years: plan.years.to_vec(),
        rows: rows.collect(),
        ..FundingPlanDraft::default()
    }
}

/// The identity of an organisation as a form would send it; empty where none is named.
fn identity(known: &Known, name: &str) -> String {
    let found = known.iter().find(|(of, _)| *of == name);
    found.map(|(_, id)| id.to_string()).unwrap_or_default()
}
