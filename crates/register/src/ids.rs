//! Randomness, and the identities made of it.

use time::OffsetDateTime;
use uuid::{Builder, Uuid};

/// The system gave no random bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the system gave no random bytes")]
pub struct NoRandomness;

/// Random bytes for salts and tokens.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], NoRandomness> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| NoRandomness)?;
    Ok(bytes)
}

/// A new identity (`UUIDv7`) of something that came to be at an instant.
pub(crate) fn new_id<T: From<Uuid>>(at: OffsetDateTime) -> Result<T, NoRandomness> {
    let milliseconds = u64::try_from(at.unix_timestamp()).unwrap_or(0) * 1_000;
    let id = Builder::from_unix_timestamp_millis(milliseconds, &random()?).into_uuid();
    Ok(id.into())
}

/// The number of an entry that follows so many: the first one is 1.
pub(crate) fn next_number(before: usize) -> u32 {
    u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1)
}

/// A new key for a form.
pub fn form_key(at: OffsetDateTime) -> Result<domain::id::IdempotencyKey, NoRandomness> {
    new_id(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn identities_are_version_7_and_differ() -> Result<(), NoRandomness> {
        let at = datetime!(2023-08-21 06:00:00 UTC);
        let (one, other): (Uuid, Uuid) = (new_id(at)?, new_id(at)?);
        assert_eq!(one.get_version_num(), 7);
        assert_ne!(one, other);
        Ok(())
    }
}
