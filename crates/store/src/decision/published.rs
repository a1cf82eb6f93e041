//! Published decisions in lists for everybody.

use domain::id::{CaseId, DecisionId, ProjectId};
use domain::period::PeriodDates;
use domain::section::Section;
use domain::slug::Slug;
use domain::view::public::DecisionFilter;
use domain::{Lang, Money};
use time::{Date, OffsetDateTime};

use crate::{StoreError, Tx};

/// A published decision in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedRow {
    /// Its identity.
    pub id: DecisionId,
    /// Its address.
    pub section: Section,
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub lang: Lang,
    /// The office or body that decided.
    pub decision_maker: String,
    /// How and when it was made.
    pub made: Made,
    /// The day it became public.
    pub published_on: Date,
    /// The order of publications.
    pub publication_number: i64,
    /// What the city committed by it; `None` where nothing.
    pub committed: Option<Money>,
    /// The municipal member's period, if one follows.
    pub period: Option<PeriodDates>,
}

/// How and when a decision was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Made {
    /// Signed here at this instant.
    Here(OffsetDateTime),
    /// Made elsewhere, as far as known.
    Elsewhere {
        /// On this day.
        decided_on: Option<Date>,
        /// This day at the latest.
        no_later_than: Option<Date>,
    },
}

/// A page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublishedPage {
    /// The rows of the page, the newest publication first.
    pub rows: Vec<PublishedRow>,
    /// How many there are on all pages.
    pub total: u64,
}

impl Tx {
    /// A page of published decisions, the newest publication first.
    pub async fn published_decisions(
        &mut self,
        filter: &DecisionFilter,
        page_size: u32,
    ) -> Result<PublishedPage, StoreError> {
        let _ = (filter, page_size);
        todo!()
    }

    /// The newest published decisions.
    pub async fn newest_published(&mut self, limit: u32) -> Result<Vec<PublishedRow>, StoreError> {
        let _ = limit;
        todo!()
    }

    /// Those whose municipal member's last day is today or later, the nearest last day first.
    ///
    /// The caller leaves out those whose closing hour has passed today.
    pub async fn running_periods(&mut self, today: Date) -> Result<Vec<PublishedRow>, StoreError> {
        let _ = today;
        todo!()
    }

    /// The published decisions of a case, the newest publication first.
    pub async fn published_of_case(
        &mut self,
        case: CaseId,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        let _ = case;
        todo!()
    }

    /// The published decisions of a project, the newest publication first.
    pub async fn published_of_project(
        &mut self,
        project: ProjectId,
    ) -> Result<Vec<PublishedRow>, StoreError> {
        let _ = project;
        todo!()
    }

    /// The series that have published decisions: slug and decision maker, by slug.
    pub async fn published_series(&mut self) -> Result<Vec<(Slug, String)>, StoreError> {
        todo!()
    }

    /// The years of sections of published decisions, the newest first.
    pub async fn published_years(&mut self) -> Result<Vec<u16>, StoreError> {
        todo!()
    }
}
