//! Services of decisions on their parties.

use domain::id::{DecisionId, ServiceId};
use domain::period::PeriodDates;
use domain::service::{NewInstructions, Service, ServiceFacts, ServiceMeans};
use time::{Date, OffsetDateTime, Time};
use uuid::Uuid;

use crate::decision::{LineRow, line_columns};
use crate::error::{RowOf, unique};
use crate::organisation::name_on_first_value;
use crate::period::{PeriodRow, period_columns};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{DecisionLineRow, Saved, StoreError, Tx};

const ADD: &str = "
    insert into service (id, version, decision, recipient, means, event_on, event_at, consent, proof,
        shown_receipt, new_means, new_on, recorded_by, period_remedy, period_means,
        period_event_date, period_knowledge_date, period_nominal_last_day, period_last_day,
        period_closes_at, period_rule_set, added_number, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21, $22, $23)";
const SAVE: &str = "
    update service
       set version = version + 1, means = $3, event_on = $4, event_at = $5, consent = $6,
           proof = $7, shown_receipt = $8, new_means = $9, new_on = $10, recorded_by = $11,
           period_remedy = $12, period_means = $13, period_event_date = $14,
           period_knowledge_date = $15, period_nominal_last_day = $16, period_last_day = $17,
           period_closes_at = $18, period_rule_set = $19, changed_at = $20
     where id = $1 and version = $2";

/// The columns of a service; `$1` is the day of names.
macro_rules! service_columns {
    () => {
        concat!(
            "s.id as service_id, s.version as service_version, s.decision as service_decision,
             s.recipient, s.means, s.event_on, s.event_at, s.consent, s.proof, s.shown_receipt,
             s.new_means, s.new_on, s.recorded_by, ",
            name_on_first_value!("s.recipient"),
            " as recipient_name"
        )
    };
}

/// Services with their periods.
macro_rules! services {
    ($narrowed:literal) => {
        concat!(
            "select ",
            service_columns!(),
            ", ",
            period_columns!("s"),
            " from service s ",
            $narrowed
        )
    };
}

const BY_ID: &str = services!("where s.id = $2");
const OF_DECISION: &str = services!("where s.decision = $2 order by s.added_number");
const ALL: &str = services!("order by s.decision, s.added_number");
const WITHOUT_PERIOD: &str = concat!(
    "select ",
    service_columns!(),
    ", ",
    line_columns!(),
    " from service s
      join decision d on d.id = s.decision
     where s.period_last_day is null
       and (s.event_on is null or d.appeal_right <> 'preparation-or-implementation')
     order by s.added_number"
);

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

/// A service from which no period follows, most often because its day is not recorded.
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
        let added_number = self.next_change().await?;
        let (facts, dates) = (&service.facts, PeriodRow::from(period));
        execute!(
            self,
            ADD,
            Uuid::from(service.id),
            service.version,
            Uuid::from(service.decision),
            Uuid::from(service.recipient),
            facts.means.code(),
            facts.event_on,
            facts.event_at,
            &facts.consent,
            &facts.proof,
            facts.shown_receipt,
            facts.new_instructions.map(|anew| anew.means.code()),
            facts.new_instructions.map(|anew| anew.on),
            &service.recorded_by,
            dates.remedy,
            dates.means,
            dates.event_date,
            dates.knowledge_date,
            dates.nominal_last_day,
            dates.last_day,
            dates.closes_at,
            dates.rule_set,
            added_number,
            stored(at),
        )
        .map_err(unique("service"))?;
        Ok(())
    }

    /// Saves facts and period over the version the service was loaded with.
    pub async fn save_service(
        &mut self,
        service: &Service,
        period: Option<&PeriodDates>,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let (facts, dates) = (&service.facts, PeriodRow::from(period));
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(service.id),
            service.version,
            facts.means.code(),
            facts.event_on,
            facts.event_at,
            &facts.consent,
            &facts.proof,
            facts.shown_receipt,
            facts.new_instructions.map(|anew| anew.means.code()),
            facts.new_instructions.map(|anew| anew.on),
            &service.recorded_by,
            dates.remedy,
            dates.means,
            dates.event_date,
            dates.knowledge_date,
            dates.nominal_last_day,
            dates.last_day,
            dates.closes_at,
            dates.rule_set,
            stored(at),
        )?;
        self.next_change().await?;
        Saved::over(service.version, "the version of a service", rows)
    }

    /// One service.
    pub async fn service(
        &mut self,
        id: ServiceId,
        today: Date,
    ) -> Result<Option<ServiceRow>, StoreError> {
        let row: Option<StoredService> = fetch_optional!(self, BY_ID, today, Uuid::from(id))?;
        row.map(ServiceRow::try_from).transpose()
    }

    /// The services of a decision, in the order they were added.
    pub async fn services_of_decision(
        &mut self,
        decision: DecisionId,
        today: Date,
    ) -> Result<Vec<ServiceRow>, StoreError> {
        let rows: Vec<StoredService> = fetch_all!(self, OF_DECISION, today, Uuid::from(decision))?;
        rows.into_iter().map(ServiceRow::try_from).collect()
    }

    /// The services from which no period follows, the oldest first.
    pub async fn services_without_period(
        &mut self,
        today: Date,
    ) -> Result<Vec<ServiceTaskRow>, StoreError> {
        let rows: Vec<StoredTask> = fetch_all!(self, WITHOUT_PERIOD, today)?;
        rows.into_iter().map(ServiceTaskRow::try_from).collect()
    }

    /// Every service, in the order of their decisions' identities, with the party's last name.
    pub async fn all_services(&mut self) -> Result<Vec<ServiceRow>, StoreError> {
        let rows: Vec<StoredService> = fetch_all!(self, ALL, Date::MAX)?;
        rows.into_iter().map(ServiceRow::try_from).collect()
    }
}

#[derive(sqlx::FromRow)]
struct ServiceColumns {
    service_id: Uuid,
    service_version: i64,
    service_decision: Uuid,
    recipient: Uuid,
    means: String,
    event_on: Option<Date>,
    event_at: Option<Time>,
    consent: String,
    proof: String,
    shown_receipt: Option<Date>,
    new_means: Option<String>,
    new_on: Option<Date>,
    recorded_by: Option<String>,
    recipient_name: Option<String>,
}

#[derive(sqlx::FromRow)]
struct StoredService {
    #[sqlx(flatten)]
    facts: ServiceColumns,
    #[sqlx(flatten)]
    period: PeriodRow,
}

#[derive(sqlx::FromRow)]
struct StoredTask {
    #[sqlx(flatten)]
    facts: ServiceColumns,
    #[sqlx(flatten)]
    decision: LineRow,
}

impl ServiceColumns {
    /// The record and the party's name.
    fn read(self) -> Result<(Service, String), StoreError> {
        let of = RowOf {
            table: "service",
            key: &self.service_id,
        };
        let new_instructions = match (self.new_means, self.new_on) {
            (Some(means), Some(on)) => Some(NewInstructions {
                means: of.known("new_means", ServiceMeans::from_code(&means))?,
                on,
            }),
            _ => None,
        };
        let service = Service {
            id: self.service_id.into(),
            version: self.service_version,
            decision: self.service_decision.into(),
            recipient: self.recipient.into(),
            facts: ServiceFacts {
                means: of.known("means", ServiceMeans::from_code(&self.means))?,
                event_on: self.event_on,
                event_at: self.event_at,
                consent: self.consent,
                proof: self.proof,
                shown_receipt: self.shown_receipt,
                new_instructions,
            },
            recorded_by: self.recorded_by,
        };
        Ok((service, of.known("recipient", self.recipient_name)?))
    }
}

impl TryFrom<StoredService> for ServiceRow {
    type Error = StoreError;

    fn try_from(row: StoredService) -> Result<Self, StoreError> {
        let (service, recipient) = row.facts.read()?;
        let of = RowOf {
            table: "service",
            key: &service.id,
        };
        let period = row.period.read(&of)?;
        Ok(Self {
            service,
            recipient,
            period,
        })
    }
}

impl TryFrom<StoredTask> for ServiceTaskRow {
    type Error = StoreError;

    fn try_from(row: StoredTask) -> Result<Self, StoreError> {
        let (service, recipient) = row.facts.read()?;
        Ok(Self {
            service,
            recipient,
            decision: row.decision.try_into()?,
        })
    }
}
