//! Who may sign in a section series.

use super::draft::signs_in;
use crate::change::Change;
use crate::refusal::Refusal;

/// The right by which the actor signs in a series: the ground of a deputy, or `None` for its
/// decision maker. Everybody else is refused.
pub(super) async fn right_to_sign(
    change: &mut Change,
    series: &str,
) -> Result<Option<String>, Refusal> {
    if signs_in(change.actor(), series) {
        Ok(None)
    } else {
        Err(Refusal::Forbidden)
    }
}
