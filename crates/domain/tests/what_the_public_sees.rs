//! The rule of what the public sees, by its table and as a law.

#![expect(
    clippy::unwrap_used,
    reason = "facts of tests: a wrong one must stop them"
)]

use crate::common::{complete_draft, readiness};
use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::attachment::{AttachmentDraft, MediaType, file_name};
use domain::decision::{DecisionContent, Publication};
use domain::finding::FindingCode;
use domain::period::PeriodDates;
use domain::publicity::Personal;
use domain::text::Text;
use domain::view::during::{PersonalPart, personal_is_shown};
use proptest::prelude::*;
use time::macros::{date, datetime};
use time::{Duration, PrimitiveDateTime};

fn period() -> PeriodDates {
    let on = date!(2023 - 08 - 18);
    let minutes = Means::PublishedMinutes;
    let period = AppealPeriod::compute(Remedy::Rectification, minutes, on, &Offices::kajaani());
    PeriodDates::from(&period.unwrap())
}

fn published(on: bool, member_period: Option<PeriodDates>) -> Publication {
    Publication {
        number: 1,
        on: on.then_some(date!(2023 - 08 - 18)),
        member_period,
    }
}

#[test]
fn personal_data_is_shown_from_the_publication_to_the_closing_instant() {
    let running = published(true, Some(period()));
    // Published on Fri 18.8.2023; the registry closes on Fri 8.9.2023 at 15.
    for (now, shown) in [
        (datetime!(2023-08-17 23:59:59), false),
        (datetime!(2023-08-18 00:00:00), true),
        (datetime!(2023-09-08 14:59:59), true),
        (datetime!(2023-09-08 15:00:00), false),
        (datetime!(2023-09-08 15:00:01), false),
        (datetime!(2033-09-08 14:59:59), false),
    ] {
        assert_eq!(personal_is_shown(&running, now), shown, "{now}");
        assert!(
            !personal_is_shown(&published(true, None), now),
            "no period: {now}"
        );
        assert!(
            !personal_is_shown(&published(false, None), now),
            "unknown day: {now}"
        );
        assert!(
            !personal_is_shown(&published(false, Some(period())), now),
            "{now}"
        );
    }
    // Where the closing hour is another authority's, the day ends it.
    let open_ended = PeriodDates {
        closes_at: None,
        ..period()
    };
    let open_ended = published(true, Some(open_ended));
    assert!(personal_is_shown(
        &open_ended,
        datetime!(2023-09-08 23:59:59)
    ));
    assert!(!personal_is_shown(
        &open_ended,
        datetime!(2023-09-09 00:00:00)
    ));
}

proptest! {
    #[test]
    fn what_has_ended_never_comes_back(seconds in 0_i64..100_000_000, later in 0_i64..100_000_000) {
        let start: PrimitiveDateTime = datetime!(2023-08-18 00:00:00);
        let now = start + Duration::seconds(seconds);
        let running = published(true, Some(period()));
        if !personal_is_shown(&running, now) {
            prop_assert!(!personal_is_shown(&running, now + Duration::seconds(later)));
        }
    }
}

fn content(background: &str, person: &str) -> DecisionContent {
    let mut content = complete_draft().read(&readiness()).unwrap();
    content.background = Text::from_markup(background).unwrap();
    content.contact.person = Personal::new(person.to_owned());
    content
}

#[test]
fn there_is_a_personal_part_only_where_something_is_personal() {
    let now = datetime!(2023-08-21 09:00:00);
    let running = published(true, Some(period()));
    let at = |content: &DecisionContent| PersonalPart::at(content, &running, now);
    assert!(at(&content("Kaikille.", "")).is_none());
    assert!(at(&content("{secret JulkL 24.1 § 20|salaisuus}", " ")).is_none());
    let part = at(&content(
        "{personal|Maija}, {personal,secret JulkL|salaisuus}",
        "",
    ))
    .unwrap();
    assert_eq!(part.background().passages(), ["Maija, "]);
    assert!(!format!("{part:?}").contains("Maija"));
    let part = at(&content("Kaikille.", " Maija, 040 ")).unwrap();
    assert_eq!(part.contact_person(), "Maija, 040");
    let over = datetime!(2023-09-08 15:00:00);
    assert!(PersonalPart::at(&content("{personal|Maija}", "Maija"), &running, over).is_none());
}

#[test]
fn an_omission_names_the_ground_and_not_the_length() {
    let text = Text::from_markup(
        "A {secret JulkL 24.1 § 20|x} B {secret JulkL 24.1 § 20|xxxxxxxxxx}{personal|y} C",
    );
    let text = text.unwrap();
    assert_eq!(
        text.public_version().to_markup(),
        "A {…secret JulkL 24.1 § 20} B {…secret JulkL 24.1 § 20}{…} C"
    );
    assert_eq!(text.grounds(), ["JulkL 24.1 § 20", "JulkL 24.1 § 20"]);
}

#[test]
fn an_attachment_is_read_with_every_finding_at_its_field() {
    let draft = |title: &str, class: &str, ground: &str, name: &str| AttachmentDraft {
        title: title.to_owned(),
        class: class.to_owned(),
        ground: ground.to_owned(),
        file_name: name.to_owned(),
    };
    let read = |draft: AttachmentDraft, bytes: &[u8]| draft.read(bytes, String::new());
    let attachment = read(draft("Liite", "secret", "JulkL", "a/b.txt"), b"sanoja").unwrap();
    assert_eq!(attachment.file_name, "b.txt");
    let json = serde_json::to_string(&attachment).unwrap();
    assert!(
        json.ends_with(r#""class":"secret","ground":"JulkL"}"#),
        "{json}"
    );
    assert_eq!(
        serde_json::from_str::<domain::attachment::Attachment>(&json).unwrap(),
        attachment
    );
    let findings = read(draft("", "kaikki", "", "x.exe"), b"MZ").unwrap_err();
    let found: Vec<_> = findings
        .iter()
        .map(|found| (&*found.place, found.code))
        .collect();
    assert_eq!(
        found,
        [
            ("title", FindingCode::Missing),
            ("class", FindingCode::UnknownChoice),
            ("file", FindingCode::FileTypeNotAllowed),
        ]
    );
}

#[test]
fn the_kind_of_a_file_is_that_of_its_content_and_its_name() {
    let odt: Vec<u8> = [
        &b"PK\x03\x04"[..],
        &[0; 26],
        b"mimetypeapplication/vnd.oasis.opendocument.textPK",
    ]
    .concat();
    let docx = b"PK\x03\x04 [Content_Types].xml word/document.xml";
    for (bytes, name, kind) in [
        (&b"%PDF-1.4"[..], "a.pdf", Some(MediaType::Pdf)),
        (b"\x89PNG\r\n\x1a\n", "a.png", Some(MediaType::Png)),
        (b"\xff\xd8\xff\xe0", "a.JPG", Some(MediaType::Jpeg)),
        (docx, "a.docx", Some(MediaType::Docx)),
        (docx, "a.xlsx", None),
        (&odt, "a.odt", Some(MediaType::Odt)),
        (&odt, "a.ods", None),
        (
            "nimi;summa\nä;1\n".as_bytes(),
            "a.csv",
            Some(MediaType::Csv),
        ),
        (b"%PDF-1.4", "a.txt", Some(MediaType::Txt)),
        (b"%PDF-1.4", "a.png", None),
        (b"\xef\xbb\xbf <!doctype html>", "a.txt", None),
        (b"a\0b", "a.txt", None),
        (b"<svg/>", "a.svg", None),
        (b"x", "txt", None),
    ] {
        assert_eq!(MediaType::of(bytes, name), kind, "{name}: {bytes:?}");
    }
    assert_eq!(file_name("a\u{202e}fdp.exe"), "afdp.exe");
}
