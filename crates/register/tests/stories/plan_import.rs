//! Funding plans from tables: each project's rows are one new version of its plan, of a file all or
//! nothing.

use domain::Lang;
use domain::funding::{FundingPlan, FundingPlanDraft, FundingRowDraft};
use domain::id::{ImportFileId, ProjectId};
use domain::role::Role;
use domain::table_import::{ImportDraft, ImportKind, RowOutcome};
use domain::view::funding::FundingFilter;
use domain::view::table_import::ImportSheet;
use register::tables::{self, Form};
use register::verify::verify;
use register::views::{desk, funding};
use register::{Refusal, funding_plans, table_import};

use crate::funding::{PLANS, plan_random};
use crate::on_both;
use crate::world::{World, actor, codes, key, operator, preparer, slug};

on_both!(
    plans_are_shown_first_and_saved_as_new_versions,
    with_one_wrong_row_no_plan_is_saved,
    a_plan_that_changed_meanwhile_is_shown_anew,
    the_registers_own_table_of_a_plan_makes_the_same_plan_again,
);

const KIND: ImportKind = ImportKind::Plans;

fn draft(reason: &str) -> ImportDraft {
    ImportDraft {
        reason: reason.to_owned(),
        ..ImportDraft::new(KIND)
    }
}

async fn begin(world: &World, reason: &str, file: &str) -> Result<ImportFileId, Refusal> {
    let finance = actor(Role::Finance);
    let (draft, bytes) = (draft(reason), file.as_bytes());
    table_import::begin(&world.register, finance, &draft, "suunnitelmat.csv", bytes).await
}

async fn sheet(world: &World, id: ImportFileId) -> ImportSheet {
    let sheet = table_import::sheet(&world.register, actor(Role::Finance), KIND, id).await;
    sheet.expect("the file is kept")
}

async fn confirm(world: &World, form: u128, id: ImportFileId, shown: &str) -> Result<(), Refusal> {
    let finance = actor(Role::Finance);
    let (register, key) = (&world.register, key(form));
    table_import::confirm(register, finance, key, KIND, id, shown, &|_, _| ()).await
}

fn outcomes(sheet: &ImportSheet) -> Vec<RowOutcome> {
    sheet.report.rows.iter().map(|row| row.outcome).collect()
}

/// The version in force of a project's plan, its reason, and the plan.
async fn in_force(world: &World, project: ProjectId) -> Option<(u32, String, FundingPlan)> {
    let mut tx = world.database.store().read().await.expect("it is read");
    let row = tx.newest_plan(project).await.expect("a plan or none");
    row.map(|row| (row.version, row.draft.reason, row.plan))
}

/// Two projects, of which the first has a plan.
async fn planned(world: &World) -> [ProjectId; 2] {
    let case = world.case("KAJDno-2023-912").await;
    let projects = [
        world.project(case, "Puuhanke").await,
        world.project(case, "Kivihanke").await,
    ];
    save(world, projects[0], 0, "100").await;
    projects
}

async fn save(world: &World, project: ProjectId, replaces: u32, amount: &str) {
    let row = FundingRowDraft {
        funders: "*".to_owned(),
        category: "private".to_owned(),
        total: amount.to_owned(),
        ..FundingRowDraft::default()
    };
    let draft = FundingPlanDraft {
        reason: "Lomakkeella".to_owned(),
        rows: vec![row],
        ..FundingPlanDraft::default()
    };
    let saved = funding_plans::save(&world.register, preparer(), None, project, replaces, &draft);
    saved.await.expect("it is saved");
}

const FILE: &str = "Hanke;Rahoittaja;Laji;Vuosi;Summa;Osuus\n\
    Esimerkki: puuhanke;;;;;\n\
    puuhanke;*;yksityinen rahoitus;;100;\n\
    kivihanke;*;yksityinen rahoitus;2023;1.234,56;60 %\n\
    Kivihanke;;puuttuva rahoitus;;;\n\
    kivihanke;*;yksityinen;2024;65,44;\n";

async fn plans_are_shown_first_and_saved_as_new_versions(world: &World) {
    use RowOutcome::{Already, Example, Recorded};
    let [wood, stone] = planned(world).await;
    let events = world.events(0).await.len();
    let refused = begin(world, " ", FILE).await;
    assert_eq!(codes(refused), [("reason", "missing")]);
    let id = begin(world, "Hakemukset", FILE)
        .await
        .expect("it is a table");
    let shown = sheet(world, id).await;
    assert_eq!(
        outcomes(&shown),
        [Example, Already, Recorded, Recorded, Recorded],
        "{:?}",
        shown.report
    );
    let [change] = &shown.report.plans[..] else {
        panic!("one plan changes: {:?}", shown.report.plans)
    };
    assert_eq!((change.name.as_str(), change.replaces), ("Kivihanke", 0));
    assert_eq!(in_force(world, stone).await, None, "a report saves nothing");
    assert_eq!(world.events(events).await, [""; 0]);

    for _ in 0..2 {
        // A second press of the button is answered as the first.
        let confirmed = confirm(world, 1, id, &shown.shown).await;
        confirmed.expect("it is recorded");
    }
    let saved = ["table_imported", "funding_plan_saved"];
    assert_eq!(world.events(events).await, saved);
    let (version, reason, plan) = in_force(world, stone).await.expect("a plan");
    assert_eq!((version, reason.as_str()), (1, "Hakemukset"));
    assert_eq!(plan.lines().len(), 2);
    let total = plan.lines()[0].amounts.total.map(domain::Money::cents);
    assert_eq!(total, Some(130_000));
    assert_eq!(in_force(world, wood).await.map(|of| of.0), Some(1));
    // The kept amounts are those of the plan, and the form begins with what was imported.
    let sums = funding::sheet(&world.register, preparer(), FundingFilter::default()).await;
    let known = sums.expect("sums").total.known.map(domain::Money::cents);
    assert_eq!(known, Some(140_000));
    let form = desk::project_sheet(&world.register, preparer(), &slug("kivihanke")).await;
    let form = form.expect("a sheet").plan_draft;
    // The project has run since 2022.
    assert_eq!(form.rows[0].amounts, ["", "1.234,56", "65,44"]);
    let report = verify(&world.register).await.expect("it is checked");
    assert_eq!(report.breaks, []);

    let id = begin(world, "Toistamiseen", FILE).await.expect("a table");
    let again = sheet(world, id).await;
    assert_eq!(
        outcomes(&again),
        [Example, Already, Already, Already, Already]
    );
    let refused = confirm(world, 2, id, &again.shown).await;
    assert!(
        matches!(refused, Err(Refusal::Incomplete(_))),
        "{refused:?}"
    );
    assert_eq!(world.events(events).await, saved);
}

async fn with_one_wrong_row_no_plan_is_saved(world: &World) {
    let [wood, stone] = planned(world).await;
    let good = "Hanke;Rahoittaja;Laji;Vuosi;Summa\nkivihanke;*;yksityinen;;5\n";
    let events = world.events(0).await.len();
    for (form, wrong) in (10..).zip([
        "puuhanke;*;yksityinen;2023;1.234\n",
        "puuhanke;Tuntematon oy;yksityinen;2023;1\n",
        "puuhanke;*;yksityinen;2023;=1+1\n",
        "puuhanke;*;yksityinen;2023;\"1\n",
        "puuhanke;*;yksityinen;2023;1;2\n",
        "puuhanke;*;yksityinen;1.2.2023;1\n",
        "ei-ole;*;yksityinen;2023;1\n",
        "puuhanke;*;höpö;2023;1\n",
        "puuhanke;*;yksityinen;2023;-1\n",
    ]) {
        let file = format!("{good}{wrong}");
        let id = begin(world, "Syy", &file).await.expect("it is a table");
        let shown = sheet(world, id).await;
        assert!(!shown.report.is_ready(), "{wrong}: {:?}", shown.report);
        let refused = confirm(world, form, id, &shown.shown).await;
        assert!(
            matches!(refused, Err(Refusal::Incomplete(_))),
            "{wrong}: {refused:?}"
        );
        let recorded = table_import::record(
            &world.register,
            operator(),
            &shown.draft,
            file.as_bytes(),
            &|_, _| (),
        );
        let recorded = recorded.await;
        assert!(
            matches!(recorded, Err(Refusal::Incomplete(_))),
            "{wrong}: {recorded:?}"
        );
    }
    assert_eq!(in_force(world, stone).await, None);
    assert_eq!(in_force(world, wood).await.map(|of| of.0), Some(1));
    assert_eq!(world.events(events).await, [""; 0]);
}

async fn a_plan_that_changed_meanwhile_is_shown_anew(world: &World) {
    let [wood, _] = planned(world).await;
    let file = "Hanke;Rahoittaja;Laji;Summa\npuuhanke;*;yksityinen;250\n";
    let id = begin(world, "Syy", file).await.expect("it is a table");
    let first = sheet(world, id).await;
    assert_eq!(first.report.plans[0].replaces, 1);
    save(world, wood, 1, "101").await;
    let refused = confirm(world, 20, id, &first.shown).await;
    assert!(matches!(refused, Err(Refusal::Stale)), "{refused:?}");
    let now = sheet(world, id).await;
    assert_eq!(now.report.plans[0].replaces, 2);
    let confirmed = confirm(world, 21, id, &now.shown).await;
    confirmed.expect("it is what was shown");
    let (version, _, plan) = in_force(world, wood).await.expect("a plan");
    assert_eq!(version, 3);
    let total = plan.lines()[0].amounts.total.map(domain::Money::cents);
    assert_eq!(total, Some(25_000));
}

async fn the_registers_own_table_of_a_plan_makes_the_same_plan_again(world: &World) {
    plan_random(world).await;
    let register = &world.register;
    let mut again = 0;
    for at in 0..PLANS {
        let slug = slug(&format!("hanke-{at}"));
        let sheet = desk::project_sheet(register, preparer(), &slug).await;
        let project = sheet.expect("a sheet").project.id;
        let Some((version, _, plan)) = in_force(world, project).await else {
            continue;
        };
        let form = [Form::Csv, Form::CsvForSpreadsheets, Form::Xlsx][at % 3];
        let lang = Lang::ALL[at % Lang::ALL.len()];
        let file = tables::plan(register, preparer(), &slug, form, lang).await;
        let file = file.expect("a file");
        let table = register::table_file::read(&file).expect("it is a table");
        let mut draft = draft("Takaisin");
        draft.recognise(&table.columns);
        let report = table_import::preview(register, operator(), &draft, &file).await;
        let report = report.expect("a report");
        let all = report.rows.len();
        assert_eq!(
            report.count(RowOutcome::Already),
            all,
            "{form:?}: {report:?}"
        );
        // Over another plan it makes the one that it was made of.
        save(world, project, version, "1").await;
        let saved = table_import::record(register, operator(), &draft, &file, &|_, _| ()).await;
        saved.expect("it is recorded");
        let (_, reason, now) = in_force(world, project).await.expect("a plan");
        assert_eq!((reason.as_str(), now), ("Takaisin", plan), "{form:?}");
        again += 1;
    }
    assert!(again > 0, "some plan was saved");
    let report = verify(register).await.expect("it is checked");
    assert_eq!(report.breaks, []);
}
