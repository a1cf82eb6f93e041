//! Measures the views of money over a large register: 100 000 commitments of 50 000 decisions over
//! 10 000 projects and ten years, on SQLite and on PostgreSQL.
//!
//! `cargo run --release -p store --features testing --example money_speed` prints for each question
//! the median of 21 answers.

use std::error::Error;
use std::io::Write as _;
use std::time::{Duration, Instant};

use domain::decision::CommitmentStrength;
use domain::funding::Payer;
use domain::slug::Slug;
use domain::view::commitment_list::{CommitmentFilter, Named};
use domain::view::funding::FundingFilter;
use store::testing::Database;
use store::{Audience, CoFundingLeft, Cut, PlannedLeft, StoreError, Tx};
use time::macros::date;

/// Statements that fill a database past the register. What differs between the two is how
/// identities, bytes and long texts are made.
macro_rules! filling {
    ($before:literal, $id:literal, $end:literal, $bytes:literal, $long:literal, $at:literal) => {
        concat!(
            $before,
            "create table numbers as
             with recursive c (n) as (select 1 union all select n + 1 from c where n < 50000)
             select n from c;
             insert into city_case (id, version, number, number_key, number_year, number_serial,
                 public_title, internal_title, state, search_text, list_year, created_at,
                 changed_at)
             select ", $id, "n", $end, ", 1, 'KAJDno-2023-' || n, 'k' || n, 2023, n, 'Asia', '',
                    'pending', 'asia', 2023, ", $at, ", ", $at, " from numbers where n <= 10000;
             insert into organisation (id, kind, added_number)
             select ", $id, "1", $end, ", 'private', 1;
             insert into organisation_name (organisation, ordinal, name)
             select ", $id, "1", $end, ", 1, 'Korkeakoulu Oy';
             insert into section_series (slug, decision_maker, kind, numbering, publication_rule)
             select 'sarja-' || (n % 10), 'Viranhaltija', 'officer', 'external', 'by_next_working_day'
               from numbers where n <= 10;
             insert into project (id, version, slug, city_case, name, beneficiary,
                 added_number, created_at, changed_at)
             select ", $id, "n", $end, ", 1, 'hanke-' || n, ", $id, "n", $end, ", 'Hanke ' || n,
                    ", $id, "1", $end, ", n, ", $at, ", ", $at, "
               from numbers where n <= 10000;
             insert into decision (id, version, city_case, project, preparer, state, title, lang,
                 draft_series, draft, series, section_year, section_number, decision_maker, content,
                 seal_version, seal_salt, seal_hash, appeal_right, signature_kind, source,
                 publication_number, created_at, changed_at, change_number)
             select ", $id, "n", $end, ", 1, ", $id, "n % 10000 + 1", $end, ",
                    ", $id, "n % 10000 + 1", $end, ", ", $id, "1", $end, ", 'published',
                    'Osallistuminen', 'fi', 'sarja-0', ", $long, ", 'sarja-' || (n % 10),
                    2014 + (n + 4999) / 5000, n, 'Viranhaltija', ", $long, ", 1, ", $bytes, ",
                    ", $bytes, ", 'rectification', 'elsewhere', 'Ote', n, ", $at, ", ", $at, ", n
               from numbers;
             insert into commitment (decision, line, year, amount_cents, strength, budget_line,
                 condition)
             select d.id, l.n, d.section_year + l.n - 1, 100 * d.section_number + l.n,
                    case when d.section_number % 4 = 0 then 'conditional' else 'granted' end,
                    '29110400' || (10 + d.section_number % 20),
                    case when d.section_number % 4 = 0 then 'EAKR-rahoitus' else null end
               from decision d cross join (select 1 as n union all select 2) l;
             insert into commitment_standing (decision, line, year, budget_line, series,
                 section_year, section_number, project, strength, drawn_cents,
                 publicly_drawn_cents, paid_cents)
             select c.decision, c.line, c.year, c.budget_line, d.series, d.section_year,
                    d.section_number, d.project, c.strength, c.amount_cents, c.amount_cents, 0
               from commitment c join decision d on d.id = c.decision;
             insert into funding_plan (project, version, reason, plan, draft, saved_at)
             select p.id, v.n, 'Syy', '{\"total_cost\":null,\"lines\":[
                 {\"funders\":[\"others\"],\"category\":\"eu_and_state\",\"share\":null,
                  \"amounts\":{\"total\":10865500,\"years\":[[2022,100],[2023,200]]},\"of_which\":[]},
                 {\"funders\":[\"others\"],\"category\":\"municipal_share\",\"share\":null,
                  \"amounts\":{\"total\":null,\"years\":[[2022,100]]},\"of_which\":[]},
                 {\"funders\":[\"others\"],\"category\":\"still_to_be_found\",\"share\":null,
                  \"amounts\":{\"total\":5000,\"years\":[]},\"of_which\":[]}]}', '{}',
                    ", $at, "
               from project p cross join (select 1 as n union all select 2) v;
             insert into planned_amount (project, ordinal, version, payer, organisation, funders,
                 line, category, year, amount_cents)
             select p.id, a.ordinal, 2, a.payer,
                    case when a.payer = 'organisation' then p.beneficiary end, '[]', a.line,
                    a.category, a.year, a.cents
               from project p
              cross join (
                    select 0 as ordinal, 'others' as payer, 0 as line, 'eu_and_state' as category,
                           2022 as year, 100 as cents
                    union all select 1, 'others', 0, 'eu_and_state', 2023, 200
                    union all select 2, 'others', 0, 'eu_and_state', null, 10865200
                    union all select 3, 'organisation', 1, 'municipal_share', 2022, 100
                    union all select 4, 'organisation', 1, 'municipal_share', 2023, null
                    union all select 5, 'missing', 2, 'still_to_be_found', null, 5000) a;
             insert into co_funding_entry (id, project, number, funder, fact, granted_cents,
                 paid_cents, recorded_at, office)
             select ", $id, "n.n", $end, ", p.id, 1, p.beneficiary, '{}', n.n % 200, n.n % 150, ", $at, ",
                    'Controller'
               from numbers n join project p on p.added_number = n.n
              where n.n <= 10000 and n.n % 2 = 0;
             analyze;"
        )
    };
}

const SQLITE: &str = filling!(
    "",
    "cast(printf('%016d', ",
    ") as blob)",
    "zeroblob(32)",
    "printf('%.*c', 2000, 'x')",
    "'2023-08-18T06:00:00Z'"
);
const POSTGRES: &str = filling!(
    "set session_replication_role = replica;",
    "lpad(to_hex(",
    "), 32, '0')::uuid",
    "decode(repeat('00', 32), 'hex')",
    "repeat('x', 2000)",
    "timestamptz '2023-08-18T06:00:00Z'"
);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    for (name, database, statements) in [
        ("SQLite", Database::sqlite().await, SQLITE),
        ("PostgreSQL", Database::postgres().await, POSTGRES),
    ] {
        database.damage(statements).await;
        if name == "PostgreSQL" {
            // As its own daemon does after so many rows; no transaction may be around it.
            database.damage("vacuum").await;
        }
        writeln!(std::io::stdout(), "{name}")?;
        measure(&database).await?;
    }
    Ok(())
}

async fn measure(database: &Database) -> Result<(), Box<dyn Error>> {
    let all = CommitmentFilter::default();
    let slug = |text: &str| Slug::try_from(text.to_owned());
    let of_page = |page| CommitmentFilter {
        page,
        ..all.clone()
    };
    let of_year = CommitmentFilter {
        year: Some(Named::Is(2020)),
        ..all.clone()
    };
    let of_line = |filter: &CommitmentFilter| CommitmentFilter {
        budget_line: Some(Named::Is("2911040011".to_owned())),
        ..filter.clone()
    };
    let of_strength = CommitmentFilter {
        strength: Some(CommitmentStrength::Conditional),
        ..all.clone()
    };
    let of_no_year = CommitmentFilter {
        year: Some(Named::Nothing),
        ..all.clone()
    };
    let of_project = CommitmentFilter {
        project: Some(slug("hanke-77")?),
        ..all.clone()
    };
    let of_series = CommitmentFilter {
        series: Some(slug("sarja-3")?),
        ..all.clone()
    };
    for (what, filter) in [
        ("everything, the first page", of_page(1)),
        ("everything, a page in the middle", of_page(1_000)),
        ("everything, the last page", of_page(2_000)),
        ("a year", of_year.clone()),
        ("a year and a budget line", of_line(&of_year)),
        ("a budget line", of_line(&all)),
        ("a strength", of_strength),
        ("no year", of_no_year),
        ("a project", of_project),
        ("a decision maker", of_series),
    ] {
        let mut taken = Vec::new();
        let mut found = 0;
        for _ in 0..21 {
            let start = Instant::now();
            let mut tx = database.store().read().await?;
            found = commitments(&mut tx, &filter).await?;
            taken.push(start.elapsed());
        }
        say(what, taken, found)?;
    }
    sums(database).await
}

async fn sums(database: &Database) -> Result<(), Box<dyn Error>> {
    let mut asked: [(&str, Vec<Duration>, u64); 8] = [
        ("the plans by year and funder", Vec::new(), 0),
        ("the amounts of a funder, the first page", Vec::new(), 0),
        ("the amounts of a funder, the last page", Vec::new(), 0),
        ("the sums for everybody", Vec::new(), 0),
        ("of them the plans", Vec::new(), 0),
        ("the budget and the outcome of a year", Vec::new(), 0),
        ("what is missing, the first page", Vec::new(), 0),
        ("what is missing, the last page", Vec::new(), 0),
    ];
    for _ in 0..21 {
        for (at, (_, taken, found)) in asked.iter_mut().enumerate() {
            let mut tx = database.store().read().await?;
            let start = Instant::now();
            *found = match at {
                0 => planned(&mut tx).await?,
                1 => amounts(&mut tx, 1).await?,
                2 => amounts(&mut tx, 500).await?,
                3 => public(&mut tx).await?,
                4 => public_plans(&mut tx).await?,
                5 => budget(&mut tx).await?,
                6 => missing(&mut tx, 1).await?,
                _ => missing(&mut tx, 300).await?,
            };
            taken.push(start.elapsed());
        }
    }
    for (what, taken, found) in asked {
        say(what, taken, found)?;
    }
    Ok(())
}

/// Everything that the page of the plans asks, and its division.
async fn planned(tx: &mut Tx) -> Result<u64, StoreError> {
    let filter = FundingFilter::default();
    let sums = tx
        .planned_sums(&planned_left(&filter, Audience::Officials))
        .await?;
    tx.promised_by_year(None).await?;
    tx.organisations().await?;
    tx.project_names(501).await?;
    tx.shortfalls(&filter, 100).await?;
    Ok(u64::try_from(sums.len()).unwrap_or(u64::MAX))
}

/// Everything that a page of the amounts in a sum of plans asks.
async fn amounts(tx: &mut Tx, page: u32) -> Result<u64, StoreError> {
    let filter = FundingFilter {
        payer: Some(Payer::Others),
        ..FundingFilter::default()
    };
    tx.organisations().await?;
    let size = Some(100);
    let left = planned_left(&filter, Audience::Officials);
    Ok(tx.planned_page(&left, Cut { page, size }).await?.total)
}

fn planned_left(filter: &FundingFilter, audience: Audience) -> PlannedLeft<'_> {
    PlannedLeft {
        audience,
        filter,
        year: None,
    }
}

/// Everything that the pages of a budget year ask.
async fn budget(tx: &mut Tx) -> Result<u64, StoreError> {
    tx.budget_years().await?;
    tx.budget_decisions(2020).await?;
    tx.payments_of_year(2020).await?;
    let lines = tx.promised_of_year(2020, None).await?;
    Ok(u64::try_from(lines.len()).unwrap_or(u64::MAX))
}

/// Everything that a page of what is missing asks.
async fn missing(tx: &mut Tx, page: u32) -> Result<u64, StoreError> {
    let left = CoFundingLeft {
        year: 2023,
        only_short: true,
        ..CoFundingLeft::default()
    };
    tx.organisations().await?;
    tx.project_names(501).await?;
    let size = Some(100);
    let found = tx.co_funding_page(&left, Cut { page, size }).await?;
    Ok(found.stages.iter().map(|(_, sums)| sums.rows).sum())
}

/// Everything that the page for everybody asks.
async fn public(tx: &mut Tx) -> Result<u64, StoreError> {
    let sums = tx.public_sums(100).await?;
    tx.organisations().await?;
    public_plans(tx).await?;
    Ok(u64::try_from(sums.by_project.len()).unwrap_or(u64::MAX))
}

async fn public_plans(tx: &mut Tx) -> Result<u64, StoreError> {
    let filter = FundingFilter::default();
    let left = planned_left(&filter, Audience::Everybody);
    let sums = tx.planned_sums(&left).await?;
    Ok(u64::try_from(sums.len()).unwrap_or(u64::MAX))
}

/// Everything that the page of the list asks.
async fn commitments(tx: &mut Tx, filter: &CommitmentFilter) -> Result<u64, StoreError> {
    let today = date!(2023 - 08 - 21);
    let page = tx.commitment_page(filter, Some(50), today).await?;
    tx.commitment_years().await?;
    tx.project_names(501).await?;
    tx.all_series().await?;
    Ok(page.total)
}

fn say(what: &str, mut taken: Vec<Duration>, found: u64) -> std::io::Result<()> {
    taken.sort();
    let median = taken.get(taken.len() / 2).copied().unwrap_or_default();
    let milliseconds = median.as_secs_f64() * 1_000.0;
    writeln!(
        std::io::stdout(),
        "  {what}: {milliseconds:.1} ms, {found} found"
    )
}
