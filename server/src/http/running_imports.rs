//! Imports that are being recorded: how far each is, and how it ended, until somebody has seen it.
//!
//! Only memory holds them. Where the server stops meanwhile, nothing of the file is recorded, and
//! its report is there to be confirmed again.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::id::ImportFileId;
use register::Refusal;
use tokio::sync::Notify;

/// How long the answer to who confirms waits for the end: most files take less.
const PATIENCE: Duration = Duration::from_secs(1);

/// The imports that are being recorded, by their files.
#[derive(Clone, Default)]
pub(super) struct RunningImports(Arc<Mutex<HashMap<ImportFileId, Arc<Run>>>>);

/// One of them.
#[derive(Default)]
pub(super) struct Run {
    saved: AtomicUsize,
    all: AtomicUsize,
    /// The address of what it changed.
    after: String,
    ended: Mutex<Option<Result<(), Refusal>>>,
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
    /// Says that so many rows of so many are recorded.
    pub(super) fn at(&self, saved: usize, all: usize) {
        self.all.store(all, Ordering::Relaxed);
        self.saved.store(saved, Ordering::Relaxed);
    }
}

impl RunningImports {
    /// Begins to record a file, unless that was begun, and waits a moment for the end.
    pub(super) async fn record<F>(
        &self,
        id: ImportFileId,
        after: String,
        record: impl FnOnce(Arc<Run>) -> F,
    ) where
        F: Future<Output = Result<(), Refusal>> + Send + 'static,
    {
        let run = Arc::new(Run {
            after,
            ..Run::default()
        });
        match self.runs().entry(id) {
            Entry::Occupied(_) => return,
            Entry::Vacant(free) => free.insert(Arc::clone(&run)),
        };
        let recorded = record(Arc::clone(&run));
        let ending = Arc::clone(&run);
        tokio::spawn(async move {
            let ended = recorded.await;
            *lock(&ending.ended) = Some(ended);
            ending.end.notify_one();
        });
        // Who has no more patience sees how far it is instead.
        let _out_of_patience = tokio::time::timeout(PATIENCE, run.end.notified()).await;
    }

    /// How far an import is; its end is told once. `None` where nothing is being recorded.
    pub(super) fn stage(&self, id: ImportFileId) -> Option<Stage> {
        let mut runs = self.runs();
        let run = Arc::clone(runs.get(&id)?);
        let ended = lock(&run.ended).take();
        let Some(ended) = ended else {
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

    fn id(number: u128) -> ImportFileId {
        uuid::Uuid::from_u128(number).into()
    }

    #[tokio::test]
    async fn an_import_that_takes_long_says_how_far_it_is_and_its_end_once() {
        let imports = RunningImports::default();
        let (go_on, waits) = oneshot::channel::<()>();
        let record = |run: Arc<Run>| async move {
            run.at(3, 10);
            let _went_on = waits.await;
            Ok(())
        };
        imports.record(id(1), "/x".to_owned(), record).await;
        let stage = imports.stage(id(1));
        assert!(matches!(stage, Some(Stage::Running(3, 10))));
        // Who confirms again meanwhile records nothing twice.
        let twice = |_| async { Err(Refusal::Forbidden) };
        imports.record(id(1), "/y".to_owned(), twice).await;
        assert!(matches!(imports.stage(id(1)), Some(Stage::Running(3, 10))));
        assert!(imports.stage(id(2)).is_none(), "another file");

        assert!(go_on.send(()).is_ok());
        let recorded = loop {
            match imports.stage(id(1)) {
                Some(Stage::Running(..)) => tokio::task::yield_now().await,
                ended => break ended,
            }
        };
        assert!(matches!(recorded, Some(Stage::Recorded(after)) if after == "/x"));
        assert!(imports.stage(id(1)).is_none(), "its end is told once");
    }

    #[tokio::test]
    async fn an_import_that_is_quick_has_ended_when_its_answer_is_given() {
        let imports = RunningImports::default();
        let refused = |_| async { Err(Refusal::Stale) };
        imports.record(id(1), String::new(), refused).await;
        let stage = imports.stage(id(1));
        assert!(matches!(stage, Some(Stage::Refused(Refusal::Stale))));
        let recorded = |_| async { Ok(()) };
        imports.record(id(1), String::new(), recorded).await;
        assert!(matches!(imports.stage(id(1)), Some(Stage::Recorded(_))));
    }
}
