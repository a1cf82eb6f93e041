//! The form in which a table is asked for: as its address ends, and CSV as `muoto` says.

use std::convert::Infallible;

use axum::extract::{FromRequestParts, Query};
use axum::http::Uri;
use axum::http::request::Parts;
use register::tables::Form;
use serde::Deserialize;

/// A form that an address asks for.
#[derive(Clone, Copy, Debug)]
pub(super) struct AskedForm(pub(super) Form);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Asked {
    muoto: String,
}

impl<S: Sync> FromRequestParts<S> for AskedForm {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(form(&parts.uri)))
    }
}

fn form(uri: &Uri) -> Form {
    let ending = uri.path().rsplit('.').next();
    match ending {
        Some("xlsx") => return Form::Xlsx,
        Some("json") => return Form::Json,
        _ => {}
    }
    match Query::<Asked>::try_from_uri(uri) {
        Ok(Query(asked)) if asked.muoto == "excel" => Form::CsvForSpreadsheets,
        _ => Form::Csv,
    }
}
