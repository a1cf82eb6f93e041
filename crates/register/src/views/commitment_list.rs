//! What the city has promised, over all projects.

use domain::slug::Slug;
use domain::view::commitment_list::{CommitmentFilter, CommitmentList};
use store::Tx;

use super::desk::read_as;
use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;

/// Commitments on a page of the list.
pub const PAGE_SIZE: u32 = 50;
/// As many projects as a list to choose from has room for.
const PROJECTS: u32 = 500;

/// A page of the commitments of signed decisions in force, with the sums of all pages.
pub async fn list(
    register: &Register,
    actor: &Actor,
    filter: CommitmentFilter,
) -> Result<CommitmentList, Refusal> {
    load(register, actor, filter, Some(PAGE_SIZE)).await
}

/// The same on one page, for files.
pub async fn whole_list(
    register: &Register,
    actor: &Actor,
    filter: CommitmentFilter,
) -> Result<CommitmentList, Refusal> {
    load(register, actor, filter, None).await
}

async fn load(
    register: &Register,
    actor: &Actor,
    filter: CommitmentFilter,
    page_size: Option<u32>,
) -> Result<CommitmentList, Refusal> {
    let mut tx = read_as(register, actor).await?;
    let today = register.clock().today();
    let filter = CommitmentFilter {
        page: filter.page.max(1),
        ..filter
    };
    let page = tx.commitment_page(&filter, page_size, today).await?;
    let size = page_size.map_or(page.total.max(1), u64::from);
    let pages = page.total.div_ceil(size).max(1);
    Ok(CommitmentList {
        filter,
        lines: page.lines,
        total: page.total,
        pages: u32::try_from(pages).unwrap_or(u32::MAX),
        promised: page.promised,
        by_year: page.by_year,
        years: tx.commitment_years().await?,
        series: tx.all_series().await?,
        projects: projects_to_choose(&mut tx).await?,
    })
}

/// The projects of a list to choose from; none where it has no room for them all.
pub(super) async fn projects_to_choose(tx: &mut Tx) -> Result<Vec<(Slug, String)>, Refusal> {
    // One more than there is room for tells that there are too many.
    let mut projects = tx.project_names(PROJECTS + 1).await?;
    if projects.len() > usize::try_from(PROJECTS).unwrap_or(usize::MAX) {
        projects.clear();
    }
    Ok(projects)
}
