//! Reads the inlines of one line of markup.

use super::inline::{Href, Inline, Marks};
use crate::Lang;

/// Why a run of inlines cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InlineError {
    /// A brace or bracket is opened and not closed.
    #[error("an opened brace or bracket is not closed")]
    Unclosed,
    /// A mark that does not exist.
    #[error("a mark is `personal`, `secret` with its ground, `fi`, `sv` or `en`")]
    UnknownMark,
    /// A secret mark without the provision that makes the words secret.
    #[error("a secret mark names the provision that makes the words secret")]
    SecretWithoutGround,
    /// A link with an address it may not lead to.
    #[error("a link leads to an http, https or mailto address or to a path of this register")]
    Address,
}

/// Reads inlines: plain words, `{marks|words}`, `[words](address)`, `[words](address){marks}` and
/// `{…}` for an omission. A backslash takes the next character as it is.
pub(super) fn inlines(line: &str) -> Result<Vec<Inline>, InlineError> {
    let mut rest = line;
    let mut inlines = Vec::new();
    while !rest.is_empty() {
        let (inline, after) = if let Some(marked) = rest.strip_prefix('{') {
            marked_words(marked)?
        } else if let Some(link) = rest.strip_prefix('[') {
            link_words(link)?
        } else {
            let (text, after) = until(rest, &['{', '['])?;
            (
                Inline::Text {
                    text,
                    marks: Marks::default(),
                },
                after,
            )
        };
        push(&mut inlines, inline);
        rest = after;
    }
    Ok(inlines)
}

fn push(inlines: &mut Vec<Inline>, inline: Inline) {
    match (inlines.last_mut(), inline) {
        (_, Inline::Text { text, .. }) if text.is_empty() => {}
        (
            Some(Inline::Text {
                text: before,
                marks: held,
            }),
            Inline::Text { text, marks },
        ) if *held == marks => {
            before.push_str(&text);
        }
        (_, inline) => inlines.push(inline),
    }
}

fn marked_words(rest: &str) -> Result<(Inline, &str), InlineError> {
    if let Some(after) = rest.strip_prefix("…}") {
        return Ok((Inline::Omitted, after));
    }
    let (marks, rest) = closed(rest, '|')?;
    let marks = read_marks(&marks)?;
    let (text, after) = closed(rest, '}')?;
    Ok((Inline::Text { text, marks }, after))
}

fn link_words(rest: &str) -> Result<(Inline, &str), InlineError> {
    let (text, rest) = closed(rest, ']')?;
    let (address, rest) = closed(rest.strip_prefix('(').ok_or(InlineError::Unclosed)?, ')')?;
    let href = Href::try_from(address).map_err(|_| InlineError::Address)?;
    // A brace straight after a link holds its marks, unless it opens marked words of its own.
    let trailing = rest
        .strip_prefix('{')
        .and_then(|marks| closed(marks, '}').ok());
    let (marks, after) = match trailing {
        Some((marks, after)) if !marks.contains('|') && marks != "…" => {
            (read_marks(&marks)?, after)
        }
        _ => (Marks::default(), rest),
    };
    Ok((Inline::Link { text, href, marks }, after))
}

fn read_marks(typed: &str) -> Result<Marks, InlineError> {
    let mut marks = Marks::default();
    for mark in typed.split(',').map(str::trim) {
        match (mark, mark.strip_prefix("secret")) {
            ("personal", _) => marks.personal = true,
            (_, Some(ground)) if ground.trim().is_empty() => {
                return Err(InlineError::SecretWithoutGround);
            }
            (_, Some(ground)) if ground.starts_with(' ') => {
                marks.secret = Some(ground.trim().to_owned())
            }
            (code, _) => marks.lang = Some(Lang::from_code(code).ok_or(InlineError::UnknownMark)?),
        }
    }
    Ok(marks)
}

/// The words up to an unescaped `end`, which must come.
fn closed(text: &str, end: char) -> Result<(String, &str), InlineError> {
    let (words, rest) = until(text, &[end])?;
    Ok((words, rest.strip_prefix(end).ok_or(InlineError::Unclosed)?))
}

/// The words up to an unescaped one of `ends` or the end of the text.
fn until<'a>(text: &'a str, ends: &[char]) -> Result<(String, &'a str), InlineError> {
    let mut words = String::new();
    let mut characters = text.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => words.push(characters.next().map_or('\\', |(_, escaped)| escaped)),
            end if ends.contains(&end) => return Ok((words, &text[at..])),
            other => words.push(other),
        }
    }
    Ok((words, ""))
}
