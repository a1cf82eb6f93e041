//! Requests from sixteen connections, made by `wrk`.

use std::fmt::{self, Display, Formatter};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use super::server::Running;
use crate::process;

const CONNECTIONS: &str = "-c16";
/// How long each load lasts, in seconds.
const LONG: u32 = 8;
const SHORT: u32 = 3;

/// Addresses that are asked for in turn.
pub(super) struct Load {
    script: PathBuf,
    seconds: u32,
}

/// What was seen under a load. Times are milliseconds.
pub(super) struct Seen {
    pub(super) per_second: f64,
    pub(super) median: f64,
    pub(super) late: f64,
}

impl Load {
    pub(super) fn new(folder: &Path, addresses: &[String]) -> Result<Self> {
        let quoted: Vec<_> = addresses
            .iter()
            .map(|address| format!("{address:?}"))
            .collect();
        let script = folder.join("load.lua");
        let lua = format!(
            "local addresses = {{ {} }}\nlocal at = 0\n\
             request = function()\n  at = at % #addresses + 1\n\
             \x20 return wrk.format('GET', addresses[at])\nend\n",
            quoted.join(", ")
        );
        fs::write(&script, lua)?;
        Ok(Self {
            script,
            seconds: LONG,
        })
    }

    /// The same for a shorter time.
    pub(super) fn short(folder: &Path, addresses: &[String]) -> Result<Self> {
        Ok(Self {
            seconds: SHORT,
            ..Self::new(folder, addresses)?
        })
    }

    /// Drives a server.
    ///
    /// # Errors
    /// It does not answer, or not with what was asked for.
    pub(super) fn on(&self, server: &Running) -> Result<Seen> {
        let printed = process::output(
            process::command("wrk")
                .args(["-t1", CONNECTIONS, "--latency"])
                .arg(format!("-d{}s", self.seconds))
                .arg("-s")
                .arg(&self.script)
                .arg(server.url("/")),
        )?;
        Seen::read(&printed)
    }
}

impl Seen {
    pub(super) const HEADINGS: &str = "requests/s   p50 ms   p99 ms";

    /// How many times the requests of another these are.
    pub(super) fn share(&self, of: &Self) -> f64 {
        self.per_second / of.per_second
    }

    /// Reads what `wrk` printed.
    fn read(printed: &str) -> Result<Self> {
        if printed.contains("Non-2xx") || printed.contains("Socket errors") {
            bail!("not every request was answered as it should be:\n{printed}");
        }
        let after = |name: &str| {
            let mut lines = printed.lines().map(str::trim);
            let found = lines.find_map(|line| line.strip_prefix(name));
            found
                .map(str::trim)
                .with_context(|| format!("wrk printed no {name}:\n{printed}"))
        };
        Ok(Self {
            per_second: after("Requests/sec:")?.parse()?,
            median: milliseconds(after("50%")?)?,
            late: milliseconds(after("99%")?)?,
        })
    }
}

impl Display for Seen {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:>10.0} {:>8.2} {:>8.2}",
            self.per_second, self.median, self.late
        )
    }
}

fn milliseconds(printed: &str) -> Result<f64> {
    let unit = printed.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let number: f64 = printed.trim_end_matches(unit).parse()?;
    match unit {
        "us" => Ok(number / 1_000.0),
        "ms" => Ok(number),
        "s" => Ok(number * 1_000.0),
        _ => bail!("wrk printed a time of an unknown unit: {printed}"),
    }
}

#[cfg(test)]
mod tests {
    use super::Seen;

    const PRINTED: &str = "Running 8s test\n  Latency Distribution\n     50%  812.00us\n     \
        75%    1.20ms\n     90%    2.00ms\n     99%    1.05s \n  100 requests in 8.00s\n\
        Requests/sec:   1234.50\nTransfer/sec:    1.00MB\n";

    #[test]
    fn what_is_printed_is_read() {
        let seen = Seen::read(PRINTED).expect("it is whole");
        assert_eq!(
            (seen.per_second, seen.median, seen.late),
            (1234.5, 0.812, 1050.0)
        );
        let failed = format!("{PRINTED}  Non-2xx or 3xx responses: 4\n");
        assert!(Seen::read(&failed).is_err());
    }
}
