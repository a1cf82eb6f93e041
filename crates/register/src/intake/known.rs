//! A project that was in the register already: nothing of it is changed by a document, and what
//! the document states otherwise is said.

use domain::organisation::Organisation;
use domain::project::{Project, ProjectDraft};
use domain::reading::Otherwise;
use domain::slug::Slug;
use store::{PlanRow, Tx};
use time::Date;

use crate::funding_plans::by_name;
use crate::import::Reading;
use crate::refusal::Refusal;

/// A project that was kept as the register had it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProject {
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// What the document states otherwise; empty where it states nothing else.
    pub otherwise: Vec<Otherwise>,
}

/// Compares a project with what a document states of it. What the document does not state is no
/// difference.
pub(super) async fn compare(
    tx: &mut Tx,
    project: &Project,
    reading: &Reading,
    organisations: &[Organisation],
    today: Date,
) -> Result<KeptProject, Refusal> {
    let beneficiary = project.facts.beneficiary;
    let beneficiary = organisations
        .iter()
        .find(|organisation| Some(organisation.id) == beneficiary)
        .map(|organisation| organisation.name_on(today).to_owned());
    let kept = ProjectDraft {
        beneficiary: beneficiary.unwrap_or_default(),
        ..ProjectDraft::from(project)
    };
    let stated = ProjectDraft {
        beneficiary: reading.party.clone().unwrap_or_default(),
        ..reading.project.clone()
    };
    let mut otherwise = facts(&kept, &stated);
    let newest = tx.newest_plan(project.id).await?;
    otherwise.extend(plan(newest, reading, organisations));
    Ok(KeptProject {
        slug: project.slug.clone(),
        name: project.facts.name.clone(),
        otherwise,
    })
}

fn facts(kept: &ProjectDraft, stated: &ProjectDraft) -> Vec<Otherwise> {
    // A document states none of what stands in rows, and those come last.
    let fields = kept.to_pairs().into_iter().zip(stated.to_pairs());
    let differs = fields.filter_map(|((place, kept), (_, stated))| {
        let (kept, stated) = (kept.trim(), stated.trim());
        let same = kept.to_lowercase() == stated.to_lowercase();
        (!stated.is_empty() && !same).then(|| Otherwise::Fact {
            place,
            kept: kept.to_owned(),
            stated: stated.to_owned(),
        })
    });
    differs.collect()
}

/// The plans are compared as they are read, so that the same amount typed otherwise is the same.
fn plan(
    newest: Option<PlanRow>,
    reading: &Reading,
    organisations: &[Organisation],
) -> Option<Otherwise> {
    if reading.plan.rows.is_empty() {
        return None;
    }
    let stated = reading.plan.read(|name| by_name(organisations, name)).ok();
    let same = newest
        .as_ref()
        .is_some_and(|row| Some(&row.plan) == stated.as_ref());
    (!same).then(|| Otherwise::Plan {
        kept: newest.map(|row| row.draft),
        stated: Box::new(reading.plan.clone()),
    })
}
