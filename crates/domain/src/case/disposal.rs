//! Disposal: when a case may lose what is not kept for good, and who says so.
//!
//! The register proposes nothing that somebody could still need; one official proposes a case, and
//! another one approves it or leaves it.

use time::{Date, OffsetDateTime, PrimitiveDateTime};

use super::{CaseState, CaseWork, RetentionRule};
use crate::id::{CaseId, DisposalId, UserId};
use crate::legal_force::{AppealFacts, AppealStage};

/// A line of the disposal list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disposal {
    /// Its identity.
    pub id: DisposalId,
    /// Raised with each saved change.
    pub version: i64,
    /// The case.
    pub case: CaseId,
    /// The last day of its retention when it was proposed.
    pub retention_ended_on: Date,
    /// The ground of the rule by which it ended.
    pub ground: String,
    /// When it was proposed.
    pub proposed_at: OffsetDateTime,
    /// By which account.
    pub proposed_by: UserId,
    /// The office of the one who proposed it.
    pub proposed_office: String,
    /// What another official said to it.
    pub state: DisposalState,
}

/// What became of a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DisposalState {
    /// It waits for another official.
    Proposed,
    /// It was left: the case is kept on.
    Left {
        /// When.
        at: OffsetDateTime,
        /// By which account.
        by: UserId,
        /// The office of that account.
        office: String,
        /// Why.
        reason: String,
    },
    /// It was approved, and the case disposed of in the same act.
    Disposed {
        /// When.
        at: OffsetDateTime,
        /// By which account.
        by: UserId,
        /// The office of that account.
        office: String,
    },
}

/// Why a line cannot be approved or left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDisposable {
    /// It was approved or left before.
    #[error("something was said to this proposal before")]
    Decided,
    /// Who proposes does not approve.
    #[error("one who proposed a disposal does not approve it")]
    SamePerson,
}

impl Disposal {
    /// The line, left with a reason.
    ///
    /// # Errors
    /// [`NotDisposable`] where it was decided before, or by the one who proposed it.
    pub fn leave(
        self,
        at: OffsetDateTime,
        by: UserId,
        office: String,
        reason: String,
    ) -> Result<Self, NotDisposable> {
        self.is_open_to(by)?;
        let state = DisposalState::Left {
            at,
            by,
            office,
            reason,
        };
        Ok(Self { state, ..self })
    }

    /// The line, approved.
    ///
    /// # Errors
    /// The same.
    pub fn approve(
        self,
        at: OffsetDateTime,
        by: UserId,
        office: String,
    ) -> Result<Self, NotDisposable> {
        self.is_open_to(by)?;
        let state = DisposalState::Disposed { at, by, office };
        Ok(Self { state, ..self })
    }

    fn is_open_to(&self, by: UserId) -> Result<(), NotDisposable> {
        if self.state != DisposalState::Proposed {
            Err(NotDisposable::Decided)
        } else if self.proposed_by == by {
            Err(NotDisposable::SamePerson)
        } else {
            Ok(())
        }
    }
}

/// What the proposal of a case follows from.
#[derive(Clone, Debug)]
pub struct DisposalFacts<'a> {
    /// Where the case stands.
    pub state: CaseState,
    /// The day it was closed.
    pub closed_on: Option<Date>,
    /// The rules of its class; none where it has no class.
    pub rules: &'a [RetentionRule],
    /// What is under way in it.
    pub work: CaseWork,
    /// Where the appeal against each of its decisions stands.
    pub appeals: &'a [AppealFacts],
    /// When each of its projects ends.
    pub projects: &'a [ProjectEnd],
}

/// When a project ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProjectEnd {
    /// On this day.
    On(Date),
    /// Nobody knows.
    Unknown,
}

/// A case whose retention has ended and in which nothing runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ripe {
    /// The last day of its retention.
    pub retention_ended_on: Date,
    /// The ground of the rule that kept it longest.
    pub ground: String,
}

/// Why a case is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DisposalObstacle {
    /// It is not closed, or disposed of already.
    NotClosed,
    /// No rule says how long its class is kept, or it has no class.
    NoRule,
    /// It is kept permanently.
    Permanent,
    /// Its retention runs to this day.
    RunsUntil(Date),
    /// A decision is not made yet.
    Undecided,
    /// A claim or appeal has no outcome.
    FilingOpen,
    /// An appeal period runs.
    AppealPeriodRuns,
    /// Somebody's appeal period is not known, and no statement of legal force holds.
    AppealPeriodUnknown,
    /// A project runs.
    ProjectRuns(Date),
    /// Nobody knows when a project ends.
    ProjectEndUnknown,
}

impl DisposalFacts<'_> {
    /// Whether the case may be proposed at a moment of Helsinki time.
    ///
    /// A case is kept as long as either the rule of the day it was closed or the rule of today
    /// keeps it: a new rule may lengthen what an old one promised, and never shortens it.
    ///
    /// # Errors
    /// Everything for which it is kept.
    pub fn ripe(&self, now: PrimitiveDateTime) -> Result<Ripe, Vec<DisposalObstacle>> {
        let mut obstacles = self.under_way(now);
        let ended = self.retention(now.date());
        match ended {
            Ok(ripe) if obstacles.is_empty() => Ok(ripe),
            Ok(_) => Err(obstacles),
            Err(kept) => {
                obstacles.insert(0, kept);
                Err(obstacles)
            }
        }
    }

    fn retention(&self, today: Date) -> Result<Ripe, DisposalObstacle> {
        let (CaseState::Closed, Some(closed_on)) = (self.state, self.closed_on) else {
            return Err(DisposalObstacle::NotClosed);
        };
        let rule_on = |day| self.rules.iter().find(|rule| rule.holds_on(day));
        // Without a rule of today nobody says that it may go.
        let current = rule_on(today).ok_or(DisposalObstacle::NoRule)?;
        let rules = [rule_on(closed_on).unwrap_or(current), current];
        let mut longest: Option<Ripe> = None;
        for rule in rules {
            let last = rule
                .retention
                .last_day(closed_on)
                .ok_or(DisposalObstacle::Permanent)?;
            if longest
                .as_ref()
                .is_none_or(|ripe| ripe.retention_ended_on < last)
            {
                longest = Some(Ripe {
                    retention_ended_on: last,
                    ground: rule.ground.clone(),
                });
            }
        }
        let ripe = longest.ok_or(DisposalObstacle::NoRule)?;
        if ripe.retention_ended_on < today {
            Ok(ripe)
        } else {
            Err(DisposalObstacle::RunsUntil(ripe.retention_ended_on))
        }
    }

    fn under_way(&self, now: PrimitiveDateTime) -> Vec<DisposalObstacle> {
        use DisposalObstacle as O;
        let mut obstacles = Vec::new();
        if self.work.undecided > 0 {
            obstacles.push(O::Undecided);
        }
        if self.work.open_filings > 0 {
            obstacles.push(O::FilingOpen);
        }
        for facts in self.appeals {
            match facts.stage(now) {
                AppealStage::Running { .. } => obstacles.push(O::AppealPeriodRuns),
                AppealStage::UnderRectification | AppealStage::UnderAppeal => {
                    obstacles.push(O::FilingOpen);
                }
                // A period that never began never ends.
                AppealStage::NotServed | AppealStage::Reopened => {
                    obstacles.push(O::AppealPeriodUnknown);
                }
                AppealStage::Over if facts.parties.iter().any(|(_, period)| period.is_err()) => {
                    obstacles.push(O::AppealPeriodUnknown);
                }
                AppealStage::Over
                | AppealStage::NoRemedy
                | AppealStage::Amended
                | AppealStage::Repealed
                | AppealStage::Final { .. } => {}
            }
        }
        for end in self.projects {
            match end {
                ProjectEnd::On(day) if *day >= now.date() => obstacles.push(O::ProjectRuns(*day)),
                ProjectEnd::On(_) => {}
                ProjectEnd::Unknown => obstacles.push(O::ProjectEndUnknown),
            }
        }
        obstacles.sort_unstable();
        obstacles.dedup();
        obstacles
    }
}
