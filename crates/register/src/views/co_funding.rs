//! The other funders of one project, and of all.

use domain::co_funding::CoFundingStage;
use domain::slug::Slug;
use domain::view::co_funding::{
    CoFundingEntryLine, CoFundingFilter, CoFundingList, CoFundingRow, CoFundingSheet, CoFundingSums,
};
use store::{CoFundingLeft, CoFundingPage, Cut};

use super::commitment_list::projects_to_choose;
use super::desk::read_as;
use super::funding::{Names, too_large};
use super::{name_on, project_and_case};
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::co_funding::{book, city, funders};
use crate::refusal::Refusal;
use crate::register::Register;

/// Funders on a page.
const PAGE_SIZE: u32 = 100;

/// A page of the list over all projects.
pub async fn list(
    register: &Register,
    actor: &Actor,
    filter: CoFundingFilter,
) -> Result<CoFundingList, Refusal> {
    let cut = Cut {
        page: filter.page.max(1),
        size: Some(PAGE_SIZE),
    };
    load(register, actor, filter, cut).await
}

/// The same on one page, for files.
pub async fn whole_list(
    register: &Register,
    actor: &Actor,
    filter: CoFundingFilter,
) -> Result<CoFundingList, Refusal> {
    let cut = Cut {
        page: 1,
        size: None,
    };
    load(register, actor, filter, cut).await
}

async fn load(
    register: &Register,
    actor: &Actor,
    filter: CoFundingFilter,
    cut: Cut,
) -> Result<CoFundingList, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let names = Names::load(&mut tx, today).await?;
    let left = CoFundingLeft {
        city: city(&mut tx, names.organisations()).await?,
        year: year(today),
        project: filter.project.as_ref(),
        only_short: filter.stage.is_none(),
        stage: filter.stage,
        payer: filter.payer,
    };
    let CoFundingPage { rows, stages } = tx.co_funding_page(&left, cut).await?;
    let total = sum(&stages).ok_or_else(too_large)?;
    let pages = cut.size.map_or(1, |size| total.rows.div_ceil(size.into()));
    Ok(CoFundingList {
        rows: named(rows, &names),
        stages,
        total,
        pages: u32::try_from(pages.max(1)).unwrap_or(u32::MAX),
        projects: projects_to_choose(&mut tx).await?,
        payer_name: filter.payer.and_then(|payer| names.name(payer)),
        filter: CoFundingFilter {
            page: cut.page,
            ..filter
        },
    })
}

/// The other funders of a project.
pub async fn sheet(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
) -> Result<CoFundingSheet, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let (project, case) = project_and_case(&mut tx, slug).await?;
    let names = Names::load(&mut tx, today).await?;
    let left = CoFundingLeft {
        city: city(&mut tx, names.organisations()).await?,
        year: year(today),
        project: Some(slug),
        ..CoFundingLeft::default()
    };
    let whole = Cut {
        page: 1,
        size: None,
    };
    let CoFundingPage { rows, stages } = tx.co_funding_page(&left, whole).await?;
    let (entries, book) = book(&mut tx, project.id).await?;
    let of_plan = funders(&mut tx, project.id, &book, names.organisations()).await?;
    let name = |id| name_on(names.organisations(), id, today);
    Ok(CoFundingSheet {
        rows: named(rows, &names),
        total: sum(&stages).ok_or_else(too_large)?,
        funders: of_plan.into_iter().map(|id| (id, name(id))).collect(),
        entries: entries
            .into_iter()
            .map(|row| CoFundingEntryLine {
                number: row.entry.number,
                funder: name(row.entry.funder),
                may_be_undone: book.may_undo(row.entry.number).is_ok(),
                fact: row.entry.fact,
                recorded_at: helsinki(row.entry.recorded_at),
                office: row.entry.office,
            })
            .collect(),
        case,
        project,
        today,
    })
}

/// The accounting year of a day. Those before it are past.
fn year(today: time::Date) -> u16 {
    u16::try_from(today.year()).unwrap_or_default()
}

fn named(rows: Vec<CoFundingRow>, names: &Names) -> Vec<CoFundingRow> {
    let rows = rows.into_iter();
    rows.map(|row| CoFundingRow {
        name: names.name(row.payer),
        ..row
    })
    .collect()
}

fn sum(stages: &[(CoFundingStage, CoFundingSums)]) -> Option<CoFundingSums> {
    let mut sums = stages.iter().map(|(_, sums)| *sums);
    sums.try_fold(CoFundingSums::default(), CoFundingSums::plus)
}
