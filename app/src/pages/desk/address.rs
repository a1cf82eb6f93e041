//! Addresses of officials' pages, without a language prefix.

use domain::case::CaseKey;
use domain::id::{DecisionId, ExtractId, ServiceId};
use domain::slug::Slug;

use crate::address::DESK;

/// Every organisation, and the form that adds one.
pub const ORGANISATIONS: &str = "/tyopoyta/organisaatiot";
/// The form that opens a case.
pub const NEW_CASE: &str = "/tyopoyta/asiat/uusi";

/// The sheet of a case.
pub fn case(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}")
}

/// The form that changes a case.
pub fn change_case(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/tiedot")
}

/// The form that adds a project to a case.
pub fn new_project(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/hankkeet/uusi")
}

/// Where the form that drafts a decision is posted.
pub fn new_decision(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/paatokset/uusi")
}

/// The sheet of a project.
pub fn project(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}")
}

/// The form that changes a project.
pub fn project_facts(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}/tiedot")
}

/// The form of a project's funding plan.
pub fn funding(slug: &Slug) -> String {
    format!("{DESK}/hankkeet/{slug}/rahoitus")
}

/// The sheet of a decision.
pub fn decision(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}")
}

/// The form of a draft.
pub fn draft(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/luonnos")
}

/// Where a draft is checked and sent for signature.
pub fn check(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/tarkista")
}

/// Where a decision is read and signed.
pub fn sign(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/allekirjoita")
}

/// Where the form that returns a decision to preparation is posted.
pub fn give_back(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/palauta")
}

/// The form that records a decision as made elsewhere.
pub fn elsewhere(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/muualla")
}

/// The form that publishes a decision.
pub fn publish(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/julkaise")
}

/// The form that records when a party was served.
pub fn service(id: DecisionId, service: ServiceId) -> String {
    format!("{DESK}/paatokset/{id}/tiedoksianto/{service}")
}

/// The form that certifies an extract for a party.
pub fn certify(id: DecisionId, service: ServiceId) -> String {
    format!("{DESK}/paatokset/{id}/ote/{service}")
}

/// A certified extract.
pub fn extract_pdf(id: DecisionId, extract: ExtractId) -> String {
    format!("{DESK}/paatokset/{id}/ote/{extract}.pdf")
}
