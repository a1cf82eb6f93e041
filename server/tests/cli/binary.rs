//! The binary with a folder of its own, and what a run of it left.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use register::{Clock, Register};
use tempfile::TempDir;
use time::macros::datetime;

/// The moment at which the commands of these tests run.
pub(crate) const CLOCK: &str = "2023-08-21T09:00:00+03:00";
pub(crate) const PASSWORD: &str = "oikea hevonen paristo";

/// A folder with, perhaps, a database.
pub(crate) struct Place {
    folder: TempDir,
}

impl Place {
    pub(crate) fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("there is room for a folder"),
        }
    }

    /// The same with the example register in its database.
    pub(crate) fn with_example() -> Self {
        let place = Self::new();
        place.run(&["demo"]).done();
        place
    }

    /// The same with an empty register and the account of a registrar.
    pub(crate) fn with_registrar() -> Self {
        let place = Self::new();
        place.add_user("kirjaaja@example.fi", "registrar").done();
        place
    }

    pub(crate) fn add_user(&self, email: &str, role: &str) -> Run {
        let arguments = ["user", "add", "--email", email, "--name", "Nimi", "--role"];
        let arguments = [&arguments[..], &[role, "--password-stdin"]].concat();
        self.run_with(&arguments, PASSWORD.as_bytes())
    }

    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn files(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.folder.path()).expect("the folder is there");
        let name = |file: std::io::Result<std::fs::DirEntry>| {
            let file = file.expect("the folder can be read");
            file.file_name().to_string_lossy().into_owned()
        };
        files.map(name).collect()
    }

    pub(crate) fn database(&self) -> String {
        format!("sqlite:{}", self.file("register.db").display())
    }

    /// The register of the database, beside the commands.
    pub(crate) async fn register(&self) -> Register {
        let clock = Clock::fixed(datetime!(2023-08-21 09:00 +03:00));
        let opened = Register::open_existing(&self.database(), clock).await;
        opened.expect("the commands made a register")
    }

    /// The command with the database and the clock of the tests, and no settings from outside.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hankerekisteri"));
        command
            .current_dir(self.folder.path())
            .env_remove("HANKEREKISTERI_DATABASE")
            .env_remove("HANKEREKISTERI_LOG")
            .args(arguments)
            .args(["--database", &self.database(), "--clock", CLOCK]);
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, b"")
    }

    /// Runs a command that reads this.
    pub(crate) fn run_with(&self, arguments: &[&str], input: &[u8]) -> Run {
        Run::of(self.command(arguments), input)
    }
}

/// What a run left.
pub(crate) struct Run {
    code: Option<i32>,
    pub(crate) out: Vec<u8>,
    pub(crate) messages: String,
}

impl Run {
    pub(crate) fn of(mut command: Command, input: &[u8]) -> Self {
        let spawned = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut child = spawned.expect("the binary starts");
        let mut stdin = child.stdin.take().expect("a pipe");
        // A command that does not read its input may have ended.
        let _ = stdin.write_all(input);
        drop(stdin);
        child.wait_with_output().expect("the binary ends").into()
    }

    /// What it wrote as its result.
    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.out).expect("the result is text")
    }

    /// Checks that it was done.
    #[track_caller]
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "{}", self.messages);
        self
    }

    /// Checks that it was refused, with a message that says this and no result.
    #[track_caller]
    pub(crate) fn refused(self, says: &str) -> Self {
        assert_eq!(self.code, Some(1), "{}", self.messages);
        assert!(self.messages.contains(says), "{says} in {}", self.messages);
        assert_eq!(self.text(), "", "a refusal has no result");
        self
    }

    /// Checks that the usage was wrong, with a message that says this and no result.
    #[track_caller]
    pub(crate) fn misused(self, says: &str) -> Self {
        assert_eq!(self.code, Some(2), "{}", self.messages);
        assert!(self.messages.contains(says), "{says} in {}", self.messages);
        assert_eq!(self.text(), "", "wrong usage has no result");
        self
    }

    /// Its exit code.
    pub(crate) const fn code(&self) -> Option<i32> {
        self.code
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: output.stdout,
            messages: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }
}
