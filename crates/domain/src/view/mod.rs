//! What pages, documents and files are made from: plain values, loaded in few queries.
//!
//! They live here and not in `register`, so that pages and documents depend on values alone.
//!
//! [`public`] holds only what everybody may see; nothing personal fits into its types.
//! [`desk`] is for officials, and [`case`] what they see of the register of cases.

pub mod case;
pub mod desk;
pub mod public;
