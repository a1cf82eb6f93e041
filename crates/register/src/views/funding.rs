//! The plans in force of all projects, by year and funder, with the amounts that each sum is made
//! of.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::decision::DecisionDraft;
use domain::funding::{Funder, Payer, PlannedAmount};
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use domain::slug::Slug;
use domain::view::commitment_list::Named;
use domain::view::funding::{
    CityYear, FundingFilter, FundingSheet, Gap, PayerRow, Planned, PlannedLine, PlannedLines,
    Shortfall,
};
use store::{Audience, PlanInForce, StoreError, Tx};
use time::Date;

use super::commitment_list::projects_to_choose;
use super::desk::read_as;
use super::name_on;
use crate::actor::Actor;
use crate::funding_plans::by_name;
use crate::refusal::Refusal;
use crate::register::Register;

/// Amounts on a page.
const PAGE_SIZE: u32 = 100;

/// The plans in force by year and funder, what the city has promised beside its part, and what is
/// missing.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
) -> Result<FundingSheet, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let plans = load(register, &mut tx, &filter).await?;
    let sums = Sums::of(plans.left(&filter)).ok_or_else(too_large)?;
    let city = tx.register().await?.map(|register| register.city);
    let city = city.and_then(|city| by_name(&plans.organisations, &city.name.fi));
    let city_payer = city.map(Payer::Organisation);
    let city = city_years(&mut tx, &plans, &filter, city_payer).await?;
    let all_payers: BTreeSet<Payer> = plans.amounts().map(|(_, of)| of.payer).collect();
    let all_years: BTreeSet<u16> = plans.amounts().filter_map(|(_, of)| of.year).collect();
    let shortfalls = plans.shortfalls(&filter).ok_or_else(too_large)?;
    Ok(FundingSheet {
        years: sums.years.clone(),
        payers: plans.named_first(sums.rows()),
        of_years: sums.by_year(None),
        total: sums.total,
        city_payer,
        city,
        all_payers: plans.choices(all_payers),
        all_years: all_years.into_iter().collect(),
        projects: projects_to_choose(&mut tx).await?,
        shortfalls,
        gaps: gaps(&mut tx).await?,
        filter,
    })
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
    let found = load_lines(register, actor, filter, year).await?;
    let size = usize::try_from(PAGE_SIZE).unwrap_or(usize::MAX);
    let pages = found.count.div_ceil(u64::from(PAGE_SIZE)).max(1);
    let page = page.max(1);
    let before = usize::try_from(page - 1)
        .unwrap_or(usize::MAX)
        .saturating_mul(size);
    Ok(PlannedLines {
        lines: found.lines.into_iter().skip(before).take(size).collect(),
        page,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        ..found
    })
}

/// The same on one page, for files.
pub async fn whole_lines(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
) -> Result<PlannedLines, Refusal> {
    load_lines(register, actor, filter, year).await
}

async fn load_lines(
    register: &Register,
    actor: &Actor,
    filter: FundingFilter,
    year: Option<Named<u16>>,
) -> Result<PlannedLines, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let plans = load(register, &mut tx, &filter).await?;
    let of_year = |of: &PlannedAmount| match year {
        None => true,
        Some(Named::Nothing) => of.year.is_none(),
        Some(Named::Is(year)) => of.year == Some(year),
    };
    let left = plans.left(&filter).filter(|(_, of)| of_year(of));
    let lines: Vec<PlannedLine> = left.map(|(plan, of)| plans.line(plan, of)).collect();
    let total = Planned::of(lines.iter().map(|line| line.amount)).ok_or_else(too_large)?;
    let payer_name = filter.payer.and_then(|payer| plans.name(payer));
    Ok(PlannedLines {
        year,
        payer_name,
        total,
        count: u64::try_from(lines.len()).unwrap_or(u64::MAX),
        lines,
        page: 1,
        pages: 1,
        filter,
    })
}

async fn load(register: &Register, tx: &mut Tx, filter: &FundingFilter) -> Result<Plans, Refusal> {
    let today = register.clock().today();
    Plans::load(tx, filter.project.as_ref(), Audience::Officials, today).await
}

/// Every plan in force with its amounts, and who may be named in them.
pub(super) struct Plans {
    all: Vec<(PlanInForce, Vec<PlannedAmount>)>,
    organisations: Vec<Organisation>,
    names: HashMap<OrganisationId, String>,
}

impl Plans {
    pub(super) async fn load(
        tx: &mut Tx,
        project: Option<&Slug>,
        audience: Audience,
        today: Date,
    ) -> Result<Self, Refusal> {
        let plans = tx.plans_in_force(project, audience).await?.into_iter();
        let organisations = tx.organisations().await?;
        let names = organisations.iter();
        Ok(Self {
            all: plans
                .map(|plan| {
                    let amounts = plan.plan.divided();
                    (plan, amounts)
                })
                .collect(),
            names: names
                .map(|of| (of.id, name_on(&organisations, of.id, today)))
                .collect(),
            organisations,
        })
    }

    pub(super) fn amounts(&self) -> impl Iterator<Item = (&PlanInForce, &PlannedAmount)> {
        let plans = self.all.iter();
        plans.flat_map(|(plan, amounts)| amounts.iter().map(move |of| (plan, of)))
    }

    fn left(&self, filter: &FundingFilter) -> impl Iterator<Item = (&PlanInForce, &PlannedAmount)> {
        let filter = filter.clone();
        self.amounts()
            .filter(move |(_, of)| filter.leaves(of.payer, of.year))
    }

    pub(super) fn name(&self, payer: Payer) -> Option<String> {
        match payer {
            Payer::Organisation(id) => self.names.get(&id).cloned(),
            Payer::Together | Payer::Others | Payer::Missing => None,
        }
    }

    pub(super) fn line(&self, plan: &PlanInForce, of: &PlannedAmount) -> PlannedLine {
        let funders = match of.payer {
            Payer::Organisation(id) => vec![Funder::Organisation(id)],
            Payer::Together | Payer::Others | Payer::Missing => {
                let line = plan.plan.lines().get(of.line);
                line.map(|line| line.funders.clone()).unwrap_or_default()
            }
        };
        let named = funders.into_iter().filter_map(|funder| match funder {
            Funder::Organisation(id) => self.names.get(&id).cloned(),
            Funder::Others => None,
        });
        PlannedLine {
            project: (plan.slug.clone(), plan.name.clone()),
            version: plan.version,
            payer: of.payer,
            funders: named.collect(),
            category: of.category,
            year: of.year,
            amount: of.amount,
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

    /// The projects with money to find in what a filter leaves of the years, the most first.
    fn shortfalls(&self, filter: &FundingFilter) -> Option<Vec<Shortfall>> {
        let mut shortfalls = Vec::new();
        for (plan, amounts) in &self.all {
            let missing = amounts
                .iter()
                .filter(|of| of.payer == Payer::Missing && filter.leaves(of.payer, of.year));
            let missing = Planned::of(missing.map(|of| of.amount))?;
            // Nothing is missing where the plan says that 0 is.
            let is_found = missing.unknown == 0 && missing.known.unwrap_or_default().cents() == 0;
            if !is_found {
                shortfalls.push(Shortfall {
                    project: (plan.slug.clone(), plan.name.clone()),
                    missing,
                });
            }
        }
        shortfalls.sort_by_key(|of| std::cmp::Reverse(of.missing.known));
        Some(shortfalls)
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
    /// The sums of amounts; `None` where one does not fit.
    fn of<'a>(amounts: impl Iterator<Item = (&'a PlanInForce, &'a PlannedAmount)>) -> Option<Self> {
        let mut sums = Self {
            years: Vec::new(),
            cells: BTreeMap::new(),
            payers: BTreeMap::new(),
            total: Planned::default(),
        };
        let mut years = BTreeSet::new();
        for (_, of) in amounts {
            years.insert(of.year);
            let row = sums.payers.entry(of.payer).or_default();
            *row = row.with(of.amount)?;
            for payer in [None, Some(of.payer)] {
                let cell = sums.cells.entry((payer, of.year)).or_default();
                *cell = cell.with(of.amount)?;
            }
            sums.total = sums.total.with(of.amount)?;
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
    plans: &Plans,
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
    let planned = plans
        .left(filter)
        .filter(|(_, of)| Some(of.payer) == of_city);
    for (_, of) in planned {
        let row = years.entry(of.year).or_insert_with(|| none(of.year));
        row.planned = row.planned.with(of.amount).ok_or_else(too_large)?;
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
        table: "funding_plan",
        column: "plan",
        row: "of all projects".to_owned(),
    }
    .into()
}
