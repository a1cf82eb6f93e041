//! Finds in a draft what is probably about a person and is not marked.
//!
//! It is a help and no proof: what it finds is shown to the official, who marks it or says that it
//! is about nobody; what it does not find is still the official's to mark. An identity code and an
//! account number have check digits, so that they are hardly ever something else, and block.
//!
//! Not looked at are the contact person and the distribution, which are never public, and what an
//! import left aside. The office that gives further information (hallintolaki 44 §), officials,
//! and the registry's own addresses are [`Known`].

mod address;
mod code;
mod contact;
mod given_names;
mod name;
mod word;

use std::ops::Range;

use crate::decision::DecisionDraft;
use crate::finding::FindingCode;
use crate::publicity::Personal;
use crate::text::Text;

/// Letters shown on either side of what was found.
const AROUND: usize = 40;

/// What is nobody's secret though it may look like it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// Names of organisations, projects and officials.
    pub names: Vec<String>,
    /// Addresses and numbers of the city, its registry and the courts: e-mail, street, telephone.
    pub contacts: Vec<String>,
}

/// What something probably is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MentionKind {
    /// A Finnish personal identity code (henkilötunnus) with a right check character.
    IdentityCode,
    /// An account number (IBAN) with right check digits.
    AccountNumber,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A street address.
    Address,
    /// A person's name.
    Name,
}

/// Something that is probably about a person and is not marked. For officials only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The field it stands in.
    pub place: String,
    /// What it probably is.
    pub kind: MentionKind,
    /// The words.
    pub words: Personal<String>,
    /// What stands before and after them.
    pub around: Personal<(String, String)>,
}

impl MentionKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::IdentityCode,
        Self::AccountNumber,
        Self::Email,
        Self::Phone,
        Self::Address,
        Self::Name,
    ];

    /// What is found where it is not marked.
    pub const fn code(self) -> FindingCode {
        match self {
            Self::IdentityCode => FindingCode::IdentityCodeUnmarked,
            Self::AccountNumber => FindingCode::AccountNumberUnmarked,
            Self::Email => FindingCode::EmailUnmarked,
            Self::Phone => FindingCode::PhoneUnmarked,
            Self::Address => FindingCode::AddressUnmarked,
            Self::Name => FindingCode::NameUnmarked,
        }
    }

    /// Whether an official may say that it is about nobody. Check digits leave no doubt.
    pub const fn may_be_about_nobody(self) -> bool {
        !matches!(self, Self::IdentityCode | Self::AccountNumber)
    }
}

impl Mention {
    /// Whether its field is a text, in which words can be marked.
    pub fn can_be_marked(&self) -> bool {
        ["resolution", "background"].contains(&self.place.as_str())
    }
}

/// What is found in a draft, in the order of its form.
pub fn mentions(draft: &DecisionDraft, known: &Known) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let skipped = [
        "contact_person",
        "distribution",
        "unrecognised",
        "not_personal",
    ];
    let fields = draft.to_pairs().into_iter();
    for (place, typed) in fields.filter(|(place, _)| !skipped.contains(&place.as_str())) {
        let passages = if ["resolution", "background"].contains(&place.as_str()) {
            // A text that cannot be read has a finding of its own; marks can only be guessed.
            Text::from_markup(&typed).map_or_else(|_| Vec::new(), |text| open(&text))
        } else {
            typed.lines().map(str::to_owned).collect()
        };
        for passage in passages {
            for (kind, at) in look(&passage, known) {
                let mention = mention(&place, kind, &passage, at);
                let words = mention.words.reveal_to_official();
                let said = kind.may_be_about_nobody() && draft.says_not_personal(words);
                let again = found
                    .iter()
                    .any(|of| of.place == place && of.words == mention.words);
                if !said && !again {
                    found.push(mention);
                }
            }
        }
    }
    found
}

/// The words of a text that are not marked, and the addresses its open links lead to.
fn open(text: &Text) -> Vec<String> {
    let mut passages = text.open_passages();
    let links = text.open_links().into_iter();
    passages.extend(links.map(|href| href.trim_start_matches("mailto:").to_owned()));
    passages
}

/// What is found in one passage, in its order. Nothing is found twice.
///
/// ```
/// use domain::personal::{Known, MentionKind, look};
/// let found = look("Soita Maija Mallille, 040 123 4567.", &Known::default());
/// let kinds: Vec<MentionKind> = found.into_iter().map(|(kind, _)| kind).collect();
/// assert_eq!(kinds, [MentionKind::Name, MentionKind::Phone]);
/// ```
pub fn look(passage: &str, known: &Known) -> Vec<(MentionKind, Range<usize>)> {
    let mut found: Vec<(MentionKind, Range<usize>)> = Vec::new();
    // The surest first: what is part of it is nothing else.
    for kind in MentionKind::ALL {
        let of_kind = match kind {
            MentionKind::IdentityCode => code::identity_codes(passage),
            MentionKind::AccountNumber => code::account_numbers(passage),
            MentionKind::Email => contact::emails(passage, known),
            MentionKind::Phone => contact::phones(passage, known),
            MentionKind::Address => address::addresses(passage, known),
            MentionKind::Name => name::names(passage, known),
        };
        for at in of_kind.into_iter().filter(|at| is_whole(passage, at)) {
            let free =
                |(_, taken): &(_, Range<usize>)| taken.end <= at.start || at.end <= taken.start;
            if found.iter().all(free) {
                found.push((kind, at));
            }
        }
    }
    found.sort_by_key(|(_, at)| at.start);
    found
}

/// Whether no letter or digit stands before or after it: words are marked whole or not at all.
fn is_whole(passage: &str, at: &Range<usize>) -> bool {
    let before = passage[..at.start].chars().next_back();
    let after = passage[at.end..].chars().next();
    ![before, after]
        .into_iter()
        .flatten()
        .any(char::is_alphanumeric)
}

fn mention(place: &str, kind: MentionKind, passage: &str, at: Range<usize>) -> Mention {
    let before: Vec<char> = passage[..at.start].chars().rev().take(AROUND).collect();
    let after = passage[at.end..].chars().take(AROUND).collect();
    Mention {
        place: place.to_owned(),
        kind,
        words: Personal::new(passage[at].to_owned()),
        around: Personal::new((before.into_iter().rev().collect(), after)),
    }
}
