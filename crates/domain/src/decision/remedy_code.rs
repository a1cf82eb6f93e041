//! A remedy in the canonical form: its code.

use calendar::Remedy;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

use crate::publicity::Public;

pub(super) fn serialize<S: Serializer>(remedy: &Public<Remedy>, to: S) -> Result<S::Ok, S::Error> {
    to.serialize_str(remedy.0.code())
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Public<Remedy>, D::Error> {
    String::deserialize(from)?
        .parse()
        .map(Public)
        .map_err(D::Error::custom)
}
