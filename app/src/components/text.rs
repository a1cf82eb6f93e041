//! The text of a decision as part of a page.

use domain::Lang;
use domain::text::{Block, HeadingLevel, Inline, Text};
use leptos::prelude::*;
use wording::instruction::Part;
use wording::public::Site;
use wording::publicity;

/// How a text stands on its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The level of the page's heading above the text, 1–4; the text's own ones come below it.
    pub below: u8,
    /// The language of the interface, in which omissions are named.
    pub interface: Lang,
}

/// The blocks of a text. The caller marks the language of the whole.
pub fn text(text: &Text, placed: Placed) -> AnyView {
    let mut tables = 0;
    let blocks = text.blocks().iter().map(|block| {
        if matches!(block, Block::Table { .. }) {
            tables += 1;
        }
        block_view(block, tables, placed)
    });
    blocks.collect::<Vec<_>>().into_any()
}

/// A part of an instruction under a heading of a level, 2 or 3.
pub fn instruction_part(part: Part, level: u8, interface: Lang) -> AnyView {
    let placed = Placed {
        below: level,
        interface,
    };
    let words = text(&Text::new(part.blocks), placed);
    let heading = match level {
        ..=2 => view! { <h2>{part.heading}</h2> }.into_any(),
        3.. => view! { <h3>{part.heading}</h3> }.into_any(),
    };
    view! { {heading} {words} }.into_any()
}

fn block_view(block: &Block, tables: u32, placed: Placed) -> AnyView {
    let run = |inlines: &[Inline]| inlines_view(inlines, placed.interface);
    let items = |items: &[Vec<Inline>]| {
        let items = items.iter().map(|item| view! { <li>{run(item)}</li> });
        items.collect_view()
    };
    match block {
        Block::Heading { level, inlines } => heading(*level, placed.below, run(inlines)),
        Block::Paragraph(inlines) => view! { <p>{run(inlines)}</p> }.into_any(),
        Block::Bullets(lines) => view! { <ul class="list">{items(lines)}</ul> }.into_any(),
        Block::Numbers(lines) => {
            view! { <ol class="list list--numbers">{items(lines)}</ol> }.into_any()
        }
        Block::Table { header, rows } => table(header, rows, tables, placed.interface),
    }
}

fn heading(level: HeadingLevel, below: u8, words: AnyView) -> AnyView {
    let level = match level {
        HeadingLevel::Main => below + 1,
        HeadingLevel::Sub => below + 2,
    };
    match level {
        ..=2 => view! { <h2>{words}</h2> }.into_any(),
        3 => view! { <h3>{words}</h3> }.into_any(),
        4 => view! { <h4>{words}</h4> }.into_any(),
        5 => view! { <h5>{words}</h5> }.into_any(),
        6.. => view! { <h6>{words}</h6> }.into_any(),
    }
}

fn table(
    header: &[Vec<Inline>],
    rows: &[Vec<Vec<Inline>>],
    number: u32,
    interface: Lang,
) -> AnyView {
    let label = format!("{} {number}", Site::Table.text(interface));
    let headers = header.iter().map(|cell| {
        if cell.is_empty() {
            view! { <td></td> }.into_any()
        } else {
            view! { <th scope="col">{inlines_view(cell, interface)}</th> }.into_any()
        }
    });
    let headers = headers.collect_view();
    let rows = rows.iter().map(|row| {
        let cells = row
            .iter()
            .map(|cell| view! { <td>{inlines_view(cell, interface)}</td> });
        view! { <tr>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <section class="table-region" tabindex="0" aria-label=label>
            <table class="table"><thead><tr>{headers}</tr></thead><tbody>{rows}</tbody></table>
        </section>
    }
    .into_any()
}

fn inlines_view(inlines: &[Inline], interface: Lang) -> AnyView {
    inlines
        .iter()
        .map(|inline| inline_view(inline, interface))
        .collect::<Vec<_>>()
        .into_any()
}

fn inline_view(inline: &Inline, interface: Lang) -> AnyView {
    let lang = inline.marks().and_then(|marks| marks.lang).map(Lang::code);
    match inline {
        Inline::Text { text, .. } => match lang {
            Some(lang) => view! { <span lang=lang>{text.clone()}</span> }.into_any(),
            None => text.clone().into_any(),
        },
        Inline::Link { text, href, .. } => {
            let href = href.as_str().to_owned();
            view! { <a href=href lang=lang>{text.clone()}</a> }.into_any()
        }
        Inline::OmittedAsSecret(ground) => {
            let words = publicity::omitted_as_secret(ground, interface);
            view! { <span class="omitted" lang=interface.code()>{words}</span> }.into_any()
        }
        Inline::Omitted => view! {
            <span class="omitted" lang=interface.code()>
                <span aria-hidden="true">{Site::Omitted.text(interface)}</span>
                <span class="govuk-visually-hidden">{Site::OmittedInWords.text(interface)}</span>
            </span>
        }
        .into_any(),
    }
}
