//! Addresses of what is given and planned of commitments.

use domain::commitment::{CommitmentKey, EntryKind};
use domain::id::{CommitmentLetterId, DecisionId};
use domain::instalment::InstalmentKind;

use super::{commitment, record_entry};
use crate::address::DESK;

/// The letters of commitment given of a decision, and the form that gives another.
pub fn letters(id: DecisionId) -> String {
    format!("{DESK}/paatokset/{id}/rahoitussitoumus")
}

/// A letter of commitment.
pub fn letter_pdf(id: DecisionId, letter: CommitmentLetterId) -> String {
    format!("{DESK}/paatokset/{id}/rahoitussitoumus/{letter}.pdf")
}

/// The instalments that are overdue or fall due.
pub const DUE: &str = "/tyopoyta/eraantyvat";

/// The form that records an entry of a kind about an instalment.
pub fn record_instalment(key: CommitmentKey, kind: InstalmentKind, instalment: u32) -> String {
    let name = instalment_act(kind);
    format!("{}/erat/{instalment}/{name}", commitment(key))
}

/// The form that plans an instalment, or records or undoes the final report.
pub fn record_schedule(key: CommitmentKey, kind: InstalmentKind) -> String {
    format!("{}/{}", commitment(key), instalment_act(kind))
}

/// The form that records a payment of an instalment.
pub fn pay_instalment(key: CommitmentKey, instalment: u32) -> String {
    let form = record_entry(key, EntryKind::Paid);
    format!("{form}?era={instalment}")
}

/// What the address of a form says is recorded of an instalment.
pub fn instalment_kind(name: &str) -> Option<InstalmentKind> {
    let mut kinds = InstalmentKind::ALL.into_iter();
    let found = kinds.find(|kind| instalment_act(*kind) == name);
    found.filter(|_| !name.contains('/') && name != "loppuraportti")
}

const fn instalment_act(kind: InstalmentKind) -> &'static str {
    match kind {
        InstalmentKind::Planned => "erat/uusi",
        InstalmentKind::Moved => "siirto",
        InstalmentKind::Requested => "pyynto",
        InstalmentKind::Accepted => "hyvaksynta",
        InstalmentKind::Returned => "palautus",
        InstalmentKind::Withdrawn => "peruminen",
        InstalmentKind::FinalReport => "loppuraportti",
        InstalmentKind::FinalReportUndone => "loppuraportti/kumoa",
    }
}
