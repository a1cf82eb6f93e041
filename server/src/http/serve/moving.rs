//! Ends a connection on which nothing moves though it is the client's turn.
//!
//! It is the client's turn while the rest of a request is awaited, and while an answer waits to be
//! taken. It is the server's turn from the whole request to the end of its answer: how long the
//! answer is in the making is not the client's fault.

use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use hyper::body::{Frame, Incoming, SizeHint};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep};

/// A stream that fails with [`io::ErrorKind::TimedOut`] where no byte moves for too long.
pub(super) struct Moving<S> {
    stream: S,
    turn: Turn,
    reading: Patience,
    writing: Patience,
}

impl<S> Moving<S> {
    /// Watches a stream, with the limit of its patience and whose turn it is.
    pub(super) fn new(stream: S, limit: Duration, turn: Turn) -> Self {
        Self {
            stream,
            turn,
            reading: Patience::new(limit),
            writing: Patience::new(limit),
        }
    }

    /// What the client took of an answer. An answer is often made long before it is taken, so that
    /// the next request is awaited already; a client that takes bytes is not still.
    fn taken(
        &mut self,
        written: Poll<io::Result<usize>>,
        context: &mut Context<'_>,
    ) -> Poll<io::Result<usize>> {
        if written.is_ready() {
            self.reading.renew();
            self.writing.renew();
            return written;
        }
        Poll::Ready(Err(ready!(self.writing.poll_end(context))))
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Moving<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let read = Pin::new(&mut this.stream).poll_read(context, buffer);
        // While an answer is made, reading only finds out whether the client is still there.
        if read.is_ready() || this.turn.is_ours() {
            this.reading.renew();
            return read;
        }
        Poll::Ready(Err(ready!(this.reading.poll_end(context))))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Moving<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        let written = Pin::new(&mut this.stream).poll_write(context, bytes);
        this.taken(written, context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        parts: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let this = &mut *self;
        let written = Pin::new(&mut this.stream).poll_write_vectored(context, parts);
        this.taken(written, context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

/// How long something may still be waited for.
struct Patience {
    limit: Duration,
    /// Made once and moved on, since most waits are short.
    end: Pin<Box<Sleep>>,
    is_waiting: bool,
}

impl Patience {
    fn new(limit: Duration) -> Self {
        Self {
            limit,
            end: Box::pin(tokio::time::sleep(limit)),
            is_waiting: false,
        }
    }

    /// The next wait is a new one.
    const fn renew(&mut self) {
        self.is_waiting = false;
    }

    /// The error that ends the wait, once it was too long.
    fn poll_end(&mut self, context: &mut Context<'_>) -> Poll<io::Error> {
        if !self.is_waiting {
            self.end.as_mut().reset(Instant::now() + self.limit);
            self.is_waiting = true;
        }
        ready!(self.end.as_mut().poll(context));
        Poll::Ready(io::Error::new(io::ErrorKind::TimedOut, "no byte moved"))
    }
}

/// Whose turn it is on a connection; the client's, to begin with.
#[derive(Clone, Default)]
pub(super) struct Turn(Arc<AtomicBool>);

impl Turn {
    fn is_ours(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }

    fn pass(&self, to_us: bool) {
        self.0.store(to_us, Ordering::Relaxed);
    }
}

/// The body of a request. When it is there, or nobody wants it any more, it is the server's turn.
pub(super) struct Asked {
    body: Incoming,
    turn: Turn,
}

impl Asked {
    /// The body of a request that came on a connection.
    pub(super) fn new(body: Incoming, turn: Turn) -> Self {
        turn.pass(body.is_end_stream());
        Self { body, turn }
    }
}

impl HttpBody for Asked {
    type Data = <Incoming as HttpBody>::Data;
    type Error = <Incoming as HttpBody>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        let frame = ready!(Pin::new(&mut self.body).poll_frame(context));
        if frame.is_none() || self.body.is_end_stream() {
            self.turn.pass(true);
        }
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.turn.pass(true);
    }
}

/// The body of an answer. When it is made it is the client's turn again.
pub(super) struct Answered {
    body: Body,
    turn: Turn,
}

impl Answered {
    /// The body of an answer that goes out on a connection.
    pub(super) const fn new(body: Body, turn: Turn) -> Self {
        Self { body, turn }
    }
}

impl HttpBody for Answered {
    type Data = <Body as HttpBody>::Data;
    type Error = <Body as HttpBody>::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Answered {
    fn drop(&mut self) {
        self.turn.pass(false);
    }
}
