//! Measures (toimenpide): what was done in a case, and in which phase.

use time::Date;

use super::Phase;
use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{CaseId, CaseMeasureId};
use crate::publicity::Personal;

/// A measure in the handling of a case (tiedonhallintalaki 26 §).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseMeasure {
    /// Its identity.
    pub id: CaseMeasureId,
    /// Raised with each saved change.
    pub version: i64,
    /// The case.
    pub case: CaseId,
    /// The phase of handling it belongs to.
    pub phase: Phase,
    /// What was done; may name people.
    pub name: Personal<String>,
    /// On which day.
    pub on: Date,
    /// By which office.
    pub office: String,
}

/// A measure as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MeasureDraft {
    /// Code of the phase.
    pub phase: String,
    /// What was done.
    pub measure_name: String,
    /// On which day.
    pub taken_on: String,
    /// By which office.
    pub office: String,
}

const WORDS: usize = 300;

impl MeasureDraft {
    /// Reads it; `today` is the last day on which something can have been done.
    ///
    /// # Errors
    /// What is missing or wrong.
    pub fn read(
        &self,
        id: CaseMeasureId,
        case: CaseId,
        today: Date,
    ) -> Result<CaseMeasure, Findings> {
        let mut findings = Findings::default();
        let phase = Phase::from_code(self.phase.trim());
        if phase.is_none() {
            findings.push(Finding::at("phase", FindingCode::UnknownChoice));
        }
        let name = findings.required("measure_name", &self.measure_name, WORDS);
        let on = findings.past_day("taken_on", &self.taken_on, today);
        let office = findings.required("office", &self.office, WORDS);
        let (Some(phase), Some(on)) = (phase, on) else {
            return Err(findings);
        };
        findings.into_result(CaseMeasure {
            id,
            version: 1,
            case,
            phase,
            name: Personal::new(name),
            on,
            office,
        })
    }
}
