//! Who decides and who pays, for everybody: from what lists and sums show already.

use domain::dated_name::DatedName;
use domain::funding::Payer;
use domain::id::OrganisationId;
use domain::organisation::Organisation;
use domain::slug::Slug;
use domain::view::city_money::PlannedRows;
use domain::view::decision_list::DecisionFilter;
use domain::view::funding::FundingFilter;
use domain::view::public_actors::{DecisionMakerPage, DecisionMakerRow, FunderPage};
use store::Tx;
use time::Date;

use super::city_money::{everybody, planned};
use super::decision_list::decisions;
use super::name_on;
use crate::refusal::Refusal;
use crate::register::Register;

/// Funders in the list; a city has hundreds.
const FUNDERS: u32 = 10_000;

/// Those who have published decisions, by name.
pub async fn decision_makers(register: &Register) -> Result<Vec<DecisionMakerRow>, Refusal> {
    let mut tx = register.read().await?;
    let series = tx.published_series().await?.into_iter();
    let rows = series.map(|(slug, name)| DecisionMakerRow { slug, name });
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(rows)
}

/// An office or body with its delegations of today and its newest decisions.
pub async fn decision_maker(
    register: &Register,
    slug: &Slug,
) -> Result<DecisionMakerPage, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let series = tx.series(slug).await?.ok_or(Refusal::NotFound)?;
    let names = tx.series_names(slug).await?.ok_or(Refusal::NotFound)?;
    let delegations = tx.delegations().await?.into_iter();
    let delegations = delegations
        .map(|delegation| delegation.facts)
        .filter(|facts| facts.series == *slug && facts.holds_on(today));
    let delegations = delegations.collect();
    drop(tx);
    let filter = DecisionFilter {
        series: Some(slug.clone()),
        ..DecisionFilter::default()
    };
    Ok(DecisionMakerPage {
        slug: slug.clone(),
        name: names.on(today).to_owned(),
        former_names: former(names.all(), names.on(today), today),
        kind: series.kind,
        delegations,
        decisions: decisions(register, &filter).await?,
    })
}

/// Those who pay for projects which everybody may know of, by name.
pub async fn funders_of_projects(
    register: &Register,
) -> Result<Vec<(OrganisationId, String)>, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let mut funders = tx.public_funders(today, FUNDERS).await?;
    funders.sort_by(|(_, one), (_, other)| one.cmp(other));
    Ok(funders)
}

/// An organisation that pays for a project which everybody may know of; no other has a page.
pub async fn funder(register: &Register, id: OrganisationId) -> Result<FunderPage, Refusal> {
    let today = register.clock().today();
    let planned: PlannedRows = planned(register, Payer::Organisation(id), 1).await?;
    if planned.lines.is_empty() {
        return Err(Refusal::NotFound);
    }
    let mut tx = register.read().await?;
    let organisation = tx.organisation(id).await?.ok_or(Refusal::NotFound)?;
    drop(tx);
    let filter = DecisionFilter {
        funder: Some(id),
        ..DecisionFilter::default()
    };
    let name = organisation.name_on(today).to_owned();
    Ok(FunderPage {
        id,
        former_names: former(organisation.names(), &name, today),
        name,
        business_id: organisation.business_id.clone(),
        planned,
        decisions: decisions(register, &filter).await?,
    })
}

/// The organisations that the plan of a public project gives amounts to pay.
pub(super) async fn funders(
    tx: &mut Tx,
    project: &Slug,
    organisations: &[Organisation],
    today: Date,
) -> Result<Vec<(OrganisationId, String)>, Refusal> {
    let filter = FundingFilter {
        project: Some(project.clone()),
        ..FundingFilter::default()
    };
    let sums = tx.planned_sums(&everybody(&filter)).await?.into_iter();
    let mut funders: Vec<_> = sums
        .filter_map(|of| match of.payer {
            Payer::Organisation(id) => Some((id, name_on(organisations, id, today))),
            Payer::Together | Payer::Others | Payer::Missing => None,
        })
        .collect();
    funders.dedup();
    Ok(funders)
}

/// The names in use before that of today, the newest first; one that begins later is not yet used.
fn former(names: &[DatedName], now: &str, today: Date) -> Vec<String> {
    let used = names
        .iter()
        .filter(|name| name.since.is_none_or(|since| since <= today));
    let former = used.rev().map(|name| name.name.clone());
    former.filter(|name| name != now).collect()
}
