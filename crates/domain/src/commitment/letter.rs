//! The letter of commitment (rahoitussitoumus): what the city has promised to a project, for the
//! applicant to attach to an application for the rest of the funding.

use time::{Date, PrimitiveDateTime};

use super::Position;
use crate::Lang;
use crate::decision::{Commitment, CommitmentStrength};
use crate::finding::{Finding, FindingCode, Findings};
use crate::legal_force::{AppealFacts, AppealStage};
use crate::money::Money;

/// A letter as typed. The places of its findings are the names of the fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LetterDraft {
    /// The language of the letter.
    pub letter_lang: String,
    /// The last day of the promise; empty where the decision sets none.
    pub valid_until: String,
}

/// What is chosen of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LetterTerms {
    /// The language of the letter.
    pub lang: Lang,
    /// The last day of the promise, where the decision sets one.
    pub valid_until: Option<Date>,
}

impl LetterDraft {
    /// Reads what was typed.
    ///
    /// # Errors
    /// Every finding at once: no language, or a day that has passed or is none.
    pub fn read(&self, today: Date) -> Result<LetterTerms, Findings> {
        let mut findings = Findings::default();
        let lang = Lang::from_code(self.letter_lang.trim());
        if lang.is_none() {
            findings.push(Finding::at("letter_lang", FindingCode::UnknownChoice));
        }
        let valid_until = findings.date("valid_until", &self.valid_until);
        if valid_until.is_some_and(|day| day < today) {
            findings.push(Finding::at("valid_until", FindingCode::DayPassed));
        }
        findings.into_result(LetterTerms {
            lang: lang.unwrap_or_default(),
            valid_until,
        })
    }
}

/// A promise as a letter states it: what of it stands on the day of the letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterLine {
    /// The accounting year; `None` where the decision names none.
    pub year: Option<u16>,
    /// What stands: open and paid together.
    pub amount: Money,
    /// How firm it is now.
    pub strength: CommitmentStrength,
    /// What it waits for; of a conditional one alone.
    pub condition: Option<String>,
}

impl LetterLine {
    /// What stands of a commitment; `None` where nothing does.
    pub fn of(commitment: &Commitment, position: Position) -> Option<Self> {
        let drawn = position.drawn()?;
        let waits = drawn.strength == CommitmentStrength::Conditional;
        (drawn.amount > Money::ZERO).then(|| Self {
            year: commitment.year,
            amount: drawn.amount,
            strength: drawn.strength,
            condition: commitment.condition.clone().filter(|_| waits),
        })
    }
}

/// Whether a decision is final, as a letter tells it. That a claim exists it never tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finality {
    /// A registrar stated that it is.
    Final {
        /// Since which day.
        from: Date,
    },
    /// It cannot be challenged.
    NoRemedy,
    /// Not yet; the earliest day on which it can be.
    Earliest(Date),
    /// Not yet, and no earliest day can be told.
    NotComputable,
}

impl Finality {
    /// What the facts of a decision say at a moment of Helsinki time.
    pub fn at(facts: &AppealFacts, now: PrimitiveDateTime) -> Self {
        match facts.stage(now) {
            AppealStage::Final { from } => Self::Final { from },
            AppealStage::NoRemedy => Self::NoRemedy,
            _ => facts
                .earliest_finality()
                .map_or(Self::NotComputable, Self::Earliest),
        }
    }
}

/// Why no letter can be given of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoLetter {
    /// The decision is secret as a whole.
    WhollySecret,
    /// It funds no project.
    NoProject,
    /// Nobody knows who runs the project, so that there is no applicant to name.
    NoBeneficiary,
    /// It was repealed, has lapsed, or was changed because of a claim or an appeal.
    Ended,
    /// Nothing that it promises stands, or it only provides for something.
    NothingPromised,
}

/// What the possibility of a letter follows from, beside the promises.
#[derive(Clone, Copy, Debug)]
pub struct LetterGrounds {
    /// Whether the decision is secret as a whole.
    pub is_wholly_secret: bool,
    /// Whether it funds a project.
    pub has_project: bool,
    /// Whether it is known who runs the project.
    pub has_beneficiary: bool,
    /// Where the appeal against it stands.
    pub stage: AppealStage,
}

impl LetterGrounds {
    /// The lines of a letter, from the commitments of the decision.
    ///
    /// # Errors
    /// Why there can be none.
    pub fn lines<'a>(
        &self,
        commitments: impl IntoIterator<Item = (&'a Commitment, Position)>,
    ) -> Result<Vec<LetterLine>, NoLetter> {
        if self.is_wholly_secret {
            return Err(NoLetter::WhollySecret);
        }
        if !self.has_project {
            return Err(NoLetter::NoProject);
        }
        let commitments: Vec<_> = commitments.into_iter().collect();
        let is_ended = commitments.iter().any(|(_, position)| position.is_ended);
        let is_replaced = matches!(self.stage, AppealStage::Repealed | AppealStage::Amended);
        if is_ended || is_replaced {
            return Err(NoLetter::Ended);
        }
        let lines = commitments.into_iter();
        let lines = lines.filter_map(|(commitment, position)| LetterLine::of(commitment, position));
        let lines: Vec<LetterLine> = lines.collect();
        // What is only provided for is noted in the letter, and is no commitment.
        if !lines.iter().any(|line| line.strength.is_committed()) {
            return Err(NoLetter::NothingPromised);
        }
        if !self.has_beneficiary {
            return Err(NoLetter::NoBeneficiary);
        }
        Ok(lines)
    }
}
