//! The binary between two starts: what was mailed stays mailed, and a stop finishes what began.

#![expect(clippy::panic, reason = "a test that cannot go on says what it missed")]

#[path = "../../crates/register/tests/stories/sink.rs"]
#[expect(dead_code, reason = "shared with the stories of the register")]
mod sink;

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use sink::{Manner, Sink};

/// In the example register a member's period ends three working days later.
const CLOCK: &str = "2023-09-05T09:00:00+03:00";

fn hankerekisteri(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hankerekisteri"));
    command
        .current_dir(folder)
        .args(["--database", "sqlite:register.db", "--clock", CLOCK])
        .env_remove("HANKEREKISTERI_DATABASE")
        .env_remove("HANKEREKISTERI_SMTP_PASSWORD")
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Starts the server, and waits until it says that it serves: from then on it can be told to stop.
fn serve(folder: &Path) -> Child {
    let mut command = hankerekisteri(folder);
    command.args(["--config", "smtp.toml", "serve", "--listen", "127.0.0.1:0"]);
    let mut process = command
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary starts");
    let messages = process.stderr.take().expect("its messages are piped");
    let mut messages = BufReader::new(messages).lines().map_while(Result::ok);
    let serves = messages.any(|line| line.contains("serving http://"));
    assert!(serves, "it ended before it served");
    std::thread::spawn(move || messages.for_each(drop));
    process
}

/// Waits until something is so.
async fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_mins(2), "no {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// Tells a process to stop, and waits until it has.
async fn stop(mut process: Child) -> ExitStatus {
    let id = process.id().to_string();
    let told = Command::new("kill").args(["-TERM", &id]).status();
    assert!(told.expect("kill is there").success());
    let begun = Instant::now();
    loop {
        if let Some(status) = process.try_wait().expect("it is our child") {
            return status;
        }
        if begun.elapsed() > Duration::from_mins(1) {
            let _ = process.kill();
            panic!("it did not stop");
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restart_sends_no_mail_again() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let folder = folder.path();
    let loaded = hankerekisteri(folder).arg("demo").status();
    assert!(loaded.expect("the binary starts").success());
    let sink = Sink::start(Manner::Accepts).await;
    let settings = format!(
        "[smtp]\nhost = \"127.0.0.1\"\nport = {}\nencryption = \"none\"\n\
         from = \"Hankerekisteri <rekisteri@example.test>\"\n",
        sink.address.port()
    );
    std::fs::write(folder.join("smtp.toml"), settings).expect("the folder takes a file");

    let first = serve(folder);
    until("mail of the first process", || !sink.messages().is_empty()).await;
    // Told to stop, it finishes the mail it is sending; the next one sends the rest.
    assert!(stop(first).await.success());
    for _ in 0..2 {
        let process = serve(folder);
        // Long enough for its first round to begin; it stops only after a job that has begun.
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(stop(process).await.success());
    }
    let ids = sink.message_ids();
    let unique: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    assert_eq!(
        sink.connections(),
        ids.len(),
        "nobody connected for nothing"
    );
}

#[test]
fn settings_that_cannot_be_used_keep_it_from_starting() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let folder = folder.path();
    let settings = "[smtp]\nhost = \"smtp.kunta.example\"\nfrom = \"kirjaamo\"\n";
    std::fs::write(folder.join("smtp.toml"), settings).expect("the folder takes a file");
    let mut command = hankerekisteri(folder);
    command.args(["--config", "smtp.toml", "serve", "--listen", "127.0.0.1:0"]);
    let ended = command.stderr(Stdio::piped()).output();
    let ended = ended.expect("the binary starts");
    let said = String::from_utf8_lossy(&ended.stderr);
    assert_eq!(ended.status.code(), Some(1), "{said}");
    assert!(said.contains("is no e-mail address"), "{said}");
}

/// Projects of the file below: so many that a process can be killed while they are recorded.
const PROJECTS: usize = 1_200;

/// How many of the projects of the file the register has, after everything in it was checked.
fn recorded(folder: &Path) -> usize {
    let verified = hankerekisteri(folder).arg("verify").output();
    let verified = verified.expect("the binary starts");
    assert!(verified.status.success(), "{verified:?}");
    let mut export = hankerekisteri(folder);
    export.args(["export", "projects", "--internal", "--format", "csv"]);
    let listed = export.stdout(Stdio::piped()).output();
    let listed = listed.expect("the binary starts").stdout;
    let listed = String::from_utf8_lossy(&listed);
    listed.matches("Tuotu hanke").count()
}

#[test]
fn an_import_that_is_killed_has_recorded_nothing_and_can_be_done_again() {
    let folder = tempfile::tempdir().expect("there is room for a folder");
    let folder = folder.path();
    let loaded = hankerekisteri(folder).arg("demo").status();
    assert!(loaded.expect("the binary starts").success());
    let rows = (1..=PROJECTS).map(|number| format!("KAJDno-2023-912;Tuotu hanke {number}\n"));
    let table: String = std::iter::once("Asiatunnus;Hankkeen nimi\n".to_owned())
        .chain(rows)
        .collect();
    std::fs::write(folder.join("hankkeet.csv"), table).expect("the folder takes a file");
    let mut import = hankerekisteri(folder);
    import.args(["import-table", "projects", "hankkeet.csv"]);
    let mut killed = 0;
    for wait in [20, 80, 200, 400, 700] {
        let mut process = import.spawn().expect("the binary starts");
        std::thread::sleep(Duration::from_millis(wait));
        let ended = process.try_wait().expect("it is our child");
        if ended.is_some() {
            break;
        }
        process.kill().expect("it is our child");
        process.wait().expect("it is our child");
        killed += 1;
        match recorded(folder) {
            0 => {}
            // It was killed after everything was kept and before it had said so.
            all => {
                assert_eq!(all, PROJECTS);
                break;
            }
        }
    }
    assert!(killed > 0, "it was never killed in time");
    let again = import.status().expect("the binary starts");
    assert!(again.success());
    assert_eq!(recorded(folder), PROJECTS);
}
