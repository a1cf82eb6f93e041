//! Feeds of the lists, in each form and language.

use std::convert::Infallible;

use app::address;
use axum::extract::FromRequestParts;
use axum::http::header::{self, HeaderValue};
use axum::http::request::Parts;
use axum::response::{IntoResponse, Response};
use domain::view::decision_list::DecisionFilter;
use domain::view::feed::ATOM;
use register::Refusal;
use register::feeds::{self, AskedFeed, FeedForm};

use super::page;
use super::public::{Asked, Filtered};

const ATOM_KIND: HeaderValue = HeaderValue::from_static("application/atom+xml; charset=utf-8");
const JSON_KIND: HeaderValue = HeaderValue::from_static("application/feed+json; charset=utf-8");

/// The form in which a feed is asked for, as its address ends.
pub(super) struct AskedForm(FeedForm);

impl<S: Sync> FromRequestParts<S> for AskedForm {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let is_atom = parts.uri.path().ends_with(ATOM);
        Ok(Self(if is_atom {
            FeedForm::Atom
        } else {
            FeedForm::Json
        }))
    }
}

/// The newest decisions that the filters of the list leave.
pub(super) async fn decisions(
    asked: Asked,
    Filtered(filter): Filtered,
    AskedForm(form): AskedForm,
) -> Response {
    let query = address::query(&filter.of_feed());
    let feed = place(&asked, form, address::DECISIONS, &query);
    let made = feeds::decisions(asked.register(), &filter, feed).await;
    answer(&asked, form, made)
}

/// The projects that words find, or the newest.
pub(super) async fn projects(
    asked: Asked,
    Filtered(filter): Filtered,
    AskedForm(form): AskedForm,
) -> Response {
    let words = DecisionFilter {
        words: filter.words,
        ..DecisionFilter::default()
    };
    let query = address::query(&words.of_feed());
    let feed = place(&asked, form, address::PROJECTS, &query);
    let made = feeds::projects(asked.register(), &words.words, feed).await;
    answer(&asked, form, made)
}

fn place<'a>(asked: &'a Asked, form: FeedForm, list: &'a str, query: &'a str) -> AskedFeed<'a> {
    AskedFeed {
        form,
        lang: asked.shell().lang,
        list,
        query,
        public_url: &asked.shell().frame.public_url,
    }
}

fn answer(asked: &Asked, form: FeedForm, made: Result<Vec<u8>, Refusal>) -> Response {
    let kind = match form {
        FeedForm::Atom => ATOM_KIND,
        FeedForm::Json => JSON_KIND,
    };
    match made {
        Ok(bytes) => ([(header::CONTENT_TYPE, kind)], bytes).into_response(),
        Err(refusal) => page::refused(asked.shell(), &refusal),
    }
}
