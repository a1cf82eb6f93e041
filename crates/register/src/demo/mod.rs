//! The example register: real cases of Kajaani in our own words, invented officials.
//!
//! Facts that the sources do not give stay open: the register shows them as unknown, and what
//! cannot be recorded without them is a draft with its findings. Nothing here names a natural
//! person.

mod budget;
mod cases;
mod facts;
mod load;
mod people;

pub use people::{EXAMPLE_USERS, ExampleUser};

use crate::actor::Actor;
use crate::refusal::Refusal;
use crate::register::Register;

/// What came of loading the example register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demo {
    /// It was loaded into an empty database.
    Loaded,
    /// It was there already; nothing changed.
    AlreadyThere,
    /// Another register is there; nothing changed.
    NotEmpty,
}

/// Loads the example register into an empty database, in one transaction.
///
/// A clock that was set back loads only what had happened by then. Passwords are hashed before
/// the transaction begins.
pub async fn load(register: &Register, actor: &Actor) -> Result<Demo, Refusal> {
    if let Some(found) = found(register).await? {
        return Ok(found);
    }
    let mut passwords = Vec::new();
    for user in EXAMPLE_USERS {
        passwords.push(crate::users::hash(register, "password", user.password).await?);
    }
    let (joined, together) = register.in_one_transaction().await?;
    // Looked at again under the lock: two loads at once must not both find the database empty.
    if let Some(found) = found(register).await? {
        return Ok(found);
    }
    joined.create(actor, &crate::city::kajaani(), true).await?;
    load::everything(&joined, actor, &passwords).await?;
    together.commit().await?;
    Ok(Demo::Loaded)
}

async fn found(register: &Register) -> Result<Option<Demo>, Refusal> {
    let mut tx = register.read().await?;
    Ok(match tx.register().await? {
        Some(stored) if stored.example => Some(Demo::AlreadyThere),
        Some(_) => Some(Demo::NotEmpty),
        // The first accounts are added before a register has its city.
        None if !tx.accounts().await?.is_empty() => Some(Demo::NotEmpty),
        None => None,
    })
}
