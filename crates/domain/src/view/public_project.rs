//! The facts of a project that everybody may see; nothing personal fits into them.

use time::Date;

use crate::project::phase::Phase;
use crate::project::place::Place;
use crate::project::{CityRole, ProgrammeDecision};

/// The facts of a project beside those in a list. Names are those of the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicProject {
    /// What it is about.
    pub summary: String,
    /// What the city is in it, if known.
    pub city_role: Option<CityRole>,
    /// The beneficiary's business identity code, if known.
    pub business_id: Option<String>,
    /// Who else carries it out.
    pub joint_beneficiaries: Vec<String>,
    /// Who takes part.
    pub partners: Vec<String>,
    /// The authority that grants the programme's money, if known.
    pub funding_authority: Option<String>,
    /// The programme, or empty.
    pub programme: String,
    /// The specific objective, or empty.
    pub specific_objective: String,
    /// The project's code, or empty.
    pub project_code: String,
    /// The programme authority's decision, if any.
    pub programme_decision: Option<ProgrammeDecision>,
    /// Where it is carried out.
    pub place: Place,
    /// How far it has come and since when, if recorded.
    pub phase: Option<(Phase, Date)>,
    /// The day on which its work began, if recorded.
    pub began: Option<Date>,
    /// The day on which its work ended, if recorded.
    pub ended: Option<Date>,
}
