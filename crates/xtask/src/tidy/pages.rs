//! What keeps pages safe: escaping, no inline code, one place for feature gates.

use super::{Finding, Source};

/// The one component that may write a text area or raw markup.
const TEXT_AREA: &str = "app/src/components/text_area.rs";

pub(super) fn check(source: &Source) -> Vec<Finding> {
    if source.ending() != "rs" || source.path.starts_with("crates/xtask/") {
        return Vec::new();
    }
    let is_view = source.path.starts_with("app/src/");
    let mut findings = Vec::new();
    for (place, line) in source.lines() {
        let line = line.trim_start();
        if line == "#[cfg(test)]" {
            // The tests below it try what pages must not say.
            break;
        }
        if line.starts_with("//") {
            continue;
        }
        if line.contains("cfg(feature") && !source.path.ends_with("src/lib.rs") {
            let message = "move the feature gate to the crate's lib.rs, where it gates a module";
            findings.push(Finding::new(&place, message));
        }
        if is_view {
            findings.extend(view(source, &place, line));
        }
    }
    findings
}

fn view(source: &Source, place: &str, line: &str) -> Vec<Finding> {
    let mut messages = Vec::new();
    if source.path != TEXT_AREA {
        if line.contains("<textarea") {
            messages.push(
                "use the component TextArea: Leptos 0.8 does not escape what a text area holds",
            );
        }
        if line.contains("inner_html") {
            messages.push("write markup in the view: inner_html escapes nothing");
        }
    }
    if line.contains("<script") && !line.contains("src=") {
        messages.push("put the script in a file of app/public: no page allows inline code");
    }
    let directive = line
        .split_once(" style:")
        .is_some_and(|(_, after)| !after.starts_with(' '));
    if line.contains("<style") || line.contains(" style=") || directive {
        messages.push("put the style in style/: no page allows inline styles");
    }
    messages
        .into_iter()
        .map(|message| Finding::new(place, message))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, line: &str) -> usize {
        check(&Source {
            path: path.to_owned(),
            text: line.to_owned(),
        })
        .len()
    }

    #[test]
    fn only_the_text_area_component_writes_a_text_area() {
        assert_eq!(findings(TEXT_AREA, "<textarea name=name></textarea>"), 0);
        assert_eq!(
            findings("app/src/pages/case.rs", "<textarea name=name></textarea>"),
            1
        );
        assert_eq!(
            findings("app/src/pages/case.rs", "//! No `<textarea` here."),
            0
        );
    }

    #[test]
    fn inline_code_and_styles_are_found() {
        assert_eq!(
            findings(
                "app/src/shell.rs",
                "<script type=\"module\" src=islands></script>"
            ),
            0
        );
        assert_eq!(findings("app/src/shell.rs", "<script>alert(1)</script>"), 1);
        assert_eq!(findings("app/src/shell.rs", "<p style=\"color: red\">"), 1);
        assert_eq!(findings("app/src/shell.rs", "<div inner_html=text/>"), 1);
        assert_eq!(findings("app/src/shell.rs", "<p style:color=red>"), 1);
        assert_eq!(findings("app/src/shell.rs", "pub style: String,"), 0);
        assert_eq!(
            findings(
                "app/src/shell.rs",
                "#[cfg(test)]\n<script>alert(1)</script>"
            ),
            0
        );
    }

    #[test]
    fn features_are_gated_in_one_file_of_a_crate() {
        let gate = "#[cfg(feature = \"testing\")]";
        assert_eq!(findings("app/src/lib.rs", gate), 0);
        assert_eq!(findings("app/src/pages/mod.rs", gate), 1);
        assert_eq!(findings("crates/store/src/lib.rs", gate), 0);
        assert_eq!(findings("crates/store/src/tx.rs", gate), 1);
    }
}
