//! Embeds the site folder that `HANKEREKISTERI_SITE` names; without the variable nothing, so that
//! plain cargo commands work without Node and a browser compiler.

use std::env;
use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

const VARIABLE: &str = "HANKEREKISTERI_SITE";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    let mut table = String::from("static ASSETS: &[Asset] = &[\n");
    if let Some(folder) = env::var_os(VARIABLE).map(PathBuf::from) {
        let manifest = folder.join("manifest.tsv");
        println!("cargo:rerun-if-changed={}", manifest.display());
        for line in fs::read_to_string(&manifest)?.lines() {
            let (name, hashed) = line
                .split_once('\t')
                .ok_or("the manifest has two columns")?;
            write_asset(&mut table, &folder, name, hashed)?;
        }
    }
    table.push_str("];\n");
    let out = env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    fs::write(Path::new(&out).join("assets.rs"), table)?;
    Ok(())
}

fn write_asset(
    table: &mut String,
    folder: &Path,
    name: &str,
    hashed: &str,
) -> Result<(), Box<dyn Error>> {
    let content_type = content_type(name)?;
    let file = folder.join(hashed);
    writeln!(table, "    Asset {{")?;
    writeln!(table, "        name: {name:?},")?;
    writeln!(table, "        path: {hashed:?},")?;
    writeln!(table, "        address: {:?},", format!("/assets/{hashed}"))?;
    writeln!(table, "        content_type: {content_type:?},")?;
    writeln!(
        table,
        "        bytes: include_bytes!({:?}),",
        file.display().to_string()
    )?;
    for (field, ending) in [("brotli", "br"), ("gzip", "gz")] {
        let compressed = folder.join(format!("{hashed}.{ending}"));
        if compressed.is_file() {
            writeln!(
                table,
                "        {field}: Some(include_bytes!({:?})),",
                compressed.display().to_string()
            )?;
        } else {
            writeln!(table, "        {field}: None,")?;
        }
    }
    writeln!(table, "    }},")?;
    Ok(())
}

fn content_type(name: &str) -> Result<&'static str, String> {
    let ending = Path::new(name)
        .extension()
        .and_then(|ending| ending.to_str());
    Ok(match ending.unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "ico" => "image/x-icon",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "png" => "image/png",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => return Err(format!("no content type is known for {name}")),
    })
}
