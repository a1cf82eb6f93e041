//! The read API: the public side of the register for programs, at addresses in no language.

mod around;
mod problem;
mod query;
mod rate;

pub(super) use around::around;
pub(super) use rate::RateLimit;

use app::address;
use app::pages::public::api;
use axum::extract::{Path, RawQuery, State};
use axum::http::StatusCode;
use axum::http::header::{self, HeaderValue};
use axum::response::{IntoResponse, Response};
use documents::open;
use domain::case::CaseNumber;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::api::ApiProblem;
use register::read_api::{self, ListPart};
use register::{Refusal, open_data};

use self::problem::Told;
use self::query::Query;
use super::page;
use super::public::Asked;
use super::state::Site;

const JSON: HeaderValue = HeaderValue::from_static("application/json");

/// What the API is, told to people.
pub(super) async fn show(State(site): State<Site>, asked: Asked) -> Response {
    let requests = site.config.api_requests_per_minute;
    page::public(StatusCode::OK, asked.shell(), |shell| {
        api::page(shell, requests)
    })
}

/// What the API is, told to programs.
pub(super) async fn description(State(site): State<Site>) -> Response {
    let made = open::description(&site.config.public_url);
    answer(&site, made.map_err(|error| Told::of_refusal(&error.into())))
}

/// A part of the list of decisions.
pub(super) async fn decisions(State(site): State<Site>, RawQuery(raw): RawQuery) -> Response {
    let part = async {
        let query = Query::of_decisions(raw.as_deref())?;
        let (filter, part) = (query.filter()?, query.part()?);
        let url = &site.config.public_url;
        let list = format!("{url}{}/decisions", address::API);
        let next = |cursor| query.at_cursor(&list, cursor);
        let part = read_api::decisions(&site.register, &filter, part, url, next).await;
        part.map_err(|refusal| Told::of_refusal(&refusal))
    };
    list(&site, part.await)
}

/// A decision, or the stub in its place.
pub(super) async fn decision(
    State(site): State<Site>,
    Path((series, year, number)): Path<(String, String, String)>,
    RawQuery(raw): RawQuery,
) -> Response {
    let found = async {
        Query::of_thing(raw.as_deref())?;
        let section = format!("{series}/{year}/{number}").parse::<Section>();
        let section = section.map_err(|_| ApiProblem::NotFound)?;
        read(open_data::decision(&site.register, &section, &site.config.public_url).await)
    };
    answer(&site, found.await)
}

/// A part of the list of projects.
pub(super) async fn projects(State(site): State<Site>, RawQuery(raw): RawQuery) -> Response {
    let part = async {
        let query = Query::of_list(raw.as_deref())?;
        let part = query.part()?;
        let url = &site.config.public_url;
        let list = format!("{url}{}/projects", address::API);
        let next = |cursor| query.at_cursor(&list, cursor);
        let part = read_api::projects(&site.register, part, url, next).await;
        part.map_err(|refusal| Told::of_refusal(&refusal))
    };
    list(&site, part.await)
}

/// A project.
pub(super) async fn project(
    State(site): State<Site>,
    Path(slug): Path<String>,
    RawQuery(raw): RawQuery,
) -> Response {
    let found = async {
        Query::of_thing(raw.as_deref())?;
        let slug = Slug::try_from(slug).map_err(|_| ApiProblem::NotFound)?;
        read(open_data::project(&site.register, &slug, &site.config.public_url).await)
    };
    answer(&site, found.await)
}

/// A case, its number in any of its spellings.
pub(super) async fn case(
    State(site): State<Site>,
    Path(number): Path<String>,
    RawQuery(raw): RawQuery,
) -> Response {
    let found = async {
        Query::of_thing(raw.as_deref())?;
        let number = number.parse::<CaseNumber>();
        let number = number.map_err(|_| ApiProblem::NotFound)?;
        read(read_api::case(&site.register, &number, &site.config.public_url).await)
    };
    answer(&site, found.await)
}

fn read(made: Result<Vec<u8>, Refusal>) -> Result<Vec<u8>, Told> {
    made.map_err(|refusal| Told::of_refusal(&refusal))
}

fn answer(site: &Site, made: Result<Vec<u8>, Told>) -> Response {
    match made {
        Ok(json) => ([(header::CONTENT_TYPE, JSON)], json).into_response(),
        Err(told) => told.answer(&site.config.public_url),
    }
}

/// A part of a list, with the address of the next one as a header too (RFC 8288).
fn list(site: &Site, part: Result<ListPart, Told>) -> Response {
    let next = part.as_ref().ok().and_then(|part| part.next.as_deref());
    let link = next.map(|next| HeaderValue::try_from(format!("<{next}>; rel=\"next\"")));
    let mut response = answer(site, part.map(|part| part.json));
    if let Some(Ok(link)) = link {
        response.headers_mut().insert(header::LINK, link);
    }
    response
}
