//! From a page to its answer, and the pages that say why there is none.

use std::any::Any;

use app::pages::public::problem::{self, Problem};
use app::render;
use app::shell::{Shell, SignedIn};
use axum::http::header::{self, HeaderValue};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use domain::official::Official;
use leptos::prelude::AnyView;
use register::Refusal;
use register::tables::Form;

use super::state::{self, Site};

const HTML: HeaderValue = HeaderValue::from_static("text/html; charset=utf-8");
const CALENDAR: HeaderValue = HeaderValue::from_static("text/calendar; charset=utf-8");

/// What stands around a page; `path` has no language prefix.
pub(super) fn shell(site: &Site, lang: Lang, path: &str, official: Option<&Official>) -> Shell {
    Shell {
        frame: site.frame(),
        lang,
        path: path.to_owned(),
        mail: site.config.smtp.is_some(),
        assets: state::assets(),
        official: official.map(|official| SignedIn {
            name: official.name.reveal_to_official().clone(),
            office: official.office.clone(),
            role: official.role,
        }),
    }
}

/// A page for everybody.
pub(super) fn public(
    status: StatusCode,
    shell: &Shell,
    view: impl FnOnce(&Shell) -> AnyView,
) -> Response {
    html(status, render::public(|| view(shell)))
}

/// A page for officials.
pub(super) fn desk(
    status: StatusCode,
    shell: &Shell,
    view: impl FnOnce(&Shell) -> AnyView,
) -> Response {
    html(status, render::desk(|| view(shell)))
}

/// The page that says why a request was not answered; causes stay in the log.
pub(super) fn refused(shell: &Shell, refusal: &Refusal) -> Response {
    let problem = match refusal {
        // What one may not see is as if it were not there.
        Refusal::NotFound | Refusal::Forbidden => Problem::NotFound,
        Refusal::Store(error) => {
            tracing::error!("the database did not answer: {error}");
            Problem::Unavailable
        }
        other => {
            tracing::error!("a page could not be made: {other}");
            Problem::Failed
        }
    };
    self::problem(shell, problem)
}

/// The page that says what went wrong, with its status.
pub(super) fn problem(shell: &Shell, problem: Problem) -> Response {
    let status = StatusCode::from_u16(problem.status());
    let status = status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    public(status, shell, |shell| problem::page(shell, problem, None))
}

/// The language and the rest of an address that no route has taken apart.
pub(super) fn lang_and_path(uri: &Uri) -> (Lang, &str) {
    let path = uri.path();
    for lang in [Lang::Sv, Lang::En] {
        let rest = path
            .strip_prefix('/')
            .and_then(|path| path.strip_prefix(lang.code()));
        match rest {
            Some("") => return (lang, "/"),
            Some(rest) if rest.starts_with('/') => return (lang, rest),
            _ => {}
        }
    }
    (Lang::Fi, path)
}

/// Answers for a handler that panicked: a defect of ours, logged, never a closed connection. Of
/// what address it was nothing is known any more, so the page is in the register's own language.
pub(super) fn panicked(site: &Site, panic: &(dyn Any + Send)) -> Response {
    let cause = panic
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| panic.downcast_ref::<&str>().copied());
    tracing::error!("a handler panicked: {}", cause.unwrap_or("without words"));
    problem(&shell(site, Lang::Fi, "/", None), Problem::Failed)
}

/// A calendar file.
pub(super) fn calendar(bytes: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, CALENDAR)], bytes).into_response()
}

/// A table as a file that is saved under a name.
pub(super) fn table(name: &str, form: Form, bytes: Vec<u8>) -> Response {
    let (kind, ending) = match form {
        Form::Csv | Form::CsvForSpreadsheets => ("text/csv; charset=utf-8", "csv"),
        Form::Xlsx => (
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "xlsx",
        ),
        Form::Json => ("application/json", "json"),
    };
    let saved_as = format!("attachment; filename=\"{name}.{ending}\"");
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_DISPOSITION, saved_as),
    ];
    (headers, bytes).into_response()
}

fn html(status: StatusCode, page: String) -> Response {
    (status, [(header::CONTENT_TYPE, HTML)], page).into_response()
}
