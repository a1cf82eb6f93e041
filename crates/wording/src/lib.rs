//! Every sentence, date and number that people read, in Finnish, Swedish and English.
//!
//! Codes in, text out. A text without one of its three languages does not compile.
//! Fixed texts are enums made by `texts!`; sentences with values in them are functions.
//! A translated appeal instruction says that the Finnish one is official.

#[macro_use]
mod texts;

pub mod audit;
pub mod certificate;
pub mod commitment_letter;
pub mod cost;
pub mod decision;
pub mod desk;
pub mod document;
pub mod finding;
pub mod format;
pub mod import;
pub mod instruction;
pub mod intake;
pub mod last_day;
pub mod law;
pub mod mail;
pub mod names;
pub mod notification;
pub mod period;
pub mod public;
pub mod publicity;
pub mod role;
pub mod table;
pub mod template;

pub use domain::Lang;
