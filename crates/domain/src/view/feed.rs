//! What feeds of decisions and projects say.
//!
//! **Invariant:** as in [`super::public`], no type here can hold a personal or a secret value: what
//! a reader took over nobody calls back.

use time::OffsetDateTime;

use crate::Lang;
use crate::section::Section;
use crate::text::Text;
use crate::view::decision_list::{DecisionFilter, FilterNames};
use crate::view::public::{DecisionRow, ProjectRow};

/// The end of the address of a feed as Atom, after that of its list.
pub const ATOM: &str = ".atom";
/// The end of the address of a feed as JSON Feed, after that of its list.
pub const JSON: &str = ".feed.json";
/// The most entries of a feed, and the most tombstones.
pub const ENTRIES: u32 = 50;

/// A feed of the decisions that a filter leaves.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionFeed {
    /// What it is narrowed to; its page and its order are without meaning.
    pub filter: DecisionFilter,
    /// The names of that.
    pub names: FilterNames,
    /// The decisions, the last published first.
    pub entries: Vec<DecisionEntry>,
    /// What was withdrawn, the last first.
    pub withdrawn: Vec<WithdrawnEntry>,
}

/// A decision in a feed.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionEntry {
    /// What lists show of it.
    pub row: DecisionRow,
    /// Its resolution, public version.
    pub resolution: Text,
    /// The beginning of the day on which it became public, if that is known.
    pub published: Option<OffsetDateTime>,
    /// When it was published, last corrected or published again.
    pub updated: OffsetDateTime,
}

/// A decision that was withdrawn, as far as everybody may know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawnEntry {
    /// Its address.
    pub section: Section,
    /// The office or body that decided.
    pub decision_maker: String,
    /// What the public is told.
    pub reason: String,
    /// Since when.
    pub since: OffsetDateTime,
    /// Its title and the language of that, unless the title went too.
    pub title: Option<(String, Lang)>,
}

/// A feed of the projects that words find, or of the newest.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectFeed {
    /// The words, or empty.
    pub words: String,
    /// The projects, as their list has them.
    pub entries: Vec<ProjectEntry>,
}

/// A project in a feed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectEntry {
    /// What lists show of it.
    pub row: ProjectRow,
    /// What is done in it; may be empty.
    pub summary: String,
    /// The beginning of the first known day on which a decision about it became public.
    pub published: Option<OffsetDateTime>,
    /// When a public decision about it or its funding plan last changed.
    pub updated: OffsetDateTime,
}
