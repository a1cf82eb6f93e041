//! What a document says of its own publicity, and the attachments by how public they are.

use domain::view::public::AttachmentShown;
use wording::document::DocumentText;
use wording::publicity::{self, ShownText};

use super::{DecisionDocument, Secrets, heading_of};
use crate::pdf::{Block, Inline, Level, ListKind};

impl DecisionDocument<'_> {
    /// The line at the top of every page. On an extract with secret parts it is the marking that it
    /// is secret, to what extent, and on which grounds (julkisuuslaki 25 §).
    pub(super) fn header(&self, city: &str, kind: &str, section: &str) -> String {
        match self.secrets_given() {
            Some((_, is_whole, grounds)) => {
                publicity::secrecy_marking(grounds, is_whole, self.lang)
            }
            None => format!("{city} · {kind} · {} · {section}", self.page.case_number),
        }
    }

    /// What an extract says of the secret parts before everything else; nothing where there are
    /// none.
    pub(super) fn secrecy(&self) -> Option<Block> {
        let (extract, lang) = (self.extract?, self.lang);
        let sentences = match self.secrets_given() {
            Some((entitled_by, is_whole, grounds)) => {
                let extent = if is_whole {
                    ShownText::SecretWhole
                } else {
                    ShownText::SecretExtent
                };
                vec![
                    publicity::is_secret(grounds, is_whole, lang),
                    extent.text(lang).to_owned(),
                    format!("{}: {entitled_by}", ShownText::EntitledBy.text(lang)),
                    ShownText::SecretDuty.text(lang).to_owned(),
                ]
            }
            None if extract.grounds.is_empty() => return None,
            None => vec![publicity::secrets_left_out(extract.grounds, lang)],
        };
        let paragraphs = sentences
            .into_iter()
            .map(|words| vec![Inline::plain(words)]);
        Some(Block::Notice(paragraphs.collect()))
    }

    /// Why the recipient is entitled to the secret parts, whether the whole is secret, and the
    /// grounds; nothing where the document carries none.
    fn secrets_given(&self) -> Option<(&str, bool, &[String])> {
        let extract = self.extract?;
        match extract.secrets {
            Secrets::Given {
                entitled_by,
                is_whole,
            } if !extract.grounds.is_empty() => Some((entitled_by, is_whole, extract.grounds)),
            Secrets::Given { .. } | Secrets::LeftOut => None,
        }
    }

    /// The attachments, each as far as the reader may know it.
    pub(super) fn attachments(&self) -> Vec<Block> {
        let lang = self.lang;
        if self.page.attachments.is_empty() {
            return Vec::new();
        }
        let of_personal = self.personal.map_or(&[][..], |part| part.attachments());
        let items = self.page.attachments.iter().map(|line| {
            let personal = of_personal.iter().find(|one| one.number == line.number);
            let shown = personal.map_or_else(
                || line.shown.clone(),
                |one| AttachmentShown::open(&one.attachment),
            );
            vec![Inline::plain(publicity::attachment(
                line.number,
                &shown,
                lang,
            ))]
        });
        vec![
            heading_of(Level::Two, DocumentText::Attachments.text(lang)),
            Block::List {
                kind: ListKind::Bullets,
                items: items.collect(),
            },
        ]
    }
}
