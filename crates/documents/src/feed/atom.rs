//! A feed as Atom (RFC 4287), with tombstones (RFC 6721).

use std::io;

use domain::Lang;

use super::{Entry, Feed, FeedForm, LICENCE, NotMade, REGISTER, Removed, ending, instant};
use crate::xml::{Xml, begin, document, empty, end, text};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const TOMBSTONES: &str = "http://purl.org/atompub/tombstones/1.0";
const KIND: &str = "application/atom+xml";

pub(super) fn bytes(feed: &Feed<'_>) -> Result<Vec<u8>, NotMade> {
    let mut xml = document()?;
    let lang = feed.place.lang;
    let root = [
        ("xmlns", ATOM),
        ("xmlns:at", TOMBSTONES),
        ("xml:lang", lang.code()),
    ];
    begin(&mut xml, "feed", &root)?;
    head(&mut xml, feed)?;
    for one in &feed.entries {
        entry(&mut xml, one, lang)?;
    }
    for gone in &feed.removed {
        tombstone(&mut xml, gone, feed)?;
    }
    end(&mut xml, "feed")?;
    Ok(xml.into_inner())
}

fn head(xml: &mut Xml, feed: &Feed<'_>) -> Result<(), NotMade> {
    let place = feed.place;
    let own = place.address(place.lang, ending(FeedForm::Atom));
    text(xml, "id", &[], &own)?;
    text(xml, "title", &[], &feed.title)?;
    text(xml, "subtitle", &[], feed.description)?;
    text(xml, "updated", &[], &instant(feed.updated())?)?;
    begin(xml, "author", &[])?;
    text(xml, "name", &[], place.city.name.in_lang(place.lang))?;
    end(xml, "author")?;
    link(xml, "self", KIND, place.lang, &own)?;
    let page = place.address(place.lang, "");
    link(xml, "alternate", "text/html", place.lang, &page)?;
    for lang in Lang::ALL.into_iter().filter(|lang| *lang != place.lang) {
        let other = place.address(lang, ending(FeedForm::Atom));
        link(xml, "alternate", KIND, lang, &other)?;
    }
    // RFC 4946.
    empty(xml, "link", &[("rel", "license"), ("href", LICENCE)])?;
    text(xml, "rights", &[], "CC BY 4.0")?;
    Ok(())
}

fn entry(xml: &mut Xml, entry: &Entry<'_>, of_feed: Lang) -> Result<(), NotMade> {
    let own = entry.lang.code();
    begin(xml, "entry", &[])?;
    text(xml, "id", &[], &entry.id)?;
    text(xml, "title", &[("xml:lang", own)], entry.title)?;
    text(xml, "updated", &[], &instant(entry.updated)?)?;
    if let Some(published) = entry.published {
        text(xml, "published", &[], &instant(published)?)?;
    }
    if let Some(author) = entry.author {
        begin(xml, "author", &[])?;
        text(xml, "name", &[("xml:lang", REGISTER.code())], author)?;
        end(xml, "author")?;
    }
    link(xml, "alternate", "text/html", of_feed, &entry.address)?;
    if !entry.summary.is_empty() {
        text(xml, "summary", &[], &entry.summary)?;
    }
    if !entry.beginning.is_empty() {
        text(xml, "content", &[("xml:lang", own)], &entry.beginning)?;
    }
    end(xml, "entry")?;
    Ok(())
}

fn tombstone(xml: &mut Xml, gone: &Removed<'_>, feed: &Feed<'_>) -> Result<(), NotMade> {
    let when = instant(gone.since)?;
    let attributes = [("ref", &*gone.id), ("when", &*when)];
    begin(xml, "at:deleted-entry", &attributes)?;
    begin(xml, "at:by", &[])?;
    text(
        xml,
        "name",
        &[],
        feed.place.city.name.in_lang(feed.place.lang),
    )?;
    end(xml, "at:by")?;
    let comment = [("xml:lang", REGISTER.code())];
    text(xml, "at:comment", &comment, gone.reason)?;
    link(
        xml,
        "alternate",
        "text/html",
        feed.place.lang,
        &gone.address,
    )?;
    end(xml, "at:deleted-entry")?;
    Ok(())
}

fn link(xml: &mut Xml, rel: &str, kind: &str, lang: Lang, href: &str) -> io::Result<()> {
    let attributes = [
        ("rel", rel),
        ("type", kind),
        ("hreflang", lang.code()),
        ("href", href),
    ];
    empty(xml, "link", &attributes)
}
