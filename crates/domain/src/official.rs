//! People who sign in: what the register knows of an official.

use crate::id::UserId;
use crate::publicity::Personal;
use crate::role::Role;
use crate::slug::Slug;

/// An official with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// Identity.
    pub id: UserId,
    /// Sign-in name: an e-mail address in lower case.
    pub email: Personal<String>,
    /// The person's name.
    pub name: Personal<String>,
    /// The office held, which is what the public sees, e.g. `Kaupunginjohtaja`.
    pub office: String,
    /// What the account may do.
    pub role: Role,
    /// The section series in which this decision maker signs.
    pub signs_in: Option<Slug>,
    /// A disabled account cannot sign in; what it did stays.
    pub disabled: bool,
}
