//! Slow clients on real sockets, with short limits.

use std::io::{ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::thread::sleep;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Bytes;
use axum::routing::{get, post};
use socket2::{Domain, Socket, Type};
use tokio::net::TcpListener;

use super::{Limits, serve};
use crate::stop::Stop;

/// The limit of patience here, and a wait that is surely longer.
const LIMIT: Duration = Duration::from_secs(1);
const LONG: Duration = Duration::from_millis(2500);
/// Much more than kernels keep for a client.
const LARGE: usize = 24 * 1024 * 1024;

/// A server of its own, which ends with the test.
struct Served {
    address: SocketAddr,
    _runtime: tokio::runtime::Runtime,
}

impl Served {
    fn start(limits: Limits) -> Self {
        let router = Router::new()
            .route("/small", get(|| async { "small" }))
            .route("/large", get(|| async { vec![b'x'; LARGE] }))
            .route(
                "/thoughtful",
                get(|| async {
                    tokio::time::sleep(LONG).await;
                    "at last"
                }),
            )
            .route(
                "/length",
                post(|body: Bytes| async move { body.len().to_string() }),
            );
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let address = runtime.block_on(async {
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            let stop = Stop::watch().unwrap();
            tokio::spawn(serve(listener, router, limits, stop));
            address
        });
        Self {
            address,
            _runtime: runtime,
        }
    }

    /// A client whose kernel takes little that it does not read.
    fn client(&self) -> TcpStream {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        socket.set_recv_buffer_size(64 * 1024).unwrap();
        socket.connect(&self.address.into()).unwrap();
        let stream = TcpStream::from(socket);
        stream.set_read_timeout(Some(LONG * 4)).unwrap();
        stream
    }

    fn asking(&self, request: &str) -> TcpStream {
        let mut stream = self.client();
        stream.write_all(request.as_bytes()).unwrap();
        stream
    }
}

fn limits() -> Limits {
    Limits {
        header: LIMIT,
        still: LIMIT,
        ..Limits::default()
    }
}

/// Everything that still comes until the other side closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::ConnectionReset => {}
        Err(error) => unreachable!("it stays open: {error}"),
    }
    String::from_utf8(bytes).unwrap()
}

#[test]
fn a_header_that_is_never_complete_is_not_waited_for() {
    let served = Served::start(limits());
    let mut stream = served.asking("GET /small HTTP/1.1\r\nHost: a\r\n");
    // A byte now and then does not help: the whole header has one limit.
    let began = Instant::now();
    while stream.write_all(b"x").is_ok() {
        assert!(began.elapsed() < LONG * 2, "it is still read");
        sleep(LIMIT / 4);
    }
    assert!(began.elapsed() >= LIMIT / 2);
}

#[test]
fn a_silent_connection_is_closed_before_and_after_a_request() {
    let served = Served::start(limits());
    let began = Instant::now();
    let silent = rest(&mut served.client());
    assert_eq!(silent, "");
    assert!(began.elapsed() < LONG * 2);
    let mut stream = served.asking("GET /small HTTP/1.1\r\nHost: a\r\n\r\n");
    assert!(rest(&mut stream).ends_with("small"));
}

#[test]
fn a_body_that_stops_is_not_waited_for_and_a_slow_one_is() {
    let served = Served::start(limits());
    let head = "POST /length HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 8\r\n\r\n";
    let began = Instant::now();
    let mut stopped = served.asking(&format!("{head}1234"));
    assert!(!rest(&mut stopped).starts_with("HTTP/1.1 200"));
    assert!(began.elapsed() < LONG * 2);
    let mut slow = served.asking(head);
    for byte in b"12345678" {
        sleep(LIMIT / 3);
        slow.write_all(&[*byte]).unwrap();
    }
    assert!(rest(&mut slow).ends_with("\r\n\r\n8"));
}

#[test]
fn an_answer_that_takes_long_to_make_is_no_fault_of_the_client() {
    let served = Served::start(limits());
    let mut stream = served.asking("GET /thoughtful HTTP/1.1\r\nHost: a\r\n\r\n");
    assert!(rest(&mut stream).ends_with("at last"));
    let request = "POST /length HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n1";
    assert!(rest(&mut served.asking(request)).ends_with("\r\n\r\n1"));
}

#[test]
fn a_download_that_nobody_takes_is_ended() {
    let served = Served::start(limits());
    let mut stream = served.asking("GET /large HTTP/1.1\r\nHost: a\r\n\r\n");
    sleep(LONG);
    assert!(rest(&mut stream).len() < LARGE);
}

#[test]
fn a_slow_download_that_moves_is_not_ended() {
    let served = Served::start(limits());
    let request = "GET /large HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    let mut stream = served.asking(request);
    let mut part = vec![0; 48 * 1024];
    let (began, mut taken) = (Instant::now(), 0);
    while began.elapsed() < LIMIT * 6 {
        taken += stream.read(&mut part).unwrap();
        sleep(LIMIT / 5);
    }
    assert!(taken < LARGE / 4, "it was not slow: {taken}");
    taken += rest(&mut stream).len();
    assert!(taken > LARGE, "{taken} bytes came");
}

#[test]
fn further_connections_wait_for_a_place() {
    let served = Served::start(Limits {
        connections: 1,
        ..limits()
    });
    let holding = served.client();
    sleep(LIMIT / 10);
    let mut waiting = served.asking("GET /small HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    waiting.set_read_timeout(Some(LIMIT / 4)).unwrap();
    let kind = waiting.read(&mut [0]).unwrap_err().kind();
    assert_eq!(kind, ErrorKind::WouldBlock);
    drop(holding);
    waiting.set_read_timeout(Some(LONG)).unwrap();
    assert!(rest(&mut waiting).ends_with("small"));
}
