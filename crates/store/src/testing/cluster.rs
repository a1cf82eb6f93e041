//! The PostgreSQL cluster of a test process.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use tokio::sync::OnceCell;

use crate::Store;

const MISSING: &str = "PostgreSQL is not installed: install it (Debian: apt-get install \
    postgresql), or name the folder of its programs in HANKEREKISTERI_PG_BIN";

/// Runs a cluster until its standard input closes, which it does however the test process ends;
/// then removes it. `$1` is the folder of the programs with a slash, or empty; `$2` the port.
const RUN_CLUSTER: &str = r#"
set -eu
home=$(mktemp -d "${TMPDIR:-/tmp}/hankerekisteri-postgres.XXXXXX")
trap 'rm -rf "$home"' EXIT
echo "$home"
"$1initdb" --pgdata="$home/data" --username=register --auth=trust --encoding=UTF8 --locale=C \
    --no-sync > "$home/log" 2>&1
"$1postgres" -D "$home/data" -p "$2" -k "$home" -c listen_addresses=127.0.0.1 \
    -c fsync=off -c full_page_writes=off -c max_connections=300 >> "$home/log" 2>&1 &
server=$!
cat > /dev/null
kill -QUIT "$server"
wait "$server" || true
"#;

const TEMPLATE: &str = "up_to_date";

struct Cluster {
    programs: PathBuf,
    port: u16,
    databases: AtomicU32,
    /// Held open for as long as the process lives.
    _lifeline: ChildStdin,
}

static CLUSTER: OnceCell<Cluster> = OnceCell::const_new();

pub(super) async fn up_to_date_database() -> String {
    let cluster = CLUSTER.get_or_init(start).await;
    cluster.create(Some(TEMPLATE))
}

pub(super) async fn empty_database() -> String {
    let cluster = CLUSTER.get_or_init(start).await;
    cluster.create(None)
}

async fn start() -> Cluster {
    let programs = programs();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a local port is free");
    let port = listener.local_addr().expect("a bound port is known").port();
    drop(listener);

    let mut child = run_cluster(&programs, port);
    let lifeline = child.stdin.take().expect("the standard input is piped");
    let home = first_line(&mut child);
    let cluster = Cluster {
        programs,
        port,
        databases: AtomicU32::new(0),
        _lifeline: lifeline,
    };
    cluster.wait_until_ready(&mut child, &home);
    cluster.run("createdb", &[TEMPLATE]);
    let template = Store::connect(&cluster.url(TEMPLATE))
        .await
        .expect("the new cluster takes connections");
    template
        .migrate()
        .await
        .expect("an empty database takes the migrations");
    // A database with connections cannot be copied.
    template.close().await;
    cluster
}

/// The folder of the programs, or an empty path where they are on the `PATH`.
fn programs() -> PathBuf {
    if let Some(named) = std::env::var_os("HANKEREKISTERI_PG_BIN") {
        return named.into();
    }
    let version = |folder: &Path| -> Option<u32> { folder.file_name()?.to_str()?.parse().ok() };
    let installed = std::fs::read_dir("/usr/lib/postgresql").ok();
    let newest = installed
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|folder| folder.join("bin/initdb").exists())
        .max_by_key(|folder| version(folder));
    newest.map(|folder| folder.join("bin")).unwrap_or_default()
}

/// Starts the script, as `nobody` where the test runs as root, whom `initdb` refuses.
fn run_cluster(programs: &Path, port: u16) -> Child {
    Command::new(programs.join("initdb"))
        .arg("--version")
        .stdout(Stdio::null())
        .status()
        .expect(MISSING);
    let folder = match programs
        .to_str()
        .expect("the folder of PostgreSQL has a readable name")
    {
        "" => String::new(),
        folder => format!("{folder}/"),
    };
    let mut command = if id(&["-u"]) == "0" {
        let mut command = Command::new("setpriv");
        command
            .arg(format!("--reuid={}", id(&["-u", "nobody"])))
            .arg(format!("--regid={}", id(&["-g", "nobody"])))
            .args(["--clear-groups", "--", "sh"]);
        command
    } else {
        Command::new("sh")
    };
    command
        .args(["-c", RUN_CLUSTER, "cluster", &folder, &port.to_string()])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell starts, under setpriv (util-linux) where the test runs as root")
}

fn id(arguments: &[&str]) -> String {
    let answer = Command::new("id").args(arguments).output();
    let answer = answer.expect("the command id is there").stdout;
    String::from_utf8_lossy(&answer).trim().to_owned()
}

/// The folder of the cluster, which its script prints first.
fn first_line(child: &mut Child) -> PathBuf {
    let output = child.stdout.take().expect("the standard output is piped");
    let mut line = String::new();
    BufReader::new(output)
        .read_line(&mut line)
        .expect("the script says where the cluster lies");
    line.trim().into()
}

impl Cluster {
    /// Waits until connections are taken; fails with the cluster's log where they never are.
    fn wait_until_ready(&self, child: &mut Child, home: &Path) {
        let port = self.port.to_string();
        let answers = || {
            let answer = Command::new(self.programs.join("pg_isready"))
                .args(["-q", "-h", "127.0.0.1", "-p", &port])
                .status();
            answer.is_ok_and(|status| status.success())
        };
        let mut ready = answers();
        for _ in 0..600 {
            if ready || matches!(child.try_wait(), Ok(Some(_))) {
                break;
            }
            std::thread::sleep(Duration::from_millis(50));
            ready = answers();
        }
        let log = std::fs::read_to_string(home.join("log")).unwrap_or_default();
        assert!(ready, "PostgreSQL did not start:\n{log}");
    }

    /// A new database, as a copy of another one or empty.
    fn create(&self, template: Option<&str>) -> String {
        let number = self.databases.fetch_add(1, Ordering::Relaxed);
        let name = format!("test_{number}");
        let template = template.unwrap_or("template0");
        self.run("createdb", &["--template", template, &name]);
        self.url(&name)
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let done = Command::new(self.programs.join(program))
            .args(["-h", "127.0.0.1", "-U", "register", "-p"])
            .arg(self.port.to_string())
            .args(arguments)
            .output();
        let done = done.expect(MISSING);
        let said = String::from_utf8_lossy(&done.stderr);
        assert!(done.status.success(), "{program} {arguments:?}: {said}");
    }

    fn url(&self, database: &str) -> String {
        format!("postgres://register@127.0.0.1:{}/{database}", self.port)
    }
}
