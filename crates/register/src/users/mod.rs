//! Accounts of officials.

mod access;
mod change;

pub use access::{change_email, end_session, set_one_time_password, unlock};
pub use change::{ChangeDraft, OfficeDraft, change, disable, enable, give_office};

use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{IdempotencyKey, UserId};
use domain::official::{ONE_TIME, Official, is_email_address};
use domain::publicity::Personal;
use domain::role::{Role, UseCase};
use domain::slug::Slug;
use serde_json::json;

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::ids::new_id;
use crate::password::{HashedPassword, Passwords};
use crate::refusal::Refusal;
use crate::register::Register;

/// An account as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default)]
pub struct UserDraft {
    /// E-mail address, which is the sign-in name.
    pub email: Personal<String>,
    /// Name of the person.
    pub name: Personal<String>,
    /// Office held, which the public sees, e.g. `Kaupunginjohtaja`.
    pub office: String,
    /// Code of the role.
    pub role: String,
    /// Slug of the section series in which this decision maker signs, or empty.
    pub signs_in: String,
}

/// Adds an account. The password is hashed before the transaction begins.
///
/// One that another official chose is to be changed at the first sign-in, since two people know
/// it. At the command line nobody signs in, and an account for a machine could not change it.
pub async fn add(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &UserDraft,
    password: &str,
) -> Result<UserId, Refusal> {
    let password = hash(register, "password", password).await?;
    add_hashed(register, actor, key, draft, &password).await
}

/// Hashes a password that may be used, typed at a place.
pub(crate) async fn hash(
    register: &Register,
    place: &str,
    password: &str,
) -> Result<HashedPassword, Refusal> {
    Passwords::check(place, password)?;
    Ok(register.passwords().hash(password).await?)
}

pub(crate) async fn add_hashed(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    draft: &UserDraft,
    password: &HashedPassword,
) -> Result<UserId, Refusal> {
    let form = Form {
        name: "users::add",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(first) => return Ok(first.into()),
    };
    let id = new_id(change.at())?;
    let official = Official {
        must_change_password: change.actor().user().is_some(),
        ..read(draft, id)?
    };
    known_series(&mut change, &official).await?;
    let at = change.at();
    let taken = Refusal::taken("email", "email", FindingCode::EmailTaken);
    let added = change
        .tx()
        .add_account(&official, password.as_str(), at)
        .await;
    added.map_err(taken)?;
    if official.must_change_password {
        limit_one_time(register, &mut change, id).await?;
    }
    let payload = json!({
        "email": official.email,
        "name": official.name,
        "office": official.office,
        "role": official.role,
        "signs_in": official.signs_in,
    });
    change
        .finish(Event::UserAdded, &Subject::User(id), &payload)
        .await?;
    Ok(id)
}

/// Lets a one-time password open its account for a while only.
async fn limit_one_time(
    register: &Register,
    change: &mut Change,
    id: UserId,
) -> Result<(), Refusal> {
    let until = register.session_clock().now().saturating_add(ONE_TIME);
    Ok(change.tx().set_one_time_until(id, until).await?)
}

/// The series in which an account signs must be there.
async fn known_series(change: &mut Change, official: &Official) -> Result<(), Refusal> {
    match &official.signs_in {
        Some(slug) if change.tx().series(slug).await?.is_none() => {
            Err(Refusal::at("signs_in", FindingCode::UnknownChoice))
        }
        _ => Ok(()),
    }
}

/// Every account, in the order they were added.
pub async fn list(register: &Register, actor: &Actor) -> Result<Vec<Official>, Refusal> {
    if !actor.may(UseCase::ManageUsers) {
        return Err(Refusal::Forbidden);
    }
    Ok(register.read().await?.accounts().await?)
}

/// An e-mail address in the one form in which two spellings are the same account.
pub(crate) fn folded(email: &str) -> String {
    email.trim().to_lowercase()
}

/// The account that was typed.
pub(crate) fn read(draft: &UserDraft, id: UserId) -> Result<Official, Findings> {
    let mut findings = Findings::default();
    let email = read_email(&mut findings, &draft.email);
    let name = findings.required("name", draft.name.reveal_to_official(), 200);
    let office = findings.text("office", &draft.office, 200);
    let (role, signs_in) = read_role(&mut findings, &draft.role, &draft.signs_in);
    match role {
        Some(role) if findings.is_empty() => Ok(Official {
            id,
            version: 1,
            email: Personal::new(email),
            name: Personal::new(name),
            office,
            role,
            signs_in,
            disabled: false,
            must_change_password: false,
        }),
        _ => Err(findings),
    }
}

/// An e-mail address that an account can have.
fn read_email(findings: &mut Findings, typed: &Personal<String>) -> String {
    let email = folded(typed.reveal_to_official());
    let email = findings.required("email", &email, 254);
    if !email.is_empty() && !is_email_address(&email) {
        findings.push(Finding::at("email", FindingCode::NotAnEmail));
    }
    email
}

/// The role and the series in which it signs: nobody but a decision maker has one.
fn read_role(findings: &mut Findings, role: &str, signs_in: &str) -> (Option<Role>, Option<Slug>) {
    let role = Role::from_code(role.trim());
    if role.is_none() {
        findings.push(Finding::at("role", FindingCode::UnknownChoice));
    }
    let signs_in = match signs_in.trim() {
        "" => None,
        typed => Slug::try_from(typed.to_owned())
            .inspect_err(|_| findings.push(Finding::at("signs_in", FindingCode::UnknownChoice)))
            .ok(),
    };
    if signs_in.is_some() && role.is_some_and(|role| !role.may(UseCase::SignDecision)) {
        findings.push(Finding::at("signs_in", FindingCode::OnlyDecisionMakerSigns));
    }
    (role, signs_in)
}
