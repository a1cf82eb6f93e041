//! Attachments as browsers send and get them.

use axum::body::Body;
use axum::http::{Method, StatusCode};

use super::publicity::{DECISION, Officials};
use super::site::{Page, Site};
use super::steps;

#[tokio::test]
#[expect(
    clippy::too_many_lines,
    reason = "the way of one file, told in one piece"
)]
async fn a_file_is_taken_by_its_content_and_name_and_served_as_a_download() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = steps::up_to_draft(&officials.preparer).await;
    let open = ("Suunnitelma", "public", "");
    let mut large = b"%PDF-".to_vec();
    large.resize(20 * 1024 * 1024 + 1, b'x');
    for (file, finding) in [
        (("sivu.html", &b"<html><script>"[..]), "muoto on sallittu"),
        (("kuva.svg", b"<svg onload=x()>"), "muoto on sallittu"),
        (("vale.pdf", b"<html><script>"), "muoto on sallittu"),
        (("vale.txt", b" <svg onload=x()>"), "muoto on sallittu"),
        (("vale.txt", b"\xff\xfe\x00"), "muoto on sallittu"),
        (
            (
                "makro.docx",
                b"PK\x03\x04[Content_Types].xml word/document.xml vbaProject.bin",
            ),
            "muoto on sallittu",
        ),
        (("suuri.pdf", &large), "enintään 20 Mt"),
        (("tyhja.pdf", b""), "Täytä tämä kohta"),
    ] {
        let answer = officials.preparer.attach(&sheet, open, file).await;
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, finding);
        assert!(!answer.body.contains("<svg"), "{}", answer.body);
    }
    large.resize(21 * 1024 * 1024, b'x');
    let answer = officials
        .preparer
        .attach(&sheet, open, ("x.pdf", &large))
        .await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);

    // Parts of it are read one after the other, so that it is longer than one.
    let bytes: Vec<u8> = b"%PDF-1.7\n"
        .iter()
        .copied()
        .chain((0..600_000_u32).map(|n| n.to_le_bytes()[0]))
        .collect();
    let file = ("../Hakemus äö.pdf", &*bytes);
    let answer = officials.preparer.attach(&sheet, open, file).await;
    assert_eq!(answer.destination(), format!("{sheet}/liitteet"));
    // Nothing of a draft is public, whatever is guessed.
    let guessed = format!("{DECISION}/liitteet/1");
    assert_eq!(
        site.visitor().get(&guessed).await.status,
        StatusCode::NOT_FOUND
    );
    officials.sign(&sheet).await;
    assert_eq!(
        site.visitor().get(&guessed).await.status,
        StatusCode::NOT_FOUND
    );
    // What is signed is frozen.
    let page = officials.preparer.get(&format!("{sheet}/liitteet")).await;
    assert!(!page.body.contains("type=\"file\""), "{}", page.body);
    steps::publish(&officials.registrar, &sheet).await;

    for path in [
        guessed.clone(),
        format!("/sv{guessed}"),
        format!("/en{guessed}"),
    ] {
        let answer = site.visitor().get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        assert!(answer.bytes == bytes, "the bytes are those that were sent");
        assert_eq!(answer.header("content-type"), Some("application/pdf"));
        assert_eq!(
            answer.header("content-disposition"),
            Some(
                "attachment; filename=\"Hakemus ao.pdf\"; filename*=UTF-8''Hakemus%20%C3%A4%C3%B6.pdf"
            )
        );
        assert_eq!(
            answer.header("content-security-policy"),
            Some("default-src 'none'; sandbox")
        );
        assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(answer.header("x-robots-tag"), None);
        assert_eq!(answer.header("content-encoding"), None);
        assert!(answer.header("etag").is_some());
    }
    let head = site
        .visitor()
        .request(Method::HEAD, &guessed, Body::empty());
    let head = site.send(head).await;
    assert_eq!(
        head.header("content-length"),
        Some(&*bytes.len().to_string())
    );
    assert!(head.bytes.is_empty());
    for other in ["0", "2", "01", "x", "1.pdf"] {
        let path = format!("{DECISION}/liitteet/{other}");
        assert_eq!(
            site.visitor().get(&path).await.status,
            StatusCode::NOT_FOUND,
            "{other}"
        );
    }
    let own = officials
        .registrar
        .get(&format!("{sheet}/liitteet/1"))
        .await;
    assert!(own.bytes == bytes);
    assert_eq!(own.header("cache-control"), Some("no-store"));
    let unsigned_in = site.visitor().get(&format!("{sheet}/liitteet/1")).await;
    assert_eq!(unsigned_in.destination(), "/kirjaudu");
}

#[tokio::test]
async fn attachments_are_ordered_and_removed_only_on_the_list_that_was_seen() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = steps::up_to_draft(&officials.preparer).await;
    let path = format!("{sheet}/liitteet");
    let seen = officials.preparer.get(&path).await;
    for title in ["Ensin", "Sitten"] {
        let file = ("a.txt", title.as_bytes());
        let answer = officials
            .preparer
            .attach(&sheet, (title, "public", ""), file)
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    let page = officials.preparer.get(&path).await;
    let place = |page: &Page, title: &str| page.body.find(title).expect("it is listed");
    assert!(place(&page, "Ensin") < place(&page, "Sitten"));
    let (key, version) = (page.hidden("key"), page.hidden("version"));
    let (_, up) = page
        .body
        .split_once("value=\"up-")
        .expect("the second can be moved");
    let up = format!("up-{}", up.split('"').next().unwrap_or_default());
    let stale = [
        ("key", seen.hidden("key")),
        ("version", seen.hidden("version")),
        ("action", up.clone()),
    ];
    let stale: Vec<_> = stale
        .iter()
        .map(|(name, value)| (*name, &**value))
        .collect();
    let answer = officials.preparer.upload(&path, &stale, None).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.body);
    let fields = [("key", &*key), ("version", &*version), ("action", &*up)];
    let answer = officials.preparer.upload(&path, &fields, None).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = officials.preparer.get(&path).await;
    assert!(place(&page, "Sitten") < place(&page, "Ensin"));
    let remove = up.replace("up-", "remove-");
    let (key, version) = (page.hidden("key"), page.hidden("version"));
    let fields = [("key", &*key), ("version", &*version), ("action", &*remove)];
    let answer = officials.preparer.upload(&path, &fields, None).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let page = officials.preparer.get(&path).await;
    assert!(!page.body.contains("Sitten"), "{}", page.body);
    // Only who drafts may change them.
    let answer = officials.registrar.get(&path).await;
    assert_eq!(answer.status, StatusCode::OK);
    let answer = officials.mayor.upload(&path, &fields, None).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
}
