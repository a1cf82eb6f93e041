//! Letters of commitment, as officials and everybody meet them.

use axum::http::StatusCode;
use domain::role::Role;

use super::publicity::{Officials, marked_draft, words};
use super::site::Site;
use super::steps;

#[tokio::test]
async fn a_letter_is_given_by_a_form_listed_where_it_belongs_and_confirmed_by_its_code() {
    let site = Site::new().await;
    let officials = Officials::of(&site).await;
    let sheet = marked_draft(&officials.preparer).await;
    let address = format!("{sheet}/rahoitussitoumus");
    // A draft promises nothing.
    assert_eq!(officials.preparer.get(&address).await.location(), sheet);
    officials.sign(&sheet).await;
    let page = officials.preparer.get(&sheet).await;
    assert!(page.body.contains(&format!("href=\"{address}\"")));
    let page = officials.preparer.get(&address).await;
    page.says(StatusCode::OK, "Rahoitussitoumusta ei ole vielä annettu.");
    let chosen = page.body.contains("value=\"fi\" selected");
    assert!(chosen, "the language of the decision: {}", page.body);

    let passed = [("letter_lang", "fi"), ("valid_until", "1.1.2020")];
    let refused = officials.preparer.fill(&address, &passed).await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#valid_until\"");
    assert!(refused.body.contains("value=\"1.1.2020\""));
    let typed = [("letter_lang", "fi"), ("valid_until", "")];
    let answer = officials.preparer.fill(&address, &typed).await;
    let done = format!("{address}?tehty=rahoitussitoumus-annettu");
    assert_eq!(answer.location(), done, "{}", answer.body);

    let finance = site.official(Role::Finance).await;
    let mut files = Vec::new();
    for path in [address.as_str(), steps::PROJECT] {
        let page = finance.get(path).await;
        let found = steps::linked(&page, &format!("{address}/"), ".pdf");
        assert_eq!(found.len(), 1, "{path}: {}", page.body);
        files.extend(found);
    }
    assert_eq!(files[0], files[1]);
    let pdf = finance.get(&files[0]).await;
    assert_eq!(pdf.header("content-type"), Some("application/pdf"));
    let said = words(&pdf);
    assert!(said.contains(steps::BENEFICIARY), "{said}");
    for person in ["Maija", "Nimi"] {
        assert!(!said.contains(person), "{person} in {said}");
    }
    let again = officials.registrar.get(&files[0]).await;
    assert_eq!(again.bytes, pdf.bytes, "the kept bytes");
    let code = said.split("/tarkista/").nth(1).expect("the code");
    let address_of_code = format!("/tarkista/{}", &code[..14]);
    let confirmed = site.visitor().get(&address_of_code).await;
    confirmed.says(StatusCode::OK, "rahoitussitoumus, annettu 18.8.2023");

    let visitor = site.visitor().get(&files[0]).await;
    assert_eq!(visitor.destination(), "/kirjaudu");
    // Who does not give letters reads the list and is offered no form.
    let page = officials.mayor.get(&address).await;
    assert!(!page.body.contains("letter_lang"), "{}", page.body);
    let answer = officials.mayor.post(&address, &typed).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN);
    // A letter is of its own decision.
    let other = files[0].replace(&sheet[sheet.len() - 8..], "00000000");
    assert_eq!(finance.get(&other).await.status, StatusCode::NOT_FOUND);
    // The commitment leads to it.
    let page = finance.get(&sheet).await;
    let of = steps::linked(&page, "/tyopoyta/sitoumukset/", "/1");
    let page = finance.get(&of[0]).await;
    page.says(StatusCode::OK, &format!("href=\"{address}\""));
}
