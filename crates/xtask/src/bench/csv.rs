//! All decisions as CSV: how fast they come, when the first byte comes, and what memory it takes.

use std::io::Read;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result};

use super::server::Running;
use crate::{process, say};

pub(super) const ALL: &str = "/paatokset.csv";
/// The columns of our file, read and written as they are stored.
const SAME: &str = "select d.series || '/' || d.section_year || '/' || d.section_number, d.title, \
     d.lang, d.decision_maker, d.decided_on, d.no_later_than, d.published_on, \
     (select sum(c.amount_cents) from commitment c where c.decision = d.id), d.state, \
     (select max(x.effect) from decision_change x where x.target = d.id), d.period_last_day, \
     (select l.final_from from legal_force l where l.decision = d.id) \
     from decision d where d.publication_number is not null order by d.publication_number desc";
/// How often memory is looked at meanwhile.
const OFTEN: Duration = Duration::from_millis(20);

/// Measures the export, and `sqlite3` writing the same rows.
///
/// # Errors
/// A server or a program does not answer.
pub(super) fn measure(server: &Running, database: &Path) -> Result<()> {
    let before = server.memory()?;
    let is_read = AtomicBool::new(false);
    let (ours, most) = thread::scope(|scope| {
        let watch = scope.spawn(|| {
            let mut most = before;
            while !is_read.load(Ordering::Relaxed) {
                most = most.max(server.memory().unwrap_or_default());
                thread::sleep(OFTEN);
            }
            most
        });
        let begun = Instant::now();
        let ours = server
            .ask(ALL)
            .and_then(|answer| Stream::to_end(answer, begun));
        is_read.store(true, Ordering::Relaxed);
        (ours, watch.join().unwrap_or_default())
    });
    let ours = ours?;
    let ruler = ruler(database)?;
    say::result(format_args!(
        "CSV of all decisions: {}, memory up {} MB",
        ours.shown(),
        most.saturating_sub(before) / 1_000_000
    ))?;
    say::result(format_args!(
        "sqlite3 -csv:         {}; ours has {:.2} of its rate",
        ruler.shown(),
        ours.rate() / ruler.rate()
    ))?;
    Ok(())
}

fn ruler(database: &Path) -> Result<Stream> {
    let begun = Instant::now();
    let mut sqlite = process::command("sqlite3")
        .args(["-csv", "-readonly"])
        .arg(database)
        .arg(SAME)
        .stdout(Stdio::piped())
        .spawn()
        .context("sqlite3 cannot be started")?;
    let rows = sqlite.stdout.take().context("sqlite3 has no output")?;
    let read = Stream::to_end(rows, begun);
    sqlite.wait()?;
    read
}

/// A stream that was read to its end.
pub(super) struct Stream {
    bytes: u32,
    first: Duration,
    whole: Duration,
}

impl Stream {
    pub(super) fn to_end(mut from: impl Read, begun: Instant) -> Result<Self> {
        let mut buffer = vec![0; 256 * 1024];
        let mut bytes = u32::try_from(from.read(&mut buffer)?)?;
        let first = begun.elapsed();
        loop {
            let read = u32::try_from(from.read(&mut buffer)?)?;
            if read == 0 {
                break;
            }
            bytes = bytes.checked_add(read).context("more than 4 GB came")?;
        }
        let whole = begun.elapsed();
        Ok(Self {
            bytes,
            first,
            whole,
        })
    }

    /// MB in a second.
    fn rate(&self) -> f64 {
        f64::from(self.bytes) / 1_000_000.0 / self.whole.as_secs_f64()
    }

    fn shown(&self) -> String {
        let first = self.first.as_secs_f64() * 1_000.0;
        let megabytes = self.bytes / 1_000_000;
        format!(
            "{megabytes} MB at {:.0} MB/s, first byte after {first:.1} ms",
            self.rate()
        )
    }
}
