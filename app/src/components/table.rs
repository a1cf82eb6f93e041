//! Tables that can be scrolled, by keyboard too, and are read with their headers.

use leptos::prelude::*;

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its header.
    pub label: String,
    /// What its cells hold.
    pub kind: ColumnKind,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    #[default]
    Words,
    /// Numbers, which stand below each other from the right.
    Numbers,
    /// Ways to do something about the row, of which there are none on paper.
    Actions,
}

impl Column {
    /// A column of words.
    pub fn words(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            kind: ColumnKind::Words,
        }
    }

    /// A column of numbers.
    pub fn numbers(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            kind: ColumnKind::Numbers,
        }
    }

    /// A column of ways to do something.
    pub fn actions(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            kind: ColumnKind::Actions,
        }
    }
}

/// A row; its first cell is its header.
pub struct Row {
    /// What the row is about.
    pub header: AnyView,
    /// The other cells, one for each further column.
    pub cells: Vec<AnyView>,
    /// How the row is meant.
    pub kind: RowKind,
}

/// How a row is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowKind {
    /// A row of its own.
    #[default]
    Ordinary,
    /// A part of the row above it, not to be summed beside it; its words must say so too.
    Part,
    /// The sum of the rows above it.
    Sum,
}

impl Row {
    /// A row of its own.
    pub fn new(header: impl IntoView + 'static, cells: Vec<AnyView>) -> Self {
        Self {
            header: header.into_any(),
            cells,
            kind: RowKind::Ordinary,
        }
    }

    /// The same row, meant otherwise.
    #[must_use]
    pub fn kind(self, kind: RowKind) -> Self {
        Self { kind, ..self }
    }
}

/// A table with a caption in a region that scrolls where the page is too narrow. `id` must be
/// unique on its page. Rows that are sums come last.
pub fn table(
    id: &str,
    caption: impl Into<String>,
    columns: Vec<Column>,
    rows: Vec<Row>,
) -> AnyView {
    let caption: String = caption.into();
    let caption_id = format!("{id}-caption");
    let kinds: Vec<ColumnKind> = columns.iter().map(|column| column.kind).collect();
    let headers = columns.into_iter().map(|column| {
        view! { <th scope="col" class=cell_class(column.kind)>{column.label}</th> }
    });
    let headers = headers.collect_view();
    let (sums, rows): (Vec<Row>, Vec<Row>) =
        rows.into_iter().partition(|row| row.kind == RowKind::Sum);
    let body = rows.into_iter().map(|row| row_view(row, &kinds));
    let body = body.collect_view();
    let foot = (!sums.is_empty()).then(|| {
        let sums = sums.into_iter().map(|row| row_view(row, &kinds));
        view! { <tfoot>{sums.collect_view()}</tfoot> }
    });
    view! {
        <section class="table-region" tabindex="0" aria-labelledby=caption_id>
            <table class="table" id=id.to_owned()>
                <caption class="table__caption" id=caption_id.clone()>{caption}</caption>
                <thead><tr>{headers}</tr></thead>
                <tbody>{body}</tbody>
                {foot}
            </table>
        </section>
    }
    .into_any()
}

/// The same under a heading that says what the caption would say again: the caption is only heard.
pub fn listing(
    id: &str,
    caption: impl Into<String>,
    columns: Vec<Column>,
    rows: Vec<Row>,
) -> AnyView {
    view! { <div class="listing">{table(id, caption, columns, rows)}</div> }.into_any()
}

fn row_view(row: Row, kinds: &[ColumnKind]) -> AnyView {
    let class = match row.kind {
        RowKind::Ordinary => None,
        RowKind::Part => Some("table__part"),
        RowKind::Sum => Some("table__sum"),
    };
    let cells = row.cells.into_iter().enumerate().map(|(at, cell)| {
        let kind = kinds.get(at + 1).copied().unwrap_or_default();
        view! { <td class=cell_class(kind)>{cell}</td> }
    });
    view! { <tr class=class><th scope="row">{row.header}</th>{cells.collect_view()}</tr> }
        .into_any()
}

const fn cell_class(kind: ColumnKind) -> Option<&'static str> {
    match kind {
        ColumnKind::Words => None,
        ColumnKind::Numbers => Some("table__number"),
        ColumnKind::Actions => Some("table__actions"),
    }
}
