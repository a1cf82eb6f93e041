//! Reads the inlines of one line of markup.

use super::inline::{Href, Inline, Marks};
use crate::Lang;

/// Why a run of inlines cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InlineError {
    /// A brace or a link's address is opened and not closed.
    #[error("an opened brace or address is not closed")]
    Unclosed,
    /// A mark that does not exist.
    #[error("a mark is `personal`, `secret` with its ground, `fi`, `sv` or `en`")]
    UnknownMark,
    /// A secret mark without the provision that makes the words secret.
    #[error("a secret mark names the provision that makes the words secret")]
    SecretWithoutGround,
    /// A mark or a link within marked words: which words are withheld would be a guess.
    #[error("marked words hold neither marks nor links")]
    Nested,
    /// A link with an address it may not lead to.
    #[error("a link leads to an http, https or mailto address or to a path of this register")]
    Address,
}

/// Reads inlines: plain words, `{marks|words}`, `[words](address)`, `[words](address){marks}` and
/// `{…}` for an omission, `{…secret ground}` for one of what is secret. A backslash takes the next character as it is.
pub(super) fn inlines(line: &str) -> Result<Vec<Inline>, InlineError> {
    let mut rest = line;
    let mut inlines = Vec::new();
    while !rest.is_empty() {
        let (inline, after) = if let Some(marked) = rest.strip_prefix('{') {
            marked_words(marked)?
        } else if let Some((words, address)) = rest.strip_prefix('[').and_then(link_words) {
            link(words, address)?
        } else {
            plain_words(rest)
        };
        inlines.push(inline);
        rest = after;
    }
    Ok(inlines)
}

/// Words up to the next brace or bracket. A bracket they begin with opened no link.
fn plain_words(rest: &str) -> (Inline, &str) {
    let bracket = usize::from(rest.starts_with('['));
    let end = find(&rest[bracket..], &['{', '[']).map_or(rest.len(), |(at, _)| bracket + at);
    let words = Inline::Text {
        text: unescaped(&rest[..end]),
        marks: Marks::default(),
    };
    (words, &rest[end..])
}

fn marked_words(rest: &str) -> Result<(Inline, &str), InlineError> {
    if let Some(after) = rest.strip_prefix("…}") {
        return Ok((Inline::Omitted, after));
    }
    if let Some(after) = rest.strip_prefix("…secret ") {
        return omitted_as_secret(after);
    }
    let bar = match find(rest, &['|', '{', '[', '}']) {
        Some((bar, '|')) => bar,
        Some((_, '}')) => return Err(InlineError::UnknownMark),
        Some(_) => return Err(InlineError::Nested),
        None => return Err(InlineError::Unclosed),
    };
    let (marks, words) = (read_marks(&rest[..bar])?, &rest[bar + 1..]);
    match find(words, &['}', '{', '[']) {
        Some((end, '}')) => {
            let text = unescaped(&words[..end]);
            Ok((Inline::Text { text, marks }, &words[end + 1..]))
        }
        Some(_) => Err(InlineError::Nested),
        None => Err(InlineError::Unclosed),
    }
}

fn omitted_as_secret(rest: &str) -> Result<(Inline, &str), InlineError> {
    match find(rest, &['}', '|', '{', '[']) {
        Some((end, '}')) => {
            let ground = unescaped(&rest[..end]);
            Ok((Inline::OmittedAsSecret(ground), &rest[end + 1..]))
        }
        Some(_) => Err(InlineError::Nested),
        None => Err(InlineError::Unclosed),
    }
}

/// The words of a link and what follows its `](`, if the bracket before `rest` opens a link.
fn link_words(rest: &str) -> Option<(&str, &str)> {
    let (end, _) = find(rest, &[']', '[', '{']).filter(|(_, found)| *found == ']')?;
    let address = rest[end + 1..].strip_prefix('(')?;
    Some((&rest[..end], address))
}

fn link<'a>(words: &str, rest: &'a str) -> Result<(Inline, &'a str), InlineError> {
    let (end, _) = find(rest, &[')']).ok_or(InlineError::Unclosed)?;
    let href = Href::try_from(unescaped(&rest[..end])).map_err(|_| InlineError::Address)?;
    let rest = &rest[end + 1..];
    let (marks, after) = match trailing_marks(rest) {
        Some(end) => (read_marks(&rest[1..end])?, &rest[end + 1..]),
        None => (Marks::default(), rest),
    };
    let text = unescaped(words);
    Ok((Inline::Link { text, href, marks }, after))
}

/// Where the marks of a link end. A brace straight after a link holds its marks, unless it opens
/// marked words of its own or stands for an omission.
fn trailing_marks(rest: &str) -> Option<usize> {
    let marks = rest.strip_prefix('{').filter(|_| !rest.starts_with("{…"))?;
    match find(marks, &['}', '|', '{', '[']) {
        Some((end, '}')) => Some(end + 1),
        _ => None,
    }
}

fn read_marks(typed: &str) -> Result<Marks, InlineError> {
    let mut marks = Marks::default();
    let mut rest = Some(typed);
    while let Some(typed) = rest {
        let end = find(typed, &[',']).map(|(at, _)| at);
        rest = end.map(|end| &typed[end + 1..]);
        let mark = unescaped(&typed[..end.unwrap_or(typed.len())]);
        let mark = mark.trim();
        match (mark, mark.strip_prefix("secret")) {
            ("personal", _) => marks.personal = true,
            (_, Some("")) => return Err(InlineError::SecretWithoutGround),
            (_, Some(ground)) if ground.starts_with(char::is_whitespace) => {
                let ground = ground.trim();
                marks.secret = Some(match marks.secret {
                    Some(first) => format!("{first}, {ground}"),
                    None => ground.to_owned(),
                });
            }
            (code, _) => marks.lang = Some(Lang::from_code(code).ok_or(InlineError::UnknownMark)?),
        }
    }
    Ok(marks)
}

/// The first unescaped one of `sought`, and where it stands.
fn find(text: &str, sought: &[char]) -> Option<(usize, char)> {
    let mut escaped = false;
    text.char_indices().find(|(_, character)| {
        let found = !escaped && sought.contains(character);
        escaped = !escaped && *character == '\\';
        found
    })
}

fn unescaped(typed: &str) -> String {
    let mut words = String::with_capacity(typed.len());
    let mut characters = typed.chars();
    while let Some(character) = characters.next() {
        words.push(match character {
            '\\' => characters.next().unwrap_or('\\'),
            other => other,
        });
    }
    words
}
