//! A case as JSON.

use domain::view::public::CasePage;
use schemars::JsonSchema;
use serde::Serialize;

use super::OpenRow;

/// A case with its public decisions; never parties or claims.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Case")]
pub(super) struct OpenCase<'a> {
    case_number: String,
    #[schemars(extend("format" = "uri"))]
    url: String,
    title: &'a str,
    projects: Vec<OpenCaseProject<'a>>,
    /// The last published first.
    decisions: Vec<OpenRow<'a>>,
}

/// A project of a case.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CaseProject")]
struct OpenCaseProject<'a> {
    slug: &'a str,
    #[schemars(extend("format" = "uri"))]
    url: String,
    name: &'a str,
}

/// A case that has a public decision; `public_url` has no slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn case(page: &CasePage, public_url: &str) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&OpenCase {
        case_number: page.number.to_string(),
        url: format!("{public_url}/asiat/{}", page.number),
        title: &page.title,
        projects: page
            .projects
            .iter()
            .map(|row| OpenCaseProject {
                slug: row.slug.as_str(),
                url: format!("{public_url}/hankkeet/{}", row.slug),
                name: &row.name,
            })
            .collect(),
        decisions: page
            .decisions
            .iter()
            .map(|row| OpenRow::of(row, public_url))
            .collect(),
    })
}
