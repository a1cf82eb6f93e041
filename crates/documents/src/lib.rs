//! Values become files: bytes out, no clock, no I/O.
//!
//! [`decision`] makes a decision into a document, [`stub`] what stands in the place of one,
//! [`certificate`] a certificate of legal force, [`commitment_letter`] a
//! letter of commitment, [`call_in`] the list for a meeting, [`audit_log`]
//! the audit log, [`budget_template`] what rows of the budget can be filled into, [`payments`] what
//! was paid for the ledger, [`ics`] last days into a calendar, [`feed`] decisions and projects into feeds, [`sitemap`] what search engines are led to, [`archive`] files into one, [`description`] what columns hold; [`table`] makes a table into CSV and
//! XLSX, [`open`] single things into JSON, [`published`] decisions and [`operations`] EU projects into
//! tables; among tables are those of [`commitment_list`], [`funding`], [`budget`], [`payment_claims`] and [`city_money`]; [`pdf`] draws tagged,
//! archivable PDF from a small block model.

#![warn(clippy::missing_errors_doc)]

pub mod archive;
pub mod audit_log;
pub mod budget;
pub mod budget_template;
pub mod call_in;
pub mod certificate;
pub mod city_money;
pub mod co_funding;
pub mod commitment_letter;
pub mod commitment_list;
pub mod decision;
pub mod decision_money;
pub mod description;
pub mod feed;
pub mod funding;
pub mod ics;
pub mod import_template;
mod lines;
pub mod open;
pub mod operations;
pub mod payment_claims;
pub mod payments;
pub mod pdf;
pub mod plan_comparison;
pub mod plan_table;
pub mod projects;
pub mod published;
pub mod sitemap;
pub mod stub;
pub mod table;
mod xml;
