//! What was wrong with a request, as JSON (RFC 9457).

use domain::Lang;
use domain::view::api::ApiProblem;
use schemars::JsonSchema;
use serde::Serialize;
use wording::public::api::problem_title;

use super::codes;

/// Why a request was not answered (RFC 9457).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Problem")]
pub(super) struct OpenProblem<'a> {
    /// The address at which this kind of problem is described; it ends with `code`.
    #[serde(rename = "type")]
    #[schemars(extend("format" = "uri"))]
    kind: String,
    /// The stable code of this kind of problem.
    #[schemars(schema_with = "codes::problem")]
    code: &'static str,
    title: &'static str,
    /// The status of the answer.
    #[schemars(range(min = 400, max = 599))]
    status: u16,
    /// What is wrong with this request.
    #[serde(skip_serializing_if = "Option::is_none")]
    detail: Option<&'a str>,
    /// The parameter that is wrong.
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
}

/// A problem, with what is wrong with this request and with which parameter; `public_url` has no
/// slash at its end.
///
/// # Errors
/// [`serde_json::Error`] never in practice: it is written to memory.
pub fn problem(
    problem: ApiProblem,
    status: u16,
    detail: Option<&str>,
    parameter: Option<&str>,
    public_url: &str,
) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&OpenProblem {
        kind: format!("{public_url}/rajapinta#{}", problem.code()),
        code: problem.code(),
        title: problem_title(problem, Lang::En),
        status,
        detail,
        parameter,
    })
}
