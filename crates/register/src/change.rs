//! The shape of every use case: lock, authorise, look the form up, load, apply the rule, save,
//! write the event, commit.
//!
//! A [`Change`] exists only after the lock was taken and the actor authorised, and it is
//! committed only by [`Change::finish`], which wants the event. So a use case can forget neither.

use std::sync::Arc;

use domain::event::Event;
use domain::id::{IdempotencyKey, UserId};
use domain::official::Official;
use domain::role::UseCase;
use serde::Serialize;
use store::{FormResult, StoreError, Tx};
use time::{Date, OffsetDateTime};
use tokio::sync::Mutex;
use uuid::Uuid;

use crate::actor::Actor;
use crate::audit::{self, Subject};
use crate::clock::helsinki;
use crate::refusal::Refusal;
use crate::register::Register;
use crate::{notifications, public_changes};

/// What a form is for, and the key by which its double is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Form {
    pub(crate) name: &'static str,
    pub(crate) key: Option<IdempotencyKey>,
}

/// A use case that began.
pub(crate) enum Begun {
    /// For the first time: it is to be done now.
    Now(Box<Change>),
    /// The form was submitted before, and this came of it.
    Before(Uuid),
}

/// A use case under way, in its transaction. Dropped unfinished, everything is taken back.
pub(crate) struct Change {
    tx: Tx,
    at: OffsetDateTime,
    actor: Actor,
    form: Option<(UserId, IdempotencyKey, &'static str)>,
    together: Option<Together>,
    register: Register,
}

impl Register {
    /// Takes the write lock, authorises the actor by what the register knows of the account
    /// now, and looks up whether the form was submitted before.
    pub(crate) async fn begin(
        &self,
        actor: &Actor,
        use_case: UseCase,
        form: Form,
    ) -> Result<Begun, Refusal> {
        let (mut tx, together) = self.lock().await?;
        let actor = match actor {
            Actor::Official(official) => {
                let account = tx.account(official.id).await?;
                Actor::Official(account.ok_or(Refusal::Forbidden)?)
            }
            Actor::Operator(_) => actor.clone(),
        };
        if !actor.may(use_case) {
            return Err(Refusal::Forbidden);
        }
        let form = match (actor.user(), form.key) {
            (Some(user), Some(key)) => match tx.form_result(user, key).await? {
                Some(first) if first.use_case == form.name => {
                    return Ok(Begun::Before(first.subject));
                }
                Some(_) => return Err(Refusal::FormUsed),
                None => Some((user, key, form.name)),
            },
            _ => None,
        };
        Ok(Begun::Now(Box::new(Change {
            tx,
            at: self.clock().now(),
            actor,
            form,
            together,
            register: self.clone(),
        })))
    }

    /// Whether a form was submitted before, for a use case that costs much before it locks.
    pub(crate) async fn was_submitted(&self, actor: &Actor, form: Form) -> Result<bool, Refusal> {
        let (Some(user), Some(key)) = (actor.user(), form.key) else {
            return Ok(false);
        };
        let first = self.read().await?.form_result(user, key).await?;
        Ok(first.is_some_and(|first| first.use_case == form.name))
    }

    async fn lock(&self) -> Result<(Tx, Option<Together>), StoreError> {
        match self.together() {
            None => Ok((self.store().write().await?, None)),
            Some(together) => Ok((together.take().await?, Some(together.clone()))),
        }
    }
}

impl Change {
    pub(crate) fn tx(&mut self) -> &mut Tx {
        &mut self.tx
    }

    /// The one instant at which all of it happens.
    pub(crate) const fn at(&self) -> OffsetDateTime {
        self.at
    }

    /// The day on which it happens, Helsinki time.
    pub(crate) fn today(&self) -> Date {
        helsinki(self.at).date()
    }

    /// The official who acts, as the register knows the account now: at the command line nobody can
    /// do what needs one.
    pub(crate) fn official(&self) -> Result<Official, Refusal> {
        match &self.actor {
            Actor::Official(official) => Ok(official.clone()),
            Actor::Operator(_) => Err(Refusal::Forbidden),
        }
    }

    /// The actor, as the register knows the account now.
    pub(crate) const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Writes the event with its payload, notifies whom it concerns, keeps the form's result and
    /// commits.
    pub(crate) async fn finish(
        mut self: Box<Self>,
        event: Event,
        subject: &Subject,
        payload: &impl Serialize,
    ) -> Result<(), Refusal> {
        let actor = self.actor.for_audit();
        audit::append(&mut self.tx, self.at, actor, event, subject, payload).await?;
        let by = self.actor.user();
        notifications::note(&mut self.tx, self.at, by, event, subject).await?;
        public_changes::note(&mut self.tx, self.at, subject, &self.register).await?;
        if let Some((user, key, use_case)) = self.form {
            let result = FormResult {
                key,
                user,
                use_case: use_case.to_owned(),
                subject: subject.uuid(),
                at: self.at,
            };
            self.tx.add_form_result(&result).await?;
        }
        match self.together {
            None => self.tx.commit().await?,
            Some(together) => together.put(self.tx).await,
        }
        Ok(())
    }
}

/// One transaction for several use cases: all of them happen, or none.
///
/// Each use case takes the transaction and puts it back when it is finished; one that fails
/// drops it, and with it everything before.
#[derive(Clone)]
pub(crate) struct Together(Arc<Mutex<Option<Tx>>>);

impl Together {
    pub(crate) fn new(tx: Tx) -> Self {
        Self(Arc::new(Mutex::new(Some(tx))))
    }

    /// The transaction; there is none after a use case failed.
    async fn take(&self) -> Result<Tx, StoreError> {
        self.0.lock().await.take().ok_or(StoreError::Busy)
    }

    async fn put(&self, tx: Tx) {
        *self.0.lock().await = Some(tx);
    }

    /// Makes all of it permanent.
    pub(crate) async fn commit(&self) -> Result<(), StoreError> {
        self.take().await?.commit().await
    }
}
