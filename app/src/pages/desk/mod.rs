//! Officials' pages.
