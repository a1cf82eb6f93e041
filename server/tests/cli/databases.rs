//! `verify`, and databases that are not there, not ours or not to be written.

use super::binary::Place;

const SECTION: &str = "kaupunginjohtaja/2023/5";

/// Every command that is about a register that is there.
const OF_EXISTING: [&[&str]; 5] = [
    &["verify"],
    &["extract", "decision", SECTION],
    &["user", "list"],
    &["user", "disable", "--email", "a@b.fi"],
    &["import", "decision", "-"],
];

#[test]
fn a_command_about_a_register_makes_none() {
    let document = super::import::real();
    for arguments in OF_EXISTING {
        let place = Place::new();
        let run = place.run_with(arguments, document.as_bytes());
        assert_eq!(run.code(), Some(1), "{arguments:?}: {}", run.messages);
        assert!(
            run.messages.contains("there is no register at"),
            "{}",
            run.messages
        );
        assert!(
            place.files().is_empty(),
            "{arguments:?} made {:?}",
            place.files()
        );
        // An empty file holds no register either, and stays empty.
        std::fs::write(place.file("register.db"), "").expect("it is written");
        let run = place.run_with(arguments, document.as_bytes());
        assert_eq!(run.code(), Some(1), "{arguments:?}");
        let left = std::fs::read(place.file("register.db")).expect("it is there");
        assert!(left.is_empty(), "{arguments:?}");
    }
}

#[test]
fn verify_says_what_it_checked() {
    let run = Place::with_example().run(&["verify"]).done();
    assert!(run.text().contains("frozen decisions: "), "{}", run.text());
    assert!(run.text().ends_with("everything holds\n"), "{}", run.text());
    assert_eq!(run.messages, "");
}

#[test]
fn verify_names_what_does_not_hold() {
    let place = Place::with_example();
    let file = place.file("register.db");
    let mut bytes = std::fs::read(&file).expect("the database is there");
    // A letter of each frozen content, changed behind the register's back; drafts have it too.
    let (sealed, forged) = (br#""authority":"H"#, br#""authority":"K"#);
    let places = bytes.windows(sealed.len()).enumerate();
    let places = places.filter(|(_, window)| window == sealed);
    let places: Vec<usize> = places.map(|(at, _)| at).collect();
    assert!(!places.is_empty(), "a content is there");
    for at in places {
        bytes[at..at + forged.len()].copy_from_slice(forged);
    }
    std::fs::write(&file, bytes).expect("it is written");
    let run = place.run(&["verify"]);
    assert_eq!(run.code(), Some(1), "{}", run.messages);
    assert!(run.text().contains("BREAK "), "{}", run.text());
    assert!(run.messages.contains("not hold"), "{}", run.messages);
}

#[test]
fn a_file_that_is_not_ours_is_refused_and_left_as_it_is() {
    let mut others = vec![
        ("a text", b"Hei maailma, en ole tietokanta.".repeat(50)),
        ("the database of another application", sqlite_of_another()),
    ];
    for (name, bytes) in others.drain(..) {
        for arguments in OF_EXISTING.into_iter().chain([&["demo"][..], &["serve"]]) {
            let place = Place::new();
            let file = place.file("register.db");
            std::fs::write(&file, &bytes).expect("it is written");
            let input = super::import::real();
            let run = place.run_with(arguments, input.as_bytes());
            assert_eq!(
                run.code(),
                Some(1),
                "{name}, {arguments:?}: {}",
                run.messages
            );
            assert!(run.messages.contains("register.db"), "{}", run.messages);
            assert_eq!(std::fs::read(&file).expect("it is there"), bytes, "{name}");
        }
    }
}

/// A register whose file says that another application made it.
fn sqlite_of_another() -> Vec<u8> {
    let place = Place::with_registrar();
    let mut bytes = std::fs::read(place.file("register.db")).expect("the database is there");
    // The application id stands at offset 68 of the header (sqlite.org/fileformat.html).
    bytes[68..72].copy_from_slice(b"Muu!");
    bytes
}

#[test]
fn a_file_that_can_only_be_read_is_refused_and_left_as_it_is() {
    let place = Place::with_registrar();
    let file = place.file("register.db");
    let bytes = std::fs::read(&file).expect("the database is there");
    let mut permissions = std::fs::metadata(&file).expect("it is there").permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&file, permissions).expect("it is marked");
    for arguments in [&["verify"][..], &["demo"], &["serve"], &["user", "list"]] {
        let run = place.run(arguments);
        assert_eq!(run.code(), Some(1), "{arguments:?}: {}", run.messages);
        assert!(
            run.messages.contains("can only be read"),
            "{}",
            run.messages
        );
        assert_eq!(run.text(), "");
    }
    assert_eq!(std::fs::read(&file).expect("it is there"), bytes);
}
