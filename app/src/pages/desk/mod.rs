//! Officials' pages. [`form`] says what their forms send.

pub mod address;
pub mod appeals;
pub mod case;
pub mod classes;
pub mod decision;
pub mod disposal;
pub mod form;
mod frame;
pub mod funding;
pub mod home;
pub mod kept;
pub mod last_days;
pub mod organisations;
pub mod project;
pub mod refused;
pub mod reminders;
pub mod sign_in;
