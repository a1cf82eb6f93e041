//! Writes are serial, so that no rule depends on luck.

use std::collections::BTreeSet;

use register::views::desk;
use register::{Refusal, decisions};

use crate::on_both;
use crate::world::{World, director, manager, registrar, signing};

on_both!(
    fifty_signings_at_once_leave_no_gap_and_no_double,
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
                decisions::sign(&register, director(), None, id, 2, &signing("")).await
            })
        })
        .collect();
    for signing in signings {
        signing
            .await
            .expect("it runs to its end")
            .expect("it is signed");
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
