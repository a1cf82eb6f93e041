//! The plans of all projects: every sum is that of the amounts it leads to, on the page and in its
//! files, and the example cases come out to the cent.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use domain::funding::{FundingPlanDraft, FundingRowDraft, Payer};
use domain::view::commitment_list::Named;
use domain::view::funding::{FundingFilter, FundingSheet, Planned, PlannedLines};
use domain::{Lang, Money};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use register::organisations::OrganisationDraft;
use register::tables::{self, Form};
use register::views::funding;
use register::{Refusal, demo, funding_plans, organisations};
use store::testing::Database;
use time::macros::datetime;

use crate::on_both;
use crate::world::{World, operator, preparer, registrar, slug};

on_both!(
    without_plans_nothing_is_planned,
    of_random_plans_every_sum_is_that_of_its_amounts
);

async fn sheet(world: &World, filter: FundingFilter) -> FundingSheet {
    let sheet = funding::sheet(&world.register, operator(), filter).await;
    sheet.expect("a sheet")
}

async fn lines(
    world: &World,
    filter: &FundingFilter,
    payer: Option<Payer>,
    year: Option<Named<u16>>,
) -> PlannedLines {
    let filter = FundingFilter {
        payer: payer.or(filter.payer),
        ..filter.clone()
    };
    let lines = funding::whole_lines(&world.register, operator(), filter, year).await;
    lines.expect("amounts")
}

/// A year as the rows of its sum are asked for.
fn named(year: Option<u16>) -> Option<Named<u16>> {
    Some(year.map_or(Named::Nothing, Named::Is))
}

async fn without_plans_nothing_is_planned(world: &World) {
    let case = world.case("KAJDno-2023-912").await;
    world.project(case, "Ilman suunnitelmaa").await;
    world.signed(case, "5").await;
    let sheet = sheet(world, FundingFilter::default()).await;
    assert!(sheet.payers.is_empty() && sheet.total.is_nothing());
    // What was promised is there, whatever plans say.
    let promised = sheet
        .city
        .iter()
        .map(|of| (of.year, of.promised.granted.cents()));
    let promised: Vec<_> = promised.collect();
    assert_eq!(promised, [(Some(2023), 250_000), (Some(2024), 250_000)]);
    let of_2024 = FundingFilter {
        from: Some(2024),
        ..FundingFilter::default()
    };
    assert_eq!(self::sheet(world, of_2024).await.city.len(), 1);
    let rows = lines(world, &FundingFilter::default(), None, None).await;
    assert_eq!((rows.count, rows.total), (0, Planned::default()));
}

fn row() -> impl Strategy<Value = FundingRowDraft> {
    let amount = || {
        option::of(0..50_000_i64).prop_map(|cents| {
            let text = |cents: i64| format!("{},{:02}", cents / 100, cents % 100);
            cents.map(text).unwrap_or_default()
        })
    };
    let funders = ["Yksi", "Kaksi", "Yksi; Kaksi", "Kaksi; *", "*"];
    let categories = ["eu_and_state", "municipal_share", "still_to_be_found"];
    (
        prop::sample::select(funders.to_vec()),
        prop::sample::select(categories.to_vec()),
        amount(),
        vec(amount(), 2),
        any::<bool>(),
    )
        .prop_map(
            |(funders, category, total, amounts, part)| FundingRowDraft {
                funders: funders.to_owned(),
                category: category.to_owned(),
                share: String::new(),
                total,
                amounts,
                part,
            },
        )
}

/// Projects that are given a random plan, of which some cannot be saved.
pub(crate) const PLANS: usize = 30;

/// Projects with random plans, each saved twice: only the second version is in force.
pub(crate) async fn plan_random(world: &World) -> usize {
    for name in ["Yksi", "Kaksi"] {
        let draft = OrganisationDraft {
            name: name.to_owned(),
            kind: "private".to_owned(),
            business_id: String::new(),
        };
        let added = organisations::add(&world.register, registrar(), None, &draft).await;
        added.expect("it is added");
    }
    let mut runner = TestRunner::default();
    let plans = vec(vec(row(), 1..5), PLANS).new_tree(&mut runner);
    let case = world.case("KAJDno-2023-912").await;
    let mut saved = 0;
    for (at, rows) in plans.expect("plans").current().into_iter().enumerate() {
        let project = world.project(case, &format!("Hanke {at}")).await;
        let draft = FundingPlanDraft {
            reason: "Satunnainen".to_owned(),
            years: vec![2023, 2024],
            rows,
            ..FundingPlanDraft::default()
        };
        let (register, actor) = (&world.register, preparer());
        let first = funding_plans::save(register, actor, None, project, 0, &draft).await;
        match first {
            Ok(()) => saved += 1,
            Err(Refusal::Incomplete(_)) => continue,
            Err(other) => panic!("{other:?}"),
        }
        let again = funding_plans::save(register, actor, None, project, 1, &draft).await;
        again.expect("the same once more");
    }
    saved
}

async fn of_random_plans_every_sum_is_that_of_its_amounts(world: &World) {
    assert!(plan_random(world).await > 0, "some plan can be saved");
    let some_project = Some(slug("hanke-1"));
    let filters = [
        FundingFilter::default(),
        FundingFilter {
            from: Some(2024),
            ..FundingFilter::default()
        },
        FundingFilter {
            until: Some(2023),
            payer: Some(Payer::Missing),
            ..FundingFilter::default()
        },
        FundingFilter {
            project: some_project,
            ..FundingFilter::default()
        },
    ];
    for filter in filters {
        let sheet = sheet(world, filter.clone()).await;
        for row in &sheet.payers {
            assert_eq!(row.of_years.len(), sheet.years.len());
            for (year, sum) in sheet.years.iter().zip(&row.of_years) {
                let of = lines(world, &filter, Some(row.payer), named(*year)).await;
                agree(*sum, &of);
            }
            agree(
                row.total,
                &lines(world, &filter, Some(row.payer), None).await,
            );
        }
        for (year, sum) in sheet.years.iter().zip(&sheet.of_years) {
            agree(*sum, &lines(world, &filter, None, named(*year)).await);
        }
        let all = lines(world, &filter, None, None).await;
        agree(sheet.total, &all);
        let missing = sheet.payers.iter().find(|row| row.payer == Payer::Missing);
        let listed = sheet.shortfalls.iter().filter_map(|of| of.missing.known);
        let listed = Money::checked_sum(listed).expect("it fits");
        let missing = missing.and_then(|row| row.total.known).unwrap_or_default();
        if filter.payer.is_none_or(|payer| payer == Payer::Missing) {
            assert_eq!(listed, missing, "{filter:?}");
        }
        files_agree(world, &filter, &all).await;
    }
}

fn agree(sum: Planned, of: &PlannedLines) {
    assert_eq!(sum, of.total, "{of:?}");
    let known = of.lines.iter().filter_map(|line| line.amount);
    let known = Money::checked_sum(known).expect("it fits");
    assert_eq!(sum.known.unwrap_or_default(), known, "{of:?}");
    let unknown = of.lines.iter().filter(|line| line.amount.is_none()).count();
    assert_eq!(sum.unknown, u64::try_from(unknown).expect("few"), "{of:?}");
}

/// The files of the sums and of the amounts add up to the same.
async fn files_agree(world: &World, filter: &FundingFilter, all: &PlannedLines) {
    let (register, lang) = (&world.register, Lang::Fi);
    let expected = (
        all.total.known.unwrap_or_default().cents(),
        all.total.unknown,
    );
    for form in [Form::Csv, Form::CsvForSpreadsheets, Form::Xlsx, Form::Json] {
        let sums = tables::funding(register, operator(), filter.clone(), form, lang).await;
        let rows =
            tables::planned_amounts(register, operator(), filter.clone(), None, form, lang).await;
        for bytes in [sums.expect("a file"), rows.expect("a file")] {
            let read = match form {
                Form::Csv => last_two(&bytes, ',', false),
                Form::CsvForSpreadsheets => last_two(&bytes, ';', true),
                Form::Xlsx => last_two_of_sheet(bytes),
                Form::Json => last_two_of_objects(&bytes),
            };
            assert_eq!(read, expected, "{form:?} of {filter:?}");
        }
    }
}

/// The sums of the last two columns, which hold amounts and numbers; a row of sums is left out.
fn last_two(bytes: &[u8], between: char, with_sums: bool) -> (i64, u64) {
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    let mut lines: Vec<&str> = text.lines().skip(1).collect();
    if with_sums {
        lines.pop();
    }
    let (mut cents, mut unknown) = (0, 0);
    for line in lines {
        let mut fields = line.rsplit(between);
        unknown += fields
            .next()
            .and_then(|field| field.parse().ok())
            .unwrap_or(0);
        let amount: Option<Money> = fields.next().and_then(|field| field.parse().ok());
        cents += amount.map_or(0, Money::cents);
    }
    (cents, unknown)
}

fn last_two_of_objects(bytes: &[u8]) -> (i64, u64) {
    let rows: Vec<serde_json::Value> = serde_json::from_slice(bytes).expect("an array");
    let (mut cents, mut unknown) = (0, 0);
    for row in &rows {
        unknown += row["unknown"].as_u64().unwrap_or(0);
        cents += row["planned_cents"].as_i64().unwrap_or(0);
    }
    (cents, unknown)
}

fn last_two_of_sheet(bytes: Vec<u8>) -> (i64, u64) {
    let mut workbook = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet");
    let sheet = sheet.expect("it is read");
    let (mut sum, mut total) = ((0, 0), (0, 0));
    for row in sheet.rows().skip(1) {
        let [.., amount, unknown] = row else {
            panic!("{row:?}")
        };
        let hundredths = |cell: &Data| match cell {
            Data::Float(number) => format!("{number:.2}").parse().map_or(0, Money::cents),
            _ => 0,
        };
        let unknown = u64::try_from(hundredths(unknown) / 100).expect("a count");
        sum.0 += total.0;
        sum.1 += total.1;
        // The last row is the sum of those before it.
        total = (hundredths(amount), unknown);
    }
    assert_eq!(sum, total);
    total
}

#[tokio::test]
async fn the_example_cases_come_out_to_the_cent() {
    let world = World::empty(Database::sqlite().await).await;
    world
        .clock
        .advance(datetime!(2026-11-22 08:00 UTC) - world.clock.now());
    let loaded = demo::load(&world.register, operator()).await;
    loaded.expect("it is loaded");
    let of_project = |name: &str| FundingFilter {
        project: Some(slug(name)),
        ..FundingFilter::default()
    };
    let euros = |euros: i64| Some(Money::from_cents(euros * 100));

    let wind = sheet(&world, of_project("kainuu-wind")).await;
    assert_eq!(wind.years, [Some(2022), Some(2023), None]);
    assert_eq!((wind.total.known, wind.total.unknown), (euros(155_222), 0));
    let rows = wind
        .payers
        .iter()
        .map(|row| (row.name.as_deref(), row.total.known));
    let rows: Vec<_> = rows.collect();
    assert_eq!(
        rows,
        [
            (Some("Kajaanin ammattikorkeakoulu Oy"), euros(16_219)),
            (Some("Kajaanin kaupunki"), euros(15_684)),
            // The municipal share beside the city's: 30 348 − 15 684.
            (None, euros(14_664)),
            (None, euros(108_655)),
        ]
    );
    let city = wind
        .city
        .iter()
        .map(|of| (of.year, of.planned.known, of.promised.committed()));
    let city: Vec<_> = city.collect();
    assert_eq!(
        city,
        [
            (Some(2022), euros(8_598), euros(8_598)),
            (Some(2023), euros(7_086), euros(7_086)),
        ]
    );

    // 5 000 promised of a total that nobody knows.
    let partner = sheet(&world, of_project("kaivoskumppani")).await;
    assert_eq!(partner.total.known, euros(5_000));
    assert!(partner.total.unknown > 0, "{:?}", partner.total);
    let promised = partner.city.iter().filter_map(|of| of.promised.committed());
    assert_eq!(Money::checked_sum(promised), euros(5_000));

    // The case of 19.12.2023 shows its gap.
    let all = sheet(&world, FundingFilter::default()).await;
    let gap = all.gaps.iter().find(|of| of.title.contains("KUHA 2"));
    let gap = gap.expect("the case is there").gap;
    assert_eq!(gap.difference(), euros(10_000));
    assert_eq!(
        (Some(gap.stated), Some(gap.in_lines)),
        (euros(119_800), euros(109_800))
    );
}
