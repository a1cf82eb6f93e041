//! The description of the read API (`OpenAPI` 3.1), with schemas made from the types that are sent.
//! It is for programs, in English like the problems they are told.

use domain::view::api::{CURSOR, GREATEST_NUMBER, LIMIT, MODIFIED_SINCE, MOST_ITEMS, USUAL_ITEMS};
use domain::view::decision_list::{FilterPart, LONGEST_WORDS, ListedStage};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

use super::case::OpenCase;
use super::decision::{OpenDecision, OpenStub};
use super::list::{DecisionItem, Part, ProjectItem};
use super::problem::OpenProblem;
use super::project::OpenProject;

/// A decision, or what stands in its place.
#[derive(JsonSchema)]
#[schemars(untagged, rename = "DecisionOrRemoved")]
#[expect(dead_code, reason = "only its schema is made")]
enum DecisionAnswer<'a> {
    Decision(Box<OpenDecision<'a>>),
    Removed(OpenStub<'a>),
}

/// The description, for a register at an address without a slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn description(public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    let mut settings = SchemaSettings::draft2020_12().for_serialize();
    settings.definitions_path = "/components/schemas".into();
    settings.meta_schema = None;
    let mut schemas = settings.into_generator();
    let paths = paths(&mut schemas);
    let schemas = schemas.take_definitions(true);
    serde_json::to_vec(&json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Hankerekisteri",
            "version": "1",
            "summary": "A city's co-financed projects and the decisions that fund them.",
            "description": "Only what everybody may see; never personal data. Names and texts are in \
                the language that `lang` says, else in Finnish. Days are Helsinki's, amounts whole \
                cents, and what is not known is null. Fields may be added; none is taken away within \
                a version.",
            "license": {
                "name": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        },
        "externalDocs": { "url": format!("{public_url}/en/rajapinta") },
        "servers": [{ "url": format!("{public_url}/rajapinta/v1") }],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "headers": headers(),
        },
    }))
}

fn paths(schemas: &mut SchemaGenerator) -> Value {
    let mut filters: Vec<Value> = FilterPart::ALL.into_iter().map(filter).collect();
    filters.extend(list_parameters());
    json!({
        "/decisions": get(
            schemas,
            "listDecisions",
            "The published decisions that the filters leave",
            "The last published first. With `modified_since` or not, read on at `next` until it is \
             null: nothing is skipped and nothing comes twice, whatever is published meanwhile. With \
             `modified_since` the order is that of changes, and decisions that were withdrawn as a \
             whole come too, of whatever filter but `paatoksentekija` and `vuosi`.",
            &filters,
            Schema::<Part<DecisionItem<'_>>>::new(),
        ),
        "/decisions/{series}/{year}/{section}": get(
            schemas,
            "getDecision",
            "A decision, or what stands in its place",
            "Its public version that stays for good.",
            &[
                path("series", "The series of sections.", &slug()),
                path("year", "The year of the section.", &whole(1_000, 9_999)),
                path("section", "The number of the section.", &whole(1, i64::from(u32::MAX))),
            ],
            Schema::<DecisionAnswer<'_>>::new(),
        ),
        "/projects": get(
            schemas,
            "listProjects",
            "The projects that a published decision funds",
            "The last entered first. With `modified_since` the order is that of changes, and projects \
             that no public decision funds any more come too.",
            &list_parameters(),
            Schema::<Part<ProjectItem<'_>>>::new(),
        ),
        "/projects/{slug}": get(
            schemas,
            "getProject",
            "A project with its plan, promises and decisions",
            "One that a published decision funds.",
            &[path("slug", "The project's part of addresses.", &slug())],
            Schema::<OpenProject<'_>>::new(),
        ),
        "/cases/{case_number}": get(
            schemas,
            "getCase",
            "A case with its decisions",
            "One that has a published decision; never parties or claims.",
            &[path("case_number", "E.g. `KAJDno-2023-912`.", &json!({ "type": "string", "minLength": 1 }))],
            Schema::<OpenCase<'_>>::new(),
        ),
    })
}

/// The type of an answer.
struct Schema<T>(std::marker::PhantomData<T>);

impl<T: JsonSchema> Schema<T> {
    const fn new() -> Self {
        Self(std::marker::PhantomData)
    }
}

/// An address that is read.
fn get<T: JsonSchema>(
    schemas: &mut SchemaGenerator,
    id: &str,
    summary: &str,
    description: &str,
    parameters: &[Value],
    _: Schema<T>,
) -> Value {
    let answer = schemas.subschema_for::<T>();
    let problem = schemas.subschema_for::<OpenProblem<'_>>();
    let refused = |description: &str| {
        json!({
            "description": description,
            "headers": limits(),
            "content": { "application/problem+json": { "schema": &problem } },
        })
    };
    let mut found = limits();
    found["ETag"] = header("ETag");
    if id.starts_with("list") {
        found["Link"] = header("Link");
    }
    let mut too_often = refused("Asked too often.");
    too_often["headers"]["Retry-After"] = header("RetryAfter");
    json!({
        "get": {
            "operationId": id,
            "summary": summary,
            "description": description,
            "parameters": parameters,
            "responses": {
                "200": {
                    "description": "Found.",
                    "headers": found,
                    "content": { "application/json": { "schema": answer } },
                },
                "304": { "description": "Nothing changed since the answer of the `ETag` in `If-None-Match`." },
                "400": refused("A parameter is unknown, repeated or cannot be read."),
                "404": refused("Nothing is there."),
                "405": refused("The address can only be read."),
                "414": refused("The query is too long."),
                "429": too_often,
                "default": refused("Another problem."),
            },
        },
    })
}

fn limits() -> Value {
    json!({
        "RateLimit-Policy": header("RateLimitPolicy"),
        "RateLimit": header("RateLimit"),
    })
}

fn header(name: &str) -> Value {
    json!({ "$ref": format!("#/components/headers/{name}") })
}

fn headers() -> Value {
    let text =
        |description: &str| json!({ "description": description, "schema": { "type": "string" } });
    json!({
        "ETag": text("Identifies the answer in this encoding."),
        "Link": text("The next part of the list, as `rel=\"next\"`."),
        "RateLimitPolicy": text("How many requests a network address may make in how many seconds."),
        "RateLimit": text("How many requests are left, and after how many seconds there is one more."),
        "RetryAfter": {
            "description": "After how many seconds the next request is answered.",
            "schema": { "type": "integer", "minimum": 1 },
        },
    })
}

fn list_parameters() -> Vec<Value> {
    let number = json!({ "type": "integer", "minimum": 0, "maximum": GREATEST_NUMBER });
    let instant = json!({ "type": "string", "format": "date-time" });
    vec![
        query(
            LIMIT,
            "The most items of the answer.",
            &json!({ "type": "integer", "minimum": 1, "maximum": MOST_ITEMS, "default": USUAL_ITEMS }),
        ),
        query(
            CURSOR,
            "The `cursor` of the answer before; its meaning is not told. The other parameters stay as they were.",
            &json!({ "type": "string", "pattern": "^[0-9]{1,18}$" }),
        ),
        query(
            MODIFIED_SINCE,
            "Only what changed after the change of this number, or at this instant (RFC 3339) or later.",
            &json!({ "anyOf": [number, instant] }),
        ),
    ]
}

/// A part of the filter of the list of decisions.
fn filter(part: FilterPart) -> Value {
    let day = json!({ "type": "string", "format": "date" });
    let (says, schema) = match part {
        FilterPart::Words => (
            "Words, as typed into the search of the site.",
            json!({ "type": "string", "maxLength": LONGEST_WORDS }),
        ),
        FilterPart::From => ("Published on this day or later.", day),
        FilterPart::Until => ("Published on this day or earlier.", day),
        FilterPart::Series => (
            "Of this series of sections, which is of one decision maker.",
            slug(),
        ),
        FilterPart::Project => ("Of the project with this slug.", slug()),
        FilterPart::Funder => (
            "About projects that this organisation pays for by their plans.",
            json!({ "type": "string", "format": "uuid" }),
        ),
        FilterPart::Year => ("Of sections of this year.", whole(1, i64::from(u16::MAX))),
        FilterPart::Stage => {
            let codes: Vec<&str> = ListedStage::ALL.iter().map(|stage| stage.code()).collect();
            (
                "Whose municipal member's period runs, is over, or that are final.",
                json!({ "type": "string", "enum": codes }),
            )
        }
    };
    query(part.name(), says, &schema)
}

fn query(name: &str, description: &str, schema: &Value) -> Value {
    json!({ "name": name, "in": "query", "description": description, "schema": schema })
}

fn path(name: &str, description: &str, schema: &Value) -> Value {
    json!({
        "name": name, "in": "path", "required": true, "description": description, "schema": schema,
    })
}

fn slug() -> Value {
    json!({ "type": "string", "pattern": "^[a-z0-9]([a-z0-9-]*[a-z0-9])?$", "maxLength": 80 })
}

fn whole(minimum: i64, maximum: i64) -> Value {
    json!({ "type": "integer", "minimum": minimum, "maximum": maximum })
}
