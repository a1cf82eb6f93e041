//! What everybody may see.

use app::address;
use app::pages::public as pages;
use app::pages::public::problem::Problem;
use app::shell::Shell;
use axum::Extension;
use axum::extract::{FromRequestParts, OriginalUri, Path, State};
use axum::http::header::{self, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use domain::Lang;
use domain::case::CaseNumber;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::decision_list::DecisionFilter;
use register::documents::PublicPdf;
use register::views::public::AtAddress;
use register::{Refusal, Register, calendars, documents, views};

use super::attachment::noindex;
use super::open_data;
use super::page;
use super::state::Site;

/// A request for a public page.
pub(super) struct Asked {
    site: Site,
    shell: Shell,
}

impl FromRequestParts<Site> for Asked {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Self::Rejection> {
        let lang = parts.extensions.get::<Lang>().copied().unwrap_or_default();
        let shell = page::shell(site, lang, parts.uri.path(), None);
        Ok(Self {
            site: site.clone(),
            shell,
        })
    }
}

impl Asked {
    pub(super) const fn shell(&self) -> &Shell {
        &self.shell
    }

    pub(super) const fn register(&self) -> &Register {
        &self.site.register
    }

    pub(super) fn answer<T>(
        &self,
        data: Result<T, Refusal>,
        view: impl FnOnce(&Shell, T) -> leptos::prelude::AnyView,
    ) -> Response {
        match data {
            Ok(data) => page::public(StatusCode::OK, &self.shell, |shell| view(shell, data)),
            Err(refusal) => page::refused(&self.shell, &refusal),
        }
    }

    /// The page of a decision, or what stands in its place. While something personal is on it no
    /// search engine may keep it.
    fn at_address(&self, found: Result<AtAddress, Refusal>) -> Response {
        let is_personal = matches!(&found, Ok(AtAddress::Decision(_, Some(_))));
        let mut response = self.answer(found, |shell, found| match found {
            AtAddress::Decision(decision, personal) => {
                pages::decision::page(shell, &decision, personal.as_ref())
            }
            AtAddress::Stub(stub) => pages::stub::page(shell, &stub),
        });
        if is_personal {
            noindex(&mut response);
        }
        response
    }

    fn calendar(&self, file: Result<Vec<u8>, Refusal>) -> Response {
        match file {
            Ok(bytes) => page::calendar(bytes),
            Err(refusal) => page::refused(&self.shell, &refusal),
        }
    }

    /// Nothing is at the address; perhaps something is at the one it was meant to be.
    pub(super) fn missing(&self) -> Response {
        match respelled(&self.shell.path) {
            Some(address) => self.moved(&address),
            None => page::problem(&self.shell, Problem::NotFound),
        }
    }

    /// The answer for an address that is spelled otherwise than the permanent one.
    fn moved(&self, address: &str) -> Response {
        let address = HeaderValue::from_str(&self.shell.link(address));
        match address {
            Ok(address) => {
                (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, address)]).into_response()
            }
            Err(_) => page::problem(&self.shell, Problem::NotFound),
        }
    }
}

pub(super) async fn front(asked: Asked) -> Response {
    let data = views::public::front_page(&asked.site.register).await;
    asked.answer(data, |shell, data| pages::front::page(shell, &data))
}

/// The filter of the list of decisions, as it stands in its address.
pub(super) struct Filtered(pub(super) DecisionFilter);

impl<S: Send + Sync> FromRequestParts<S> for Filtered {
    type Rejection = std::convert::Infallible;

    /// Reads any query: what cannot be read is left out, so that no address is refused.
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        let query = parts.uri.query().unwrap_or_default();
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        let pairs = pairs.iter().map(|(name, value)| (&**name, &**value));
        Ok(Self(DecisionFilter::from_pairs(pairs)))
    }
}

pub(super) async fn decisions(asked: Asked, Filtered(filter): Filtered) -> Response {
    let data = views::decision_list::decisions(&asked.site.register, &filter).await;
    asked.answer(data, |shell, data| pages::decisions::page(shell, &data))
}

/// The last days of the decisions that the filters of the list leave, on all its pages.
pub(super) async fn calendar(asked: Asked, Filtered(filter): Filtered) -> Response {
    let (register, public_url) = (&asked.site.register, &asked.site.config.public_url);
    let lang = asked.shell.lang;
    asked.calendar(calendars::of_decisions(register, &filter, lang, public_url).await)
}

/// The forms of a decision, each with the end of its address.
#[derive(Clone, Copy)]
enum Form {
    Page,
    Document,
    Calendar,
    Data,
}

const FORMS: [(&str, Form); 3] = [
    (".pdf", Form::Document),
    (".ics", Form::Calendar),
    (".json", Form::Data),
];

/// The ends of the addresses of a decision; its page has none.
pub(super) fn endings() -> Vec<&'static str> {
    let forms = FORMS.iter().map(|(ending, _)| *ending);
    [""].into_iter().chain(forms).collect()
}

pub(super) async fn decision(
    asked: Asked,
    Path((series, year, section)): Path<(String, String, String)>,
) -> Response {
    let of_ending = FORMS
        .iter()
        .find_map(|(ending, form)| Some((section.strip_suffix(ending)?, *form)));
    let (number, form) = of_ending.unwrap_or((&section, Form::Page));
    let Ok(section) = format!("{series}/{year}/{number}").parse::<Section>() else {
        return asked.missing();
    };
    let (register, public_url) = (&asked.site.register, &asked.site.config.public_url);
    let lang = asked.shell.lang;
    match form {
        Form::Page => asked.at_address(views::public::at_address(register, &section).await),
        Form::Document => {
            match documents::public_version(register, &section, lang, public_url).await {
                Ok(PublicPdf { bytes, is_personal }) => {
                    let kind = [(header::CONTENT_TYPE, "application/pdf")];
                    let mut response = (kind, bytes).into_response();
                    if is_personal {
                        noindex(&mut response);
                    }
                    response
                }
                Err(refusal) => page::refused(&asked.shell, &refusal),
            }
        }
        Form::Data => open_data::decision(&asked, &section).await,
        Form::Calendar => {
            asked.calendar(calendars::of_decision(register, &section, lang, public_url).await)
        }
    }
}

/// The list of projects takes words alone; they are read as those of the list of decisions.
pub(super) async fn projects(asked: Asked, Filtered(filter): Filtered) -> Response {
    let words = &filter.words;
    let data = views::decision_list::projects(&asked.site.register, words).await;
    asked.answer(data, |shell, data| {
        pages::projects::page(shell, words, &data)
    })
}

pub(super) async fn project(asked: Asked, Path(slug): Path<String>) -> Response {
    let (slug, is_data) = match slug.strip_suffix(".json") {
        Some(slug) => (slug.to_owned(), true),
        None => (slug, false),
    };
    let Ok(slug) = Slug::try_from(slug) else {
        return asked.missing();
    };
    if is_data {
        return open_data::project(&asked, &slug).await;
    }
    let data = views::public::project_page(&asked.site.register, &slug).await;
    asked.answer(data, |shell, data| pages::project::page(shell, &data))
}

pub(super) async fn case(asked: Asked, Path(typed): Path<String>) -> Response {
    let Ok(number) = typed.parse::<CaseNumber>() else {
        return asked.missing();
    };
    let data = views::public::case(&asked.site.register, &number).await;
    match &data {
        Ok(page) if page.number.to_string() != typed => asked.moved(&address::case(&page.number)),
        _ => asked.answer(data, |shell, data| pages::case::page(shell, &data)),
    }
}

/// Whether the database answers.
pub(super) async fn ready(State(site): State<Site>) -> Response {
    match site.register.data_version().await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::error!("not ready: {error}");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The front page of a language whose address ends without a slash, at its permanent address.
pub(super) async fn front_of_language(Extension(lang): Extension<Lang>) -> Response {
    let address = address::in_lang(lang, address::FRONT);
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, address)]).into_response()
}

pub(super) async fn not_found(
    State(site): State<Site>,
    method: Method,
    OriginalUri(uri): OriginalUri,
) -> Response {
    let (lang, path) = page::lang_and_path(&uri);
    let asked = Asked {
        shell: page::shell(&site, lang, path, None),
        site,
    };
    match uri.query() {
        None if method.is_safe() => asked.missing(),
        Some(query) if method.is_safe() => match respelled(path) {
            Some(address) => asked.moved(&format!("{address}?{query}")),
            None => asked.missing(),
        },
        _ => page::problem(&asked.shell, Problem::NotFound),
    }
}

/// The address that a path without an answer was meant to be: without a slash at its end, else in
/// small letters, as all addresses are but those of cases.
fn respelled(path: &str) -> Option<String> {
    let without_slash = path.trim_end_matches('/');
    let meant = if without_slash == path {
        path.to_ascii_lowercase()
    } else {
        without_slash.to_owned()
    };
    // `//host` would be the address of another site.
    let ours = meant.starts_with('/') && !meant.starts_with("//") && !meant.contains('\\');
    (ours && meant != path).then_some(meant)
}
