//! What of a text is not marked, and how words of it are marked or left out.

use super::Text;
use super::inline::Inline;

/// Stands for what is withheld or left out, so that no words seem to stand side by side that do
/// not.
const GAP: char = '\u{fffc}';

impl Text {
    /// The words that nobody marked as personal or secret: of each paragraph, heading, list item
    /// and cell, in order. A sign that is in no word stands for what is marked.
    pub fn open_passages(&self) -> Vec<String> {
        let runs = self.blocks.iter().flat_map(super::Block::runs);
        runs.map(open_words).collect()
    }

    /// The addresses of links that are not marked.
    pub fn open_links(&self) -> Vec<&str> {
        let runs = self.blocks.iter().flat_map(super::Block::runs);
        let links = runs.flatten().filter_map(|inline| match inline {
            Inline::Link { href, marks, .. } if !marks.is_withheld() => Some(href.as_str()),
            _ => None,
        });
        links.collect()
    }

    /// The text with every occurrence of some words marked as personal, wherever they stand whole
    /// and are not marked. A link that has them, in its words or its address, is marked whole.
    ///
    /// ```
    /// use domain::text::Text;
    /// let text = Text::from_markup("Maija Malli esitti. Maija Mallinen ei.")?;
    /// let marked = text.with_personal("Maija Malli");
    /// assert_eq!(marked.to_markup(), "{personal|Maija Malli} esitti. Maija Mallinen ei.");
    /// # Ok::<(), domain::text::MarkupError>(())
    /// ```
    #[must_use]
    pub fn with_personal(&self, words: &str) -> Self {
        self.with_runs(|run| mark(run, words))
    }

    /// The text with something in the place of each run of what is personal or secret.
    #[must_use]
    pub fn replacing_withheld(&self, by: &str) -> Self {
        self.with_runs(|run| {
            let mut kept: Vec<Inline> = Vec::with_capacity(run.len());
            let mut within = false;
            for inline in run {
                let withheld = inline.marks().is_some_and(super::Marks::is_withheld);
                if withheld && !within {
                    kept.push(plain(by));
                } else if !withheld {
                    kept.push(inline.clone());
                }
                within = withheld;
            }
            kept
        })
    }
}

fn plain(text: &str) -> Inline {
    Inline::Text {
        text: text.to_owned(),
        marks: super::Marks::default(),
    }
}

fn open_words(run: &[Inline]) -> String {
    run.iter().fold(String::new(), |mut words, inline| {
        words.push_str(open(inline).unwrap_or(GAP.encode_utf8(&mut [0; 4])));
        words
    })
}

/// The words of an inline that is not marked.
fn open(inline: &Inline) -> Option<&str> {
    let marks = inline.marks()?;
    (!marks.is_withheld()).then(|| inline.words())
}

fn mark(run: &[Inline], words: &str) -> Vec<Inline> {
    let found = whole(&open_words(run), words);
    let mut marked = Vec::with_capacity(run.len());
    let mut begin = 0;
    for inline in run {
        let length = open(inline).map_or(GAP.len_utf8(), str::len);
        let here: Vec<(usize, usize)> = found
            .iter()
            .filter(|(from, to)| *from < begin + length && *to > begin)
            .map(|(from, to)| (from.max(&begin) - begin, *to.min(&(begin + length)) - begin))
            .collect();
        begin += length;
        match inline {
            Inline::Text { text, marks } if !marks.is_withheld() => {
                marked.extend(split(text, marks, &here));
            }
            Inline::Link { text, href, marks }
                if !marks.is_withheld()
                    && (!here.is_empty() || !whole(href.as_str(), words).is_empty()) =>
            {
                let mut marks = marks.clone();
                marks.personal = true;
                marked.push(Inline::Link {
                    text: text.clone(),
                    href: href.clone(),
                    marks,
                });
            }
            other => marked.push(other.clone()),
        }
    }
    marked
}

/// The pieces of words, those between the bounds marked as personal.
fn split(text: &str, marks: &super::Marks, bounds: &[(usize, usize)]) -> Vec<Inline> {
    let piece = |from: usize, to: usize, personal: bool| Inline::Text {
        text: text.get(from..to).unwrap_or_default().to_owned(),
        marks: super::Marks {
            personal,
            ..marks.clone()
        },
    };
    let mut pieces = Vec::new();
    let mut done = 0;
    for (from, to) in bounds {
        pieces.push(piece(done, *from, false));
        pieces.push(piece(*from, *to, true));
        done = *to;
    }
    pieces.push(piece(done, text.len(), false));
    pieces
}

/// Where words stand whole: no letter or digit before or after them, but for those that are
/// marked with them.
fn whole(text: &str, words: &str) -> Vec<(usize, usize)> {
    let mut found: Vec<(usize, usize)> = Vec::new();
    if words.is_empty() {
        return found;
    }
    for (at, _) in text.match_indices(words) {
        let end = at + words.len();
        let follows_marked = found.last().is_some_and(|(_, to)| *to == at);
        let before = text[..at].chars().next_back();
        let after = text[end..].chars().next();
        let is_glued = |next: Option<char>| next.is_some_and(char::is_alphanumeric);
        if (follows_marked || !is_glued(before)) && !is_glued(after) {
            found.push((at, end));
        }
    }
    found
}
