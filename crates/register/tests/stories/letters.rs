//! Letters of commitment: what one states, that it stays as it was given, and of what none is given.

use domain::commitment::{EntryKind, Finality, LetterDraft, NoLetter};
use domain::id::{CommitmentLetterId, DecisionId};
use domain::role::Role;
use domain::view::desk::LetterSheet;
use domain::view::public::HandedOut;
use register::decisions::PublishDraft;
use register::views::letters as views;
use register::views::{desk, public};
use register::{Actor, Refusal, commitment_letters, decisions, documents, verify};
use time::macros::date;

use crate::commitments::{of, record, signed};
use crate::on_both;
use crate::publicity::words;
use crate::world::{URL, World, actor, codes, day, key, preparer, registrar, slug};

on_both!(
    a_letter_states_what_stands_in_its_language_and_stays_as_it_was_given,
    of_what_is_no_commitment_to_a_project_there_is_no_letter,
    of_a_wholly_secret_decision_there_is_no_letter,
    a_form_sent_twice_gives_one_letter,
);

fn draft(lang: &str, valid_until: &str) -> LetterDraft {
    LetterDraft {
        letter_lang: lang.to_owned(),
        valid_until: valid_until.to_owned(),
    }
}

async fn give(
    world: &World,
    who: &Actor,
    id: DecisionId,
    draft: &LetterDraft,
) -> Result<CommitmentLetterId, Refusal> {
    commitment_letters::give(&world.register, who, None, id, draft, URL).await
}

async fn printed(world: &World, who: &Actor, id: CommitmentLetterId) -> Result<String, Refusal> {
    let bytes = documents::commitment_letter(&world.register, who, id).await?;
    Ok(squeezed(&words(&bytes)))
}

/// A text without what the breaks of lines add to it or take away.
fn squeezed(text: &str) -> String {
    let kept = |sign: &char| !sign.is_whitespace() && !matches!(sign, '-' | '\u{ad}');
    text.chars().filter(kept).collect()
}

/// Whether a printed letter says something.
fn says(letter: &str, said: &str) -> bool {
    letter.contains(&squeezed(said))
}

async fn sheet(world: &World, id: DecisionId) -> LetterSheet {
    let sheet = views::of_decision(&world.register, registrar(), id).await;
    sheet.expect("a sheet")
}

async fn a_letter_states_what_stands_in_its_language_and_stays_as_it_was_given(world: &World) {
    let register = &world.register;
    let lines = [("2023", "granted"), ("2024", "conditional")];
    let id = signed(world, "5", &lines).await;
    let finance = actor(Role::Finance);
    let first = give(world, finance, id, &draft("fi", "31.12.2024")).await;
    let first = first.expect("a letter");
    let said = printed(world, preparer(), first).await;
    let said = said.expect("it is printed");
    for there in [
        "Rahoitussitoumus",
        "Kajaanin kaupunki, Y-tunnus 0214958-9",
        "Kajaanin ammattikorkeakoulu Oy",
        "Hanke 5",
        "10/2022–9/2024",
        "ehdollinen, ehto: Hankkeelle myönnetään EAKR-rahoitus",
        "4 000,00 €",
        "§ 5/2023",
        "KAJDno-2023-5",
        "Virka decision-maker",
        "eikä aikaisinta päivää voi vielä laskea",
        "voimassa 31.12.2024 asti",
        "Virka finance",
        "/tarkista/",
    ] {
        assert!(says(&said, there), "{there} in {said}");
    }
    // The offices are named, the persons who hold them are not.
    assert!(!said.contains("Virkailija"), "{said}");

    // What became of the promise since is in a new letter, not in the old one.
    let on = day("21.8.2023");
    let published = decisions::publish(register, registrar(), None, id, 3, &on).await;
    published.expect("it is published");
    let service = world.sheet(id).await.services[0].service.id;
    let letter = crate::world::letter("21.8.2023");
    let served = register::services::record(register, registrar(), None, service, 1, &letter);
    served.await.expect("it is served");
    record(world, of(id, 1), EntryKind::Released, "500").await;
    record(world, of(id, 2), EntryKind::ConditionMet, "").await;
    let now = sheet(world, id).await;
    assert_eq!(now.finality, Finality::Earliest(date!(2023 - 09 - 12)));
    let second = give(world, preparer(), id, &draft("sv", "")).await;
    let second = second.expect("a letter");
    let later = printed(world, registrar(), second).await;
    let later = later.expect("it is printed");
    for there in [
        "Finansieringsförbindelse",
        "Kajana stad",
        "3 500,00 €",
        "tidigast den 12.9.2023",
        "upphävts eller förfallit",
    ] {
        assert!(says(&later, there), "{there} in {later}");
    }
    assert!(!later.contains("EAKR"), "its condition is met: {later}");
    let again = printed(world, actor(Role::Auditor), first).await;
    assert_eq!(again.expect("it is printed"), said, "as it was given");

    let given = sheet(world, id).await.given;
    let ids: Vec<_> = given.iter().map(|line| line.id).collect();
    assert_eq!(ids, [second, first], "the newest first");
    assert_eq!(given[1].valid_until, Some(date!(2024 - 12 - 31)));
    let project = desk::project_sheet(register, preparer(), &slug("hanke-5")).await;
    assert_eq!(project.expect("a sheet").letters, given);
    for line in &given {
        let confirmed = public::confirmed(register, &line.code).await;
        let confirmed = confirmed.expect("the code is known");
        assert_eq!(confirmed.version, HandedOut::CommitmentLetter);
    }
    let events = world.events(0).await;
    assert_eq!(events.last(), Some(&"commitment_letter_given"));
    let report = verify::verify(register).await.expect("it is read");
    assert_eq!(report.breaks, []);
}

async fn of_what_is_no_commitment_to_a_project_there_is_no_letter(world: &World) {
    let register = &world.register;
    let provided = signed(world, "5", &[("2023", "provided_for")]).await;
    let case = world.case("KAJDno-2023-6").await;
    let without = world.signed(case, "6").await;
    let released = signed(world, "7", &[("2023", "granted")]).await;
    record(world, of(released, 1), EntryKind::Released, "2 000").await;
    for (id, why) in [
        (provided, NoLetter::NothingPromised),
        (without, NoLetter::NoProject),
        (released, NoLetter::NothingPromised),
    ] {
        assert_eq!(sheet(world, id).await.lines, Err(why));
        let refused = give(world, registrar(), id, &draft("fi", "")).await;
        assert!(
            matches!(refused, Err(Refusal::NotInThisState(_))),
            "{refused:?}"
        );
    }
    let draft_of = world.draft("kaupunginjohtaja");
    let unsigned = decisions::draft(register, preparer(), None, case, None, &draft_of).await;
    let unsigned = unsigned.expect("a draft is begun");
    let refused = give(world, registrar(), unsigned, &draft("fi", "")).await;
    assert!(
        matches!(refused, Err(Refusal::NotInThisState(_))),
        "{refused:?}"
    );
    let good = signed(world, "8", &[("2023", "at_most")]).await;
    let refused = give(world, registrar(), good, &draft("de", "1.1.2020")).await;
    assert_eq!(
        codes(refused),
        [
            ("letter_lang", "unknown_choice"),
            ("valid_until", "day_passed")
        ]
    );
    assert_eq!(sheet(world, good).await.given, []);
}

async fn of_a_wholly_secret_decision_there_is_no_letter(world: &World) {
    let register = &world.register;
    let id = signed(world, "5", &[("2023", "granted")]).await;
    let before = give(world, registrar(), id, &draft("fi", "")).await;
    let before = before.expect("a letter");
    let wholly = PublishDraft {
        secret_ground: "JulkL 24.1 § 17 kohta".to_owned(),
        ..day("21.8.2023")
    };
    let published = decisions::publish(register, registrar(), None, id, 3, &wholly).await;
    published.expect("it is published as a mention");
    assert_eq!(sheet(world, id).await.lines, Err(NoLetter::WhollySecret));
    // One that was given before is for who may see what is secret.
    let refused = printed(world, actor(Role::Finance), before).await;
    assert!(matches!(refused, Err(Refusal::Forbidden)), "{refused:?}");
    let read = printed(world, registrar(), before).await;
    read.expect("the registrar may read it");
}

async fn a_form_sent_twice_gives_one_letter(world: &World) {
    let id = signed(world, "5", &[("2023", "granted")]).await;
    let (register, form) = (&world.register, key(7));
    let mut given = Vec::new();
    for _ in 0..2 {
        let typed = draft("en", "");
        let letter = commitment_letters::give(register, registrar(), form, id, &typed, URL).await;
        given.push(letter.expect("a letter"));
    }
    assert_eq!(given[0], given[1]);
    assert_eq!(sheet(world, id).await.given.len(), 1);
    let said = printed(world, registrar(), given[0]).await;
    let said = said.expect("it is printed");
    let stated = "The City of Kajaani has committed";
    assert!(says(&said, stated), "{said}");
}
