//! Both databases have the same migrations.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};

use super::Finding;
use crate::workspace::Workspace;

pub(super) fn check(workspace: &Workspace) -> Result<Vec<Finding>> {
    let names = |database: &str| -> Result<BTreeSet<String>> {
        let folder = workspace.root.join("migrations").join(database);
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot list {}", folder.display()))?;
        entries
            .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
            .collect()
    };
    Ok(compare(&names("sqlite")?, &names("postgres")?))
}

fn compare(sqlite: &BTreeSet<String>, postgres: &BTreeSet<String>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (there, missing_from, other) in
        [(sqlite, "postgres", postgres), (postgres, "sqlite", sqlite)]
    {
        for name in there.difference(other) {
            findings.push(Finding::new(
                format_args!("migrations/{missing_from}"),
                format_args!("add {name}, which the other database has"),
            ));
        }
    }
    for (number, name) in (1_u32..).zip(sqlite) {
        if !name.starts_with(&format!("{number:04}_")) {
            findings.push(Finding::new(
                format_args!("migrations/sqlite/{name}"),
                format_args!("number the migrations without a gap: this one is {number:04}"),
            ));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set<const N: usize>(names: [&str; N]) -> BTreeSet<String> {
        names.map(str::to_owned).into()
    }

    #[test]
    fn equal_migrations_in_a_row_are_accepted() {
        let both = set(["0001_people.sql", "0002_case.sql"]);
        assert_eq!(compare(&both, &both), []);
    }

    #[test]
    fn a_migration_of_one_database_alone_is_found() {
        let findings = compare(&set(["0001_people.sql"]), &set(["0001_person.sql"]));
        assert_eq!(findings.len(), 2, "{findings:?}");
    }

    #[test]
    fn a_gap_in_the_numbers_is_found() {
        let both = set(["0001_people.sql", "0003_case.sql"]);
        assert_eq!(compare(&both, &both).len(), 1);
    }
}
