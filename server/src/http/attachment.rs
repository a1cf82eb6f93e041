//! Attachments: files that the register keeps and did not make.
//!
//! They are saved, never shown in our name: `attachment`, `nosniff` and a sandbox keep whatever a
//! file holds from running beside our pages. They are read and sent in parts.

use axum::body::{Body, Bytes};
use axum::extract::Path;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::response::Response;
use domain::attachment::{AttachmentClass, MediaType};
use domain::section::Section;
use futures_util::stream;
use register::attachments::{self, Found};
use register::{Refusal, Register};

use super::page;
use super::public::Asked;

/// The mark of an answer whose body is sent as it is, without compression.
#[derive(Clone, Copy)]
pub(super) struct AsItIs;

/// The bytes that are in memory at once for each reader.
const PART: u32 = 256 * 1024;

const SANDBOX: HeaderValue = HeaderValue::from_static("default-src 'none'; sandbox");
const NOINDEX: (HeaderName, HeaderValue) = (
    HeaderName::from_static("x-robots-tag"),
    HeaderValue::from_static("noindex"),
);

pub(super) async fn for_everybody(
    asked: Asked,
    Path((series, year, section, number)): Path<(String, String, String, String)>,
) -> Response {
    let section = format!("{series}/{year}/{section}").parse::<Section>();
    let (Ok(section), Some(number)) = (section, place(&number)) else {
        return page::refused(asked.shell(), &Refusal::NotFound);
    };
    let found = attachments::for_everybody(asked.register(), &section, number).await;
    match found {
        Ok(found) => file(asked.register(), found).await,
        Err(refusal) => Err(refusal),
    }
    .unwrap_or_else(|refusal| page::refused(asked.shell(), &refusal))
}

/// A number as it stands in the address: `3`, and in no other spelling.
pub(super) fn place(typed: &str) -> Option<usize> {
    let number: usize = typed.parse().ok()?;
    (number.to_string() == typed).then_some(number)
}

/// The answer that holds a file.
pub(super) async fn file(register: &Register, found: Found) -> Result<Response, Refusal> {
    // The first part is read before the answer begins, so that a file that is gone is a 404.
    let first = attachments::part(register, &found, 0, PART).await?;
    let attachment = &found.attachment;
    let is_open = attachment.class == AttachmentClass::Public;
    let tag = attachment.sha256.get(..24).unwrap_or_default();
    let headers = [
        (header::CONTENT_TYPE, content_type(attachment.media_type)),
        (header::CONTENT_LENGTH, attachment.size.to_string()),
        (
            header::CONTENT_DISPOSITION,
            disposition(&attachment.file_name),
        ),
        (header::ETAG, format!("\"{tag}\"")),
    ];
    let mut response = Response::new(Body::empty());
    for (name, value) in headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    let cache = if is_open { "no-cache" } else { "no-store" };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::CONTENT_SECURITY_POLICY, SANDBOX);
    if !is_open {
        headers.insert(NOINDEX.0, NOINDEX.1);
    }
    response.extensions_mut().insert(AsItIs);
    *response.body_mut() = body(register.clone(), found, first);
    Ok(response)
}

/// Marks an answer that no search engine may keep.
pub(super) fn noindex(response: &mut Response) {
    response.headers_mut().insert(NOINDEX.0, NOINDEX.1);
}

/// The bytes in parts, each read when the one before it was sent.
fn body(register: Register, found: Found, first: Vec<u8>) -> Body {
    let size = found.attachment.size;
    let begun = (register, found, Some(first), 0_u64);
    Body::from_stream(stream::try_unfold(
        begun,
        move |(register, found, ready, at)| async move {
            if at >= size {
                return Ok::<_, Refusal>(None);
            }
            let part = match ready {
                Some(part) => part,
                None => attachments::part(&register, &found, at, PART).await?,
            };
            // Shorter than it was: the connection breaks off instead of ending well.
            if part.is_empty() {
                return Err(Refusal::NotFound);
            }
            let next = at.saturating_add(part.len() as u64);
            Ok(Some((Bytes::from(part), (register, found, None, next))))
        },
    ))
}

fn content_type(kind: MediaType) -> String {
    match kind {
        MediaType::Txt | MediaType::Csv => format!("{}; charset=utf-8", kind.name()),
        _ => kind.name().to_owned(),
    }
}

/// How to save it (RFC 6266): the name in UTF-8, and an ASCII one for old programs.
fn disposition(file_name: &str) -> String {
    let plain: String = file_name
        .chars()
        .map(|c| match c {
            'ä' | 'å' => 'a',
            'ö' => 'o',
            'Ä' | 'Å' => 'A',
            'Ö' => 'O',
            c if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | ' ') => c,
            _ => '_',
        })
        .collect();
    let mut encoded = String::new();
    for byte in file_name.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_') {
            encoded.push(char::from(byte));
        } else {
            encoded.push('%');
            encoded.push_str(&hex::encode_upper([byte]));
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_given_in_utf_8_and_cannot_leave_its_quotes() {
        assert_eq!(
            disposition("Päätös \"1\".pdf"),
            "attachment; filename=\"Paatos _1_.pdf\"; \
             filename*=UTF-8''P%C3%A4%C3%A4t%C3%B6s%20%221%22.pdf"
        );
    }

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(place("3"), Some(3));
        for other in ["03", "+3", "3 ", "-1", "", "3.pdf"] {
            assert_eq!(place(other), None, "{other}");
        }
    }
}
