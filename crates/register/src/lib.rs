//! The use cases of the register.
//!
//! Each is one transaction: take the write lock, authorise, look the form up, load, apply the
//! rule, save, write the audit event, commit ([`change`] carries that shape). The command line,
//! the pages and the API all call these and nothing below them.
//!
//! Reading order: [`Register`] and [`Clock`]; [`Actor`] and [`Refusal`]; the use cases, one
//! module for each subject: [`cases`], [`disposal`], [`organisations`], [`projects`],
//! [`funding_plans`], [`budget`], [`budget_closing`], [`budget_import`], [`table_import`], [`commitments`], [`instalments`], [`payment_claims`], [`co_funding`], [`decisions`], [`drafting`], [`delegations`], [`attachments`], [`withdrawal`],
//! [`services`], [`filings`], [`legal_force`], [`call_in`], [`extracts`],
//! [`decision_documents`], [`commitment_letters`], [`distribution`], [`reminders`], [`notifications`], [`following`], [`series`],
//! [`deputies`], [`users`], [`own_account`], [`sessions`]; [`jobs`]
//! and [`mail`], what is done without anybody asking; [`views`], what pages are made from,
//! [`documents`], [`calendars`], [`feeds`], [`sitemap`], [`dump`] and [`tables`], files; [`verify`]; [`demo`].
//!
//! Use cases take what was typed as text and answer with findings that name the field.

mod actor;
mod appeal;
mod audit;
mod budget_excess;
mod change;
mod handed_out;
mod ids;
mod mailing;
mod password;
mod personal_end;
mod public_changes;
mod refusal;
mod register;
mod search;

pub mod attachments;
pub mod audit_export;
pub mod budget;
pub mod budget_closing;
pub mod budget_import;
pub mod calendars;
pub mod call_in;
pub mod cases;
pub mod city;
pub mod clock;
pub mod co_funding;
pub mod commitment_letters;
pub mod commitments;
pub mod decision_documents;
pub mod decisions;
pub mod delegations;
pub mod demo;
pub mod deputies;
pub mod disposal;
pub mod distribution;
pub mod documents;
pub mod drafting;
pub mod dump;
pub mod export;
pub mod extracts;
pub mod feeds;
pub mod filings;
pub mod following;
pub mod funding_plans;
pub mod import;
pub mod instalments;
pub mod intake;
pub mod jobs;
pub mod legal_force;
pub mod mail;
pub mod notifications;
pub mod open_data;
pub mod organisations;
pub mod own_account;
pub mod payment_claims;
pub mod projects;
pub mod read_api;
pub mod reminders;
pub mod series;
pub mod services;
pub mod sessions;
pub mod sitemap;
pub mod table_file;
pub mod table_import;
pub mod tables;
pub mod users;
pub mod verify;
pub mod views;
pub mod withdrawal;

pub use actor::Actor;
pub use clock::Clock;
pub use ids::{NoRandomness, form_key};
pub use password::HashingFailed;
pub use refusal::Refusal;
pub use register::{OpenError, Register};
