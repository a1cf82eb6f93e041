//! A field for a longer text. **The only place that writes a `textarea`**: Leptos 0.8 does not
//! escape the children of one, so this file does, and hands them over as raw HTML, which a version
//! that escapes again leaves alone.

use leptos::prelude::*;

use super::field::{described_by, labelled};

/// A label with a field for a longer text, a hint and the error of the last attempt.
#[component]
pub fn TextArea(
    /// Name and id.
    #[prop(into)]
    name: String,
    /// The label.
    #[prop(into)]
    label: String,
    /// What was typed.
    #[prop(into)]
    value: String,
    /// How many lines it shows.
    #[prop(default = 8)]
    rows: u16,
    /// The language of what is typed, if not that of the interface.
    #[prop(optional_no_strip, into)]
    lang: Option<String>,
    /// How to fill it in.
    #[prop(optional_no_strip, into)]
    hint: Option<String>,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip, into)]
    error: Option<String>,
    /// What helps to type, between the label and the field.
    #[prop(optional_no_strip)]
    tools: Option<AnyView>,
) -> impl IntoView {
    let described_by = described_by(&name, hint.as_deref(), error.as_deref());
    let invalid = error.is_some();
    let class = if invalid {
        "govuk-textarea govuk-textarea--error"
    } else {
        "govuk-textarea"
    };
    let area = view! {
        {tools}
        <textarea
            class=class
            id=name.clone()
            name=name.clone()
            rows=rows.to_string()
            lang=lang
            aria-describedby=described_by
            aria-invalid=invalid.then_some("true")
            inner_html=content(&value)
        ></textarea>
    };
    labelled(&name, label, hint, error, area)
}

/// The text as the content of a `textarea`. Browsers drop a line break that comes first, so one
/// always does.
fn content(text: &str) -> String {
    let mut content = String::with_capacity(text.len() + 1);
    content.push('\n');
    for character in text.chars() {
        match character {
            '&' => content.push_str("&amp;"),
            '<' => content.push_str("&lt;"),
            other => content.push(other),
        }
    }
    content
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(value: &str) -> String {
        let value = value.to_owned();
        Owner::new().with(|| view! { <TextArea name="text" label="Teksti" value=value/> }.to_html())
    }

    #[test]
    fn a_text_cannot_close_its_field() {
        let html = rendered("</textarea><script>alert(1)</script>");
        assert!(
            html.contains("\n&lt;/textarea>&lt;script>alert(1)&lt;/script></textarea>"),
            "{html}"
        );
        assert_eq!(html.matches("</textarea>").count(), 1);
    }

    #[test]
    fn a_text_is_escaped_once() {
        let html = rendered("a & b &lt; c");
        assert!(html.contains("\na &amp; b &amp;lt; c</textarea>"), "{html}");
    }

    #[test]
    fn a_line_break_at_the_beginning_survives_the_parser() {
        assert!(rendered("\nfirst").contains(">\n\nfirst</textarea>"));
        assert!(rendered("").contains(">\n</textarea>"));
    }
}
