//! What an account is: its name, office, role and series, and whether it may sign in at all.

use domain::dated_name::DatedName;
use domain::event::Event;
use domain::finding::{Finding, FindingCode, Findings};
use domain::id::{IdempotencyKey, UserId};
use domain::official::{Official, is_last_administrator};
use domain::publicity::Personal;
use domain::role::UseCase;
use serde_json::json;

use super::{known_series, read_role};
use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Change, Form};
use crate::refusal::{Refusal, fresh};
use crate::register::Register;

/// What can be changed of an account, as typed.
#[derive(Clone, Debug, Default)]
pub struct ChangeDraft {
    /// Name of the person.
    pub name: Personal<String>,
    /// Code of the role.
    pub role: String,
    /// Slug of the section series in which this decision maker signs, or empty.
    pub signs_in: String,
}

/// An office from a day on, as typed.
#[derive(Clone, Debug, Default)]
pub struct OfficeDraft {
    /// The office, which the public sees.
    pub office: String,
    /// Its first day.
    pub office_since: String,
}

/// Changes the name, the role or the series of an account. Whoever has open pages meets the new
/// role with the next request.
pub async fn change(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
    version: i64,
    draft: &ChangeDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::change",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let before = load(&mut change, id).await?;
    if before.version != version {
        return Err(Refusal::Stale);
    }
    let after = read(draft, &before)?;
    known_series(&mut change, &after).await?;
    if after.role != before.role {
        refuse_last_administrator(&mut change, &before).await?;
    }
    fresh(change.tx().save_account(&after).await?)?;
    let facts = |official: &Official| {
        json!({
            "name": official.name,
            "role": official.role,
            "signs_in": official.signs_in,
        })
    };
    let payload = json!({ "before": facts(&before), "after": facts(&after) });
    change
        .finish(Event::UserChanged, &Subject::User(id), &payload)
        .await
}

/// Gives an account another office from a day on. A day that is yet to come is taken up on it; one
/// that has been is the office of that day from now on, whatever was handed out meanwhile.
pub async fn give_office(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
    draft: &OfficeDraft,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::give_office",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let offices = change.tx().offices(id).await?.ok_or(Refusal::NotFound)?;
    let mut findings = Findings::default();
    let office = findings.required("office", &draft.office, 200);
    let since = findings.required_day("office_since", &draft.office_since);
    if since.is_some_and(|since| !offices.takes_from(since)) {
        findings.push(Finding::at("office_since", FindingCode::DayNotAfterLast));
    }
    let office = DatedName {
        since,
        name: findings.into_result(office)?,
    };
    change.tx().add_office(id, &office).await?;
    let today = change.today();
    change.tx().take_up_names(today).await?;
    let payload = json!({ "office": office.name, "since": office.since });
    change
        .finish(Event::OfficeChanged, &Subject::User(id), &payload)
        .await
}

/// Disables an account and ends its sessions; what it did stays. A disabled one stays so, and the
/// last administrator cannot be.
pub async fn disable(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::disable",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = load(&mut change, id).await?;
    if official.disabled {
        return Ok(());
    }
    refuse_last_administrator(&mut change, &official).await?;
    change.tx().disable_account(id).await?;
    let payload = json!({ "email": official.email });
    change
        .finish(Event::UserDisabled, &Subject::User(id), &payload)
        .await
}

/// Lets a disabled account sign in again, with the password it had.
pub async fn enable(
    register: &Register,
    actor: &Actor,
    key: Option<IdempotencyKey>,
    id: UserId,
) -> Result<(), Refusal> {
    let form = Form {
        name: "users::enable",
        key,
    };
    let mut change = match register.begin(actor, UseCase::ManageUsers, form).await? {
        Begun::Now(change) => change,
        Begun::Before(_) => return Ok(()),
    };
    let official = load(&mut change, id).await?;
    if !official.disabled {
        return Ok(());
    }
    let payload = json!({ "email": official.email });
    let enabled = Official {
        disabled: false,
        ..official
    };
    fresh(change.tx().save_account(&enabled).await?)?;
    change
        .finish(Event::UserEnabled, &Subject::User(id), &payload)
        .await
}

pub(super) async fn load(change: &mut Change, id: UserId) -> Result<Official, Refusal> {
    change.tx().account(id).await?.ok_or(Refusal::NotFound)
}

/// Without an administrator nobody could add one.
async fn refuse_last_administrator(
    change: &mut Change,
    official: &Official,
) -> Result<(), Refusal> {
    let all = change.tx().accounts().await?;
    if is_last_administrator(official, &all) {
        return Err(Refusal::at("role", FindingCode::LastAdministrator));
    }
    Ok(())
}

fn read(draft: &ChangeDraft, before: &Official) -> Result<Official, Findings> {
    let mut findings = Findings::default();
    let name = findings.required("name", draft.name.reveal_to_official(), 200);
    let (role, signs_in) = read_role(&mut findings, &draft.role, &draft.signs_in);
    match role {
        Some(role) if findings.is_empty() => Ok(Official {
            name: Personal::new(name),
            role,
            signs_in,
            ..before.clone()
        }),
        _ => Err(findings),
    }
}
