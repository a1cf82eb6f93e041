//! What is looked for, as each database takes it. Words of a query are letters, digits and the
//! analyser's own signs; they are quoted all the same.

/// What is looked for: one of the ways of each term.
pub(crate) struct Asked(pub(super) Vec<Vec<Way>>);

/// How something is found in the words of a text.
pub(super) enum Way {
    /// As it stands.
    Word(String),
    /// By words that follow each other.
    Phrase(Vec<String>),
}

/// A query of FTS5.
pub(crate) fn fts5(asked: &Asked) -> String {
    joined(asked, " AND ", " OR ", |way| match way {
        Way::Word(word) => quoted(word, '"'),
        Way::Phrase(words) => quoted(&words.join(" "), '"'),
    })
}

/// A `tsquery` of PostgreSQL.
pub(crate) fn tsquery(asked: &Asked) -> String {
    joined(asked, " & ", " | ", |way| match way {
        Way::Word(word) => quoted(word, '\''),
        Way::Phrase(words) => {
            let words: Vec<String> = words.iter().map(|word| quoted(word, '\'')).collect();
            format!("({})", words.join(" <-> "))
        }
    })
}

fn joined(asked: &Asked, and: &str, or: &str, way: impl Fn(&Way) -> String) -> String {
    let of_term = |ways: &Vec<Way>| {
        let ways: Vec<String> = ways.iter().map(&way).collect();
        format!("({})", ways.join(or))
    };
    let terms: Vec<String> = asked.0.iter().map(of_term).collect();
    terms.join(and)
}

fn quoted(word: &str, mark: char) -> String {
    let inside: String = word
        .chars()
        .filter(|sign| *sign != mark && *sign != '\\')
        .collect();
    format!("{mark}{inside}{mark}")
}
