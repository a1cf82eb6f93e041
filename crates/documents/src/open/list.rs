//! Parts of lists as JSON.

use domain::id::ProjectId;
use domain::view::public::{Decided, DecisionRow, ProjectRow, StubPage};
use schemars::JsonSchema;
use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use super::decision::{OpenStub, stub_of};
use super::{cents, codes, day};
use crate::published;

/// When something public changed last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The number of the change.
    pub number: i64,
    /// When.
    pub at: OffsetDateTime,
}

/// A decision of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum DecisionEntry {
    /// One that can be read; in a list of changes with its last change.
    Listed(DecisionRow, Option<Changed>),
    /// One in whose place a stub stands.
    Removed(StubPage, Changed),
}

/// A project of a list.
#[derive(Clone, Debug, PartialEq)]
pub enum ProjectEntry {
    /// One that a public decision funds; in a list of changes with its last change.
    Listed(ProjectId, ProjectRow, Option<Changed>),
    /// One that no public decision funds any more.
    Removed(ProjectId, Changed),
}

/// What follows a part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    /// The address of the next part; `None` after the last.
    pub next: Option<String>,
    /// The cursor in that address.
    pub cursor: Option<i64>,
    /// The number of the last public change of all, as the part was read.
    pub change_number: i64,
}

/// A part of a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{T}List")]
pub(super) struct Part<T> {
    items: Vec<T>,
    /// The address of the next part; null after the last.
    #[schemars(extend("format" = "uri"))]
    next: Option<String>,
    /// The same part as a value of the parameter `cursor`.
    cursor: Option<String>,
    /// The number of the last public change of all. What changes after this answer was made is found
    /// by it with `modified_since`.
    change_number: i64,
}

/// When it changed last; only where changes were asked for.
#[derive(Debug, Serialize, JsonSchema)]
struct OpenChanged {
    change_number: i64,
    #[schemars(extend("format" = "date-time"))]
    changed_at: String,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "DecisionItem")]
pub(super) enum DecisionItem<'a> {
    Listed(ListedDecision<'a>),
    Removed(DecisionTombstone<'a>),
}

/// A decision in a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ListedDecision")]
pub(super) struct ListedDecision<'a> {
    #[schemars(schema_with = "codes::not_removed")]
    removed: bool,
    /// Its identity, which never changes: series, year and number.
    section: String,
    #[schemars(extend("format" = "uri"))]
    url: String,
    title: &'a str,
    #[schemars(schema_with = "codes::lang")]
    lang: &'static str,
    decision_maker: &'a str,
    #[schemars(extend("format" = "date"))]
    decided_on: Option<String>,
    #[schemars(extend("format" = "date"))]
    decided_no_later_than: Option<String>,
    #[schemars(extend("format" = "date"))]
    published_on: Option<String>,
    /// What it commits the city to; null where nothing.
    committed_cents: Option<i64>,
    /// Where it stands now; `running` becomes `over` by the clock alone.
    #[schemars(schema_with = "codes::stage")]
    stage: &'static str,
    #[schemars(schema_with = "codes::in_force")]
    in_force: &'static str,
    /// The last day of the municipal member's period, if one follows.
    #[schemars(extend("format" = "date"))]
    last_day: Option<String>,
    #[schemars(extend("format" = "date"))]
    final_from: Option<String>,
    #[serde(flatten)]
    changed: Option<OpenChanged>,
}

/// A decision that was withdrawn as a whole, or is secret as a whole: a copy of it is to be removed.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DecisionTombstone")]
pub(super) struct DecisionTombstone<'a> {
    #[serde(flatten)]
    stub: OpenStub<'a>,
    #[serde(flatten)]
    changed: OpenChanged,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "ProjectItem")]
pub(super) enum ProjectItem<'a> {
    Listed(ListedProject<'a>),
    Removed(ProjectTombstone),
}

/// A project in a list.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ListedProject")]
pub(super) struct ListedProject<'a> {
    #[schemars(schema_with = "codes::not_removed")]
    removed: bool,
    /// Its identity, which never changes.
    #[schemars(extend("format" = "uuid"))]
    id: String,
    /// Its part of addresses.
    slug: &'a str,
    #[schemars(extend("format" = "uri"))]
    url: String,
    name: &'a str,
    beneficiary: Option<&'a str>,
    #[schemars(extend("format" = "date"))]
    first_day: Option<String>,
    #[schemars(extend("format" = "date"))]
    last_day: Option<String>,
    /// What public decisions of the city commit to it and is not released.
    committed_cents: Option<i64>,
    #[serde(flatten)]
    changed: Option<OpenChanged>,
}

/// A project that no public decision funds any more: a copy of it is to be removed. It says nothing
/// but the identity, since what it was called may be what had to go.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ProjectTombstone")]
pub(super) struct ProjectTombstone {
    #[schemars(schema_with = "codes::removed")]
    removed: bool,
    #[schemars(extend("format" = "uuid"))]
    id: String,
    #[serde(flatten)]
    changed: OpenChanged,
}

/// A part of the list of decisions; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn decisions(
    entries: &[DecisionEntry],
    following: Following,
    public_url: &str,
) -> Result<Vec<u8>, serde_json::Error> {
    let items = entries.iter().map(|entry| match entry {
        DecisionEntry::Listed(row, at) => DecisionItem::Listed(listed(row, *at, public_url)),
        DecisionEntry::Removed(stub, at) => DecisionItem::Removed(DecisionTombstone {
            stub: stub_of(stub, public_url),
            changed: (*at).into(),
        }),
    });
    part(items.collect(), following)
}

/// A part of the list of projects; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn projects(
    entries: &[ProjectEntry],
    following: Following,
    public_url: &str,
) -> Result<Vec<u8>, serde_json::Error> {
    let items = entries.iter().map(|entry| match entry {
        ProjectEntry::Listed(id, row, at) => ProjectItem::Listed(ListedProject {
            removed: false,
            id: id.to_string(),
            slug: row.slug.as_str(),
            url: format!("{public_url}/hankkeet/{}", row.slug),
            name: &row.name,
            beneficiary: row.beneficiary.as_deref(),
            first_day: day(row.period.and_then(|period| period.first().first_day())),
            last_day: day(row.period.and_then(|period| period.last().last_day())),
            committed_cents: cents(row.committed),
            changed: at.map(Into::into),
        }),
        ProjectEntry::Removed(id, at) => ProjectItem::Removed(ProjectTombstone {
            removed: true,
            id: id.to_string(),
            changed: (*at).into(),
        }),
    });
    part(items.collect(), following)
}

fn part<T: Serialize>(items: Vec<T>, following: Following) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Part {
        items,
        next: following.next,
        cursor: following.cursor.map(|cursor| cursor.to_string()),
        change_number: following.change_number,
    })
}

fn listed<'a>(row: &'a DecisionRow, at: Option<Changed>, public_url: &str) -> ListedDecision<'a> {
    let (decided_on, decided_no_later_than) = match row.decided {
        Decided::On(on) => (Some(on), None),
        Decided::NoLaterThan(limit) => (None, Some(limit)),
        Decided::Unknown => (None, None),
    };
    ListedDecision {
        removed: false,
        section: row.section.to_string(),
        url: format!("{public_url}/paatokset/{}", row.section),
        title: &row.title,
        lang: row.lang.code(),
        decision_maker: &row.decision_maker,
        decided_on: day(decided_on),
        decided_no_later_than: day(decided_no_later_than),
        published_on: day(row.public_since.day()),
        committed_cents: cents(row.committed),
        stage: published::stage(row.stage),
        in_force: published::in_force(row.in_force),
        last_day: day(row.period.map(|period| period.last_day)),
        final_from: day(published::final_from(row.stage)),
        changed: at.map(Into::into),
    }
}

impl From<Changed> for OpenChanged {
    fn from(changed: Changed) -> Self {
        Self {
            change_number: changed.number,
            // Every instant that a database keeps has a year of four digits.
            changed_at: changed.at.format(&Rfc3339).unwrap_or_default(),
        }
    }
}
