//! The distribution of a decision (tiedoksi): who gets it for information, and what becomes of the
//! e-mail that tells each of them. `docs/states/distribution.md` draws the states.
//!
//! Distribution is no service (tiedoksianto, hallintolaki 54–63 §): no period runs from it. What a
//! decision says for good is a name; the address is kept beside it only as long as it is needed.

use time::{Duration, OffsetDateTime, PrimitiveDateTime};

use crate::finding::{Finding, FindingCode, Findings};
use crate::id::{DecisionId, DistributionId};
use crate::mailing::{Mailing, NotNow, Outcome, Trouble};
use crate::official::is_email_address;
use crate::period::{PeriodDates, Phase};
use crate::publicity::Personal;

/// How long an address is kept where the publication starts no period of municipal members, by
/// whose end it would be removed: about as long as such a period runs, seven days to the knowledge
/// and thirty from it.
pub const KEPT_WITHOUT_PERIOD: Duration = Duration::days(37);
/// How long one is kept that was given or used only after that period: a week, in which it shows
/// whether the mail arrived.
pub const KEPT_AFTER_PERIOD: Duration = Duration::days(7);

/// Whether an address is to be removed at a moment: it goes with the personal data of its decision,
/// at the closing instant of the municipal member's period. `changed` is when something became of
/// its entry last; both are Helsinki time.
pub fn address_is_over(
    member_period: Option<&PeriodDates>,
    changed: PrimitiveDateTime,
    now: PrimitiveDateTime,
) -> bool {
    let is_over = |period: &PeriodDates, at| period.phase(at) == Phase::Over;
    match member_period {
        None => now - changed >= KEPT_WITHOUT_PERIOD,
        Some(period) if is_over(period, changed) => now - changed >= KEPT_AFTER_PERIOD,
        Some(period) => is_over(period, now),
    }
}

/// Characters of a recipient's name, and of an address (RFC 5321 4.5.3.1.3).
const NAME: usize = 300;
const ADDRESS: usize = 254;

/// A recipient as a line of a draft names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// The name, which the decision says for good.
    pub name: Personal<String>,
    /// The e-mail address, which it does not.
    pub address: Option<Personal<String>>,
}

impl Addressee {
    /// Reads a line: a name, and perhaps an address after it.
    ///
    /// ```
    /// use domain::distribution::Addressee;
    /// let read = Addressee::read("Talouspalvelut <talous@kunta.example>")?;
    /// assert_eq!(read.name.reveal_to_official(), "Talouspalvelut");
    /// assert!(read.address.is_some());
    /// assert!(Addressee::read("talous@kunta.example").is_err(), "whose address it is, is missing");
    /// # Ok::<(), domain::finding::FindingCode>(())
    /// ```
    ///
    /// # Errors
    /// [`FindingCode::NotAnEmail`] where something with an `@` is no address, or there are two of
    /// them; [`FindingCode::RecipientNameMissing`] where nothing else stands on the line.
    pub fn read(line: &str) -> Result<Self, FindingCode> {
        let is_around = |c: char| c.is_whitespace() || "<>(),;".contains(c);
        let mut addresses = line.split(is_around).filter(|word| word.contains('@'));
        let Some(address) = addresses.next() else {
            return Ok(Self {
                name: Personal::new(line.trim().to_owned()),
                address: None,
            });
        };
        if addresses.next().is_some() || !is_email_address(address) {
            return Err(FindingCode::NotAnEmail);
        }
        let (before, after) = line.split_once(address).unwrap_or_default();
        let is_edge = |c: char| is_around(c) || c == ':';
        let (before, after) = (before.trim_matches(is_edge), after.trim_matches(is_edge));
        let name = match (before, after) {
            ("", "") => return Err(FindingCode::RecipientNameMissing),
            (name, "") | ("", name) => name.to_owned(),
            (before, after) => format!("{before}, {after}"),
        };
        Ok(Self {
            name: Personal::new(name),
            address: Some(Personal::new(address.to_owned())),
        })
    }

    /// Reads every line of a draft's distribution, and says at its field what is wrong.
    pub fn read_all(typed: &str, findings: &mut Findings) -> Vec<Self> {
        let lines = typed.lines().filter(|line| !line.trim().is_empty());
        let read = lines.filter_map(|line| match Self::read(line) {
            Ok(addressee) => Some(addressee),
            Err(code) => {
                let finding = Finding::at("distribution", code);
                if !findings.iter().any(|known| *known == finding) {
                    findings.push(finding);
                }
                None
            }
        });
        read.collect()
    }
}

/// A recipient as a registrar types one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AddresseeDraft {
    /// Who gets the decision.
    pub recipient: String,
    /// The e-mail address, or empty.
    pub email: String,
}

impl AddresseeDraft {
    /// Reads a new recipient.
    ///
    /// # Errors
    /// A missing name, and an address that is none.
    pub fn read(&self) -> Result<Addressee, Findings> {
        let mut findings = Findings::default();
        let name = findings.required("recipient", &self.recipient, NAME);
        let address = match self.email.trim() {
            "" => None,
            _ => Some(self.read_address(&mut findings)),
        };
        findings.into_result(Addressee {
            name: Personal::new(name),
            address: address.map(Personal::new),
        })
    }

    /// Reads another address of a recipient.
    ///
    /// # Errors
    /// A missing address, and one that is none.
    pub fn address(&self) -> Result<Personal<String>, Findings> {
        let mut findings = Findings::default();
        let address = self.read_address(&mut findings);
        findings.into_result(Personal::new(address))
    }

    fn read_address(&self, findings: &mut Findings) -> String {
        let address = findings.required("email", &self.email, ADDRESS);
        if !address.is_empty() && !is_email_address(&address) {
            findings.push(Finding::at("email", FindingCode::NotAnEmail));
        }
        address
    }
}

/// An entry of the distribution of a frozen decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its identity, from which the Message-ID of its mail is made: the same however often it
    /// should be sent.
    pub id: DistributionId,
    /// Raised with each change.
    pub version: i64,
    /// The decision.
    pub decision: DecisionId,
    /// Who gets it.
    pub name: Personal<String>,
    /// The e-mail address; `None` where there is none, and after it was removed.
    pub address: Option<Personal<String>>,
    /// What has become of its mail; `None` until one is planned.
    pub mail: Option<Mailing>,
}

/// Where an entry stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EntryState<'a> {
    /// There is no address to send to, and nothing was sent.
    NoAddress,
    /// Nothing is sent before the decision is public.
    AwaitsPublication,
    /// A mail was planned.
    Mail(&'a Mailing),
}

impl EntryState<'_> {
    /// The code that the drawing has.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoAddress => "no_address",
            Self::AwaitsPublication => "awaits_publication",
            Self::Mail(mailing) => mailing.code(),
        }
    }
}

/// The transitions. Each fails with [`NotNow`] from any other state.
#[expect(clippy::missing_errors_doc, reason = "the line above says it of all")]
impl Entry {
    /// A new entry of a decision.
    pub fn new(id: DistributionId, decision: DecisionId, addressee: Addressee) -> Self {
        Self {
            id,
            version: 1,
            decision,
            name: addressee.name,
            address: addressee.address,
            mail: None,
        }
    }

    /// Where it stands.
    pub const fn state(&self) -> EntryState<'_> {
        match (&self.mail, &self.address) {
            (Some(mailing), _) => EntryState::Mail(mailing),
            (None, Some(_)) => EntryState::AwaitsPublication,
            (None, None) => EntryState::NoAddress,
        }
    }

    /// Plans its mail: the decision is public.
    pub fn plan(self) -> Result<Self, NotNow> {
        match self.state() {
            EntryState::AwaitsPublication => Ok(self.with(Mailing::Planned)),
            EntryState::NoAddress | EntryState::Mail(_) => Err(NotNow),
        }
    }

    /// A transition that the mails of the register have in common.
    pub fn becomes(
        self,
        transition: impl FnOnce(Mailing) -> Result<Mailing, NotNow>,
    ) -> Result<Self, NotNow> {
        let mailing = transition(self.mail.clone().ok_or(NotNow)?)?;
        Ok(self.with(mailing))
    }

    /// Takes back what was not sent yet.
    pub fn withdraw(self) -> Result<Self, NotNow> {
        match self.state() {
            EntryState::NoAddress => Err(NotNow),
            EntryState::AwaitsPublication => Ok(self.with(Mailing::Withdrawn)),
            EntryState::Mail(_) => self.becomes(Mailing::withdraw),
        }
    }

    /// Sends once more what was not sent, or perhaps not, or was taken back.
    pub fn send_again(self) -> Result<Self, NotNow> {
        if self.address.is_none() {
            return Err(NotNow);
        }
        self.becomes(|mailing| match mailing {
            Mailing::Withdrawn => mailing.plan_anew(),
            other => other.send_again(),
        })
    }

    /// Gives it another address, to which it is sent: at once where the decision is public. A mail
    /// that went to a wrong address is sent anew; what became of the first stays in the log.
    pub fn readdress(self, address: Personal<String>, is_public: bool) -> Result<Self, NotNow> {
        let mail = match (&self.mail, is_public) {
            (Some(Mailing::Sending), true) => return Err(NotNow),
            (_, true) => Some(Mailing::Planned),
            (None | Some(Mailing::Withdrawn), false) => None,
            (Some(_), false) => return Err(NotNow),
        };
        Ok(Self {
            address: Some(address),
            mail,
            ..self
        })
    }

    /// Removes the address, and with it what a mail server said, which may name it. What waits is
    /// taken back; a mail that is being sent right now keeps its address until that is over.
    pub fn forget_address(self) -> Result<Self, NotNow> {
        let mail = match self.mail {
            Some(Mailing::Sending) => return Err(NotNow),
            Some(Mailing::Planned | Mailing::Deferred(_)) => Some(Mailing::Withdrawn),
            Some(Mailing::Refused(failure)) => Some(Mailing::Refused(failure.without_reply())),
            Some(Mailing::Unknown(failure)) => Some(Mailing::Unknown(failure.without_reply())),
            mail @ (None | Some(Mailing::Sent | Mailing::Received | Mailing::Withdrawn)) => mail,
        };
        Ok(Self {
            address: None,
            mail,
            ..self
        })
    }

    fn with(self, mailing: Mailing) -> Self {
        Self {
            mail: Some(mailing),
            ..self
        }
    }
}

/// One sending of an entry's mail, as the delivery log keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    /// When it ended.
    pub at: OffsetDateTime,
    /// To which address; `None` after it was removed.
    pub address: Option<Personal<String>>,
    /// The code of what came of it: `sent`, `deferred`, `refused` or `unknown`.
    pub outcome: AttemptOutcome,
    /// What went wrong.
    pub trouble: Option<Trouble>,
    /// What the mail server said, or empty. It may name the address and goes with it.
    pub reply: Personal<String>,
}

/// What came of one sending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttemptOutcome {
    /// The mail server accepted it.
    Sent,
    /// Certainly not sent, to be tried again.
    Deferred,
    /// Certainly not sent.
    Refused,
    /// Nobody knows.
    Unknown,
}

impl AttemptOutcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Sent, Self::Deferred, Self::Refused, Self::Unknown];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sent => "sent",
            Self::Deferred => "deferred",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
        }
    }

    /// The outcome of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

impl Attempt {
    /// What the log keeps of a sending to an address.
    pub fn new(at: OffsetDateTime, address: Option<Personal<String>>, outcome: &Outcome) -> Self {
        let (outcome, trouble, reply) = match outcome {
            Outcome::Sent(reply) => (AttemptOutcome::Sent, None, reply),
            Outcome::Deferred(failure) => (
                AttemptOutcome::Deferred,
                Some(failure.trouble),
                &failure.reply,
            ),
            Outcome::Refused(failure) => (
                AttemptOutcome::Refused,
                Some(failure.trouble),
                &failure.reply,
            ),
            Outcome::Unknown(failure) => (
                AttemptOutcome::Unknown,
                Some(failure.trouble),
                &failure.reply,
            ),
        };
        Self {
            at,
            address,
            outcome,
            trouble,
            reply: Personal::new(reply.clone()),
        }
    }
}
