//! Running text as measured glyphs, and its breaking into lines.

use super::font::{Face, Faces, SUBSTITUTE, Weight, representative};
use super::model::Inline;
use domain::Lang;
use std::ops::Range;
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Item {
    Glyph(char, u16),
    /// A space, at which a line may end.
    Gap(u16),
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
    items: Vec<(Item, usize)>,
    pub(super) spans: Vec<Span>,
    pub(super) kinds: Vec<Kind>,
}

/// A line: a range of a passage's items and how it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    range: Range<usize>,
    hyphen: Option<u16>,
    /// The width of what is seen.
    pub(super) width: Units,
}

/// A stretch of a line that belongs to one span.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) span: usize,
    pub(super) text: String,
    /// From the start of the line.
    pub(super) start: Units,
    /// Without the space at the end of the line.
    pub(super) width: Units,
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
        if matches!(self.items.last(), Some((Item::Gap(_), _))) {
            self.items.pop();
        }
        self.items.push((Item::Feed, span));
    }

    fn letter_before_last(&self) -> Option<char> {
        match self.items.iter().rev().nth(1) {
            Some((Item::Glyph(character, _), _)) => Some(*character),
            _ => None,
        }
    }

    /// Breaks the passage into lines that fit the width, cutting words only where one alone is
    /// wider than a line. Takes time in proportion to the length of the text.
    pub(super) fn lines(&self, width: Units) -> Vec<Line> {
        let mut lines = Vec::new();
        let mut filling = Filling::default();
        let mut index = 0;
        while let Some((item, _)) = self.items.get(index) {
            match *item {
                Item::Feed => {
                    lines.push(filling.line(index, None));
                    filling = Filling::from(index + 1);
                }
                Item::Gap(space) => {
                    filling.remember(index, index + 1, None);
                    filling.width = filling.width.saturating_add(space.into());
                }
                Item::Chance => filling.remember(index, index + 1, None),
                Item::Hyphen(hyphen) => {
                    if filling.width.saturating_add(hyphen.into()) <= width {
                        filling.remember(index, index + 1, Some(hyphen));
                    }
                }
                Item::Glyph(_, advance) => {
                    let wider = filling.width.saturating_add(advance.into());
                    if wider > width && index > filling.start {
                        let (line, next) = filling.broken(index);
                        lines.push(line);
                        filling = Filling::from(next);
                        index = next;
                        continue;
                    }
                    filling.width = wider;
                }
            }
            index += 1;
        }
        if filling.start < self.items.len() {
            lines.push(filling.line(self.items.len(), None));
        }
        lines
    }

    /// The width on one line, and the width of the widest word.
    pub(super) fn extent(&self) -> (Units, Units) {
        let (mut widest_line, mut widest_word) = (0, 0);
        let (mut line, mut word): (Units, Units) = (0, 0);
        for (item, _) in &self.items {
            match *item {
                Item::Glyph(_, advance) => {
                    line = line.saturating_add(advance.into());
                    word = word.saturating_add(advance.into());
                }
                Item::Gap(space) => {
                    line = line.saturating_add(space.into());
                    word = 0;
                }
                Item::Chance => word = 0,
                Item::Hyphen(hyphen) => {
                    widest_word = widest_word.max(word.saturating_add(hyphen.into()));
                    word = 0;
                }
                Item::Feed => (line, word) = (0, 0),
            }
            widest_line = widest_line.max(line);
            widest_word = widest_word.max(word);
        }
        (widest_line, widest_word)
    }

    /// The stretches of a line. A line that ended at a space keeps it, so that extracted text
    /// does not run words together.
    pub(super) fn stretches(&self, line: &Line) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut at: Units = 0;
        let ending = line.hyphen.map(|width| Item::Glyph('-', width));
        let ending = ending.or_else(|| match self.items.get(line.range.end) {
            Some((Item::Gap(_) | Item::Feed, _)) => Some(Item::Gap(0)),
            _ => None,
        });
        let seen = self.items.get(line.range.clone()).unwrap_or_default();
        let ending = ending
            .zip(seen.last())
            .map(|(item, (_, span))| (item, *span));
        for (item, span) in seen.iter().copied().chain(ending) {
            let (character, advance) = match item {
                Item::Glyph(character, advance) => (character, advance),
                Item::Gap(advance) => (' ', advance),
                Item::Chance | Item::Hyphen(_) | Item::Feed => continue,
            };
            let advance = Units::from(advance);
            match stretches.last_mut().filter(|stretch| stretch.span == span) {
                Some(stretch) => {
                    stretch.text.push(character);
                    stretch.width = stretch.width.saturating_add(advance);
                }
                None => stretches.push(Stretch {
                    span,
                    text: character.into(),
                    start: at,
                    width: advance,
                }),
            }
            at = at.saturating_add(advance);
        }
        stretches
    }
}

/// A line being filled.
#[derive(Debug, Default)]
struct Filling {
    start: usize,
    width: Units,
    /// The last place where the line may end, and the start of the next line.
    chance: Option<(Line, usize)>,
}

impl Filling {
    fn from(start: usize) -> Self {
        Self {
            start,
            ..Self::default()
        }
    }

    fn line(&self, end: usize, hyphen: Option<u16>) -> Line {
        let width = self.width.saturating_add(hyphen.unwrap_or_default().into());
        Line {
            range: self.start..end,
            hyphen,
            width,
        }
    }

    fn remember(&mut self, end: usize, next: usize, hyphen: Option<u16>) {
        if end > self.start {
            self.chance = Some((self.line(end, hyphen), next));
        }
    }

    fn broken(&mut self, index: usize) -> (Line, usize) {
        self.chance
            .take()
            .unwrap_or_else(|| (self.line(index, None), index))
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
    use super::super::font::faces;
    use super::*;
    use proptest::prelude::*;

    fn passage(text: &str) -> Passage {
        let faces = faces().expect("the fonts are embedded");
        Passage::new(faces, &[Inline::plain(text)], Weight::Regular, Lang::Fi)
    }

    fn broken(text: &str, width: Units) -> Vec<String> {
        let passage = passage(text);
        let lines = passage.lines(width);
        let shown = |line| {
            passage
                .stretches(line)
                .into_iter()
                .map(|s| s.text)
                .collect()
        };
        lines.iter().map(shown).collect()
    }

    #[test]
    fn a_wrapped_line_ends_with_a_space_and_the_last_one_does_not() {
        assert_eq!(broken("yksi kaksi", 2_500), ["yksi ", "kaksi"]);
    }

    #[test]
    fn spaces_collapse_and_line_feeds_break() {
        assert_eq!(broken("  a \t  b \n c", 9_000), ["a b ", "c"]);
        assert_eq!(broken("a\n\nb", 9_000), ["a ", "", "b"]);
    }

    #[test]
    fn a_no_break_space_keeps_an_amount_whole() {
        assert_eq!(
            broken("noin 5\u{a0}000\u{a0}€", 3_000),
            ["noin ", "5 000 €"]
        );
    }

    #[test]
    fn dashes_break_between_letters_and_not_in_numbers() {
        assert_eq!(broken("linja-auto", 2_600), ["linja-", "auto"]);
        assert_eq!(
            broken("x KAJDno-2023-912", 8_000),
            ["x ", "KAJDno-2023-912"]
        );
    }

    #[test]
    fn a_soft_hyphen_shows_only_where_it_breaks() {
        assert_eq!(broken("hanke\u{ad}rahoitus", 9_000), ["hankerahoitus"]);
        assert_eq!(broken("hanke\u{ad}rahoitus", 4_000), ["hanke-", "rahoitus"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let lines = broken(&"a".repeat(50), 5_000);
        assert!(lines.len() > 4);
        assert_eq!(lines.concat(), "a".repeat(50));
    }

    #[test]
    fn a_decomposed_letter_is_composed() {
        assert_eq!(broken("a\u{308}a\u{30a}", 9_000), ["äå"]);
    }

    #[test]
    fn a_missing_character_is_shown_and_remembered() {
        let passage = passage("a北b");
        let stretches = passage.stretches(&passage.lines(9_000)[0]);
        let shown: Vec<_> = stretches.iter().map(|s| s.text.as_str()).collect();
        assert_eq!(shown, ["a", "□", "b"]);
        assert_eq!(passage.spans[stretches[1].span].stands_for, Some('北'));
    }

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

    proptest! {
        #[test]
        fn no_line_is_wider_than_asked(text in "\\PC{0,80}", width in 3_000u32..20_000) {
            for line in passage(&text).lines(width) {
                prop_assert!(line.width <= width, "{} > {width}", line.width);
            }
        }

        #[test]
        fn no_letter_is_lost(text in "[a-zåäö \u{ad}-]{0,120}", width in 1_000u32..20_000) {
            let kept = |text: &str| -> String { text.chars().filter(|c| c.is_alphabetic()).collect() };
            prop_assert_eq!(kept(&broken(&text, width).concat()), kept(&text));
        }
    }
}
