//! A decision as a document: the public version, the extract for one recipient, or the signed
//! decision as the authority holds it.

mod handed_out;
mod money;
mod passages;
mod publicity;

use calendar::{AppealPeriod, HoursRow};
use domain::Lang;
use domain::city::City;
use domain::view::during::PersonalPart;
use domain::view::public::DecisionPage;
use time::OffsetDateTime;
use wording::document::DocumentText;
use wording::instruction::Instruction;
use wording::public::{
    AfterwardsText, DecisionText, ProjectText, changed_by, changes, corrected_on, in_force,
    no_member_period, plan_version,
};
use wording::{decision, format, period};

pub use self::handed_out::{Extract, HandedOut, Secrets, Signed, Version};
use crate::pdf::{self, Block, Content, Fact, Inline, Level, PdfError};

/// A decision to be made into a document.
#[derive(Clone, Copy, Debug)]
pub struct DecisionDocument<'a> {
    /// What it says; its texts are those its reader may see.
    pub page: &'a DecisionPage,
    /// The city that decided.
    pub city: &'a City,
    /// The hours of its registry when the period ends.
    pub registry: &'a HoursRow,
    /// The permanent address of its page, absolute.
    pub address: &'a str,
    /// The language of headings and instructions.
    pub lang: Lang,
    /// The instant of the file's metadata, with the offset of Helsinki.
    pub dated: OffsetDateTime,
    /// What is personal in it, in a public version of the time when that is shown.
    pub personal: Option<&'a PersonalPart>,
    /// Present where it is handed out with a code of its own.
    pub handed_out: Option<HandedOut<'a>>,
}

/// Makes the PDF of a decision.
///
/// # Errors
/// [`PdfError`] when the program is damaged; never because of the decision.
pub fn render(document: &DecisionDocument<'_>) -> Result<Vec<u8>, PdfError> {
    pdf::render(&document.content())
}

impl DecisionDocument<'_> {
    /// What the PDF says, all of it: kept, it can be rendered again to the same bytes.
    pub fn content(&self) -> Content {
        let (page, lang) = (self.page, self.lang);
        let city = self.city.name.in_lang(lang);
        let section = decision::section(page.section.number, page.section.year);
        let kind = self.kind();
        let mut blocks = vec![Block::Heading {
            level: Level::One,
            text: self.in_own_lang(&page.title),
        }];
        blocks.extend(self.secrecy());
        blocks.push(Block::Facts(self.facts(&section)));
        blocks.extend(self.decided());
        blocks.extend(self.attachments());
        blocks.extend(self.money());
        blocks.extend(self.appeal());
        blocks.extend(self.closing());
        Content {
            title: format!("{} {section}: {}", page.decision_maker, page.title),
            lang,
            author: city.to_owned(),
            subject: Some(kind.text(lang).to_owned()),
            dated: self.dated,
            header: self.header(city, kind.text(lang), &section),
            footer: format!("{}: {}", DocumentText::Permanent.text(lang), self.address),
            blocks,
        }
    }

    fn facts(&self, section: &str) -> Vec<Fact> {
        let (page, lang) = (self.page, self.lang);
        let mut facts = vec![
            self.fact(
                DecisionText::DecisionMaker,
                format!("{}, {section}", page.decision_maker),
            ),
            self.fact(
                DecisionText::Case,
                format!("{}, {}", page.case_number, page.case_title),
            ),
        ];
        if let Some(project) = &page.project {
            facts.push(self.fact(DecisionText::Project, project.name.clone()));
        }
        facts.push(self.fact(DecisionText::Decided, decision::decided(page.decided, lang)));
        if let Some(since) = decision::public_since(page.public_since, lang) {
            facts.push(self.fact(DecisionText::Published, since));
        }
        if let Some(office) = &page.deputy_office {
            facts.push(fact(AfterwardsText::SignedAsDeputy.text(lang), office));
        }
        if let Some(state) = in_force(page.in_force, lang) {
            facts.push(fact(AfterwardsText::InForce.text(lang), state));
        }
        // What is handed out as the decision itself tells these as it was signed with them.
        if !matches!(self.kind(), DocumentText::Signed) {
            for change in &page.changes {
                let place = decision::section(change.section.number, change.section.year);
                facts.push(fact(changes(change.effect, lang), &place));
            }
        }
        for change in &page.changed_by {
            let place = decision::section(change.section.number, change.section.year);
            facts.push(fact(changed_by(change.effect, lang), &place));
        }
        for correction in &page.corrections {
            facts.push(fact(&corrected_on(correction.on, lang), &correction.reason));
        }
        facts.extend(self.handed_out_facts());
        facts
    }

    /// Resolution first, then why.
    fn decided(&self) -> Vec<Block> {
        let (page, lang) = (self.page, self.lang);
        let mut blocks = Vec::new();
        if page.recorded {
            blocks.push(Block::Notice(vec![vec![Inline::plain(
                DecisionText::Recorded.text(lang),
            )]]));
        }
        let (resolution, background) = match self.personal {
            Some(personal) => (personal.resolution(), personal.background()),
            None => (&page.resolution, &page.background),
        };
        for (heading, text) in [
            (DecisionText::Resolution, resolution),
            (DecisionText::Background, background),
        ] {
            blocks.push(heading_of(Level::Two, heading.text(lang)));
            blocks.extend(passages::blocks(text, Level::Three, self.foreign(), lang));
        }
        blocks.push(heading_of(Level::Two, DecisionText::LegalBasis.text(lang)));
        let mut basis = vec![self.fact(DecisionText::Authority, page.authority.clone())];
        if !page.applied_provisions.is_empty() {
            basis.push(self.fact(DecisionText::Provisions, page.applied_provisions.clone()));
        }
        blocks.push(Block::Facts(basis));
        blocks
    }

    fn money(&self) -> Vec<Block> {
        let lang = self.lang;
        let mut blocks = Vec::new();
        if !self.page.commitments.is_empty() {
            blocks.push(heading_of(Level::Two, DecisionText::Commitments.text(lang)));
            blocks.push(Block::Table(money::commitments(
                &self.page.commitments,
                lang,
            )));
        }
        if let Some(plan) = &self.page.plan {
            blocks.push(heading_of(Level::Two, DecisionText::Funding.text(lang)));
            blocks.push(Block::Table(money::plan(plan, lang)));
            let version = plan_version(plan.version, plan.on, lang);
            blocks.push(Block::Paragraph(vec![Inline::plain(version)]));
            blocks.push(Block::Facts(vec![fact(
                ProjectText::TotalCost.text(lang),
                format::euros_or_unknown(plan.total_cost, lang),
            )]));
        }
        blocks
    }

    fn appeal(&self) -> Vec<Block> {
        let lang = self.lang;
        let mut blocks = vec![heading_of(Level::Two, DecisionText::Appeal.text(lang))];
        let own = self.extract().and_then(|extract| extract.period);
        let member = self.page.member_period.as_ref().map(|(period, _)| period);
        if let Some(period) = own {
            blocks.extend(self.steps(DocumentText::OwnPeriod.text(lang), period));
        } else if self.extract().is_some() {
            let open = DocumentText::ServiceDayOpen.text(lang);
            blocks.push(Block::Paragraph(vec![Inline::plain(open)]));
        }
        if let Some(period) = member {
            blocks.extend(self.steps(DecisionText::LastDayOfMembers.text(lang), period));
        } else if let Some(why) = no_member_period(self.page.public_since, self.page.remedy, lang) {
            blocks.push(Block::Paragraph(vec![Inline::plain(why)]));
        }
        let instruction = Instruction {
            version: self.page.instructions,
            right: self.page.remedy,
            city: self.city,
            claims_to: self.page.claims_to.as_ref(),
            registry: self.registry,
            member_period: member,
        };
        for part in instruction.parts(lang) {
            blocks.push(heading_of(Level::Three, part.heading));
            let text = domain::text::Text::new(part.blocks);
            blocks.extend(passages::blocks(&text, Level::Four, None, lang));
        }
        blocks
    }

    fn steps(&self, heading: &str, appeal: &AppealPeriod) -> [Block; 3] {
        let items = period::steps(appeal, self.lang);
        [
            heading_of(Level::Three, heading),
            Block::Paragraph(vec![Inline::strong(period::last_moment(appeal, self.lang))]),
            Block::List {
                kind: pdf::ListKind::Numbers,
                items: items
                    .into_iter()
                    .map(|step| vec![Inline::plain(step)])
                    .collect(),
            },
        ]
    }

    /// Who tells more, and what else a document that is handed out ends with.
    fn closing(&self) -> Vec<Block> {
        if let Some(handed) = self.handed_out {
            return self.given(handed);
        }
        let (page, lang) = (self.page, self.lang);
        let mut contact = vec![self.fact(DecisionText::Contact, page.contact_office.clone())];
        let person = self.personal.map(PersonalPart::contact_person);
        if let Some(person) = person.filter(|person| !person.is_empty()) {
            contact.push(fact(DocumentText::Person.text(lang), person));
        }
        vec![Block::Facts(contact)]
    }

    fn fact(&self, label: DecisionText, value: impl Into<String>) -> Fact {
        fact(label.text(self.lang), value)
    }

    /// The language of the decision's own words, where it is not that of the document.
    fn foreign(&self) -> Option<Lang> {
        (self.page.lang != self.lang).then_some(self.page.lang)
    }

    fn in_own_lang(&self, text: &str) -> Vec<Inline> {
        vec![Inline::Text {
            text: text.to_owned(),
            strong: false,
            lang: self.foreign(),
        }]
    }
}

fn fact(label: &str, value: impl Into<String>) -> Fact {
    Fact {
        label: label.to_owned(),
        value: vec![Inline::plain(value)],
    }
}

fn heading_of(level: Level, text: &str) -> Block {
    Block::Heading {
        level,
        text: vec![Inline::plain(text)],
    }
}
