//! Versions of projects: each as the audit log says, none missing, and the newest what lists show;
//! and the plan in force of each, what sums over plans are made of.

use domain::id::ProjectId;
use store::{StoreError, Tx};
use time::Date;

use super::chain::{Trail, agrees};
use super::{Break, Report};
use crate::projects::logged;

/// Checks those of every project.
pub(super) async fn check(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
    today: Date,
) -> Result<(), StoreError> {
    for id in tx.all_projects().await? {
        let checked = check_one(tx, report, trail, id, today).await;
        report.unless_inconsistent(checked)?;
    }
    let gone = trail.project_versions.drain();
    let gone = gone.map(|((id, number), _)| Break::ProjectVersion(id, number));
    report.breaks.extend(gone);
    Ok(())
}

async fn check_one(
    tx: &mut Tx,
    report: &mut Report,
    trail: &mut Trail,
    id: ProjectId,
    today: Date,
) -> Result<(), StoreError> {
    // Without the version that it names, a project is not found.
    let Some(project) = tx.project(id).await? else {
        report.breaks.push(Break::ProjectListed(id.to_string()));
        return Ok(());
    };
    let versions = tx.project_versions(&project).await?;
    for version in &versions {
        report.project_versions += 1;
        let number = version.project.version;
        let of_log = trail.project_versions.remove(&(id.to_string(), number));
        let row = logged(&version.project, &version.saved.reason);
        if !of_log.is_some_and(|of_log| agrees(of_log.as_ref(), &row)) {
            let broken = Break::ProjectVersion(id.to_string(), number);
            report.breaks.push(broken);
        }
    }
    let listed = tx.project_row(id, today).await?;
    let newest = versions.first().map(|version| version.project.version);
    let holds = listed.is_some_and(|row| {
        row.name == project.facts.name
            && row.period == project.facts.period
            && row.own_end == project.own_end()
    });
    if !holds || newest != Some(project.version) {
        report.breaks.push(Break::ProjectListed(id.to_string()));
    }
    let kept = tx.kept_amounts(id).await?;
    let planned = tx.newest_plan(id).await?.map_or_else(Vec::new, |newest| {
        let amounts = newest.plan.divided().into_iter();
        amounts.map(|of| (newest.version, of)).collect()
    });
    if kept != planned {
        report.breaks.push(Break::PlannedAmounts(id.to_string()));
    }
    Ok(())
}
