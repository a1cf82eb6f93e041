//! The rows of a funding plan with their live totals.
//!
//! On the server it renders ordinary inputs and buttons that submit the form. In the browser the
//! buttons add and remove rows at once and the totals follow what is typed, computed by the code
//! that the server uses. New rows get numbers that were not used before; the server reads rows in
//! the order of their numbers, whatever gaps there are.

mod cell;
mod totals;

use domain::Lang;
use domain::funding::FundingRowDraft;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::HtmlElement;
use wording::desk::{Button, Heading, Label, Text, plan};
use wording::format;

use self::totals::{Totals, totals};

/// Where the errors of a refused form lead when a row has gone, and the focus when one was removed.
const ADD_BUTTON: &str = "add-row";

/// A row and the number in the names of its fields.
#[derive(Clone, Debug, PartialEq)]
struct Numbered {
    number: u32,
    row: FundingRowDraft,
}

/// The rows as they are now.
type Rows = RwSignal<Vec<Numbered>>;

/// The rows of a plan, the sums below them and the button that adds one.
#[island]
pub fn FundingRows(
    /// The accounting years of the columns.
    years: Vec<u16>,
    /// The rows as typed.
    rows: Vec<FundingRowDraft>,
    /// What is wrong: places and sentences.
    errors: Vec<(String, String)>,
    /// The language of the interface.
    lang: Lang,
) -> impl IntoView {
    let next = RwSignal::new(u32::try_from(rows.len()).unwrap_or(u32::MAX));
    let numbered = (0..)
        .zip(rows)
        .map(|(number, row)| Numbered { number, row });
    let rows: Rows = RwSignal::new(numbered.collect());
    let n_years = years.len();
    let sums = Memo::new(move |_| rows.with(|rows| totals(rows.iter().map(|it| &it.row), n_years)));
    let announced = RwSignal::new(String::new());
    let announce = move |_| announced.set(sums.with_untracked(|sums| announcement(sums, lang)));
    let add = move |click: MouseEvent| {
        click.prevent_default();
        let number = next.get_untracked();
        next.set(number.saturating_add(1));
        let row = FundingRowDraft {
            amounts: vec![String::new(); n_years],
            ..FundingRowDraft::default()
        };
        rows.update(|rows| rows.push(Numbered { number, row }));
        focus(format!("rows-{number}-funders"));
    };
    let year_labels: Vec<String> = years.iter().map(|year| format!("{year}, €")).collect();
    let label = move |label: Label| label.text(lang).to_owned();
    let headers = [Label::Row, Label::Funders, Label::Category, Label::Share]
        .map(label)
        .into_iter()
        .chain(year_labels.iter().cloned())
        .chain([Label::Total, Label::Part].map(label))
        .map(|header| view! { <th scope="col">{header}</th> })
        .collect_view();
    let year_sums = year_labels.into_iter().enumerate().map(|(year, label)| {
        let sum = move || sums.with(|sums| format::total(sums.of_year(year), lang));
        sum_cell(label, sum)
    });
    let year_sums = year_sums.collect_view();
    let share_sum = move || sums.with(|sums| plan::shares(sums.shares, lang));
    let sum_of_all = move || sums.with(|sums| format::total(sums.all, lang));
    view! {
        <div class="funding-rows" on:change=announce>
            <div class="table-region" role="region" tabindex="0" aria-labelledby="rows-caption">
                <table class="table">
                    <caption class="table__caption" id="rows-caption">{Heading::FundingRows.text(lang)}</caption>
                    <thead>
                        <tr>{headers}<td></td></tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || rows.get()
                            key=|row| row.number
                            children=move |row| row_view(rows, &row, &years, &errors, lang)
                        />
                    </tbody>
                    <tfoot>
                        <tr class="table__sum">
                            <th scope="row">{Text::Sum.text(lang)}</th>
                            <td></td>
                            <td></td>
                            {sum_cell(label(Label::Share), share_sum)}
                            {year_sums}
                            {sum_cell(label(Label::Total), sum_of_all)}
                            <td></td>
                            <td></td>
                        </tr>
                    </tfoot>
                </table>
            </div>
            <p class="govuk-visually-hidden" role="status">{move || announced.get()}</p>
            <button class="govuk-button govuk-button--secondary" id=ADD_BUTTON type="submit"
                name="action" value="add-row" on:click=add>{Button::AddRow.text(lang)}</button>
        </div>
    }
}

/// A sum below its column. Its label shows where the header does not.
fn sum_cell(label: String, sum: impl Fn() -> String + Send + Sync + 'static) -> AnyView {
    view! {
        <td class="table__number">
            <span class="funding-rows__sum-label">{label}</span>
            {sum}
        </td>
    }
    .into_any()
}

fn announcement(sums: &Totals, lang: Lang) -> String {
    plan::announcement(
        &format::total(sums.all, lang),
        &plan::shares(sums.shares, lang),
        lang,
    )
}

/// A row of inputs. Its place among the rows is told as it is now, its names stay.
fn row_view(
    rows: Rows,
    row: &Numbered,
    years: &[u16],
    errors: &[(String, String)],
    lang: Lang,
) -> AnyView {
    let number = row.number;
    let position = move || {
        let found = rows.with(|rows| rows.iter().position(|row| row.number == number));
        format!(
            "{} {}",
            Label::Row.text(lang),
            found.unwrap_or_default() + 1
        )
    };
    let remove = move |click: MouseEvent| {
        click.prevent_default();
        rows.update(|rows| rows.retain(|row| row.number != number));
        focus(ADD_BUTTON.to_owned());
    };
    view! {
        <tr class:table__part=row.row.part>
            <th scope="row">{position}</th>
            {cell::cells(rows, row, years, errors, lang)}
            <td>
                <button class="govuk-button govuk-button--secondary" type="submit" name="action"
                    value=format!("remove-row-{number}") on:click=remove>
                    {Button::Remove.text(lang)}
                    <span class="govuk-visually-hidden">": " {position}</span>
                </button>
            </td>
        </tr>
    }
    .into_any()
}

/// Moves the focus once the page has followed the change.
fn focus(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
            // An element that is gone again has nothing to focus.
            let _ = element.focus();
        }
    });
}
