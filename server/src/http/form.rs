//! A posted form: its fields in their order, and the hidden ones every form carries.

use app::pages::public::problem::Problem;
use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{StatusCode, header};
use axum::response::Response;
use domain::Lang;
use domain::id::IdempotencyKey;

use super::page;
use super::state::Site;

/// The fields of a posted form.
#[derive(Debug)]
pub(super) struct Posted(pub(super) Vec<(String, String)>);

impl Posted {
    /// The value of a field; an absent one is empty, as a form without it would be.
    pub(super) fn field(&self, name: &str) -> &str {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map_or("", |(_, value)| value)
    }

    /// The button that was pressed.
    pub(super) fn action(&self) -> &str {
        self.field("action")
    }

    /// The version of the thing that the form was made from.
    pub(super) fn version(&self) -> i64 {
        self.field("version").parse().unwrap_or(0)
    }

    /// The key by which a double submit is known.
    pub(super) fn key(&self) -> Option<IdempotencyKey> {
        self.field("key").parse().ok()
    }
}

impl FromRequest<Site> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, site: &Site) -> Result<Self, Response> {
        let is_form = request
            .headers()
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"));
        let lang = request
            .extensions()
            .get::<Lang>()
            .copied()
            .unwrap_or_default();
        let shell = page::shell(site, lang, request.uri().path(), None);
        if !is_form {
            return Err(page::problem(&shell, Problem::NoForm));
        }
        let body = Bytes::from_request(request, site)
            .await
            .map_err(|rejection| {
                let problem = match rejection.status() {
                    StatusCode::PAYLOAD_TOO_LARGE => Problem::TooLarge,
                    _ => Problem::BadRequest,
                };
                page::problem(&shell, problem)
            })?;
        let fields: Vec<_> = form_urlencoded::parse(&body)
            .into_owned()
            .map(|(name, value)| (name, lines(value)))
            .collect();
        // What is not UTF-8 has become this sign: the letters that were there are lost.
        if fields
            .iter()
            .any(|(_, value)| value.contains(char::REPLACEMENT_CHARACTER))
        {
            return Err(page::problem(&shell, Problem::OtherEncoding));
        }
        Ok(Self(fields))
    }
}

/// Browsers send line ends as CR LF; the register keeps LF, so that a text comes back as typed.
fn lines(value: String) -> String {
    if value.contains('\r') {
        value.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        value
    }
}
