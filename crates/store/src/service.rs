//! Services of decisions on their parties.

use domain::id::{DecisionId, ServiceId};
use domain::period::PeriodDates;
use domain::service::Service;
use time::{Date, OffsetDateTime};

use crate::{DecisionLineRow, Saved, StoreError, Tx};

/// A service with the dates that follow from it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// The record.
    pub service: Service,
    /// The party's name on the day that was asked for.
    pub recipient: String,
    /// The stored dates of the party's period; `None` where they are not computable.
    pub period: Option<PeriodDates>,
}

/// A service whose event day is not recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServiceTaskRow {
    /// The record.
    pub service: Service,
    /// The party's name on the day that was asked for.
    pub recipient: String,
    /// The decision.
    pub decision: DecisionLineRow,
}

impl Tx {
    /// Adds a service; [`StoreError::Unique`] `service` where the party has one already.
    pub async fn add_service(
        &mut self,
        service: &Service,
        period: Option<&PeriodDates>,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let _ = (service, period, at);
        todo!()
    }

    /// Saves means, event day and period over the version the service was loaded with.
    pub async fn save_service(
        &mut self,
        service: &Service,
        period: Option<&PeriodDates>,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let _ = (service, period, at);
        todo!()
    }

    /// One service.
    pub async fn service(
        &mut self,
        id: ServiceId,
        today: Date,
    ) -> Result<Option<ServiceRow>, StoreError> {
        let _ = (id, today);
        todo!()
    }

    /// The services of a decision, in the order they were added.
    pub async fn services_of_decision(
        &mut self,
        decision: DecisionId,
        today: Date,
    ) -> Result<Vec<ServiceRow>, StoreError> {
        let _ = (decision, today);
        todo!()
    }

    /// The services whose event day is not recorded, the oldest first.
    pub async fn services_without_day(
        &mut self,
        today: Date,
    ) -> Result<Vec<ServiceTaskRow>, StoreError> {
        let _ = today;
        todo!()
    }
}
