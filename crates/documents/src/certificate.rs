//! The certificate of legal force (lainvoimaisuustodistus): what it rests on, and from when the
//! decision is final.

use calendar::AppealPeriod;
use domain::Lang;
use domain::city::City;
use domain::legal_force::LegalForce;
use domain::view::public::DecisionPage;
use time::{Date, OffsetDateTime};
use wording::certificate::{CertificateText, is_final, voided};
use wording::document::DocumentText;
use wording::public::DecisionText;
use wording::{decision, format, period};

use crate::pdf::{Block, Content, Fact, Inline, Level, ListKind};

/// A certificate to be made into a document.
#[derive(Clone, Copy, Debug)]
pub struct CertificateDocument<'a> {
    /// The decision that is final.
    pub page: &'a DecisionPage,
    /// The city that decided.
    pub city: &'a City,
    /// The permanent address of the decision's page, absolute.
    pub address: &'a str,
    /// The language of the certificate.
    pub lang: Lang,
    /// The instant of the file's metadata, with the offset of Helsinki.
    pub dated: OffsetDateTime,
    /// The statement that it certifies.
    pub statement: &'a LegalForce,
    /// The periods it rests on: of a party by its name, or of municipal members.
    pub periods: &'a [(Option<String>, AppealPeriod)],
    /// Where it was given.
    pub place: &'a str,
    /// The day it was given.
    pub issued_on: Date,
    /// The office that gave it.
    pub office: &'a str,
    /// What it is found by in the register.
    pub code: &'a str,
    /// Where everybody can have the code confirmed.
    pub verify_at: &'a str,
}

/// A given certificate whose statement was reopened: it says so in the place of what it stated.
pub fn void(mut given: Content, from: Date, reopened_on: Date) -> Content {
    let notice = Block::Notice(vec![vec![Inline::strong(voided(
        from,
        reopened_on,
        given.lang,
    ))]]);
    if let Some(stated) = given.blocks.get_mut(STATED) {
        *stated = notice;
    }
    given
}

/// The place of the block that states legal force, after the heading.
const STATED: usize = 1;

impl CertificateDocument<'_> {
    /// What is printed.
    pub fn content(&self) -> Content {
        let (page, lang) = (self.page, self.lang);
        let city = self.city.name.in_lang(lang);
        let section = decision::section(page.section.number, page.section.year);
        let title = CertificateText::Title.text(lang);
        let stated = Inline::strong(is_final(self.statement.from, lang));
        let mut blocks = vec![heading(Level::One, title), Block::Paragraph(vec![stated])];
        blocks.push(Block::Facts(self.decided(&section)));
        blocks.push(heading(Level::Two, CertificateText::RestsOn.text(lang)));
        for (recipient, appeal) in self.periods {
            let members = CertificateText::Members.text(lang);
            blocks.push(heading(
                Level::Three,
                recipient.as_deref().unwrap_or(members),
            ));
            let steps = period::steps(appeal, lang).into_iter();
            blocks.push(Block::List {
                kind: ListKind::Numbers,
                items: steps.map(|step| vec![Inline::plain(step)]).collect(),
            });
        }
        let given = format!("{} {}", self.place, format::date(self.issued_on, lang));
        blocks.push(Block::Facts(vec![
            self.fact(
                CertificateText::Registry,
                self.statement.registry_checked_on,
            ),
            self.fact(CertificateText::Court, self.statement.court_checked_on),
            fact(
                CertificateText::Given.text(lang),
                format!("{given}\n{}", self.office),
            ),
            fact(CertificateText::Code.text(lang), self.code),
            Fact {
                label: DocumentText::VerifyAt.text(lang).to_owned(),
                value: vec![Inline::link(self.verify_at, self.verify_at)],
            },
        ]));
        Content {
            title: format!("{title}: {} {section}", page.decision_maker),
            lang,
            author: city.to_owned(),
            subject: Some(title.to_owned()),
            dated: self.dated,
            header: format!("{city} · {title} · {} · {section}", page.case_number),
            footer: format!("{}: {}", DocumentText::Permanent.text(lang), self.address),
            blocks,
        }
    }

    fn decided(&self, section: &str) -> Vec<Fact> {
        let (page, lang) = (self.page, self.lang);
        vec![
            fact(
                CertificateText::Decision.text(lang),
                format!("{}, {section}: {}", page.decision_maker, page.title),
            ),
            fact(
                DecisionText::Case.text(lang),
                format!("{}, {}", page.case_number, page.case_title),
            ),
            fact(
                DecisionText::Decided.text(lang),
                decision::decided(page.decided, lang),
            ),
        ]
    }

    fn fact(&self, label: CertificateText, day: Date) -> Fact {
        fact(label.text(self.lang), format::date(day, self.lang))
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
