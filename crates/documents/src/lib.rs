//! Values become files: bytes out, no clock, no I/O.
//!
//! [`decision`] makes a decision into a document; [`pdf`] draws tagged, archivable PDF from a small block model.

#![warn(clippy::missing_errors_doc)]

pub mod decision;
pub mod pdf;
