//! The inputs of a row. Their labels are in the table's header; where the table is too wide for
//! the screen the style shows the label of each instead.

use domain::Lang;
use domain::funding::{FundingCategory, FundingRowDraft};
use leptos::prelude::*;
use wording::desk::{Label, Text};
use wording::names;

use super::{Numbered, Rows};

/// A text of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Cell {
    Funders,
    Share,
    Amount(usize),
    Total,
}

impl Cell {
    fn of(self, row: &mut FundingRowDraft) -> Option<&mut String> {
        match self {
            Self::Funders => Some(&mut row.funders),
            Self::Share => Some(&mut row.share),
            Self::Amount(year) => row.amounts.get_mut(year),
            Self::Total => Some(&mut row.total),
        }
    }

    const fn is_number(self) -> bool {
        !matches!(self, Self::Funders)
    }
}

/// What an input is called and what is wrong with it.
struct Place {
    name: String,
    label: String,
    error: Option<String>,
}

/// Every input of a row in the order of the columns.
pub(super) fn cells(
    rows: Rows,
    row: &Numbered,
    years: &[u16],
    errors: &[(String, String)],
    lang: Lang,
) -> Vec<AnyView> {
    let place = |field: &str, label: String| {
        let name = format!("rows-{}-{field}", row.number);
        let error = errors.iter().find(|(place, _)| *place == name);
        let error = error.map(|(_, sentence)| sentence.clone());
        Place { name, label, error }
    };
    let text = |label: Label| label.text(lang).to_owned();
    let input = |cell, field: &str, label: String| input(rows, row, cell, place(field, label));
    let mut cells = vec![
        input(Cell::Funders, "funders", text(Label::Funders)),
        category(row, place("category", text(Label::Category)), lang),
        input(Cell::Share, "share", text(Label::Share)),
    ];
    cells.extend(
        years
            .iter()
            .enumerate()
            .map(|(at, year)| input(Cell::Amount(at), &year.to_string(), format!("{year}, €"))),
    );
    cells.push(input(Cell::Total, "total", text(Label::Total)));
    cells.push(part(rows, row, place("part", text(Label::Part))));
    cells
}

fn input(rows: Rows, row: &Numbered, cell: Cell, place: Place) -> AnyView {
    let number = row.number;
    let value = cell.of(&mut row.row.clone()).map(|text| text.clone());
    let typed = move |event| {
        let text = event_target_value(&event);
        rows.update(|rows| {
            let row = rows.iter_mut().find(|row| row.number == number);
            if let Some(held) = row.and_then(|row| cell.of(&mut row.row)) {
                *held = text;
            }
        });
    };
    let width = if cell.is_number() {
        "govuk-input govuk-input--width-10"
    } else {
        "govuk-input"
    };
    let input = view! {
        <input
            class=width
            class:govuk-input--error=place.error.is_some()
            id=place.name.clone()
            name=place.name.clone()
            type="text"
            inputmode=cell.is_number().then_some("decimal")
            list=(!cell.is_number()).then_some("organisations")
            autocomplete="off"
            value=value
            aria-invalid=place.error.is_some().then_some("true")
            aria-describedby=described_by(&place)
            on:input=typed
        />
    };
    labelled(place, input.into_any())
}

fn category(row: &Numbered, place: Place, lang: Lang) -> AnyView {
    let chosen = row.row.category.clone();
    let options = FundingCategory::ALL.map(|category| {
        let selected = category.code() == chosen;
        view! { <option value=category.code() selected=selected>{names::category(category, lang)}</option> }
    });
    let select = view! {
        <select
            class="govuk-select"
            class:govuk-select--error=place.error.is_some()
            id=place.name.clone()
            name=place.name.clone()
            aria-invalid=place.error.is_some().then_some("true")
            aria-describedby=described_by(&place)
        >
            <option value="">{Text::Choose.text(lang)}</option>
            {options.into_iter().collect_view()}
        </select>
    };
    labelled(place, select.into_any())
}

fn part(rows: Rows, row: &Numbered, place: Place) -> AnyView {
    let number = row.number;
    let ticked = move |event| {
        let part = event_target_checked(&event);
        rows.update(|rows| {
            if let Some(row) = rows.iter_mut().find(|row| row.number == number) {
                row.row.part = part;
            }
        });
    };
    let input = view! {
        <input
            class="funding-rows__check"
            type="checkbox"
            id=place.name.clone()
            name=place.name.clone()
            value="1"
            checked=row.row.part
            aria-invalid=place.error.is_some().then_some("true")
            aria-describedby=described_by(&place)
            on:change=ticked
        />
    };
    labelled(place, input.into_any())
}

fn described_by(place: &Place) -> Option<String> {
    place
        .error
        .is_some()
        .then(|| format!("{}-error", place.name))
}

fn labelled(place: Place, input: AnyView) -> AnyView {
    let Place { name, label, error } = place;
    let error = error.map(|error| {
        view! { <p class="govuk-error-message" id=format!("{name}-error")>{error}</p> }
    });
    view! {
        <td>
            <label class="funding-rows__label" for=name>{label}</label>
            {error}
            {input}
        </td>
    }
    .into_any()
}
