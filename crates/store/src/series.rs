//! Section series.

use domain::section::SectionSeries;
use domain::slug::Slug;

use crate::{StoreError, Tx};

impl Tx {
    /// Adds a series; [`StoreError::Unique`] `series` where its slug is taken.
    pub async fn add_series(&mut self, series: &SectionSeries) -> Result<(), StoreError> {
        let _ = series;
        todo!()
    }

    /// One series.
    pub async fn series(&mut self, slug: &Slug) -> Result<Option<SectionSeries>, StoreError> {
        let _ = slug;
        todo!()
    }

    /// Every series, by slug.
    pub async fn all_series(&mut self) -> Result<Vec<SectionSeries>, StoreError> {
        todo!()
    }

    /// The largest section number of a series in a year, if it has any.
    pub async fn last_section_number(
        &mut self,
        series: &Slug,
        year: u16,
    ) -> Result<Option<u32>, StoreError> {
        let _ = (series, year);
        todo!()
    }
}
