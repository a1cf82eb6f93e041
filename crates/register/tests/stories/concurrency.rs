//! Writes are serial, so that no rule depends on luck.

use std::collections::BTreeSet;

use domain::case::CaseKey;
use domain::role::Role;
use register::cases::numbering::{self, NumberingDraft};
use register::views::desk;
use register::{Refusal, cases, decisions};

use crate::on_both;
use crate::world::{World, actor, case_draft, director, manager, registrar, signing};

on_both!(
    fifty_signings_at_once_leave_no_gap_and_no_double,
    fifty_cases_opened_at_once_leave_no_gap_and_no_double,
    of_two_who_sign_at_one_section_one_is_told_that_it_is_taken,
);

async fn fifty_signings_at_once_leave_no_gap_and_no_double(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let mut waiting = Vec::new();
    for _ in 0..50 {
        waiting.push(world.sent(case, "hallintojohtaja").await);
    }
    let signings: Vec<_> = waiting
        .iter()
        .map(|&id| {
            let register = world.register.clone();
            tokio::spawn(async move {
                let typed = signing("");
                decisions::sign(&register, director(), None, id, 2, &typed).await
            })
        })
        .collect();
    for signing in signings {
        signing
            .await
            .expect("it runs to its end")
            .expect("it is signed, and nobody has to try again");
    }
    let mut numbers = BTreeSet::new();
    for id in waiting {
        let sheet = desk::decision_sheet(&world.register, registrar(), id).await;
        let decision = sheet.expect("a sheet").decision;
        let sealed = decision.sealed().expect("it is signed");
        numbers.insert(sealed.section.number);
    }
    assert_eq!(numbers, (1..=50).collect());
}

async fn fifty_cases_opened_at_once_leave_no_gap_and_no_double(world: &World) {
    let setting = NumberingDraft {
        numbering: "issued_here".to_owned(),
        first_day: "21.8.2023".to_owned(),
    };
    let administrator = actor(Role::Administrator);
    let set = numbering::set(&world.register, administrator, None, &setting).await;
    set.expect("it is set");
    world.case("KAJDno-2022-900").await;
    let openings: Vec<_> = (0..50)
        .map(|_| {
            let register = world.register.clone();
            tokio::spawn(async move {
                let draft = case_draft("", "Asia");
                cases::open(&register, registrar(), None, &draft).await
            })
        })
        .collect();
    let mut serials = BTreeSet::new();
    for opening in openings {
        let opened = opening.await.expect("it runs to its end");
        let key = CaseKey::Id(opened.expect("it is opened"));
        let sheet = desk::case_sheet(&world.register, registrar(), &key).await;
        let number = sheet
            .expect("a sheet")
            .case
            .number
            .expect("it has a number");
        assert_eq!((number.prefix(), number.year()), ("KAJDno", 2023));
        serials.insert(number.serial());
    }
    assert_eq!(serials, (1..=50).collect());
}

async fn of_two_who_sign_at_one_section_one_is_told_that_it_is_taken(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    let first = world.sent(case, "kaupunginjohtaja").await;
    let second = world.sent(case, "kaupunginjohtaja").await;
    let register = &world.register;
    let five = signing("5");
    let (one, other) = tokio::join!(
        decisions::sign(register, manager(), None, first, 2, &five),
        decisions::sign(register, manager(), None, second, 2, &five),
    );
    let refused = match (one, other) {
        (Ok(()), Err(refused)) | (Err(refused), Ok(())) => refused,
        both => unreachable!("one is signed and one is refused: {both:?}"),
    };
    let Refusal::Incomplete(findings) = refused else {
        unreachable!("the section is what can be mended: {refused}");
    };
    let codes: Vec<_> = findings.iter().map(|finding| finding.code.code()).collect();
    assert_eq!(codes, ["section_taken"]);
}
