//! The mail of a reminder.

use domain::Lang;
use domain::official::Official;
use domain::reminder::{PeriodOf, Reminder};
use store::Tx;
use time::OffsetDateTime;
use wording::mail::reminder::{self as letter, About};

use crate::mail::{Mail, Mailer};
use crate::refusal::Refusal;
use crate::register::Register;
use crate::views::explained;

/// The mail of a reminder, as things stand now.
pub(crate) async fn compose(
    register: &Register,
    mailer: &Mailer,
    tx: &mut Tx,
    reminder: &Reminder,
    moment: OffsetDateTime,
) -> Result<Mail, Refusal> {
    let now = register.clock().now_in_helsinki();
    let PeriodOf { decision, service } = reminder.reminded.of;
    let official = tx.account(reminder.reminded.official).await?;
    let Official { email, .. } = official.ok_or(Refusal::NotFound)?;
    let decision = tx.decision(decision).await?.ok_or(Refusal::NotFound)?;
    let dates = match service {
        Some(service) => tx
            .service(service, now.date())
            .await?
            .and_then(|row| row.period),
        None => decision
            .publication()
            .and_then(|publication| publication.member_period),
    };
    let period = dates.and_then(|dates| explained(&dates, now, register.offices()));
    let (Some((period, _)), Some(sealed), Some(stored)) =
        (period, decision.sealed(), tx.register().await?)
    else {
        return Err(Refusal::NotFound);
    };
    let about = About {
        city: &stored.city,
        decision_maker: &sealed.content.decision_maker.0,
        section: &sealed.section,
        case_number: &sealed.content.case_number.0,
        of_a_party: service.is_some(),
        period: &period,
        decision_url: &mailer.desk_address("paatokset", &decision.id),
        reminder_url: &mailer.desk_address("muistutukset", &reminder.id),
    };
    // The language of the city: accounts have none of their own.
    let letter = letter::letter(&about, Lang::default());
    Ok(Mail {
        id: reminder.id.into(),
        to: email,
        at: moment,
        subject: letter.subject,
        body: letter.body,
        stop_url: None,
    })
}
