//! The root manifest says why each dependency is there, and the lock file keeps two in step.

use std::fs;

use anyhow::Result;

use super::Finding;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let mut findings = reasons(&fs::read_to_string(workspace.root.join("Cargo.toml"))?);
    findings.extend(binding(&fs::read_to_string(
        workspace.root.join("Cargo.lock"),
    )?));
    Ok(findings)
}

/// Every dependency from outside carries its reason on its line.
fn reasons(manifest: &str) -> Vec<Finding> {
    let section = manifest
        .split_once("[workspace.dependencies]")
        .map_or("", |(_, after)| after);
    let lines = section.lines().take_while(|line| !line.starts_with('['));
    lines
        .filter(|line| line.contains('=') && !line.starts_with('#') && !line.contains("path = "))
        .filter(|line| !line.contains(" # "))
        .map(|line| {
            let name = line.split('=').next().unwrap_or_default().trim();
            Finding::new(
                "Cargo.toml",
                format_args!("say in a comment on its line why {name} is there"),
            )
        })
        .collect()
}

/// The glue generator refuses code that another version of its library compiled.
fn binding(lock: &str) -> Option<Finding> {
    let version = |name: &str| {
        let (_, after) = lock.split_once(&format!("name = \"{name}\"\nversion = \""))?;
        after.split_once('"').map(|(version, _)| version)
    };
    let (library, tool) = (version("wasm-bindgen"), version("wasm-bindgen-cli-support"));
    (library != tool).then(|| {
        Finding::new(
            "Cargo.lock",
            "wasm-bindgen and wasm-bindgen-cli-support differ: update both",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dependency_without_a_reason_is_found() {
        let manifest = "[workspace.dependencies]\nours = { path = \"a\" }\n# Group.\na = \"1\" # Why.\nb = \"1\"\n[profile.dev]\nc = 1\n";
        let findings = reasons(manifest);
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].message.contains("why b is"), "{findings:?}");
    }

    #[test]
    fn different_versions_of_the_glue_and_its_generator_are_found() {
        let lock = |tool: &str| {
            format!(
                "name = \"wasm-bindgen\"\nversion = \"0.2.1\"\n\nname = \"wasm-bindgen-cli-support\"\nversion = \"{tool}\"\n"
            )
        };
        assert_eq!(binding(&lock("0.2.1")), None);
        assert!(binding(&lock("0.2.2")).is_some());
    }
}
