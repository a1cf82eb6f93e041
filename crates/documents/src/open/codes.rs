//! The schemas of codes: which texts a field can have.

use domain::appeal_right::AppealRight;
use domain::attachment::MediaType;
use domain::decision::{ChangeEffect, CommitmentStrength, InForce};
use domain::funding::FundingCategory;
use domain::project::CityRole;
use domain::project::phase::Phase;
use domain::stub::StubKind;
use domain::{Lang, view::api::ApiProblem};
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use crate::published;

fn one_of(codes: impl IntoIterator<Item = &'static str>) -> Schema {
    let codes: Vec<&str> = codes.into_iter().collect();
    json_schema!({ "type": "string", "enum": codes })
}

fn one_of_or_null(codes: impl IntoIterator<Item = &'static str>) -> Schema {
    let codes = codes.into_iter().map(Value::from);
    let codes: Vec<Value> = codes.chain([Value::Null]).collect();
    json_schema!({ "type": ["string", "null"], "enum": codes })
}

pub(super) fn lang(_: &mut SchemaGenerator) -> Schema {
    one_of(Lang::ALL.map(Lang::code))
}

pub(super) fn strength(_: &mut SchemaGenerator) -> Schema {
    one_of(CommitmentStrength::ALL.map(CommitmentStrength::code))
}

pub(super) fn stage(_: &mut SchemaGenerator) -> Schema {
    one_of(published::STAGES)
}

pub(super) fn stage_or_null(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(published::STAGES)
}

pub(super) fn in_force(_: &mut SchemaGenerator) -> Schema {
    one_of(
        [
            InForce::Whole,
            InForce::Amended,
            InForce::Lapsed,
            InForce::Repealed,
        ]
        .map(published::in_force),
    )
}

pub(super) fn appeal_right(_: &mut SchemaGenerator) -> Schema {
    one_of(AppealRight::all().map(AppealRight::code))
}

pub(super) fn effect(_: &mut SchemaGenerator) -> Schema {
    one_of(ChangeEffect::ALL.map(ChangeEffect::code))
}

pub(super) fn attachment_class(_: &mut SchemaGenerator) -> Schema {
    one_of(super::decision::CLASSES)
}

pub(super) fn media_type_or_null(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(MediaType::ALL.map(MediaType::name))
}

pub(super) fn stub_kind(_: &mut SchemaGenerator) -> Schema {
    one_of([StubKind::Withdrawn, StubKind::Secret].map(StubKind::code))
}

pub(super) fn city_role_or_null(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(CityRole::ALL.map(CityRole::code))
}

pub(super) fn category(_: &mut SchemaGenerator) -> Schema {
    one_of(FundingCategory::ALL.map(FundingCategory::code))
}

pub(super) fn phase_or_null(_: &mut SchemaGenerator) -> Schema {
    one_of_or_null(Phase::ALL.map(Phase::code))
}

pub(super) fn problem(_: &mut SchemaGenerator) -> Schema {
    one_of(ApiProblem::ALL.map(ApiProblem::code))
}

pub(super) fn days(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "array", "items": { "type": "string", "format": "date" } })
}

/// A time of day: `15:00`.
pub(super) fn hour_or_null(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "pattern": "^[0-2][0-9]:[0-5][0-9]$" })
}

/// A `removed` that is always false.
pub(super) fn not_removed(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "boolean", "const": false })
}

/// A `removed` that is always true.
pub(super) fn removed(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": "boolean", "const": true })
}
