//! What was changed in a project when: each saved version is kept as it was, and what a version
//! changed is how it differs from the one before.

use time::{Date, OffsetDateTime};

use super::contact::ProjectContact;
use super::phase::PhaseStep;
use super::place::{Place, Point};
use super::{CityRole, Project, ProjectFacts, ProjectPeriod};
use crate::id::{OrganisationId, UserId};

/// A version of a project as it was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectVersion {
    /// The project, as it was from then on.
    pub project: Project,
    /// Who saved it, when, and why.
    pub saved: VersionSaved,
}

/// Who saved a version of a project, when, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionSaved {
    /// When.
    pub at: OffsetDateTime,
    /// Who; `None` from the command line.
    pub by: Option<UserId>,
    /// The office, as it was called then.
    pub office: Option<String>,
    /// Why, where that was asked for, or empty.
    pub reason: String,
}

/// A field of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ProjectField {
    /// Name.
    Name,
    /// Summary.
    Summary,
    /// What the city is in it.
    CityRole,
    /// Who runs it.
    Beneficiary,
    /// Who else carries it out.
    JointBeneficiaries,
    /// Who takes part.
    Partners,
    /// When it is planned to run.
    Period,
    /// The authority that grants the programme's money.
    FundingAuthority,
    /// The programme.
    Programme,
    /// The specific objective.
    SpecificObjective,
    /// The project's code.
    ProjectCode,
    /// Number of the programme authority's decision.
    ProgrammeNumber,
    /// Day of that decision.
    ProgrammeDate,
    /// The municipality.
    Municipality,
    /// The point on the map.
    Point,
    /// How far it has come.
    Phase,
    /// Whom officials turn to.
    Contacts,
}

/// What a field held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldValue {
    /// A text.
    Text(String),
    /// What the city is in it.
    CityRole(CityRole),
    /// Organisations.
    Organisations(Vec<OrganisationId>),
    /// Months.
    Period(ProjectPeriod),
    /// A day.
    Day(Date),
    /// A point.
    Point(Point),
    /// A phase and since when.
    Phase(PhaseStep),
    /// Contacts; only for officials.
    Contacts(Vec<ProjectContact>),
}

/// A field that a version changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The field.
    pub field: ProjectField,
    /// What it held before; `None` where nothing was known.
    pub from: Option<FieldValue>,
    /// What it holds since.
    pub to: Option<FieldValue>,
}

/// What a version changed against the one before; of the first one everything it holds.
pub fn changes(before: Option<&Project>, after: &Project) -> Vec<FieldChange> {
    let held = before.map(fields).unwrap_or_default();
    let changed = fields(after).into_iter().filter_map(|(field, to)| {
        let from = held.iter().find(|(of, _)| *of == field);
        let from = from.and_then(|(_, value)| value.clone());
        (from != to).then_some(FieldChange { field, from, to })
    });
    changed.collect()
}

/// Every field with what it holds. The project is taken apart without a rest: a new field does not
/// compile before it is named here.
fn fields(project: &Project) -> Vec<(ProjectField, Option<FieldValue>)> {
    use FieldValue as V;
    use ProjectField as F;
    let Project {
        id: _,
        version: _,
        // Neither the address nor the case of a project ever changes.
        slug: _,
        facts,
        steps,
        contacts,
    } = project;
    let ProjectFacts {
        case: _,
        name,
        summary,
        city_role,
        beneficiary,
        joint_beneficiaries,
        partners,
        period,
        funding_authority,
        programme,
        specific_objective,
        project_code,
        programme_decision,
        place: Place {
            municipality,
            point,
        },
    } = facts;
    let text = |text: &str| (!text.is_empty()).then(|| V::Text(text.to_owned()));
    let all = |of: &[OrganisationId]| (!of.is_empty()).then(|| V::Organisations(of.to_vec()));
    let one = |of: Option<OrganisationId>| of.map(|of| V::Organisations(vec![of]));
    let decision = programme_decision.as_ref();
    vec![
        (F::Name, text(name)),
        (F::Summary, text(summary)),
        (F::CityRole, city_role.map(V::CityRole)),
        (F::Beneficiary, one(*beneficiary)),
        (F::JointBeneficiaries, all(joint_beneficiaries)),
        (F::Partners, all(partners)),
        (F::Period, period.map(V::Period)),
        (F::FundingAuthority, one(*funding_authority)),
        (F::Programme, text(programme)),
        (F::SpecificObjective, text(specific_objective)),
        (F::ProjectCode, text(project_code)),
        (
            F::ProgrammeNumber,
            decision.and_then(|decision| text(&decision.number)),
        ),
        (
            F::ProgrammeDate,
            decision.and_then(|decision| decision.on).map(V::Day),
        ),
        (F::Municipality, text(municipality)),
        (F::Point, point.map(V::Point)),
        (F::Phase, steps.now().cloned().map(V::Phase)),
        (
            F::Contacts,
            (!contacts.is_empty()).then(|| V::Contacts(contacts.clone())),
        ),
    ]
}
