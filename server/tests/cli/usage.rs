//! Wrong usage, and settings that are none.

use super::binary::{Place, Run};

#[test]
fn wrong_usage_exits_with_2_and_says_what_is_wrong() {
    let place = Place::new();
    for (arguments, says) in [
        (&["dance"][..], "unrecognized subcommand"),
        (&["serve", "--listen", "nowhere"], "--listen"),
        (&["user", "add"], "--email"),
        (
            &[
                "user", "add", "--email", "a@b.fi", "--name", "N", "--role", "boss",
            ],
            "preparer, registrar, decision-maker",
        ),
        (&["import", "decision"], "<FILE>"),
        (&["extract", "decision", "viisi"], "kaupunginjohtaja/2023/5"),
        (
            &[
                "extract",
                "decision",
                "kaupunginjohtaja/2023/5",
                "--recipient",
                "Kajaani",
            ],
            "--recipient",
        ),
        (&["verify", "--lang", "ruotsi"], "--lang"),
    ] {
        place.run(arguments).misused(says);
    }
    assert!(place.files().is_empty(), "nothing was made");
}

#[test]
fn a_moment_without_its_offset_is_wrong_usage() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_hankerekisteri"));
    command.args(["verify", "--clock", "2023-08-21T09:00:00"]);
    Run::of(command, b"").misused("+03:00");
}

#[test]
fn without_a_command_the_help_is_shown() {
    let command = std::process::Command::new(env!("CARGO_BIN_EXE_hankerekisteri"));
    let run = Run::of(command, b"");
    assert_eq!(run.code(), Some(2));
    assert!(run.messages.contains("deadline"), "{}", run.messages);
}

#[test]
fn a_configuration_that_cannot_be_read_is_named() {
    let place = Place::new();
    let config = place.file("asetukset.toml");
    let arguments = ["verify", "--config", "asetukset.toml"];
    place
        .run(&arguments)
        .refused("asetukset.toml cannot be read");
    std::fs::write(&config, "listen = 3").expect("it is written");
    place.run(&arguments).refused("asetukset.toml is not valid");
    std::fs::write(&config, "public_url = \"kajaani.fi\"").expect("it is written");
    place.run(&arguments).refused("public_url must begin with");
}
