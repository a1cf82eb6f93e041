//! Imports that are being recorded: how far each is, and how it ended, for the official who
//! confirmed it.
//!
//! Only memory holds them. Where the server stops meanwhile, nothing of the file is recorded, and
//! its report is there to be confirmed again.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use domain::id::{ImportFileId, UserId};
use register::Refusal;
use tokio::sync::Notify;

/// How long the answer to who confirms waits for the end: most files take less.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long an end is kept for who does not come back to see it.
const KEPT: Duration = Duration::from_hours(1);

/// The imports that are being recorded, by their files.
#[derive(Clone, Default)]
pub(super) struct RunningImports(Arc<Mutex<HashMap<ImportFileId, Arc<Run>>>>);

/// One of them.
pub(super) struct Run {
    /// Who confirmed it; nobody else is told of it.
    by: Option<UserId>,
    saved: AtomicUsize,
    all: AtomicUsize,
    /// The address of what it changed.
    after: String,
    ended: Mutex<Option<(Instant, Result<(), Refusal>)>>,
    end: Notify,
}

/// How far an import is.
pub(super) enum Stage {
    /// So many rows of so many are recorded; of none nothing is counted yet.
    Running(usize, usize),
    /// Everything is recorded, which changed what is at this address.
    Recorded(String),
    /// Nothing was recorded.
    Refused(Refusal),
}

impl Run {
    fn new(by: Option<UserId>, after: String) -> Self {
        Self {
            by,
            saved: AtomicUsize::new(0),
            all: AtomicUsize::new(0),
            after,
            ended: Mutex::new(None),
            end: Notify::new(),
        }
    }

    /// Says that so many rows of so many are recorded.
    pub(super) fn at(&self, saved: usize, all: usize) {
        self.all.store(all, Ordering::Relaxed);
        self.saved.store(saved, Ordering::Relaxed);
    }

    fn is_running(&self) -> bool {
        lock(&self.ended).is_none()
    }

    fn is_forgotten_at(&self, now: Instant) -> bool {
        let ended = lock(&self.ended);
        ended.as_ref().is_some_and(|(at, _)| now - *at >= KEPT)
    }
}

impl RunningImports {
    /// Begins to record a file, unless that was begun, and waits a moment for the end.
    pub(super) async fn record<F>(
        &self,
        id: ImportFileId,
        by: Option<UserId>,
        after: String,
        record: impl FnOnce(Arc<Run>) -> F,
    ) where
        F: Future<Output = Result<(), Refusal>> + Send + 'static,
    {
        let run = Arc::new(Run::new(by, after));
        if !self.begin(id, &run) {
            return;
        }
        let recorded = record(Arc::clone(&run));
        let ending = Arc::clone(&run);
        tokio::spawn(async move {
            let ended = recorded.await;
            *lock(&ending.ended) = Some((Instant::now(), ended));
            ending.end.notify_one();
        });
        // Who has no more patience sees how far it is instead.
        let _out_of_patience = tokio::time::timeout(PATIENCE, run.end.notified()).await;
    }

    /// Whether a file can begin to be recorded: not while it is.
    fn begin(&self, id: ImportFileId, run: &Arc<Run>) -> bool {
        self.forget(Instant::now());
        let mut runs = self.runs();
        let is_free = !runs.get(&id).is_some_and(|run| run.is_running());
        if is_free {
            runs.insert(id, Arc::clone(run));
        }
        is_free
    }

    /// How far an import of an official's own is; its end is told once. `None` where nothing of
    /// theirs is being recorded.
    pub(super) fn stage(&self, id: ImportFileId, of: Option<UserId>) -> Option<Stage> {
        let mut runs = self.runs();
        let run = runs.get(&id).filter(|run| run.by == of).map(Arc::clone)?;
        let ended = lock(&run.ended).take();
        let Some((_, ended)) = ended else {
            let (saved, all) = (&run.saved, &run.all);
            let [saved, all] = [saved, all].map(|rows| rows.load(Ordering::Relaxed));
            return Some(Stage::Running(saved, all));
        };
        runs.remove(&id);
        Some(match ended {
            Ok(()) => Stage::Recorded(run.after.clone()),
            Err(refusal) => Stage::Refused(refusal),
        })
    }

    fn forget(&self, now: Instant) {
        self.runs().retain(|_, run| !run.is_forgotten_at(now));
    }

    fn runs(&self) -> MutexGuard<'_, HashMap<ImportFileId, Arc<Run>>> {
        lock(&self.0)
    }
}

/// What is locked is replaced as a whole, so that a panic meanwhile leaves nothing half done.
fn lock<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use tokio::sync::oneshot;

    use super::*;

    fn file() -> ImportFileId {
        uuid::Uuid::from_u128(1).into()
    }

    fn official(number: u128) -> UserId {
        uuid::Uuid::from_u128(number).into()
    }

    #[tokio::test]
    async fn an_import_that_takes_long_tells_who_confirmed_it_how_far_it_is_and_its_end_once() {
        let imports = RunningImports::default();
        let (own, others) = (Some(official(1)), Some(official(2)));
        let (go_on, waits) = oneshot::channel::<()>();
        let record = |run: Arc<Run>| async move {
            run.at(3, 10);
            let _went_on = waits.await;
            Ok(())
        };
        imports.record(file(), own, "/x".to_owned(), record).await;
        let is_running = || matches!(imports.stage(file(), own), Some(Stage::Running(3, 10)));
        assert!(is_running());
        // Who confirms meanwhile records nothing twice and is told nothing.
        for by in [own, others] {
            let twice = |_| async { Err(Refusal::Forbidden) };
            imports.record(file(), by, "/y".to_owned(), twice).await;
            assert!(is_running());
        }
        assert!(imports.stage(file(), others).is_none());

        assert!(go_on.send(()).is_ok());
        let recorded = loop {
            match imports.stage(file(), own) {
                Some(Stage::Running(..)) => tokio::task::yield_now().await,
                ended => break ended,
            }
        };
        assert!(matches!(recorded, Some(Stage::Recorded(after)) if after == "/x"));
        assert!(imports.stage(file(), own).is_none(), "its end is told once");
    }

    #[tokio::test]
    async fn an_import_that_is_quick_has_ended_when_its_answer_is_given() {
        let imports = RunningImports::default();
        let own = Some(official(1));
        let refused = |_| async { Err(Refusal::Stale) };
        imports.record(file(), own, String::new(), refused).await;
        // What ended is in nobody's way, whether its end was told or not.
        for _ in 0..2 {
            imports.record(file(), own, String::new(), refused).await;
        }
        let stage = imports.stage(file(), own);
        assert!(matches!(stage, Some(Stage::Refused(Refusal::Stale))));
        let recorded = |_| async { Ok(()) };
        imports.record(file(), own, String::new(), recorded).await;
        assert!(matches!(
            imports.stage(file(), own),
            Some(Stage::Recorded(_))
        ));
    }

    #[tokio::test]
    async fn an_end_that_nobody_comes_for_is_kept_for_an_hour() {
        let imports = RunningImports::default();
        let recorded = |_| async { Ok(()) };
        imports
            .record(file(), Some(official(1)), String::new(), recorded)
            .await;
        for (later, kept) in [(KEPT / 2, 1), (KEPT * 2, 0)] {
            imports.forget(Instant::now() + later);
            assert_eq!(imports.runs().len(), kept);
        }
    }
}
