//! Lists and single things for programs.

use app::address::OPERATIONS_FILE;
use app::pages::public::open_data as pages;
use axum::body::{Body, Bytes};
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use documents::description;
use domain::section::Section;
use domain::slug::Slug;
use futures_util::stream;
use register::dump::DumpParts;
use register::open_data::{self, DecisionParts};
use register::tables::{Form, PartForm};
use register::{Refusal, Register};

use super::asked_form::AskedForm;
use super::attachment::AsItIs;
use super::etag::Streamed;
use super::page;
use super::public::{Asked, Filtered};

const ZIP: HeaderValue = HeaderValue::from_static("application/zip");
const JSON: HeaderValue = HeaderValue::from_static("application/json");
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The list of decisions with its filters, on all its pages.
pub(super) async fn decisions(
    asked: Asked,
    Filtered(filter): Filtered,
    AskedForm(form): AskedForm,
) -> Response {
    let (register, lang) = (asked.register(), asked.shell().lang);
    let part_form = match form {
        Form::Xlsx => {
            let file = open_data::decisions_workbook(register, &filter, lang).await;
            return table(&asked, "paatokset", form, file);
        }
        Form::Csv => PartForm::Csv,
        Form::CsvForSpreadsheets => PartForm::CsvForSpreadsheets,
        Form::Json => PartForm::Json,
    };
    let parts = DecisionParts::of(Register::clone(register), filter, part_form, lang);
    match streamed(parts).await {
        Ok(body) => sent(page::table("paatokset", form, Vec::new()), body),
        Err(refusal) => page::refused(asked.shell(), &refusal),
    }
}

/// An answer with a body that is sent while it is made.
fn sent(mut response: Response, body: Body) -> Response {
    *response.body_mut() = body;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, NO_STORE);
    response.extensions_mut().insert(AsItIs);
    response.extensions_mut().insert(Streamed);
    response
}

/// The page of open data.
pub(super) async fn described(asked: Asked) -> Response {
    let files = description::files(asked.shell().lang);
    asked.answer(Ok(files), |shell, files| pages::page(shell, &files))
}

/// All open data in one file.
pub(super) async fn dump(asked: Asked) -> Response {
    let parts = DumpParts::of(Register::clone(asked.register()), asked.shell().lang);
    match streamed(parts).await {
        Ok(body) => {
            let saved_as = "attachment; filename=\"hankerekisteri.zip\"";
            let headers = [
                (header::CONTENT_TYPE, ZIP),
                (
                    header::CONTENT_DISPOSITION,
                    HeaderValue::from_static(saved_as),
                ),
            ];
            sent(headers.into_response(), body)
        }
        Err(refusal) => page::refused(asked.shell(), &refusal),
    }
}

/// What is read part by part.
trait Parts: Send + 'static {
    /// The next part, `None` after the last.
    fn next(&mut self) -> impl Future<Output = Result<Option<Vec<u8>>, Refusal>> + Send;
}

impl Parts for DecisionParts {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        Self::next(self).await
    }
}

impl Parts for DumpParts {
    async fn next(&mut self) -> Result<Option<Vec<u8>>, Refusal> {
        Self::next(self).await
    }
}

/// The parts, each read when the one before it was sent. The first is read before the answer
/// begins, so that a database that does not answer is told by the status.
async fn streamed(mut parts: impl Parts) -> Result<Body, Refusal> {
    let first = parts.next().await?;
    let begun = (parts, first);
    Ok(Body::from_stream(stream::try_unfold(
        begun,
        |(mut parts, ready)| async move {
            let part = match ready {
                Some(part) => Some(part),
                None => parts.next().await?,
            };
            Ok::<_, Refusal>(part.map(|part| (Bytes::from(part), (parts, None))))
        },
    )))
}

/// The list of projects.
pub(super) async fn projects(asked: Asked, AskedForm(form): AskedForm) -> Response {
    let file = open_data::projects(asked.register(), form, asked.shell().lang).await;
    table(&asked, "hankkeet", form, file)
}

/// The fields of Art. 49(3).
pub(super) async fn operations(asked: Asked, AskedForm(form): AskedForm) -> Response {
    let file = open_data::operations(asked.register(), form, asked.shell().lang).await;
    table(&asked, OPERATIONS_FILE, form, file)
}

/// A decision as JSON.
pub(super) async fn decision(asked: &Asked, section: &Section) -> Response {
    let public_url = &asked.shell().frame.public_url;
    json(
        asked,
        open_data::decision(asked.register(), section, public_url).await,
    )
}

/// A project as JSON.
pub(super) async fn project(asked: &Asked, slug: &Slug) -> Response {
    let public_url = &asked.shell().frame.public_url;
    json(
        asked,
        open_data::project(asked.register(), slug, public_url).await,
    )
}

fn table(asked: &Asked, name: &str, form: Form, file: Result<Vec<u8>, Refusal>) -> Response {
    match file {
        Ok(bytes) => page::table(name, form, bytes),
        Err(refusal) => page::refused(asked.shell(), &refusal),
    }
}

fn json(asked: &Asked, made: Result<Vec<u8>, Refusal>) -> Response {
    match made {
        Ok(bytes) => ([(header::CONTENT_TYPE, JSON)], bytes).into_response(),
        Err(refusal) => page::refused(asked.shell(), &refusal),
    }
}
