//! From a page to the text of its answer.

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

const DOCTYPE: &str = "<!DOCTYPE html>";

/// By these comments a browser finds the places of an island's text and empty values. Escaped
/// words and attributes cannot hold them.
const MARKS: [&str; 2] = ["<!>", "<!--<() />-->"];

/// Renders a public page: no island, so nothing for a browser to start.
pub fn public(page: impl FnOnce() -> AnyView) -> String {
    let mut html = String::from(DOCTYPE);
    push_without_marks(&mut html, &under(Owner::new_root(None), page));
    html
}

/// Renders an officials' page, whose islands start in the browser.
pub fn desk(page: impl FnOnce() -> AnyView) -> String {
    let islands = Arc::new(SsrSharedContext::new_islands());
    let rendered = under(Owner::new_root(Some(islands)), page);
    let mut html = String::from(DOCTYPE);
    let mut rest = rendered.as_str();
    while let Some(at) = rest.find(ISLAND) {
        let end = rest[at..]
            .find(ISLAND_END)
            .map_or(rest.len(), |length| at + length);
        push_without_marks(&mut html, &rest[..at]);
        // The same comment in valid HTML.
        html.push_str(&rest[at..end].replace("<!>", "<!---->"));
        rest = &rest[end..];
    }
    push_without_marks(&mut html, rest);
    html
}

const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";

fn under(owner: Owner, page: impl FnOnce() -> AnyView) -> String {
    let html = owner.with(|| page().to_html());
    // What the views own goes with the page.
    owner.cleanup();
    html
}

/// Outside islands the marks serve nobody, are invalid HTML, and would be read out in a title.
fn push_without_marks(html: &mut String, part: &str) {
    let mut rest = part;
    // One letter is found much faster than two.
    while let Some(at) = rest.find('<') {
        let mark = MARKS
            .into_iter()
            .find(|mark| rest[at..].starts_with(mark))
            .map_or(0, str::len);
        html.push_str(&rest[..at]);
        if mark == 0 {
            html.push('<');
        }
        rest = &rest[at + mark.max("<".len())..];
    }
    html.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_page_has_no_marks() {
        let html = public(|| {
            let nothing: Option<&str> = None;
            view! { <p>{"a <!> b"} {nothing} {().into_any()} {vec!["c", "d"]}</p> }.into_any()
        });
        assert_eq!(html, "<!DOCTYPE html><p>a &lt;!&gt; bcd</p>");
    }

    #[test]
    fn other_comments_and_the_text_after_them_stay() {
        let mut html = String::new();
        push_without_marks(&mut html, "a<!><!-- kept --><!>b<!");
        assert_eq!(html, "a<!-- kept -->b<!");
    }
}
