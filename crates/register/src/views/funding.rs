//! The plans in force of all projects, by year and funder, with the amounts that each sum is made
//! of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::decision::DecisionDraft;
use domain::funding::{Funder, Payer};
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use domain::view::commitment_list::Named;
use domain::view::funding::{
    CityYear, FundingFilter, FundingSheet, Gap, PayerRow, Planned, PlannedLine, PlannedLines,
};
use store::{Audience, Cut, PlannedLeft, PlannedPage, PlannedRow, PlannedSum, StoreError, Tx};
use time::Date;

use super::commitment_list::projects_to_choose;
use super::desk::read_as;
use super::name_on;
use crate::actor::Actor;
use crate::co_funding::city;
use crate::refusal::Refusal;
use crate::register::Register;

/// Amounts on a page.
pub(super) const PAGE_SIZE: u32 = 100;
/// Projects with money to find that the sheet names; the rows of what is missing have them all.
const SHORTFALLS: u32 = 100;

/// The plans in force by year and funder, what the city has promised beside its part, and what is
/// missing.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
) -> Result<FundingSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let names = Names::load(&mut tx, register.clock().today()).await?;
    let of_project = FundingFilter {
        project: filter.project.clone(),
        ..FundingFilter::default()
    };
    let all = tx.planned_sums(&officials(&of_project, None)).await?;
    let left = all.iter().filter(|of| filter.leaves(of.payer, of.year));
    let left: Vec<PlannedSum> = left.copied().collect();
    let sums = Sums::of(&left).ok_or_else(too_large)?;
    let city = city(&mut tx, &names.organisations).await?;
    let city_payer = city.map(Payer::Organisation);
    let all_payers: BTreeSet<Payer> = all.iter().map(|of| of.payer).collect();
    let all_years: BTreeSet<u16> = all.iter().filter_map(|of| of.year).collect();
    Ok(FundingSheet {
        years: sums.years.clone(),
        payers: names.named_first(sums.rows()),
        of_years: sums.by_year(None),
        total: sums.total,
        city_payer,
        city: city_years(&mut tx, &left, &filter, city_payer).await?,
        all_payers: names.choices(all_payers),
        all_years: all_years.into_iter().collect(),
        projects: projects_to_choose(&mut tx).await?,
        shortfalls: tx.shortfalls(&filter, SHORTFALLS).await?,
        gaps: gaps(&mut tx).await?,
        filter,
    })
}

fn officials(filter: &FundingFilter, year: Option<Named<u16>>) -> PlannedLeft<'_> {
    PlannedLeft {
        audience: Audience::Officials,
        filter,
        year,
    }
}

/// The amounts that a sum of the sheet is made of: those of a year, of what no plan divides by
/// years, or of all.
pub async fn lines(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
    page: u32,
) -> Result<PlannedLines, Refusal> {
    let cut = Cut {
        page: page.max(1),
        size: Some(PAGE_SIZE),
    };
    load_lines(register, actor, filter, year, cut).await
}

/// The same on one page, for files.
pub async fn whole_lines(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
) -> Result<PlannedLines, Refusal> {
    let cut = Cut {
        page: 1,
        size: None,
    };
    load_lines(register, actor, filter, year, cut).await
}

async fn load_lines(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
    cut: Cut,
) -> Result<PlannedLines, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let names = Names::load(&mut tx, register.clock().today()).await?;
    let found = tx.planned_page(&officials(&filter, year), cut).await?;
    let pages = cut.size.map_or(1, |size| pages(&found, size));
    Ok(PlannedLines {
        year,
        payer_name: filter.payer.and_then(|payer| names.name(payer)),
        lines: names.lines(found.rows),
        total: found.sum,
        count: found.total,
        page: cut.page,
        pages,
        filter,
    })
}

/// How many pages there are, at least one.
pub(super) fn pages(found: &PlannedPage, size: u32) -> u32 {
    let pages = found.total.div_ceil(u64::from(size)).max(1);
    u32::try_from(pages).unwrap_or(u32::MAX)
}

/// The organisations of the register, by the names of a day.
pub(super) struct Names {
    organisations: Vec<Organisation>,
    of_today: HashMap<OrganisationId, String>,
}

impl Names {
    pub(super) async fn load(tx: &mut Tx, today: Date) -> Result<Self, Refusal> {
        let organisations = tx.organisations().await?;
        let names = organisations.iter();
        Ok(Self {
            of_today: names
                .map(|of| (of.id, name_on(&organisations, of.id, today)))
                .collect(),
            organisations,
        })
    }

    pub(super) fn organisations(&self) -> &[Organisation] {
        &self.organisations
    }

    pub(super) fn name(&self, payer: Payer) -> Option<String> {
        match payer {
            Payer::Organisation(id) => self.of_today.get(&id).cloned(),
            Payer::Together | Payer::Others | Payer::Missing => None,
        }
    }

    pub(super) fn lines(&self, rows: Vec<PlannedRow>) -> Vec<PlannedLine> {
        rows.into_iter().map(|row| self.line(row)).collect()
    }

    fn line(&self, row: PlannedRow) -> PlannedLine {
        let funders = match row.payer {
            Payer::Organisation(id) => vec![Funder::Organisation(id)],
            Payer::Together | Payer::Others | Payer::Missing => row.funders,
        };
        let named = funders.into_iter().filter_map(|funder| match funder {
            Funder::Organisation(id) => self.of_today.get(&id).cloned(),
            Funder::Others => None,
        });
        PlannedLine {
            project: row.project,
            version: row.version,
            payer: row.payer,
            funders: named.collect(),
            category: row.category,
            year: row.year,
            amount: row.amount,
        }
    }

    /// The organisations by name, then those whom nobody names, then what is missing.
    fn named_first(&self, rows: Vec<PayerRow>) -> Vec<PayerRow> {
        let mut rows: Vec<PayerRow> = rows
            .into_iter()
            .map(|row| PayerRow {
                name: self.name(row.payer),
                ..row
            })
            .collect();
        rows.sort_by_cached_key(|row| order(row.payer, row.name.as_deref()));
        rows
    }

    fn choices(&self, payers: BTreeSet<Payer>) -> Vec<(Payer, Option<String>)> {
        let named = payers.into_iter().map(|payer| (payer, self.name(payer)));
        let mut choices: Vec<_> = named.collect();
        choices.sort_by_cached_key(|(payer, name)| order(*payer, name.as_deref()));
        choices
    }
}

pub(super) fn order(payer: Payer, name: Option<&str>) -> (u8, String) {
    let rank = match payer {
        Payer::Organisation(_) => 0,
        Payer::Together => 1,
        Payer::Others => 2,
        Payer::Missing => 3,
    };
    (rank, name.unwrap_or_default().to_lowercase())
}

/// Sums by payer and year.
struct Sums {
    /// Rising, what has no year at the end.
    years: Vec<Option<u16>>,
    cells: BTreeMap<(Option<Payer>, Option<u16>), Planned>,
    payers: BTreeMap<Payer, Planned>,
    total: Planned,
}

impl Sums {
    /// The sums of those of payers and years; `None` where one does not fit.
    fn of(of_payers: &[PlannedSum]) -> Option<Self> {
        let mut sums = Self {
            years: Vec::new(),
            cells: BTreeMap::new(),
            payers: BTreeMap::new(),
            total: Planned::default(),
        };
        let mut years = BTreeSet::new();
        for of in of_payers {
            years.insert(of.year);
            let row = sums.payers.entry(of.payer).or_default();
            *row = row.plus(of.sum)?;
            for payer in [None, Some(of.payer)] {
                let cell = sums.cells.entry((payer, of.year)).or_default();
                *cell = cell.plus(of.sum)?;
            }
            sums.total = sums.total.plus(of.sum)?;
        }
        let without = years.remove(&None).then_some(None);
        sums.years = years.into_iter().chain(without).collect();
        Some(sums)
    }

    /// The sums of the years of a payer, or of all.
    fn by_year(&self, payer: Option<Payer>) -> Vec<Planned> {
        let years = self.years.iter();
        years
            .map(|year| self.cells.get(&(payer, *year)).copied().unwrap_or_default())
            .collect()
    }

    fn rows(&self) -> Vec<PayerRow> {
        let payers = self.payers.iter();
        payers
            .map(|(payer, total)| PayerRow {
                payer: *payer,
                name: None,
                of_years: self.by_year(Some(*payer)),
                total: *total,
            })
            .collect()
    }
}

/// The city's part of the plans beside what it promised, for each year that has either.
async fn city_years(
    tx: &mut Tx,
    left: &[PlannedSum],
    filter: &FundingFilter,
    of_city: Option<Payer>,
) -> Result<Vec<CityYear>, Refusal> {
    if filter.payer.is_some() && filter.payer != of_city {
        return Ok(Vec::new());
    }
    let mut years: BTreeMap<Option<u16>, CityYear> = BTreeMap::new();
    let none = |year| CityYear {
        year,
        planned: Planned::default(),
        promised: domain::budget::Promised::default(),
    };
    for (year, promised) in tx.promised_by_year(filter.project.as_ref()).await? {
        if filter.leaves_year(year) {
            years.entry(year).or_insert_with(|| none(year)).promised = promised;
        }
    }
    for of in left.iter().filter(|of| Some(of.payer) == of_city) {
        let row = years.entry(of.year).or_insert_with(|| none(of.year));
        row.planned = row.planned.plus(of.sum).ok_or_else(too_large)?;
    }
    let without = years.remove(&None);
    Ok(years.into_values().chain(without).collect())
}

/// Unfinished decisions whose stated euros and rows differ.
async fn gaps(tx: &mut Tx) -> Result<Vec<Gap>, Refusal> {
    let mut gaps = Vec::new();
    for row in tx.unfinished_decisions().await? {
        let decision = tx.decision(row.id).await?.ok_or(Refusal::NotFound)?;
        let gap = decision.typed().and_then(DecisionDraft::euros_gap);
        gaps.extend(gap.map(|gap| Gap {
            decision: row.id,
            title: row.title,
            gap,
        }));
    }
    Ok(gaps)
}

/// No typed amounts add up to so much: somebody wrote past the register.
pub(super) fn too_large() -> Refusal {
    StoreError::Inconsistent {
        table: "planned_amount",
        column: "amount_cents",
        row: "of all projects".to_owned(),
    }
    .into()
}
