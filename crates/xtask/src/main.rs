//! Build, run and test automation: `cargo xtask help`.
fn main() {}
