//! The document around every page.

use domain::Lang;
use domain::role::Role;
use domain::view::feed;
use domain::view::public::Frame;
use leptos::html;
use leptos::prelude::*;
use wording::public::Site;

use crate::address;
use crate::components::breadcrumbs::{Crumb, breadcrumbs};
use crate::components::layout;

/// What every page needs around its content.
#[derive(Clone, Debug, PartialEq)]
pub struct Shell {
    /// The city, the moment and the source of absolute addresses.
    pub frame: Frame,
    /// The language of the interface.
    pub lang: Lang,
    /// The address without the language prefix and the query; starts with `/`.
    pub path: String,
    /// Whether mail can be sent, so that decisions can be followed by it.
    pub mail: bool,
    /// Addresses of the site's files.
    pub assets: Assets,
    /// Who is signed in. Only officials' pages show it: a public page is the same for everybody.
    pub official: Option<SignedIn>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedIn {
    /// The official's name.
    pub name: String,
    /// The official's office.
    pub office: String,
    /// What the account may do.
    pub role: Role,
}

/// Addresses of the site's files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assets {
    /// The style sheet.
    pub style: String,
    /// The icon.
    pub icon: String,
    /// Fonts that every page needs at once.
    pub fonts: Vec<String>,
    /// The module that starts the islands. Public pages never load it.
    pub islands: Option<String>,
}

/// For whom a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// For everybody: no script, nothing about who looks at it.
    Public,
    /// For officials.
    Desk,
}

/// What a page says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// For whom the page is.
    pub side: Side,
    /// The title, without the city's name.
    pub title: String,
    /// The language of the title, if not that of the interface.
    pub title_lang: Option<Lang>,
    /// What the page tells, in a sentence.
    pub description: Option<String>,
    /// Whether search engines must leave it out.
    pub noindex: bool,
    /// Whether the page has an address of its own; an error page has none.
    pub addressable: bool,
    /// The query that belongs to the page's address, with its `?`, or empty.
    pub query: String,
    /// Whether a form was refused; the title then begins with the word for error.
    pub refused: bool,
    /// The way to the page, from the front page, without the page itself.
    pub trail: Vec<Crumb>,
    /// The feeds that tell of what is new on the page.
    pub feeds: Vec<FeedLink>,
}

/// A feed that a page leads to, in each of its forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedLink {
    /// What it is called.
    pub title: String,
    /// The address of the list that it follows.
    pub list: &'static str,
    /// What the list is narrowed to, with its `?`, or empty.
    pub query: String,
}

impl Head {
    /// The head of a public page.
    pub fn public(title: impl Into<String>) -> Self {
        Self {
            side: Side::Public,
            title: title.into(),
            title_lang: None,
            description: None,
            noindex: false,
            addressable: true,
            query: String::new(),
            refused: false,
            trail: Vec::new(),
            feeds: Vec::new(),
        }
    }

    /// The head of an officials' page; search engines never see one.
    pub fn desk(title: impl Into<String>) -> Self {
        Self {
            side: Side::Desk,
            noindex: true,
            addressable: false,
            ..Self::public(title)
        }
    }
}

impl Shell {
    /// An address of the site in the language of the interface.
    pub fn link(&self, address: &str) -> String {
        address::in_lang(self.lang, address)
    }

    /// The `lang` of a passage, where it is not the language of the interface.
    pub fn foreign(&self, lang: Lang) -> Option<&'static str> {
        (lang != self.lang).then_some(lang.code())
    }

    /// An address of the site as an absolute address in a language.
    pub fn absolute(&self, lang: Lang, address: &str) -> String {
        format!(
            "{}{}",
            self.frame.public_url,
            address::in_lang(lang, address)
        )
    }
}

/// The whole document of a page; `body` is the content of `main` and holds the only `h1`.
pub fn document(shell: &Shell, head: Head, body: impl IntoView + 'static) -> AnyView {
    let lang = shell.lang;
    let trail = breadcrumbs(shell, &head.trail);
    let frame_top = layout::top(shell, &head);
    let frame_bottom = layout::bottom(shell);
    view! {
        <html lang=lang.code()>
            {head_element(shell, &head)}
            <body>
                <a class="skip-link" href="#sisalto">{Site::SkipToContent.text(lang)}</a>
                {frame_top}
                <div class="page">
                    {trail}
                    <main id="sisalto" tabindex="-1">{body.into_any()}</main>
                </div>
                {frame_bottom}
            </body>
        </html>
    }
    .into_any()
}

fn head_element(shell: &Shell, head: &Head) -> AnyView {
    let lang = shell.lang;
    let prefix = if head.refused {
        Site::ErrorPrefix.text(lang)
    } else {
        ""
    };
    let city = shell.frame.city.name.in_lang(lang);
    let title = format!("{prefix}{} – {city}", head.title);
    let fonts = shell.assets.fonts.clone().into_iter().map(|font| {
        view! { <link rel="preload" href=font r#as="font" type="font/woff2" crossorigin="anonymous"/> }
    });
    let islands = shell
        .assets
        .islands
        .clone()
        .filter(|_| head.side == Side::Desk)
        .map(|module| view! { <script type="module" src=module></script> });
    view! {
        <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title lang=head.title_lang.and_then(|of_title| shell.foreign(of_title))>{title}</title>
            {head.description.clone().map(|text| view! { <meta name="description" content=text/> })}
            {head.noindex.then(|| view! { <meta name="robots" content="noindex"/> })}
            {head.addressable.then(|| addresses(shell, &head.query))}
            {(head.addressable && head.side == Side::Public).then(|| shared(shell, head))}
            {head.feeds.iter().map(|feed| feed_links(shell, feed)).collect_view()}
            <link rel="icon" href=shell.assets.icon.clone() type="image/svg+xml"/>
            {fonts.collect_view()}
            <link rel="stylesheet" href=shell.assets.style.clone()/>
            {islands}
        </head>
    }
    .into_any()
}

/// The page's own address and those of its other languages.
fn addresses(shell: &Shell, query: &str) -> AnyView {
    let address = format!("{}{query}", shell.path);
    let alternates = Lang::ALL.map(|lang| {
        let href = shell.absolute(lang, &address);
        view! { <link rel="alternate" hreflang=lang.code() href=href/> }
    });
    view! {
        <link rel="canonical" href=shell.absolute(shell.lang, &address)/>
        {alternates.into_iter().collect_view()}
        <link rel="alternate" hreflang="x-default" href=shell.absolute(Lang::Fi, &address)/>
    }
    .into_any()
}

/// What readers of feeds look for.
fn feed_links(shell: &Shell, feed: &FeedLink) -> AnyView {
    let forms = [
        (feed::ATOM, "application/atom+xml"),
        (feed::JSON, "application/feed+json"),
    ];
    let links = forms.map(|(ending, kind)| {
        let address = format!("{}{ending}{}", feed.list, feed.query);
        let href = shell.absolute(shell.lang, &address);
        view! { <link rel="alternate" type=kind title=feed.title.clone() href=href/> }
    });
    links.into_iter().collect_view().into_any()
}

/// What stands where somebody shares the page (Open Graph).
fn shared(shell: &Shell, head: &Head) -> AnyView {
    let lang = shell.lang;
    let locale = match lang {
        Lang::Fi => "fi_FI",
        Lang::Sv => "sv_FI",
        Lang::En => "en_GB",
    };
    let address = shell.absolute(lang, &format!("{}{}", shell.path, head.query));
    let city = shell.frame.city.name.in_lang(lang).to_owned();
    let told = [
        ("og:type", Some("website".to_owned())),
        ("og:title", Some(head.title.clone())),
        ("og:description", head.description.clone()),
        ("og:url", Some(address)),
        ("og:site_name", Some(city)),
        ("og:locale", Some(locale.to_owned())),
    ];
    let told = told.into_iter().filter_map(|(name, content)| {
        let content = content?;
        Some(html::meta().attr("property", name).content(content))
    });
    told.collect_view().into_any()
}
