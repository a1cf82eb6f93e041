//! Links between the pages of a list.

use domain::Lang;
use leptos::prelude::*;
use wording::public::Site;

/// Links to the pages of a list; nothing where there is only one. `address` makes the address of
/// a page, counted from 1.
pub fn pager(
    page: u32,
    pages: u32,
    lang: Lang,
    address: impl Fn(u32) -> String,
) -> Option<AnyView> {
    if pages < 2 {
        return None;
    }
    let step = |to: u32, rel: &'static str, label: &'static str| {
        view! { <a class="pager__step" rel=rel href=address(to)>{label}</a> }
    };
    let previous = (page > 1).then(|| step(page - 1, "prev", Site::PreviousPage.text(lang)));
    let next = (page < pages).then(|| step(page + 1, "next", Site::NextPage.text(lang)));
    let mut last = 0;
    let mut items = Vec::new();
    for number in shown(page, pages) {
        if number > last + 1 {
            items.push(view! { <li class="pager__gap" aria-hidden="true">"…"</li> }.into_any());
        }
        items.push(link(number, number == page, lang, address(number)));
        last = number;
    }
    Some(
        view! {
            <nav class="pager" aria-label=Site::Pages.text(lang)>
                {previous}
                <ul class="pager__list">{items}</ul>
                {next}
            </nav>
        }
        .into_any(),
    )
}

fn link(number: u32, current: bool, lang: Lang, href: String) -> AnyView {
    let label = format!("{} {number}", Site::PageNumber.text(lang));
    view! {
        <li>
            <a class="pager__page" href=href aria-label=label aria-current=current.then_some("page")>
                {number.to_string()}
            </a>
        </li>
    }
    .into_any()
}

/// The first, the last, and those beside the current one.
fn shown(page: u32, pages: u32) -> Vec<u32> {
    let near = page.saturating_sub(1)..=page.saturating_add(1);
    let mut numbers: Vec<u32> = std::iter::once(1)
        .chain(near)
        .chain([pages])
        .filter(|number| (1..=pages).contains(number))
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_and_the_neighbours_are_shown() {
        assert_eq!(shown(1, 2), [1, 2]);
        assert_eq!(shown(5, 9), [1, 4, 5, 6, 9]);
        assert_eq!(shown(9, 9), [1, 8, 9]);
        // A page beyond the last has no neighbours.
        assert_eq!(shown(70, 9), [1, 9]);
    }
}
