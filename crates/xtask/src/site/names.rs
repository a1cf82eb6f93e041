//! Content-hashed names, and references between files that follow them.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, bail};
use sha2::{Digest as _, Sha256};

/// The hashed name of each file, by the name that sources use.
pub(super) type Names = BTreeMap<String, String>;

/// What follows the last dot of a file's name; empty where there is none.
pub(super) fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// The name with a hash of the content before its last ending: an address under which the content
/// never changes.
pub(super) fn hashed(name: &str, content: &[u8]) -> String {
    let hash = hex::encode(Sha256::digest(content));
    let short = &hash[..16];
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}.{short}.{ending}"),
        None => format!("{name}.{short}"),
    }
}

/// Points the quoted relative references of a script to the hashed names.
pub(super) fn rewrite_script(script: &str, names: &Names) -> String {
    let mut rewritten = script.to_owned();
    for (name, hashed) in names {
        for quote in ['"', '\'', '`'] {
            for here in ["", "./"] {
                rewritten = rewritten.replace(
                    &format!("{quote}{here}{name}{quote}"),
                    &format!("{quote}{here}{hashed}{quote}"),
                );
            }
        }
    }
    rewritten
}

/// Points the `url(…)` references of a style sheet to the hashed names.
///
/// # Errors
/// A reference names no known file.
pub(super) fn rewrite_styles(css: &str, names: &Names) -> Result<String> {
    let mut rewritten = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("url(") {
        let (reference, after) = after
            .split_once(')')
            .context("the style sheet has an unclosed url(")?;
        let name = reference.trim().trim_matches(['"', '\'']);
        rewritten.push_str(before);
        rewritten.push_str("url(");
        if name.starts_with("data:") {
            rewritten.push_str(reference);
        } else if let Some(hashed) = names.get(name.trim_start_matches("./")) {
            rewritten.push_str(hashed);
        } else {
            bail!("the style sheet names {name}, which app/public does not have");
        }
        rewritten.push(')');
        rest = after;
    }
    rewritten.push_str(rest);
    Ok(rewritten)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names() -> Names {
        [
            ("fonts/a.woff2", "fonts/a.1.woff2"),
            ("frontend.js", "frontend.2.js"),
        ]
        .map(|(name, hashed)| (name.to_owned(), hashed.to_owned()))
        .into()
    }

    #[test]
    fn a_hashed_name_changes_with_the_content_and_keeps_folder_and_ending() {
        let first = hashed("fonts/a.woff2", b"one");
        assert!(first.starts_with("fonts/a."), "{first}");
        assert_eq!(ending(&first), "woff2");
        assert_ne!(first, hashed("fonts/a.woff2", b"two"));
    }

    #[test]
    fn a_style_sheet_points_to_the_hashed_files() {
        let css = "@font-face{src:url(\"./fonts/a.woff2\")}b{mask:url(data:x)}";
        let expected = "@font-face{src:url(fonts/a.1.woff2)}b{mask:url(data:x)}";
        assert_eq!(
            rewrite_styles(css, &names()).ok().as_deref(),
            Some(expected)
        );
    }

    #[test]
    fn a_style_sheet_that_names_a_missing_file_is_refused() {
        assert!(rewrite_styles("a{b:url(fonts/none.woff2)}", &names()).is_err());
        assert!(rewrite_styles("a{b:url(fonts/a.woff2", &names()).is_err());
    }

    #[test]
    fn a_script_points_to_the_hashed_module() {
        assert_eq!(
            rewrite_script("import x from \"./frontend.js\"; // frontend.js", &names()),
            "import x from \"./frontend.2.js\"; // frontend.js"
        );
    }
}
