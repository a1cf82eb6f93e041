//! What no file says: unfinished work, paths of one machine; and how long a file may get.

use super::{Finding, Source};

const LONGEST: usize = 500;

/// Words of unfinished work. They are put together here so that this file does not contain them.
const UNFINISHED: [&str; 4] = [
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("#[", "ignore"),
    concat!("dbg", "!("),
];

/// Where machines keep what belongs to one of them.
const MACHINE: [&str; 4] = [
    concat!("/ho", "me/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/Us", "ers/"),
];

pub(super) fn check(source: &Source) -> Vec<Finding> {
    let mut findings = Vec::new();
    if source.is_code() {
        let length = source.text.lines().count();
        if length > LONGEST {
            let message = format!("has {length} lines: split it, {LONGEST} are the most");
            findings.push(Finding::new(&source.path, message));
        }
    }
    for (place, line) in source.lines() {
        if source.is_code() {
            for word in UNFINISHED.iter().filter(|word| line.contains(**word)) {
                findings.push(Finding::new(
                    &place,
                    format_args!("finish it or take out `{word}`"),
                ));
            }
        }
        if MACHINE.iter().any(|path| names_path(line, path)) {
            findings.push(Finding::new(
                &place,
                "take out the path, which is one machine's",
            ));
        }
    }
    findings
}

/// Tells whether an absolute path begins so; within an address it is only a part of it.
fn names_path(line: &str, path: &str) -> bool {
    line.match_indices(path).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|before| !before.is_alphanumeric() && !"./_-}".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings(path: &str, text: &str) -> usize {
        check(&Source {
            path: path.to_owned(),
            text: text.to_owned(),
        })
        .len()
    }

    #[test]
    fn a_file_of_more_than_500_lines_is_found() {
        assert_eq!(findings("a.rs", &"x\n".repeat(500)), 0);
        assert_eq!(findings("a.rs", &"x\n".repeat(501)), 1);
        assert_eq!(findings("a.csv", &"x\n".repeat(501)), 0);
    }

    #[test]
    fn unfinished_work_is_found() {
        for word in UNFINISHED {
            assert_eq!(findings("a.rs", word), 1, "{word}");
        }
    }

    #[test]
    fn a_path_of_one_machine_is_found_and_a_part_of_an_address_is_not() {
        let path = MACHINE[0];
        assert_eq!(findings("a.md", &format!("see {path}x/file")), 1);
        assert_eq!(
            findings("a.md", &format!("https://example.fi{path}page")),
            0
        );
        assert_eq!(findings("a.md", &format!("`$HOME{path}`")), 0);
    }
}
