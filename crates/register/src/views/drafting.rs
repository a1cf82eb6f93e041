//! What is shown where a decision begins, and of the delegations by which is decided.

use domain::case::CaseKey;
use domain::section::DecisionMakerKind;
use domain::slug::Slug;
use domain::view::desk::{BeginSheet, DelegationList};
use store::{Audience, ProjectFilter};

use super::desk::read_as;
use super::list::decision_line;
use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;

/// Published decisions that can be begun from.
const EARLIER: u32 = 100;
/// Projects of a case; there are few.
const PROJECTS: u32 = 1_000;

/// The page on which a decision begins in a case, perhaps for one of its projects.
pub async fn begin_sheet(
    register: &Register,
    actor: &Actor,
    key: &CaseKey,
    project: Option<&Slug>,
) -> Result<BeginSheet, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = read_as(register, actor).await?;
    let case = match key {
        CaseKey::Number(number) => tx.case_by_number(number).await?,
        CaseKey::Id(id) => tx.case(*id).await?,
    };
    let case = case.ok_or(Refusal::NotFound)?;
    let filter = ProjectFilter {
        audience: Audience::Officials,
        case: Some(case.id),
        limit: PROJECTS,
        today: now.date(),
    };
    let projects = tx.projects(&filter).await?;
    let chosen = match project {
        Some(slug) => projects.iter().find(|row| row.slug == *slug),
        // A case with one project most often decides on that one.
        None => projects.first().filter(|_| projects.len() == 1),
    };
    let chosen = chosen.map(|row| row.id);
    let of_case = tx.decision_lines_of_case(case.id).await?;
    let published = tx.last_published_lines(EARLIER).await?;
    let mut earlier = of_case;
    earlier.retain(|line| line.section.is_some());
    for line in published {
        if earlier.iter().all(|known| known.id != line.id) {
            earlier.push(line);
        }
    }
    let series = tx.all_series().await?;
    let officers = || {
        series
            .iter()
            .filter(|one| one.kind == DecisionMakerKind::Officer)
    };
    // The decision maker who decided last, else the first officer there is.
    let last = earlier
        .iter()
        .filter_map(|line| line.section.as_ref())
        .find_map(|section| officers().find(|one| one.slug == section.series));
    let proposed = last.or_else(|| officers().next());
    Ok(BeginSheet {
        project: chosen,
        proposed_series: proposed.map(|one| one.slug.clone()),
        projects: projects.into_iter().map(|row| (row.id, row.name)).collect(),
        earlier: earlier
            .into_iter()
            .map(|line| decision_line(line, now))
            .collect(),
        case,
        series,
    })
}

/// Every delegation, in force or not.
pub async fn delegations(register: &Register, actor: &Actor) -> Result<DelegationList, Refusal> {
    let mut tx = read_as(register, actor).await?;
    Ok(DelegationList {
        today: register.clock().today(),
        delegations: tx.delegations().await?,
        series: tx.all_series().await?,
    })
}
