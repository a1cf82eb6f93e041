//! The signed decision as a document, as officials and everybody meet it.

use axum::http::StatusCode;
use domain::role::Role;

use super::publicity::{Officials, SECRET, marked_draft, words};
use super::site::Site;
use super::steps;

#[tokio::test]
async fn each_document_is_made_by_a_form_kept_and_confirmed_by_its_code() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    let address = format!("{sheet}/asiakirja");
    // A draft is no document.
    let page = officials.preparer.get(&address).await;
    assert_eq!(page.location(), sheet);
    officials.sign(&sheet).await;
    let page = officials.preparer.get(&sheet).await;
    assert!(page.body.contains(&format!("href=\"{address}\"")));
    let page = officials.preparer.get(&address).await;
    page.says(StatusCode::OK, "Päätösasiakirjaa ei ole vielä tehty.");

    let secrets = [("include_secrets", "1")];
    for fields in [&[][..], &secrets[..]] {
        let answer = officials.preparer.fill(&address, fields).await;
        let done = format!("{address}?tehty=paatosasiakirja-tehty");
        assert_eq!(answer.location(), done, "{}", answer.body);
    }
    let page = officials.preparer.get(&address).await;
    let files = steps::linked(&page, &format!("{address}/"), ".pdf");
    let [with, without] = files.as_slice() else {
        panic!("two documents are listed: {files:?}");
    };
    for (file, has_secrets) in [(with, true), (without, false)] {
        let pdf = officials.preparer.get(file).await;
        assert_eq!(pdf.header("content-type"), Some("application/pdf"));
        let said = words(&pdf);
        assert_eq!(said.contains(SECRET), has_secrets, "{said}");
        assert!(said.contains("Maija Malli"), "{said}");
        let again = officials.registrar.get(file).await;
        assert_eq!(again.bytes, pdf.bytes, "the kept bytes");
        let code = said.split("/tarkista/").nth(1).expect("the code");
        let code = &code[..14];
        let confirmed = site.visitor().get(&format!("/tarkista/{code}")).await;
        confirmed.says(StatusCode::OK, "päätösasiakirja, annettu 18.8.2023");
        assert!(!confirmed.body.contains("Maija"), "{}", confirmed.body);
        let visitor = site.visitor().get(file).await;
        assert_eq!(visitor.destination(), "/kirjaudu");
    }

    // A role whose work does not need what is secret is neither offered nor given it.
    let finance = site.official(Role::Finance).await;
    let page = finance.get(&address).await;
    assert!(!page.body.contains("include_secrets"), "{}", page.body);
    let files = steps::linked(&page, &format!("{address}/"), ".pdf");
    assert_eq!(files.as_slice(), std::slice::from_ref(without));
    assert_eq!(finance.get(with).await.status, StatusCode::FORBIDDEN);
    let answer = finance.fill(&address, &secrets).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    // A document is of its own decision.
    let other = with.replace(&sheet[sheet.len() - 8..], "00000000");
    assert_eq!(finance.get(&other).await.status, StatusCode::NOT_FOUND);
}
