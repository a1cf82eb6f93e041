//! Decisions: drafts, frozen contents, publications and the commitments they make.

mod list;
mod published;
mod read;
mod write;

pub use list::{DecisionLineRow, StateCode};
pub use published::{Made, PublishedPage, PublishedRow};
pub use read::PublishedDecision;
pub use write::NewDecision;
