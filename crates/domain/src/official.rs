//! People who sign in: what the register knows of an official.

use time::Duration;

use crate::id::UserId;
use crate::publicity::Personal;
use crate::role::{Role, UseCase};
use crate::slug::Slug;

/// An official with an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Official {
    /// Identity.
    pub id: UserId,
    /// Raised with each change of name, role, series or of being disabled.
    pub version: i64,
    /// Sign-in name: an e-mail address in lower case.
    pub email: Personal<String>,
    /// The person's name.
    pub name: Personal<String>,
    /// The office held now, which is what the public sees, e.g. `Kaupunginjohtaja`. Offices are
    /// dated: the register keeps every one with its first day.
    pub office: String,
    /// What the account may do.
    pub role: Role,
    /// The section series in which this decision maker signs.
    pub signs_in: Option<Slug>,
    /// A disabled account cannot sign in; what it did stays.
    pub disabled: bool,
    /// Whether somebody else knows the password: until the official has chosen another one, the
    /// account may do nothing else.
    pub must_change_password: bool,
}

/// How long a one-time password opens an account: somebody else knows it, and it may lie about on
/// paper. A week, since whoever gets it may be away for some days.
pub const ONE_TIME: Duration = Duration::days(7);

/// Whether an official is the only one left who may manage accounts: without one nobody could be
/// made one.
pub fn is_last_administrator(official: &Official, all: &[Official]) -> bool {
    let manages = |one: &Official| !one.disabled && one.role.may(UseCase::ManageUsers);
    manages(official) && !all.iter().any(|one| one.id != official.id && manages(one))
}

/// Whether a text is an e-mail address that mail servers take: a dot-atom before the `@` and a
/// host name after it (RFC 5321 4.1.2), in ASCII.
///
/// ```
/// use domain::official::is_email_address;
/// assert!(is_email_address("etunimi.sukunimi@kunta.example"));
/// for none in ["kirjaaja", "a b@kunta.example", "a@b@c", "@b", "a@", "a..b@c", "a@-b.fi", "<a@b.fi>"] {
///     assert!(!is_email_address(none), "{none}");
/// }
/// ```
pub fn is_email_address(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else {
        return false;
    };
    let is_atom = |part: &str| {
        let legal = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b);
        !part.is_empty() && part.bytes().all(legal)
    };
    let is_label = |part: &str| {
        let legal = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
        let (first, last) = (part.chars().next(), part.chars().next_back());
        (1..=63).contains(&part.len())
            && part.bytes().all(legal)
            && first != Some('-')
            && last != Some('-')
    };
    (1..=64).contains(&local.len())
        && text.len() <= 254
        && local.split('.').all(is_atom)
        && host.split('.').all(is_label)
}
