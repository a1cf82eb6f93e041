//! Which crate may depend on which: nothing points back.

use anyhow::{Context as _, Result};
use serde_json::Value;

use super::Finding;
use crate::process;
use crate::workspace::Workspace;

/// Each crate with the crates of this workspace that it may name.
const ALLOWED: [(&str, &[&str]); 10] = [
    ("calendar", &[]),
    ("domain", &["calendar"]),
    ("wording", &["calendar", "domain"]),
    ("store", &["calendar", "domain"]),
    ("documents", &["calendar", "domain", "wording"]),
    (
        "register",
        &["calendar", "domain", "wording", "store", "documents"],
    ),
    ("app", &["calendar", "domain", "wording", "register"]),
    (
        "server",
        &[
            "calendar",
            "domain",
            "wording",
            "documents",
            "register",
            "app",
        ],
    ),
    ("frontend", &["app"]),
    ("xtask", &[]),
];

/// A crate from outside that not every crate may name.
struct Kept {
    name: &'static str,
    by: &'static [&'static str],
    /// Those whose tests alone may name it.
    by_tests_of: &'static [&'static str],
}

const fn kept(name: &'static str, by: &'static [&'static str]) -> Kept {
    Kept {
        name,
        by,
        by_tests_of: &[],
    }
}

const KEPT: [Kept; 6] = [
    kept("sqlx", &["store"]),
    kept("printpdf", &["documents"]),
    Kept {
        // Tests read back what was made.
        by_tests_of: &["register", "server"],
        ..kept("lopdf", &["documents"])
    },
    kept("lettre", &["register"]),
    kept("leptos", &["app", "server", "frontend"]),
    kept("axum", &["server"]),
];

pub(super) fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let metadata = process::json(
        process::cargo()
            .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
            .current_dir(&workspace.root),
    )?;
    let packages = metadata["packages"]
        .as_array()
        .context("cargo metadata lists no packages")?;
    Ok(packages.iter().flat_map(package).collect())
}

fn package(package: &Value) -> Vec<Finding> {
    let name = package["name"].as_str().unwrap_or_default();
    let Some((_, allowed)) = ALLOWED.iter().find(|(known, _)| *known == name) else {
        let place = format!("the crate {name}");
        return vec![Finding::new(
            place,
            "give it a place in ARCHITECTURE.md and in tidy's table",
        )];
    };
    let dependencies = package["dependencies"].as_array().into_iter().flatten();
    dependencies
        .filter_map(|dependency| edge(name, allowed, dependency))
        .collect()
}

fn edge(name: &str, allowed: &[&str], dependency: &Value) -> Option<Finding> {
    let (is_of_tests, dependency) = (dependency["kind"] == "dev", dependency["name"].as_str()?);
    // A crate names itself only to turn a feature on for its own tests.
    let is_ours = dependency != name && ALLOWED.iter().any(|(known, _)| *known == dependency);
    let kept = KEPT.iter().find(|kept| kept.name == dependency);
    let may =
        |kept: &Kept| kept.by.contains(&name) || (is_of_tests && kept.by_tests_of.contains(&name));
    let message = match kept {
        _ if is_ours && !allowed.contains(&dependency) => {
            format!("must not depend on {dependency}: dependencies point one way (ARCHITECTURE.md)")
        }
        Some(kept) if !may(kept) => {
            let keepers = kept.by.join(", ");
            format!("must not depend on {dependency}: only {keepers} may")
        }
        _ => return None,
    };
    Some(Finding::new(format_args!("the crate {name}"), message))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn findings(name: &str, dependency: &str) -> usize {
        package(&json!({ "name": name, "dependencies": [{ "name": dependency }] })).len()
    }

    #[test]
    fn an_edge_that_points_back_is_found() {
        assert_eq!(findings("domain", "calendar"), 0);
        assert_eq!(findings("calendar", "domain"), 1);
        assert_eq!(findings("store", "register"), 1);
        assert_eq!(findings("store", "store"), 0);
    }

    #[test]
    fn only_the_store_names_the_database_driver() {
        assert_eq!(findings("store", "sqlx"), 0);
        assert_eq!(findings("register", "sqlx"), 1);
    }

    #[test]
    fn documents_are_read_back_by_tests_alone() {
        let found = |name: &str, kind: &str| {
            let lopdf = json!([{ "name": "lopdf", "kind": kind }]);
            package(&json!({ "name": name, "dependencies": lopdf })).len()
        };
        assert_eq!(findings("documents", "lopdf"), 0);
        assert_eq!(
            (found("server", "dev"), findings("server", "lopdf")),
            (0, 1)
        );
        assert_eq!(found("app", "dev"), 1);
    }

    #[test]
    fn a_crate_without_a_place_in_the_table_is_found() {
        assert_eq!(findings("utilities", "serde"), 1);
    }
}
