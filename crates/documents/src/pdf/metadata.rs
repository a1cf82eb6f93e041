//! What a file says about itself: the Info dictionary and the same facts as XMP.

use super::model::Content;
use super::tags::language_tag;
use lopdf::{Dictionary, Object, StringFormat, dictionary};
use time::OffsetDateTime;

const PRODUCER: &str = concat!("Hankerekisteri ", env!("CARGO_PKG_VERSION"));

/// The facts of a file, without characters that XML or PDF forbid.
pub(super) struct Facts {
    title: String,
    author: String,
    subject: Option<String>,
    lang: &'static str,
    dated: OffsetDateTime,
}

impl Facts {
    pub(super) fn of(content: &Content) -> Self {
        let title = Some(clean(&content.title)).filter(|title| !title.is_empty());
        let subject = content.subject.as_deref().map(clean);
        Self {
            // PDF/UA asks for a title; a dash is the honest one for none.
            title: title.unwrap_or_else(|| "–".to_owned()),
            author: clean(&content.author),
            subject: subject.filter(|subject| !subject.is_empty()),
            lang: language_tag(content.lang),
            dated: content.dated,
        }
    }

    pub(super) const fn lang(&self) -> &'static str {
        self.lang
    }

    /// The Info dictionary.
    pub(super) fn info(&self) -> Dictionary {
        let dated = Object::string_literal(pdf_date(self.dated));
        let mut info = dictionary! {
            "Title" => text_string(&self.title),
            "Producer" => text_string(PRODUCER),
            "CreationDate" => dated.clone(),
            "ModDate" => dated,
        };
        if !self.author.is_empty() {
            info.set("Author", text_string(&self.author));
        }
        if let Some(subject) = &self.subject {
            info.set("Subject", text_string(subject));
        }
        info
    }

    /// The XMP packet: the same facts, and the claims PDF/A-2a and PDF/UA-1 with the schema that
    /// PDF/A wants for the second.
    pub(super) fn xmp(&self) -> String {
        let date = xmp_date(self.dated);
        let mut facts = String::new();
        let title = escaped(&self.title);
        let mut say = |line: &str| {
            facts.push_str(line);
            facts.push('\n');
        };
        say(&format!(
            "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">{title}</rdf:li></rdf:Alt></dc:title>"
        ));
        if !self.author.is_empty() {
            let author = escaped(&self.author);
            say(&format!(
                "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
            ));
        }
        if let Some(subject) = &self.subject {
            let subject = escaped(subject);
            say(&format!(
                "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{subject}</rdf:li></rdf:Alt></dc:description>"
            ));
        }
        say(&format!(
            "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>",
            self.lang
        ));
        say(&format!("<pdf:Producer>{PRODUCER}</pdf:Producer>"));
        say(&format!("<xmp:CreateDate>{date}</xmp:CreateDate>"));
        say(&format!("<xmp:ModifyDate>{date}</xmp:ModifyDate>"));
        let mark = "\u{feff}";
        format!(
            "<?xpacket begin=\"{mark}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{XMP_HEAD}{facts}{XMP_TAIL}"
        )
    }
}

const XMP_HEAD: &str = r#"<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
"#;

const XMP_TAIL: &str = r#"<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"#;

/// A text in the form that every reader understands: UTF-16 with its mark.
pub(super) fn text_string(text: &str) -> Object {
    let units = text.encode_utf16().flat_map(u16::to_be_bytes);
    Object::String(
        [0xfe, 0xff].into_iter().chain(units).collect(),
        StringFormat::Hexadecimal,
    )
}

/// Words with single spaces, without control characters and the two code points XML forbids.
fn clean(text: &str) -> String {
    let allowed = |c: &char| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}');
    let words = text
        .split_whitespace()
        .map(|word| word.chars().filter(allowed).collect());
    words
        .filter(|word: &String| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

fn xmp_date(at: OffsetDateTime) -> String {
    let (year, month, day, hour, minute, second) = parts(at);
    let (sign, hours, minutes) = offset(at);
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}"
    )
}

fn pdf_date(at: OffsetDateTime) -> String {
    let (year, month, day, hour, minute, second) = parts(at);
    let (sign, hours, minutes) = offset(at);
    format!(
        "D:{year:04}{month:02}{day:02}{hour:02}{minute:02}{second:02}{sign}{hours:02}'{minutes:02}'"
    )
}

/// Year to second. Both formats have four digits for the year and none for a sign.
fn parts(at: OffsetDateTime) -> (i32, u8, u8, u8, u8, u8) {
    let (hour, minute, second) = at.to_hms();
    (
        at.year().clamp(0, 9999),
        at.month().into(),
        at.day(),
        hour,
        minute,
        second,
    )
}

fn offset(at: OffsetDateTime) -> (char, u8, u8) {
    let (hours, minutes, _) = at.offset().as_hms();
    let sign = if at.offset().is_negative() { '-' } else { '+' };
    (sign, hours.unsigned_abs(), minutes.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::{Date, Month, Time, UtcOffset};

    #[test]
    fn dates_carry_the_offset_of_helsinki() {
        let date = Date::from_calendar_date(2023, Month::August, 9).unwrap();
        let at = date.with_time(Time::from_hms(9, 5, 0).unwrap());
        let at = at.assume_offset(UtcOffset::from_hms(3, 0, 0).unwrap());
        assert_eq!(xmp_date(at), "2023-08-09T09:05:00+03:00");
        assert_eq!(pdf_date(at), "D:20230809090500+03'00'");
    }

    #[test]
    fn markup_in_a_title_stays_text() {
        assert_eq!(
            escaped(&clean("<script>&\u{0}\n x\u{ffff}")),
            "&lt;script&gt;&amp; x"
        );
    }
}
