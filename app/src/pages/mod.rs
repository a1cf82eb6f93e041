//! Every page, by who may see it.

pub mod desk;
pub mod public;
