//! What programs are told where a request is not answered (RFC 9457).

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use documents::open;
use domain::view::api::ApiProblem;
use register::Refusal;

const PROBLEM: HeaderValue = HeaderValue::from_static("application/problem+json");

/// A problem with what is wrong with this request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    problem: ApiProblem,
    detail: Option<String>,
    parameter: Option<String>,
}

impl Told {
    /// What is wrong with a parameter.
    pub(super) fn of_parameter(problem: ApiProblem, name: &str, detail: String) -> Self {
        Self {
            problem,
            detail: Some(detail),
            parameter: Some(name.to_owned()),
        }
    }

    /// Why the register did not answer; causes stay in the log.
    pub(super) fn of_refusal(refusal: &Refusal) -> Self {
        match refusal {
            // What one may not see is as if it were not there.
            Refusal::NotFound | Refusal::Forbidden => ApiProblem::NotFound.into(),
            Refusal::Store(error) => {
                tracing::error!("the database did not answer: {error}");
                ApiProblem::Unavailable.into()
            }
            other => {
                tracing::error!("an answer could not be made: {other}");
                ApiProblem::Failed.into()
            }
        }
    }

    /// The answer.
    pub(super) fn answer(&self, public_url: &str) -> Response {
        let status = StatusCode::from_u16(self.problem.status());
        let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        self.answer_with(status, public_url)
    }

    /// The answer, with a status that was decided before.
    pub(super) fn answer_with(&self, status: StatusCode, public_url: &str) -> Response {
        let (detail, parameter) = (self.detail.as_deref(), self.parameter.as_deref());
        let made = open::problem(self.problem, status.as_u16(), detail, parameter, public_url);
        let body = made.map_or_else(|_| Body::empty(), Body::from);
        (status, [(header::CONTENT_TYPE, PROBLEM)], body).into_response()
    }
}

impl From<ApiProblem> for Told {
    fn from(problem: ApiProblem) -> Self {
        Self {
            problem,
            detail: None,
            parameter: None,
        }
    }
}

/// Whether an answer tells of a problem in this form already.
pub(super) fn is_told(response: &Response) -> bool {
    response.headers().get(header::CONTENT_TYPE) == Some(&PROBLEM)
}
