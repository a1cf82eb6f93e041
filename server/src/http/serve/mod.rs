//! Accepts connections, with limits on slow and many ones, and stops without dropping requests.

mod moving;

use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use self::moving::{Answered, Asked, Moving, Turn};
use super::client::Peer;
use crate::stop::Stop;

/// How much of an answer waits in the kernel for a client that does not take it. The kernel asks for
/// more whenever half of it is gone, so that a slow client is seen to move.
#[cfg(target_os = "linux")]
const UNSENT: u32 = 32 * 1024;

/// What slow and many clients may do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Limits {
    /// How long a client may take to send the headers of a request, and to begin with the next one.
    header: Duration,
    /// How long no byte may move where it is the client's turn.
    still: Duration,
    /// How many connections are open at once; further ones wait to be accepted.
    connections: usize,
    /// How long running requests may take after the signal to stop.
    stop: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            header: Duration::from_secs(15),
            still: Duration::from_secs(15),
            connections: 1024,
            stop: Duration::from_secs(10),
        }
    }
}

/// Serves until told to stop, then finishes running requests.
pub(crate) async fn serve(listener: TcpListener, router: Router, limits: Limits, mut stop: Stop) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(limits.header);
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let accept = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            accepted = accept => accepted,
            () = stop.told() => break,
        };
        let (stream, peer) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                tracing::warn!("a connection could not be accepted: {error}");
                // Out of file handles, most likely: let some be given back.
                tokio::time::sleep(Duration::from_millis(50)).await;
                continue;
            }
        };
        ask_early(&stream);
        let turn = Turn::default();
        let stream = Moving::new(stream, limits.still, turn.clone());
        let service = service_fn(answers(router.clone(), turn, Peer(peer.ip())));
        let connection = graceful.watch(http.serve_connection(TokioIo::new(stream), service));
        tokio::spawn(async move {
            if let Err(error) = connection.await {
                tracing::debug!("a connection ended early: {error}");
            }
            drop(place);
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.stop, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!(
            "some requests were still running after {} seconds",
            limits.stop.as_secs()
        );
    }
}

/// An answer in the making.
type Answer = Pin<Box<dyn Future<Output = Result<Response<Answered>, Infallible>> + Send>>;

/// The requests of one connection, answered by the router; their bodies say whose turn it is.
fn answers(router: Router, turn: Turn, peer: Peer) -> impl Fn(Request<Incoming>) -> Answer {
    let service = TowerToHyperService::new(router);
    move |mut request| {
        let turn = turn.clone();
        request.extensions_mut().insert(peer);
        let answer = service.call(request.map(|body| Asked::new(body, turn.clone())));
        Box::pin(async move {
            let response = answer.await?;
            Ok(response.map(|body| Answered::new(body, turn)))
        })
    }
}

/// Lets the kernel ask for more bytes while few are unsent. By itself it would first take megabytes,
/// and a slow client would seem to stand still until a third of them were gone.
#[cfg_attr(not(target_os = "linux"), expect(unused_variables))]
fn ask_early(stream: &TcpStream) {
    #[cfg(target_os = "linux")]
    if let Err(error) = socket2::SockRef::from(stream).set_tcp_notsent_lowat(UNSENT) {
        tracing::debug!("a connection keeps its own measure of unsent bytes: {error}");
    }
}

#[cfg(test)]
mod tests;
