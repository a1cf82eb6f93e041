//! An official at work on a page: who asks, for what, and the answers that every handler gives.

#![expect(
    clippy::unnecessary_wraps,
    reason = "handlers end with one of these, so each gives what a handler gives"
)]

use std::convert::Infallible;
use std::str::FromStr;

use app::address::{SIGN_IN, in_lang};
use app::pages::desk::address;
use app::pages::desk::form::Form;
use app::pages::desk::refused::{self as refused_page, Stale};
use app::shell::Shell;
use axum::extract::FromRequestParts;
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::http::uri::PathAndQuery;
use axum::response::{IntoResponse, Redirect, Response};
use domain::form::Pairs;
use domain::id::SessionId;
use domain::official::Official;
use domain::role::UseCase;
use domain::{Lang, Money};
use leptos::prelude::AnyView;
use register::sessions::AtWork;
use register::{Actor, Refusal, Register};
use time::{Date, Time};
use wording::{desk, format};

use super::Needs;
use crate::http::form::Posted;
use crate::http::kept::NotTaken;
use crate::http::running_imports::RunningImports;
use crate::http::state::Site;
use crate::http::{page, session};

/// What a handler answers; the error is an answer too, given before the end.
pub(super) type Answer = Result<Response, Response>;

/// An official at work on a page.
///
/// As an extractor it answers in the handler's place: without a session by the way to sign in,
/// without the right that the route needs by 403.
pub(super) struct Work {
    site: Site,
    shell: Shell,
    official: Official,
    session: SessionId,
    actor: Actor,
}

impl FromRequestParts<Site> for Work {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, site: &Site) -> Result<Self, Response> {
        let lang = parts.extensions.get::<Lang>().copied().unwrap_or_default();
        let path = parts.uri.path();
        let loaded = match session::token(&parts.headers, site.config.is_https()) {
            Some(token) => register::sessions::load(&site.register, &token).await,
            None => Ok(None),
        };
        let at_work =
            loaded.map_err(|error| refused(&page::shell(site, lang, path, None), &error.into()))?;
        let Some(AtWork { official, session }) = at_work else {
            let asked = parts.uri.path_and_query().map(PathAndQuery::as_str);
            let next = asked.filter(|_| parts.method.is_safe()).unwrap_or(path);
            return Err(to_sign_in(lang, next));
        };
        let work = Self {
            shell: page::shell(site, lang, path, Some(&official)),
            site: site.clone(),
            actor: Actor::from(official.clone()),
            official,
            session,
        };
        // A password that somebody else knows leads only to the form that changes it.
        if work.official.must_change_password && path != address::OWN {
            let own = work.shell.link(address::OWN);
            return Err(Redirect::to(&own).into_response());
        }
        match parts
            .extensions
            .get::<Needs>()
            .and_then(|needs| needs.of(&parts.method))
        {
            Some(use_case) => work.needs(use_case).map(|()| work),
            None => Err(work.refuse(Refusal::Forbidden)),
        }
    }
}

fn to_sign_in(lang: Lang, next: &str) -> Response {
    let next = in_lang(lang, next);
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("next", &next)
        .finish();
    let mut response = Redirect::to(&format!("{}?{query}", in_lang(lang, SIGN_IN))).into_response();
    response
        .extensions_mut()
        .insert(NotTaken::SignedOut { next });
    response
}

/// The page that says why there is no answer; where the database did not give it, a form that was
/// sent can be sent again.
fn refused(shell: &Shell, refusal: &Refusal) -> Response {
    let mut response = page::refused(shell, refusal);
    if matches!(refusal, Refusal::Store(_)) {
        let mark = NotTaken::Unavailable(Box::new(shell.clone()));
        response.extensions_mut().insert(mark);
    }
    response
}

impl Work {
    /// The identity in an address; what is none leads nowhere.
    pub(super) fn identity<T: FromStr>(&self, id: &str) -> Result<T, Response> {
        id.parse().map_err(|_| self.refuse(Refusal::NotFound))
    }

    pub(super) const fn register(&self) -> &Register {
        &self.site.register
    }

    /// The imports that are being recorded.
    pub(super) const fn imports(&self) -> &RunningImports {
        &self.site.imports
    }

    pub(super) const fn official(&self) -> &Official {
        &self.official
    }

    /// The session in which it is done.
    pub(super) const fn session(&self) -> SessionId {
        self.session
    }

    pub(super) const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The language of the page.
    pub(super) const fn lang(&self) -> Lang {
        self.shell.lang
    }

    /// The only source of absolute addresses.
    pub(super) fn public_url(&self) -> &str {
        &self.shell.frame.public_url
    }

    /// Whether the register can send mail.
    pub(super) fn mail_is_set_up(&self) -> bool {
        self.site.config.smtp.is_some()
    }

    /// The answer 403 where the official has no right to it.
    pub(super) fn needs(&self, use_case: UseCase) -> Result<(), Response> {
        if self.actor.may(use_case) {
            Ok(())
        } else {
            Err(self.refuse(Refusal::Forbidden))
        }
    }

    /// A form to be filled in, with a key of its own.
    pub(super) fn form<D>(&self, draft: D, version: i64) -> Result<Form<D>, Response> {
        let key = register::form_key(self.register().clock().now());
        let key = key.map_err(|error| self.refuse(error.into()))?;
        Ok(Form::new(draft, version, key.to_string()))
    }

    /// A form as it was sent. Nothing was saved under its key, so it keeps the key.
    pub(super) fn typed<D>(&self, draft: D, posted: &Posted) -> Result<Form<D>, Response> {
        match posted.key() {
            Some(key) => Ok(Form::new(draft, posted.version(), key.to_string())),
            None => self.form(draft, posted.version()),
        }
    }

    /// A page.
    pub(super) fn page(&self, view: impl FnOnce(&Shell) -> AnyView) -> Answer {
        Ok(page::desk(StatusCode::OK, &self.shell, view))
    }

    /// A page with a status of its own.
    pub(super) fn page_with(
        &self,
        status: StatusCode,
        view: impl FnOnce(&Shell) -> AnyView,
    ) -> Answer {
        Ok(page::desk(status, &self.shell, view))
    }

    /// The page of a form that was refused.
    pub(super) fn incomplete(&self, view: impl FnOnce(&Shell) -> AnyView) -> Answer {
        Ok(page::desk(
            StatusCode::UNPROCESSABLE_ENTITY,
            &self.shell,
            view,
        ))
    }

    /// Both texts, where somebody else saved meanwhile.
    pub(super) fn stale(&self, conflict: Conflict) -> Answer {
        let Conflict {
            address,
            version,
            saved,
            typed,
            can_overwrite,
        } = conflict;
        let key = self.form((), version)?.key;
        let stale = Stale {
            address,
            version,
            key,
            saved,
            typed,
            can_overwrite,
        };
        Ok(page::desk(StatusCode::CONFLICT, &self.shell, |shell| {
            refused_page::stale(shell, &stale)
        }))
    }

    /// The way to the page that shows what was done.
    pub(super) fn done(&self, address: &str, done: desk::Done) -> Answer {
        self.to(&format!("{address}?tehty={}", done.code()))
    }

    /// The way to another page.
    pub(super) fn to(&self, address: &str) -> Answer {
        Ok(Redirect::to(&self.shell.link(address)).into_response())
    }

    /// The answer to a refusal that nothing typed on the page can mend.
    pub(super) fn refuse(&self, refusal: Refusal) -> Response {
        match refusal {
            Refusal::Forbidden => {
                page::desk(StatusCode::FORBIDDEN, &self.shell, refused_page::forbidden)
            }
            Refusal::NotInThisState(_)
            | Refusal::NotNow(_)
            | Refusal::Stale
            | Refusal::FormUsed => {
                page::desk(StatusCode::CONFLICT, &self.shell, refused_page::conflict)
            }
            other => refused(&self.shell, &other),
        }
    }
}

/// A form that was filled from an older version than the one that is saved now.
pub(super) struct Conflict {
    /// The address of the form, without a language prefix.
    pub(super) address: String,
    /// The version that is saved now.
    pub(super) version: i64,
    /// The fields as saved now.
    pub(super) saved: Pairs,
    /// The fields as typed.
    pub(super) typed: Pairs,
    /// Whether the typed fields may be saved over the saved ones.
    pub(super) can_overwrite: bool,
}

/// What the last form did, as the address of the page that follows it says.
pub(super) struct Done(pub(super) Option<desk::Done>);

impl<S: Sync> FromRequestParts<S> for Done {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let query = parts.uri.query().unwrap_or_default().as_bytes();
        let done = form_urlencoded::parse(query).find(|(name, _)| name == "tehty");
        Ok(Self(
            done.and_then(|(_, code)| desk::Done::from_code(&code)),
        ))
    }
}

/// A time of day as a field of a form shows it, to the second.
pub(super) fn typed_time(at: Time) -> String {
    format!("{}.{:02}.{:02}", at.hour(), at.minute(), at.second())
}

/// An amount as people type it: `1200,00`.
pub(super) fn typed_amount(amount: Money) -> String {
    amount.to_string().replace('.', ",")
}

/// A day as a field of a form shows it, in every language of the interface.
pub(super) fn typed_day(day: Date) -> String {
    format::date(day, Lang::Fi)
}
