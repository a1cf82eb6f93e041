//! The breaking of a passage into lines.

use super::passage::{Item, Passage, Units};
use std::ops::Range;

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
                Item::Glyph(_, advance) | Item::Tie(advance) => {
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
                Item::Glyph(_, advance) | Item::Tie(advance) => {
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
                Item::Gap(advance) | Item::Tie(advance) => (' ', advance),
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

#[cfg(test)]
mod tests {
    use super::super::font::Weight;
    use super::super::font::faces;
    use super::super::model::Inline;
    use super::*;
    use domain::Lang;
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
        assert_eq!(broken("a ", 9_000), ["a"]);
    }

    #[test]
    fn a_no_break_space_keeps_an_amount_whole() {
        assert_eq!(
            broken("noin 5\u{a0}000\u{a0}€", 3_000),
            ["noin ", "5 000 €"]
        );
    }

    #[test]
    fn a_sum_and_its_unit_stay_on_a_line_and_keep_their_spaces() {
        for (text, lines) in [
            ("enintään 2 500 euroa", ["enintään ", "2 500 euroa"]),
            (
                "kuntalain 140 §:n nojalla",
                ["kuntalain ", "140 §:n nojalla"],
            ),
        ] {
            assert_eq!(broken(text, 7_000), lines);
        }
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
