//! The servers that are measured: the register, and nginx beside it.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context as _, Result, bail};

use crate::process;

/// How long a server may take to answer at all: the first start makes what is kept of a million
/// decisions.
const PATIENCE: Duration = Duration::from_hours(1);

/// Whether public pages are kept.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cache {
    On,
    Off,
}

/// A server that answers, until it is dropped.
pub(super) struct Running {
    child: Child,
    port: u16,
    /// From the start of the process to its first page.
    pub(super) started_in: Duration,
}

impl Running {
    /// The register with a database, at a moment after all of its periods.
    pub(super) fn register(
        binary: &Path,
        folder: &Path,
        database: &Path,
        cache: Cache,
    ) -> Result<Self> {
        let port = free_port()?;
        let config = folder.join("bench.toml");
        let mebibytes = if cache == Cache::On { 64 } else { 0 };
        fs::write(&config, format!("page_cache_mib = {mebibytes}\n"))?;
        let mut command = process::command(binary);
        command
            .arg("--database")
            .arg(format!("sqlite:{}", database.display()))
            .arg("--config")
            .arg(config)
            .args(["serve", "--listen", &format!("127.0.0.1:{port}")]);
        Self::start(&mut command, port)
    }

    /// nginx with a page that it sends from a file, one worker for each core.
    pub(super) fn nginx(folder: &Path, page: &[u8]) -> Result<Self> {
        let port = free_port()?;
        let root = folder.join("nginx");
        fs::create_dir_all(&root)?;
        fs::write(root.join("index.html"), page)?;
        let config = folder.join("nginx.conf");
        let at = root.display();
        fs::write(
            &config,
            format!(
                // Started by root, it would give its rights away and could not read the page.
                "daemon off; user root; worker_processes auto; pid {at}/pid; error_log {at}/errors;\n\
                 events {{ worker_connections 256; }}\n\
                 http {{ access_log off; sendfile on; open_file_cache max=100;\n\
                 \x20 keepalive_requests 100000000; types {{ text/html html; }}\n\
                 \x20 server {{ listen 127.0.0.1:{port}; root {at}; }} }}\n"
            ),
        )?;
        let mut command = process::command("nginx");
        command.arg("-c").arg(config).arg("-p").arg(root);
        Self::start(&mut command, port)
    }

    fn start(command: &mut Command, port: u16) -> Result<Self> {
        let begun = Instant::now();
        let child = command
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("a server cannot be started")?;
        let mut running = Self {
            child,
            port,
            started_in: Duration::ZERO,
        };
        while running.get("/").is_err() {
            if begun.elapsed() > PATIENCE || running.child.try_wait()?.is_some() {
                bail!("a server does not answer");
            }
            thread::sleep(Duration::from_millis(1));
        }
        running.started_in = begun.elapsed();
        Ok(running)
    }

    pub(super) fn url(&self, address: &str) -> String {
        format!("http://127.0.0.1:{}{address}", self.port)
    }

    /// Asks for a page, and gives the connection from which its answer can be read.
    pub(super) fn ask(&self, address: &str) -> Result<TcpStream> {
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))?;
        // The end of an answer of this version is that of the connection.
        write!(
            stream,
            "GET {address} HTTP/1.0\r\nHost: 127.0.0.1:{}\r\n\r\n",
            self.port
        )?;
        Ok(stream)
    }

    /// The body of a page.
    pub(super) fn get(&self, address: &str) -> Result<Vec<u8>> {
        let mut answer = Vec::new();
        self.ask(address)?.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.with_context(|| format!("{address} has no whole header"))?;
        let (header, body) = answer.split_at(end);
        if !header.starts_with(b"HTTP/1.0 200") && !header.starts_with(b"HTTP/1.1 200") {
            bail!("{address} is answered {}", String::from_utf8_lossy(header));
        }
        Ok(body.get(4..).unwrap_or_default().to_vec())
    }

    /// The bytes of memory that are the process's own.
    pub(super) fn memory(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status
            .lines()
            .find_map(|line| line.strip_prefix("RssAnon:"));
        let number = line.and_then(|line| line.split_whitespace().next());
        let kibibytes: u64 = number
            .context("the system says nothing of memory")?
            .parse()?;
        Ok(kibibytes * 1024)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // TERM lets nginx end its workers, and the register its database.
        let ended = Command::new("kill")
            .arg(self.child.id().to_string())
            .status();
        if ended.is_ok() {
            let _ = self.child.wait();
        }
    }
}

fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?
        .local_addr()?
        .port())
}
