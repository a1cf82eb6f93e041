//! `cargo xtask bench`: how fast a large register answers, beside what the machine itself can do.
//!
//! All figures of one run are from one machine in one hour; the shares of nginx and of `sqlite3`
//! are what may be compared between machines.

mod beside;
mod csv;
mod load;
mod server;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

use self::beside::{Register, beside};
use self::load::{Load, Seen};
use self::server::{Cache, Running};
use crate::build::{self, Profile};
use crate::workspace::Workspace;
use crate::{install, process, say};

/// Addresses of decisions that are asked for in turn.
const ADDRESSES: usize = 1_000;
/// How often the start of the server is measured.
const STARTS: usize = 7;
/// Words that are looked for: rare ones, and such as stand in most decisions.
const WORDS: [&str; 16] = [
    "päätös",
    "kaupunki",
    "hankkeiden",
    "määräraha",
    "kaupunki+määräraha",
    "koulukuljetus",
    "leikkipuiston",
    "uimahalli+remontti",
    "Otanmäki",
    "Lehtikankaan",
    "musiikkiopisto",
    "kus",
    "avustus+kirjasto",
    "kilpailutuksen",
    "valtionavustus",
    "kajdno+2019+70000",
];
const MAKERS: [&str; 6] = [
    "sivistysjohtaja",
    "tekninen-johtaja",
    "talousjohtaja",
    "henkilostojohtaja",
    "kulttuurijohtaja",
    "ymparistojohtaja",
];

/// Measures registers of so many decisions, each made anew unless it is kept from an earlier run.
///
/// # Errors
/// The build fails, or a server does not answer.
pub(crate) fn run(workspace: &Workspace, counts: &[u32]) -> Result<()> {
    install::for_bench()?;
    let binary = build::build(workspace, Profile::Release)?;
    let folder = workspace.target.join("bench");
    fs::create_dir_all(&folder)?;
    for count in counts {
        let database = filled(workspace, &binary, &folder, *count)?;
        say::result(format_args!(
            "{count} decisions, {} of database",
            size(&database)?
        ))?;
        measure(&binary, &folder, &database)?;
    }
    Ok(())
}

/// The example register with so many synthetic decisions.
fn filled(workspace: &Workspace, binary: &Path, folder: &Path, count: u32) -> Result<PathBuf> {
    let database = folder.join(format!("{count}.db"));
    if database.exists() {
        say::note(format_args!("{} is kept from before", database.display()));
        return Ok(database);
    }
    say::step(format_args!("making a register of {count} decisions"));
    // A run that broke off leaves no half register behind under the name of a whole one.
    let unfinished = folder.join("unfinished.db");
    for ending in ["", "-wal", "-shm"] {
        let left = folder.join(format!("unfinished.db{ending}"));
        if left.exists() {
            fs::remove_file(left)?;
        }
    }
    let url = format!("sqlite:{}", unfinished.display());
    process::output(process::command(binary).args(["--database", &url, "demo"]))?;
    process::run(
        process::cargo()
            .args(["run", "--release", "--package", "store"])
            .args(process::progress())
            .args(["--features", "testing", "--example", "synthetic", "--"])
            .arg(&url)
            .arg(count.to_string())
            .current_dir(&workspace.root),
    )?;
    say::step("opening it for the first time");
    drop(Running::register(binary, folder, &unfinished, Cache::On)?);
    fs::rename(&unfinished, &database)?;
    Ok(database)
}

fn size(file: &Path) -> Result<String> {
    Ok(format!("{} MB", fs::metadata(file)?.len() / 1_000_000))
}

fn measure(binary: &Path, folder: &Path, database: &Path) -> Result<()> {
    let addresses = addresses(database)?;
    let first = addresses.first().context("the register has no decision")?;
    start(binary, folder, database)?;

    let ours = Running::register(binary, folder, database, Cache::On)?;
    say::result(format_args!(
        "idle memory: {} MB",
        ours.memory()? / 1_000_000
    ))?;
    let page = ours.get(first)?;
    let ruler = Running::nginx(folder, &page)?;
    let load = |server: &Running, addresses: &[String]| Load::new(folder, addresses)?.on(server);

    say::result(format_args!("{:<44} {}", "", Seen::HEADINGS))?;
    let best = load(&ruler, &["/".to_owned()])?;
    say::result(format_args!(
        "{:<44} {best}",
        "nginx: the same decision page as a file"
    ))?;
    let show = |what: &str, seen: &Seen| {
        say::result(format_args!(
            "{what:<44} {seen} {:.2} of nginx",
            seen.share(&best)
        ))
    };
    show(
        "a decision page, kept",
        &load(&ours, std::slice::from_ref(first))?,
    )?;
    show("1 000 decision pages, kept", &load(&ours, &addresses)?)?;
    say::result(format_args!(
        "memory after: {} MB",
        ours.memory()? / 1_000_000
    ))?;
    drop(ours);

    let anew = Running::register(binary, folder, database, Cache::Off)?;
    show("1 000 decision pages, made anew", &load(&anew, &addresses)?)?;
    show(
        "lists of two filters with counts, made anew",
        &load(&anew, &lists(12))?,
    )?;
    show("searches, made anew", &load(&anew, &searches(""))?)?;
    show(
        "searches, the newest first",
        &load(&anew, &searches("&jarjestys=uusin"))?,
    )?;
    for address in searches("") {
        let seen = Load::short(folder, std::slice::from_ref(&address))?.on(&anew)?;
        show(&format!("  {address}"), &seen)?;
    }
    let register = Register {
        server: &anew,
        binary,
        folder,
        database,
    };
    beside_others(&register, &addresses)?;
    csv::measure(&anew, database)?;
    say::result(format_args!(
        "memory after: {} MB",
        anew.memory()? / 1_000_000
    ))?;
    Ok(())
}

/// How long it takes from the start of the process to its first page.
fn start(binary: &Path, folder: &Path, database: &Path) -> Result<()> {
    let mut taken = Vec::new();
    for _ in 0..STARTS {
        taken.push(Running::register(binary, folder, database, Cache::On)?.started_in);
    }
    taken.sort();
    let median = taken.get(STARTS / 2).copied().unwrap_or_default();
    say::result(format_args!(
        "start to first page: {} ms (median of {STARTS})",
        median.as_millis()
    ))?;
    Ok(())
}

/// Any page while all decisions are exported and projects are imported.
fn beside_others(register: &Register<'_>, addresses: &[String]) -> Result<()> {
    let load = Load::new(register.folder, addresses)?;
    let idle = load.on(register.server)?;
    let (beside, exports, imports) = beside(register, || load.on(register.server));
    let beside = beside?;
    say::result(format_args!(
        "{:<44} {idle}",
        "decision pages, nothing beside"
    ))?;
    say::result(format_args!(
        "{:<44} {beside} p99 {:.1} times, {exports} exports and {imports} imports meanwhile",
        "decision pages beside an export and an import",
        beside.late / idle.late
    ))?;
    Ok(())
}

/// Addresses of published decisions, anywhere in the register.
fn addresses(database: &Path) -> Result<Vec<String>> {
    let question = format!(
        "select '/paatokset/' || series || '/' || section_year || '/' || section_number \
         from decision where state = 'published' order by hex(id) * 7919 % 10007, id limit {ADDRESSES}"
    );
    let found = process::output(process::command("sqlite3").arg(database).arg(question))?;
    Ok(found.lines().map(str::to_owned).collect())
}

/// Lists narrowed by decision maker and year.
fn lists(years: u16) -> Vec<String> {
    let years = 2014..2014 + years;
    let of_year =
        |year| MAKERS.map(|maker| format!("/paatokset?paatoksentekija={maker}&vuosi={year}"));
    years.flat_map(of_year).collect()
}

fn searches(order: &str) -> Vec<String> {
    WORDS
        .iter()
        .map(|word| format!("/paatokset?q={}{order}", encoded(word)))
        .collect()
}

/// A word as it stands in an address.
fn encoded(word: &str) -> String {
    word.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
