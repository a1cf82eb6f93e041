//! Places in a template's text that somebody still has to fill in: `[[hankkeen nimi]]`.

/// What a placeholder begins and ends with. Ordinary characters of the markup, so that a text
/// with a placeholder can be saved and looked at.
const OPEN: &str = "[[";
const CLOSE: &str = "]]";

/// Whether a text still holds a placeholder.
///
/// ```
/// use domain::decision::has_placeholder;
/// assert!(has_placeholder("Kaupunki myöntää [[summa]] euroa."));
/// assert!(!has_placeholder("Katso viite [1] ja taulukko [[."));
/// ```
pub fn has_placeholder(text: &str) -> bool {
    unescaped(text)
        .split(OPEN)
        .skip(1)
        .any(|rest| rest.contains(CLOSE))
}

/// Printed markup with its placeholders as templates write them: the printer puts a backslash
/// before each bracket that is no link's.
pub(super) fn unescaped(markup: &str) -> String {
    markup.replace(r"\[\[", OPEN).replace(r"\]\]", CLOSE)
}

/// A placeholder for what it is named after.
pub fn placeholder(name: &str) -> String {
    format!("{OPEN}{name}{CLOSE}")
}
