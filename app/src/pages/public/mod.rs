//! Pages for everybody: no script, no cookie, the same for each reader.

pub mod api;
pub mod appeal_guide;
pub mod case;
pub mod check;
pub mod decision;
mod decision_filter;
pub mod decision_makers;
pub mod decisions;
pub mod follow;
pub mod front;
pub mod funders;
pub mod money;
pub mod open_data;
pub mod problem;
pub mod project;
pub mod projects;
mod rows;
mod search;
pub mod statements;
pub mod stub;

use domain::Lang;

/// The language in which the city writes what has no language of its own in the register: names,
/// titles of cases and summaries of projects.
const REGISTER: Lang = Lang::Fi;
