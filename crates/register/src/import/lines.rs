//! Lines of a document, and the paragraphs they were before they were wrapped.

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line<'a> {
    /// Counted from 1.
    pub(super) number: usize,
    /// Without the white space around it.
    pub(super) text: &'a str,
    /// Whether a blank line stands before it.
    pub(super) after_blank: bool,
}

/// The lines of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    let mut lines = Vec::new();
    let mut after_blank = true;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            after_blank = true;
            continue;
        }
        lines.push(Line {
            number: at + 1,
            text: line,
            after_blank,
        });
        after_blank = false;
    }
    lines
}

/// A paragraph or list item, its lines joined.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    pub(super) text: String,
    pub(super) bullet: bool,
    /// Where in the text each line begins.
    starts: Vec<(usize, usize)>,
}

impl Paragraph {
    fn of(line: Line<'_>, text: &str, bullet: bool) -> Self {
        let mut paragraph = Self {
            bullet,
            ..Self::default()
        };
        paragraph.push(line, text);
        paragraph
    }

    /// The line in which a place of the text stands.
    pub(super) fn line_at(&self, offset: usize) -> Option<usize> {
        let begun = self.starts.partition_point(|(start, _)| *start <= offset);
        let last = begun.checked_sub(1)?;
        self.starts.get(last).map(|(_, line)| *line)
    }

    /// The first line.
    pub(super) fn line(&self) -> Option<usize> {
        self.line_at(0)
    }

    fn push(&mut self, line: Line<'_>, text: &str) {
        let next = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match seam(&self.text, &next) {
            Seam::Space if !self.text.is_empty() => self.text.push(' '),
            Seam::Space | Seam::Joined => {}
            Seam::Syllables => {
                self.text.pop();
            }
        }
        self.starts.push((self.text.len(), line.number));
        self.text.push_str(&next);
    }

    fn ends_a_sentence(&self) -> bool {
        self.text.ends_with(['.', '!', '?', ':', ';'])
    }
}

/// The paragraphs that wrapped lines were.
pub(super) fn paragraphs(lines: &[Line<'_>]) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    for line in lines {
        let open = paragraphs.last_mut();
        let (item, listed) = match bullet(line.text) {
            // A line may also begin with the dash of a range or of a compound.
            Some(item)
                if line.after_blank
                    || open.as_ref().is_none_or(|open| {
                        open.bullet || open.text.ends_with(['.', ':', ';', ','])
                    }) =>
            {
                (item, true)
            }
            _ => (line.text, false),
        };
        match open {
            Some(open) if !listed && continues(open, *line) => open.push(*line, item),
            _ => paragraphs.push(Paragraph::of(*line, item, listed)),
        }
    }
    paragraphs
}

/// Whether a line goes on with a paragraph: within it, or after a page break in mid-sentence.
fn continues(open: &Paragraph, line: Line<'_>) -> bool {
    let lower = line.text.starts_with(char::is_lowercase);
    !line.after_blank || (lower && !open.ends_a_sentence())
}

/// The words of a list item.
fn bullet(line: &str) -> Option<&str> {
    let item = line.strip_prefix(['–', '-', '—', '•', '·', '▪', '●', '◦', '*'])?;
    let words = item.trim_start();
    (words.len() < item.len() && !words.is_empty()).then_some(words)
}

/// How two lines of a paragraph belong together.
#[derive(Debug, PartialEq, Eq)]
enum Seam {
    /// Two words.
    Space,
    /// One word that holds the character at the end of the line.
    Joined,
    /// One word, hyphenated for the line's sake.
    Syllables,
}

fn seam(before: &str, after: &str) -> Seam {
    let last = before.rsplit(' ').next().unwrap_or(before);
    let first = after.split(' ').next().unwrap_or(after);
    if address_goes_on(last, first) {
        return Seam::Joined;
    }
    let Some(stem) = last.strip_suffix('-') else {
        return Seam::Space;
    };
    // `talous- ja hallintojohtaja`, `- ` and the like keep their space.
    let suspended = ["ja", "tai", "sekä", "eli", "että"].contains(&first);
    let Some(next) = first.chars().next().filter(|c| c.is_alphanumeric()) else {
        return Seam::Space;
    };
    if suspended || stem.is_empty() || !stem.ends_with(char::is_alphanumeric) {
        return Seam::Space;
    }
    let syllable = stem.rsplit('-').next().unwrap_or(stem);
    let word = syllable.chars().skip(1).all(char::is_lowercase) && syllable.chars().count() > 1;
    let vowel = |c: char| "aeiouyäöå".contains(c.to_lowercase().next().unwrap_or(c));
    // A compound keeps its hyphen where two of the same vowel meet: `linja-auto`.
    let same_vowels = syllable.ends_with(next) && vowel(next);
    if next.is_lowercase() && word && syllable.contains(vowel) && !same_vowels {
        Seam::Syllables
    } else {
        Seam::Joined
    }
}

/// Whether an e-mail or web address was broken between two lines.
fn address_goes_on(last: &str, first: &str) -> bool {
    let domain_end = |word: &str| {
        let word = word.trim_end_matches(['.', ',', ';', ')']);
        ["fi", "com", "eu", "org", "net"].contains(&word)
    };
    let sample = last.to_lowercase().trim_start_matches('(') == "etunimi." && first.contains('@');
    let at_sign = last.ends_with('@') || first.starts_with('@');
    let domain = last.contains('@') && last.ends_with('.') && domain_end(first);
    let web = last.contains("://") || last.starts_with("www.");
    let web = web && last.ends_with(['/', '-', '_', '=', '?', '&']);
    sample || at_sign || domain || web
}

#[cfg(test)]
mod tests {
    use super::{lines, paragraphs};

    fn joined(text: &str) -> Vec<String> {
        let paragraphs = paragraphs(&lines(text));
        let shown = |bullet: bool| if bullet { "* " } else { "" };
        paragraphs
            .into_iter()
            .map(|paragraph| format!("{}{}", shown(paragraph.bullet), paragraph.text))
            .collect()
    }

    #[test]
    fn wrapped_lines_become_paragraphs() {
        let cases = [
            (
                "Yksi kaksi\nkolme.\n\nToinen.",
                vec!["Yksi kaksi kolme.", "Toinen."],
            ),
            (
                "Sivu päättyy ja\n\n jatkuu seuraavalla.",
                vec!["Sivu päättyy ja jatkuu seuraavalla."],
            ),
            ("kausi 2019\n– 2025 alkaa", vec!["kausi 2019 – 2025 alkaa"]),
            (
                "Nämä:\n– yksi\njatkuu\n– kaksi",
                vec!["Nämä:", "* yksi jatkuu", "* kaksi"],
            ),
            ("sopimuk-\nsen", vec!["sopimuksen"]),
            ("ELY-kes-\nkuksen", vec!["ELY-keskuksen"]),
            ("pk-\nyritysten", vec!["pk-yritysten"]),
            ("EAKR-\nrahoitus", vec!["EAKR-rahoitus"]),
            ("linja-\nauto", vec!["linja-auto"]),
            ("Kainuu-\nOulu", vec!["Kainuu-Oulu"]),
            (
                "talous-\nja hallintojohtaja",
                vec!["talous- ja hallintojohtaja"],
            ),
            (
                "muodossa etunimi.\nsukunimi@kajaani.fi",
                vec!["muodossa etunimi.sukunimi@kajaani.fi"],
            ),
            (
                "lähetä sähköpostia.\nkajaani@kajaani.fi on osoite",
                vec!["lähetä sähköpostia. kajaani@kajaani.fi on osoite"],
            ),
            ("kajaani@kajaani.\nfi.", vec!["kajaani@kajaani.fi."]),
            (
                "https://example.org/\npolku",
                vec!["https://example.org/polku"],
            ),
            ("kaksi  väliä\tja\u{c}sivu", vec!["kaksi väliä ja sivu"]),
        ];
        for (text, expected) in cases {
            assert_eq!(joined(text), expected, "{text}");
        }
    }

    #[test]
    fn a_place_in_a_paragraph_knows_its_line() {
        let paragraphs = paragraphs(&lines("\nYksi\nkaksi"));
        assert_eq!(paragraphs[0].line_at(0), Some(2));
        assert_eq!(paragraphs[0].line_at(4), Some(2));
        assert_eq!(paragraphs[0].line_at(5), Some(3));
    }
}
