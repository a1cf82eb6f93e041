//! `deadline`: many lines, or one explained.

use super::binary::Place;

#[test]
fn lines_are_answered_and_an_unusable_one_does_not_end_the_run() {
    let input = "id,remedy,means,event_date\n\
                 1,rectification,published-minutes,2023-08-18\n\
                 2,rectification,pigeon,2023-08-18\n";
    let run = Place::new()
        .run_with(&["deadline"], input.as_bytes())
        .done();
    let lines: Vec<&str> = run.text().lines().collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1], "1,2023-08-25,2023-09-08,2023-09-08,15:00,");
    assert!(lines[2].starts_with("2,,,,,unknown-means"));
    assert_eq!(run.messages, "");
}

#[test]
fn another_header_is_refused() {
    let place = Place::new();
    let run = place.run_with(&["deadline"], b"id,date\n1,2023-08-18\n");
    run.refused("the first line must be id,remedy,means,event_date");
    place
        .run_with(&["deadline"], b"")
        .refused("the first line must be");
}

const ONE: [&str; 4] = ["--remedy", "rectification", "--means", "published-minutes"];

fn one<'a>(more: &[&'a str]) -> Vec<&'a str> {
    [&["deadline"][..], &ONE, more].concat()
}

#[test]
fn one_period_is_explained_in_the_language_asked() {
    let place = Place::new();
    for (lang, says) in [
        ("fi", "kirjaamo"),
        ("sv", "registratorskontoret"),
        ("en", "registry"),
    ] {
        let run = place.run(&one(&["--explain", "--date", "2023-08-18", "--lang", lang]));
        let run = run.done();
        assert!(run.text().contains(says), "{lang}: {}", run.text());
        assert_eq!(run.messages, "");
        // The column of the CSV is another name of the option.
        let alias = place.run(&one(&[
            "--explain",
            "--event-date",
            "2023-08-18",
            "--lang",
            lang,
        ]));
        assert_eq!(alias.done().text(), run.text());
    }
}

#[test]
fn the_facts_of_one_period_without_explain_are_explained_as_wrong_usage() {
    let place = Place::new();
    for day in ["--date", "--event-date"] {
        place.run(&one(&[day, "2023-08-18"])).misused("--explain");
    }
    place.run(&["deadline", "--explain"]).misused("--remedy");
    place.run(&one(&["--explain"])).misused("--date");
    place
        .run(&one(&["--explain", "--date", "2023-02-31"]))
        .misused("--date");
}

#[test]
fn a_refusal_is_explained_in_the_language_asked() {
    let place = Place::new();
    for (lang, says) in [
        ("fi", "pyhäpäivät tunnetaan vasta vuodesta 1995"),
        ("sv", "helgdagarna är kända först från år 1995"),
        ("en", "holidays are known only from 1995"),
    ] {
        let run = place.run(&one(&["--explain", "--date", "1990-01-01", "--lang", lang]));
        let run = run.refused(says);
        assert!(
            lang == "en" || !run.messages.contains("holidays"),
            "{}",
            run.messages
        );
    }
}
