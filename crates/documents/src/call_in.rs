//! The list of officers' decisions for a meeting that may call them in: CSV and PDF.

use domain::Lang;
use domain::city::City;
use domain::view::desk::{CallInLine, CallInList};
use time::OffsetDateTime;
use wording::desk::Label;
use wording::desk::appeal::AppealText;
use wording::{decision, format};

use crate::lines::{COMMA, harmless, lines};
use crate::pdf::{
    self, Align, Block, Column, Content, Inline, Level, PdfError, Row, RowKind, Table,
};

/// The list as CSV (RFC 4180) with a header; dates as `YYYY-MM-DD`.
///
/// # Errors
/// [`csv::Error`] never in practice: it is written to memory.
pub fn csv(list: &CallInList) -> Result<Vec<u8>, csv::Error> {
    let day = |day: Option<time::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let header = [
        "section",
        "decision_maker",
        "title",
        "safe_until",
        "outer_limit",
    ];
    let rows = list.lines.iter().map(|line| {
        let (window, section) = (&line.window, line.decision.section.as_ref());
        [
            section.map(ToString::to_string).unwrap_or_default(),
            harmless(&line.decision_maker),
            harmless(&line.decision.title),
            day(window.safe_until),
            day(window.outer_limit),
        ]
    });
    lines(
        COMMA,
        std::iter::once(header.map(str::to_owned)).chain(rows),
    )
}

/// The list as a document.
///
/// # Errors
/// [`PdfError`] when the program is damaged; never because of the list.
pub fn render(
    list: &CallInList,
    city: &City,
    lang: Lang,
    dated: OffsetDateTime,
) -> Result<Vec<u8>, PdfError> {
    let title = AppealText::CallInList.text(lang);
    let city = city.name.in_lang(lang);
    let column = |text: &str| Column::new(text, Align::Left);
    let columns = vec![
        column(Label::Decision.text(lang)),
        column(Label::DecidedOn.text(lang)),
        column(AppealText::SafeUntil.text(lang)),
        column(AppealText::OuterLimit.text(lang)),
    ];
    let rows = list.lines.iter().map(|line| row(line, lang)).collect();
    let lead = AppealText::CallInLead.text(lang);
    let list = if list.lines.is_empty() {
        Block::Paragraph(vec![Inline::plain(AppealText::NothingToCallIn.text(lang))])
    } else {
        Block::Table(Table::new(columns, rows).captioned(title))
    };
    pdf::render(&Content {
        title: title.to_owned(),
        lang,
        author: city.to_owned(),
        subject: Some(title.to_owned()),
        dated,
        header: city.to_owned(),
        footer: format::date(dated.date(), lang),
        blocks: vec![
            Block::Heading {
                level: Level::One,
                text: vec![Inline::plain(title)],
            },
            Block::Paragraph(vec![Inline::plain(lead)]),
            list,
        ],
    })
}

fn row(line: &CallInLine, lang: Lang) -> Row {
    let day = |day: Option<time::Date>| {
        day.map_or_else(
            || format::unknown(lang).to_owned(),
            |day| format::date(day, lang),
        )
    };
    Row::new(
        RowKind::Entry,
        [
            format!("{}: {}", place(line), line.decision.title),
            decision::decided(line.decided, lang),
            day(line.window.safe_until),
            day(line.window.outer_limit),
        ],
    )
}

/// Who decided, and where it stands among their decisions.
fn place(line: &CallInLine) -> String {
    let section = line.decision.section.as_ref();
    let section = section.map(|at| decision::section(at.number, at.year));
    format!("{} {}", line.decision_maker, section.unwrap_or_default())
}
