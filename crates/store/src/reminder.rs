//! Reminders of last days, and the periods whose last days are near.

use domain::id::{ReminderId, UserId};
use domain::reminder::{Ending, Mailing, PeriodOf, Reminded, Reminder};
use time::{Date, OffsetDateTime, Time};
use uuid::Uuid;

use crate::decision::{LineRow, line_columns};
use crate::error::{RowOf, unique};
use crate::mailing::failure;
use crate::period::{PeriodRow, period_columns};
use crate::tx::{execute, fetch_all, fetch_optional, stored};
use crate::{DecisionLineRow, Saved, StoreError, Tx};

const MEMBERS_ENDING: &str = concat!(
    "select d.id as ending_decision, cast(null as uuid) as ending_service, d.preparer, d.signed_by, ",
    period_columns!("d"),
    " from decision d
     where d.period_last_day >= $1 and d.period_last_day <= $2
     order by d.publication_number"
);
const PARTIES_ENDING: &str = concat!(
    "select s.decision as ending_decision, s.id as ending_service, d.preparer, d.signed_by, ",
    period_columns!("s"),
    " from service s
      join decision d on d.id = s.decision
     where s.period_last_day >= $1 and s.period_last_day <= $2
     order by s.added_number"
);

/// The columns of a reminder.
macro_rules! reminder_columns {
    () => {
        "r.id as reminder_id, r.version as reminder_version, r.account, r.decision as of_decision,
         r.service as of_service, r.last_day, r.state as reminder_state, r.trouble, r.reply,
         r.acknowledged_at"
    };
}

macro_rules! reminders {
    ($narrowed:literal) => {
        concat!(
            "select ",
            reminder_columns!(),
            " from reminder r ",
            $narrowed
        )
    };
}

const NEAR_OR_WAITING: &str = reminders!(
    "where r.last_day >= $1 or r.state in ('planned', 'deferred') order by r.added_number"
);
const BY_ID: &str = reminders!("where r.id = $1");
const ADD: &str = "
    insert into reminder (id, version, account, decision, service, last_day, state, trouble, reply,
        acknowledged_at, changed_at, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const SAVE: &str = "
    update reminder
       set version = version + 1, state = $3, trouble = $4, reply = $5, acknowledged_at = $6,
           changed_at = $7
     where id = $1 and version = $2";

/// Reminders with what pages show of them.
macro_rules! lines {
    ($narrowed:literal) => {
        concat!(
            "select ",
            reminder_columns!(),
            ", r.changed_at as reminder_changed_at, a.office,
             case when r.service is null then d.period_last_day else s.period_last_day end as ends_on,
             case when r.service is null then d.period_closes_at else s.period_closes_at end as ends_at, ",
            line_columns!(),
            " from reminder r
              join account a on a.id = r.account
              join decision d on d.id = r.decision
              left join service s on s.id = r.service ",
            $narrowed
        )
    };
}

const LINES: &str = lines!("order by r.added_number desc limit $1");
const LINE: &str = lines!("where r.id = $1");
const LINES_OF: &str = lines!(
    "where r.account = $1 and r.last_day >= $2 and r.acknowledged_at is null
       and r.state <> 'withdrawn'
     order by r.last_day, r.added_number"
);
const UNSETTLED: &str = "
    select count(*) from reminder where last_day >= $1 and state in ('refused', 'unknown')";

/// A reminder in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderRow {
    /// The reminder.
    pub reminder: Reminder,
    /// The office of who is reminded.
    pub office: String,
    /// The decision.
    pub decision: DecisionLineRow,
    /// The last day that the period has now; `None` where it is not computable any more.
    pub ends_on: Option<Date>,
    /// Its closing hour, Helsinki time; `None` where it is another authority's.
    pub ends_at: Option<Time>,
    /// When something became of it last.
    pub changed_at: OffsetDateTime,
}

impl Tx {
    /// The periods, members' and parties', whose last days are from one day to another.
    pub async fn periods_ending(
        &mut self,
        from: Date,
        until: Date,
    ) -> Result<Vec<Ending>, StoreError> {
        let mut rows: Vec<EndingRow> = fetch_all!(self, MEMBERS_ENDING, from, until)?;
        let parties: Vec<EndingRow> = fetch_all!(self, PARTIES_ENDING, from, until)?;
        rows.extend(parties);
        rows.into_iter().map(Ending::try_from).collect()
    }

    /// The reminders of last days that are not before a day, and all that wait to be sent.
    pub async fn reminders_near_or_waiting(
        &mut self,
        today: Date,
    ) -> Result<Vec<Reminder>, StoreError> {
        let rows: Vec<ReminderColumns> = fetch_all!(self, NEAR_OR_WAITING, today)?;
        rows.into_iter().map(Reminder::try_from).collect()
    }

    /// One reminder.
    pub async fn reminder(&mut self, id: ReminderId) -> Result<Option<Reminder>, StoreError> {
        let row: Option<ReminderColumns> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Reminder::try_from).transpose()
    }

    /// Adds a reminder; [`StoreError::Unique`] `reminder` where the official has one of the same
    /// period and last day.
    pub async fn add_reminder(
        &mut self,
        reminder: &Reminder,
        at: OffsetDateTime,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let Reminded {
            official,
            of,
            last_day,
        } = reminder.reminded;
        let failure = reminder.state.failure();
        execute!(
            self,
            ADD,
            Uuid::from(reminder.id),
            reminder.version,
            Uuid::from(official),
            Uuid::from(of.decision),
            of.service.map(Uuid::from),
            last_day,
            reminder.state.code(),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
            reminder.acknowledged.map(stored),
            stored(at),
            added_number,
        )
        .map_err(unique("reminder"))?;
        Ok(())
    }

    /// Saves what has become of a reminder over the version it was loaded with.
    pub async fn save_reminder(
        &mut self,
        reminder: &Reminder,
        at: OffsetDateTime,
    ) -> Result<Saved, StoreError> {
        let failure = reminder.state.failure();
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(reminder.id),
            reminder.version,
            reminder.state.code(),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
            reminder.acknowledged.map(stored),
            stored(at),
        )?;
        Saved::over(reminder.version, "the version of a reminder", rows)
    }

    /// The last reminders, the newest first.
    pub async fn reminder_rows(&mut self, limit: u32) -> Result<Vec<ReminderRow>, StoreError> {
        let rows: Vec<StoredLine> = fetch_all!(self, LINES, i64::from(limit))?;
        rows.into_iter().map(ReminderRow::try_from).collect()
    }

    /// One reminder with what its page shows.
    pub async fn reminder_row(
        &mut self,
        id: ReminderId,
    ) -> Result<Option<ReminderRow>, StoreError> {
        let row: Option<StoredLine> = fetch_optional!(self, LINE, Uuid::from(id))?;
        row.map(ReminderRow::try_from).transpose()
    }

    /// What an official is reminded of and has not said to have seen, of last days that are not
    /// before a day, the first of them first.
    pub async fn reminders_of_official(
        &mut self,
        official: UserId,
        today: Date,
    ) -> Result<Vec<ReminderRow>, StoreError> {
        let rows: Vec<StoredLine> = fetch_all!(self, LINES_OF, Uuid::from(official), today)?;
        rows.into_iter().map(ReminderRow::try_from).collect()
    }

    /// How many mails of last days that are not before a day were not sent, or perhaps not.
    pub async fn unsettled_reminders(&mut self, today: Date) -> Result<u64, StoreError> {
        let row: Option<(i64,)> = fetch_optional!(self, UNSETTLED, today)?;
        let of = RowOf {
            table: "reminder",
            key: &"",
        };
        of.known("state", row.and_then(|(count,)| count.try_into().ok()))
    }
}

#[derive(sqlx::FromRow)]
struct EndingRow {
    ending_decision: Uuid,
    ending_service: Option<Uuid>,
    preparer: Uuid,
    signed_by: Option<Uuid>,
    #[sqlx(flatten)]
    period: PeriodRow,
}

impl TryFrom<EndingRow> for Ending {
    type Error = StoreError;

    fn try_from(row: EndingRow) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "decision",
            key: &row.ending_decision,
        };
        let period = row.period.read(&of)?;
        Ok(Self {
            of: PeriodOf {
                decision: row.ending_decision.into(),
                service: row.ending_service.map(Into::into),
            },
            period: of.known("period_last_day", period)?,
            preparer: row.preparer.into(),
            signer: row.signed_by.map(Into::into),
        })
    }
}

#[derive(sqlx::FromRow)]
struct ReminderColumns {
    reminder_id: Uuid,
    reminder_version: i64,
    account: Uuid,
    of_decision: Uuid,
    of_service: Option<Uuid>,
    last_day: Date,
    reminder_state: String,
    trouble: Option<String>,
    reply: Option<String>,
    acknowledged_at: Option<OffsetDateTime>,
}

impl TryFrom<ReminderColumns> for Reminder {
    type Error = StoreError;

    fn try_from(row: ReminderColumns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "reminder",
            key: &row.reminder_id,
        };
        let failure = failure(&of, row.trouble, row.reply)?;
        let state = Mailing::from_code(&row.reminder_state, failure);
        Ok(Self {
            id: row.reminder_id.into(),
            version: row.reminder_version,
            reminded: Reminded {
                official: row.account.into(),
                of: PeriodOf {
                    decision: row.of_decision.into(),
                    service: row.of_service.map(Into::into),
                },
                last_day: row.last_day,
            },
            state: of.known("state", state)?,
            acknowledged: row.acknowledged_at,
        })
    }
}

#[derive(sqlx::FromRow)]
struct StoredLine {
    #[sqlx(flatten)]
    reminder: ReminderColumns,
    reminder_changed_at: OffsetDateTime,
    office: String,
    ends_on: Option<Date>,
    ends_at: Option<Time>,
    #[sqlx(flatten)]
    decision: LineRow,
}

impl TryFrom<StoredLine> for ReminderRow {
    type Error = StoreError;

    fn try_from(row: StoredLine) -> Result<Self, StoreError> {
        Ok(Self {
            reminder: row.reminder.try_into()?,
            office: row.office,
            decision: row.decision.try_into()?,
            ends_on: row.ends_on,
            ends_at: row.ends_at,
            changed_at: row.reminder_changed_at,
        })
    }
}
