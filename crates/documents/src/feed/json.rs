//! A feed as JSON Feed 1.1.

use domain::stub::StubKind;
use serde::Serialize;
use wording::public::feed as words;
use wording::publicity;

use super::{Entry, Feed, FeedForm, NotMade, Removed, ending, instant};

const VERSION: &str = "https://jsonfeed.org/version/1.1";

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    home_page_url: String,
    feed_url: String,
    description: &'a str,
    language: &'static str,
    authors: [Author<'a>; 1],
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: &'a str,
}

#[derive(Serialize)]
struct Item<'a> {
    id: &'a str,
    url: &'a str,
    title: &'a str,
    language: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    content_text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    date_modified: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    /// Our extension, as a name that begins so says: what the entry was about is withdrawn.
    #[serde(rename = "_removed", skip_serializing_if = "Option::is_none")]
    removed: Option<RemovedItem<'a>>,
}

/// The words are those of the JSON of a decision.
#[derive(Serialize)]
struct RemovedItem<'a> {
    kind: &'static str,
    reason: &'a str,
    since: String,
    section: String,
    decision_maker: &'a str,
    title: Option<&'a str>,
}

pub(super) fn bytes(feed: &Feed<'_>) -> Result<Vec<u8>, NotMade> {
    let place = feed.place;
    let mut items = Vec::new();
    for entry in &feed.entries {
        items.push(item(entry)?);
    }
    for gone in &feed.removed {
        items.push(removed(gone, feed)?);
    }
    Ok(serde_json::to_vec(&JsonFeed {
        version: VERSION,
        title: &feed.title,
        home_page_url: place.address(place.lang, ""),
        feed_url: place.address(place.lang, ending(FeedForm::Json)),
        description: feed.description,
        language: place.lang.code(),
        authors: [Author {
            name: place.city.name.in_lang(place.lang),
        }],
        items,
    })?)
}

fn item<'a>(entry: &'a Entry<'_>) -> Result<Item<'a>, NotMade> {
    let summary = Some(&*entry.summary).filter(|summary| !summary.is_empty());
    // An item has to have a content.
    let content = if entry.beginning.is_empty() {
        entry.summary.clone()
    } else {
        entry.beginning.clone()
    };
    Ok(Item {
        id: &entry.id,
        url: &entry.address,
        title: entry.title,
        language: entry.lang.code(),
        summary,
        content_text: content,
        date_published: entry.published.map(instant).transpose()?,
        date_modified: instant(entry.updated)?,
        authors: entry
            .author
            .into_iter()
            .map(|name| Author { name })
            .collect(),
        removed: None,
    })
}

fn removed<'a>(gone: &'a Removed<'_>, feed: &Feed<'_>) -> Result<Item<'a>, NotMade> {
    let lang = feed.place.lang;
    let kind = StubKind::Withdrawn;
    let since = instant(gone.since)?;
    Ok(Item {
        id: &gone.id,
        url: &gone.address,
        title: publicity::stub_heading(kind, lang),
        language: lang.code(),
        summary: None,
        content_text: words::withdrawn(gone.reason, lang),
        date_published: None,
        date_modified: since.clone(),
        authors: vec![Author {
            name: gone.decision_maker,
        }],
        removed: Some(RemovedItem {
            kind: kind.code(),
            reason: gone.reason,
            since,
            section: gone.section.to_string(),
            decision_maker: gone.decision_maker,
            title: gone.title.map(|(title, _)| title.as_str()),
        }),
    })
}
