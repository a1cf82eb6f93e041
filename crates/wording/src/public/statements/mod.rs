//! The accessibility statement (306/2019 9 §) and what is said of personal data.
//!
//! They are blocks, as instructions are. What they say of tests is what `cargo xtask test` runs.

mod accessibility;
mod privacy;

use domain::city::City;
use domain::text::{Block, Inline, Marks};

use crate::Lang;
use crate::instruction::Part;

pub use accessibility::accessibility;
pub use privacy::{SessionHours, privacy};

texts! {
    /// Titles and links of the statements.
    pub enum StatementText {
        Accessibility: "Saavutettavuusseloste", "Tillgänglighetsutlåtande", "Accessibility statement";
        Privacy: "Tietosuoja", "Dataskydd", "Privacy";
        AccessibilityLead: "Miten palvelu täyttää saavutettavuusvaatimukset, mitä puutteita siinä on ja miten niistä kerrotaan.", "Hur tjänsten uppfyller tillgänglighetskraven, vilka brister den har och hur man meddelar om dem.", "How the service meets the accessibility requirements, what it lacks, and how to tell of it.";
        PrivacyLead: "Mitä henkilötietoja palvelussa käsitellään, miksi ja kuinka kauan.", "Vilka personuppgifter som behandlas i tjänsten, varför och hur länge.", "Which personal data the service processes, why and for how long.";
        Official: "Suomenkielinen teksti on virallinen.", "Detta är en översättning. Den finskspråkiga texten är den officiella.", "This is a translation. The Finnish text is the official one.";
    }
}

/// The note that a translation is one; nothing in Finnish.
pub const fn official(lang: Lang) -> Option<&'static str> {
    match lang {
        Lang::Fi => None,
        Lang::Sv | Lang::En => Some(StatementText::Official.text(lang)),
    }
}

fn part(heading: &'static str, blocks: Vec<Block>) -> Part {
    Part { heading, blocks }
}

fn paragraph(words: impl Into<String>) -> Block {
    Block::Paragraph(run(words))
}

fn bullets<Words: Into<String>>(items: impl IntoIterator<Item = Words>) -> Block {
    Block::Bullets(items.into_iter().map(run).collect())
}

fn run(words: impl Into<String>) -> Vec<Inline> {
    vec![Inline::Text {
        text: words.into(),
        marks: Marks::default(),
    }]
}

/// How the city is reached.
fn contacts(city: &City, lang: Lang) -> Block {
    bullets([
        city.registry.in_lang(lang).to_owned(),
        city.postal_address.clone(),
        city.visiting_address.clone(),
        city.email.clone(),
        city.phone.clone(),
    ])
}
