//! The read API: parts of lists, and single things, as JSON. Only what everybody may see.

use ::documents::open::{self, Changed, DecisionEntry, Following, ProjectEntry};
use domain::case::CaseNumber;
use domain::view::api::GREATEST_NUMBER;
use domain::view::decision_list::DecisionFilter;
use store::{PublishedRow, Tx};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::{decision_row, project_row, public as views};

/// Since when what changed is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// After the change of this number.
    Change(i64),
    /// At this instant or later.
    Instant(OffsetDateTime),
}

/// Which part of a list is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedPart {
    /// At most so many items.
    pub limit: u32,
    /// Where it begins, as the part before said.
    pub cursor: Option<i64>,
    /// Only what changed since.
    pub since: Option<Since>,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPart {
    /// As JSON.
    pub json: Vec<u8>,
    /// The address of the next part.
    pub next: Option<String>,
}

/// A part of the list of decisions that a filter leaves, without regard to its page and order: the
/// last published first, or what changed in the order of changes. `address` makes the address of the
/// part at a cursor.
pub async fn decisions(
    register: &Register,
    filter: &DecisionFilter,
    asked: AskedPart,
    public_url: &str,
    address: impl Fn(i64) -> String,
) -> Result<ListPart, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let change_number = tx.last_public_change().await?;
    let mut entries = match since(&mut tx, asked).await? {
        None => {
            let before = asked.cursor;
            let rows = tx.published_chunk(filter, now, before, asked.limit + 1);
            listed(rows.await?, now)
        }
        Some(after) => changed_decisions(&mut tx, filter, asked, after, now).await?,
    };
    drop(tx);
    let cursor = cut(&mut entries, asked.limit);
    let following = following(cursor, change_number, address);
    let next = following.next.clone();
    let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
    let json = open::decisions(&entries, following, public_url)?;
    Ok(ListPart { json, next })
}

/// A part of the list of projects that a public decision funds: the last entered first, or what
/// changed in the order of changes.
pub async fn projects(
    register: &Register,
    asked: AskedPart,
    public_url: &str,
    address: impl Fn(i64) -> String,
) -> Result<ListPart, Refusal> {
    let today = register.clock().today();
    let mut tx = register.read().await?;
    let change_number = tx.last_public_change().await?;
    let mut entries = match since(&mut tx, asked).await? {
        None => {
            let rows = tx.public_projects_chunk(today, asked.cursor, asked.limit + 1);
            let rows = rows.await?.into_iter().map(|row| {
                let (number, id) = (row.added_number, row.id);
                (number, ProjectEntry::Listed(id, project_row(row), None))
            });
            rows.collect()
        }
        Some(after) => changed_projects(&mut tx, asked, after, today).await?,
    };
    drop(tx);
    let cursor = cut(&mut entries, asked.limit);
    let following = following(cursor, change_number, address);
    let next = following.next.clone();
    let entries: Vec<_> = entries.into_iter().map(|(_, entry)| entry).collect();
    let json = open::projects(&entries, following, public_url)?;
    Ok(ListPart { json, next })
}

/// A case with its public decisions as JSON.
pub async fn case(
    register: &Register,
    number: &CaseNumber,
    public_url: &str,
) -> Result<Vec<u8>, Refusal> {
    let page = views::case(register, number).await?;
    Ok(open::case(&page, public_url)?)
}

/// The number after which changes are asked for; `None` where all of a list is.
async fn since(tx: &mut Tx, asked: AskedPart) -> Result<Option<i64>, Refusal> {
    Ok(match (asked.since, asked.cursor) {
        (None, _) => None,
        (Some(_), Some(cursor)) => Some(cursor),
        (Some(Since::Change(number)), None) => Some(number),
        (Some(Since::Instant(at)), None) => Some(tx.public_change_before(at).await?),
    })
}

fn listed(rows: Vec<PublishedRow>, now: PrimitiveDateTime) -> Vec<(i64, DecisionEntry)> {
    let rows = rows.into_iter().map(|row| {
        let number = row.publication_number;
        (number, DecisionEntry::Listed(decision_row(row, now), None))
    });
    rows.collect()
}

async fn changed_decisions(
    tx: &mut Tx,
    filter: &DecisionFilter,
    asked: AskedPart,
    after: i64,
    now: PrimitiveDateTime,
) -> Result<Vec<(i64, DecisionEntry)>, Refusal> {
    let mut entries = Vec::new();
    let found = tx.changed_decisions(filter, now, after, asked.limit + 1);
    for one in found.await? {
        let changed = Changed {
            number: one.number,
            at: one.changed_at,
        };
        let entry = if let Some(row) = one.row {
            DecisionEntry::Listed(decision_row(row, now), Some(changed))
        } else {
            let stub = tx.stub_of_decision(one.id).await?;
            let decision = tx.decision(one.id).await?;
            let (decision, stub) = decision.zip(stub).ok_or(Refusal::NotFound)?;
            DecisionEntry::Removed(views::stub_page(&decision, stub)?, changed)
        };
        entries.push((one.number, entry));
    }
    Ok(entries)
}

async fn changed_projects(
    tx: &mut Tx,
    asked: AskedPart,
    after: i64,
    today: Date,
) -> Result<Vec<(i64, ProjectEntry)>, Refusal> {
    let mut entries = Vec::new();
    for one in tx.changed_projects(after, asked.limit + 1).await? {
        let changed = Changed {
            number: one.number,
            at: one.changed_at,
        };
        let row = if one.is_removed {
            None
        } else {
            tx.project_row(one.id, today).await?
        };
        let entry = match row {
            Some(row) => ProjectEntry::Listed(one.id, project_row(row), Some(changed)),
            None => ProjectEntry::Removed(one.id, changed),
        };
        entries.push((one.number, entry));
    }
    Ok(entries)
}

/// Cuts a part to its limit; the cursor of the next one, where there is one more.
fn cut<T>(entries: &mut Vec<(i64, T)>, limit: u32) -> Option<i64> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    if entries.len() <= limit {
        return None;
    }
    entries.truncate(limit);
    let last = entries.last().map(|(number, _)| *number);
    last.filter(|number| *number <= GREATEST_NUMBER)
}

fn following(
    cursor: Option<i64>,
    change_number: i64,
    address: impl Fn(i64) -> String,
) -> Following {
    Following {
        next: cursor.map(address),
        cursor,
        change_number,
    }
}
