//! How far a project has come. `docs/states/project.md` draws it.

use serde::{Deserialize, Serialize};
use time::Date;

use crate::finding::{Finding, FindingCode, Findings};

/// How far a project has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Idea: it is being thought of.
    Idea,
    /// Haettu: funding has been applied for.
    Applied,
    /// Myönnetty: funding has been granted, and it has not begun.
    Granted,
    /// Käynnissä: it runs.
    Running,
    /// Päättynyt: its work has ended; reports and claims may still be made.
    Ended,
    /// Loppuraportti hyväksytty: the funder has accepted the final report.
    FinalReportAccepted,
    /// Keskeytetty: it stopped before its end, or came to nothing.
    Interrupted,
}

impl Phase {
    /// Every phase.
    pub const ALL: [Self; 7] = [
        Self::Idea,
        Self::Applied,
        Self::Granted,
        Self::Running,
        Self::Ended,
        Self::FinalReportAccepted,
        Self::Interrupted,
    ];

    /// The stored code.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Applied => "applied",
            Self::Granted => "granted",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::FinalReportAccepted => "final_report_accepted",
            Self::Interrupted => "interrupted",
        }
    }

    /// The phase of a stored code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|phase| phase.code() == code)
    }

    /// What can come after it.
    pub const fn next(self) -> &'static [Self] {
        match self {
            // A project that seeks no funding outside the city begins without an application.
            Self::Idea => &[Self::Applied, Self::Running, Self::Interrupted],
            // What was refused may be applied for again. Whoever has applied may begin at the own
            // risk before the decision (757/2021 19 §).
            Self::Applied => &[Self::Idea, Self::Granted, Self::Running, Self::Interrupted],
            Self::Granted => &[Self::Running, Self::Interrupted],
            Self::Running => &[Self::Ended, Self::Interrupted],
            Self::Ended => &[Self::FinalReportAccepted],
            Self::FinalReportAccepted => &[],
            // It may be taken up again where it was, or be reported as far as it came.
            Self::Interrupted => &[
                Self::Idea,
                Self::Applied,
                Self::Granted,
                Self::Running,
                Self::FinalReportAccepted,
            ],
        }
    }
}

/// A phase that a project came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhaseStep {
    /// The phase.
    pub phase: Phase,
    /// Since which day.
    pub on: Date,
    /// What it rests on, such as the number of a decision, or empty. For officials.
    pub remark: String,
}

/// How far a project has come, step by step: each can follow the one before, and no day is before
/// the one of the step before it. Without a step nobody has recorded a phase yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<PhaseStep>", into = "Vec<PhaseStep>")]
pub struct PhaseSteps(Vec<PhaseStep>);

/// Why a project does not come to a phase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoSuchStep {
    /// It cannot come after the phase that it has.
    #[error("the phase cannot come after the one before")]
    Phase,
    /// The day is before the one of the step before.
    #[error("the day is before the step before")]
    Day,
}

impl PhaseSteps {
    /// Every step, the first one first.
    pub fn all(&self) -> &[PhaseStep] {
        &self.0
    }

    /// The phase that it has and since when, if one was recorded.
    pub fn now(&self) -> Option<&PhaseStep> {
        self.0.last()
    }

    /// The phases it can come to: at first any, as a project may be known late.
    pub fn next(&self) -> &'static [Phase] {
        match self.now() {
            Some(step) => step.phase.next(),
            None => &Phase::ALL,
        }
    }

    /// The steps with one more.
    ///
    /// # Errors
    /// [`NoSuchStep`] where the phase cannot follow, or the day is too early.
    pub fn and(mut self, step: PhaseStep) -> Result<Self, NoSuchStep> {
        if !self.next().contains(&step.phase) {
            return Err(NoSuchStep::Phase);
        }
        if self.now().is_some_and(|before| step.on < before.on) {
            return Err(NoSuchStep::Day);
        }
        self.0.push(step);
        Ok(self)
    }

    /// The steps without the last one, which was recorded by mistake; `None` where there is none.
    #[must_use]
    pub fn without_last(mut self) -> Option<Self> {
        self.0.pop()?;
        Some(self)
    }

    /// The day on which its work began, where that was recorded.
    pub fn began(&self) -> Option<Date> {
        let first = self.0.iter().find(|step| step.phase == Phase::Running);
        first.map(|step| step.on)
    }

    /// The day on which its work ended or was interrupted, unless it was taken up again.
    pub fn ended(&self) -> Option<Date> {
        let stopped = |phase| {
            matches!(
                phase,
                Phase::Ended | Phase::Interrupted | Phase::FinalReportAccepted
            )
        };
        let last = self.0.iter().rev();
        let last = last.take_while(|step| stopped(step.phase));
        // The acceptance of a report is no end of the work, unless nothing else was recorded.
        last.last().map(|step| step.on)
    }

    /// Whether it is known not to have ended.
    pub fn goes_on(&self) -> bool {
        self.now().is_some() && self.ended().is_none()
    }
}

impl TryFrom<Vec<PhaseStep>> for PhaseSteps {
    type Error = NoSuchStep;

    fn try_from(steps: Vec<PhaseStep>) -> Result<Self, NoSuchStep> {
        let none = Self::default();
        steps.into_iter().try_fold(none, Self::and)
    }
}

impl From<PhaseSteps> for Vec<PhaseStep> {
    fn from(steps: PhaseSteps) -> Self {
        steps.0
    }
}

/// A step as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PhaseDraft {
    /// Code of the phase.
    pub project_phase: String,
    /// Since which day.
    pub phase_on: String,
    /// What it rests on.
    pub phase_remark: String,
}

impl PhaseDraft {
    /// The steps of a project with the one that was typed.
    ///
    /// # Errors
    /// Every finding at once, each with the field it belongs to.
    pub fn read(&self, steps: &PhaseSteps, today: Date) -> Result<PhaseSteps, Findings> {
        let mut findings = Findings::default();
        let code = findings.required("project_phase", &self.project_phase, 40);
        let phase = Phase::from_code(&code);
        if phase.is_none() && !code.is_empty() {
            findings.push(Finding::at("project_phase", FindingCode::UnknownChoice));
        }
        let on = findings.past_day("phase_on", &self.phase_on, today);
        let remark = findings.text("phase_remark", &self.phase_remark, 300);
        let (Some(phase), Some(on)) = (phase, on) else {
            return Err(findings);
        };
        let moved = steps.clone().and(PhaseStep { phase, on, remark });
        let moved = moved.inspect_err(|why| {
            findings.push(match why {
                NoSuchStep::Phase => Finding::at("project_phase", FindingCode::PhaseNotNext),
                NoSuchStep::Day => Finding::at("phase_on", FindingCode::DayBeforePhase),
            });
        });
        findings.into_result(moved.unwrap_or_default())
    }
}
