//! Budget rows from a file: shown first, recorded as a whole or not at all.

use domain::Money;
use domain::budget::{BudgetColumn, BudgetDecisionDraft, BudgetImportDraft, BudgetRowDraft};
use domain::finding::{Finding, FindingCode};
use domain::id::ImportFileId;
use domain::role::Role;
use domain::table::Fault;
use domain::table_import::RemarkCode;
use domain::view::budget::BudgetImportSheet;
use register::views::budget as view;
use register::{Refusal, budget, budget_import, table_import};
use time::Duration;
use uuid::Uuid;

use crate::on_both;
use crate::world::{World, actor, preparer};

on_both!(
    a_plan_from_the_ledger_is_the_plan_as_typed,
    with_anything_wrong_nothing_is_recorded,
    only_what_was_shown_is_recorded,
    a_file_is_read_by_who_handed_it_in_and_forgotten,
);

/// The operating plan of KAJDno-2020-1209 as a ledger writes it: expenses are negative.
const LEDGER: &str = "Talousarviokohta;Nimi;Toimiala;Summa, €;Huomautus\r\n\
    ;;Elinvoima;-150.000,00;\r\n\
    190214487;Kehittämisraha;Elinvoima;−50 000,00;=A1\r\n\
    190214490;Yrityspalveluseteli;Elinvoima;50 000,00-;\r\n";

fn facts(kind: &str) -> BudgetImportDraft {
    BudgetImportDraft {
        facts: BudgetDecisionDraft {
            budget_kind: kind.to_owned(),
            deciding_body: "Kaupunginhallitus".to_owned(),
            decided_on: "22.9.2020".to_owned(),
            section: "160".to_owned(),
            case_number: "KAJDno-2020-1209".to_owned(),
            subject: "Käyttösuunnitelma".to_owned(),
            ..BudgetDecisionDraft::default()
        },
        turned: true,
        ..BudgetImportDraft::default()
    }
}

async fn begin(world: &World, kind: &str, file: &str) -> Result<ImportFileId, Refusal> {
    let (finance, bytes) = (actor(Role::Finance), file.as_bytes());
    let draft = facts(kind);
    budget_import::begin(&world.register, finance, 2020, &draft, "plan.csv", bytes).await
}

async fn sheet(world: &World, id: ImportFileId) -> BudgetImportSheet {
    let sheet = budget_import::sheet(&world.register, actor(Role::Finance), id).await;
    sheet.expect("the file is kept")
}

async fn confirm(world: &World, id: ImportFileId, shown: &str) -> Result<(), Refusal> {
    let key = Some(Uuid::from_u128(77).into());
    budget_import::confirm(&world.register, actor(Role::Finance), key, id, shown, "").await
}

async fn a_plan_from_the_ledger_is_the_plan_as_typed(world: &World) {
    let id = begin(world, "sets", LEDGER).await.expect("it is a table");
    let shown = sheet(world, id).await;
    assert_eq!(shown.draft.columns, ["1", "2", "3", "", "", "4"]);
    assert_eq!(shown.import.refused(), 0, "{:?}", shown.import);
    let numbers = shown.import.rows.iter().map(|row| row.number);
    assert_eq!(numbers.collect::<Vec<_>>(), [2, 3, 4]);
    let before = world.events(0).await.len();
    confirm(world, id, &shown.shown)
        .await
        .expect("it is recorded");
    // A second press of the button is answered as the first.
    confirm(world, id, &shown.shown)
        .await
        .expect("it was recorded");
    assert_eq!(world.events(before).await, ["budget_decision_recorded"]);

    let row = |appropriation: &str, code: &str, name: &str, amount: &str| BudgetRowDraft {
        appropriation: appropriation.to_owned(),
        code: code.to_owned(),
        name: name.to_owned(),
        amount: amount.to_owned(),
        ..BudgetRowDraft::default()
    };
    let typed = BudgetDecisionDraft {
        year: "2021".to_owned(),
        rows: vec![
            row("Elinvoima", "", "", "150 000"),
            row("Elinvoima", "190214487", "Kehittämisraha", "50 000"),
            row("Elinvoima", "190214490", "Yrityspalveluseteli", "50 000"),
        ],
        ..facts("sets").facts
    };
    let finance = actor(Role::Finance);
    let recorded = budget::record(&world.register, finance, None, &typed).await;
    recorded.expect("it is recorded");
    let of_year = async |year| {
        let sheet = view::budget(&world.register, preparer(), Some(year)).await;
        let mut sheet = sheet.expect("a sheet");
        let entries = sheet.decisions.remove(0).decision.entries;
        (sheet.lines, sheet.appropriations, entries)
    };
    assert_eq!(of_year(2020).await, of_year(2021).await);
    let gone = budget_import::sheet(&world.register, actor(Role::Finance), id).await;
    assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");

    // The change of § 160 moves money and makes none.
    let change = "Kohta,Muutos\n190214487,\"20,000.00\"\n190214490,\"-20,000.00\"\n";
    let id = begin(world, "transfers", change)
        .await
        .expect("it is a table");
    let shown = sheet(world, id).await;
    let after = shown.import.rows.iter().map(|row| (row.before, row.after));
    let euros = |euros: i64| Some(Money::from_cents(euros * 100));
    assert_eq!(
        after.collect::<Vec<_>>(),
        [
            (euros(50_000), euros(30_000)),
            (euros(50_000), euros(70_000))
        ]
    );
    assert_eq!(shown.import.totals().map(|sums| sums[2]), Some(Money::ZERO));
}

async fn with_anything_wrong_nothing_is_recorded(world: &World) {
    let before = world.events(0).await.len();
    for (file, wrong) in [
        ("", Fault::NoFile),
        ("Kohta;Summa\n", Fault::Empty),
        ("%PDF-1.7", Fault::Unreadable),
    ] {
        let refused = begin(world, "sets", file).await;
        assert!(
            matches!(refused, Err(Refusal::NoTable(fault)) if fault == wrong),
            "{refused:?}"
        );
    }
    let nowhere = BudgetImportDraft::default();
    let (register, finance) = (&world.register, actor(Role::Finance));
    let bytes = LEDGER.as_bytes();
    let refused = budget_import::begin(register, finance, 2020, &nowhere, "x", bytes).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );

    let file = "Kohta;Nimi;Määräraha;Sitovuus;Summa\n\
        ;;Elinvoima;brutto;-100,00\n\
        1;Yksi;Elinvoima;;-1.234\n\
        2;;Elinvoima;;-1\n\
        3;Kolme;Elinvoima;ehkä;=1+1\n\
        4;Neljä;Elinvoima;;-1;liikaa\n";
    let id = begin(world, "sets", file).await.expect("it is a table");
    let shown = sheet(world, id).await;
    let remarks = shown.import.rows.iter().map(|row| {
        let remarks = row.remarks.iter();
        let remarks = remarks.map(|of| (of.column.map(BudgetColumn::field), of.code));
        (row.number, remarks.collect::<Vec<_>>())
    });
    let finding = RemarkCode::Finding;
    let fault = RemarkCode::Fault;
    assert_eq!(
        remarks.collect::<Vec<_>>(),
        [
            (2, vec![]),
            (
                3,
                vec![(Some("amount"), finding(FindingCode::AmountAmbiguous))]
            ),
            (4, vec![(Some("name"), finding(FindingCode::Missing))]),
            (
                5,
                vec![
                    (Some("basis"), fault(Fault::UnknownWord)),
                    (Some("amount"), fault(Fault::Formula)),
                ]
            ),
            (6, vec![(None, fault(Fault::RowTooLong))]),
        ]
    );
    assert_eq!(shown.import.decision, None);
    let refused = confirm(world, id, &shown.shown).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );
    assert_eq!(world.events(before).await, [""; 0]);
    let sheet = view::budget(&world.register, preparer(), Some(2020)).await;
    assert_eq!(sheet.expect("a sheet").decisions, []);
}

async fn only_what_was_shown_is_recorded(world: &World) {
    let (register, finance) = (&world.register, actor(Role::Finance));
    let file = "Kohta;Nimi;Ryhmä;Euroja\n1;Yksi;Elinvoima;10\n";
    let id = begin(world, "sets", file).await.expect("it is a table");
    let first = sheet(world, id).await;
    let at = |field: &str| Finding::at(format!("column-{field}"), FindingCode::Missing);
    assert_eq!(
        first.import.findings.iter().cloned().collect::<Vec<_>>(),
        [at("amount")]
    );

    // Another choice of columns.
    let columns = ["1", "2", "3", "", "", "4"].map(str::to_owned);
    let chosen = BudgetImportDraft {
        columns,
        turned: false,
        ..BudgetImportDraft::default()
    };
    for (version, fits) in [(2, false), (1, true), (1, false)] {
        let done = budget_import::choose(register, finance, id, version, &chosen).await;
        assert_eq!(done.is_ok(), fits, "{done:?}");
    }
    let refused = confirm(world, id, &first.shown).await;
    assert!(matches!(refused, Err(Refusal::Stale)), "{refused:?}");

    // A budget that changed meanwhile.
    let second = sheet(world, id).await;
    assert!(second.import.decision.is_some(), "{:?}", second.import);
    assert_eq!(second.draft.facts.deciding_body, "Kaupunginhallitus");
    let other = begin_as_typed(world).await;
    other.expect("it is recorded");
    let refused = confirm(world, id, &second.shown).await;
    assert!(matches!(refused, Err(Refusal::Stale)), "{refused:?}");
    let third = sheet(world, id).await;
    assert_ne!(third.shown, second.shown);
    confirm(world, id, &third.shown)
        .await
        .expect("it is recorded");
    let sheet = view::budget(register, preparer(), Some(2020)).await;
    assert_eq!(sheet.expect("a sheet").lines.len(), 2);
}

async fn begin_as_typed(world: &World) -> Result<(), Refusal> {
    let typed = BudgetDecisionDraft {
        year: "2020".to_owned(),
        rows: vec![BudgetRowDraft {
            appropriation: "Elinvoima".to_owned(),
            code: "2".to_owned(),
            name: "Kaksi".to_owned(),
            amount: "5".to_owned(),
            ..BudgetRowDraft::default()
        }],
        ..facts("sets").facts
    };
    budget::record(&world.register, actor(Role::Finance), None, &typed).await
}

async fn a_file_is_read_by_who_handed_it_in_and_forgotten(world: &World) {
    let register = &world.register;
    let first = begin(world, "sets", LEDGER).await.expect("it is a table");
    let others = budget_import::sheet(register, preparer(), first).await;
    assert!(matches!(others, Err(Refusal::Forbidden)), "{others:?}");
    // A second file stands in the place of the first.
    let second = begin(world, "sets", LEDGER).await.expect("it is a table");
    let finance = actor(Role::Finance);
    let gone = budget_import::sheet(register, finance, first).await;
    assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");
    budget_import::discard(register, finance, second)
        .await
        .expect("it is left");
    let gone = budget_import::sheet(register, finance, second).await;
    assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");

    let third = begin(world, "sets", LEDGER).await.expect("it is a table");
    world.clock.advance(table_import::KEPT + Duration::DAY);
    world
        .session_clock
        .advance(table_import::KEPT + Duration::DAY);
    assert_eq!(world.run_jobs().await, 1);
    let gone = budget_import::sheet(register, finance, third).await;
    assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");
}
