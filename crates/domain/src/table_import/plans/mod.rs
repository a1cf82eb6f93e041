//! Funding plans from rows: a row for each amount. The rows of a project are one new version of its
//! plan, read by the rules of the form; a plan that says the same as the one in force makes none.

mod amounts;
mod columns;
mod grouping;
mod typed;
mod words;

pub use amounts::{AmountKind, PlanAmount, amounts_of};
pub(super) use columns::PLANS;
pub use words::{kind, model, support};

use std::collections::{BTreeMap, BTreeSet};

use time::Date;

use self::typed::Before;
use super::organisations::KnownOrganisations;
use super::row::rows_of;
use super::{Found, ImportDraft, ImportReport, MAX_SAVED, RowOutcome, TypedRow};
use crate::finding::{Finding, FindingCode};
use crate::funding::comparison::{Compared, PlanDifference, Sides, compare};
use crate::funding::{Funder, FundingPlan, FundingPlanDraft, Payer, Total};
use crate::id::{OrganisationId, ProjectId};
use crate::organisation::Organisation;
use crate::project::{Project, ProjectPeriod};
use crate::slug::Slug;
use crate::table::Table;

/// The plan that a project has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanInForce {
    /// Its version, from 1.
    pub version: u32,
    /// The plan.
    pub plan: FundingPlan,
    /// As it was typed.
    pub draft: FundingPlanDraft,
}

/// What the register has, that rows are read against.
#[derive(Clone, Debug, Default)]
pub struct Known {
    projects: Vec<Project>,
    /// Projects by what a file may call them, the surest first: the address, the number of the
    /// programme authority's decision, the code, the name; all in small letters.
    keys: [BTreeMap<String, Vec<usize>>; 4],
    organisations: KnownOrganisations,
    plans: BTreeMap<ProjectId, PlanInForce>,
}

/// A version of a plan that is to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPlan {
    /// Its project.
    pub project: ProjectId,
    /// The version that it replaces; 0 where there is none.
    pub replaces: u32,
    /// It as the form would have it.
    pub draft: FundingPlanDraft,
    /// How many rows of the file it is made of.
    pub rows: usize,
}

/// What a file would change in a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanChange {
    /// The number of the project's first row in the file.
    pub row: u32,
    /// The project.
    pub project: Slug,
    /// Its name.
    pub name: String,
    /// The version that would be replaced; 0 where there is none.
    pub replaces: u32,
    /// Each amount that either has, of those that differ.
    pub differences: Vec<PlanDifference>,
    /// The funding in all before, where there is a plan, and after.
    pub totals: Sides,
    /// The names of today of the organisations in it.
    pub names: BTreeMap<OrganisationId, String>,
}

impl Known {
    /// Every project and every organisation, with the names of `today`; no plans yet.
    pub fn new(projects: Vec<Project>, organisations: &[Organisation], today: Date) -> Self {
        let mut keys: [BTreeMap<String, Vec<usize>>; 4] = Default::default();
        for (at, project) in projects.iter().enumerate() {
            let facts = &project.facts;
            let programme = facts.programme_decision.as_ref();
            let named = [
                project.slug.to_string(),
                programme.map_or_else(String::new, |of| of.number.clone()),
                facts.project_code.clone(),
                facts.name.clone(),
            ];
            for (keys, name) in keys.iter_mut().zip(named) {
                keys.entry(name.to_lowercase()).or_default().push(at);
            }
        }
        Self {
            projects,
            keys,
            organisations: KnownOrganisations::new(organisations, today),
            plans: BTreeMap::new(),
        }
    }

    /// The projects that a file names.
    pub fn named(&self, table: &Table, draft: &ImportDraft) -> BTreeSet<ProjectId> {
        let (rows, _) = rows_of(table, draft, MAX_SAVED);
        let named = rows.iter().filter_map(|row| self.find(row).ok());
        named.map(|at| self.projects[at].id).collect()
    }

    /// The same with the plans in force of the projects that a file names.
    #[must_use]
    pub fn with_plans(self, plans: BTreeMap<ProjectId, PlanInForce>) -> Self {
        Self { plans, ..self }
    }

    fn find(&self, row: &TypedRow) -> Result<usize, FindingCode> {
        let name = row.text("project").to_lowercase();
        if name.is_empty() {
            return Err(FindingCode::Missing);
        }
        let found = self.keys.iter().find_map(|keys| keys.get(&name));
        match found.map(Vec::as_slice) {
            None => Err(FindingCode::ProjectUnknown),
            Some([only]) => Ok(*only),
            Some(_) => Err(FindingCode::SeveralProjects),
        }
    }

    /// The form of a project's next version, as it would begin.
    fn draft(&self, project: &Project) -> FundingPlanDraft {
        let in_force = self.plans.get(&project.id);
        let draft = in_force.map(|of| of.draft.clone()).unwrap_or_default();
        let period = project.facts.period.into_iter();
        draft.with_years(period.flat_map(ProjectPeriod::years))
    }

    /// What a new plan changes; `None` where it is the one in force.
    fn change(&self, row: u32, project: &Project, plan: &FundingPlan) -> Option<PlanChange> {
        let in_force = self.plans.get(&project.id);
        if in_force.is_some_and(|of| of.plan == *plan) {
            return None;
        }
        let before = in_force.map(|of| &of.plan);
        let differences = match before {
            Some(before) => compare(before, plan),
            None => compare(&FundingPlan::default(), plan),
        };
        // Sums that do not fit have no comparison; the totals say so.
        let mut differences = differences.unwrap_or_default();
        differences.retain(|row| row.sides.is_change());
        let total = |plan: &FundingPlan| plan.total().unwrap_or(Total::Unknown);
        Some(PlanChange {
            row,
            project: project.slug.clone(),
            name: project.facts.name.clone(),
            replaces: in_force.map_or(0, |of| of.version),
            names: self.names(&differences),
            totals: Sides {
                from: before.map(total),
                to: Some(total(plan)),
            },
            differences,
        })
    }

    fn names(&self, differences: &[PlanDifference]) -> BTreeMap<OrganisationId, String> {
        let organisations = differences.iter().flat_map(|row| match &row.of {
            Compared::Funding {
                payer: Payer::Organisation(id),
                ..
            } => vec![*id],
            Compared::Funding { together, .. } => {
                let funders = together.iter().filter_map(|funder| match funder {
                    Funder::Organisation(id) => Some(*id),
                    Funder::Others => None,
                });
                funders.collect()
            }
            _ => Vec::new(),
        });
        organisations
            .filter_map(|id| Some((id, self.organisations.name(id)?.to_owned())))
            .collect()
    }
}

/// What a file says of the plans of projects. Beside the report, the versions that it would save.
pub fn read(table: &Table, draft: &ImportDraft, known: &Known) -> (ImportReport, Vec<NewPlan>) {
    let (mut rows, mut report) = rows_of(table, draft, MAX_SAVED);
    let mut of_projects: Vec<(usize, Vec<usize>)> = Vec::new();
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, row) in rows
        .iter_mut()
        .enumerate()
        .filter(|(_, row)| !row.is_example())
    {
        match known.find(row) {
            Err(code) => row.say(&Finding::at("project", code).into()),
            Ok(project) => {
                let place = *places.entry(project).or_insert(of_projects.len());
                match of_projects.get_mut(place) {
                    Some((_, rows)) => rows.push(at),
                    None => of_projects.push((project, vec![at])),
                }
            }
        }
    }
    let mut outcomes = vec![(RowOutcome::Refused, None); rows.len()];
    let mut saved = Vec::new();
    for (project, at) in of_projects {
        let project = &known.projects[project];
        let new = read_plan(&mut rows, &at, project, known, &draft.reason);
        let change = new.as_ref().map(|(_, plan)| {
            let first = rows[at[0]].number;
            known.change(first, project, plan)
        });
        let is_same = matches!(change, Some(None));
        let outcome = if is_same {
            RowOutcome::Already
        } else {
            RowOutcome::Recorded
        };
        for at in &at {
            outcomes[*at] = (outcome, Some(Found::Project(project.slug.clone())));
        }
        let is_clean = at.iter().all(|at| rows[*at].remarks.is_empty());
        if let (Some((draft, _)), Some(Some(change)), true) = (new, change, is_clean) {
            saved.push(NewPlan {
                project: project.id,
                replaces: change.replaces,
                draft,
                rows: at.len(),
            });
            report.plans.push(change);
        }
    }
    for (row, (outcome, found)) in rows.into_iter().zip(outcomes) {
        let outcome = if row.is_example() {
            RowOutcome::Example
        } else {
            outcome
        };
        report.rows.push(row.report(outcome, Vec::new(), found));
    }
    (report, saved)
}

/// Reads the rows of a project as its form is read.
fn read_plan(
    rows: &mut [TypedRow],
    at: &[usize],
    project: &Project,
    known: &Known,
    reason: &str,
) -> Option<(FundingPlanDraft, FundingPlan)> {
    let before = Before {
        draft: &known.draft(project),
        reason,
    };
    let typed = typed::read(rows, at, &before, &known.organisations)?;
    match typed.draft.read(|name| known.organisations.named(name)) {
        Ok(plan) => Some((typed.draft, plan)),
        Err(found) => {
            typed.say(rows, &found);
            None
        }
    }
}
