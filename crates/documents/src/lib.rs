//! Values become files: bytes out, no clock, no I/O.
//!
//! [`decision`] makes a decision into a document, [`stub`] what stands in the place of one,
//! [`certificate`] a certificate of legal force, [`call_in`] the list for a meeting, [`audit_log`]
//! the audit log, [`budget_template`] what rows of the budget can be filled into, [`payments`] what was paid for the ledger, [`ics`] last days into a calendar; [`pdf`] draws tagged, archivable PDF from a
//! small block model.

#![warn(clippy::missing_errors_doc)]

pub mod audit_log;
pub mod budget_template;
pub mod call_in;
pub mod certificate;
pub mod decision;
mod harmless;
pub mod ics;
pub mod payments;
pub mod pdf;
pub mod stub;
