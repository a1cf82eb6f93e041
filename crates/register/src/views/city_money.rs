//! Where the city's euros go, for everybody: only what a publication made public.

use std::collections::BTreeMap;

use domain::Money;
use domain::budget::Promised;
use domain::funding::Payer;
use domain::view::city_money::{CityMoney, Part, PlannedRows, PromiseRows};
use domain::view::funding::{FundingFilter, Planned};
use store::{Audience, Cut, PlannedLeft};

use super::funding::{self, Names, order, too_large};
use crate::refusal::Refusal;
use crate::register::Register;

/// Promises on a page.
const PAGE_SIZE: u32 = 50;
/// Projects on the page; the list of projects has them all.
const PROJECTS: u32 = 100;

/// The sums by year, budget line, project and payer.
pub async fn city_money(register: &Register) -> Result<CityMoney, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let sums = tx.public_sums(PROJECTS).await?;
    let names = Names::load(&mut tx, today).await?;
    let planned = tx
        .planned_sums(&everybody(&FundingFilter::default()))
        .await?;
    let mut years = BTreeMap::new();
    let mut lines = BTreeMap::new();
    let mut total = Promised::default();
    for (year, line, promised) in sums.by_line {
        add(years.entry(year).or_default(), promised)?;
        add(lines.entry(line).or_default(), promised)?;
        add(&mut total, promised)?;
    }
    let mut projects = sums.by_project;
    projects.sort_by_cached_key(|of| (std::cmp::Reverse(size(&of.promised)), of.name.clone()));
    let mut payers: BTreeMap<Payer, Planned> = BTreeMap::new();
    for of in planned {
        let sum = payers.entry(of.payer).or_default();
        *sum = sum.plus(of.sum).ok_or_else(too_large)?;
    }
    let payers = payers.into_iter();
    let payers = payers.map(|(payer, sum)| (payer, names.name(payer), sum));
    let mut payers: Vec<_> = payers.collect();
    payers.sort_by_cached_key(|(payer, name, _)| order(*payer, name.as_deref()));
    Ok(CityMoney {
        total,
        years: none_last(years),
        budget_lines: none_last(lines),
        projects,
        further_projects: sums.further_projects,
        without_project: sums.without_project,
        payers,
    })
}

/// A page of the promises that a part is made of; of a payer of plans there are none.
pub async fn promises(register: &Register, part: Part, page: u32) -> Result<PromiseRows, Refusal> {
    let page = page.max(1);
    let mut tx = register.read().await?;
    let today = register.clock().today();
    let cut = Cut {
        page,
        size: Some(PAGE_SIZE),
    };
    let found = tx.public_promises(Some(&part), cut, today).await?;
    let pages = found.total.div_ceil(u64::from(PAGE_SIZE)).max(1);
    Ok(PromiseRows {
        part,
        rows: found.lines,
        promised: found.promised,
        total: found.total,
        page,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
    })
}

/// A page of the planned amounts that the sum of a payer is made of.
pub async fn planned(register: &Register, payer: Payer, page: u32) -> Result<PlannedRows, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let names = Names::load(&mut tx, today).await?;
    let filter = FundingFilter {
        payer: Some(payer),
        ..FundingFilter::default()
    };
    let cut = Cut {
        page: page.max(1),
        size: Some(funding::PAGE_SIZE),
    };
    let found = tx.planned_page(&everybody(&filter), cut).await?;
    Ok(PlannedRows {
        payer,
        name: names.name(payer),
        page: cut.page,
        pages: funding::pages(&found, funding::PAGE_SIZE),
        lines: names.lines(found.rows),
        total: found.sum,
    })
}

pub(super) fn everybody(filter: &FundingFilter) -> PlannedLeft<'_> {
    PlannedLeft {
        audience: Audience::Everybody,
        filter,
        year: None,
    }
}

fn add(sum: &mut Promised, promised: Promised) -> Result<(), Refusal> {
    *sum = sum.plus(promised).ok_or_else(too_large)?;
    Ok(())
}

/// How much is promised in all, in the order of projects alone.
fn size(promised: &Promised) -> Option<Money> {
    promised.committed()?.checked_add(promised.provided_for)
}

fn none_last<T: Ord>(mut sums: BTreeMap<Option<T>, Promised>) -> Vec<(Option<T>, Promised)> {
    let none = sums.remove_entry(&None);
    sums.into_iter().chain(none).collect()
}
