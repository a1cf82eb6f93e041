//! Attachments (liitteet) of a decision: what they are, and who may see them.

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, FindingCode, Findings};

/// The most bytes of one file.
pub const MAX_SIZE: usize = 20 * 1024 * 1024;
/// The most attachments of one decision.
pub const MAX_COUNT: usize = 30;
const TITLE: usize = 300;
const GROUND: usize = 200;
const FILE_NAME: usize = 120;

/// An attachment as it is frozen with its decision. The bytes are kept apart, by their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// What it is called. As public as the file itself.
    pub title: String,
    /// The name of its file, without a folder.
    pub file_name: String,
    /// What kind of file it is.
    pub media_type: MediaType,
    /// Its length in bytes.
    pub size: u64,
    /// The SHA-256 of its bytes, in small hexadecimal digits.
    pub sha256: String,
    /// Who may see it.
    #[serde(flatten)]
    pub class: AttachmentClass,
}

/// Who may see an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "class", content = "ground", rename_all = "snake_case")]
pub enum AttachmentClass {
    /// Everybody, for good.
    Public,
    /// Everybody while the municipal member's period runs, then officials only.
    Personal,
    /// Never the public; the provision that makes it secret.
    Secret(String),
}

impl AttachmentClass {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Public => "public",
            Self::Personal => "personal",
            Self::Secret(_) => "secret",
        }
    }

    /// The provision that makes it secret, if one does.
    pub fn ground(&self) -> Option<&str> {
        match self {
            Self::Secret(ground) => Some(ground),
            Self::Public | Self::Personal => None,
        }
    }

    /// The class of a code; a secret one needs its ground.
    pub fn from_code(code: &str, ground: Option<&str>) -> Option<Self> {
        match (code, ground) {
            ("public", None) => Some(Self::Public),
            ("personal", None) => Some(Self::Personal),
            ("secret", Some(ground)) => Some(Self::Secret(ground.to_owned())),
            _ => None,
        }
    }
}

/// The kinds of files that a decision may have as attachments: nothing that a browser would run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MediaType {
    /// PDF.
    #[serde(rename = "application/pdf")]
    Pdf,
    /// A text document of Office Open XML.
    #[serde(rename = "application/vnd.openxmlformats-officedocument.wordprocessingml.document")]
    Docx,
    /// A spreadsheet of Office Open XML.
    #[serde(rename = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    Xlsx,
    /// A text document of `OpenDocument`.
    #[serde(rename = "application/vnd.oasis.opendocument.text")]
    Odt,
    /// A spreadsheet of `OpenDocument`.
    #[serde(rename = "application/vnd.oasis.opendocument.spreadsheet")]
    Ods,
    /// A PNG picture.
    #[serde(rename = "image/png")]
    Png,
    /// A JPEG picture.
    #[serde(rename = "image/jpeg")]
    Jpeg,
    /// Plain text in UTF-8.
    #[serde(rename = "text/plain")]
    Txt,
    /// Comma-separated values in UTF-8.
    #[serde(rename = "text/csv")]
    Csv,
}

impl MediaType {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Pdf,
        Self::Docx,
        Self::Xlsx,
        Self::Odt,
        Self::Ods,
        Self::Png,
        Self::Jpeg,
        Self::Txt,
        Self::Csv,
    ];

    /// The registered name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Txt => "text/plain",
            Self::Csv => "text/csv",
        }
    }

    /// The kind of a registered name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// What people call it: `PDF`, `DOCX`.
    pub const fn short(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Docx => "DOCX",
            Self::Xlsx => "XLSX",
            Self::Odt => "ODT",
            Self::Ods => "ODS",
            Self::Png => "PNG",
            Self::Jpeg => "JPEG",
            Self::Txt => "TXT",
            Self::Csv => "CSV",
        }
    }

    /// The kind of a file, by its content and its name, which must agree. `None` of every kind that
    /// is not allowed, and of documents that carry macros.
    ///
    /// ```
    /// use domain::attachment::MediaType;
    /// assert_eq!(MediaType::of(b"%PDF-1.7", "liite.PDF"), Some(MediaType::Pdf));
    /// assert_eq!(MediaType::of(b"<html>", "liite.pdf"), None);
    /// assert_eq!(MediaType::of(b"<svg onload=x()>", "liite.txt"), None);
    /// ```
    pub fn of(bytes: &[u8], file_name: &str) -> Option<Self> {
        let (_, ending) = file_name.rsplit_once('.')?;
        let named = match ending.to_ascii_lowercase().as_str() {
            "pdf" => Self::Pdf,
            "docx" => Self::Docx,
            "xlsx" => Self::Xlsx,
            "odt" => Self::Odt,
            "ods" => Self::Ods,
            "png" => Self::Png,
            "jpg" | "jpeg" => Self::Jpeg,
            "txt" => Self::Txt,
            "csv" => Self::Csv,
            _ => return None,
        };
        named.fits(bytes).then_some(named)
    }

    fn fits(self, bytes: &[u8]) -> bool {
        match self {
            Self::Pdf => bytes.starts_with(b"%PDF-"),
            Self::Png => bytes.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpeg => bytes.starts_with(b"\xff\xd8\xff"),
            Self::Docx => is_package_of(bytes, b"word/document.xml"),
            Self::Xlsx => is_package_of(bytes, b"xl/workbook.xml"),
            Self::Odt | Self::Ods => is_open_document(bytes, self.name()),
            Self::Txt | Self::Csv => is_plain_text(bytes),
        }
    }
}

const ZIP: &[u8] = b"PK\x03\x04";

/// Whether the bytes are an Office Open XML package with a part, and without macros.
fn is_package_of(bytes: &[u8], part: &[u8]) -> bool {
    bytes.starts_with(ZIP)
        && holds(bytes, b"[Content_Types].xml")
        && holds(bytes, part)
        && !holds(bytes, b"vbaProject.bin")
}

/// Whether the bytes are an `OpenDocument` of a kind, without macros. Its first entry, stored as it
/// is, names the kind.
fn is_open_document(bytes: &[u8], name: &str) -> bool {
    const NAME_AT: usize = 30;
    let first = bytes.get(NAME_AT..).unwrap_or_default();
    let kind = first.strip_prefix(b"mimetype");
    bytes.starts_with(ZIP)
        && kind.is_some_and(|rest| {
            // The entry after it begins where the name ends: `…text` is no `…text-template`.
            rest.strip_prefix(name.as_bytes())
                .is_some_and(|after| after.starts_with(b"PK"))
        })
        && !holds(bytes, b"Basic/")
        && !holds(bytes, b"Scripts/")
}

/// Whether the bytes are words in UTF-8 that no browser takes for a page or a picture.
fn is_plain_text(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return false;
    };
    let is_legal = |c: char| !c.is_control() || matches!(c, '\n' | '\r' | '\t' | '\u{c}');
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    text.chars().all(is_legal) && !begins.starts_with('<')
}

fn holds(bytes: &[u8], sought: &[u8]) -> bool {
    bytes.windows(sought.len()).any(|window| window == sought)
}

/// The name of a file as it is kept: without folders and control characters.
///
/// ```
/// use domain::attachment::file_name;
/// assert_eq!(file_name("C:\\temp\\hakemus.pdf"), "hakemus.pdf");
/// assert_eq!(file_name("../../etc/pa\nsswd.txt"), "passwd.txt");
/// ```
pub fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let invisible = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let kept: String = last.chars().filter(|c| !invisible(*c)).collect();
    kept.trim().trim_start_matches('.').to_owned()
}

/// An attachment as typed, beside its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttachmentDraft {
    /// Title.
    pub title: String,
    /// Code of the class.
    pub class: String,
    /// The provision that makes it secret, or empty.
    pub ground: String,
    /// The name of the file as it was sent.
    pub file_name: String,
}

impl AttachmentDraft {
    /// Reads it with the bytes of its file, whose hash is `sha256`.
    ///
    /// # Errors
    /// Every finding at once.
    pub fn read(&self, bytes: &[u8], sha256: String) -> Result<Attachment, Findings> {
        let mut findings = Findings::default();
        let title = findings.required("title", &self.title, TITLE);
        let ground = self.ground.trim();
        let class = match (self.class.trim(), ground) {
            ("secret", "") => {
                findings.push(Finding::at("ground", FindingCode::Missing));
                None
            }
            ("secret", ground) => {
                let ground = findings.required("ground", ground, GROUND);
                Some(AttachmentClass::Secret(ground))
            }
            (code, _) => AttachmentClass::from_code(code, None),
        };
        if class.is_none() && findings.iter().all(|finding| finding.place != "ground") {
            findings.push(Finding::at("class", FindingCode::UnknownChoice));
        }
        let file_name = file_name(&self.file_name);
        let kind = MediaType::of(bytes, &file_name);
        if bytes.is_empty() {
            findings.push(Finding::at("file", FindingCode::Missing));
        } else if bytes.len() > MAX_SIZE {
            findings.push(Finding::at("file", FindingCode::FileTooLarge));
        } else if kind.is_none() {
            findings.push(Finding::at("file", FindingCode::FileTypeNotAllowed));
        } else if file_name.chars().count() > FILE_NAME {
            findings.push(Finding::at("file", FindingCode::TooLong));
        }
        match (class, kind) {
            (Some(class), Some(media_type)) if findings.is_empty() => Ok(Attachment {
                title,
                file_name,
                media_type,
                size: bytes.len() as u64,
                sha256,
                class,
            }),
            _ => Err(findings),
        }
    }
}
