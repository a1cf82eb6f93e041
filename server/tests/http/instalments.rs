//! Instalments in the browser: planned, asked for, accepted, paid, and what falls due.

use axum::http::StatusCode;
use domain::role::Role;

use super::commitments::{payment, signed};
use super::site::Site;

const TODAY: (&str, &str) = ("entry_day", "18.8.2023");

#[tokio::test]
async fn an_instalment_goes_its_way_by_forms_and_leads_back_to_its_commitment() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    let page = finance.get(&commitment).await;
    page.says(StatusCode::OK, "Maksueriä ei ole vielä suunniteltu.");
    let plan = format!("{commitment}/erat/uusi");
    let fields = [
        ("amount", "1 500"),
        ("due_day", "1.9.2023"),
        ("needs", "Raportti"),
    ];
    let shown = format!("{commitment}?tehty=maksuera-kirjattu");
    let answer = finance.fill(&plan, &fields).await;
    assert_eq!(answer.location(), shown, "{}", answer.body);
    // A payment of it is not offered before it is accepted.
    let form = finance.get(&format!("{commitment}/maksu")).await;
    assert!(!form.body.contains("name=\"instalment\""), "{}", form.body);
    let document = [("arrived_as", "KAJDno-2023-912"), TODAY];
    let accepted = [("amount", "1 200"), TODAY];
    for (path, fields) in [
        ("erat/1/pyynto", &document[..]),
        ("erat/1/hyvaksynta", &accepted),
        (
            "erat/1/siirto",
            &[("due_day", "2.9.2023"), ("reason", "Kiire")],
        ),
        ("loppuraportti", &document),
    ] {
        let answer = finance.fill(&format!("{commitment}/{path}"), fields).await;
        assert_eq!(answer.location(), shown, "{path}: {}", answer.body);
    }
    let form = finance.get(&format!("{commitment}/maksu?era=1")).await;
    form.says(StatusCode::OK, "value=\"1200,00\"");
    let chosen = "<option value=\"1\" selected>1: 2.9.2023, 1\u{a0}200,00\u{a0}€";
    assert!(form.body.contains(chosen), "{}", form.body);
    let mut fields = payment("200").to_vec();
    fields.push(("instalment", "1"));
    let paid = finance.fill(&format!("{commitment}/maksu"), &fields).await;
    assert_eq!(paid.destination(), commitment, "{}", paid.body);

    let page = finance.get(&commitment).await;
    let body = page.body.replace('\u{a0}', " ");
    for said in [
        "hyväksytty maksettavaksi",
        "1 000,00 €",
        "Eräpäivä: 2.9.2023. Kiire",
        "Loppuraportti: 18.8.2023, KAJDno-2023-912",
        "Maksuerä: 1",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
    let due = finance.get("/tyopoyta/eraantyvat").await;
    due.says(StatusCode::OK, &format!("href=\"{commitment}\""));
    assert!(due.body.replace('\u{a0}', " ").contains("1 000,00 €"));
    let desk = finance.get("/tyopoyta").await;
    desk.says(StatusCode::OK, "0 myöhässä, 1 erääntyy 90 päivän kuluessa");

    let withdrawn = [("reason", "Hanke päättyi")];
    let path = format!("{commitment}/erat/1/peruminen");
    let answer = finance.fill(&path, &withdrawn).await;
    assert_eq!(answer.location(), shown);
    let due = finance.get("/tyopoyta/eraantyvat").await;
    due.says(
        StatusCode::OK,
        "Mikään maksuerä ei ole myöhässä eikä eräänny 90 päivän kuluessa.",
    );
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_only_finance_records() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    let plan = format!("{commitment}/erat/uusi");
    let refused = finance
        .fill(&plan, &[("amount", "2 500,01"), ("due_day", "1.9.2023")])
        .await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "href=\"#amount\"");
    assert!(refused.body.contains("value=\"2 500,01\""));
    let planned = [
        ("amount", "2 500"),
        ("due_day", "1.9.2023"),
        ("is_last", "1"),
    ];
    finance.fill(&plan, &planned).await;
    finance
        .fill(
            &format!("{commitment}/erat/1/pyynto"),
            &[("arrived_as", "x"), TODAY],
        )
        .await;
    let accept = format!("{commitment}/erat/1/hyvaksynta");
    let early = finance.fill(&accept, &[("amount", "2 500"), TODAY]).await;
    early.says(StatusCode::UNPROCESSABLE_ENTITY, "loppuraportti");
    let release = format!("{commitment}/vapautus");
    let refused = finance
        .fill(&release, &[("amount", "1"), ("reason", "x"), TODAY])
        .await;
    refused.says(StatusCode::UNPROCESSABLE_ENTITY, "id=\"amount-error\"");
    for unknown in ["erat/2/pyynto", "erat/1/lahja", "erat/1/suunnittelu"] {
        let missing = finance.get(&format!("{commitment}/{unknown}")).await;
        assert_eq!(missing.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    let registrar = site.official(Role::Registrar).await;
    let page = registrar.get(&commitment).await;
    page.says(StatusCode::OK, "viimeinen");
    assert!(!page.body.contains("/erat/"), "{}", page.body);
    assert_eq!(registrar.get(&plan).await.status, StatusCode::FORBIDDEN);
    let due = registrar.get("/tyopoyta/eraantyvat").await;
    due.says(StatusCode::OK, &format!("href=\"{commitment}\""));
}
