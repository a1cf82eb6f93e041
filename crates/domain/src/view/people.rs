//! Views of accounts, section series and deputies.

use time::PrimitiveDateTime;

use crate::dated_name::DatedNames;
use crate::event::Event;
use crate::id::SessionId;
use crate::notification::Chosen;
use crate::official::Official;
use crate::publicity::Personal;
use crate::section::SectionSeries;
use crate::signing_right::Deputyship;

use super::audit::LogActor;

/// An account in the list of accounts.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountLine {
    /// The account.
    pub official: Official,
    /// Until when it must wait after wrong passwords, Helsinki time.
    pub locked_until: Option<PrimitiveDateTime>,
    /// When it last signed in, Helsinki time.
    pub signed_in: Option<PrimitiveDateTime>,
}

/// The administrator's page of an account.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountSheet {
    /// The account.
    pub official: Official,
    /// Its offices over time.
    pub offices: DatedNames,
    /// Until when it must wait after wrong passwords, Helsinki time.
    pub locked_until: Option<PrimitiveDateTime>,
    /// Until when its one-time password opens it, Helsinki time; `None` where it has none.
    pub one_time_until: Option<PrimitiveDateTime>,
    /// Whether it is the only administrator left.
    pub is_last_administrator: bool,
    /// Its sessions, the last used first.
    pub sessions: Vec<SessionLine>,
    /// How it came in or was kept out, the last first.
    pub sign_ins: Vec<SignInLine>,
    /// Where it is or was a deputy.
    pub deputyships: Vec<DeputyLine>,
    /// The series in which decision makers sign.
    pub series: Vec<SectionSeries>,
}

/// The own page of an official.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSheet {
    /// The official.
    pub official: Official,
    /// The own sessions, the last used first.
    pub sessions: Vec<SessionLine>,
    /// How the own account came in or was kept out, the last first.
    pub sign_ins: Vec<SignInLine>,
    /// Where the official is or was a deputy.
    pub deputyships: Vec<DeputyLine>,
    /// What the official is notified of, and how.
    pub chosen: Chosen,
}

/// A session that can still be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// Its identity.
    pub id: SessionId,
    /// When it began, Helsinki time.
    pub began: PrimitiveDateTime,
    /// When it was last used, Helsinki time.
    pub last_used: PrimitiveDateTime,
    /// When it ends at the latest, Helsinki time.
    pub ends: PrimitiveDateTime,
    /// Whether it is the one in which this is read.
    pub is_this: bool,
}

/// A line of a sign-in log.
#[derive(Clone, Debug, PartialEq)]
pub struct SignInLine {
    /// When, Helsinki time.
    pub at: PrimitiveDateTime,
    /// What happened.
    pub event: Event,
    /// Who did it.
    pub actor: LogActor,
}

/// A section series in the list of series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesLine {
    /// The series.
    pub series: SectionSeries,
    /// Who sign in it as its decision maker: offices.
    pub makers: Vec<String>,
    /// Who sign in it today as deputies: offices.
    pub deputies: Vec<String>,
}

/// The page of a section series.
#[derive(Clone, Debug, PartialEq)]
pub struct SeriesSheet {
    /// The series.
    pub series: SectionSeries,
    /// The names of its decision maker over time.
    pub names: DatedNames,
    /// Who sign in it as its decision maker.
    pub makers: Vec<Official>,
    /// Its deputies, the last to begin first.
    pub deputyships: Vec<DeputyLine>,
    /// Who could be made a deputy.
    pub candidates: Vec<Official>,
}

/// A deputyship in a list.
#[derive(Clone, Debug, PartialEq)]
pub struct DeputyLine {
    /// The deputyship.
    pub deputyship: Deputyship,
    /// The name of the deputy.
    pub name: Personal<String>,
    /// The office of the deputy on its first day.
    pub office: String,
    /// What the decision maker of the series is called now.
    pub decision_maker: String,
    /// Where it stands today.
    pub standing: Standing,
}

/// Where a deputyship stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It has not begun.
    ToCome,
    /// It holds.
    Holds,
    /// It is over.
    Over,
}
