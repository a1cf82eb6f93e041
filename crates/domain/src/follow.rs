//! Following decisions by e-mail: who asked for what, and the mails that tell of it.
//! `docs/states/follower.md` draws the states.
//!
//! Nobody is told anything before the address was confirmed from a mail that went to it, and
//! whoever stops is gone with the address: nothing of a follower is kept beside these values.

use time::macros::time;
use time::{Date, Duration, OffsetDateTime, PrimitiveDateTime, Time};

use crate::Lang;
use crate::finding::FindingCode;
use crate::id::FollowerId;
use crate::mailing::{NotNow, Outcome, Trouble};
use crate::official::is_email_address;
use crate::publicity::Personal;
use crate::view::decision_list::{DecisionFilter, FilterPart};

/// How long a request waits for its confirmation before it is removed.
pub const UNCONFIRMED: Duration = Duration::days(2);
/// From which time of day on, in Helsinki, followers are told of what was published.
pub const MORNING: Time = time!(07:00);
/// How many things one address can follow.
pub const MOST_FOLLOWED: usize = 20;
/// How many mails in a row may be refused for good before an address counts as gone.
pub const MOST_REFUSALS: u32 = 3;

/// What kind of thing is followed: all that a mail says of it before it is confirmed, since the
/// rest was typed by whoever asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FollowKind {
    /// Every decision.
    Everything,
    /// The decisions that fund a project.
    Project,
    /// The decisions of a decision maker.
    DecisionMaker,
    /// The decisions that a search or several parts of a filter leave.
    Search,
}

impl FollowKind {
    /// The kind of a filter.
    pub fn of(filter: &DecisionFilter) -> Self {
        let parts = FilterPart::ALL.into_iter();
        let parts: Vec<FilterPart> = parts.filter(|part| filter.value(*part).is_some()).collect();
        match parts.as_slice() {
            [] => Self::Everything,
            [FilterPart::Project] => Self::Project,
            [FilterPart::Series] => Self::DecisionMaker,
            _ => Self::Search,
        }
    }
}

/// The part of a filter that can be followed. What is told is what comes, once: on which day it was
/// published, where it stands later and in which order a list shows it say nothing about that.
///
/// ```
/// use domain::follow::followable;
/// use domain::view::decision_list::DecisionFilter;
/// let listed = DecisionFilter::from_pairs([("q", "tuuli"), ("tila", "lainvoimainen"), ("sivu", "3")]);
/// assert_eq!(followable(&listed).pairs(), [("q", "tuuli".to_owned())]);
/// ```
pub fn followable(filter: &DecisionFilter) -> DecisionFilter {
    DecisionFilter {
        from: None,
        until: None,
        stage: None,
        order: None,
        page: 1,
        ..filter.clone()
    }
}

/// Reads a typed address.
///
/// # Errors
/// [`FindingCode::Missing`] where nothing was typed, [`FindingCode::NotAnEmail`] where it is none.
pub fn read_address(typed: &str) -> Result<Personal<String>, FindingCode> {
    match typed.trim() {
        "" => Err(FindingCode::Missing),
        address if is_email_address(address) => Ok(Personal::new(address.to_owned())),
        _ => Err(FindingCode::NotAnEmail),
    }
}

/// Where something that is followed stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowState {
    /// Somebody asked for it, and nobody confirmed it from the mail.
    Asked {
        /// When it was asked for last.
        at: OffsetDateTime,
        /// Whether the mail that asks for the confirmation was sent.
        is_mailed: bool,
    },
    /// The address confirmed it.
    Confirmed {
        /// The publication up to which it was told of.
        told: i64,
    },
}

impl FollowState {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked { .. } => "asked",
            Self::Confirmed { .. } => "confirmed",
        }
    }
}

/// Something that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Which decisions.
    pub filter: DecisionFilter,
    /// Where it stands.
    pub state: FollowState,
}

impl Followed {
    const fn is_confirmed(&self) -> bool {
        matches!(self.state, FollowState::Confirmed { .. })
    }

    const fn waits_for_its_mail(&self) -> bool {
        matches!(
            self.state,
            FollowState::Asked {
                is_mailed: false,
                ..
            }
        )
    }
}

/// What a mail to a follower is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowLetter {
    /// It asks whether what was asked for is meant.
    Confirmation,
    /// It tells of what was published.
    News,
}

impl FollowLetter {
    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Confirmation => "confirmation",
            Self::News => "news",
        }
    }

    /// The letter of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Confirmation, Self::News]
            .into_iter()
            .find(|letter| letter.code() == code)
    }
}

/// The one mail of a follower that is under way, if any.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FollowMail {
    /// Nothing is to be sent.
    Nothing,
    /// To be sent at a moment.
    Waiting {
        /// What for.
        letter: FollowLetter,
        /// How often it was tried.
        attempts: u32,
        /// From when on.
        due: OffsetDateTime,
    },
    /// Being sent. A process that ended meanwhile leaves nobody knowing.
    Sending {
        /// What for.
        letter: FollowLetter,
        /// How often it was tried before.
        attempts: u32,
        /// When nobody is sending it any more.
        until: OffsetDateTime,
        /// The publication up to which it tells.
        up_to: i64,
    },
}

impl FollowMail {
    /// The stored code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Waiting { .. } => "waiting",
            Self::Sending { .. } => "sending",
        }
    }
}

/// An address and what it follows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follower {
    /// Its identity.
    pub id: FollowerId,
    /// Where mail goes.
    pub address: Personal<String>,
    /// The language in which it was asked.
    pub lang: Lang,
    /// What is followed and asked for; never empty once it is saved.
    pub followed: Vec<Followed>,
    /// The mail under way.
    pub mail: FollowMail,
    /// The day, in Helsinki, of the last mail that told of something or was about to.
    pub told_on: Option<Date>,
    /// How many mails in a row were refused for good.
    pub refusals: u32,
}

impl Follower {
    /// An address that follows nothing yet.
    pub const fn new(id: FollowerId, address: Personal<String>, lang: Lang) -> Self {
        Self {
            id,
            address,
            lang,
            followed: Vec::new(),
            mail: FollowMail::Nothing,
            told_on: None,
            refusals: 0,
        }
    }

    /// Whether the address has confirmed anything.
    pub fn is_confirmed(&self) -> bool {
        self.followed.iter().any(Followed::is_confirmed)
    }

    /// What was asked for and waits for the mail that asks whether it is meant.
    pub fn to_confirm(&self) -> impl Iterator<Item = &DecisionFilter> {
        let waiting = self.followed.iter().filter(|one| one.waits_for_its_mail());
        waiting.map(|one| &one.filter)
    }

    /// What is confirmed, with the publication up to which each was told of.
    pub fn confirmed(&self) -> impl Iterator<Item = (&DecisionFilter, i64)> {
        self.followed.iter().filter_map(|one| match one.state {
            FollowState::Confirmed { told } => Some((&one.filter, told)),
            FollowState::Asked { .. } => None,
        })
    }

    /// Asks to follow something, or asks again for the mail. Of what is confirmed nothing changes,
    /// and an address that follows as much as one can is asked for nothing more.
    #[must_use]
    pub fn ask(mut self, filter: &DecisionFilter, at: OffsetDateTime) -> Self {
        let filter = followable(filter);
        let state = FollowState::Asked {
            at,
            is_mailed: false,
        };
        let is_full = self.followed.len() >= MOST_FOLLOWED;
        match self.followed.iter_mut().find(|one| one.filter == filter) {
            Some(known) if known.is_confirmed() => {}
            Some(known) => known.state = state,
            None if is_full => {}
            None => self.followed.push(Followed { filter, state }),
        }
        self.plan_confirmation(at)
    }

    /// Confirms something from the mail: what is published after `told` will be told.
    ///
    /// # Errors
    /// [`NotNow`] where it was not asked for, or not any more.
    pub fn confirm(mut self, filter: &DecisionFilter, told: i64) -> Result<Self, NotNow> {
        let known = self.followed.iter_mut().find(|one| one.filter == *filter);
        let known = known.ok_or(NotNow)?;
        if !known.is_confirmed() {
            known.state = FollowState::Confirmed { told };
        }
        Ok(self)
    }

    /// Stops following something; `None` where nothing is left, and with it no follower.
    #[must_use]
    pub fn stop(self, filter: &DecisionFilter) -> Option<Self> {
        self.keep(|one| one.filter != *filter)
    }

    /// Removes what was asked for so long ago that it will not be confirmed; `None` as above.
    #[must_use]
    pub fn expire(self, now: OffsetDateTime) -> Option<Self> {
        self.keep(|one| match one.state {
            FollowState::Asked { at, .. } => now - at < UNCONFIRMED,
            FollowState::Confirmed { .. } => true,
        })
    }

    fn keep(mut self, kept: impl Fn(&Followed) -> bool) -> Option<Self> {
        self.followed.retain(kept);
        (!self.followed.is_empty()).then_some(self)
    }

    /// Plans the mail that asks for a confirmation, where one is to be sent and none is under way.
    #[must_use]
    pub fn plan_confirmation(self, at: OffsetDateTime) -> Self {
        let is_asked = self.to_confirm().next().is_some();
        self.planned(is_asked, FollowLetter::Confirmation, at)
    }

    /// Plans today's mail: in the morning, once a day, of what is confirmed. `now` is Helsinki
    /// time, `at` the moment from which it is sent.
    #[must_use]
    pub fn plan_news(self, now: PrimitiveDateTime, at: OffsetDateTime) -> Self {
        let was_told = self.told_on.is_some_and(|day| day >= now.date());
        let is_time = !was_told && now.time() >= MORNING && self.is_confirmed();
        self.planned(is_time, FollowLetter::News, at)
    }

    fn planned(self, is_needed: bool, letter: FollowLetter, due: OffsetDateTime) -> Self {
        if !is_needed || self.mail != FollowMail::Nothing {
            return self;
        }
        let mail = FollowMail::Waiting {
            letter,
            attempts: 0,
            due,
        };
        Self { mail, ..self }
    }

    /// Gives a mail up that has nothing to tell up to a publication.
    ///
    /// # Errors
    /// [`NotNow`] where no mail waits.
    pub fn pass(self, up_to: i64, today: Date) -> Result<Self, NotNow> {
        let FollowMail::Waiting { letter, .. } = self.mail else {
            return Err(NotNow);
        };
        let told_on = match letter {
            FollowLetter::News => Some(today),
            FollowLetter::Confirmation => self.told_on,
        };
        let passed = Self {
            mail: FollowMail::Nothing,
            told_on,
            ..self
        };
        Ok(match letter {
            FollowLetter::News => passed.told(up_to),
            FollowLetter::Confirmation => passed,
        })
    }

    /// Begins to send the mail that waits: it tells up to a publication, and nobody else sends it
    /// until a moment.
    ///
    /// # Errors
    /// [`NotNow`] where no mail waits.
    pub fn begin(self, up_to: i64, until: OffsetDateTime, today: Date) -> Result<Self, NotNow> {
        let FollowMail::Waiting {
            letter, attempts, ..
        } = self.mail
        else {
            return Err(NotNow);
        };
        let begun = Self {
            mail: FollowMail::Sending {
                letter,
                attempts,
                until,
                up_to,
            },
            ..self
        };
        Ok(match letter {
            FollowLetter::News => Self {
                told_on: Some(today),
                ..begun
            },
            // What is asked for while it is being sent needs another one.
            FollowLetter::Confirmation => begun.marked(true),
        })
    }

    /// Records what came of sending the mail; `again` is when one that was certainly not sent is
    /// tried again. `None` where nothing is left: an address that takes no mail follows nothing.
    ///
    /// What perhaps went out counts as sent, so that nothing is told twice.
    ///
    /// # Errors
    /// [`NotNow`] where no mail is being sent.
    pub fn finish(self, outcome: &Outcome, again: OffsetDateTime) -> Result<Option<Self>, NotNow> {
        let FollowMail::Sending {
            letter,
            attempts,
            up_to,
            ..
        } = self.mail
        else {
            return Err(NotNow);
        };
        let over = Self {
            mail: FollowMail::Nothing,
            ..self
        };
        Ok(match outcome {
            Outcome::Deferred(_) => Some(over.deferred(letter, attempts, again)),
            Outcome::Sent(_) => Some(
                Self {
                    refusals: 0,
                    ..over
                }
                .mailed(letter, up_to),
            ),
            Outcome::Unknown(_) => Some(over.mailed(letter, up_to)),
            Outcome::Refused(failure) => over.refused(letter, up_to, failure.trouble),
        })
    }

    fn deferred(self, letter: FollowLetter, attempts: u32, due: OffsetDateTime) -> Self {
        let waiting = Self {
            mail: FollowMail::Waiting {
                letter,
                attempts: attempts.saturating_add(1),
                due,
            },
            ..self
        };
        match letter {
            FollowLetter::Confirmation => waiting.marked(false),
            FollowLetter::News => waiting,
        }
    }

    fn mailed(self, letter: FollowLetter, up_to: i64) -> Self {
        match letter {
            FollowLetter::News => self.told(up_to),
            FollowLetter::Confirmation => self,
        }
    }

    /// Says of all that is asked for whether its mail went out.
    fn marked(mut self, mailed: bool) -> Self {
        for one in &mut self.followed {
            if let FollowState::Asked { is_mailed, .. } = &mut one.state {
                *is_mailed = mailed;
            }
        }
        self
    }

    fn refused(self, letter: FollowLetter, up_to: i64, trouble: Trouble) -> Option<Self> {
        // A mail server that would not let us in says nothing about the address: what it was to
        // tell is told another day.
        if !matches!(trouble, Trouble::Refused | Trouble::NotAnAddress) {
            return Some(self);
        }
        match letter {
            FollowLetter::Confirmation => self.keep(Followed::is_confirmed),
            FollowLetter::News => {
                let refusals = self.refusals.saturating_add(1);
                (refusals < MOST_REFUSALS).then(|| Self { refusals, ..self }.told(up_to))
            }
        }
    }

    fn told(mut self, up_to: i64) -> Self {
        for one in &mut self.followed {
            if let FollowState::Confirmed { told } = &mut one.state {
                *told = up_to.max(*told);
            }
        }
        self
    }
}
