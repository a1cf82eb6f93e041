//! Officials' pages. [`form`] says what their forms send.

pub mod accounts;
pub mod address;
pub mod appeals;
pub mod budget;
pub mod budget_import;
pub mod case;
pub mod classes;
pub mod decision;
pub mod delegations;
pub mod disposal;
pub mod form;
mod frame;
pub mod funding;
pub mod home;
pub mod kept;
pub mod last_days;
pub mod log;
pub mod notifications;
pub mod organisations;
pub mod own;
pub mod project;
pub mod publications;
pub mod refused;
pub mod reminders;
pub mod series;
mod sessions;
pub mod sign_in;
