//! Notifications to officials, and what each chose to be notified of.

use domain::id::{NotificationId, UserId};
use domain::mailing::Mailing;
use domain::notification::{Chosen, Notification, NotificationKind, Way};
use time::OffsetDateTime;
use uuid::Uuid;

use crate::decision::{LineRow, line_columns};
use crate::error::RowOf;
use crate::mailing::failure;
use crate::tx::{execute, fetch_all, fetch_one, fetch_optional, stored};
use crate::{DecisionLineRow, Saved, StoreError, Tx};

/// The columns of a notification.
macro_rules! notification_columns {
    () => {
        "n.id as notification_id, n.version as notification_version, n.account, n.kind,
         n.decision as of_decision, n.happened_at, n.on_desk, n.read_at, n.mail, n.trouble,
         n.reply"
    };
}

const ADD: &str = "
    insert into notification (id, version, account, kind, decision, happened_at, on_desk, read_at,
        mail, trouble, reply, added_number)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
const SAVE: &str = "
    update notification
       set version = version + 1, read_at = $3, mail = $4, trouble = $5, reply = $6
     where id = $1 and version = $2";
const READ_ALL: &str = "
    update notification
       set version = version + 1, read_at = $2
     where account = $1 and on_desk and read_at is null";
const UNREAD: &str = "
    select count(*) from notification where account = $1 and on_desk and read_at is null";
const BY_ID: &str = concat!(
    "select ",
    notification_columns!(),
    " from notification n where n.id = $1"
);
const WAITING: &str = concat!(
    "select ",
    notification_columns!(),
    " from notification n
      where n.mail in ('planned', 'deferred')
      order by n.added_number"
);

/// Notifications with what pages show of them.
macro_rules! lines {
    ($narrowed:literal) => {
        concat!(
            "select ",
            notification_columns!(),
            ", ",
            line_columns!(),
            " from notification n
              join decision d on d.id = n.decision ",
            $narrowed
        )
    };
}

/// What is wanted by mail only is in the list where somebody has to look into its mail.
const LINES_OF: &str = lines!(
    "where n.account = $1 and (n.on_desk or n.mail in ('refused', 'unknown'))
     order by n.added_number desc
     limit $2"
);
const UNREAD_LINES_OF: &str = lines!(
    "where n.account = $1 and n.on_desk and n.read_at is null
     order by n.added_number desc
     limit $2"
);
const OFF: &str = "select kind, way from notification_off where account = $1 order by kind, way";
const SWITCH_ON: &str = "delete from notification_off where account = $1";
const SWITCH_OFF: &str = "insert into notification_off (account, kind, way) values ($1, $2, $3)";

/// A notification in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotificationRow {
    /// The notification.
    pub notification: Notification,
    /// Its decision.
    pub decision: DecisionLineRow,
}

impl Tx {
    /// Adds a notification.
    pub async fn add_notification(
        &mut self,
        notification: &Notification,
    ) -> Result<(), StoreError> {
        let added_number = self.next_change().await?;
        let failure = notification.mail.as_ref().and_then(Mailing::failure);
        execute!(
            self,
            ADD,
            Uuid::from(notification.id),
            notification.version,
            Uuid::from(notification.official),
            notification.kind.code(),
            Uuid::from(notification.decision),
            stored(notification.at),
            notification.on_desk,
            notification.read_at.map(stored),
            notification.mail.as_ref().map(Mailing::code),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
            added_number,
        )?;
        Ok(())
    }

    /// Saves when a notification was read and what has become of its mail, over the version it was
    /// loaded with.
    pub async fn save_notification(
        &mut self,
        notification: &Notification,
    ) -> Result<Saved, StoreError> {
        let failure = notification.mail.as_ref().and_then(Mailing::failure);
        let rows = execute!(
            self,
            SAVE,
            Uuid::from(notification.id),
            notification.version,
            notification.read_at.map(stored),
            notification.mail.as_ref().map(Mailing::code),
            failure.map(|failure| failure.trouble.code()),
            failure.map(|failure| &failure.reply),
        )?;
        Saved::over(notification.version, "the version of a notification", rows)
    }

    /// One notification.
    pub async fn notification(
        &mut self,
        id: NotificationId,
    ) -> Result<Option<Notification>, StoreError> {
        let row: Option<Columns> = fetch_optional!(self, BY_ID, Uuid::from(id))?;
        row.map(Notification::try_from).transpose()
    }

    /// The notifications whose mails wait to be sent.
    pub async fn waiting_notifications(&mut self) -> Result<Vec<Notification>, StoreError> {
        let rows: Vec<Columns> = fetch_all!(self, WAITING)?;
        rows.into_iter().map(Notification::try_from).collect()
    }

    /// The last notifications on an official's desk, and those whose mail was not sent, or perhaps
    /// not; the newest first. Only those on the desk and not read where `unread` says so.
    pub async fn notifications_of(
        &mut self,
        official: UserId,
        unread: bool,
        limit: u32,
    ) -> Result<Vec<NotificationRow>, StoreError> {
        let sql = if unread { UNREAD_LINES_OF } else { LINES_OF };
        let rows: Vec<StoredLine> = fetch_all!(self, sql, Uuid::from(official), i64::from(limit))?;
        rows.into_iter().map(NotificationRow::try_from).collect()
    }

    /// How many notifications on an official's desk were not read.
    pub async fn unread_notifications(&mut self, official: UserId) -> Result<i64, StoreError> {
        let (count,): (i64,) = fetch_one!(self, UNREAD, Uuid::from(official))?;
        Ok(count)
    }

    /// Records that an official read every notification; says how many were not.
    pub async fn read_notifications(
        &mut self,
        official: UserId,
        at: OffsetDateTime,
    ) -> Result<u64, StoreError> {
        Ok(execute!(self, READ_ALL, Uuid::from(official), stored(at))?)
    }

    /// What an official chose to be notified of.
    pub async fn chosen_notifications(&mut self, official: UserId) -> Result<Chosen, StoreError> {
        let rows: Vec<(String, String)> = fetch_all!(self, OFF, Uuid::from(official))?;
        let of = RowOf {
            table: "notification_off",
            key: &official,
        };
        let off: Result<Vec<_>, StoreError> = rows
            .into_iter()
            .map(|(kind, way)| {
                Ok((
                    of.known("kind", NotificationKind::from_code(&kind))?,
                    of.known("way", Way::from_code(&way))?,
                ))
            })
            .collect();
        Ok(Chosen::all_but(off?))
    }

    /// Keeps what an official chose to be notified of.
    pub async fn choose_notifications(
        &mut self,
        official: UserId,
        chosen: &Chosen,
    ) -> Result<(), StoreError> {
        execute!(self, SWITCH_ON, Uuid::from(official))?;
        for (kind, way) in chosen.off() {
            execute!(
                self,
                SWITCH_OFF,
                Uuid::from(official),
                kind.code(),
                way.code()
            )?;
        }
        Ok(())
    }
}

#[derive(sqlx::FromRow)]
struct Columns {
    notification_id: Uuid,
    notification_version: i64,
    account: Uuid,
    kind: String,
    of_decision: Uuid,
    happened_at: OffsetDateTime,
    on_desk: bool,
    read_at: Option<OffsetDateTime>,
    mail: Option<String>,
    trouble: Option<String>,
    reply: Option<String>,
}

#[derive(sqlx::FromRow)]
struct StoredLine {
    #[sqlx(flatten)]
    notification: Columns,
    #[sqlx(flatten)]
    decision: LineRow,
}

impl TryFrom<Columns> for Notification {
    type Error = StoreError;

    fn try_from(row: Columns) -> Result<Self, StoreError> {
        let of = RowOf {
            table: "notification",
            key: &row.notification_id,
        };
        let failure = failure(&of, row.trouble, row.reply)?;
        let mail = match row.mail {
            Some(code) => Some(of.known("mail", Mailing::from_code(&code, failure))?),
            None => None,
        };
        Ok(Self {
            id: row.notification_id.into(),
            version: row.notification_version,
            official: row.account.into(),
            kind: of.known("kind", NotificationKind::from_code(&row.kind))?,
            decision: row.of_decision.into(),
            at: row.happened_at,
            on_desk: row.on_desk,
            read_at: row.read_at,
            mail,
        })
    }
}

impl TryFrom<StoredLine> for NotificationRow {
    type Error = StoreError;

    fn try_from(row: StoredLine) -> Result<Self, StoreError> {
        Ok(Self {
            notification: row.notification.try_into()?,
            decision: row.decision.try_into()?,
        })
    }
}
