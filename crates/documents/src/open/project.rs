//! A project as JSON.

use domain::project::CityRole;
use domain::view::public::{PlanLine, PlanView, ProjectPage};
use schemars::JsonSchema;
use serde::Serialize;

use super::{OpenCommitment, OpenRow, cents, codes, day};
use crate::published;

/// A project that a published decision funds.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Project")]
pub(super) struct OpenProject<'a> {
    /// Its identity, which never changes.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// Its part of addresses.
    slug: &'a str,
    #[schemars(extend("format" = "uri"))]
    url: String,
    name: &'a str,
    summary: &'a str,
    case_number: Option<String>,
    #[schemars(schema_with = "codes::city_role_or_null")]
    city_role: Option<&'static str>,
    beneficiary: Option<&'a str>,
    business_id: Option<&'a str>,
    joint_beneficiaries: &'a [String],
    partners: &'a [String],
    funding_authority: Option<&'a str>,
    programme: &'a str,
    specific_objective: &'a str,
    project_code: &'a str,
    programme_decision: Option<&'a str>,
    #[schemars(extend("format" = "date"))]
    programme_decided_on: Option<String>,
    municipality: &'a str,
    /// Degrees, WGS 84.
    latitude: Option<String>,
    longitude: Option<String>,
    #[schemars(extend("format" = "date"))]
    first_day: Option<String>,
    #[schemars(extend("format" = "date"))]
    last_day: Option<String>,
    #[schemars(schema_with = "codes::phase_or_null")]
    phase: Option<&'static str>,
    #[schemars(extend("format" = "date"))]
    began_on: Option<String>,
    #[schemars(extend("format" = "date"))]
    ended_on: Option<String>,
    /// What public decisions of the city commit to it and is not released.
    committed_cents: Option<i64>,
    plan: Option<OpenPlan<'a>>,
    commitments: Vec<OpenPromise<'a>>,
    decisions: Vec<OpenRow<'a>>,
}

/// The newest version of a project's funding plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Plan")]
struct OpenPlan<'a> {
    version: u32,
    #[schemars(extend("format" = "date"))]
    saved_on: String,
    total_cost_cents: Option<i64>,
    eu_and_state_cents: Option<i64>,
    lines: Vec<OpenLine<'a>>,
}

/// A line of a funding plan.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PlanLine")]
struct OpenLine<'a> {
    funders: &'a [String],
    /// Whether others whom the plan does not name pay too.
    others: bool,
    #[schemars(schema_with = "codes::category")]
    category: &'static str,
    amount_cents: Option<i64>,
    years: Vec<OpenYear>,
}

/// An amount of an accounting year.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "PlanYear")]
struct OpenYear {
    year: u16,
    amount_cents: i64,
}

/// A commitment of a project, with its decision.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ProjectCommitment")]
struct OpenPromise<'a> {
    /// The section of the decision.
    decision: String,
    #[serde(flatten)]
    made: OpenCommitment<'a>,
}

/// A project that a published decision funds; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn project(page: &ProjectPage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&of(page, public_url))
}

/// What everybody can see of a project, without what time alone changes: as long as these bytes are
/// the same, nothing public changed.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn project_content(page: &ProjectPage) -> Result<Vec<u8>, serde_json::Error> {
    let mut project = of(page, "");
    for (shown, row) in project.decisions.iter_mut().zip(&page.decisions) {
        shown.stage = published::lasting_stage(row.stage);
    }
    serde_json::to_vec(&project)
}

fn of<'a>(page: &'a ProjectPage, public_url: &str) -> OpenProject<'a> {
    let (row, facts) = (&page.row, &page.facts);
    let decided = facts.programme_decision.as_ref();
    let commitments = page.commitments.iter();
    OpenProject {
        id: page.id.to_string(),
        slug: row.slug.as_str(),
        url: format!("{public_url}/hankkeet/{}", row.slug),
        name: &row.name,
        summary: &facts.summary,
        case_number: page.case_number.as_ref().map(ToString::to_string),
        city_role: facts.city_role.map(CityRole::code),
        beneficiary: row.beneficiary.as_deref(),
        business_id: facts.business_id.as_deref(),
        joint_beneficiaries: &facts.joint_beneficiaries,
        partners: &facts.partners,
        funding_authority: facts.funding_authority.as_deref(),
        programme: &facts.programme,
        specific_objective: &facts.specific_objective,
        project_code: &facts.project_code,
        programme_decision: decided.map(|decision| decision.number.as_str()),
        programme_decided_on: day(decided.and_then(|decision| decision.on)),
        municipality: &facts.place.municipality,
        latitude: facts.place.point.map(|point| point.latitude.to_string()),
        longitude: facts.place.point.map(|point| point.longitude.to_string()),
        first_day: day(row.period.and_then(|period| period.first().first_day())),
        last_day: day(row.period.and_then(|period| period.last().last_day())),
        phase: facts.phase.map(|(phase, _)| phase.code()),
        began_on: day(facts.began),
        ended_on: day(facts.ended),
        committed_cents: cents(row.committed),
        plan: page.plan.as_ref().map(plan),
        commitments: commitments
            .map(|(section, made)| OpenPromise {
                decision: section.to_string(),
                made: made.into(),
            })
            .collect(),
        decisions: page
            .decisions
            .iter()
            .map(|row| OpenRow::of(row, public_url))
            .collect(),
    }
}

fn plan(view: &PlanView) -> OpenPlan<'_> {
    OpenPlan {
        version: view.version,
        saved_on: view.on.to_string(),
        total_cost_cents: cents(view.total_cost),
        eu_and_state_cents: cents(view.support),
        lines: view.lines.iter().map(line).collect(),
    }
}

fn line(line: &PlanLine) -> OpenLine<'_> {
    let years = line.amounts.years.iter();
    OpenLine {
        funders: &line.funders,
        others: line.others,
        category: line.category.code(),
        amount_cents: cents(line.amounts.total),
        years: years
            .map(|(year, amount)| OpenYear {
                year: *year,
                amount_cents: amount.cents(),
            })
            .collect(),
    }
}
