//! Feeds of decisions and of projects, as Atom (RFC 4287) and as JSON Feed 1.1.
//!
//! - An entry's identity is the permanent Finnish address of what it is about, the same in every
//!   language; its link leads to the page in the feed's language.
//! - It says the facts that do not change by time alone, in the feed's language, and the beginning
//!   of the public text in that text's own.
//! - `updated` moves with what the public may read and nothing else.
//! - A decision that was withdrawn is `at:deleted-entry` (RFC 6721), in JSON an item with
//!   `_removed`. A feed holds those whose decision maker and year it does not leave out: what else
//!   it is narrowed to the stub in their place does not tell, and neither may a feed.
//! - A feed without entries was updated at the beginning of 1970, so that the same rows give the
//!   same bytes.

mod atom;
mod json;

use domain::Lang;
use domain::city::City;
use domain::section::Section;
use domain::view::feed::{self, DecisionEntry, DecisionFeed, ProjectEntry, ProjectFeed};
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;
use wording::public::feed as words;
use wording::public::{Site, narrowed};

/// The longest beginning of a resolution, in characters.
const BEGINNING: usize = 300;
/// Under which licence everybody may use what a feed says.
const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
/// The language in which the city writes what has no language of its own in the register.
const REGISTER: Lang = Lang::Fi;

/// The form of a feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeedForm {
    /// Atom.
    Atom,
    /// JSON Feed.
    Json,
}

/// Why a feed was not made.
#[derive(Debug, thiserror::Error)]
pub enum NotMade {
    /// The elements could not be written.
    #[error("the elements cannot be written: {0}")]
    Xml(#[from] std::io::Error),
    /// The objects could not be written.
    #[error("the objects cannot be written: {0}")]
    Json(#[from] serde_json::Error),
    /// An instant has no form that feeds know.
    #[error("an instant cannot be written: {0}")]
    Instant(#[from] time::error::Format),
}

/// Whose feed it is and where it stands.
#[derive(Clone, Copy, Debug)]
pub struct FeedPlace<'a> {
    /// Whose it is.
    pub city: &'a City,
    /// The language of its words.
    pub lang: Lang,
    /// The only source of absolute addresses, without a slash at its end.
    pub public_url: &'a str,
    /// The address of the list it follows: `/paatokset`.
    pub list: &'a str,
    /// What the list is narrowed to, as its address says it: with its question mark, or empty.
    pub query: &'a str,
}

impl FeedPlace<'_> {
    /// The list in a form, in a language.
    fn address(&self, lang: Lang, ending: &str) -> String {
        let (list, query) = (self.list, self.query);
        format!("{}{}{list}{ending}{query}", self.public_url, lang.prefix())
    }

    /// Something within the site, in a language.
    fn within(&self, lang: Lang, address: &str) -> String {
        format!("{}{}{address}", self.public_url, lang.prefix())
    }
}

/// A feed as both forms write it.
struct Feed<'a> {
    place: FeedPlace<'a>,
    title: String,
    description: &'static str,
    entries: Vec<Entry<'a>>,
    removed: Vec<Removed<'a>>,
}

struct Entry<'a> {
    id: String,
    address: String,
    title: &'a str,
    /// The language of the title and of the beginning.
    lang: Lang,
    author: Option<&'a str>,
    published: Option<OffsetDateTime>,
    updated: OffsetDateTime,
    summary: String,
    beginning: String,
}

/// What was withdrawn.
struct Removed<'a> {
    id: String,
    address: String,
    section: &'a Section,
    decision_maker: &'a str,
    title: Option<&'a (String, Lang)>,
    reason: &'a str,
    since: OffsetDateTime,
}

impl Feed<'_> {
    /// When it last changed.
    fn updated(&self) -> OffsetDateTime {
        let entries = self.entries.iter().map(|entry| entry.updated);
        let removed = self.removed.iter().map(|removed| removed.since);
        let last = entries.chain(removed).max();
        last.unwrap_or(OffsetDateTime::UNIX_EPOCH)
    }

    fn bytes(&self, form: FeedForm) -> Result<Vec<u8>, NotMade> {
        match form {
            FeedForm::Atom => atom::bytes(self),
            FeedForm::Json => json::bytes(self),
        }
    }
}

/// The bytes of a feed of decisions.
///
/// # Errors
/// [`NotMade`] never in practice: it is written to memory.
pub fn decisions(
    of: &DecisionFeed,
    place: FeedPlace<'_>,
    form: FeedForm,
) -> Result<Vec<u8>, NotMade> {
    let lang = place.lang;
    let parts = narrowed(&of.filter, &of.names, lang);
    let entries = of.entries.iter().map(|entry| decision(entry, place));
    let removed = of.withdrawn.iter().map(|gone| {
        let address = format!("/paatokset/{}", gone.section);
        Removed {
            id: place.within(Lang::Fi, &address),
            address: place.within(lang, &address),
            section: &gone.section,
            decision_maker: &gone.decision_maker,
            title: gone.title.as_ref(),
            reason: &gone.reason,
            since: gone.since,
        }
    });
    let feed = Feed {
        place,
        title: title(Site::Decisions, &parts, place),
        description: words::FeedText::OfDecisions.text(lang),
        entries: entries.collect(),
        removed: removed.collect(),
    };
    feed.bytes(form)
}

/// The bytes of a feed of projects.
///
/// # Errors
/// [`NotMade`] never in practice: it is written to memory.
pub fn projects(
    of: &ProjectFeed,
    place: FeedPlace<'_>,
    form: FeedForm,
) -> Result<Vec<u8>, NotMade> {
    let words = Some(of.words.clone()).filter(|words| !words.is_empty());
    let parts: Vec<String> = words.into_iter().collect();
    let entries = of.entries.iter().map(|entry| project(entry, place));
    let feed = Feed {
        place,
        title: title(Site::Projects, &parts, place),
        description: words::FeedText::OfProjects.text(place.lang),
        entries: entries.collect(),
        removed: Vec::new(),
    };
    feed.bytes(form)
}

fn title(what: Site, parts: &[String], place: FeedPlace<'_>) -> String {
    let city = place.city.name.in_lang(place.lang);
    words::title(what.text(place.lang), parts, city)
}

fn decision<'a>(entry: &'a DecisionEntry, place: FeedPlace<'_>) -> Entry<'a> {
    let row = &entry.row;
    let address = format!("/paatokset/{}", row.section);
    Entry {
        id: place.within(Lang::Fi, &address),
        address: place.within(place.lang, &address),
        title: &row.title,
        lang: row.lang,
        author: Some(&row.decision_maker),
        published: entry.published,
        updated: entry.updated,
        summary: words::decision_facts(row, place.lang),
        beginning: words::beginning(&entry.resolution, row.lang, BEGINNING),
    }
}

fn project<'a>(entry: &'a ProjectEntry, place: FeedPlace<'_>) -> Entry<'a> {
    let row = &entry.row;
    let address = format!("/hankkeet/{}", row.slug);
    Entry {
        id: place.within(Lang::Fi, &address),
        address: place.within(place.lang, &address),
        title: &row.name,
        lang: REGISTER,
        author: None,
        published: entry.published,
        updated: entry.updated,
        summary: words::project_facts(row, place.lang),
        beginning: entry.summary.clone(),
    }
}

/// An instant as RFC 3339 has it.
fn instant(at: OffsetDateTime) -> Result<String, time::error::Format> {
    at.format(&Rfc3339)
}

/// The address of a feed's other forms.
const fn ending(form: FeedForm) -> &'static str {
    match form {
        FeedForm::Atom => feed::ATOM,
        FeedForm::Json => feed::JSON,
    }
}
