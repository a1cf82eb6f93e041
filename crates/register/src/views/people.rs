//! Accounts, section series and deputies as pages show them.

use domain::id::{SessionId, UserId};
use domain::official::{Official, is_last_administrator};
use domain::role::UseCase;
use domain::section::{DecisionMakerKind, SectionSeries};
use domain::signing_right::{Deputyship, can_be_deputy};
use domain::slug::Slug;
use domain::view::people::{
    AccountLine, AccountSheet, DeputyLine, OwnSheet, SeriesLine, SeriesSheet, SessionLine,
    SignInLine, Standing,
};
use store::Tx;
use time::{Date, PrimitiveDateTime};

use super::audit::log_actor;
use super::desk::read_as;
use crate::actor::Actor;
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::sessions::{counter, is_open, locked_until};

/// Lines of a sign-in log.
const SIGN_INS: u32 = 30;

/// Every account, in the order they were added.
pub async fn accounts(register: &Register, actor: &Actor) -> Result<Vec<AccountLine>, Refusal> {
    let mut tx = read_for(register, actor, UseCase::ManageUsers).await?;
    let mut lines = Vec::new();
    for official in tx.accounts().await? {
        let locked_until = lock_of(register, &mut tx, &official).await?;
        let signed_in = tx.last_sign_in(official.id).await?;
        lines.push(AccountLine {
            official,
            locked_until,
            signed_in: signed_in.map(helsinki),
        });
    }
    Ok(lines)
}

/// How many addresses follow decisions by e-mail: all that anybody sees of them.
pub async fn followers(register: &Register, actor: &Actor) -> Result<u64, Refusal> {
    let mut tx = read_for(register, actor, UseCase::ManageUsers).await?;
    let (_, confirmed) = tx.count_followers().await?;
    Ok(confirmed)
}

/// One account.
pub async fn account(
    register: &Register,
    actor: &Actor,
    id: UserId,
) -> Result<AccountSheet, Refusal> {
    let mut tx = read_for(register, actor, UseCase::ManageUsers).await?;
    let official = tx.account(id).await?.ok_or(Refusal::NotFound)?;
    let offices = tx.offices(id).await?.ok_or(Refusal::NotFound)?;
    let all = tx.accounts().await?;
    Ok(AccountSheet {
        offices,
        locked_until: lock_of(register, &mut tx, &official).await?,
        one_time_until: tx.one_time_until(id).await?.map(helsinki),
        is_last_administrator: is_last_administrator(&official, &all),
        sessions: sessions_of(register, &mut tx, id, None).await?,
        sign_ins: sign_ins_of(&mut tx, id).await?,
        deputyships: deputyships_of(register, &mut tx, id).await?,
        series: series_to_sign_in(&mut tx).await?,
        official,
    })
}

/// The series in which decision makers sign, to choose from.
pub async fn signable_series(
    register: &Register,
    actor: &Actor,
) -> Result<Vec<SectionSeries>, Refusal> {
    let mut tx = read_for(register, actor, UseCase::ManageUsers).await?;
    series_to_sign_in(&mut tx).await
}

/// The own page of an official, read in a session.
pub async fn own(
    register: &Register,
    actor: &Actor,
    session: SessionId,
) -> Result<OwnSheet, Refusal> {
    let mut tx = read_for(register, actor, UseCase::ManageOwnAccount).await?;
    let id = actor.user().ok_or(Refusal::Forbidden)?;
    let official = tx.account(id).await?.ok_or(Refusal::NotFound)?;
    Ok(OwnSheet {
        official,
        sessions: sessions_of(register, &mut tx, id, Some(session)).await?,
        sign_ins: sign_ins_of(&mut tx, id).await?,
        deputyships: deputyships_of(register, &mut tx, id).await?,
        chosen: tx.chosen_notifications(id).await?,
    })
}

/// Every section series.
pub async fn all_series(register: &Register, actor: &Actor) -> Result<Vec<SeriesLine>, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let officials = tx.accounts().await?;
    let deputyships = tx.deputyships_on(today).await?;
    let lines = tx.all_series().await?.into_iter().map(|series| {
        let makers = makers_of(&series.slug, &officials);
        let deputies = deputyships
            .iter()
            .filter(|one| one.series == series.slug && one.holds(today))
            .filter_map(|one| officials.iter().find(|official| official.id == one.deputy))
            .map(|official| official.office.clone());
        SeriesLine {
            makers: makers.map(|official| official.office.clone()).collect(),
            deputies: deputies.collect(),
            series,
        }
    });
    Ok(lines.collect())
}

/// One section series.
pub async fn series(
    register: &Register,
    actor: &Actor,
    slug: &Slug,
) -> Result<SeriesSheet, Refusal> {
    let today = register.clock().today();
    let mut tx = read_as(register, actor).await?;
    let series = tx.series(slug).await?.ok_or(Refusal::NotFound)?;
    let names = tx.series_names(slug).await?.ok_or(Refusal::NotFound)?;
    let officials = tx.accounts().await?;
    let deputyships = tx.deputyships_in(slug).await?;
    let candidates = officials.iter().filter(|one| can_be_deputy(one, slug));
    Ok(SeriesSheet {
        names,
        makers: makers_of(slug, &officials).cloned().collect(),
        candidates: candidates.cloned().collect(),
        deputyships: lines(&mut tx, deputyships, today).await?,
        series,
    })
}

/// Who sign in a series as its decision maker.
fn makers_of<'a>(slug: &Slug, officials: &'a [Official]) -> impl Iterator<Item = &'a Official> {
    officials.iter().filter(move |official| {
        !official.disabled
            && official.role.may(UseCase::SignDecision)
            && official.signs_in.as_ref() == Some(slug)
    })
}

async fn read_for(register: &Register, actor: &Actor, use_case: UseCase) -> Result<Tx, Refusal> {
    if actor.may(use_case) {
        Ok(register.read().await?)
    } else {
        Err(Refusal::Forbidden)
    }
}

async fn series_to_sign_in(tx: &mut Tx) -> Result<Vec<SectionSeries>, Refusal> {
    let mut series = tx.all_series().await?;
    series.retain(|one| one.kind == DecisionMakerKind::Officer);
    Ok(series)
}

async fn lock_of(
    register: &Register,
    tx: &mut Tx,
    official: &Official,
) -> Result<Option<PrimitiveDateTime>, Refusal> {
    let counter = counter(official.email.reveal_to_official());
    let failed = tx.failed_sign_ins(&counter).await?;
    Ok(locked_until(failed, register.session_clock().now()).map(helsinki))
}

async fn sessions_of(
    register: &Register,
    tx: &mut Tx,
    id: UserId,
    this: Option<SessionId>,
) -> Result<Vec<SessionLine>, Refusal> {
    let now = register.session_clock().now();
    let open = tx.sessions_of(id).await?.into_iter();
    let lines = open.filter(|one| is_open(one, now)).map(|one| SessionLine {
        id: one.id,
        began: helsinki(one.created_at),
        last_used: helsinki(one.last_seen_at),
        ends: helsinki(one.expires_at),
        is_this: this == Some(one.id),
    });
    Ok(lines.collect())
}

async fn sign_ins_of(tx: &mut Tx, id: UserId) -> Result<Vec<SignInLine>, Refusal> {
    let events = tx.sign_ins_of(id, SIGN_INS).await?.into_iter();
    let lines = events.map(|(event, _)| SignInLine {
        at: helsinki(event.at),
        event: event.event,
        actor: log_actor(event.actor),
    });
    Ok(lines.collect())
}

async fn deputyships_of(
    register: &Register,
    tx: &mut Tx,
    id: UserId,
) -> Result<Vec<DeputyLine>, Refusal> {
    let deputyships = tx.deputyships_of(id).await?;
    lines(tx, deputyships, register.clock().today()).await
}

async fn lines(
    tx: &mut Tx,
    deputyships: Vec<Deputyship>,
    today: Date,
) -> Result<Vec<DeputyLine>, Refusal> {
    let series = tx.all_series().await?;
    let officials = tx.accounts().await?;
    let mut lines = Vec::new();
    for deputyship in deputyships {
        let official = officials.iter().find(|one| one.id == deputyship.deputy);
        let official = official.ok_or(Refusal::NotFound)?;
        let offices = tx.offices(deputyship.deputy).await?;
        let office = offices.map(|offices| offices.on(deputyship.first_day).to_owned());
        let maker = series.iter().find(|one| one.slug == deputyship.series);
        let standing = if deputyship.is_over(today) {
            Standing::Over
        } else if deputyship.holds(today) {
            Standing::Holds
        } else {
            Standing::ToCome
        };
        lines.push(DeputyLine {
            name: official.name.clone(),
            office: office.unwrap_or_default(),
            decision_maker: maker.map_or_else(String::new, |one| one.decision_maker.clone()),
            standing,
            deputyship,
        });
    }
    Ok(lines)
}
