//! The letter of commitment (rahoitussitoumus): what a decision promises to a project, for the
//! applicant to attach to an application. No person is named in it.

use domain::Lang;
use domain::Money;
use domain::city::City;
use domain::commitment::{Finality, LetterLine};
use domain::organisation::BusinessId;
use domain::project::ProjectPeriod;
use domain::view::public::DecisionPage;
use time::{Date, OffsetDateTime};
use wording::certificate::CertificateText;
use wording::commitment_letter::{CommitmentLetterText as T, finality, stated, validity};
use wording::document::DocumentText;
use wording::public::DecisionText;
use wording::{decision, format, names};

use crate::pdf::{Align, Block, Column, Content, Fact, Inline, Level, Row, RowKind, Table};

/// A letter to be made into a document.
#[derive(Clone, Copy, Debug)]
pub struct CommitmentLetter<'a> {
    /// The city that promises.
    pub city: &'a City,
    /// The decision that it rests on.
    pub page: &'a DecisionPage,
    /// The office that signed it here, if it was signed here.
    pub signed_by: Option<&'a str>,
    /// The permanent address of the decision's page, absolute.
    pub address: &'a str,
    /// The language of the letter.
    pub lang: Lang,
    /// The instant of the file's metadata, with the offset of Helsinki.
    pub dated: OffsetDateTime,
    /// The name of the project.
    pub project: &'a str,
    /// When it runs, if that is known.
    pub period: Option<ProjectPeriod>,
    /// Who runs it: the name, and the business identity code if it is known.
    pub applicant: (&'a str, Option<&'a BusinessId>),
    /// What the city promises.
    pub lines: &'a [LetterLine],
    /// Whether the decision is final.
    pub finality: Finality,
    /// The last day of the promise, where the decision sets one.
    pub valid_until: Option<Date>,
    /// The day it was given.
    pub given_on: Date,
    /// The office that gave it.
    pub office: &'a str,
    /// What it is found by in the register.
    pub code: &'a str,
    /// Where everybody can have the code confirmed.
    pub verify_at: &'a str,
}

impl CommitmentLetter<'_> {
    /// What is printed.
    pub fn content(&self) -> Content {
        let (page, lang) = (self.page, self.lang);
        let city = self.city.name.in_lang(lang);
        let section = decision::section(page.section.number, page.section.year);
        let title = T::Title.text(lang);
        let mut blocks = vec![
            heading(Level::One, title),
            Block::Paragraph(vec![Inline::strong(stated(city, lang))]),
            Block::Facts(self.parties(city)),
            heading(Level::Two, T::Promises.text(lang)),
            Block::Table(self.promises()),
            Block::Paragraph(vec![Inline::plain(T::Each.text(lang))]),
        ];
        if self.lines.iter().any(|line| !line.strength.is_committed()) {
            let noted = Inline::plain(T::ProvidedFor.text(lang));
            blocks.push(Block::Paragraph(vec![noted]));
        }
        blocks.push(heading(Level::Two, T::Decision.text(lang)));
        blocks.push(Block::Facts(self.decided(&section)));
        blocks.push(Block::Facts(self.given()));
        Content {
            title: format!("{title}: {}", self.project),
            lang,
            author: city.to_owned(),
            subject: Some(title.to_owned()),
            dated: self.dated,
            header: format!("{city} · {title} · {} · {section}", page.case_number),
            footer: format!("{}: {}", DocumentText::Permanent.text(lang), self.address),
            blocks,
        }
    }

    fn parties(&self, city: &str) -> Vec<Fact> {
        let lang = self.lang;
        let (applicant, business_id) = self.applicant;
        let mut facts = vec![
            self.fact(
                T::City,
                self.identified(city, self.city.business_id.as_ref()),
            ),
            self.fact(T::Applicant, self.identified(applicant, business_id)),
            Fact {
                label: T::Project.text(lang).to_owned(),
                value: vec![self.in_own_lang(self.project)],
            },
        ];
        if let Some(period) = self.period {
            facts.push(self.fact(T::Period, format::project_period(period)));
        }
        facts
    }

    fn decided(&self, section: &str) -> Vec<Fact> {
        let (page, lang) = (self.page, self.lang);
        let mut facts = vec![
            fact(
                DecisionText::DecisionMaker.text(lang),
                format!("{}, {section}", page.decision_maker),
            ),
            Fact {
                label: CertificateText::Decision.text(lang).to_owned(),
                value: vec![self.in_own_lang(&page.title)],
            },
            Fact {
                label: DecisionText::Case.text(lang).to_owned(),
                value: vec![
                    Inline::plain(format!("{}, ", page.case_number)),
                    self.in_own_lang(&page.case_title),
                ],
            },
            fact(
                DecisionText::Decided.text(lang),
                decision::decided(page.decided, lang),
            ),
        ];
        if let Some(office) = self.signed_by {
            facts.push(self.fact(T::SignedBy, office));
        }
        facts.push(self.fact(T::LegalForce, finality(self.finality, lang)));
        facts.push(self.fact(T::Validity, validity(self.valid_until, lang)));
        facts
    }

    fn given(&self) -> Vec<Fact> {
        let lang = self.lang;
        let on = format::date(self.given_on, lang);
        vec![
            self.fact(T::Given, format!("{}\n{on}", self.office)),
            self.fact(T::Code, self.code),
            Fact {
                label: DocumentText::VerifyAt.text(lang).to_owned(),
                value: vec![Inline::link(self.verify_at, self.verify_at)],
            },
        ]
    }

    /// The promises by year; what is only provided for is in no sum.
    fn promises(&self) -> Table {
        let lang = self.lang;
        let column = |text: DecisionText, align| Column::new(text.text(lang), align);
        let columns = vec![
            column(DecisionText::AccountingYear, Align::Left),
            column(DecisionText::Strength, Align::Left),
            column(DecisionText::Amount, Align::Right),
        ];
        let mut rows: Vec<Row> = self.lines.iter().map(|line| self.promise(line)).collect();
        let committed = self
            .lines
            .iter()
            .filter(|line| line.strength.is_committed());
        if let Some(sum) = Money::checked_sum(committed.map(|line| line.amount)) {
            let label = DecisionText::Committed.text(lang).to_owned();
            let cells = [label, String::new(), format::euros(sum, lang)];
            rows.push(Row::new(RowKind::Total, cells));
        }
        Table::new(columns, rows).captioned(DecisionText::CommitmentTable.text(lang))
    }

    fn promise(&self, line: &LetterLine) -> Row {
        let lang = self.lang;
        let year = line.year.map_or_else(
            || DecisionText::NoYear.text(lang).to_owned(),
            |year| year.to_string(),
        );
        let strength = names::strength(line.strength, lang);
        let strength = line.condition.as_ref().map_or_else(
            || strength.to_owned(),
            |condition| {
                let label = DecisionText::Condition.text(lang);
                format!("{strength}, {label} {condition}")
            },
        );
        let cells = [year, strength, format::euros(line.amount, lang)];
        Row::new(RowKind::Entry, cells)
    }

    /// A name with its business identity code.
    fn identified(&self, name: &str, id: Option<&BusinessId>) -> String {
        let label = T::BusinessId.text(self.lang);
        id.map_or_else(
            || name.to_owned(),
            |id| format!("{name}, {label} {}", String::from(id.clone())),
        )
    }

    /// Words of the decision and its project, which are in the language of the decision.
    fn in_own_lang(&self, text: &str) -> Inline {
        if self.page.lang == self.lang {
            Inline::plain(text)
        } else {
            Inline::foreign(self.page.lang, text)
        }
    }

    fn fact(&self, label: T, value: impl Into<String>) -> Fact {
        fact(label.text(self.lang), value)
    }
}

fn fact(label: &str, value: impl Into<String>) -> Fact {
    Fact {
        label: label.to_owned(),
        value: vec![Inline::plain(value)],
    }
}

fn heading(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: vec![Inline::plain(text)],
    }
}
