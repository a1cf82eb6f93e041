//! Where a case gets its number, and its way from state to state.

use domain::case::CaseState;
use domain::role::Role;
use domain::section::Numbering;
use domain::view::public::Decided;
use register::cases::documents::{self, DocumentDraft};
use register::cases::moves;
use register::cases::numbering::{self, NumberingDraft};
use register::cases::{self, CaseDraft};
use register::views::desk;
use register::{Refusal, decisions};
use time::macros::date;

use super::cases::{at, incoming, moved, sheet};
use crate::on_both;
use crate::world::{World, actor, codes, preparer, registrar};

on_both!(
    numbers_are_issued_from_the_first_day_of_the_setting,
    a_case_goes_its_way_and_comes_back_openly,
    nothing_is_decided_in_a_closed_case,
);

async fn numbers_are_issued_from_the_first_day_of_the_setting(world: &World) {
    let register = &world.register;
    let administrator = actor(Role::Administrator);
    let setting = |numbering: &str, first_day: &str| NumberingDraft {
        numbering: numbering.to_owned(),
        first_day: first_day.to_owned(),
    };
    let set = async |first_day: &str| {
        let setting = setting("issued_here", first_day);
        numbering::set(register, administrator, None, &setting).await
    };
    assert_eq!(codes(set("20.8.2023").await), at("first_day", "day_passed"));
    world.case("KAJDno-2023-7").await;
    set("22.8.2023").await.expect("it is set");

    let draft = CaseDraft {
        public_title: "Asia".to_owned(),
        ..CaseDraft::default()
    };
    let open = async || {
        let opened = cases::open(register, registrar(), None, &draft).await;
        sheet(world, opened.expect("it is opened"))
            .await
            .case
            .number
    };
    // On the day before the setting begins nothing is issued, and any number can be typed.
    assert_eq!(open().await, None);
    let before = CaseDraft {
        number: "KAJDno-2023-12".to_owned(),
        ..draft.clone()
    };
    let opened = cases::open(register, registrar(), None, &before).await;
    opened.expect("the city's case system still gives the numbers");
    world.clock.advance(time::Duration::days(1));
    let number = open().await.map(|number| number.to_string());
    assert_eq!(number.as_deref(), Some("KAJDno-2023-13"));

    // A typed number cannot open a gap; an older one, or another city's, can be typed.
    let typed = |number: &str| CaseDraft {
        number: number.to_owned(),
        ..draft.clone()
    };
    let ahead = cases::open(register, registrar(), None, &typed("kajdno/2023/15")).await;
    assert_eq!(codes(ahead), at("number", "case_number_issued_here"));
    for allowed in ["KAJDno-2023-3", "KAJDno-2021-500", "SOTDno-2023-99"] {
        let opened = cases::open(register, registrar(), None, &typed(allowed)).await;
        opened.expect("an older or another's number");
    }
    let number = open().await.map(|number| number.to_string());
    assert_eq!(number.as_deref(), Some("KAJDno-2023-14"));
    world.clock.advance(time::Duration::days(365));
    let number = open().await.map(|number| number.to_string());
    assert_eq!(
        number.as_deref(),
        Some("KAJDno-2024-1"),
        "a new year begins from 1"
    );

    let sheet = desk::case_numbering(register, registrar())
        .await
        .expect("a sheet");
    assert_eq!(sheet.last, Some(1));
    assert_eq!(sheet.settings[0].numbering, Numbering::IssuedHere);
}

async fn a_case_goes_its_way_and_comes_back_openly(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    let on = "21.8.2023";
    let nothing = moves::resolve(register, registrar(), None, case, 1, &moved(on, "")).await;
    assert_eq!(codes(nothing), at("moved_on", "nothing_decided"));
    let unsaid = moves::close(register, registrar(), None, case, 1, &moved(on, "")).await;
    assert_eq!(codes(unsaid), at("reason", "missing"));
    let draft = world.sent(case, "kaupunginjohtaja").await;
    let undecided = moves::resolve(register, registrar(), None, case, 1, &moved(on, "")).await;
    assert_eq!(codes(undecided), at("moved_on", "decision_unfinished"));
    let signed = decisions::sign(
        register,
        crate::world::manager(),
        None,
        draft,
        2,
        &crate::world::signing("5"),
    )
    .await;
    signed.expect("it is signed");
    assert_eq!(
        sheet(world, case).await.register.decided,
        Some(Decided::On(date!(2023 - 08 - 21)))
    );
    let future = moves::resolve(
        register,
        registrar(),
        None,
        case,
        1,
        &moved("22.8.2023", ""),
    )
    .await;
    assert_eq!(codes(future), at("moved_on", "day_in_future"));
    moves::resolve(register, registrar(), None, case, 1, &moved(on, ""))
        .await
        .expect("it is resolved");
    let stale = moves::close(register, registrar(), None, case, 1, &moved(on, "")).await;
    assert!(matches!(stale, Err(Refusal::Stale)), "{stale:?}");
    moves::close(register, registrar(), None, case, 2, &moved(on, ""))
        .await
        .expect("it is closed");
    let closed = sheet(world, case).await.register;
    assert_eq!(
        (closed.state, closed.closed_on),
        (CaseState::Closed, Some(date!(2023 - 08 - 21)))
    );
    let before = moves::reopen(
        register,
        registrar(),
        None,
        case,
        3,
        &moved("20.8.2023", "Syy"),
    )
    .await;
    assert_eq!(codes(before), at("moved_on", "day_before_case"));
    moves::reopen(
        register,
        registrar(),
        None,
        case,
        3,
        &moved(on, "Oikaisuvaatimus"),
    )
    .await
    .expect("it is reopened");
    let again = sheet(world, case).await.register;
    assert_eq!((again.state, again.closed_on), (CaseState::Pending, None));
    let steps: Vec<_> = again.steps.iter().map(|step| step.state.code()).collect();
    assert_eq!(steps, ["pending", "resolved", "closed", "pending"]);
    assert_eq!(again.steps[3].reason, "Oikaisuvaatimus");
}

async fn nothing_is_decided_in_a_closed_case(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-1").await;
    moves::close(
        register,
        registrar(),
        None,
        case,
        1,
        &moved("21.8.2023", "Peruttu"),
    )
    .await
    .expect("it is closed");
    let draft = world.draft("kaupunginjohtaja");
    let begun = decisions::draft(register, preparer(), None, case, None, &draft).await;
    assert!(
        matches!(begun, Err(Refusal::NotInThisState(_))),
        "{begun:?}"
    );
    // What arrives is registered all the same (tiedonhallintalaki 25 §).
    let late = incoming("Lisäselvitys", "Hakija");
    let late = DocumentDraft::Incoming(&late);
    documents::add(register, registrar(), None, case, late)
        .await
        .expect("it is registered");
}
