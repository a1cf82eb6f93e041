//! Tables that are handed in: the ledger's postings are matched with payments, projects are added;
//! all of a file or nothing.

use domain::budget::ClosingKind;
use domain::commitment::EntryKind;
use domain::id::ImportFileId;
use domain::role::Role;
use domain::table_import::{ImportDraft, ImportKind, RowOutcome};
use domain::view::table_import::ImportSheet;
use domain::{Lang, Money};
use register::tables::{self, Form};
use register::verify::{Break, verify};
use register::views::desk;
use register::{Refusal, budget_closing, table_import};
use store::{Audience, ProjectFilter};

use crate::commitments::{of, record, signed};
use crate::on_both;
use crate::world::{World, actor, codes, key, operator, preparer, slug};
use crate::year_end::payments;

on_both!(
    the_registers_own_file_of_payments_matches_all_of_them,
    a_ledger_is_shown_row_by_row_and_recorded_once,
    nothing_is_recorded_that_was_not_shown_or_of_a_closed_year,
    projects_are_added_by_the_rules_of_the_form_and_none_is_changed,
    with_one_wrong_row_no_project_is_added,
);

fn ledger(year: &str) -> ImportDraft {
    ImportDraft {
        year: year.to_owned(),
        ..ImportDraft::new(ImportKind::Ledger)
    }
}

async fn begin(world: &World, draft: &ImportDraft, file: &str) -> Result<ImportFileId, Refusal> {
    let finance = actor(Role::Finance);
    table_import::begin(
        &world.register,
        finance,
        draft,
        "taulukko.csv",
        file.as_bytes(),
    )
    .await
}

async fn sheet(world: &World, kind: ImportKind, id: ImportFileId) -> ImportSheet {
    let sheet = table_import::sheet(&world.register, actor(Role::Finance), kind, id).await;
    sheet.expect("the file is kept")
}

async fn confirm(
    world: &World,
    form: u128,
    kind: ImportKind,
    id: ImportFileId,
    shown: &str,
) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    table_import::confirm(
        &world.register,
        finance,
        key(form),
        kind,
        id,
        shown,
        &|_, _| (),
    )
    .await
}

fn outcomes(sheet: &ImportSheet) -> Vec<RowOutcome> {
    sheet.report.rows.iter().map(|row| row.outcome).collect()
}

/// A payment of 1 200 euros of which 200 came back, and one that was undone.
async fn paid(world: &World) {
    let commitment = of(signed(world, "7", &[("2023", "granted")]).await, 1);
    record(world, commitment, EntryKind::Paid, "1 200").await;
    record(world, commitment, EntryKind::Recovered, "200").await;
}

async fn vouchers(world: &World) -> Vec<Option<String>> {
    let sheet = payments(world, 2023, None).await;
    sheet
        .lines
        .into_iter()
        .map(|line| line.ledger_voucher)
        .collect()
}

async fn the_registers_own_file_of_payments_matches_all_of_them(world: &World) {
    paid(world).await;
    for (form, name) in [
        (Form::CsvForSpreadsheets, "fi"),
        (Form::Xlsx, "xlsx"),
        (Form::Csv, "csv"),
    ] {
        let file = tables::payments(&world.register, preparer(), 2023, form, Lang::Fi).await;
        let file = file.expect("a file");
        let table = register::table_file::read(&file).expect("it is a table");
        let mut draft = ledger("2023");
        draft.recognise(&table.columns);
        let report = table_import::preview(&world.register, operator(), &draft, &file).await;
        let report = report.expect("a report");
        let rows = report.rows.iter();
        let read: Vec<_> = rows
            .map(|row| (row.outcome, row.differences.clone()))
            .collect();
        assert_eq!(
            read,
            [
                (RowOutcome::Recorded, vec![]),
                (RowOutcome::Recorded, vec![])
            ],
            "{name}: {report:?}"
        );
        assert_eq!(report.lacking, []);
    }
}

const FILE: &str = "Tosite;Summa;Kirjauspäivä;Tili;Kp;Päätös;Asiatunnus\n\
    9001;1 200,00;22.8.2023;4300;2911;kaupunginjohtaja/2023/7;KAJDno-2023-7\n\
    9002;77,00;22.8.2023;4300;2911;;\n\
    T-1;-201,00;23.8.2023;;;;\n";

async fn a_ledger_is_shown_row_by_row_and_recorded_once(world: &World) {
    use RowOutcome::{Already, Differs, Recorded, Unknown};
    paid(world).await;
    let kind = ImportKind::Ledger;
    let events = world.events(0).await.len();
    let id = begin(world, &ledger("2023"), FILE)
        .await
        .expect("it is a table");
    let shown = sheet(world, kind, id).await;
    assert_eq!(outcomes(&shown), [Recorded, Unknown, Differs]);
    let lacking: Vec<Money> = shown
        .report
        .lacking
        .iter()
        .map(|line| line.amount)
        .collect();
    assert_eq!(
        lacking,
        [],
        "the recovery differs, so that it does not lack"
    );
    assert_eq!(
        vouchers(world).await,
        [None, None],
        "a report records nothing"
    );
    assert_eq!(world.events(events).await, [""; 0]);

    confirm(world, 1, kind, id, &shown.shown)
        .await
        .expect("it is recorded");
    // A second press of the button is answered as the first.
    confirm(world, 1, kind, id, &shown.shown)
        .await
        .expect("it was recorded");
    assert_eq!(world.events(events).await, ["table_imported"]);
    assert_eq!(vouchers(world).await, [Some("9001".to_owned()), None]);
    let gone = table_import::sheet(&world.register, actor(Role::Finance), kind, id).await;
    assert!(matches!(gone, Err(Refusal::NotFound)), "{gone:?}");

    // The same file again: what was matched is, and there is nothing to record.
    let id = begin(world, &ledger("2023"), FILE)
        .await
        .expect("it is a table");
    let again = sheet(world, kind, id).await;
    assert_eq!(outcomes(&again), [Already, Unknown, Differs]);
    let refused = confirm(world, 2, kind, id, &again.shown).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );
    assert_eq!(world.events(events).await, ["table_imported"]);
    let report = verify(&world.register).await.expect("it is checked");
    assert_eq!((report.breaks, report.ledger_matches), (Vec::new(), 1));
}

/// A match that was changed, removed or added past the register is found.
#[tokio::test]
async fn a_match_that_is_not_as_the_log_says_is_found() {
    for damage in [
        "drop trigger ledger_match_no_update; update ledger_match set voucher = '9009'",
        "drop trigger ledger_match_no_update; update ledger_match set posted_on = null",
        "drop trigger ledger_match_no_delete; delete from ledger_match",
        "insert into ledger_match (id, entry, voucher, account, cost_centre, file_sha256,
             recorded_at)
         select zeroblob(16), e.id, '1', '', '', zeroblob(32), e.recorded_at
           from commitment_entry e
          where not exists (select 1 from ledger_match m where m.entry = e.id)",
    ] {
        let world = World::sqlite().await;
        paid(&world).await;
        let (kind, draft) = (ImportKind::Ledger, ledger("2023"));
        let id = begin(&world, &draft, FILE).await.expect("it is a table");
        let shown = sheet(&world, kind, id).await.shown;
        let recorded = confirm(&world, 1, kind, id, &shown).await;
        recorded.expect("it is recorded");
        world.database.damage(damage).await;
        let report = verify(&world.register).await.expect("it is checked");
        let breaks = report.breaks;
        assert!(
            matches!(&breaks[..], [Break::LedgerMatch(_)]),
            "{damage}: {breaks:?}"
        );
    }
}

async fn nothing_is_recorded_that_was_not_shown_or_of_a_closed_year(world: &World) {
    paid(world).await;
    let (kind, finance) = (ImportKind::Ledger, actor(Role::Finance));
    let id = begin(world, &ledger("2023"), FILE)
        .await
        .expect("it is a table");
    let first = sheet(world, kind, id).await;
    // Other signs are another report.
    let turned = ImportDraft {
        turned: true,
        ..first.draft.clone()
    };
    let chosen = table_import::choose(&world.register, finance, id, 1, &turned).await;
    chosen.expect("it is chosen");
    let refused = confirm(world, 3, kind, id, &first.shown).await;
    assert!(matches!(refused, Err(Refusal::Stale)), "{refused:?}");
    let chosen = table_import::choose(&world.register, finance, id, 1, &turned).await;
    assert!(matches!(chosen, Err(Refusal::Stale)), "{chosen:?}");

    let wrong = begin(world, &ledger("23"), FILE).await;
    assert_eq!(codes(wrong), [("year", "not_a_year")]);
    let id = begin(world, &ledger("2023"), FILE)
        .await
        .expect("it is a table");
    let open = sheet(world, kind, id).await;
    world.clock.advance(time::Duration::days(200));
    world.session_clock.advance(time::Duration::days(1));
    let closed = ClosingKind::Closed;
    let done = budget_closing::record(&world.register, finance, None, 2023, closed, "Syy").await;
    done.expect("the year is closed");
    let refused = confirm(world, 4, kind, id, &open.shown).await;
    assert!(matches!(refused, Err(Refusal::Stale)), "{refused:?}");
    let now = sheet(world, kind, id).await;
    let refused = confirm(world, 5, kind, id, &now.shown).await;
    assert_eq!(codes(refused), [("year", "year_closed")]);
    let draft = now.draft.clone();
    let refused = table_import::record(
        &world.register,
        operator(),
        &draft,
        FILE.as_bytes(),
        &|_, _| (),
    )
    .await;
    assert_eq!(codes(refused), [("year", "year_closed")]);
    assert_eq!(vouchers(world).await, [None, None]);
}

const PROJECTS: &str = "Asiatunnus;Hankkeen nimi;Hankekoodi;Kaupungin rooli;Alkaa;Päättyy\n\
    Esimerkki: KAJDno-2024-1;Esimerkki;;;;\n\
    KAJDno-2023-7;Uusi hanke;A1;Osarahoittaja;10/2023;9/2025\n\
    KAJDno-2023-7;Hanke 7;A2;;;\n";

async fn projects(world: &World) -> usize {
    let filter = ProjectFilter {
        audience: Audience::Officials,
        case: None,
        limit: 100,
        today: time::macros::date!(2023 - 08 - 21),
    };
    let mut tx = world.database.store().read().await.expect("it is read");
    tx.projects(&filter).await.expect("a list").len()
}

async fn projects_are_added_by_the_rules_of_the_form_and_none_is_changed(world: &World) {
    use RowOutcome::{Already, Differs, Example, Recorded};
    paid(world).await;
    let kind = ImportKind::Projects;
    let draft = ImportDraft::new(kind);
    let id = begin(world, &draft, PROJECTS).await.expect("it is a table");
    let shown = sheet(world, kind, id).await;
    assert_eq!(
        outcomes(&shown),
        [Example, Recorded, Differs],
        "{:?}",
        shown.report
    );
    let differences = &shown.report.rows[2].differences;
    assert_eq!(
        (differences[0].field, differences[0].in_file.as_str()),
        ("project_code", "A2")
    );
    let events = world.events(0).await.len();
    confirm(world, 6, kind, id, &shown.shown)
        .await
        .expect("it is recorded");
    assert_eq!(
        world.events(events).await,
        ["table_imported", "project_entered"]
    );
    let added = desk::project_sheet(&world.register, preparer(), &slug("uusi-hanke")).await;
    let added = added.expect("it is added").project.facts;
    assert_eq!(added.project_code, "A1");
    assert!(added.period.is_some() && added.city_role.is_some());
    let kept = desk::project_sheet(&world.register, preparer(), &slug("hanke-7")).await;
    assert_eq!(kept.expect("it is there").project.facts.project_code, "");

    let id = begin(world, &draft, PROJECTS).await.expect("it is a table");
    assert_eq!(
        outcomes(&sheet(world, kind, id).await),
        [Example, Already, Differs]
    );
}

async fn with_one_wrong_row_no_project_is_added(world: &World) {
    use RowOutcome::{Recorded, Refused};
    paid(world).await;
    let kind = ImportKind::Projects;
    let file = "Asiatunnus;Nimi;EURA-numero;Tuensaaja;Alkaa;Päättyy;Rooli\n\
        KAJDno-2023-7;Hyvä;E1;;;;\n\
        KAJDno-1999-1;Outo;E2;Tuntematon oy;13/2023;1/2023;ehkä\n\
        KAJDno-2023-7;Toinen;E1;;;;\n\
        ;;;;;;tuensaaja\n";
    let id = begin(world, &ImportDraft::new(kind), file)
        .await
        .expect("it is a table");
    let shown = sheet(world, kind, id).await;
    assert_eq!(outcomes(&shown), [Recorded, Refused, Refused, Refused]);
    let fields = |row: usize| {
        let remarks = shown.report.rows[row].remarks.iter();
        remarks.filter_map(|of| of.field).collect::<Vec<_>>()
    };
    assert_eq!(
        fields(1),
        ["city_role", "case_number", "beneficiary", "first_month"]
    );
    assert_eq!(fields(2), ["programme_number"]);
    assert_eq!(fields(3), ["case_number", "project_name"]);
    let before = projects(world).await;
    let refused = confirm(world, 7, kind, id, &shown.shown).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );
    assert_eq!(projects(world).await, before);
}
