//! A mail server of a test: it speaks SMTP on a loopback port, and behaves as it is told.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use register::mail::{Encryption, Mailer, PATIENCE, Smtp};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How a mail server behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Manner {
    Accepts,
    /// Answers the recipient so.
    AnswersRecipient(&'static str),
    /// Answers the message so, after taking all of it.
    AnswersMessage(&'static str),
    /// Takes the connection and says nothing.
    SaysNothing,
    /// Takes the message and says nothing.
    HangsAfterMessage,
    /// Takes the message and closes the connection.
    ClosesAfterMessage,
    /// Accepts the message and then says nothing more.
    HangsAtQuit,
}

#[derive(Debug, Default)]
struct Seen {
    connections: usize,
    messages: Vec<String>,
}

/// The mail server.
#[derive(Clone, Debug)]
pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    seen: Arc<Mutex<Seen>>,
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Sink {
    pub(crate) async fn start(manner: Manner) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a loopback port is free");
        let sink = Self {
            address: listener.local_addr().expect("it is bound"),
            manner: Arc::new(Mutex::new(manner)),
            seen: Arc::default(),
        };
        let server = sink.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let server = server.clone();
                tokio::spawn(async move { server.converse(stream).await });
            }
        });
        sink
    }

    /// One at a port on which nobody listens any more.
    pub(crate) async fn gone() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await;
        let listener = listener.expect("a loopback port is free");
        Self {
            address: listener.local_addr().expect("it was bound"),
            manner: Arc::new(Mutex::new(Manner::SaysNothing)),
            seen: Arc::default(),
        }
    }

    pub(crate) fn becomes(&self, manner: Manner) {
        *locked(&self.manner) = manner;
    }

    /// How often somebody connected.
    pub(crate) fn connections(&self) -> usize {
        locked(&self.seen).connections
    }

    /// Every message that came whole, as it came; also those that were not answered.
    pub(crate) fn messages(&self) -> Vec<String> {
        locked(&self.seen).messages.clone()
    }

    /// The Message-IDs of the messages.
    pub(crate) fn message_ids(&self) -> Vec<String> {
        let messages = self.messages();
        let ids = messages.iter().map(|message| header(message, "Message-ID"));
        ids.collect()
    }

    /// What sends mail to it.
    pub(crate) fn mailer(&self) -> Mailer {
        self.mailer_with(PATIENCE, Encryption::None)
    }

    pub(crate) fn mailer_with(&self, patience: Duration, encryption: Encryption) -> Mailer {
        let smtp = Smtp {
            host: self.address.ip().to_string(),
            port: self.address.port(),
            encryption,
            sign_in: None,
            from: "Hankerekisteri <rekisteri@example.test>".to_owned(),
            patience,
        };
        Mailer::new(smtp, "https://hankkeet.example.test").expect("the settings are good")
    }

    async fn converse(self, stream: TcpStream) -> Option<()> {
        locked(&self.seen).connections += 1;
        let manner = *locked(&self.manner);
        let (reader, mut writer) = stream.into_split();
        let mut lines = BufReader::new(reader).lines();
        if manner == Manner::SaysNothing {
            std::future::pending::<()>().await;
        }
        writer.write_all(b"220 sink\r\n").await.ok()?;
        while let Some(line) = lines.next_line().await.ok()? {
            let verb = line.get(..4).unwrap_or(&line).to_ascii_uppercase();
            let answer = match (verb.as_str(), manner) {
                ("RCPT", Manner::AnswersRecipient(answer)) => answer,
                ("QUIT", Manner::HangsAtQuit) => std::future::pending().await,
                ("QUIT", _) => "221 bye",
                ("DATA", _) => {
                    writer.write_all(b"354 go on\r\n").await.ok()?;
                    let mut message = String::new();
                    loop {
                        match lines.next_line().await.ok()?? {
                            line if line == "." => break,
                            line => message = message + &line + "\n",
                        }
                    }
                    locked(&self.seen).messages.push(message);
                    match manner {
                        Manner::AnswersMessage(answer) => answer,
                        Manner::HangsAfterMessage => std::future::pending().await,
                        Manner::ClosesAfterMessage => return None,
                        _ => "250 accepted",
                    }
                }
                _ => "250 fine",
            };
            writer
                .write_all(format!("{answer}\r\n").as_bytes())
                .await
                .ok()?;
        }
        Some(())
    }
}

/// The value of a header of a message.
pub(crate) fn header(message: &str, name: &str) -> String {
    let named = format!("{name}: ");
    let line = message.lines().find_map(|line| line.strip_prefix(&named));
    line.unwrap_or_default().trim().to_owned()
}

/// The text of a message whose lines were folded for the way.
pub(crate) fn unfolded(message: &str) -> String {
    message.replace("=\n", "").replace("=3D", "=")
}
