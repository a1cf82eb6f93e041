//! Programs of the operating system: looked for first, installed from Debian's packages by root.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::{process, say};

/// A program that a distribution provides.
#[derive(Clone, Copy)]
pub(crate) struct Program {
    /// How people call it in a message.
    name: &'static str,
    /// Debian's package.
    package: &'static str,
    present: fn() -> bool,
}

pub(crate) const CHROMIUM: Program = Program {
    name: "Chromium (or set HANKEREKISTERI_CHROMIUM)",
    package: "chromium",
    present: || find_chromium().is_some(),
};
pub(crate) const NGINX: Program = Program {
    name: "nginx",
    package: "nginx-light",
    present: || on_path("nginx"),
};
pub(crate) const POPPLER: Program = Program {
    name: "poppler's PDF tools",
    package: "poppler-utils",
    present: || {
        ["pdffonts", "pdfinfo", "pdftoppm", "pdftotext"]
            .iter()
            .all(|tool| on_path(tool))
    },
};
pub(crate) const QPDF: Program = Program {
    name: "qpdf",
    package: "qpdf",
    present: || on_path("qpdf"),
};
pub(crate) const POSTGRESQL: Program = Program {
    name: "PostgreSQL's server programs (or set HANKEREKISTERI_PG_BIN)",
    package: "postgresql",
    present: || find_postgres().is_some(),
};
pub(crate) const PYTHON_VENV: Program = Program {
    name: "Python 3 with venv",
    package: "python3-venv",
    present: || {
        process::succeeds(process::command("python3").args(["-c", "import ensurepip, venv"]))
    },
};
pub(crate) const SQLITE: Program = Program {
    name: "sqlite3",
    package: "sqlite3",
    present: || on_path("sqlite3"),
};
pub(crate) const WRK: Program = Program {
    name: "wrk",
    package: "wrk",
    present: || on_path("wrk"),
};

/// Installs those of the programs that are not there.
///
/// # Errors
/// Something is missing and apt-get or the rights are too; the message says what to type.
pub(crate) fn install(programs: &[Program]) -> Result<()> {
    let missing: Vec<_> = programs
        .iter()
        .filter(|program| !(program.present)())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let names: Vec<_> = missing.iter().map(|program| program.name).collect();
    let packages: Vec<_> = missing.iter().map(|program| program.package).collect();
    install_packages(&packages).with_context(|| format!("missing: {}", names.join(", ")))?;
    match missing.iter().find(|program| !(program.present)()) {
        Some(program) => bail!(
            "the package {} is installed, but {} is still not found",
            program.package,
            program.name
        ),
        None => Ok(()),
    }
}

/// Installs packages with apt-get.
///
/// # Errors
/// There is no apt-get, we are not root, or a package cannot be had.
pub(crate) fn install_packages(packages: &[&str]) -> Result<()> {
    let wanted = packages.join(" ");
    if !on_path("apt-get") {
        bail!("install these with the machine's package manager (Debian's names): {wanted}");
    }
    if !is_root() {
        bail!("type: sudo apt-get install --no-install-recommends {wanted}");
    }
    say::step(format_args!("installing Debian packages: {wanted}"));
    let _guard = packages
        .contains(&POSTGRESQL.package)
        .then(NoCluster::new)
        .transpose()?;
    let apt_get = || {
        let mut command = process::command("apt-get");
        command.env("DEBIAN_FRONTEND", "noninteractive");
        command
    };
    process::quiet(apt_get().args(["--quiet", "update"]))?;
    process::quiet(
        apt_get()
            .args(["--quiet", "--yes", "install", "--no-install-recommends"])
            .args(packages),
    )
}

/// While it lives, installing PostgreSQL creates and starts no database cluster: the tests make
/// their own, and a machine's own cluster is nobody else's business.
struct NoCluster(PathBuf);

impl NoCluster {
    fn new() -> Result<Self> {
        let folder = Path::new("/etc/postgresql-common/createcluster.d");
        fs::create_dir_all(folder)?;
        let file = folder.join("hankerekisteri-no-cluster.conf");
        fs::write(&file, "create_main_cluster = false\n")?;
        Ok(Self(file))
    }
}

impl Drop for NoCluster {
    fn drop(&mut self) {
        // A file left behind only keeps the next installation from making a cluster.
        let _ = fs::remove_file(&self.0);
    }
}

/// The browser that tests and pictures use.
///
/// # Errors
/// There is none.
pub(crate) fn chromium() -> Result<PathBuf> {
    find_chromium().context("Chromium is not found")
}

/// The folder of PostgreSQL's server programs.
///
/// # Errors
/// There is none.
pub(crate) fn postgres() -> Result<PathBuf> {
    find_postgres().context("PostgreSQL's server programs are not found")
}

fn find_chromium() -> Option<PathBuf> {
    env::var_os("HANKEREKISTERI_CHROMIUM")
        .map(PathBuf::from)
        .or_else(|| {
            ["chromium", "chromium-browser", "google-chrome"]
                .into_iter()
                .find_map(process::find)
        })
}

/// Debian keeps the server programs of each version off the search path; the newest is taken.
fn find_postgres() -> Option<PathBuf> {
    if let Some(folder) = env::var_os("HANKEREKISTERI_PG_BIN") {
        return Some(folder.into());
    }
    let versions = fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten();
    let newest = versions
        .map(|entry| entry.path())
        .filter(|folder| folder.join("bin/initdb").is_file())
        .max_by_key(|folder| {
            let name = folder
                .file_name()
                .map(|name| name.to_string_lossy().into_owned());
            name.and_then(|name| name.parse::<u32>().ok())
        });
    newest
        .map(|folder| folder.join("bin"))
        .or_else(|| process::find("initdb")?.parent().map(Path::to_path_buf))
}

fn on_path(program: &str) -> bool {
    process::find(program).is_some()
}

/// Tells whether we may install packages.
pub(crate) fn is_root() -> bool {
    process::output(process::command("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
