//! Components that also run in the browser. Each only improves a form that works without it.

pub mod funding_rows;
