//! What search engines are led to (sitemaps.org): an index, and the addresses of each part of it
//! with the same page in the other languages.

use std::io;

use domain::Lang;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::xml::{Xml, begin, document, empty, end, text};

const SITEMAPS: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// A page that search engines may keep.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indexed {
    /// Its address within the site, without a language.
    pub address: String,
    /// When it last changed, where that is known.
    pub changed_at: Option<OffsetDateTime>,
}

/// The index of parts, by their addresses within the site.
///
/// # Errors
/// [`io::Error`] never in practice: it is written to memory.
pub fn index(parts: &[String], public_url: &str) -> io::Result<Vec<u8>> {
    let mut xml = document()?;
    begin(&mut xml, "sitemapindex", &[("xmlns", SITEMAPS)])?;
    for part in parts {
        begin(&mut xml, "sitemap", &[])?;
        text(&mut xml, "loc", &[], &format!("{public_url}{part}"))?;
        end(&mut xml, "sitemap")?;
    }
    end(&mut xml, "sitemapindex")?;
    Ok(xml.into_inner())
}

/// A part: each page in every language.
///
/// # Errors
/// [`io::Error`] never in practice: it is written to memory.
pub fn part(pages: &[Indexed], public_url: &str) -> io::Result<Vec<u8>> {
    let mut xml = document()?;
    let root = [("xmlns", SITEMAPS), ("xmlns:xhtml", XHTML)];
    begin(&mut xml, "urlset", &root)?;
    for page in pages {
        for lang in Lang::ALL {
            one(&mut xml, page, lang, public_url)?;
        }
    }
    end(&mut xml, "urlset")?;
    Ok(xml.into_inner())
}

fn one(xml: &mut Xml, page: &Indexed, lang: Lang, public_url: &str) -> io::Result<()> {
    let absolute = |lang: Lang| format!("{public_url}{}{}", lang.prefix(), page.address);
    begin(xml, "url", &[])?;
    text(xml, "loc", &[], &absolute(lang))?;
    let changed_at = page.changed_at.and_then(|at| at.format(&Rfc3339).ok());
    if let Some(changed_at) = changed_at {
        text(xml, "lastmod", &[], &changed_at)?;
    }
    for other in Lang::ALL {
        alternate(xml, other.code(), &absolute(other))?;
    }
    alternate(xml, "x-default", &absolute(Lang::Fi))?;
    end(xml, "url")
}

fn alternate(xml: &mut Xml, lang: &str, address: &str) -> io::Result<()> {
    let attributes = [("rel", "alternate"), ("hreflang", lang), ("href", address)];
    empty(xml, "xhtml:link", &attributes)
}
