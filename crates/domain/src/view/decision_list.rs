//! The public list of decisions: what it is narrowed to, and what it shows.
//!
//! A filter is read from and written to an address here and nowhere else, so that chips, pages,
//! feeds and downloads of a list speak of the same decisions.

use time::Date;

use crate::codes::codes;
use crate::finding::parse_date;
use crate::id::OrganisationId;
use crate::search::Snippet;
use crate::slug::Slug;
use crate::view::public::{CaseRow, DecisionRow, ProjectRow};

/// The longest search text that is read, in characters.
pub const LONGEST_WORDS: usize = 200;

/// The most decisions of a list that its workbook holds, the newest: it is in memory as a whole. Its
/// other files hold all.
pub const MOST_IN_WORKBOOK: u32 = 20_000;

/// What a list of decisions is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionFilter {
    /// Only those that these words find, as typed; empty for all.
    pub words: String,
    /// Only those published on this day or later.
    pub from: Option<Date>,
    /// Only those published on this day or earlier.
    pub until: Option<Date>,
    /// Only decisions of this series, which is to say of this decision maker.
    pub series: Option<Slug>,
    /// Only those that fund this project.
    pub project: Option<Slug>,
    /// Only those about projects that this organisation pays for by their plans.
    pub funder: Option<OrganisationId>,
    /// Only decisions of sections of this year.
    pub year: Option<u16>,
    /// Only those that stand here now.
    pub stage: Option<ListedStage>,
    /// In which order.
    pub order: Option<ListOrder>,
    /// The page, from 1.
    pub page: u32,
}

codes! {
    /// Where a published decision stands, as a list can be narrowed to.
    pub enum ListedStage {
        /// The municipal member's period runs.
        Running = "kaynnissa",
        /// The municipal member's period is over and nobody stated that it is final.
        Over = "paattynyt",
        /// A registrar stated that it is final.
        Final = "lainvoimainen",
    }
}

codes! {
    /// In which order a list stands.
    pub enum ListOrder {
        /// What fits the words best first; of words only.
        Fitting = "osuvin",
        /// The last published first.
        Newest = "uusin",
        /// The first published first.
        Oldest = "vanhin",
    }
}

/// A part of a filter that can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FilterPart {
    /// The words.
    Words,
    /// The first day.
    From,
    /// The last day.
    Until,
    /// The decision maker.
    Series,
    /// The project.
    Project,
    /// The funder.
    Funder,
    /// The year.
    Year,
    /// Where it stands.
    Stage,
}

impl FilterPart {
    /// Every part, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Words,
        Self::From,
        Self::Until,
        Self::Series,
        Self::Project,
        Self::Funder,
        Self::Year,
        Self::Stage,
    ];

    /// Its name in addresses and forms.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words => "q",
            Self::From => "alku",
            Self::Until => "loppu",
            Self::Series => "paatoksentekija",
            Self::Project => "hanke",
            Self::Funder => "rahoittaja",
            Self::Year => "vuosi",
            Self::Stage => "tila",
        }
    }
}

/// The name of the page in addresses.
const PAGE: &str = "sivu";
/// The name of the order in addresses.
pub const ORDER: &str = "jarjestys";

impl DecisionFilter {
    /// Reads what an address or a form says, the first of each name. What cannot be read narrows to
    /// nothing that exists, so it is left out.
    ///
    /// ```
    /// use domain::view::decision_list::DecisionFilter;
    /// let pairs = [("q", " tuulivoima "), ("vuosi", "2022"), ("alku", "ei päivä")];
    /// let filter = DecisionFilter::from_pairs(pairs);
    /// assert_eq!((filter.words.as_str(), filter.year, filter.from), ("tuulivoima", Some(2022), None));
    /// assert_eq!(filter.pairs(), [("q", "tuulivoima".to_owned()), ("vuosi", "2022".to_owned())]);
    /// ```
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        let typed = |name| {
            let of_name = pairs.iter().find(|(one, _)| *one == name);
            of_name.map_or("", |(_, value)| value.trim())
        };
        let part = |part: FilterPart| typed(part.name());
        let slug = |of| Slug::try_from(part(of).to_owned()).ok();
        Self {
            words: words(part(FilterPart::Words)),
            from: parse_date(part(FilterPart::From)),
            until: parse_date(part(FilterPart::Until)),
            series: slug(FilterPart::Series),
            project: slug(FilterPart::Project),
            funder: part(FilterPart::Funder).parse().ok(),
            year: part(FilterPart::Year).parse().ok().filter(|year| *year > 0),
            stage: ListedStage::from_code(part(FilterPart::Stage)),
            order: ListOrder::from_code(typed(ORDER)),
            page: typed(PAGE)
                .parse()
                .ok()
                .filter(|page| *page > 0)
                .unwrap_or(1),
        }
    }

    /// What an address says of it, in one order: a filter has one address. Neither the first page
    /// nor the usual order is named.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        let mut pairs: Vec<(&'static str, String)> = FilterPart::ALL
            .into_iter()
            .filter_map(|part| Some((part.name(), self.value(part)?)))
            .collect();
        if self.order_now() != self.usual_order() {
            pairs.push((ORDER, self.order_now().code().to_owned()));
        }
        if self.page > 1 {
            pairs.push((PAGE, self.page.to_string()));
        }
        pairs
    }

    /// A part as an address says it; `None` where it does not narrow.
    pub fn value(&self, part: FilterPart) -> Option<String> {
        match part {
            FilterPart::Words => (!self.words.is_empty()).then(|| self.words.clone()),
            FilterPart::From => self.from.map(|day| day.to_string()),
            FilterPart::Until => self.until.map(|day| day.to_string()),
            FilterPart::Series => self.series.as_ref().map(ToString::to_string),
            FilterPart::Project => self.project.as_ref().map(ToString::to_string),
            FilterPart::Funder => self.funder.map(|id| id.to_string()),
            FilterPart::Year => self.year.map(|year| year.to_string()),
            FilterPart::Stage => self.stage.map(|stage| stage.code().to_owned()),
        }
    }

    /// The order it stands in: of words what fits best first, unless another is asked for.
    pub fn order_now(&self) -> ListOrder {
        match self.order {
            Some(ListOrder::Fitting) | None => self.usual_order(),
            Some(order) => order,
        }
    }

    fn usual_order(&self) -> ListOrder {
        if self.words.is_empty() {
            ListOrder::Newest
        } else {
            ListOrder::Fitting
        }
    }

    /// Whether it leaves anything out.
    pub fn narrows(&self) -> bool {
        let mut parts = FilterPart::ALL.into_iter();
        parts.any(|part| self.value(part).is_some())
    }

    /// The same without a part, from the first page on.
    #[must_use]
    pub fn without(&self, part: FilterPart) -> Self {
        let mut left = Self {
            page: 1,
            ..self.clone()
        };
        match part {
            FilterPart::Words => left.words.clear(),
            FilterPart::From => left.from = None,
            FilterPart::Until => left.until = None,
            FilterPart::Series => left.series = None,
            FilterPart::Project => left.project = None,
            FilterPart::Funder => left.funder = None,
            FilterPart::Year => left.year = None,
            FilterPart::Stage => left.stage = None,
        }
        left
    }

    /// The same as a feed of it takes it: what is new comes first there, and there are no pages.
    #[must_use]
    pub fn of_feed(&self) -> Self {
        Self {
            order: None,
            ..self.at_page(1)
        }
    }

    /// The same, another page of it.
    #[must_use]
    pub fn at_page(&self, page: u32) -> Self {
        Self {
            page,
            ..self.clone()
        }
    }
}

/// Search text in one form: without signs that cannot be seen, and not longer than is read.
fn words(typed: &str) -> String {
    let seen = typed
        .chars()
        .map(|sign| if sign.is_control() { ' ' } else { sign });
    let seen: String = seen.take(LONGEST_WORDS).collect();
    seen.trim().to_owned()
}

/// How many there are: exactly, or at least so many where counting stopped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// The number.
    pub number: u64,
    /// Whether there are more.
    pub is_more: bool,
}

/// A page of the list of decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionList {
    /// What it was narrowed to.
    pub filter: DecisionFilter,
    /// How many decisions there are in all, as far as they were counted.
    pub total: u64,
    /// Whether there are more than were counted.
    pub is_more: bool,
    /// How many pages can be shown, at least 1.
    pub pages: u32,
    /// The decisions of this page.
    pub rows: Vec<DecisionRow>,
    /// What the words found in each of them, in their order; nothing without words.
    pub found: Vec<Snippet>,
    /// What one can narrow to.
    pub choices: Choices,
    /// The projects and cases that the words find; none without words.
    pub beside: Beside,
}

/// What a list can be narrowed to, with how many decisions each leaves.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// Series: slug and decision maker.
    pub series: Vec<(Slug, String, Option<Counted>)>,
    /// Years of sections, the newest first.
    pub years: Vec<(u16, Option<Counted>)>,
    /// Where decisions stand.
    pub stages: Vec<(ListedStage, Option<Counted>)>,
    /// The project that it is narrowed to, by its name.
    pub project: Option<String>,
    /// Funders: identity and name.
    pub funders: Vec<(OrganisationId, String)>,
}

/// The names of what a filter names by a part of an address or an identity.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilterNames {
    /// The decision maker of the series.
    pub series: Option<String>,
    /// The project.
    pub project: Option<String>,
    /// The funder.
    pub funder: Option<String>,
}

impl Choices {
    /// The names of what a filter is narrowed to.
    pub fn names(&self, filter: &DecisionFilter) -> FilterNames {
        let mut series = self.series.iter();
        let series = series.find(|(slug, ..)| Some(slug) == filter.series.as_ref());
        let mut funders = self.funders.iter();
        let funder = funders.find(|(id, _)| Some(*id) == filter.funder);
        FilterNames {
            series: series.map(|(_, maker, _)| maker.clone()),
            project: self.project.clone(),
            funder: funder.map(|(_, name)| name.clone()),
        }
    }
}

/// What stands above the decisions that words find.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// Projects.
    pub projects: Vec<ProjectRow>,
    /// Cases.
    pub cases: Vec<CaseRow>,
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use super::*;

    #[test]
    fn a_filter_is_read_from_the_address_that_it_is_written_to() {
        let all = DecisionFilter {
            words: "kaivos & \"ala\"".to_owned(),
            from: Some(date!(2023 - 08 - 01)),
            until: Some(date!(2023 - 08 - 31)),
            series: Slug::try_from("kaupunginjohtaja".to_owned()).ok(),
            project: Slug::try_from("kaivoskumppani".to_owned()).ok(),
            funder: "00000000-0000-0000-0000-000000000001".parse().ok(),
            year: Some(2023),
            stage: Some(ListedStage::Final),
            order: Some(ListOrder::Oldest),
            page: 3,
        };
        let pairs = all.pairs();
        let borrowed = pairs.iter().map(|(name, value)| (*name, value.as_str()));
        assert_eq!(DecisionFilter::from_pairs(borrowed), all);
        assert_eq!(pairs.len(), 10);
        for part in FilterPart::ALL {
            let left = all.without(part);
            assert_eq!((left.value(part), left.page), (None, 1), "{part:?}");
        }
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let filter = DecisionFilter::from_pairs([("alku", "1.8.2023"), ("loppu", "2023-08-31")]);
        assert_eq!(filter.from, Some(date!(2023 - 08 - 01)));
        assert_eq!(filter.until, Some(date!(2023 - 08 - 31)));
        assert!(filter.narrows());
        let nothing = DecisionFilter::from_pairs([("q", " \u{0} "), ("sivu", "0")]);
        assert!(!nothing.narrows());
        assert_eq!((nothing.page, nothing.pairs()), (1, Vec::new()));
    }

    #[test]
    fn what_fits_best_comes_first_of_words_only() {
        let order = |pairs: &[(&'static str, &'static str)]| {
            DecisionFilter::from_pairs(pairs.iter().copied()).order_now()
        };
        assert_eq!(order(&[]), ListOrder::Newest);
        assert_eq!(order(&[("q", "kaivos")]), ListOrder::Fitting);
        assert_eq!(order(&[("jarjestys", "osuvin")]), ListOrder::Newest);
        assert_eq!(
            order(&[("q", "kaivos"), ("jarjestys", "uusin")]),
            ListOrder::Newest
        );
    }
}
