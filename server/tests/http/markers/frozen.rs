//! Every field of a frozen decision, with the markers that it holds.
//!
//! The content is taken apart without a rest: a new field does not compile before it is named
//! here, with the type that says who sees it.

use domain::attachment::{Attachment, AttachmentClass};
use domain::decision::{Contact, DecisionContent};
use domain::publicity::{Personal, Public};
use serde::Serialize;

use super::{NEVER, OPEN, PERSONAL, SECRET};

/// A field and what of it must be marked how.
struct Field {
    name: &'static str,
    /// The beginnings that its markers must have, each at least once, and no other.
    begins: &'static [&'static str],
    markers: Vec<String>,
}

fn public<T: Serialize>(name: &'static str, value: &Public<T>) -> Field {
    field(name, &[OPEN], value)
}

/// Shown during the period, or never, as the law has it.
fn personal<T: Serialize>(
    name: &'static str,
    begins: &'static [&'static str],
    value: &Personal<T>,
) -> Field {
    field(name, begins, value)
}

fn field(name: &'static str, begins: &'static [&'static str], value: &impl Serialize) -> Field {
    let json = serde_json::to_string(value).expect("it is JSON");
    Field {
        name,
        begins,
        markers: markers(&json),
    }
}

fn attachment(of: &Attachment) -> Field {
    let Attachment {
        title,
        file_name: _,
        media_type: _,
        size: _,
        sha256: _,
        class,
    } = of;
    let (name, begins): (_, &[&str]) = match class {
        AttachmentClass::Public => ("an open attachment", &[OPEN]),
        AttachmentClass::Personal => ("a personal attachment", &[PERSONAL]),
        AttachmentClass::Secret(_) => ("a secret attachment", &[SECRET]),
    };
    field(name, begins, title)
}

fn fields(content: &DecisionContent) -> Vec<Field> {
    let DecisionContent {
        // Numbers, choices and names that other tables hold have no room for a marker.
        case_number: Public(_),
        project: Public(_),
        lang: _,
        kind: Public(_),
        decision_maker: Public(_),
        changes: Public(_),
        remedy: Public(_),
        instructions: Public(_),
        title,
        resolution,
        background,
        authority,
        applied_provisions,
        commitments,
        contact: Contact { office, person },
        distribution,
        // The name of the party has one, and is looked for everywhere.
        parties,
        attachments,
    } = content;
    assert_eq!(parties.reveal_to_official().len(), 1, "a party");
    let text: &[&str] = &[OPEN, PERSONAL, SECRET];
    let mut all = vec![
        public("title", title),
        field("resolution", text, resolution),
        field("background", text, background),
        public("authority", authority),
        public("applied provisions", applied_provisions),
        public("commitments", commitments),
        public("office", office),
        personal("contact person", &[PERSONAL], person),
        personal("distribution", &[NEVER], distribution),
    ];
    all.extend(attachments.iter().map(attachment));
    all
}

/// The markers of a frozen decision.
pub(super) struct Frozen {
    /// Public for good.
    pub(super) open: Vec<String>,
    /// Public on the page and its PDF during the period.
    pub(super) personal: Vec<String>,
    /// Public nowhere.
    pub(super) secret: Vec<String>,
}

impl Frozen {
    /// Reads them from a content. Fails if a field lacks one of its own.
    pub(super) fn of(content: &DecisionContent) -> Self {
        let fields = fields(content);
        for Field {
            name,
            begins,
            markers,
        } in &fields
        {
            for begin in *begins {
                let has = markers.iter().any(|marker| marker.starts_with(begin));
                assert!(has, "{name} has no marker {begin}: {markers:?}");
            }
            let strays = markers.iter().filter(|marker| {
                let mut begins = begins.iter();
                !begins.any(|begin| marker.starts_with(begin))
            });
            assert_eq!(strays.count(), 0, "{name}: {markers:?}");
        }
        let of = |begin: &str| {
            let markers = fields.iter().flat_map(|field| &field.markers);
            let found = markers.filter(|marker| marker.starts_with(begin));
            found.cloned().collect::<Vec<_>>()
        };
        let (open, personal, secret) = (of(OPEN), of(PERSONAL), of(SECRET));
        // Each of six places under each mark in two texts, and the fields; a secret run is marked
        // alone or as personal too, and a link says its marker twice.
        let enough = open.len() >= 18 && personal.len() >= 14 && secret.len() >= 25;
        assert!(enough, "too few: {open:?} {personal:?} {secret:?}");
        Self {
            open,
            personal,
            secret,
        }
    }
}

/// The markers in a text, in their order.
fn markers(text: &str) -> Vec<String> {
    let words = text.split(|sign: char| !sign.is_ascii_alphanumeric());
    let begins = [OPEN, PERSONAL, SECRET, NEVER];
    let marked = words.filter(|word| begins.iter().any(|begin| word.starts_with(begin)));
    marked.map(str::to_owned).collect()
}

/// Every field of the domain that is typed personal or secret and saved, with its marker: those of
/// a frozen decision are above. A new one fails until it has a marker here and in the story.
const SAVED: [(&str, &str); 28] = [
    ("case/document.rs sender", "Njxsender"),
    ("case/document.rs title", "Njxdocument"),
    ("case/document.rs to", "Njxto"),
    ("case/document.rs agent", "Njxagent"),
    ("case/measure.rs name", "Njxmeasure"),
    ("case/party.rs agent", "Njxpartyagent"),
    ("case/party.rs Person", "Njxperson"),
    ("case/record.rs internal_title", "Njxinternal"),
    ("decision/content.rs distribution", "Njxdistribution"),
    ("decision/content.rs parties", "Njxparty"),
    ("decision/content.rs person", "Pjxcontact"),
    ("decision/state.rs name", "Nimi decision-maker"),
    // As typed in a draft, as entered for a decision, and of each sending.
    ("distribution.rs name", "Njxsecond"),
    ("distribution.rs name", "Njxdistribution"),
    ("distribution.rs address", "Njxaddress"),
    ("distribution.rs address", "Njxaddress"),
    ("distribution.rs address", "Njxaddress"),
    // What a mail server answered: the story has none.
    ("distribution.rs reply", ""),
    ("filing.rs filer", "Njxfiler"),
    ("follow.rs address", "Njxfollower@kunta.example"),
    ("official.rs email", "preparer@example.fi"),
    ("official.rs name", "Nimi preparer"),
    ("project/contact.rs email", "njxmail@kunta.example"),
    ("project/contact.rs person", "Njxcontact"),
    ("project/contact.rs phone", "Njxphone"),
    ("project/note.rs text", "Njxnote"),
    // What a check of a draft found; it is computed and never saved.
    ("personal/mod.rs around", ""),
    ("personal/mod.rs words", ""),
];

#[test]
fn every_saved_field_about_a_person_has_a_marker() {
    let domain = "../crates/domain/src";
    let mut found = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(domain)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(domain).expect("within").to_owned();
            let name = name.to_str().expect("letters").to_owned();
            if path.is_dir() {
                folders.push(path);
            } else if !name.starts_with("view/") && name != "publicity.rs" {
                let text = std::fs::read_to_string(&path).expect("a source");
                found.extend(typed(&text).map(|field| format!("{name} {field}")));
            }
        }
    }
    found.sort();
    let mut known = SAVED.map(|(field, _)| field.to_owned());
    known.sort();
    assert_eq!(found, known);
}

/// The fields and variants of a source that are typed personal or secret.
fn typed(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter_map(|line| {
        let line = line.trim();
        let field = line.strip_suffix(',')?;
        let (name, of) = field.split_once(": ").or_else(|| field.split_once('('))?;
        let is_typed = of.contains("Personal<") || of.contains("Secret<");
        let name = name.trim_start_matches("pub ");
        let is_name = name
            .chars()
            .all(|sign| sign.is_alphanumeric() || sign == '_');
        (is_typed && is_name && !line.starts_with("//")).then_some(name)
    })
}

/// The markers of saved fields that the public never sees.
pub(super) fn withheld() -> impl Iterator<Item = &'static str> {
    let markers = SAVED.iter().map(|(_, marker)| *marker);
    markers.filter(|marker| !marker.is_empty() && !marker.starts_with(PERSONAL))
}
