//! The mail of a notification.

use domain::Lang;
use domain::notification::Notification;
use store::Tx;
use time::OffsetDateTime;
use wording::mail::notification::{self as letter, About};

use crate::mail::{Mail, Mailer};
use crate::refusal::Refusal;

/// The mail of a notification. It names the case and, where there is one, the section; what the
/// decision is called was typed by somebody and stays in the register.
pub(crate) async fn compose(
    mailer: &Mailer,
    tx: &mut Tx,
    notification: &Notification,
    moment: OffsetDateTime,
) -> Result<Mail, Refusal> {
    let official = tx.account(notification.official).await?;
    let official = official.ok_or(Refusal::NotFound)?;
    let decision = tx.decision(notification.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let case = tx.case(decision.case).await?.ok_or(Refusal::NotFound)?;
    let stored = tx.register().await?.ok_or(Refusal::NotFound)?;
    let about = About {
        city: &stored.city,
        kind: notification.kind,
        decided: decision
            .sealed()
            .map(|sealed| (sealed.content.decision_maker.0.as_str(), &sealed.section)),
        case_number: case.number.as_ref(),
        decision_url: &mailer.desk_address("paatokset", &decision.id),
        settings_url: &format!("{}/tyopoyta/oma", mailer.public_url()),
    };
    // The language of the city: accounts have none of their own.
    let letter = letter::letter(&about, Lang::default());
    Ok(Mail {
        id: notification.id.into(),
        to: official.email,
        at: moment,
        subject: letter.subject,
        body: letter.body,
        stop_url: None,
    })
}
