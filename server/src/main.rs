//! The register's one binary.
fn main() {}
