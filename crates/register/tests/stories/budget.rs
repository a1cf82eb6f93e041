//! From the council's budget to what is free on a line, and back to the decisions that use it.

use domain::Money;
use domain::budget::{BudgetDecisionDraft, BudgetRowDraft};
use domain::check::Excess;
use domain::decision::{ChangeDraft, DecisionDraft};
use domain::finding::{Finding, FindingCode, Findings};
use domain::funding::Total;
use domain::role::Role;
use domain::view::budget::BudgetTask;
use register::decisions::SignDraft;
use register::views::{budget as view, desk};
use register::{Actor, Refusal, budget, decisions};

use crate::on_both;
use crate::world::{World, actor, manager, preparer, signing};

on_both!(
    what_a_draft_ends_does_not_draw_on_the_line_beside_it,
    what_is_free_on_a_line_follows_from_signed_decisions,
    a_change_of_the_operating_plan_moves_money_and_makes_none,
    more_than_the_council_gave_is_promised_only_with_a_reason,
    a_promise_for_a_year_without_a_budget_is_a_task_once_there_is_one,
);

const LINE: &str = "2911040005";

pub(crate) fn euros(euros: i64) -> Money {
    Money::from_cents(euros * 100)
}

/// Rows as `appropriation | code | name | amount`.
fn draft(kind: &str, year: &str, rows: &[&str]) -> BudgetDecisionDraft {
    let row = |row: &&str| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        BudgetRowDraft {
            appropriation: cells[0].to_owned(),
            code: cells[1].to_owned(),
            name: cells[2].to_owned(),
            amount: cells[3].to_owned(),
            ..BudgetRowDraft::default()
        }
    };
    BudgetDecisionDraft {
        year: year.to_owned(),
        budget_kind: kind.to_owned(),
        deciding_body: "Kaupunginhallitus".to_owned(),
        decided_on: "22.9.2020".to_owned(),
        section: "160".to_owned(),
        case_number: "KAJDno-2020-1209".to_owned(),
        subject: "Käyttösuunnitelman muutos".to_owned(),
        rows: rows.iter().map(row).collect(),
        ..BudgetDecisionDraft::default()
    }
}

pub(crate) async fn record(
    world: &World,
    kind: &str,
    year: &str,
    rows: &[&str],
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    budget::record(&world.register, finance, None, &draft(kind, year, rows)).await
}

async fn what_is_free_on_a_line_follows_from_signed_decisions(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let mut typed: DecisionDraft = world.draft("kaupunginjohtaja");
    for line in &mut typed.commitments {
        LINE.clone_into(&mut line.budget_line);
    }
    let id = decisions::draft(register, preparer(), None, case, None, &typed).await;
    let id = id.expect("a draft is begun");
    let notices = async || {
        let sheet = desk::decision_sheet(register, preparer(), id).await;
        let notices = sheet.expect("a sheet").notices;
        let of_lines = notices
            .iter()
            .filter(|of| of.place.ends_with("budget_line"));
        let found: Vec<(String, FindingCode)> = of_lines
            .map(|Finding { place, code }| (place.clone(), *code))
            .collect();
        found
    };
    let at = |row: usize, code| (format!("commitments-{row}-budget_line"), code);
    let unknown = FindingCode::BudgetUnknown;
    assert_eq!(notices().await, [at(0, unknown), at(1, unknown)]);

    let rows = ["Elinvoima | 2911040005 | Hankkeet | 2 499,99"];
    record(world, "sets", "2023", &rows)
        .await
        .expect("it is recorded");
    let exceeded = FindingCode::BudgetLineExceeded;
    assert_eq!(notices().await, [at(0, exceeded), at(1, unknown)]);
    let free = async || {
        let sheet = view::budget(register, preparer(), Some(2023)).await;
        sheet.expect("a sheet").lines[0].position.free
    };
    assert_eq!(
        free().await,
        Some(Money::from_cents(249_999)),
        "a draft promises nothing"
    );

    decisions::send(register, preparer(), None, id, 1)
        .await
        .expect("a notice stops nothing");
    decisions::sign(register, manager(), None, id, 2, &signing("5"))
        .await
        .expect("it is signed");
    assert_eq!(free().await, Some(Money::from_cents(-1)));
    let sheet = view::budget(register, preparer(), Some(2024))
        .await
        .expect("a sheet");
    assert_eq!(sheet.lines, []);
    assert_eq!(sheet.unplaced[0].code.as_deref(), Some(LINE));
    assert_eq!(sheet.promised.granted, euros(2_500));
    assert!(sheet.years.starts_with(&[2024, 2023]), "{:?}", sheet.years);

    // Every sum leads to the rows that it is made of.
    let line = view::budget_line(register, preparer(), 2023, Some(LINE)).await;
    let line = line.expect("a line");
    assert_eq!(line.commitments.len(), 1);
    assert_eq!(line.commitments[0].key.decision, id);
    assert_eq!(line.promised.committed(), Some(euros(2_500)));
    assert_eq!(line.entries[0].1, Money::from_cents(249_999));
    let nothing = view::budget_line(register, preparer(), 2023, None).await;
    assert!(matches!(nothing, Err(Refusal::NotFound)), "{nothing:?}");
}

async fn what_a_draft_ends_does_not_draw_on_the_line_beside_it(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let mut typed: DecisionDraft = world.draft("kaupunginjohtaja");
    for line in &mut typed.commitments {
        LINE.clone_into(&mut line.budget_line);
    }
    let rows = ["Elinvoima | 2911040005 | Hankkeet | 2 500"];
    for year in ["2023", "2024"] {
        let recorded = record(world, "sets", year, &rows).await;
        recorded.expect("it is recorded");
    }
    let first = decisions::draft(register, preparer(), None, case, None, &typed).await;
    let first = first.expect("a draft is begun");
    let sent = decisions::send(register, preparer(), None, first, 1).await;
    sent.expect("it is sent");
    let signed = decisions::sign(register, manager(), None, first, 2, &signing("5")).await;
    signed.expect("it is signed");
    for (effect, exceeded) in [
        (None, true),
        (Some("amends"), true),
        (Some("repeals"), false),
        (Some("lets_lapse"), false),
    ] {
        typed.changes = effect
            .map(|effect| ChangeDraft {
                section: "kaupunginjohtaja/2023/5".to_owned(),
                effect: effect.to_owned(),
            })
            .into_iter()
            .collect();
        let id = decisions::draft(register, preparer(), None, case, None, &typed).await;
        let id = id.expect("a draft is begun");
        let sheet = desk::decision_sheet(register, preparer(), id).await;
        let notices = sheet.expect("a sheet").notices;
        let code = FindingCode::BudgetLineExceeded;
        let found = notices.iter().filter(|of| of.code == code).count();
        assert_eq!(found, if exceeded { 2 } else { 0 }, "{effect:?}");
    }
}

async fn a_change_of_the_operating_plan_moves_money_and_makes_none(world: &World) {
    let plan = [
        "Elinvoima | | | 150 000",
        "Elinvoima | 190214487 | Kehittämisraha | 50 000",
        "Elinvoima | 190214490 | Yrityspalveluseteli | 50 000",
    ];
    record(world, "sets", "2020", &plan)
        .await
        .expect("it is recorded");
    let transfer = ["| 190214487 | | -20 000", "| 190214490 | | 20 000"];
    record(world, "transfers", "2020", &transfer)
        .await
        .expect("it is recorded");
    let sheet = view::budget(&world.register, preparer(), Some(2020)).await;
    let sheet = sheet.expect("a sheet");
    let amended = sheet.lines.iter().map(|row| row.position.sums.amended);
    assert_eq!(
        amended.collect::<Vec<_>>(),
        [Some(euros(30_000)), Some(euros(70_000))]
    );
    assert_eq!(
        sheet.appropriations[0].of_lines,
        Total::Known(euros(100_000))
    );
    assert_eq!(sheet.decisions.len(), 2);

    let uneven = record(world, "transfers", "2020", &["| 190214487 | | -1"]).await;
    let Err(Refusal::Incomplete(found)) = uneven else {
        panic!("it is refused: {uneven:?}");
    };
    let uneven = Finding::at("rows-0-amount", FindingCode::TransferUneven);
    assert_eq!(found, uneven.into());
    let forbidden = draft("sets", "2021", &plan);
    let forbidden = budget::record(&world.register, preparer(), None, &forbidden).await;
    assert!(
        matches!(forbidden, Err(Refusal::Forbidden)),
        "{forbidden:?}"
    );
}

async fn more_than_the_council_gave_is_promised_only_with_a_reason(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    let mut typed: DecisionDraft = world.draft("kaupunginjohtaja");
    for line in &mut typed.commitments {
        LINE.clone_into(&mut line.budget_line);
    }
    let given = [
        "Elinvoima | | | 2 400",
        "Elinvoima | 2911040005 | Hankkeet | 2 400",
    ];
    record(world, "sets", "2023", &given)
        .await
        .expect("it is recorded");
    let id = decisions::draft(register, preparer(), None, case, None, &typed).await;
    let id = id.expect("a draft is begun");
    let sheet = async || {
        let sheet = desk::decision_sheet(register, preparer(), id).await;
        sheet.expect("a sheet")
    };
    let excess = |by| Excess {
        year: 2023,
        appropriation: "Elinvoima".to_owned(),
        by: euros(by),
    };
    assert_eq!(sheet().await.excesses, [excess(100)]);
    decisions::send(register, preparer(), None, id, 1)
        .await
        .expect("the preparer is told, and not stopped");

    let missing = Findings::from(Finding::at(
        "excess_reason",
        FindingCode::ExcessWithoutReason,
    ));
    let refused = decisions::sign(register, manager(), None, id, 2, &signing("5")).await;
    assert!(
        matches!(&refused, Err(Refusal::Incomplete(found)) if *found == missing),
        "{refused:?}"
    );
    assert_eq!(sheet().await.decision.version, 2, "nothing was saved");
    let with_reason = SignDraft {
        excess_reason: "Valtuusto lisää määrärahaa 20.9.".to_owned(),
        ..signing("5")
    };
    decisions::sign(register, manager(), None, id, 2, &with_reason)
        .await
        .expect("it is signed");
    let signed = sheet().await;
    assert_eq!(signed.overrides.len(), 1);
    assert_eq!(signed.overrides[0].excess, excess(100));
    assert_eq!(signed.overrides[0].reason, with_reason.excess_reason);
    let budget = async || {
        let sheet = view::budget(register, preparer(), Some(2023)).await;
        sheet.expect("a sheet")
    };
    let shown = budget().await;
    assert_eq!(shown.overrides, signed.overrides);
    assert_eq!(shown.appropriations[0].position.free, Some(euros(-100)));

    // Neither does the council leave less than is promised without saying why.
    let less = ["| 2911040005 | | -400", "Elinvoima | | | -400"];
    let mut less = draft("amends", "2023", &less);
    let finance = actor(Role::Finance);
    let refused = budget::record(register, finance, None, &less).await;
    assert!(
        matches!(&refused, Err(Refusal::Incomplete(found)) if *found == missing),
        "{refused:?}"
    );
    assert_eq!(budget().await.decisions.len(), 1, "nothing was saved");
    "Säästö, hanke neuvotellaan uudelleen".clone_into(&mut less.excess_reason);
    budget::record(register, finance, None, &less)
        .await
        .expect("it is recorded");
    let shown = budget().await;
    assert_eq!(shown.overrides.len(), 2);
    assert_eq!(shown.overrides[1].excess, excess(500));
    assert_eq!(shown.overrides[1].decision, None);

    // More money needs no reason, though not all of the excess is gone.
    record(world, "amends", "2023", &["Elinvoima | | | 300"])
        .await
        .expect("it is recorded");
    assert_eq!(budget().await.overrides.len(), 2);
}

async fn a_promise_for_a_year_without_a_budget_is_a_task_once_there_is_one(world: &World) {
    let register = &world.register;
    let case = world.case("KAJDno-2023-912").await;
    world.signed(case, "5").await;
    let tasks = async |role| {
        let Actor::Official(official) = actor(role) else {
            panic!("an official");
        };
        let desk = desk::desk(register, official).await;
        desk.expect("a desk").budgets
    };
    assert_eq!(tasks(Role::Finance).await, []);
    let plan = ["Elinvoima | 2911040005 | Hankkeet | 2 499"];
    record(world, "sets", "2024", &plan)
        .await
        .expect("it is recorded");
    let waits = BudgetTask {
        year: 2024,
        unplaced: 1,
        exceeded: 0,
    };
    assert_eq!(tasks(Role::Finance).await, [waits]);
    assert_eq!(tasks(Role::Registrar).await, []);
}
