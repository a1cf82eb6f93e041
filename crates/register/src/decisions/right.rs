//! Who may sign in a section series.

use domain::signing_right::SigningRight;
use domain::slug::Slug;

use crate::change::Change;
use crate::refusal::Refusal;

/// The right by which the actor signs in a series today: the ground of a deputy, or `None` for
/// its decision maker. Everybody else is refused.
pub(super) async fn right_to_sign(
    change: &mut Change,
    series: &str,
) -> Result<Option<String>, Refusal> {
    let today = change.today();
    let actor = change.actor().user().ok_or(Refusal::Forbidden)?;
    let series: Slug = series
        .trim()
        .to_owned()
        .try_into()
        .map_err(|_| Refusal::Forbidden)?;
    match change.tx().signing_right(actor, &series, today).await? {
        Some(SigningRight::DecisionMaker) => Ok(None),
        Some(SigningRight::Deputy { ground }) => Ok(Some(ground)),
        None => Err(Refusal::Forbidden),
    }
}
