//! Accounts, for administrators.

use app::pages::desk::form::{AccountFacts, NewAccount};
use app::pages::desk::{accounts as pages, address};
use axum::extract::Path;
use axum::response::Response;
use domain::id::UserId;
use domain::official::Official;
use domain::publicity::Personal;
use domain::slug::Slug;
use domain::view::people::AccountSheet;
use register::users::{self, ChangeDraft, OfficeDraft, UserDraft};
use register::{Refusal, views};
use wording::desk;

use super::work::{Answer, Conflict, Done, Work};
use crate::http::form::Posted;

pub(super) async fn list(work: Work, done: Done) -> Answer {
    let lines = views::people::accounts(work.register(), work.actor()).await;
    let lines = lines.map_err(|refusal| work.refuse(refusal))?;
    let followers = views::people::followers(work.register(), work.actor()).await;
    let followers = followers.map_err(|refusal| work.refuse(refusal))?;
    work.page(|shell| pages::list(shell, &lines, followers, done.0))
}

pub(super) async fn begin(work: Work) -> Answer {
    let series = views::people::signable_series(work.register(), work.actor()).await;
    let series = series.map_err(|refusal| work.refuse(refusal))?;
    let form = work.form(NewAccount::default(), 0)?;
    work.page(|shell| pages::new(shell, &series, &form))
}

pub(super) async fn add(work: Work, posted: Posted) -> Answer {
    let typed = NewAccount::from_pairs(&posted.0);
    let draft = UserDraft {
        email: Personal::new(typed.email.clone()),
        name: Personal::new(typed.name.clone()),
        office: typed.office.clone(),
        role: typed.role.clone(),
        signs_in: typed.signs_in.clone(),
    };
    let (register, actor) = (work.register(), work.actor());
    let password = posted.field("password");
    match users::add(register, actor, posted.key(), &draft, password).await {
        Ok(id) => work.done(&address::account(id), desk::Done::AccountAdded),
        Err(Refusal::Incomplete(findings)) => {
            let series = views::people::signable_series(register, actor).await;
            let series = series.map_err(|refusal| work.refuse(refusal))?;
            let form = work.typed(typed, &posted)?.refused(findings);
            work.incomplete(|shell| pages::new(shell, &series, &form))
        }
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

pub(super) async fn show(work: Work, Path(id): Path<String>, done: Done) -> Answer {
    let sheet = load(&work, &id).await?;
    let form = work.form(saved(&sheet.official), sheet.official.version)?;
    work.page(|shell| pages::sheet(shell, &sheet, &form, done.0))
}

/// Each button is a use case of its own.
pub(super) async fn change(work: Work, Path(id): Path<String>, posted: Posted) -> Answer {
    let sheet = load(&work, &id).await?;
    let id = sheet.official.id;
    let typed = AccountFacts::from_pairs(&posted.0);
    match act(&work, id, &typed, &posted).await {
        Ok(Some(done)) => work.done(&address::account(id), done),
        Ok(None) => work.to(&address::account(id)),
        Err(Refusal::Incomplete(findings)) => {
            // The forms that were not sent stand as they are saved.
            let saved = saved(&sheet.official);
            let draft = match posted.action() {
                "change" => AccountFacts {
                    email: saved.email,
                    office: saved.office,
                    office_since: saved.office_since,
                    ..typed
                },
                "office" => AccountFacts {
                    office: typed.office,
                    office_since: typed.office_since,
                    ..saved
                },
                "email" => AccountFacts {
                    email: typed.email,
                    ..saved
                },
                _ => saved,
            };
            let form = work.typed(draft, &posted)?.refused(findings);
            work.incomplete(|shell| pages::sheet(shell, &sheet, &form, None))
        }
        Err(Refusal::Stale) => work.stale(Conflict {
            address: address::account(id),
            version: sheet.official.version,
            saved: facts(&saved(&sheet.official), posted.action()),
            typed: facts(&typed, posted.action()),
            can_overwrite: false,
        }),
        Err(refusal) => Err(work.refuse(refusal)),
    }
}

async fn act(
    work: &Work,
    id: UserId,
    typed: &AccountFacts,
    posted: &Posted,
) -> Result<Option<desk::Done>, Refusal> {
    use desk::Done as D;
    let (register, actor, key) = (work.register(), work.actor(), posted.key());
    let done = match posted.action() {
        "change" => {
            let draft = ChangeDraft {
                name: Personal::new(typed.name.clone()),
                role: typed.role.clone(),
                signs_in: typed.signs_in.clone(),
            };
            users::change(register, actor, key, id, posted.version(), &draft).await?;
            D::Saved
        }
        "email" => {
            let email = Personal::new(typed.email.clone());
            users::change_email(register, actor, key, id, posted.version(), &email).await?;
            D::AddressChanged
        }
        "office" => {
            let draft = OfficeDraft {
                office: typed.office.clone(),
                office_since: typed.office_since.clone(),
            };
            users::give_office(register, actor, key, id, &draft).await?;
            D::OfficeGiven
        }
        "disable" => {
            users::disable(register, actor, key, id).await?;
            D::AccountDisabled
        }
        "enable" => {
            users::enable(register, actor, key, id).await?;
            D::AccountEnabled
        }
        "unlock" => {
            users::unlock(register, actor, key, id).await?;
            D::Unlocked
        }
        "password" => {
            let password = posted.field("new_password");
            users::set_one_time_password(register, actor, key, id, password).await?;
            D::OneTimePasswordSet
        }
        "end-session" => {
            let session = posted.field("session").parse();
            let session = session.map_err(|_| Refusal::NotFound)?;
            users::end_session(register, actor, key, id, session).await?;
            D::SessionEnded
        }
        _ => return Ok(None),
    };
    Ok(Some(done))
}

async fn load(work: &Work, id: &str) -> Result<AccountSheet, Response> {
    let id: Option<UserId> = id.parse().ok();
    let id = id.ok_or_else(|| work.refuse(Refusal::NotFound))?;
    let sheet = views::people::account(work.register(), work.actor(), id).await;
    sheet.map_err(|refusal| work.refuse(refusal))
}

/// The forms of an account as it is saved: no other office is typed yet.
fn saved(official: &Official) -> AccountFacts {
    AccountFacts {
        email: official.email.reveal_to_official().clone(),
        name: official.name.reveal_to_official().clone(),
        role: official.role.code().to_owned(),
        signs_in: official
            .signs_in
            .as_ref()
            .map(Slug::to_string)
            .unwrap_or_default(),
        ..AccountFacts::default()
    }
}

/// The fields that a button saves over a version.
fn facts(form: &AccountFacts, action: &str) -> domain::form::Pairs {
    let mut pairs = form.to_pairs();
    let is_email = action == "email";
    pairs.retain(|(name, _)| !name.starts_with("office") && (name == "email") == is_email);
    pairs
}
