//! What pages, documents and files are made from, loaded in few queries from one snapshot.
//!
//! [`public`] shows only what a publication made public and knows no viewer. [`desk`] is for
//! officials, and asks who they are.

mod afterwards;
mod appeal;
pub mod audit;
pub mod budget;
mod cases;
pub mod city_money;
pub mod co_funding;
pub mod commitment;
pub mod commitment_list;
pub mod decision_list;
pub mod decision_money;
pub mod desk;
mod distribution;
mod drafting;
pub mod funding;
pub mod given;
pub mod instalments;
mod last_days;
pub mod letters;
pub(crate) mod list;
pub mod notifications;
pub mod payment_claims;
pub mod people;
mod plan;
pub mod preview;
mod project_sheet;
pub mod public;
pub mod public_actors;
mod publications;
mod redacted;
pub mod reminders;
mod sheet;
pub mod year_end;

pub(crate) use list::{decision_row, project_row};

use calendar::{AppealPeriod, Offices};
use domain::case::Case;
use domain::organisation::Organisation;
use domain::period::{PeriodDates, Phase};
use domain::project::Project;
use domain::slug::Slug;
use store::{Audience, Tx};
use time::{Date, PrimitiveDateTime};

use crate::refusal::Refusal;

/// A stored period with its steps, and where it stands.
///
/// The steps are computed again. Where today's rules give other dates, the stored ones stand,
/// since people were told them, and the disagreement is logged for `verify` to name.
pub(crate) fn explained(
    stored: &PeriodDates,
    now: PrimitiveDateTime,
    offices: &Offices,
) -> Option<(AppealPeriod, Phase)> {
    let mut period = stored
        .recompute(offices)
        .inspect_err(|error| tracing::error!(%error, "a stored period cannot be recomputed"))
        .ok()?;
    if PeriodDates::from(&period) != *stored {
        tracing::error!(?stored, "a stored period is not the recomputed one");
        period.knowledge_date = stored.knowledge_date;
        period.nominal_last_day = stored.nominal_last_day;
        period.last_day = stored.last_day;
        if let (Some(closing), Some(at)) = (&mut period.closes, stored.closes_at) {
            closing.at = at;
        }
    }
    Some((period, stored.phase(now)))
}

/// The project of an address and its case, as officials see them.
async fn project_and_case(tx: &mut Tx, slug: &Slug) -> Result<(Project, Case), Refusal> {
    let project = tx.project_by_slug(slug, Audience::Officials).await?;
    let project = project.ok_or(Refusal::NotFound)?;
    let case = tx.case(project.facts.case).await?;
    Ok((project, case.ok_or(Refusal::NotFound)?))
}

/// The name of an organisation on a day.
fn name_on(organisations: &[Organisation], id: domain::id::OrganisationId, day: Date) -> String {
    let found = organisations
        .iter()
        .find(|organisation| organisation.id == id);
    found.map_or_else(String::new, |organisation| {
        organisation.name_on(day).to_owned()
    })
}
