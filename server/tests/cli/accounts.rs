//! `demo` and `user`.

use std::process::Command;

use super::binary::{PASSWORD, Place, Run};

#[test]
fn the_example_register_is_loaded_once_and_into_no_other() {
    let place = Place::new();
    let first = place.run(&["demo"]).done();
    assert!(first.text().contains("kirjaaja@esimerkki.invalid"));
    assert!(first.messages.contains("was loaded"), "{}", first.messages);
    let again = place.run(&["demo"]).done();
    assert_eq!(again.text(), first.text());
    assert!(
        again.messages.contains("is there already"),
        "{}",
        again.messages
    );

    let other = Place::with_registrar();
    other.run(&["demo"]).refused("another register");
    let listed = other.run(&["user", "list"]).done();
    assert_eq!(listed.text().lines().count(), 1, "nothing was changed");
}

#[test]
fn an_account_is_added_listed_and_disabled() {
    let place = Place::new();
    let added = place.add_user("Kirjaaja@Example.fi", "registrar").done();
    assert_eq!(added.text(), "");
    assert!(added.messages.contains("was added"), "{}", added.messages);
    let listed = place.run(&["user", "list"]).done();
    assert_eq!(
        listed.text(),
        "kirjaaja@example.fi\tNimi\tregistrar\tkirjaaja\tactive\n"
    );
    assert_eq!(listed.messages, "");

    let disable = ["user", "disable", "--email", "kirjaaja@example.fi"];
    let disabled = place.run(&disable).done();
    assert!(
        disabled.messages.contains("is disabled"),
        "{}",
        disabled.messages
    );
    let listed = place.run(&["user", "list"]).done();
    assert!(listed.text().ends_with("\tdisabled\n"), "{}", listed.text());
    let unknown = ["user", "disable", "--email", "toinen@example.fi"];
    place
        .run(&unknown)
        .refused("no account has this e-mail address");
}

#[test]
fn what_is_wrong_with_an_account_is_said_with_the_label_of_its_field() {
    let place = Place::with_registrar();
    place
        .add_user("kirjaaja@example.fi", "auditor")
        .refused("E-mail address: ");
    place
        .add_user("ei osoite", "auditor")
        .refused("E-mail address: ");
    // A decision maker signs in a series that exists.
    let add = ["user", "add", "--email", "a@b.fi", "--name", "N", "--role"];
    let series = ["decision-maker", "--series", "ei-ole", "--password-stdin"];
    let signs = [&add[..], &series].concat();
    place
        .run_with(&signs, PASSWORD.as_bytes())
        .refused("Decision maker: ");
    let add = [&add[..], &["auditor"]].concat();
    let short = [&add[..], &["--password-stdin"]].concat();
    place.run_with(&short, b"lyhyt").refused("Password: ");
    place
        .run_with(&add, PASSWORD.as_bytes())
        .refused("--password-stdin");
}

#[test]
fn who_acts_is_the_user_of_the_system_and_not_what_the_environment_says() {
    let place = Place::new();
    let mut command = place.command(&["demo"]);
    command
        .env("USER", "vaarennetty")
        .env("LOGNAME", "vaarennetty");
    Run::of(command, b"").done();
    let acted = std::fs::read(place.file("register.db")).expect("the database is there");
    let holds = |words: &str| {
        let mut windows = acted.windows(words.len());
        windows.any(|window| window == words.as_bytes())
    };
    let effective = Command::new("id")
        .arg("-un")
        .output()
        .expect("the name of the user");
    let effective = String::from_utf8_lossy(&effective.stdout).trim().to_owned();
    // The columns of the actor stand side by side in the record.
    assert!(holds(&format!("operator{effective}")), "{effective}");
    assert!(!holds("vaarennetty"));
}
