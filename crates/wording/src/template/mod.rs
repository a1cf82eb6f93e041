//! What a new decision begins with: title, texts and defaults of its kind in its language.
//!
//! A template fills in what the register knows and leaves a placeholder, `[[…]]`, for what a
//! person has to write. A draft with one cannot be sent.

mod en;
mod fi;
mod sv;

use domain::Lang;
use domain::city::LocalName;
use domain::decision::{
    CommitmentDraft, CommitmentStrength, DecisionDraft, DecisionKind, placeholder, typed_amount,
};
use domain::money::{Money, Share};
use domain::project::ProjectPeriod;

use crate::format;

/// What is known of what the decision is about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The name of the project.
    pub project: Option<String>,
    /// The name of its beneficiary.
    pub beneficiary: Option<String>,
    /// When it runs.
    pub period: Option<ProjectPeriod>,
    /// The city's share of its funding, where the plan states it.
    pub share: Option<Share>,
    /// What the plan has of the city: year and amount, rising by year.
    pub sums: Vec<(u16, Money)>,
}

/// The words of a template in one language.
struct Words {
    /// Titles by kind, with the project's name in the place of `{}`.
    title: fn(DecisionKind) -> &'static str,
    /// Resolutions by kind: `{city}`, `{project}`, `{beneficiary}`, `{sums}`, `{condition}`,
    /// `{earlier}`, `{what}`.
    resolution: fn(DecisionKind) -> &'static str,
    /// Backgrounds by kind: `{project}`, `{beneficiary}`, `{period}`, `{share}`, and the
    /// placeholders of their own.
    background: fn(DecisionKind) -> &'static str,
    /// A sum and its year: `{amount}`, `{year}`.
    sum: &'static str,
    /// Between the last two sums.
    and: &'static str,
    /// The sum of several: `{amount}`.
    in_all: &'static str,
    /// When the project runs: `{period}`.
    runs: &'static str,
    /// The city's share: `{share}`.
    share: &'static str,
    /// The provisions that apply to a promise of money to a project.
    provisions: &'static str,
    /// What placeholders are called.
    open: Open,
}

/// What placeholders are called.
struct Open {
    project: &'static str,
    beneficiary: &'static str,
    amount: &'static str,
    year: &'static str,
    condition: &'static str,
    earlier: &'static str,
    what: &'static str,
    provisions: &'static str,
    authority: &'static str,
    withheld: &'static str,
}

const fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fi => &fi::WORDS,
        Lang::Sv => &sv::WORDS,
        Lang::En => &en::WORDS,
    }
}

/// A draft of a kind in a language, filled in as far as the facts go.
pub fn draft(kind: DecisionKind, lang: Lang, city: &LocalName, facts: &Facts) -> DecisionDraft {
    let words = words(lang);
    let condition = || placeholder(words.open.condition);
    let fill = |text: &str| {
        let or = |known: Option<&String>, open: &str| {
            known.map_or_else(|| placeholder(open), |known| escaped(known))
        };
        text.replace("{city}", &escaped(city.in_lang(lang)))
            .replace("{project}", &or(facts.project.as_ref(), words.open.project))
            .replace(
                "{beneficiary}",
                &or(facts.beneficiary.as_ref(), words.open.beneficiary),
            )
            .replace("{sums}", &sums(words, facts, lang))
            .replace("{period}", &period(words, facts))
            .replace("{share}", &share(words, facts, lang))
            .replace("{condition}", &condition())
            .replace("{earlier}", &placeholder(words.open.earlier))
            .replace("{what}", &placeholder(words.open.what))
            .trim()
            .to_owned()
    };
    let project = facts.project.clone();
    let project = project.unwrap_or_else(|| placeholder(words.open.project));
    let provisions = match kind {
        DecisionKind::Amendment | DecisionKind::Repeal | DecisionKind::Other => {
            placeholder(words.open.provisions)
        }
        _ => words.provisions.to_owned(),
    };
    DecisionDraft {
        title: (words.title)(kind).replace("{}", &project),
        lang: lang.code().to_owned(),
        kind: kind.code().to_owned(),
        resolution: fill((words.resolution)(kind)),
        background: fill((words.background)(kind)),
        authority: placeholder(words.open.authority),
        applied_provisions: provisions,
        commitments: strength(kind)
            .map(|strength| lines(strength, facts, &condition()))
            .unwrap_or_default(),
        ..DecisionDraft::default()
    }
}

/// What stands in a copied text where something was withheld.
pub const fn withheld(lang: Lang) -> &'static str {
    words(lang).open.withheld
}

/// The strength that lines of a kind begin with; `None` where a kind begins without lines.
const fn strength(kind: DecisionKind) -> Option<CommitmentStrength> {
    match kind {
        DecisionKind::Grant | DecisionKind::Participation => Some(CommitmentStrength::Granted),
        DecisionKind::ConditionalPromise => Some(CommitmentStrength::Conditional),
        DecisionKind::Provision => Some(CommitmentStrength::ProvidedFor),
        DecisionKind::Amendment | DecisionKind::Repeal | DecisionKind::Other => None,
    }
}

fn lines(strength: CommitmentStrength, facts: &Facts, condition: &str) -> Vec<CommitmentDraft> {
    let condition = if strength == CommitmentStrength::Conditional {
        condition
    } else {
        ""
    };
    let line = |year: String, amount: String| CommitmentDraft {
        year,
        amount,
        strength: strength.code().to_owned(),
        budget_line: String::new(),
        condition: condition.to_owned(),
    };
    if facts.sums.is_empty() {
        return vec![line(String::new(), String::new())];
    }
    let sums = facts.sums.iter();
    sums.map(|(year, amount)| line(year.to_string(), typed_amount(*amount)))
        .collect()
}

/// The sums as the resolution names them, each once, and their total after several.
fn sums(words: &Words, facts: &Facts, lang: Lang) -> String {
    let one = |amount: &str, year: &str| {
        words
            .sum
            .replace("{amount}", amount)
            .replace("{year}", year)
    };
    let named: Vec<String> = facts
        .sums
        .iter()
        .map(|(year, amount)| one(&plain(*amount, lang), &year.to_string()))
        .collect();
    match &named[..] {
        [] => one(
            &placeholder(words.open.amount),
            &placeholder(words.open.year),
        ),
        [only] => only.clone(),
        [first @ .., last] => {
            let total = Money::checked_sum(facts.sums.iter().map(|(_, amount)| *amount));
            let total = total.map(|total| words.in_all.replace("{amount}", &plain(total, lang)));
            let total = total.unwrap_or_default();
            format!("{} {} {last}{total}", first.join(", "), words.and)
        }
    }
}

/// An amount before the word for euros: `2 500`, and `2 500,50` where there are cents.
fn plain(amount: Money, lang: Lang) -> String {
    let typed = typed_amount(amount);
    let whole = typed.strip_suffix(",00").unwrap_or(&typed);
    match lang {
        Lang::Fi | Lang::Sv => whole.to_owned(),
        Lang::En => whole.replace(',', "."),
    }
}

fn period(words: &Words, facts: &Facts) -> String {
    let runs = |period| {
        words
            .runs
            .replace("{period}", &format::project_period(period))
    };
    facts.period.map(runs).unwrap_or_default()
}

fn share(words: &Words, facts: &Facts, lang: Lang) -> String {
    let told = |share| words.share.replace("{share}", &format::share(share, lang));
    facts.share.map(told).unwrap_or_default()
}

/// Words in which nothing is markup.
fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for letter in words.chars() {
        if ['\\', '{', '}', '['].contains(&letter) {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}
