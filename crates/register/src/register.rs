//! The register: a database, a clock and the offices that receive claims.

use std::sync::Arc;

use calendar::Offices;
use domain::city::City;
use domain::event::Event;
use domain::role::UseCase;
use store::{Store, StoreError, Tx};

use crate::actor::Actor;
use crate::audit::Subject;
use crate::change::{Begun, Form, Together};
use crate::clock::Clock;
use crate::password::{HashingFailed, Passwords};
use crate::refusal::Refusal;
use crate::{public_changes, search};

/// The register of one city. Clones are the same register.
#[derive(Clone)]
pub struct Register {
    store: Store,
    clock: Clock,
    session_clock: Clock,
    offices: Arc<Offices>,
    passwords: Passwords,
    together: Option<Together>,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Register")
            .field("clock", &self.clock)
            .finish_non_exhaustive()
    }
}

/// The register cannot be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database cannot be opened or brought up to date.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Passwords cannot be hashed with the parameters of this version.
    #[error(transparent)]
    Hashing(#[from] HashingFailed),
    /// What everybody may see cannot be read.
    #[error("what everybody may see cannot be read: {0}")]
    Public(#[source] Box<Refusal>),
}

impl Register {
    /// Opens `sqlite:PATH` (created if absent) or `postgres://…` and brings its tables up to
    /// date. Sessions run by the system's clock, whatever `clock` shows.
    pub async fn open(url: &str, clock: Clock) -> Result<Self, OpenError> {
        Self::open_with_session_clock(url, clock, Clock::system()).await
    }

    /// Opens a register that was created before and brings its tables up to date;
    /// [`StoreError::NoRegister`] where there is none, and nothing is left behind.
    pub async fn open_existing(url: &str, clock: Clock) -> Result<Self, OpenError> {
        Self::of(Store::connect_existing(url).await?, clock, Clock::system()).await
    }

    /// As [`Register::open`] with a clock for sessions, so that tests need not wait for their ends.
    pub async fn open_with_session_clock(
        url: &str,
        clock: Clock,
        session_clock: Clock,
    ) -> Result<Self, OpenError> {
        Self::of(Store::connect(url).await?, clock, session_clock).await
    }

    async fn of(store: Store, clock: Clock, session_clock: Clock) -> Result<Self, OpenError> {
        store.migrate().await?;
        search::keep_up(&store).await?;
        let register = Self {
            store,
            clock,
            session_clock,
            offices: Arc::new(Offices::kajaani()),
            passwords: Passwords::new()?,
            together: None,
        };
        let noted = public_changes::keep_up(&register).await;
        noted.map_err(|refusal| OpenError::Public(Box::new(refusal)))?;
        Ok(register)
    }

    /// The clock of decisions and pages.
    pub const fn clock(&self) -> &Clock {
        &self.clock
    }

    /// The offices that receive claims, with their hours.
    pub fn offices(&self) -> &Offices {
        &self.offices
    }

    /// The number of the last change that is numbered.
    pub async fn data_version(&self) -> Result<i64, StoreError> {
        self.store.data_version().await
    }

    /// The sequence of the last event. Everything that changes what a page shows has one, so that a
    /// page made after it, in the same minute, is still right.
    pub async fn last_event(&self) -> Result<i64, Refusal> {
        Ok(self.store.last_event().await?)
    }

    /// Closes every connection, after the transactions under way.
    pub async fn close(&self) {
        self.store.close().await;
    }

    /// Gives an empty database its city; `false` where the register was created before.
    pub async fn create(&self, actor: &Actor, city: &City, example: bool) -> Result<bool, Refusal> {
        let form = Form {
            name: "create",
            key: None,
        };
        let mut change = match self.begin(actor, UseCase::ManageUsers, form).await? {
            Begun::Now(change) => change,
            Begun::Before(_) => return Ok(false),
        };
        if change.tx().register().await?.is_some() {
            return Ok(false);
        }
        let created = store::Register {
            city: city.clone(),
            example,
            created_at: change.at(),
        };
        change.tx().create_register(&created).await?;
        change
            .finish(Event::RegisterCreated, &Subject::Register, city)
            .await?;
        Ok(true)
    }

    /// The city whose register this is; [`Refusal::NotFound`] before it was created.
    pub async fn city(&self) -> Result<City, Refusal> {
        let stored = self.read().await?.register().await?;
        Ok(stored.ok_or(Refusal::NotFound)?.city)
    }

    pub(crate) const fn store(&self) -> &Store {
        &self.store
    }

    pub(crate) const fn session_clock(&self) -> &Clock {
        &self.session_clock
    }

    pub(crate) const fn passwords(&self) -> &Passwords {
        &self.passwords
    }

    pub(crate) const fn together(&self) -> Option<&Together> {
        self.together.as_ref()
    }

    /// The same register with one transaction for all that follows, until it is
    /// [committed](Together::commit).
    pub(crate) async fn in_one_transaction(&self) -> Result<(Self, Together), StoreError> {
        let together = Together::new(self.store.write().await?);
        let register = Self {
            together: Some(together.clone()),
            ..self.clone()
        };
        Ok((register, together))
    }

    /// A snapshot to read from.
    pub(crate) async fn read(&self) -> Result<Tx, StoreError> {
        self.store.read().await
    }
}
