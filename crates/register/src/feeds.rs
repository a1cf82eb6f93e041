//! Feeds for everybody: what was published last, as far as it is public for good.

use ::documents::feed::{self, FeedPlace};
use domain::Lang;
use domain::search::Query;
use domain::view::decision_list::{DecisionFilter, FilterNames};
use domain::view::feed::{
    DecisionEntry, DecisionFeed, ENTRIES, ProjectEntry, ProjectFeed, WithdrawnEntry,
};
use store::{Audience, ProjectListRow, PublishedRow, Tx, WithdrawnRow};
use time::{Date, OffsetDateTime, PrimitiveDateTime};

pub use ::documents::feed::FeedForm;

use crate::clock::{instant, with_helsinki_offset};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::decision_list::FUNDERS;
use crate::views::list::{decision_row, project_row};
use crate::views::public::everybodys;

/// Which feed is asked for.
#[derive(Clone, Copy, Debug)]
pub struct AskedFeed<'a> {
    /// Its form.
    pub form: FeedForm,
    /// The language of its words.
    pub lang: Lang,
    /// The address of the list that it follows.
    pub list: &'a str,
    /// What the list is narrowed to, as its address says it.
    pub query: &'a str,
    /// The only source of absolute addresses.
    pub public_url: &'a str,
}

/// The newest decisions that a filter leaves, and what was withdrawn.
pub async fn decisions(
    register: &Register,
    filter: &DecisionFilter,
    asked: AskedFeed<'_>,
) -> Result<Vec<u8>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let mut entries = Vec::new();
    for row in tx.published_chunk(filter, now, None, ENTRIES).await? {
        entries.extend(decision(&mut tx, row, now).await?);
    }
    let series = filter.series.as_ref();
    let withdrawn = tx.withdrawn_decisions(series, filter.year, ENTRIES).await?;
    let of = DecisionFeed {
        filter: filter.clone(),
        names: names(&mut tx, filter, now.date()).await?,
        entries,
        withdrawn: withdrawn.into_iter().map(withdrawn_entry).collect(),
    };
    drop(tx);
    let city = register.city().await?;
    let made = feed::decisions(&of, asked.at(&city), asked.form);
    made.map_err(|error| Refusal::Document(error.to_string()))
}

/// The projects that words find, or those entered last.
pub async fn projects(
    register: &Register,
    words: &str,
    asked: AskedFeed<'_>,
) -> Result<Vec<u8>, Refusal> {
    let now = register.clock().now_in_helsinki();
    let mut tx = register.read().await?;
    let rows = if words.is_empty() {
        tx.projects(&everybodys(now, None, ENTRIES)).await?
    } else {
        let most = usize::try_from(ENTRIES).unwrap_or(usize::MAX);
        let mut rows = Vec::new();
        for id in tx.projects_found(&Query::typed(words), most).await? {
            rows.extend(tx.project_row(id, now.date()).await?);
        }
        rows
    };
    let mut entries = Vec::new();
    for row in rows {
        entries.extend(project(&mut tx, row).await?);
    }
    drop(tx);
    let of = ProjectFeed {
        words: words.to_owned(),
        entries,
    };
    let city = register.city().await?;
    let made = feed::projects(&of, asked.at(&city), asked.form);
    made.map_err(|error| Refusal::Document(error.to_string()))
}

impl<'a> AskedFeed<'a> {
    fn at(self, city: &'a domain::city::City) -> FeedPlace<'a> {
        FeedPlace {
            city,
            lang: self.lang,
            public_url: self.public_url.trim_end_matches('/'),
            list: self.list,
            query: self.query,
        }
    }
}

async fn decision(
    tx: &mut Tx,
    row: PublishedRow,
    now: PrimitiveDateTime,
) -> Result<Option<DecisionEntry>, Refusal> {
    let Some(decision) = tx.decision(row.id).await? else {
        return Ok(None);
    };
    let sealed = decision.sealed();
    let resolution = sealed.map(|sealed| sealed.content.resolution.public_version());
    let published = row.published_on.and_then(beginning_of);
    let updated = with_helsinki_offset(row.changed_at);
    Ok(resolution.map(|resolution| DecisionEntry {
        row: decision_row(row, now),
        resolution,
        published,
        updated: published.map_or(updated, |published| published.max(updated)),
    }))
}

fn withdrawn_entry(row: WithdrawnRow) -> WithdrawnEntry {
    WithdrawnEntry {
        section: row.section,
        decision_maker: row.decision_maker,
        reason: row.reason,
        since: with_helsinki_offset(row.since),
        title: row.title,
    }
}

/// A project in a feed, unless it has just ceased to be public.
async fn project(tx: &mut Tx, row: ProjectListRow) -> Result<Option<ProjectEntry>, Refusal> {
    let project = tx.project_by_slug(&row.slug, Audience::Everybody).await?;
    let news = tx.project_news(row.id).await?;
    let (Some(project), Some(changed_at)) = (project, news.changed_at) else {
        return Ok(None);
    };
    Ok(Some(ProjectEntry {
        row: project_row(row),
        summary: project.facts.summary,
        published: news.first_published_on.and_then(beginning_of),
        updated: with_helsinki_offset(changed_at),
    }))
}

/// The instant at which a day begins in Helsinki.
fn beginning_of(day: Date) -> Option<OffsetDateTime> {
    instant(day.midnight()).map(with_helsinki_offset)
}

/// The names of what a list is narrowed to, as far as everybody may know them.
async fn names(tx: &mut Tx, filter: &DecisionFilter, today: Date) -> Result<FilterNames, Refusal> {
    let mut names = FilterNames::default();
    if let Some(slug) = &filter.series {
        let series = tx.published_series().await?;
        let found = series.into_iter().find(|(of, _)| of == slug);
        names.series = found.map(|(_, maker)| maker);
    }
    if let Some(slug) = &filter.project {
        let project = tx.project_by_slug(slug, Audience::Everybody).await?;
        names.project = project.map(|project| project.facts.name);
    }
    if let Some(id) = filter.funder {
        let funders = tx.public_funders(today, FUNDERS).await?;
        let found = funders.into_iter().find(|(of, _)| *of == id);
        names.funder = found.map(|(_, name)| name);
    }
    Ok(names)
}
