//! Pages that say that there is nothing to show, and what to do.

use leptos::prelude::*;
use wording::public::{Problem as Text, Site};

use crate::address;
use crate::shell::{Head, Shell, document};

/// Why a page cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// 400: the address or the form cannot be read.
    BadRequest,
    /// 400: the form is in another encoding than UTF-8.
    OtherEncoding,
    /// 403: the form was sent from a page of another site.
    OtherSite,
    /// 415: what was sent is no form.
    NoForm,
    /// 413: the form is larger than the register takes.
    TooLarge,
    /// 404.
    NotFound,
    /// 500.
    Failed,
    /// 503.
    Unavailable,
}

impl Problem {
    /// The status of the answer.
    pub const fn status(self) -> u16 {
        match self {
            Self::BadRequest | Self::OtherEncoding => 400,
            Self::OtherSite => 403,
            Self::NoForm => 415,
            Self::TooLarge => 413,
            Self::NotFound => 404,
            Self::Failed => 500,
            Self::Unavailable => 503,
        }
    }

    const fn texts(self) -> (Text, Text) {
        match self {
            Self::BadRequest => (Text::BadRequest, Text::BadRequestHelp),
            Self::OtherEncoding => (Text::OtherEncoding, Text::OtherEncodingHelp),
            Self::OtherSite => (Text::OtherSite, Text::OtherSiteHelp),
            Self::NoForm => (Text::NoForm, Text::NoFormHelp),
            Self::TooLarge => (Text::TooLarge, Text::TooLargeHelp),
            Self::NotFound => (Text::NotFound, Text::NotFoundHelp),
            Self::Failed => (Text::Failed, Text::FailedHelp),
            Self::Unavailable => (Text::Unavailable, Text::UnavailableHelp),
        }
    }
}

/// Says what went wrong and where to go. `incident` is the number under which the server logged
/// it, if it did.
pub fn page(shell: &Shell, problem: Problem, incident: Option<&str>) -> AnyView {
    let lang = shell.lang;
    let (title, help) = problem.texts();
    let head = Head {
        noindex: true,
        addressable: false,
        ..Head::public(title.text(lang))
    };
    let incident = incident.map(|number| {
        view! { <p>{Text::Incident.text(lang)} ": " <code>{number.to_owned()}</code></p> }
    });
    let link = |name: Site, target: &str| view! { <li><a href=shell.link(target)>{name.text(lang)}</a></li> };
    let body = view! {
        <h1>{title.text(lang)}</h1>
        <p class="lead">{help.text(lang)}</p>
        {incident}
        <ul class="list">
            {link(Site::Front, address::FRONT)}
            {link(Site::Decisions, address::DECISIONS)}
            {link(Site::Projects, address::PROJECTS)}
        </ul>
    };
    document(shell, head, body)
}
