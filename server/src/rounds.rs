//! What the server does without being asked: once a minute, whatever is due.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use register::mail::Mailer;
use register::{Register, jobs};

use crate::stop::Stop;

/// The time between two rounds.
const PAUSE: Duration = Duration::from_mins(1);

/// Does what is due until told to stop. A job that has begun is finished first: a mail that is
/// being sent takes at most as long as a mail server is waited for.
pub(crate) async fn run(register: Register, mailer: Option<Mailer>, mut stop: Stop) {
    let stopping = AtomicBool::new(false);
    while !stopping.load(Ordering::Relaxed) {
        let goes_on = || !stopping.load(Ordering::Relaxed);
        let mut round = std::pin::pin!(jobs::run_due(&register, mailer.as_ref(), goes_on));
        let done = loop {
            tokio::select! {
                done = &mut round => break done,
                () = stop.told() => stopping.store(true, Ordering::Relaxed),
            }
        };
        if let Err(error) = done {
            tracing::error!("what is due could not be done; it is tried again: {error}");
        }
        if !stopping.load(Ordering::Relaxed) {
            tokio::select! {
                () = tokio::time::sleep(PAUSE) => {}
                () = stop.told() => stopping.store(true, Ordering::Relaxed),
            }
        }
    }
}
