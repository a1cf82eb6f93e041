//! Addresses of the register of cases.

use domain::case::{CaseKey, ClassCode};
use domain::id::{CaseDocumentId, CaseMeasureId, CasePartyId, RetentionRuleId};

use crate::address::DESK;

/// The list of cases.
pub const CASES: &str = "/tyopoyta/asiat";
/// The classes of cases.
pub const CLASSES: &str = "/tyopoyta/tehtavaluokat";
/// Where case numbers come from.
pub const NUMBERING: &str = "/tyopoyta/asiatunnukset";
/// The disposal list.
pub const DISPOSAL: &str = "/tyopoyta/havitys";

/// The form of a document that came in.
pub fn new_incoming(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/saapunut")
}

/// The form of a document made here.
pub fn new_own(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/oma")
}

/// The form that corrects the record of a document.
pub fn document(case: &CaseKey, document: CaseDocumentId) -> String {
    format!("{DESK}/asiat/{case}/asiakirjat/{document}")
}

/// The form that records a measure.
pub fn new_measure(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/toimenpiteet/uusi")
}

/// The form that corrects a measure.
pub fn measure(case: &CaseKey, measure: CaseMeasureId) -> String {
    format!("{DESK}/asiat/{case}/toimenpiteet/{measure}")
}

/// The form that adds who has to do with a case.
pub fn new_case_party(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/osalliset/uusi")
}

/// The form that corrects or removes who has to do with a case.
pub fn case_party(case: &CaseKey, party: CasePartyId) -> String {
    format!("{DESK}/asiat/{case}/osalliset/{party}")
}

/// The forms of the relations of a case.
pub fn relations(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/liittyvat")
}

/// The form that changes the state of a case.
pub fn case_state(case: &CaseKey) -> String {
    format!("{DESK}/asiat/{case}/tila")
}

/// A class of cases with its rules.
pub fn class(code: &ClassCode) -> String {
    format!("{CLASSES}/{code}")
}

/// The form that adds a rule to a class.
pub fn new_rule(code: &ClassCode) -> String {
    format!("{CLASSES}/{code}/saannot/uusi")
}

/// The form that changes a rule.
pub fn rule(code: &ClassCode, rule: RetentionRuleId) -> String {
    format!("{CLASSES}/{code}/saannot/{rule}")
}

/// A case on the way to its disposal.
pub fn disposal(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}")
}

/// The form that proposes a case for disposal.
pub fn propose(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}/esitys")
}

/// The form that approves a proposal or leaves it.
pub fn decide_disposal(case: &CaseKey) -> String {
    format!("{DISPOSAL}/{case}/ratkaisu")
}
