//! What stands in the place of a decision, as a document: a mention of it and why there is no more.

use domain::Lang;
use domain::city::City;
use domain::stub::StubKind;
use domain::view::public::StubPage;
use time::macros::time;
use wording::document::DocumentText;
use wording::public::DecisionText;
use wording::publicity::{self, ShownText};
use wording::{decision, format};

use crate::pdf::{self, Block, Content, Fact, Inline, Level, PdfError};

/// Makes the PDF of a stub.
///
/// # Errors
/// [`PdfError`] when the program is damaged; never because of the stub.
pub fn render(
    stub: &StubPage,
    city: &City,
    address: &str,
    lang: Lang,
) -> Result<Vec<u8>, PdfError> {
    pdf::render(&content(stub, city, address, lang))
}

fn content(stub: &StubPage, city: &City, address: &str, lang: Lang) -> Content {
    let section = decision::section(stub.section.number, stub.section.year);
    let city = city.name.in_lang(lang);
    let heading = publicity::stub_heading(stub.kind, lang);
    let fact = |label: &str, value: String| Fact {
        label: label.to_owned(),
        value: vec![Inline::plain(value)],
    };
    let lead = match stub.kind {
        StubKind::Withdrawn => ShownText::StubLead,
        StubKind::Secret => ShownText::SecretLead,
    };
    let lead = lead.text(lang);
    let reason = publicity::stub_reason(stub.kind, lang);
    let title = stub.title.iter().map(|(title, of_title)| Fact {
        label: ShownText::Title.text(lang).to_owned(),
        value: vec![Inline::Text {
            text: title.clone(),
            strong: false,
            lang: (*of_title != lang).then_some(*of_title),
        }],
    });
    let mut facts = vec![
        fact(
            DecisionText::DecisionMaker.text(lang),
            format!("{}, {section}", stub.decision_maker),
        ),
        fact(DecisionText::Case.text(lang), stub.case_number.to_string()),
    ];
    facts.extend(title);
    facts.push(fact(
        ShownText::Since.text(lang),
        format::date(stub.since, lang),
    ));
    facts.push(fact(reason, stub.reason.clone()));
    Content {
        title: format!("{} {section}: {heading}", stub.decision_maker),
        lang,
        author: city.to_owned(),
        subject: Some(heading.to_owned()),
        dated: stub.since.with_time(time!(9:00)).assume_utc(),
        header: format!("{city} · {} · {section}", stub.case_number),
        footer: format!("{}: {address}", DocumentText::Permanent.text(lang)),
        blocks: vec![
            Block::Heading {
                level: Level::One,
                text: vec![Inline::plain(heading)],
            },
            Block::Paragraph(vec![Inline::plain(lead)]),
            Block::Facts(facts),
        ],
    }
}
