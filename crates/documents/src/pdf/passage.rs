//! Running text as measured glyphs and the places where its lines may end.

use super::font::{Face, Faces, SUBSTITUTE, Weight, representative};
use super::model::Inline;
use super::tying::tie;
use domain::Lang;
use std::rc::Rc;
use unicode_normalization::UnicodeNormalization as _;

/// A width in thousandths of the font size.
pub(super) type Units = u32;

/// What a stretch of text is within its paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words of the paragraph itself.
    Direct,
    /// Words in another language.
    Foreign(Lang),
    /// Words that lead to an address.
    Link(Rc<Target>),
}

/// Where a link leads and what it says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) href: String,
    pub(super) text: String,
}

/// Glyphs of one look and one meaning.
#[derive(Clone, Debug)]
pub(super) struct Span {
    pub(super) weight: Weight,
    /// The place of its [`Kind`] in [`Passage::kinds`].
    pub(super) kind: usize,
    /// The character that a substitute stands for.
    pub(super) stands_for: Option<char>,
}

/// A glyph, or a place between glyphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// A character and its width.
    Glyph(char, u16),
    /// A space, at which a line may end.
    Gap(u16),
    /// A space within an expression, at which no line ends.
    Tie(u16),
    /// A place without width at which a line may end.
    Chance,
    /// The same, with a hyphen of this width if it does.
    Hyphen(u16),
    /// The end of a line, asked for by the writer.
    Feed,
}

/// A paragraph, ready to be broken into lines of any width.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// Each with the place of its span in [`Passage::spans`].
    pub(super) items: Vec<(Item, usize)>,
    pub(super) spans: Vec<Span>,
    pub(super) kinds: Vec<Kind>,
}

impl Passage {
    /// Measures inlines; `base` is the weight of text that is not strong.
    pub(super) fn new(faces: &Faces, inlines: &[Inline], base: Weight, document: Lang) -> Self {
        let mut passage = Self {
            kinds: vec![Kind::Direct],
            ..Self::default()
        };
        for inline in inlines {
            let (text, weight, kind) = match inline {
                Inline::Text { text, strong, lang } => {
                    let weight = if *strong { Weight::Semibold } else { base };
                    let foreign = lang.filter(|lang| *lang != document);
                    (text, weight, foreign.map_or(Kind::Direct, Kind::Foreign))
                }
                Inline::Link { text, href } => (text, base, link(text, href)),
            };
            let kind = passage.kind(kind);
            passage.push(faces.get(weight), text, weight, kind);
        }
        passage.end_without_space();
        tie(&mut passage.items);
        passage
    }

    /// Whether nothing would be seen.
    pub(super) fn is_blank(&self) -> bool {
        !self
            .items
            .iter()
            .any(|(item, _)| matches!(item, Item::Glyph(..)))
    }

    fn kind(&mut self, kind: Kind) -> usize {
        if kind == Kind::Direct {
            return 0;
        }
        self.kinds.push(kind);
        self.kinds.len() - 1
    }

    fn push(&mut self, face: &Face, text: &str, weight: Weight, kind: usize) {
        let plain = self.spans.len();
        self.spans.push(Span {
            weight,
            kind,
            stands_for: None,
        });
        let mut composed = text.nfc().peekable();
        while let Some(character) = composed.next() {
            let next = composed.peek().copied();
            match character {
                '\n' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => self.feed(plain),
                '\u{200b}' => self.items.push((Item::Chance, plain)),
                '\u{ad}' => {
                    let width = face.width('-').unwrap_or_default();
                    self.items.push((Item::Hyphen(width), plain));
                }
                '\u{a0}' | '\u{2007}' => self.glyph(face, '\u{a0}', plain),
                space if space == '\t' || space.is_whitespace() && space != '\u{202f}' => {
                    self.gap(face, plain);
                }
                unseen if is_unseen(unseen) => {}
                seen => {
                    self.glyph(face, seen, plain);
                    let before = self.letter_before_last();
                    if breaks_after(before, seen, next) {
                        self.items.push((Item::Chance, plain));
                    }
                }
            }
        }
    }

    fn glyph(&mut self, face: &Face, character: char, plain: usize) {
        let drawn = representative(character);
        if let Some(width) = face.width(drawn) {
            self.items.push((Item::Glyph(drawn, width), plain));
            return;
        }
        let Some(span) = self.spans.get(plain) else {
            return;
        };
        let span = Span {
            stands_for: Some(character).filter(|c| has_meaning(*c)),
            ..span.clone()
        };
        let width = face.width(SUBSTITUTE).unwrap_or_default();
        self.items
            .push((Item::Glyph(SUBSTITUTE, width), self.spans.len()));
        self.spans.push(span);
    }

    /// Adds a space unless one would stand at the start of a line or beside another.
    fn gap(&mut self, face: &Face, span: usize) {
        if matches!(
            self.items.last(),
            Some((Item::Glyph(..) | Item::Chance | Item::Hyphen(_), _))
        ) {
            let width = face.width(' ').unwrap_or_default();
            self.items.push((Item::Gap(width), span));
        }
    }

    fn feed(&mut self, span: usize) {
        self.end_without_space();
        self.items.push((Item::Feed, span));
    }

    /// A space that nobody sees would push a line at the right margin to the left.
    fn end_without_space(&mut self) {
        if matches!(self.items.last(), Some((Item::Gap(_), _))) {
            self.items.pop();
        }
    }

    fn letter_before_last(&self) -> Option<char> {
        match self.items.iter().rev().nth(1) {
            Some((Item::Glyph(character, _), _)) => Some(*character),
            _ => None,
        }
    }
}

/// Only addresses that open a page, a message or a call are links: a document must not carry
/// an address that runs something.
fn link(text: &str, href: &str) -> Kind {
    let scheme = href
        .split_once(':')
        .map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("https" | "http" | "mailto" | "tel") => Kind::Link(Rc::new(Target {
            href: href.to_owned(),
            text: text.to_owned(),
        })),
        _ => Kind::Direct,
    }
}

/// Whether a line may end after a dash or a slash within a word: between letters only, so that
/// case numbers, ranges of years and addresses stay whole.
fn breaks_after(before: Option<char>, character: char, next: Option<char>) -> bool {
    matches!(character, '-' | '\u{2010}' | '–' | '—' | '/')
        && before.is_some_and(char::is_alphabetic)
        && next.is_some_and(char::is_alphabetic)
}

/// Whether a reader can be told what a character is: private characters and the two that end
/// each plane mean nothing, and PDF/UA forbids them.
fn has_meaning(character: char) -> bool {
    let code = u32::from(character);
    !matches!(code, 0xe000..=0xf8ff | 0xfdd0..=0xfdef | 0xf_0000..) && code & 0xfffe != 0xfffe
}

/// Control and format characters, which have no shape of their own.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200c}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_harmless_addresses_become_links() {
        for href in [
            "https://x.fi",
            "mailto:a@b.fi",
            "tel:+35886155",
            "HTTP://x.fi",
        ] {
            assert!(matches!(link("x", href), Kind::Link(_)), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "file:///etc",
            "x",
            "",
            "data:text/html,x",
        ] {
            assert_eq!(link("x", href), Kind::Direct, "{href}");
        }
    }
}
