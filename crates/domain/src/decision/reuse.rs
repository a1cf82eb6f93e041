//! An earlier decision as the beginning of a new one, and what an official marks in a draft.

use super::content::DecisionContent;
use super::draft::{CommitmentDraft, DecisionDraft, PartyDraft};
use super::placeholder::{placeholder, unescaped};
use crate::money::Money;
use crate::text::Text;

impl DecisionDraft {
    /// A draft that begins with what an earlier decision said: its texts, lines, parties and
    /// authority. Its section is its own, and what was personal or secret in it is not carried
    /// on: `left_open` names the places where it stood, to be filled in or taken out.
    pub fn from_earlier(content: &DecisionContent, left_open: &str) -> Self {
        let text = |text: &Text| {
            let copied = text.replacing_withheld(&placeholder(left_open));
            unescaped(&copied.to_markup())
        };
        let commitments = content.commitments.0.iter().map(|line| CommitmentDraft {
            year: line.year.map(|year| year.to_string()).unwrap_or_default(),
            amount: typed(line.amount),
            strength: line.strength.code().to_owned(),
            budget_line: line.budget_line.clone().unwrap_or_default(),
            condition: line.condition.clone().unwrap_or_default(),
        });
        let parties = content.parties.reveal_to_official().iter();
        let parties = parties.map(|(organisation, means)| PartyDraft {
            organisation: organisation.to_string(),
            means: means.code().to_owned(),
        });
        Self {
            title: content.title.0.clone(),
            lang: content.lang.code().to_owned(),
            kind: content.kind.0.code().to_owned(),
            resolution: text(&content.resolution),
            background: text(&content.background),
            authority: content.authority.0.clone(),
            applied_provisions: content.applied_provisions.0.clone(),
            commitments: commitments.collect(),
            contact_office: content.contact.office.0.clone(),
            parties: parties.collect(),
            remedy: content.remedy.0.code().to_owned(),
            ..Self::default()
        }
    }

    /// The same draft with words of one of its texts marked as personal; `None` where the place
    /// takes no marks, its markup cannot be read, or the words do not stand there unmarked.
    pub fn with_personal(&self, place: &str, words: &str) -> Option<Self> {
        let marked = |typed: &str| {
            let text = Text::from_markup(typed).ok()?;
            let marked = text.with_personal(words);
            (marked != text).then(|| unescaped(&marked.to_markup()))
        };
        let mut draft = self.clone();
        match place {
            "resolution" => draft.resolution = marked(&self.resolution)?,
            "background" => draft.background = marked(&self.background)?,
            _ => return None,
        }
        Some(draft)
    }

    /// The same draft, in which some words are said to be about nobody.
    #[must_use]
    pub fn with_not_personal(&self, words: &str) -> Self {
        let mut draft = self.clone();
        if !self.says_not_personal(words) {
            if !draft.not_personal.is_empty() {
                draft.not_personal.push('\n');
            }
            draft.not_personal.push_str(words.trim());
        }
        draft
    }

    /// Whether somebody said that words are about nobody.
    pub fn says_not_personal(&self, words: &str) -> bool {
        let mut said = self.not_personal.lines().map(str::trim);
        said.any(|line| line == words.trim())
    }
}

/// An amount as it is typed into a field: `2 500,00`.
pub fn typed(amount: Money) -> String {
    let cents = amount.cents().unsigned_abs();
    let euros = (cents / 100).to_string();
    let mut grouped = String::new();
    for (at, digit) in euros.chars().enumerate() {
        if at > 0 && (euros.len() - at).is_multiple_of(3) {
            grouped.push(' ');
        }
        grouped.push(digit);
    }
    let sign = if amount < Money::ZERO { "-" } else { "" };
    format!("{sign}{grouped},{:02}", cents % 100)
}
