//! `serve`: where it listens, and how it stops.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::binary::Place;

/// A server under way, killed where a test ends before it.
struct Serving {
    child: Child,
    messages: BufReader<std::process::ChildStderr>,
    url: String,
}

impl Serving {
    fn start(place: &Place, listen: &str) -> Self {
        let mut child = place
            .command(&["serve", "--listen", listen])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary starts");
        let mut messages = BufReader::new(child.stderr.take().expect("a pipe"));
        let said = messages.by_ref().lines().map_while(Result::ok);
        let mut addresses = said.filter_map(|line| Some(line.split_once("serving ")?.1.to_owned()));
        let url = addresses.next().expect("it says where it serves");
        drop(addresses);
        Self {
            child,
            messages,
            url,
        }
    }

    fn connect(&self) -> TcpStream {
        let (_, port) = self.url.rsplit_once(':').expect("a port");
        let port = port.parse().expect("a port");
        let stream = TcpStream::connect(SocketAddr::from(([127, 0, 0, 1], port)));
        let stream = stream.expect("it listens");
        let limit = Some(Duration::from_secs(20));
        stream.set_read_timeout(limit).expect("a limit");
        stream
    }

    fn stop(&self) {
        let pid = self.child.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(sent.expect("a signal is sent").success());
    }

    /// How it ended, with what it said and printed meanwhile.
    fn ended(mut self) -> (ExitStatus, String, String) {
        let began = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().expect("it is a child") {
                break status;
            }
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "it does not stop"
            );
            std::thread::sleep(Duration::from_millis(20));
        };
        let (mut messages, mut out) = (String::new(), String::new());
        let read = self.messages.read_to_string(&mut messages);
        read.expect("its messages are text");
        if let Some(mut stdout) = self.child.stdout.take() {
            stdout.read_to_string(&mut out).expect("its result is text");
        }
        (status, messages, out)
    }
}

impl Drop for Serving {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn answer(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer
}

#[test]
fn a_register_is_made_and_served_until_it_is_told_to_stop() {
    let place = Place::new();
    let serving = Serving::start(&place, "127.0.0.1:0");
    assert!(
        serving.url.starts_with("http://127.0.0.1:"),
        "{}",
        serving.url
    );
    let mut stream = serving.connect();
    let request = "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).expect("it is sent");
    let answer = answer(stream);
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    serving.stop();
    let (status, messages, out) = serving.ended();
    assert_eq!(status.code(), Some(0), "{messages}");
    assert_eq!(out, "");
    place.run(&["verify"]).done();
}

#[test]
fn a_request_under_way_is_answered_before_it_stops() {
    let place = Place::new();
    let serving = Serving::start(&place, "127.0.0.1:0");
    let mut stream = serving.connect();
    // The head of a form is there, its body is on the way.
    let body = "email=a%40b.fi&password=x";
    let head = format!(
        "POST /kirjaudu HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    let (first, rest) = body.split_at(5);
    stream.write_all(head.as_bytes()).expect("it is sent");
    stream.write_all(first.as_bytes()).expect("it is sent");
    std::thread::sleep(Duration::from_millis(300));
    serving.stop();
    std::thread::sleep(Duration::from_millis(300));
    stream.write_all(rest.as_bytes()).expect("it is still read");
    let answer = answer(stream);
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
    let (status, messages, _) = serving.ended();
    assert_eq!(status.code(), Some(0), "{messages}");
}

#[test]
fn an_address_that_stands_for_all_is_named_as_one_that_can_be_opened() {
    let place = Place::new();
    let serving = Serving::start(&place, "0.0.0.0:0");
    assert!(
        serving.url.starts_with("http://localhost:"),
        "{}",
        serving.url
    );
    drop(serving.connect());
    serving.stop();
    assert_eq!(serving.ended().0.code(), Some(0));
}

#[test]
fn an_address_that_is_taken_is_refused() {
    let place = Place::new();
    let serving = Serving::start(&place, "127.0.0.1:0");
    let taken = serving.url.trim_start_matches("http://");
    let other = Place::new();
    other
        .run(&["serve", "--listen", taken])
        .refused("cannot listen on");
}
