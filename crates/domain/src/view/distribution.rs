//! What officials see of the distribution of a decision by e-mail.

use time::PrimitiveDateTime;

use crate::distribution::{Attempt, Entry};

/// An entry of the distribution of a decision, with its delivery log. An address, and what a mail
/// server said, is an empty text for who may not see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionLine {
    /// The entry.
    pub entry: Entry,
    /// When something became of it last, Helsinki time.
    pub changed_at: PrimitiveDateTime,
    /// Each sending with its end in Helsinki time, the first one first.
    pub attempts: Vec<(PrimitiveDateTime, Attempt)>,
}
