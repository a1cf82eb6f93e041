//! What pages, files and the API are made from: plain values, loaded in few queries.
//!
//! [`public`] holds only what everybody may see; nothing personal fits into its types.
//! [`desk`] is for officials.

pub mod desk;
pub mod public;
