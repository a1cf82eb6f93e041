//! The islands: Rust compiled for the browser, its JavaScript glue, and the optimiser.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::install::BrowserCompiler;
use crate::stamp::{self, Inputs};
use crate::workspace::Workspace;
use crate::{process, say};

/// The glue's file name; the module beside it is `frontend_bg.wasm`, and dependencies may add
/// scripts under `snippets`.
const NAME: &str = "frontend";

/// What every browser since 2023 understands and Rust emits; the optimiser must be told.
const WASM_FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Builds `frontend.js` and `frontend_bg.wasm`.
///
/// # Errors
/// The code does not compile, or a tool refuses its output.
pub(super) fn build(workspace: &Workspace, compiler: BrowserCompiler) -> Result<()> {
    say::step("building the islands");
    process::run(
        compiler
            .cargo(workspace, "build")?
            .args(process::progress())
            .args(["--package", NAME, "--profile", "wasm-release"]),
    )?;
    let linked = workspace
        .target
        .join("wasm/wasm32-unknown-unknown/wasm-release")
        .join(NAME)
        .with_extension("wasm");
    let folder = super::browser_folder(workspace);
    let inputs = Inputs::default()
        .file(&linked)?
        .file(&workspace.root.join("Cargo.lock"))?
        .file(&workspace.end2end().join("package-lock.json"))?;
    stamp::unless_fresh(&folder.with_extension("stamp"), &inputs, || {
        bind(&linked, &folder)?;
        optimise(workspace, &folder.join(format!("{NAME}_bg.wasm")))
    })
}

fn bind(linked: &Path, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(linked)
        .out_name(NAME)
        .typescript(false)
        .remove_producers_section(true)
        // The glue finds its module beside itself, so nobody has to tell it the hashed name.
        .omit_default_module_path(false);
    let mut output = bindgen.web(true)?.generate_output()?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    output.emit(folder).context("cannot write the islands")
}

fn optimise(workspace: &Workspace, module: &Path) -> Result<()> {
    let optimised = module.with_extension("opt.wasm");
    process::quiet(
        process::command(workspace.npm_program("wasm-opt"))
            .arg("-Oz")
            .args(WASM_FEATURES)
            .arg(module)
            .arg("-o")
            .arg(&optimised),
    )?;
    fs::rename(&optimised, module).context("cannot replace the islands by the optimised ones")
}
