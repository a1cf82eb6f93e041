//! The funding plan as the document tells it.

use domain::Money;
use domain::funding::{FundingCategory, FundingPlanDraft, FundingRowDraft};
use domain::project::ProjectPeriod;

use super::euros::{Promise, typed};
use super::funders::Group;
use super::organisation::{Name, is_authority, is_municipality};

/// What a plan is made from.
pub(super) struct Facts<'a> {
    pub(super) groups: &'a [Group],
    pub(super) promises: &'a [Promise],
    pub(super) period: Option<ProjectPeriod>,
    pub(super) total_cost: Option<Money>,
    pub(super) city: Option<&'a str>,
    pub(super) party: Option<&'a str>,
    /// What the plan is read from.
    pub(super) source: String,
}

/// The plan: a row for each group of funders, and the city's own part.
pub(super) fn plan(facts: Facts<'_>) -> FundingPlanDraft {
    let mut years: Vec<u16> = match facts.period {
        Some(period) => period.years().collect(),
        None => facts
            .promises
            .iter()
            .filter_map(|promise| promise.year)
            .collect(),
    };
    years.sort_unstable();
    years.dedup();
    let mut rows: Vec<FundingRowDraft> = Vec::new();
    let city = city_row(&facts, &years);
    for group in facts.groups {
        rows.push(group_row(group, facts.party, years.len()));
        let in_group = |name: &&Name| Some(name.text.as_str()) == facts.city;
        if group.funders.iter().any(|name| in_group(&name))
            && let Some(city) = &city
            && !rows.iter().any(|row| row.part)
        {
            let alone = group.funders.len() == 1 && !group.others;
            match rows.last_mut().filter(|_| alone) {
                // The line is the city's own: its amounts are the line's.
                Some(row) => {
                    row.total.clone_from(&city.total);
                    row.amounts.clone_from(&city.amounts);
                }
                None => rows.push(FundingRowDraft {
                    part: true,
                    ..city.clone()
                }),
            }
        }
    }
    let placed = rows.iter().any(|row| !row.total.is_empty());
    rows.extend(city.filter(|_| !placed));
    FundingPlanDraft {
        reason: facts.source,
        total_cost: facts.total_cost.map(typed).unwrap_or_default(),
        years,
        rows,
        ..FundingPlanDraft::default()
    }
}

fn group_row(group: &Group, party: Option<&str>, n_years: usize) -> FundingRowDraft {
    let names = group.funders.iter().map(|name| name.text.as_str());
    let others = group.others.then_some("*");
    let funders: Vec<&str> = names.chain(others).collect();
    let category = match &group.funders[..] {
        _ if group.eu => FundingCategory::EuAndState,
        [funder] if !group.others => category(&funder.text, party),
        _ => FundingCategory::Several,
    };
    let share = group.share.hundredths();
    let share = match share % 100 {
        0 => format!("{} %", share / 100),
        part => format!("{},{part:02} %", share / 100),
    };
    FundingRowDraft {
        funders: funders.join("; "),
        category: category.code().to_owned(),
        share,
        total: String::new(),
        amounts: vec![String::new(); n_years],
        part: false,
    }
}

fn category(funder: &str, party: Option<&str>) -> FundingCategory {
    if Some(funder) == party {
        FundingCategory::OwnContribution
    } else if is_municipality(funder) {
        FundingCategory::MunicipalShare
    } else if is_authority(funder) {
        FundingCategory::OtherPublic
    } else {
        FundingCategory::Private
    }
}

/// The city's row: what it granted, by year. What is only provided for is no funding.
fn city_row(facts: &Facts<'_>, years: &[u16]) -> Option<FundingRowDraft> {
    let city = facts.city?;
    let promises: Vec<&Promise> = facts
        .promises
        .iter()
        .filter(|promise| promise.strength.is_committed())
        .collect();
    let total = Money::checked_sum(promises.iter().map(|promise| promise.amount))
        .filter(|_| !promises.is_empty())?;
    let of_year = |year: &u16| {
        let of_year = promises
            .iter()
            .filter(|promise| promise.year == Some(*year));
        let amounts: Vec<Money> = of_year.map(|promise| promise.amount).collect();
        let sum = Money::checked_sum(amounts.iter().copied());
        sum.filter(|_| !amounts.is_empty())
            .map(typed)
            .unwrap_or_default()
    };
    let category = if facts.party == Some(city) {
        FundingCategory::OwnContribution
    } else {
        FundingCategory::MunicipalShare
    };
    Some(FundingRowDraft {
        funders: city.to_owned(),
        category: category.code().to_owned(),
        share: String::new(),
        total: typed(total),
        amounts: years.iter().map(of_year).collect(),
        part: false,
    })
}
