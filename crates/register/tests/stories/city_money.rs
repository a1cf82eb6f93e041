//! Where the city's euros go, for everybody: only published promises, each sum that of its rows, and
//! the files add up to the same.

use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};
use domain::budget::Promised;
use domain::commitment::Drawn;
use domain::view::city_money::{CityMoney, Part};
use domain::view::commitment_list::Named;
use domain::{Lang, Money};
use register::decisions;
use register::tables::{self, Form};
use register::views::{city_money, public};

use crate::commitment_list::{repeal_the_first, sign_random, standings_are_kept};
use crate::on_both;
use crate::world::{World, day, registrar};

on_both!(
    what_is_not_published_is_in_no_sum,
    of_a_random_register_every_public_sum_is_that_of_its_rows
);

async fn all(world: &World) -> CityMoney {
    let all = city_money::city_money(&world.register).await;
    all.expect("the sums")
}

async fn what_is_not_published_is_in_no_sum(world: &World) {
    let case = world.case("KAJDno-2023-1").await;
    world.signed(case, "1").await;
    let nothing = all(world).await;
    assert_eq!(
        (nothing.total, nothing.years.len()),
        (Promised::default(), 0)
    );
    world.published(case, "2", "21.8.2023").await;
    let published = all(world).await;
    assert_eq!(published.total.granted, Money::from_cents(500_000));
    let years: Vec<_> = published.years.iter().map(|(year, _)| *year).collect();
    assert_eq!(years, [Some(2023), Some(2024)]);
    assert_eq!(published.projects, []);
    assert_eq!(published.without_project, Some(published.total));
}

async fn of_a_random_register_every_public_sum_is_that_of_its_rows(world: &World) {
    for (at, id) in sign_random(world).await.into_iter().enumerate() {
        // Every third stays unpublished.
        if at % 3 != 2 {
            let (register, draft) = (&world.register, day("21.8.2023"));
            let published = decisions::publish(register, registrar(), None, id, 3, &draft).await;
            published.expect("it is published");
        }
    }
    // Ended by a decision that nobody knows of yet, then by a published one.
    let repealing = repeal_the_first(world).await;
    standings_are_kept(world).await;
    public_sums_are_those_of_their_rows(world).await;
    let (register, draft) = (&world.register, day("21.8.2023"));
    let published = decisions::publish(register, registrar(), None, repealing, 3, &draft).await;
    published.expect("it is published");
    standings_are_kept(world).await;
    public_sums_are_those_of_their_rows(world).await;
}

async fn public_sums_are_those_of_their_rows(world: &World) {
    let all = all(world).await;
    let mut sums = vec![Promised::default(); 3];
    for (year, promised) in &all.years {
        let part = Part::Year(year.map_or(Named::Nothing, Named::Is));
        rows_are(world, part, *promised).await;
        sums[0] = sums[0].plus(*promised).expect("it fits");
    }
    for (line, promised) in &all.budget_lines {
        let part = Part::BudgetLine(line.clone().map_or(Named::Nothing, Named::Is));
        rows_are(world, part, *promised).await;
        sums[1] = sums[1].plus(*promised).expect("it fits");
    }
    // The page of a project has the rows of its sum.
    for project in &all.projects {
        let page = public::project_page(&world.register, &project.slug).await;
        let page = page.expect("a page");
        let of_page = Promised::of(page.commitments.iter().map(|(_, made)| Drawn::from(made)));
        let unpaid = Promised {
            paid: Money::ZERO,
            ..project.promised
        };
        assert_eq!(of_page, Some(unpaid));
        sums[2] = sums[2].plus(project.promised).expect("it fits");
    }
    if let Some(promised) = all.without_project {
        rows_are(world, Part::WithoutProject, promised).await;
        sums[2] = sums[2].plus(promised).expect("it fits");
    }
    assert_eq!(sums, vec![all.total; 3]);
    files_add_up(world, &all.total).await;
}

async fn rows_are(world: &World, part: Part, promised: Promised) {
    let found = city_money::promises(&world.register, part.clone(), 1).await;
    let found = found.expect("rows");
    assert_eq!(found.promised, promised, "{part:?}");
    let of_rows = Promised::of(found.rows.iter().map(|row| row.drawn));
    assert_eq!(of_rows, Some(promised), "{part:?}");
}

/// The last five columns of each file, one for each strength and what is paid, add up to the sums.
async fn files_add_up(world: &World, total: &Promised) {
    let expected = [
        total.granted,
        total.at_most,
        total.conditional,
        total.provided_for,
        total.paid,
    ];
    let expected = expected.map(Money::cents);
    let csv = tables::city_money(&world.register, Form::Csv, Lang::Fi).await;
    let csv = String::from_utf8(csv.expect("a file")).expect("UTF-8");
    let mut sums = [0; 5];
    for line in csv.lines().skip(1) {
        let mut fields = line.rsplit(',');
        for sum in sums.iter_mut().rev() {
            let amount: Option<Money> = fields.next().and_then(|field| field.parse().ok());
            *sum += amount.map_or(0, Money::cents);
        }
    }
    assert_eq!(sums, expected);
    let xlsx = tables::city_money(&world.register, Form::Xlsx, Lang::Fi).await;
    let mut workbook = Xlsx::new(Cursor::new(xlsx.expect("a file"))).expect("a workbook");
    let sheet = workbook.worksheet_range_at(0).expect("a sheet");
    let sheet = sheet.expect("it is read");
    let rows: Vec<&[Data]> = sheet.rows().skip(1).collect();
    let (last, body) = rows.split_last().expect("the sums");
    let cents = |cell: &Data| match cell {
        Data::Float(euros) => format!("{euros:.2}").parse().map_or(0, Money::cents),
        _ => 0,
    };
    for (at, expected) in (8..).zip(expected) {
        let sum: i64 = body.iter().map(|row| cents(&row[at])).sum();
        assert_eq!((sum, cents(&last[at])), (expected, expected));
    }
}
