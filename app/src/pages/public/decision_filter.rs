//! What a list of decisions is narrowed to: the form, and the parts that can be taken away.

use domain::Lang;
use domain::view::decision_list::{
    Counted, DecisionList, FilterPart, ListOrder, ListedStage, ORDER,
};
use leptos::prelude::*;
use wording::format;
use wording::public::{ListText, choice, filter_part, stage_name};

use crate::address::{self, DECISIONS};
use crate::components::field::{Field, FieldKind};
use crate::components::select::{Choice, Select};
use crate::shell::Shell;

/// The form, which sends its values as an address: it works without a script, and its result can
/// be kept and sent.
pub(super) fn form(shell: &Shell, list: &DecisionList) -> AnyView {
    let lang = shell.lang;
    let value = |part: FilterPart| match part {
        FilterPart::From => list
            .filter
            .from
            .map(|day| format::date(day, lang))
            .unwrap_or_default(),
        FilterPart::Until => list
            .filter
            .until
            .map(|day| format::date(day, lang))
            .unwrap_or_default(),
        _ => list.filter.value(part).unwrap_or_default(),
    };
    let project = list.filter.value(FilterPart::Project);
    let project = project.map(|slug| view! { <input type="hidden" name="hanke" value=slug/> });
    let select = |part: FilterPart, choices: Vec<Choice>| {
        view! { <Select name=part.name() label=name(part).text(lang) value=value(part) choices=choices/> }
    };
    let day = |part: FilterPart| {
        view! {
            <Field name=part.name() label=name(part).text(lang) value=value(part) kind=FieldKind::Date
                hint=ListText::DayHint.text(lang).to_owned()/>
        }
    };
    let funders =
        (!list.choices.funders.is_empty()).then(|| select(FilterPart::Funder, funders(list, lang)));
    view! {
        <form class="filter" role="search" method="get" action=shell.link(DECISIONS)
            aria-label=ListText::Filter.text(lang)>
            <div class="filter__words">
                <Field name=FilterPart::Words.name() label=ListText::Search.text(lang)
                    value=value(FilterPart::Words) kind=FieldKind::Search
                    hint=ListText::SearchHint.text(lang).to_owned()/>
            </div>
            <details class="filter__more" open=narrows_further(list)>
                <summary class="filter__summary">{ListText::NarrowFurther.text(lang)}</summary>
                <div class="filter__parts">
                    {select(FilterPart::Series, series(list, lang))}
                    {select(FilterPart::Year, years(list, lang))}
                    {select(FilterPart::Stage, stages(list, lang))}
                    {funders}
                    {day(FilterPart::From)}
                    {day(FilterPart::Until)}
                    <Select name=ORDER label=ListText::Order.text(lang)
                        value=list.filter.order_now().code() choices=orders(list, lang)/>
                </div>
            </details>
            {project}
            <button class="govuk-button" type="submit">{ListText::Apply.text(lang)}</button>
        </form>
    }
    .into_any()
}

/// Whether more than the words was asked for: then the other fields are seen at once.
fn narrows_further(list: &DecisionList) -> bool {
    let asked = list.filter.at_page(1).pairs();
    asked
        .iter()
        .any(|(name, _)| *name != FilterPart::Words.name())
}

/// The parts of the filter, each a link to the list without it.
pub(super) fn chips(shell: &Shell, list: &DecisionList) -> Option<AnyView> {
    let lang = shell.lang;
    let names = list.choices.names(&list.filter);
    let chips: Vec<_> = FilterPart::ALL
        .into_iter()
        .filter_map(|part| {
            let said = filter_part(&list.filter, &names, part, lang)?;
            let href = shell.link(DECISIONS) + &address::query(&list.filter.without(part));
            Some(view! {
                <li>
                    <a class="chip" href=href>
                        <span class="govuk-visually-hidden">{ListText::Remove.text(lang)} " "</span>
                        {name(part).text(lang)} ": " {said}
                        <span class="on-screen" aria-hidden="true">" ×"</span>
                    </a>
                </li>
            })
        })
        .collect();
    if chips.is_empty() {
        return None;
    }
    Some(
        view! {
            <div class="chosen">
                <ul class="chips" aria-label=ListText::Chosen.text(lang)>{chips}</ul>
                <p class="on-screen"><a href=shell.link(DECISIONS)>{ListText::ClearFilter.text(lang)}</a></p>
            </div>
        }
        .into_any(),
    )
}

pub(super) const fn name(part: FilterPart) -> ListText {
    match part {
        FilterPart::Words => ListText::Search,
        FilterPart::From => ListText::From,
        FilterPart::Until => ListText::Until,
        FilterPart::Series => ListText::DecisionMaker,
        FilterPart::Project => ListText::Project,
        FilterPart::Funder => ListText::Funder,
        FilterPart::Year => ListText::Year,
        FilterPart::Stage => ListText::Stage,
    }
}

/// A value to choose, with how many decisions it leaves where that was counted.
fn counted(value: &str, label: &str, number: Option<Counted>, lang: Lang) -> Choice {
    match number {
        Some(counted) => Choice::new(
            value,
            choice(label, (counted.number, counted.is_more), lang),
        ),
        None => Choice::new(value, label),
    }
}

fn any(lang: Lang) -> Vec<Choice> {
    vec![Choice::new("", ListText::Any.text(lang))]
}

fn series(list: &DecisionList, lang: Lang) -> Vec<Choice> {
    let mut choices = any(lang);
    let series = list.choices.series.iter();
    choices
        .extend(series.map(|(slug, maker, number)| counted(slug.as_str(), maker, *number, lang)));
    choices
}

fn years(list: &DecisionList, lang: Lang) -> Vec<Choice> {
    let mut choices = any(lang);
    choices.extend(list.choices.years.iter().map(|(year, number)| {
        let year = year.to_string();
        counted(&year, &year, *number, lang)
    }));
    choices
}

fn stages(list: &DecisionList, lang: Lang) -> Vec<Choice> {
    let mut choices = any(lang);
    choices.extend(ListedStage::ALL.iter().map(|one| {
        let stages = list.choices.stages.iter();
        let number = stages
            .filter(|(of, _)| of == one)
            .find_map(|(_, number)| *number);
        counted(one.code(), stage_name(*one).text(lang), number, lang)
    }));
    choices
}

fn funders(list: &DecisionList, lang: Lang) -> Vec<Choice> {
    let mut choices = any(lang);
    let funders = list.choices.funders.iter();
    choices.extend(funders.map(|(id, name)| Choice::new(id.to_string(), name.as_str())));
    choices
}

/// What fits best can be asked for only where there are words.
fn orders(list: &DecisionList, lang: Lang) -> Vec<Choice> {
    let orders = ListOrder::ALL.iter().map(|order| match order {
        ListOrder::Fitting => (order, ListText::Fitting),
        ListOrder::Newest => (order, ListText::NewestFirst),
        ListOrder::Oldest => (order, ListText::OldestFirst),
    });
    orders
        .filter(|(order, _)| **order != ListOrder::Fitting || !list.filter.words.is_empty())
        .map(|(order, label)| Choice::new(order.code(), label.text(lang)))
        .collect()
}
