//! Last days of appeal periods as a calendar file (RFC 5545).
//!
//! Each period is one event of a whole day, its last one, which says how it was counted.
//!
//! - `UID` is the same for ever and in every language: the decision's permanent place for municipal
//!   members (`kaupunginjohtaja.2023.5@host`), the service's identity for a party.
//! - `SEQUENCE` is the version of the row that holds the period, which each saved change raises,
//!   together with the versions of the filings where a repeal of the decision is followed.
//! - `DTSTAMP` is the instant of the last of those changes, so that the same rows give the same
//!   bytes.
//! - `STATUS` is `CANCELLED` where the decision was finally repealed on appeal. Only officials see
//!   that: nothing public tells that a claim was made. Everybody sees it of a decision that was
//!   withdrawn from the public network, so that calendars that hold the event learn of it. A
//!   party's period that a correction makes uncomputable has no day any more under which it could
//!   be shown as cancelled, so that its event is left out.

use calendar::{AppealPeriod, Date};
use domain::Lang;
use domain::city::City;
use domain::id::ServiceId;
use domain::section::Section;
use domain::stub::StubKind;
use domain::view::desk::Whose;
use icalendar::{Calendar, Class, Component as _, Event, EventStatus, Property, ValueType};
use time::{OffsetDateTime, UtcOffset};
use wording::{last_day, publicity};

/// Octets of a line without its end (RFC 5545 3.1).
const LINE: usize = 75;

/// A calendar file.
#[derive(Clone, Copy, Debug)]
pub struct CalendarFile<'a> {
    /// Whose calendar it is.
    pub city: &'a City,
    /// The decision maker, where it holds the decisions of one.
    pub decision_maker: Option<&'a str>,
    /// The language of its words.
    pub lang: Lang,
    /// The only source of absolute addresses, without a slash at its end.
    pub public_url: &'a str,
    /// The last days, in the order in which they are written.
    pub days: &'a [CalendarDay],
}

/// The last day of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarDay {
    /// The place of the decision.
    pub section: Section,
    /// Its title; empty where nobody may know it.
    pub title: String,
    /// The office or body that decided.
    pub decision_maker: String,
    /// The party and the party's service; `None` of municipal members.
    pub party: Option<(ServiceId, String)>,
    /// The period.
    pub period: AppealPeriod,
    /// Where more is found: an address within the site.
    pub address: String,
    /// Raised with each change.
    pub version: i64,
    /// When it was last changed.
    pub changed_at: OffsetDateTime,
    /// Whether the decision was finally repealed.
    pub is_repealed: bool,
    /// Whether it was withdrawn from the public network.
    pub is_withdrawn: bool,
}

/// The bytes of a calendar file.
pub fn render(file: &CalendarFile<'_>) -> Vec<u8> {
    let name = file.city.name.in_lang(file.lang);
    let mut calendar = Calendar::empty();
    let product = format!("-//{name}//Hankerekisteri//{}", file.lang.code());
    let title = last_day::calendar_name(name, file.decision_maker, file.lang);
    for (key, value) in [
        ("VERSION", "2.0".to_owned()),
        ("PRODID", product),
        ("CALSCALE", "GREGORIAN".to_owned()),
        ("X-WR-CALNAME", title),
    ] {
        calendar.append_property(Property::new(key, plain(&value)));
    }
    for day in file.days {
        calendar.push(event(day, file));
    }
    short_lines(&calendar.to_string()).into_bytes()
}

fn event(day: &CalendarDay, file: &CalendarFile<'_>) -> Event {
    let (period, lang) = (&day.period, file.lang);
    let whose = day.party.as_ref().map_or(Whose::MunicipalMember, |party| {
        Whose::Party(party.1.clone())
    });
    let closes_at = period.closes.map(|closing| closing.at);
    let summary = last_day::summary(period.remedy, closes_at, &whose, lang);
    let place = last_day::place(&day.decision_maker, &day.section);
    let address = format!("{}{}", file.public_url, day.address);
    let steps = last_day::description(period, &whose, day.is_repealed, lang);
    let mut event = Event::new();
    event
        .uid(&uid(day, file.public_url))
        .sequence(u32::try_from(day.version).unwrap_or(u32::MAX))
        .add_property("DTSTAMP", instant(day.changed_at))
        .append_property(
            Property::new("DTSTART", date(period.last_day))
                .append_parameter(ValueType::Date)
                .done(),
        )
        .summary(&plain(&named(&day.title, &summary, &place)))
        .description(&plain(&described(day, &place, &steps, &address, lang)))
        .url(&address)
        // A last day keeps nobody from other appointments.
        .add_property("TRANSP", "TRANSPARENT");
    event.status(if day.is_repealed || day.is_withdrawn {
        EventStatus::Cancelled
    } else {
        EventStatus::Confirmed
    });
    if day.party.is_some() {
        // When a party was served is for officials.
        event.class(Class::Confidential);
    }
    event.done()
}

fn named(title: &str, summary: &str, place: &str) -> String {
    if title.is_empty() {
        format!("{summary} ({place})")
    } else {
        format!("{summary}. {title} ({place})")
    }
}

/// What an event says in full. Of a withdrawn decision only that, and where more is told.
fn described(day: &CalendarDay, place: &str, steps: &str, address: &str, lang: Lang) -> String {
    let title = &day.title;
    if day.is_withdrawn {
        let withdrawn = publicity::stub_heading(StubKind::Withdrawn, lang);
        return format!("{place}: {withdrawn}\n\n{address}");
    }
    if title.is_empty() {
        return format!("{place}\n\n{steps}\n\n{address}");
    }
    format!("{place}: {title}\n\n{steps}\n\n{address}")
}

fn uid(day: &CalendarDay, public_url: &str) -> String {
    let host = host(public_url);
    match &day.party {
        None => {
            let Section {
                series,
                year,
                number,
            } = &day.section;
            format!("{series}.{year}.{number}@{host}")
        }
        Some((service, _)) => format!("{service}@{host}"),
    }
}

/// The host of an absolute address, without its port.
fn host(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let authority = rest.split('/').next().unwrap_or(rest);
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}

/// A day in the basic form of ISO 8601.
fn date(day: Date) -> String {
    format!(
        "{:04}{:02}{:02}",
        day.year(),
        u8::from(day.month()),
        day.day()
    )
}

/// An instant of universal time in the same form.
fn instant(at: OffsetDateTime) -> String {
    let at = at.to_offset(UtcOffset::UTC);
    let (hour, minute, second) = at.to_hms();
    format!("{}T{hour:02}{minute:02}{second:02}Z", date(at.date()))
}

/// A text without the controls that a calendar file cannot hold; line ends stay.
fn plain(text: &str) -> String {
    text.replace(|c: char| c.is_control() && c != '\n', " ")
}

/// The same content with no line above its limit: the library lets the last part of a folded line
/// have one octet too many.
fn short_lines(content: &str) -> String {
    let mut lines = String::with_capacity(content.len());
    for line in content.split_terminator("\r\n") {
        let (mut rest, mut limit) = (line, LINE);
        while rest.len() > limit {
            let (part, further) = rest.split_at(rest.floor_char_boundary(limit));
            lines.push_str(part);
            lines.push_str("\r\n ");
            // The space belongs to the next line.
            (rest, limit) = (further, LINE - 1);
        }
        lines.push_str(rest);
        lines.push_str("\r\n");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_host_is_named_without_scheme_port_and_path() {
        for (address, expected) in [
            ("https://hankkeet.kajaani.fi", "hankkeet.kajaani.fi"),
            ("http://127.0.0.1:3000", "127.0.0.1"),
            ("https://kajaani.fi/hankkeet", "kajaani.fi"),
            ("http://[::1]:3000", "[::1]"),
        ] {
            assert_eq!(host(address), expected);
        }
    }

    #[test]
    fn a_line_that_is_too_long_goes_on_in_the_next() {
        let line = format!("{}ä{}", "x".repeat(LINE - 1), "y".repeat(10));
        let folded = short_lines(&format!("{line}\r\n"));
        let (first, second) = folded.split_once("\r\n ").unwrap();
        assert_eq!(first.len(), LINE - 1, "no letter is divided");
        assert_eq!(format!("{first}{second}"), format!("{line}\r\n"));
        assert_eq!(short_lines("a\r\nb\r\n"), "a\r\nb\r\n");
    }
}
