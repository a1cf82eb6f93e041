//! Components that also run in the browser. Each only improves a form that works without it.

#[expect(
    missing_docs,
    reason = "the macro of islands makes a type of the properties and does not document it"
)]
pub mod autosave;
#[expect(
    missing_docs,
    reason = "the macro of islands makes a type of the properties and does not document it"
)]
pub mod editor;
#[expect(
    missing_docs,
    reason = "the macro of islands makes a type of the properties and does not document it"
)]
pub mod funding_rows;
