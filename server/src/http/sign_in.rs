//! Signing in and out.

use app::address::{DESK, FRONT, in_lang};
use app::pages::desk::form::{Form, SignIn};
use app::pages::desk::kept::{self, Kept, Why};
use app::pages::desk::sign_in;
use axum::Extension;
use axum::extract::{RawQuery, State};
use axum::http::header::{self, HeaderValue, InvalidHeaderValue};
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Lang;
use domain::finding::{Finding, FindingCode};
use domain::form::Pairs;
use domain::official::Official;
use register::sessions;
use wording::desk::Text;

use super::form::Posted;
use super::state::Site;
use super::{page, session};

/// The form, or the way on for who is signed in. `next` in its address says where the official
/// wanted to go.
pub(super) async fn show(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let query = query.unwrap_or_default();
    let next = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "next");
    let next = next.and_then(|(_, next)| session::local(&next).map(str::to_owned));
    let asked = Asked::to(next.unwrap_or_default());
    // Where the session cannot be read, signing in says so.
    if let Some(token) = session::token(&headers, site.config.is_https())
        && let Ok(Some(at_work)) = sessions::load(&site.register, &token).await
    {
        return asked.way_on(&site, lang, &at_work.official);
    }
    asked.form(&site, lang, StatusCode::OK)
}

/// The form, carrying another form that was sent after its session had ended.
pub(super) fn with_form(site: &Site, lang: Lang, next: &str, fields: &Pairs) -> Response {
    let asked = Asked {
        carried: fields.clone(),
        ..Asked::to(next.to_owned())
    };
    asked.form(site, lang, StatusCode::FORBIDDEN)
}

/// Begins a session with a token of its own, and ends the one that the browser had. A form that
/// was carried is shown again; any other way leads on.
pub(super) async fn sign_in(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    headers: HeaderMap,
    posted: Posted,
) -> Response {
    let asked = Asked {
        form: Form::new(SignIn::from_pairs(&posted.0), 0, ""),
        carried: kept::carried(&posted.0),
        problem: None,
    };
    let email = &asked.form.draft.email;
    match sessions::sign_in(&site.register, email, posted.field("password")).await {
        Ok(signed_in) => {
            let is_https = site.config.is_https();
            if let Some(old) = session::token(&headers, is_https)
                && let Err(error) = sessions::sign_out(&site.register, &old).await
            {
                tracing::warn!("the session before could not be ended: {error}");
            }
            let on = asked.way_on(&site, lang, &signed_in.official);
            with_cookie(session::begun(&signed_in.token, is_https), on)
        }
        Err(refused) => match session::wrong(refused) {
            Ok(code) => asked.wrong(&site, lang, code),
            Err(failure) => {
                let response = page::refused(&shell(&site, lang), &failure);
                let problem = Some(Text::SignInUnavailable);
                let asked = Asked { problem, ..asked };
                match response.status() {
                    status @ StatusCode::SERVICE_UNAVAILABLE => asked.form(&site, lang, status),
                    _ => response,
                }
            }
        },
    }
}

/// What somebody who signs in asks for.
struct Asked {
    form: Form<SignIn>,
    /// The fields of a form that waits to be sent again.
    carried: Pairs,
    problem: Option<Text>,
}

impl Asked {
    /// Nothing typed yet, and an address to go to afterwards.
    fn to(next: String) -> Self {
        let draft = SignIn {
            email: String::new(),
            next,
        };
        Self {
            form: Form::new(draft, 0, ""),
            carried: Pairs::new(),
            problem: None,
        }
    }

    fn form(&self, site: &Site, lang: Lang, status: StatusCode) -> Response {
        page::desk(status, &shell(site, lang), |shell| {
            sign_in::page(shell, &self.form, &self.carried, self.problem)
        })
    }

    /// The form again; who guesses is told to wait.
    fn wrong(self, site: &Site, lang: Lang, code: FindingCode) -> Response {
        let again = Self {
            form: self.form.refused(Finding::at("password", code).into()),
            ..self
        };
        if code != FindingCode::TooManyAttempts {
            return again.form(site, lang, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let mut response = again.form(site, lang, StatusCode::TOO_MANY_REQUESTS);
        let wait = HeaderValue::from(sessions::WAIT.whole_seconds());
        response.headers_mut().insert(header::RETRY_AFTER, wait);
        response
    }

    /// Where the official wanted to go, or the form that waits there.
    fn way_on(self, site: &Site, lang: Lang, official: &Official) -> Response {
        let desk = in_lang(lang, DESK);
        let next = session::local(&self.form.draft.next).unwrap_or(&desk);
        let form = next.parse::<Uri>().ok();
        let form = form.as_ref().map(page::lang_and_path);
        // Only officials' own forms are carried.
        let below_desk = |path: &str| {
            path.strip_prefix(DESK)
                .is_some_and(|rest| rest.starts_with('/'))
        };
        let form = form.filter(|(_, path)| below_desk(path));
        match form {
            Some((lang, path)) if !self.carried.is_empty() => {
                let kept = Kept {
                    why: Why::SignedInAgain,
                    address: path.to_owned(),
                    fields: self.carried,
                };
                let shell = page::shell(site, lang, path, Some(official));
                page::desk(StatusCode::OK, &shell, |shell| kept::page(shell, &kept))
            }
            _ => Redirect::to(next).into_response(),
        }
    }
}

/// Ends the session on the server and in the browser. Without one there is nothing to end.
pub(super) async fn sign_out(
    State(site): State<Site>,
    Extension(lang): Extension<Lang>,
    headers: HeaderMap,
) -> Response {
    let is_https = site.config.is_https();
    if let Some(token) = session::token(&headers, is_https)
        && let Err(error) = sessions::sign_out(&site.register, &token).await
    {
        return page::refused(&shell(&site, lang), &error.into());
    }
    let front = Redirect::to(&in_lang(lang, FRONT)).into_response();
    with_cookie(session::ended(is_https), front)
}

fn shell(site: &Site, lang: Lang) -> app::shell::Shell {
    page::shell(site, lang, app::address::SIGN_IN, None)
}

fn with_cookie(cookie: Result<HeaderValue, InvalidHeaderValue>, on: Response) -> Response {
    match cookie {
        Ok(cookie) => ([(header::SET_COOKIE, cookie)], on).into_response(),
        // A token is letters and digits.
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}
