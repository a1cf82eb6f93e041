//! Answers kept as they were sent, and sent again while neither data nor time can have changed them.
//!
//! A public page is a function of what the register holds and of the minute: whatever time alone
//! changes (the end of a period, a day of publication, a new name) changes at a whole minute. So an
//! answer is kept with the register's last event and the minute, both taken before it was made, and
//! goes out only while both are the same.
//!
//! The last event is asked for at most every [`SEEN_WITHIN`], and after each request that may have
//! changed something, so that who saved never reads the page of before.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use quick_cache::Weighter;
use quick_cache::sync::Cache;
use register::{Refusal, Register};

use super::encoding::Encoding;
use super::etag::Streamed;
use super::state::Site;

/// How soon what another process wrote is seen: well within the 200 ms that are promised.
pub(crate) const SEEN_WITHIN: Duration = Duration::from_millis(100);

/// What is kept of one answer beside its body, about: headers and places in the cache.
const HEADERS: usize = 1_024;
/// A longer answer is not kept: it would stand in the place of many pages.
const LONGEST: usize = 1024 * 1024;
/// About how long a page is, which only says how many places there are to begin with.
const USUAL: usize = 8 * 1024;

/// The mark of an answer that may be kept.
#[derive(Clone, Copy)]
struct MayBeKept;

/// An answer's encoding and the address it is for.
type Key = (Encoding, Box<str>);

/// What an answer was made of: the register's last event and the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Moment {
    event: i64,
    minute: i64,
}

struct Kept {
    made: Moment,
    headers: HeaderMap,
    body: Bytes,
}

#[derive(Clone)]
struct Weight;

impl Weighter<Key, Arc<Kept>> for Weight {
    fn weight(&self, (_, address): &Key, kept: &Arc<Kept>) -> u64 {
        u64::try_from(address.len() + kept.body.len() + HEADERS).unwrap_or(u64::MAX)
    }
}

/// The kept answers of a process, bounded by their size.
pub(super) struct PageCache {
    kept: Cache<Key, Arc<Kept>, Weight>,
    seen: Mutex<Option<(i64, Instant)>>,
    seen_within: Duration,
}

impl PageCache {
    /// A cache of so many MiB, which asks for the last event when the answer is older than
    /// `seen_within`; `None` for a size of 0.
    pub(super) fn new(mebibytes: u32, seen_within: Duration) -> Option<Self> {
        let bytes = u64::from(mebibytes) * 1024 * 1024;
        let places = usize::try_from(bytes).unwrap_or(usize::MAX) / USUAL;
        (bytes > 0).then(|| Self {
            kept: Cache::with_weighter(places, bytes, Weight),
            seen: Mutex::new(None),
            seen_within,
        })
    }

    /// What an answer that is made from here on is made of.
    async fn moment(&self, register: &Register) -> Result<Moment, Refusal> {
        let seen = *self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let event = match seen {
            Some((event, asked)) if asked.elapsed() < self.seen_within => event,
            _ => self.look(register).await?,
        };
        let now = register.clock().now().unix_timestamp();
        Ok(Moment {
            event,
            minute: now.div_euclid(60),
        })
    }

    /// Asks for the last event. Who asked earlier and heard later does not bring an older one back.
    async fn look(&self, register: &Register) -> Result<i64, Refusal> {
        let asked = Instant::now();
        let event = register.last_event().await?;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        if seen.is_none_or(|(known, _)| known <= event) {
            *seen = Some((event, asked));
        }
        Ok(event)
    }

    fn get(&self, key: &Key, moment: Moment) -> Option<Response> {
        let kept = self.kept.get(key)?;
        if kept.made != moment {
            return None;
        }
        let mut response = Body::from(kept.body.clone()).into_response();
        *response.headers_mut() = kept.headers.clone();
        Some(response)
    }

    /// Keeps an answer that may be kept, and gives it back.
    async fn keep(&self, key: Key, made: Moment, response: Response) -> Response {
        if !may_be_kept(&response) {
            return response;
        }
        let (parts, body) = response.into_parts();
        // Handlers answer from memory, so the body is complete and cannot fail.
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        };
        if body.len() <= LONGEST {
            let kept = Kept {
                made,
                headers: parts.headers.clone(),
                body: body.clone(),
            };
            self.kept.insert(key, Arc::new(kept));
        }
        Response::from_parts(parts, Body::from(body))
    }
}

fn may_be_kept(response: &Response) -> bool {
    let extensions = response.extensions();
    let headers = response.headers();
    let forbidden = headers
        .get(header::CACHE_CONTROL)
        .is_some_and(|control| control.as_bytes() == b"no-store");
    response.status() == StatusCode::OK
        && extensions.get::<MayBeKept>().is_some()
        && extensions.get::<Streamed>().is_none()
        && headers.contains_key(header::ETAG)
        && !headers.contains_key(header::SET_COOKIE)
        && !forbidden
}

/// Marks what a route answers as what may be kept. Stands around the route's handler.
pub(super) async fn mark(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.extensions_mut().insert(MayBeKept);
    response
}

/// Answers from the cache, or keeps what is answered. Stands around everything but conditions.
pub(super) async fn serve(State(site): State<Site>, request: Request, next: Next) -> Response {
    let Some(cache) = site.pages.as_deref() else {
        return next.run(request).await;
    };
    let register = &site.register;
    if *request.method() != Method::GET {
        let response = next.run(request).await;
        // Where the database does not answer, nothing kept is sent either.
        let _ = cache.look(register).await;
        return response;
    }
    let Ok(moment) = cache.moment(register).await else {
        return next.run(request).await;
    };
    let encoding = Encoding::taken(request.headers());
    let address = request
        .uri()
        .path_and_query()
        .map_or("/", PathAndQuery::as_str);
    let key = (encoding, address.into());
    if let Some(response) = cache.get(&key, moment) {
        return response;
    }
    let mut request = request;
    // What is made is what is looked for the next time.
    match encoding.name() {
        Some(name) => request.headers_mut().insert(header::ACCEPT_ENCODING, name),
        None => request.headers_mut().remove(header::ACCEPT_ENCODING),
    };
    let response = next.run(request).await;
    cache.keep(key, moment, response).await
}

#[cfg(test)]
mod tests;
