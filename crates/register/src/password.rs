//! Passwords: hashed with argon2id, on threads of their own, few at a time.

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash as Phc;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::finding::{Finding, FindingCode, Findings};
use tokio::sync::Semaphore;

/// Characters that a password has at least (NIST SP 800-63B asks for 8 and advises more).
const SHORTEST: usize = 12;
/// Bytes beyond which nobody types a password: longer ones are refused before any work.
const LONGEST: usize = 1_000;
/// Memory of one hash: 19 MiB with two passes is what OWASP advises as the least.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
/// How many hashes are computed at once, so that sign-ins can fill neither memory nor cores.
const AT_ONCE: usize = 2;

/// A password as it is stored (PHC string). `Debug` does not print it.
#[derive(Clone)]
pub(crate) struct HashedPassword(String);

impl HashedPassword {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for HashedPassword {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HashedPassword(..)")
    }
}

/// A password could not be hashed: the system lacks memory or randomness.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a password could not be hashed")]
pub struct HashingFailed;

/// Hashes and checks passwords.
#[derive(Clone, Debug)]
pub(crate) struct Passwords {
    permits: Arc<Semaphore>,
    params: Params,
}

impl Passwords {
    pub(crate) fn new() -> Result<Self, HashingFailed> {
        Ok(Self {
            permits: Arc::new(Semaphore::new(AT_ONCE)),
            params: Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|_| HashingFailed)?,
        })
    }

    /// Whether a new password may be used; the finding is placed where it was typed.
    pub(crate) fn check(place: &str, password: &str) -> Result<(), Findings> {
        let code = if password.chars().count() < SHORTEST {
            FindingCode::PasswordTooShort
        } else if password.len() > LONGEST {
            FindingCode::TooLong
        } else {
            return Ok(());
        };
        Err(Finding::at(place, code).into())
    }

    /// Hashes a password with a salt of its own.
    pub(crate) async fn hash(&self, password: &str) -> Result<HashedPassword, HashingFailed> {
        let password = password.to_owned();
        let argon2 = self.argon2();
        self.run(move || hash(&argon2, &password))
            .await?
            .map(HashedPassword)
    }

    /// Whether a password is the one behind a hash. Without a hash the answer is no, after as
    /// much work, so that the time says nothing about who has an account.
    pub(crate) async fn verify(
        &self,
        password: &str,
        stored: Option<String>,
    ) -> Result<bool, HashingFailed> {
        let password = if password.len() > LONGEST {
            ""
        } else {
            password
        }
        .to_owned();
        let argon2 = self.argon2();
        self.run(move || match stored {
            Some(stored) => {
                let parsed = Phc::new(&stored).map_err(|_| HashingFailed)?;
                Ok(argon2.verify_password(password.as_bytes(), &parsed).is_ok())
            }
            None => hash(&argon2, &password).map(|_| false),
        })
        .await?
    }

    fn argon2(&self) -> Argon2<'static> {
        Argon2::new(Algorithm::Argon2id, Version::V0x13, self.params.clone())
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingFailed> {
        let _permit = self.permits.acquire().await.map_err(|_| HashingFailed)?;
        tokio::task::spawn_blocking(work)
            .await
            .map_err(|_| HashingFailed)
    }
}

fn hash(argon2: &Argon2<'_>, password: &str) -> Result<String, HashingFailed> {
    let hash: Phc = argon2
        .hash_password(password.as_bytes())
        .map_err(|_| HashingFailed)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_right_only_for_its_own_hash() -> Result<(), HashingFailed> {
        let passwords = Passwords::new()?;
        let stored = passwords.hash("oikea hevonen paristo").await?;
        let verify = |typed, stored| passwords.verify(typed, stored);
        assert!(
            stored
                .as_str()
                .starts_with("$argon2id$v=19$m=19456,t=2,p=1$")
        );
        assert!(verify("oikea hevonen paristo", Some(stored.as_str().to_owned())).await?);
        assert!(!verify("väärä hevonen paristo", Some(stored.as_str().to_owned())).await?);
        assert!(!verify("oikea hevonen paristo", None).await?);
        Ok(())
    }

    #[test]
    fn a_short_or_endless_password_is_refused_where_it_was_typed() {
        for (password, code) in [
            ("yksitoista1".to_owned(), FindingCode::PasswordTooShort),
            ("a".repeat(1_001), FindingCode::TooLong),
        ] {
            let found =
                Passwords::check("password", &password).expect_err("the password is not usable");
            assert_eq!(found, Finding::at("password", code).into());
        }
        assert!(Passwords::check("password", "kaksitoista1").is_ok());
    }
}
