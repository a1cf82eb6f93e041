//! What a list of decisions is narrowed to, as people read it.

use domain::view::decision_list::{DecisionFilter, FilterNames, FilterPart, ListedStage};

use super::ListText;
use crate::{Lang, format};

/// A part of a filter; `None` where it does not narrow.
///
/// ```
/// use domain::view::decision_list::{DecisionFilter, FilterNames, FilterPart};
/// use wording::{Lang, public::filter_part};
/// let filter = DecisionFilter::from_pairs([("alku", "2023-08-01"), ("tila", "lainvoimainen")]);
/// let said = |part| filter_part(&filter, &FilterNames::default(), part, Lang::Sv);
/// assert_eq!(said(FilterPart::From).as_deref(), Some("1.8.2023"));
/// assert_eq!(said(FilterPart::Stage).as_deref(), Some("Laga kraft"));
/// assert_eq!(said(FilterPart::Year), None);
/// ```
pub fn filter_part(
    filter: &DecisionFilter,
    names: &FilterNames,
    part: FilterPart,
    lang: Lang,
) -> Option<String> {
    let value = filter.value(part)?;
    let or_code = |name: &Option<String>| name.clone().unwrap_or_else(|| value.clone());
    Some(match part {
        FilterPart::Words | FilterPart::Year => value,
        FilterPart::From => filter.from.map(|day| format::date(day, lang))?,
        FilterPart::Until => filter.until.map(|day| format::date(day, lang))?,
        FilterPart::Series => or_code(&names.series),
        FilterPart::Project => or_code(&names.project),
        FilterPart::Funder => or_code(&names.funder),
        FilterPart::Stage => stage_name(filter.stage?).text(lang).to_owned(),
    })
}

/// Every part of a filter that narrows, in the order of its form.
pub fn narrowed(filter: &DecisionFilter, names: &FilterNames, lang: Lang) -> Vec<String> {
    let parts = FilterPart::ALL.into_iter();
    parts
        .filter_map(|part| {
            let said = filter_part(filter, names, part, lang)?;
            Some(match part {
                FilterPart::From => format!("{} {said}", ListText::From.text(lang)),
                FilterPart::Until => format!("{} {said}", ListText::Until.text(lang)),
                _ => said,
            })
        })
        .collect()
}

/// Where decisions stand, as a list can be narrowed to.
pub const fn stage_name(stage: ListedStage) -> ListText {
    match stage {
        ListedStage::Running => ListText::Running,
        ListedStage::Over => ListText::Over,
        ListedStage::Final => ListText::Final,
    }
}
