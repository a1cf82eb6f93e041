//! What pages are made of: rendered on the server, without state.
//!
//! Inputs are made only by [`field`], [`select`], [`choice`] and [`text_area`], so that each has a
//! label, and its hint and error are tied to it.

pub mod breadcrumbs;
pub mod chart;
pub mod choice;
pub mod date;
pub mod downloads;
pub mod error_summary;
pub mod field;
pub mod funding;
pub mod layout;
pub mod money;
pub mod notice;
pub mod pager;
pub mod select;
pub mod steps;
pub mod summary;
pub mod table;
pub mod tag;
pub mod text;
pub mod text_area;
