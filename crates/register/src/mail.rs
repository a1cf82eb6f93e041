//! Sending one mail by SMTP, and what came of it.
//!
//! The steps are taken one by one, because what a lost connection means depends on the step: until
//! the message is handed over it was certainly not sent, from then on nobody knows.

use std::error::Error as _;
use std::time::{Duration, SystemTime};

use domain::Lang;
use domain::mailing::{Failure, Outcome, Trouble};
use domain::publicity::Personal;
use domain::section::Section;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{AsyncSmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail as From, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use time::OffsetDateTime;
use uuid::Uuid;

/// How long a mail server is waited for, from the connection to its answer.
pub const PATIENCE: Duration = Duration::from_secs(20);
/// How long its answer to the farewell is waited for.
const FAREWELL: Duration = Duration::from_secs(2);
/// How much of a mail server's words is kept.
const REPLY: usize = 300;

/// How the connection to the mail server is encrypted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encryption {
    /// From the first byte.
    Implicit,
    /// By `STARTTLS`, and not without it.
    StartTls,
    /// Not at all: a mail server of the same machine.
    None,
}

/// A mail server, and as whom the register speaks to it.
#[derive(Clone, Debug)]
pub struct Smtp {
    /// Its host name, which its certificate must have.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is encrypted.
    pub encryption: Encryption,
    /// The account and its password, if it wants them.
    pub sign_in: Option<(String, Personal<String>)>,
    /// The sender: an address, or a name with an address in angle brackets.
    pub from: String,
    /// How long it is waited for.
    pub patience: Duration,
}

/// Mail cannot be sent with these settings.
#[derive(Debug, thiserror::Error)]
pub enum CannotMail {
    /// The sender is no address.
    #[error(
        "the sender {0:?} is no e-mail address; write it as in Hankerekisteri <kirjaamo@kunta.example>"
    )]
    From(String),
    /// Encryption cannot be set up.
    #[error("the encryption of mail cannot be set up: {0}")]
    Encryption(String),
}

/// What sends the register's mail.
#[derive(Clone)]
pub struct Mailer {
    smtp: Smtp,
    from: Mailbox,
    tls: Option<TlsParameters>,
    public_url: String,
}

impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer")
            .field("host", &self.smtp.host)
            .field("port", &self.smtp.port)
            .finish_non_exhaustive()
    }
}

/// The Message-ID of the mail of something with an identity: the same however often it is sent.
pub fn message_id(public_url: &str, id: impl Into<Uuid>) -> String {
    let id: Uuid = id.into();
    format!("<{id}@{}>", host(public_url))
}

/// A mail to be sent.
pub(crate) struct Mail {
    pub(crate) id: Uuid,
    pub(crate) to: Personal<String>,
    pub(crate) at: OffsetDateTime,
    pub(crate) subject: String,
    pub(crate) body: String,
    /// Where one request stops all mail of its kind (RFC 8058), of mail that somebody asked for.
    pub(crate) stop_url: Option<String>,
}

/// How far the sending of a mail has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Connecting,
    SigningIn,
    Addressing,
    HandingOver,
}

impl Mailer {
    /// Prepares to send mail; `public_url` is what its links begin with.
    pub fn new(smtp: Smtp, public_url: &str) -> Result<Self, CannotMail> {
        let from: Result<Mailbox, _> = smtp.from.parse();
        let from = from.map_err(|_| CannotMail::From(smtp.from.clone()))?;
        let tls = match smtp.encryption {
            Encryption::None => None,
            Encryption::Implicit | Encryption::StartTls => {
                let tls = TlsParameters::new(smtp.host.clone());
                Some(tls.map_err(|error| CannotMail::Encryption(error.to_string()))?)
            }
        };
        Ok(Self {
            smtp,
            from,
            tls,
            public_url: public_url.to_owned(),
        })
    }

    /// What the links of a mail begin with.
    pub(crate) fn public_url(&self) -> &str {
        &self.public_url
    }

    /// The absolute address of an officials' page.
    pub(crate) fn desk_address(&self, of: &str, id: &dyn std::fmt::Display) -> String {
        format!("{}/tyopoyta/{of}/{id}", self.public_url)
    }

    /// The absolute address of a decision's public page in a language.
    pub(crate) fn public_address(&self, lang: Lang, section: &Section) -> String {
        self.page_address(lang, &format!("/paatokset/{section}"))
    }

    /// The absolute address of a public page in a language; `path` has no language prefix.
    pub(crate) fn page_address(&self, lang: Lang, path: &str) -> String {
        let prefix = match lang {
            Lang::Fi => String::new(),
            Lang::Sv | Lang::En => format!("/{}", lang.code()),
        };
        format!("{}{prefix}{path}", self.public_url)
    }

    /// Sends a mail. Never an error: whatever happens is an outcome.
    pub(crate) async fn send(&self, mail: &Mail) -> Outcome {
        let message = match self.message(mail) {
            Ok(message) => message,
            Err(reply) => {
                return Outcome::Refused(Failure {
                    trouble: Trouble::NotAnAddress,
                    reply,
                });
            }
        };
        let mut step = Step::Connecting;
        let handed_over = self.hand_over(&message, &mut step);
        match tokio::time::timeout(self.smtp.patience, handed_over).await {
            Ok(Ok((mut connection, answer))) => {
                // Politeness: the mail is the server's by now, whatever it answers.
                let _ = tokio::time::timeout(FAREWELL, connection.quit()).await;
                Outcome::Sent(answer)
            }
            Ok(Err(error)) => step.failed(&error),
            Err(_) => step.ran_out_of_time(),
        }
    }

    fn message(&self, mail: &Mail) -> Result<Message, String> {
        let address = mail.to.reveal_to_official().parse();
        let to = Mailbox::new(None, address.map_err(short)?);
        let automatic = raw("Auto-Submitted", "auto-generated");
        let date = SystemTime::UNIX_EPOCH + Duration::from_secs(seconds(mail.at));
        let mut builder = Message::builder();
        if let Some(url) = &mail.stop_url {
            builder = builder
                .raw_header(raw("List-Unsubscribe", &format!("<{url}>")))
                .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
        }
        builder
            .from(self.from.clone())
            .to(to)
            .date(date)
            .message_id(Some(message_id(&self.public_url, mail.id)))
            .raw_header(automatic)
            .subject(mail.subject.as_str())
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(short)
    }

    /// Hands a message over; gives the connection, which waits for a farewell, and what the server
    /// answered.
    async fn hand_over(
        &self,
        message: &Message,
        step: &mut Step,
    ) -> Result<(AsyncSmtpConnection, String), Error> {
        let hello = ClientId::Domain(host(&self.public_url).to_owned());
        let at_once = match self.smtp.encryption {
            Encryption::Implicit => self.tls.clone(),
            Encryption::StartTls | Encryption::None => None,
        };
        let server = (self.smtp.host.as_str(), self.smtp.port);
        let patience = Some(self.smtp.patience);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, patience, &hello, at_once, None).await?;
        if let (Encryption::StartTls, Some(tls)) = (self.smtp.encryption, &self.tls) {
            connection.starttls(tls.clone(), &hello).await?;
        }
        if let Some((user, password)) = &self.smtp.sign_in {
            *step = Step::SigningIn;
            let password = password.reveal_to_official().clone();
            let credentials = Credentials::new(user.clone(), password);
            connection.auth(DEFAULT_MECHANISMS, &credentials).await?;
        }
        *step = Step::Addressing;
        let envelope = message.envelope();
        let from = From::new(envelope.from().cloned(), Vec::new());
        connection.command(from).await?;
        for to in envelope.to() {
            let to = Rcpt::new(to.clone(), Vec::new());
            connection.command(to).await?;
        }
        *step = Step::HandingOver;
        connection.command(Data).await?;
        let answer = connection.message(&message.formatted()).await?;
        let words: Vec<&str> = answer.message().collect();
        let answer = short(format_args!("{} {}", answer.code(), words.join(" ")));
        Ok((connection, answer))
    }
}

impl Step {
    /// What came of a mail whose sending failed at this step.
    fn failed(self, error: &Error) -> Outcome {
        let failure = |trouble| Failure {
            trouble,
            reply: reply(error),
        };
        // Asked for a name and a password at a later step, in the words of RFC 4954 6.
        let wants_sign_in = error.status().is_some_and(|code| code.to_string() == "530");
        let refused = error.is_permanent() && !wants_sign_in;
        let trouble = match self {
            Self::Addressing | Self::HandingOver if refused => {
                return Outcome::Refused(failure(Trouble::Refused));
            }
            _ if error.is_transient() => Trouble::TryLater,
            Self::HandingOver if !error.is_permanent() => {
                return Outcome::Unknown(failure(Trouble::ConnectionLost));
            }
            _ if error.is_permanent() => Trouble::NotLetIn,
            Self::SigningIn if error.is_client() => Trouble::NotLetIn,
            Self::Connecting if is_about_encryption(error) => Trouble::NotSecure,
            _ if error.is_timeout() => Trouble::NoAnswer,
            _ => Trouble::NoConnection,
        };
        Outcome::Deferred(failure(trouble))
    }

    /// What came of a mail whose sending was given up at this step.
    fn ran_out_of_time(self) -> Outcome {
        let failure = |trouble| Failure {
            trouble,
            reply: String::new(),
        };
        match self {
            Self::Connecting | Self::SigningIn | Self::Addressing => {
                Outcome::Deferred(failure(Trouble::NoAnswer))
            }
            Self::HandingOver => Outcome::Unknown(failure(Trouble::AnswerMissing)),
        }
    }
}

/// Whether a connection failed because it could not be encrypted, or is not to whom it should be.
fn is_about_encryption(error: &Error) -> bool {
    let mut source = error.source();
    while let Some(cause) = source {
        let io = cause.downcast_ref::<std::io::Error>();
        if io.is_some_and(|io| io.kind() == std::io::ErrorKind::InvalidData) {
            return true;
        }
        source = cause.source();
    }
    // A server without STARTTLS is the only other thing that the client itself objects to here.
    error.is_tls() || error.is_client()
}

/// What the mail server or the system said, on one line.
fn reply(error: &Error) -> String {
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status() {
        Some(code) => short(format_args!("{code} {words}")),
        None => short(words),
    }
}

fn raw(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn short(words: impl std::fmt::Display) -> String {
    let words = words.to_string();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(REPLY).collect()
}

fn seconds(at: OffsetDateTime) -> u64 {
    u64::try_from(at.unix_timestamp()).unwrap_or(0)
}

/// The host of an address of the web, without its port.
fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|b| b.is_ascii_digit()) => host,
        _ => authority,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_id_has_the_host_of_the_public_address() {
        for (url, expected) in [
            ("https://hankkeet.kunta.example", "hankkeet.kunta.example"),
            ("http://127.0.0.1:3000", "127.0.0.1"),
            ("https://kunta.example/hankkeet", "kunta.example"),
            ("http://[::1]:3000", "[::1]"),
        ] {
            assert_eq!(host(url), expected, "{url}");
        }
    }

    #[test]
    fn what_a_server_says_is_kept_on_one_short_line() {
        assert_eq!(short("5.1.1 no\r\n such\tuser "), "5.1.1 no such user");
        assert_eq!(short("x".repeat(1_000)).len(), REPLY);
    }
}
