//! What each button does to a text: a pure function of the text and its selection.

use wording::desk::drafting::DraftingText;

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tool {
    Heading,
    List,
    Table,
    Link,
    Personal,
    Secret,
}

/// Words that a button types where nothing is selected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// The words of a link.
    pub(super) link: &'static str,
    /// The header of a column.
    pub(super) column: &'static str,
}

/// A text after a button, and what is selected in it, counted as browsers count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Edited {
    pub(super) text: String,
    pub(super) from: u32,
    pub(super) to: u32,
}

impl Tool {
    pub(super) const ALL: [Self; 6] = [
        Self::Heading,
        Self::List,
        Self::Table,
        Self::Link,
        Self::Personal,
        Self::Secret,
    ];

    pub(super) const fn name(self) -> DraftingText {
        match self {
            Self::Heading => DraftingText::ToolHeading,
            Self::List => DraftingText::ToolList,
            Self::Table => DraftingText::ToolTable,
            Self::Link => DraftingText::ToolLink,
            Self::Personal => DraftingText::ToolPersonal,
            Self::Secret => DraftingText::ToolSecret,
        }
    }
}

/// What is typed as the ground of a secret, to be completed.
const GROUND: &str = "JulkL 24.1 §";

/// The text after a button was pressed with a part of it selected. Positions are of UTF-16.
pub(super) fn edit(tool: Tool, text: &str, selected: (u32, u32), words: Words) -> Edited {
    let (before, inside, after) = parts(text, selected);
    match tool {
        Tool::Heading => of_lines(&before, &inside, &after, "# "),
        Tool::List => of_lines(&before, &inside, &after, "- "),
        Tool::Table => {
            let gap = if before.trim().is_empty() { "" } else { "\n\n" };
            let before = format!("{}{inside}{gap}| ", before.trim_end());
            let rest = format!(" | {} |\n|  |  |\n\n{}", words.column, after.trim_start());
            select(&before, words.column, &rest)
        }
        Tool::Link => {
            let shown = if inside.trim().is_empty() {
                words.link
            } else {
                inside.trim()
            };
            select(
                &format!("{before}[{shown}]("),
                "https://",
                &format!("){after}"),
            )
        }
        Tool::Personal if inside.trim().is_empty() => {
            select(&format!("{before}{{personal|"), "", &format!("}}{after}"))
        }
        Tool::Personal => select(&before, &marked(&inside, "personal"), &after),
        Tool::Secret => {
            let marked = marked(&inside, &format!("secret {GROUND}"));
            let marked = if marked.trim().is_empty() {
                format!("{{secret {GROUND}|}}")
            } else {
                marked
            };
            match marked.split_once(GROUND) {
                Some((open, rest)) => select(
                    &format!("{before}{open}"),
                    GROUND,
                    &format!("{rest}{after}"),
                ),
                None => select(&before, &marked, &after),
            }
        }
    }
}

/// The text before, within and after a selection.
fn parts(text: &str, (from, to): (u32, u32)) -> (String, String, String) {
    let units: Vec<u16> = text.encode_utf16().collect();
    let at =
        |position: u32| usize::try_from(position).map_or(units.len(), |at| at.min(units.len()));
    let (from, to) = (at(from).min(at(to)), at(from).max(at(to)));
    let part = |units: &[u16]| String::from_utf16_lossy(units);
    (
        part(&units[..from]),
        part(&units[from..to]),
        part(&units[to..]),
    )
}

fn select(before: &str, selected: &str, after: &str) -> Edited {
    let from = length(before);
    Edited {
        text: format!("{before}{selected}{after}"),
        from,
        to: from.saturating_add(length(selected)),
    }
}

fn length(text: &str) -> u32 {
    u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX)
}

/// Puts a mark before each line that the selection touches, or takes it away where each has it.
fn of_lines(before: &str, inside: &str, after: &str, mark: &str) -> Edited {
    let (above, begun) = before
        .rsplit_once('\n')
        .map_or(("", before), |(above, begun)| {
            (&before[..=above.len()], begun)
        });
    let (rest, below) = after
        .find('\n')
        .map_or((after, ""), |end| after.split_at(end));
    let lines = format!("{begun}{inside}{rest}");
    let has_all = lines
        .lines()
        .filter(|line| !line.trim().is_empty())
        .all(|line| line.starts_with(mark));
    let has_any = !lines.trim().is_empty();
    let changed: Vec<String> = lines
        .split('\n')
        .map(|line| match line.strip_prefix(mark) {
            Some(plain) if has_all && has_any => plain.to_owned(),
            Some(_) => line.to_owned(),
            None if line.trim().is_empty() && has_any => line.to_owned(),
            None => format!("{mark}{line}"),
        })
        .collect();
    let changed = changed.join("\n");
    let mut edited = select(above, &changed, below);
    if inside.is_empty() {
        // Typing goes on at the end of the line.
        edited.from = edited.to;
    }
    edited
}

/// Marks words. Marks never go over an empty line, so each paragraph gets its own.
fn marked(words: &str, mark: &str) -> String {
    let paragraphs = words.split("\n\n").map(|paragraph| {
        let inner = paragraph.trim();
        if inner.is_empty() {
            return paragraph.to_owned();
        }
        let begin = paragraph.len() - paragraph.trim_start().len();
        let end = paragraph.trim_end().len();
        format!(
            "{}{{{mark}|{inner}}}{}",
            &paragraph[..begin],
            &paragraph[end..]
        )
    });
    paragraphs.collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use domain::text::Text;

    use super::{Tool, Words, edit};

    const WORDS: Words = Words {
        link: "Linkki",
        column: "Otsikko",
    };

    /// Presses a button with what stands between two bars selected; gives the text with bars
    /// around what is selected then.
    fn press(tool: Tool, typed: &str) -> String {
        let (before, rest) = typed.split_once('¦').expect("a first bar");
        let (inside, after) = rest.split_once('¦').expect("a second bar");
        let from = super::length(before);
        let to = from + super::length(inside);
        let edited = edit(tool, &format!("{before}{inside}{after}"), (from, to), WORDS);
        let (before, inside, after) = super::parts(&edited.text, (edited.from, edited.to));
        format!("{before}¦{inside}¦{after}")
    }

    #[test]
    fn each_button_types_its_markup_at_the_selection() {
        for (tool, typed, expected) in [
            (Tool::Heading, "¦Rahoitus¦", "¦# Rahoitus¦"),
            (
                Tool::Heading,
                "ylä\nRaho¦¦itus\nala",
                "ylä\n# Rahoitus¦¦\nala",
            ),
            (Tool::Heading, "¦# Rahoitus¦", "¦Rahoitus¦"),
            (Tool::List, "¦yksi\nkaksi¦", "¦- yksi\n- kaksi¦"),
            (Tool::List, "¦- yksi\nkaksi¦", "¦- yksi\n- kaksi¦"),
            (Tool::List, "¦- yksi\n- kaksi¦", "¦yksi\nkaksi¦"),
            (Tool::List, "¦¦", "- ¦¦"),
            (Tool::Link, "a ¦liitto¦ b", "a [liitto](¦https://¦) b"),
            (Tool::Link, "¦¦", "[Linkki](¦https://¦)"),
            (
                Tool::Personal,
                "Esitti ¦Maija Malli¦.",
                "Esitti ¦{personal|Maija Malli}¦.",
            ),
            (
                Tool::Personal,
                "Esitti ¦Maija ¦.",
                "Esitti ¦{personal|Maija} ¦.",
            ),
            (Tool::Personal, "😀 ¦¦", "😀 {personal|¦¦}"),
            (
                Tool::Personal,
                "¦yksi\n\nkaksi¦",
                "¦{personal|yksi}\n\n{personal|kaksi}¦",
            ),
            (Tool::Secret, "¦hinta¦", "{secret ¦JulkL 24.1 §¦|hinta}"),
            (Tool::Secret, "¦¦", "{secret ¦JulkL 24.1 §¦|}"),
            (
                Tool::Table,
                "Rahoitus.¦¦ Muuta.",
                "Rahoitus.\n\n| ¦Otsikko¦ | Otsikko |\n|  |  |\n\nMuuta.",
            ),
        ] {
            assert_eq!(press(tool, typed), expected, "{typed}");
        }
    }

    #[test]
    fn what_the_buttons_type_is_markup() {
        for tool in Tool::ALL {
            let edited = edit(tool, "Kaupunki myöntää.", (0, 8), WORDS);
            assert!(Text::from_markup(&edited.text).is_ok(), "{}", edited.text);
        }
    }

    #[test]
    fn a_selection_beyond_the_text_is_its_end() {
        let edited = edit(Tool::Personal, "a", (7, 9), WORDS);
        assert_eq!(edited.text, "a{personal|}");
    }
}
