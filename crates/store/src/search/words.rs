//! What is looked for, as each database takes it. Words of a query are letters, digits and the
//! analyser's own signs; they are quoted all the same.

use domain::search::{Found, Query, Term};

/// A query of FTS5.
pub(crate) fn fts5(query: &Query) -> String {
    joined(query, " AND ", " OR ", |way| match way {
        Found::Word(word) => quoted(word, '"'),
        Found::Beginning(beginning) => format!("{} *", quoted(beginning, '"')),
        Found::Phrase(words) => quoted(&words.join(" "), '"'),
    })
}

/// A `tsquery` of PostgreSQL.
pub(crate) fn tsquery(query: &Query) -> String {
    joined(query, " & ", " | ", |way| match way {
        Found::Word(word) => quoted(word, '\''),
        Found::Beginning(beginning) => format!("{}:*", quoted(beginning, '\'')),
        Found::Phrase(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word, '\'')).collect();
            format!("({})", words.join(" <-> "))
        }
    })
}

fn joined(query: &Query, and: &str, or: &str, way: impl Fn(&Found) -> String) -> String {
    let of_term = |term: &Term| {
        let ways: Vec<String> = term.ways.iter().map(&way).collect();
        format!("({})", ways.join(or))
    };
    let terms: Vec<String> = query.terms.iter().map(of_term).collect();
    terms.join(and)
}

fn quoted(word: &str, mark: char) -> String {
    let inside: String = word
        .chars()
        .filter(|sign| *sign != mark && *sign != '\\')
        .collect();
    format!("{mark}{inside}{mark}")
}
