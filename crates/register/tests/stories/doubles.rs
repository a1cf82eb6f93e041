//! A form that is sent twice is answered with the first result.

use register::cases::{self, CaseDraft};
use register::views::desk;
use register::{Refusal, decisions};

use crate::on_both;
use crate::world::{World, case_draft, day, key, manager, preparer, registrar, signing};

on_both!(
    a_double_submit_is_answered_with_the_first_result,
    a_key_is_good_for_one_form_of_one_user,
    a_double_of_a_refused_form_is_tried_again,
);

async fn a_double_submit_is_answered_with_the_first_result(world: &World) {
    let register = &world.register;
    let draft = CaseDraft {
        number: "KAJDno-2023-1".to_owned(),
        public_title: "Asia".to_owned(),
        ..CaseDraft::default()
    };
    let first = cases::open(register, registrar(), key(1), &draft)
        .await
        .expect("it is opened");
    // Sent again it would be refused: the number is taken.
    let second = cases::open(register, registrar(), key(1), &draft)
        .await
        .expect("as before");
    assert_eq!(first, second);

    let typed = world.draft("kaupunginjohtaja");
    let begin = || decisions::draft(register, preparer(), key(2), first, None, &typed);
    let (id, again) = (
        begin().await.expect("begun"),
        begin().await.expect("as before"),
    );
    assert_eq!(id, again);
    let before = world.events(0).await.len();
    for _ in 0..2 {
        let sent = decisions::send(register, preparer(), key(3), id, 1).await;
        sent.expect("sent, or answered as before");
    }
    for _ in 0..2 {
        let signed = decisions::sign(register, manager(), key(4), id, 2, &signing("5")).await;
        signed.expect("signed, or answered as before");
    }
    for _ in 0..2 {
        let published =
            decisions::publish(register, registrar(), key(5), id, 3, &day("21.8.2023")).await;
        published.expect("published, or answered as before");
    }
    let expected = ["decision_sent", "decision_signed", "decision_published"];
    assert_eq!(world.events(before).await, expected);
    let sheet = desk::decision_sheet(register, registrar(), id)
        .await
        .expect("a sheet");
    assert_eq!(sheet.decision.version, 4);
    assert_eq!(sheet.services.len(), 1);
}

async fn a_key_is_good_for_one_form_of_one_user(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let renamed = cases::change(
        register,
        registrar(),
        key(1),
        case,
        1,
        &case_draft("", "Uusi nimi"),
    )
    .await;
    renamed.expect("it is renamed");
    let draft = CaseDraft::default();
    let other_form = cases::open(register, registrar(), key(1), &draft).await;
    assert!(
        matches!(other_form, Err(Refusal::FormUsed)),
        "{other_form:?}"
    );
    let other_user = cases::change(
        register,
        preparer(),
        key(1),
        case,
        2,
        &case_draft("", "Kolmas nimi"),
    )
    .await;
    other_user.expect("another official's same key is another form");
}

async fn a_double_of_a_refused_form_is_tried_again(world: &World) {
    let mut draft = CaseDraft {
        number: "912/23".to_owned(),
        public_title: "Asia".to_owned(),
        ..CaseDraft::default()
    };
    let register = &world.register;
    let refused = cases::open(register, registrar(), key(1), &draft).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );
    draft.number = "KAJDno-2023-912".to_owned();
    let opened = cases::open(register, registrar(), key(1), &draft).await;
    opened.expect("a refused form keeps no result");
}
