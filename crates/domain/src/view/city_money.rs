//! Where the city's euros go, as everybody sees it: from published decisions in force, and from the
//! plans of the projects that they fund. Nothing personal fits into these types.

use crate::budget::Promised;
use crate::commitment::Drawn;
use crate::decision::Commitment;
use crate::funding::Payer;
use crate::section::Section;
use crate::slug::Slug;
use crate::view::commitment_list::Named;
use crate::view::funding::{Planned, PlannedLine};

/// A part of the whole, whose rows can be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// What is promised of an accounting year, or of none.
    Year(Named<u16>),
    /// What is promised from a budget line, or from none.
    BudgetLine(Named<String>),
    /// What is promised to no project.
    WithoutProject,
    /// What a payer is to pay by the plans.
    Payer(Payer),
}

/// All of it.
#[derive(Clone, Debug, PartialEq)]
pub struct CityMoney {
    /// The sums of all.
    pub total: Promised,
    /// By accounting year, rising; at the end what names none.
    pub years: Vec<(Option<u16>, Promised)>,
    /// By budget line; at the end what names none.
    pub budget_lines: Vec<(Option<String>, Promised)>,
    /// By project, as many as there is room for, those with the most first.
    pub projects: Vec<ProjectMoney>,
    /// What is promised to further projects, and how many they are.
    pub further_projects: Option<(u64, Promised)>,
    /// What is promised to no project.
    pub without_project: Option<Promised>,
    /// What the plans of these projects say who pays, by name.
    pub payers: Vec<(Payer, Option<String>, Planned)>,
}

/// What is promised to a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectMoney {
    /// Its part of the address.
    pub slug: Slug,
    /// Its name.
    pub name: String,
    /// The sums.
    pub promised: Promised,
}

/// A page of the promises that a part is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PromiseRows {
    /// The part.
    pub part: Part,
    /// Its promises, those of the newest sections first.
    pub rows: Vec<PromiseRow>,
    /// The sums of all pages.
    pub promised: Promised,
    /// How many there are on all pages.
    pub total: u64,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
}

/// A promise of a published decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PromiseRow {
    /// The place of the decision.
    pub section: Section,
    /// The office or body that decided.
    pub decision_maker: String,
    /// The project, slug and name, where it is about one.
    pub project: Option<(Slug, String)>,
    /// The name of the project's beneficiary, where it is known.
    pub beneficiary: Option<String>,
    /// What was signed.
    pub commitment: Commitment,
    /// What is left of it and what of that is paid, and how firm it is now.
    pub drawn: Drawn,
}

/// A page of the planned amounts that a payer's sum is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct PlannedRows {
    /// Whose money it is.
    pub payer: Payer,
    /// The name of an organisation.
    pub name: Option<String>,
    /// The amounts of the page, by project.
    pub lines: Vec<PlannedLine>,
    /// The sum of all pages.
    pub total: Planned,
    /// The page, from 1.
    pub page: u32,
    /// How many pages there are, at least one.
    pub pages: u32,
}
