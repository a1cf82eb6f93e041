//! An office's hours in a sentence.

use calendar::HoursRow;

use crate::{Lang, format};

/// `avoinna klo 8.00–16.00; perjantaisin klo 8.00–15.00; …`, without what is no exception.
pub(super) fn sentence(row: &HoursRow, lang: Lang) -> String {
    let span = |to| match lang {
        Lang::Fi => format!("klo\u{a0}{}", format::hours(row.opens, to, lang)),
        Lang::Sv => format!("kl.\u{a0}{}", format::hours(row.opens, to, lang)),
        Lang::En => format::hours(row.opens, to, lang),
    };
    let mut spans = vec![match lang {
        Lang::Fi => format!("avoinna {}", span(row.closes)),
        Lang::Sv => format!("öppet {}", span(row.closes)),
        Lang::En => format!("open {}", span(row.closes)),
    }];
    let exceptions = [
        (row.friday_closes, Exception::Friday),
        (row.eve_closes, Exception::Eve),
    ];
    spans.extend(
        exceptions
            .into_iter()
            .filter(|(closes, _)| *closes != row.closes)
            .map(|(closes, when)| format!("{} {}", when.text(lang), span(closes))),
    );
    spans.join("; ")
}

texts! {
    /// Days with hours of their own.
    enum Exception {
        Friday: "perjantaisin", "på fredagar", "on Fridays";
        Eve:
            "kirkollisen juhlapäivän, vapunpäivän ja itsenäisyyspäivän aattona",
            "dagen före en kyrklig helgdag, första maj och självständighetsdagen",
            "on the day before a church holiday, May Day or Independence Day";
    }
}
