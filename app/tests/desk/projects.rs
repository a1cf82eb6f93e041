//! Projects with any text in every field that takes text.

use domain::Money;
use domain::funding::comparison::{Compared, PlanDifference, Sides};
use domain::funding::cost::CostCategory;
use domain::funding::{Funder, FundingCategory, Payer, Total};
use domain::id::OrganisationId;
use domain::project::history::changes;
use domain::project::phase::{Phase, PhaseStep};
use domain::project::{ContactDraft, OrganisationChoice, Project, ProjectDraft};
use domain::view::desk::{PlanVersion, ProjectSheet, Stage};
use domain::view::project::{PlanComparison, ProjectChanges, ProjectHistory, ProjectNoteLine};
use time::macros::{date, datetime};

use super::{
    CommitmentStrength, a_case, cases, commitment, common, id, line, organisation, plan_draft,
    publicity,
};

fn chosen() -> String {
    id::<OrganisationId>(2).to_string()
}

pub(crate) fn project_draft(text: &str) -> ProjectDraft {
    let rows = || {
        vec![OrganisationChoice {
            organisation: chosen(),
        }]
    };
    ProjectDraft {
        name: text.to_owned(),
        summary: text.to_owned(),
        city_role: "co_funder".to_owned(),
        beneficiary: chosen(),
        first_month: text.to_owned(),
        last_month: text.to_owned(),
        funding_authority: chosen(),
        programme: text.to_owned(),
        specific_objective: text.to_owned(),
        project_code: text.to_owned(),
        programme_number: text.to_owned(),
        programme_date: text.to_owned(),
        municipality: text.to_owned(),
        latitude: text.to_owned(),
        longitude: text.to_owned(),
        joint: rows(),
        partners: rows(),
        contacts: vec![ContactDraft {
            contact_office: text.to_owned(),
            contact_person: text.to_owned(),
            email: text.to_owned(),
            phone: text.to_owned(),
        }],
    }
}

pub(crate) fn a_project(text: &str) -> Project {
    let mut draft = ProjectDraft {
        first_month: "10/2022".to_owned(),
        last_month: "9/2024".to_owned(),
        programme_date: "17.4.2023".to_owned(),
        latitude: "64,227".to_owned(),
        longitude: "27,728".to_owned(),
        joint: Vec::new(),
        partners: Vec::new(),
        ..project_draft(text)
    };
    "nimi@kunta.example".clone_into(&mut draft.contacts[0].email);
    let read = draft.read(id(1)).unwrap();
    let steps = vec![PhaseStep {
        phase: Phase::Running,
        on: date!(2022 - 10 - 01),
        remark: text.to_owned(),
    }];
    Project {
        id: id(3),
        version: 4,
        slug: common::slug("kaivoskumppani"),
        facts: read.facts,
        steps: steps.try_into().unwrap(),
        contacts: read.contacts,
    }
}

pub(crate) fn project_sheet(text: &str) -> ProjectSheet {
    ProjectSheet {
        role_disagrees: true,
        documents: cases::documents(text),
        project: a_project(text),
        case: a_case(text),
        organisations: vec![organisation(text)],
        plan: Some(common::mining_plan()),
        plan_draft: plan_draft(text),
        plan_version: 2,
        plan_versions: vec![PlanVersion {
            version: 1,
            on: date!(2023 - 08 - 09),
            reason: text.to_owned(),
        }],
        decisions: vec![line(text, Stage::Signed)],
        commitments: vec![commitment::line(&commitment::course(
            text,
            CommitmentStrength::Granted,
            Vec::new(),
        ))],
        letters: vec![publicity::a_letter(text)],
        notes: vec![ProjectNoteLine {
            number: 1,
            on: date!(2023 - 08 - 09),
            text: text.to_owned(),
            office: Some(text.to_owned()),
            written_at: datetime!(2023-08-09 12:00),
        }],
    }
}

/// Three versions: the first, one that changed everything, one that changed nothing.
pub(crate) fn project_history(text: &str) -> ProjectHistory {
    let project = a_project(text);
    let version = |version, by, changes| ProjectChanges {
        version,
        at: datetime!(2023-08-09 12:00),
        by,
        reason: text.to_owned(),
        changes,
    };
    let by = (text.to_owned(), text.to_owned());
    let mut renamed = project.clone();
    "Toinen".clone_into(&mut renamed.facts.name);
    renamed.contacts = Vec::new();
    ProjectHistory {
        case: a_case(text),
        organisations: vec![organisation(text)],
        versions: vec![
            version(3, Some(by.clone()), Vec::new()),
            version(2, Some(by), changes(Some(&project), &renamed)),
            version(1, None, changes(None, &project)),
        ],
        project,
    }
}

/// A plan that learns an amount and has something new, beside the one before it.
pub(crate) fn plan_comparison(text: &str) -> PlanComparison {
    let row = |of, year, from, to| PlanDifference {
        of,
        year,
        sides: Sides { from, to },
    };
    let euro = |cents| Some(Total::Known(Money::from_cents(cents)));
    let of_payer = |payer, together| Compared::Funding {
        payer,
        together,
        category: FundingCategory::MunicipalShare,
    };
    let together = vec![Funder::Organisation(id(2)), Funder::Others];
    PlanComparison {
        project: a_project(text),
        case: a_case(text),
        organisations: vec![organisation(text)],
        versions: [2, 1]
            .map(|version| PlanVersion {
                version,
                on: date!(2023 - 08 - 09),
                reason: text.to_owned(),
            })
            .into(),
        from: 1,
        to: 2,
        rows: vec![
            row(
                of_payer(Payer::Organisation(id(2)), Vec::new()),
                Some(2023),
                Some(Total::Unknown),
                euro(250_000),
            ),
            row(of_payer(Payer::Together, together), None, None, euro(7)),
            row(
                Compared::Cost(CostCategory::Travel),
                None,
                euro(500),
                euro(100),
            ),
            row(Compared::TotalCost, None, euro(1), euro(1)),
        ],
        totals: Sides {
            from: Some(Total::AtLeast(Money::from_cents(7))),
            to: euro(250_007),
        },
    }
}
