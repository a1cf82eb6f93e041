//! The mail to somebody of a distribution.

use domain::distribution::Entry;
use store::Tx;
use time::OffsetDateTime;
use wording::mail::distribution::{self as letter, About};

use crate::decisions::decided_on;
use crate::mail::{Mail, Mailer};
use crate::refusal::Refusal;

/// The mail of an entry, in the language of the decision. It says nothing that the public page does
/// not say for good, and nothing of who gets it.
pub(crate) async fn compose(
    mailer: &Mailer,
    tx: &mut Tx,
    entry: &Entry,
    moment: OffsetDateTime,
) -> Result<Mail, Refusal> {
    let decision = tx.decision(entry.decision).await?;
    let decision = decision.ok_or(Refusal::NotFound)?;
    let (Some(sealed), Some(stored), Some(to)) =
        (decision.sealed(), tx.register().await?, &entry.address)
    else {
        return Err(Refusal::NotFound);
    };
    let lang = sealed.content.lang;
    let about = About {
        city: &stored.city,
        decision_maker: &sealed.content.decision_maker.0,
        section: &sealed.section,
        title: &sealed.content.title.0,
        decided: decided_on(sealed),
        case_number: &sealed.content.case_number.0,
        page_url: &mailer.public_address(lang, &sealed.section),
    };
    let letter = letter::letter(&about, lang);
    Ok(Mail {
        id: entry.id.into(),
        to: to.clone(),
        at: moment,
        subject: letter.subject,
        body: letter.body,
        stop_url: None,
    })
}
