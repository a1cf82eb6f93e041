//! What a document says of its own publicity, and the attachments by how public they are.

use domain::view::public::AttachmentShown;
use wording::document::DocumentText;
use wording::publicity::{self, ShownText};

use super::{DecisionDocument, Secrets, heading_of};
use crate::pdf::{Block, Inline, Level, ListKind};

impl DecisionDocument<'_> {
    /// The line at the top of every page. On a document with secret parts it is the marking that it
    /// is secret, to what extent, and on which grounds (julkisuuslaki 25 §).
    pub(super) fn header(&self, city: &str, kind: &str, section: &str) -> String {
        match self.secrets_given() {
            Some((_, is_whole, grounds)) => {
                publicity::secrecy_marking(grounds, is_whole, self.lang)
            }
            None => format!("{city} · {kind} · {} · {section}", self.page.case_number),
        }
    }

    /// What a document that is handed out says of the secret parts before everything else; nothing
    /// where there are none.
    pub(super) fn secrecy(&self) -> Option<Block> {
        let (handed, lang) = (self.handed_out?, self.lang);
        let sentences = match self.secrets_given() {
            Some((entitled_by, is_whole, grounds)) => {
                let extent = if is_whole {
                    ShownText::SecretWhole
                } else {
                    ShownText::SecretExtent
                };
                let entitled_by = entitled_by
                    .map(|right| format!("{}: {right}", ShownText::EntitledBy.text(lang)));
                [
                    publicity::is_secret(grounds, is_whole, lang),
                    extent.text(lang).to_owned(),
                ]
                .into_iter()
                .chain(entitled_by)
                .chain([ShownText::SecretDuty.text(lang).to_owned()])
                .collect()
            }
            None if handed.grounds.is_empty() => return None,
            None => vec![publicity::secrets_left_out(handed.grounds, lang)],
        };
        let paragraphs = sentences
            .into_iter()
            .map(|words| vec![Inline::plain(words)]);
        Some(Block::Notice(paragraphs.collect()))
    }

    /// Why the recipient of an extract is entitled to the secret parts, whether the whole is secret,
    /// and the grounds; nothing where the document carries none.
    fn secrets_given(&self) -> Option<(Option<&str>, bool, &[String])> {
        let handed = self.handed_out?;
        match handed.secrets {
            Secrets::Given {
                entitled_by,
                is_whole,
            } if !handed.grounds.is_empty() => Some((entitled_by, is_whole, handed.grounds)),
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
