//! Legal force (lainvoima): when a decision can be final, what stands in the way, and where its
//! appeal stands at a moment.
//!
//! No date alone makes a decision final. The earliest possible day is computed; the decision
//! becomes final by a registrar's dated statement that the registry and the court were asked,
//! and an error in it binds (KHO:2021:16). The statement can be reopened.

use time::{Date, OffsetDateTime, PrimitiveDateTime};

use crate::filing::{Filing, OutcomeKind};
use crate::id::{DecisionId, FilingId, LegalForceId, ServiceId, UserId};
use crate::period::{PeriodDates, Phase};
use crate::service::NoPeriod;

/// A registrar's statement that a decision is final.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegalForce {
    /// Its identity.
    pub id: LegalForceId,
    /// The decision.
    pub decision: DecisionId,
    /// The day from which it is final.
    pub from: Date,
    /// The day on which the registry was asked for filings.
    pub registry_checked_on: Date,
    /// The day on which the administrative court was asked.
    pub court_checked_on: Date,
    /// When it was stated.
    pub stated_at: OffsetDateTime,
    /// By which account.
    pub stated_by: UserId,
    /// The office of the one who stated it.
    pub office: String,
    /// When and why it was reopened, if it was.
    pub reopened: Option<Reopened>,
}

/// Why a statement of legal force no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reopened {
    /// When.
    pub at: OffsetDateTime,
    /// Why, for those who relied on it.
    pub reason: String,
}

/// Since which day a decision with these statements is final; `None` while none of them holds.
pub fn final_from(statements: &[LegalForce]) -> Option<Date> {
    let mut holding = statements
        .iter()
        .filter(|statement| statement.reopened.is_none());
    holding.next().map(|statement| statement.from)
}

/// Everything that legal force follows from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AppealFacts {
    /// The municipal member's period, as far as there is one.
    pub members: Option<MembersPeriod>,
    /// The service of each party, with the party's period or why there is none.
    pub parties: Vec<(ServiceId, Result<PeriodDates, NoPeriod>)>,
    /// The filings.
    pub filings: Vec<Filing>,
    /// The last statement of legal force.
    pub legal_force: Option<LegalForce>,
}

/// What a publication began for municipal members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MembersPeriod {
    /// This period.
    Dates(PeriodDates),
    /// None can be computed: nobody knows when it was published.
    UnknownDay,
    /// The remedy gives members no right.
    NoRight,
    /// The decision cannot be challenged by anybody.
    NoRemedy,
}

/// What keeps a decision from legal force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Obstacle {
    /// It cannot be challenged: legal force says nothing about it.
    NoRemedy,
    /// It was not published, so that the period of municipal members does not run.
    NotPublished,
    /// The day of publication is not known.
    PublicationDayUnknown,
    /// Nobody's period is known: there is neither a party nor a member's period.
    NobodysPeriod,
    /// A party's period is not computable.
    PartyWithoutPeriod(ServiceId, NoPeriod),
    /// A filing has no outcome.
    FilingOpen(FilingId),
    /// The decision on a filing is not final.
    OutcomeNotFinal(FilingId),
    /// The decision was repealed or amended: it never becomes final as it was.
    Replaced(FilingId),
}

impl AppealFacts {
    /// The earliest day on which the decision can be final: the day after the last period ended
    /// unused, and not before the decisions on its filings are final.
    ///
    /// # Errors
    /// Everything that stands in the way.
    pub fn earliest_finality(&self) -> Result<Date, Vec<Obstacle>> {
        if self.members == Some(MembersPeriod::NoRemedy) {
            return Err(vec![Obstacle::NoRemedy]);
        }
        let mut obstacles = Vec::new();
        let mut days: Vec<Date> = Vec::new();
        match self.members {
            None => obstacles.push(Obstacle::NotPublished),
            Some(MembersPeriod::UnknownDay) => obstacles.push(Obstacle::PublicationDayUnknown),
            Some(MembersPeriod::Dates(dates)) => days.push(dates.last_day),
            Some(MembersPeriod::NoRight | MembersPeriod::NoRemedy) => {}
        }
        for (service, period) in &self.parties {
            match period {
                Ok(dates) => days.push(dates.last_day),
                Err(why) => obstacles.push(Obstacle::PartyWithoutPeriod(*service, *why)),
            }
        }
        let mut finals: Vec<Date> = days.iter().filter_map(|day| day.next_day()).collect();
        if finals.is_empty() && obstacles.is_empty() {
            obstacles.push(Obstacle::NobodysPeriod);
        }
        for filing in &self.filings {
            match &filing.outcome {
                None => obstacles.push(Obstacle::FilingOpen(filing.id)),
                Some(outcome) => match (outcome.kind, outcome.final_from) {
                    (OutcomeKind::Amended | OutcomeKind::Repealed, _) => {
                        obstacles.push(Obstacle::Replaced(filing.id));
                    }
                    // A withdrawn filing was never decided on.
                    (OutcomeKind::Withdrawn, _) => finals.push(outcome.on),
                    (OutcomeKind::NotExamined | OutcomeKind::Rejected, Some(day)) => {
                        finals.push(day);
                    }
                    (OutcomeKind::NotExamined | OutcomeKind::Rejected, None) => {
                        obstacles.push(Obstacle::OutcomeNotFinal(filing.id));
                    }
                },
            }
        }
        match finals.into_iter().max() {
            Some(day) if obstacles.is_empty() => Ok(day),
            _ => Err(obstacles),
        }
    }

    /// The periods that are known.
    pub fn periods(&self) -> impl Iterator<Item = &PeriodDates> {
        let members = match &self.members {
            Some(MembersPeriod::Dates(dates)) => Some(dates),
            Some(MembersPeriod::UnknownDay | MembersPeriod::NoRight | MembersPeriod::NoRemedy)
            | None => None,
        };
        let parties = self
            .parties
            .iter()
            .filter_map(|(_, period)| period.as_ref().ok());
        members.into_iter().chain(parties)
    }

    /// Where the appeal stands at a moment of Helsinki time, for officials: the public never
    /// learns of service or of filings.
    pub fn stage(&self, now: PrimitiveDateTime) -> AppealStage {
        if let Some(stage) = self.stage_of_filings() {
            return stage;
        }
        match &self.legal_force {
            Some(statement) if statement.reopened.is_none() => {
                return AppealStage::Final {
                    from: statement.from,
                };
            }
            Some(_) => return AppealStage::Reopened,
            None => {}
        }
        let running = self
            .periods()
            .filter(|period| period.phase(now) != Phase::Over);
        // The last one decides for how long the decision can still be challenged.
        if let Some(last) = running.max_by_key(|period| period.end()) {
            return AppealStage::Running {
                last_day: last.last_day,
            };
        }
        if self.members == Some(MembersPeriod::NoRemedy) {
            return AppealStage::NoRemedy;
        }
        if self.periods().next().is_none() {
            return AppealStage::NotServed;
        }
        AppealStage::Over
    }

    /// An appeal to a court goes before a claim, and both before what ended.
    fn stage_of_filings(&self) -> Option<AppealStage> {
        use calendar::Remedy as R;
        let ended = |kind| {
            self.filings.iter().any(|filing| {
                filing
                    .outcome
                    .as_ref()
                    .is_some_and(|outcome| outcome.kind == kind)
            })
        };
        let mut open = self
            .filings
            .iter()
            .filter(|filing| filing.outcome.is_none())
            .peekable();
        if open.peek().is_some() {
            let is_claim = |filing: &Filing| {
                matches!(
                    filing.facts.remedy,
                    R::Rectification | R::RectificationAdministrative | R::ProcurementCorrection
                )
            };
            return Some(if open.all(is_claim) {
                AppealStage::UnderRectification
            } else {
                AppealStage::UnderAppeal
            });
        }
        if ended(OutcomeKind::Repealed) {
            Some(AppealStage::Repealed)
        } else if ended(OutcomeKind::Amended) {
            Some(AppealStage::Amended)
        } else {
            None
        }
    }
}

/// Where the appeal against a frozen decision stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AppealStage {
    /// It cannot be challenged, and nobody has tried.
    NoRemedy,
    /// Nobody's period has begun.
    NotServed,
    /// Somebody's period runs, at the longest to this day.
    Running {
        /// The last of the last days.
        last_day: Date,
    },
    /// Every known period is over; a registrar has not stated legal force.
    Over,
    /// A rectification claim waits for its decision.
    UnderRectification,
    /// An appeal waits for its decision.
    UnderAppeal,
    /// It was changed because of a filing.
    Amended,
    /// It was repealed because of a filing.
    Repealed,
    /// A registrar stated that it is final.
    Final {
        /// Since which day.
        from: Date,
    },
    /// The statement was reopened.
    Reopened,
}
