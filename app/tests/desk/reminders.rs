//! Reminders for officials' pages.

use app::pages::desk::reminders::{Around, list, page};
use app::render;
use app::shell::Shell;
use domain::reminder::{Failure, Mailing, PeriodOf, Reminded, Reminder, Trouble};
use domain::view::desk::{ReminderLine, Stage};
use domain::view::public::PublicStage;
use time::macros::{date, datetime, time};
use wording::desk::Done;

use super::pages::Rendered;
use super::{form, id, line};

/// A reminder of a party's period that ends on Fri 8.9.2023 at 15.00.
pub(crate) fn a_reminder(text: &str, state: Mailing) -> ReminderLine {
    ReminderLine {
        reminder: Reminder {
            id: id(30),
            version: 3,
            reminded: Reminded {
                official: id(4),
                of: PeriodOf {
                    decision: id(5),
                    service: Some(id(6)),
                },
                last_day: date!(2023 - 09 - 08),
            },
            state,
            acknowledged: None,
        },
        office: text.to_owned(),
        decision: line(text, Stage::Published(PublicStage::Over)),
        closes_at: Some(time!(15:00)),
        is_running: true,
        changed_at: datetime!(2023-09-05 08:00),
    }
}

/// One of which nobody knows, with a text as what the server said.
pub(crate) fn unknown(text: &str) -> Mailing {
    Mailing::Unknown(Failure {
        trouble: Trouble::AnswerMissing,
        reply: text.to_owned(),
    })
}

/// The page of a reminder.
pub(crate) fn a_page(shell: &Shell, line: &ReminderLine, is_own: bool, mail: bool) -> String {
    let around = Around {
        message_id: "<1@kunta.example>",
        mail_is_set_up: mail,
        is_own,
    };
    let done = Some(Done::ReminderSentAgain);
    render::desk(|| page(shell, line, around, &form(()), done))
}

/// The pages of reminders.
pub(super) fn reminders(shell: &Shell, text: &str) -> Vec<Rendered> {
    let line = a_reminder(text, unknown(text));
    let lines = [line.clone()];
    vec![
        ("muistutus", a_page(shell, &line, true, true)),
        ("muistutukset", render::desk(|| list(shell, &lines, false))),
    ]
}
