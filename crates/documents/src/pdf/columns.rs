//! The widths of the columns of a table.

use super::model::Align;

/// What a column wants, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    /// Enough for its longest text on one line.
    pub(super) line: f32,
    /// Enough for its longest word.
    pub(super) word: f32,
    pub(super) align: Align,
}

/// Shares a width among columns so that the sum is the width.
///
/// If all texts fit on one line, what is left goes to the columns of words. If not, every column
/// gets its longest word and the rest in proportion to what it lacks. If even the words do not
/// fit, the narrow columns get theirs and the wide ones share the rest evenly.
pub(super) fn shared(wishes: &[Wish], width: f32) -> Vec<f32> {
    let lines: f32 = wishes.iter().map(|wish| wish.line).sum();
    let words: f32 = wishes.iter().map(|wish| wish.word).sum();
    if lines <= width {
        let of_words = |wish: &Wish| wish.align == Align::Left;
        let takes = |wish: &Wish| of_words(wish) || !wishes.iter().any(of_words);
        let count = count(wishes.iter().filter(|wish| takes(wish)));
        let extra = |wish: &Wish| {
            if takes(wish) {
                (width - lines) / count
            } else {
                0.0
            }
        };
        return wishes.iter().map(|wish| wish.line + extra(wish)).collect();
    }
    if words <= width {
        let part = (width - words) / (lines - words);
        return wishes
            .iter()
            .map(|wish| (wish.line - wish.word).mul_add(part, wish.word))
            .collect();
    }
    let mut narrow_first: Vec<usize> = (0..wishes.len()).collect();
    let word = |index: usize| wishes.get(index).map_or(0.0, |wish| wish.word);
    narrow_first.sort_by(|a, b| word(*a).total_cmp(&word(*b)));
    let mut widths = vec![0.0; wishes.len()];
    let mut rest = width;
    let mut left = count(wishes.iter());
    for index in narrow_first {
        let granted = word(index).min(rest / left);
        if let Some(width) = widths.get_mut(index) {
            *width = granted;
        }
        rest -= granted;
        left -= 1.0;
    }
    widths
}

/// How many there are, as a divisor.
fn count<T>(items: impl Iterator<Item = T>) -> f32 {
    items.map(|_| 1.0).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn wish(line: f32, word: f32, align: Align) -> Wish {
        Wish { line, word, align }
    }

    #[test]
    fn what_is_left_goes_to_words_and_not_to_amounts() {
        let wishes = [
            wish(40.0, 40.0, Align::Left),
            wish(60.0, 60.0, Align::Right),
        ];
        assert_eq!(shared(&wishes, 200.0), [140.0, 60.0]);
    }

    #[test]
    fn a_long_text_wraps_before_an_amount_is_cut() {
        let wishes = [
            wish(900.0, 50.0, Align::Left),
            wish(60.0, 60.0, Align::Right),
        ];
        let widths = shared(&wishes, 300.0);
        assert!((widths[1] - 60.0).abs() < 0.01, "{widths:?}");
    }

    #[test]
    fn one_endless_word_leaves_the_other_columns_whole() {
        let wishes = [
            wish(5_000.0, 5_000.0, Align::Left),
            wish(60.0, 60.0, Align::Right),
        ];
        assert_eq!(shared(&wishes, 300.0), [240.0, 60.0]);
    }

    proptest! {
        #[test]
        fn the_widths_sum_to_the_width(
            words in prop::collection::vec((0.0f32..400.0, 0.0f32..2_000.0), 1..12),
        ) {
            let wishes: Vec<_> = words
                .iter()
                .map(|(word, more)| wish(word + more, *word, Align::Left))
                .collect();
            let widths = shared(&wishes, 453.0);
            prop_assert!((widths.iter().sum::<f32>() - 453.0).abs() < 0.5, "{:?}", widths);
            prop_assert!(widths.iter().all(|width| *width >= 0.0));
        }
    }
}
