//! What becomes of a commitment, in the browser: each form, who may send it, and what is refused.

use axum::http::StatusCode;
use domain::role::Role;

use super::site::{Browser, Page, Site};
use super::steps;

const DAY: (&str, &str) = ("entry_day", "18.8.2023");

/// A signed decision of 2 500 euros in 2023; gives the address of its first commitment.
pub(super) async fn signed(site: &Site) -> String {
    let preparer = site.official(Role::Preparer).await;
    let sheet = steps::up_to_draft(&preparer).await;
    steps::send(&preparer, &sheet).await;
    let manager = site.official(Role::DecisionMaker).await;
    steps::sign(&manager, &sheet).await;
    let page = preparer.get(&sheet).await;
    let found = steps::linked(&page, "/tyopoyta/sitoumukset/", "/1");
    found.into_iter().next().expect("its sheet leads to it")
}

pub(super) fn payment(amount: &str) -> [(&str, &str); 7] {
    [
        ("amount", amount),
        ("invoice", "L-2023-7"),
        ("voucher", "T-100"),
        ("ledger_account", "4300"),
        ("cost_centre", "2911"),
        ("posting_year", "2023"),
        DAY,
    ]
}

async fn fill(official: &Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Page {
    official.fill(path, fields).await
}

#[tokio::test]
async fn each_kind_of_entry_is_recorded_by_its_form_and_shown() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    let form = finance.get(&format!("{commitment}/maksu")).await;
    form.says(StatusCode::OK, "value=\"2023\"");
    assert!(form.body.contains("kuntalaki 143"), "only noticed");
    let reason = [("amount", "100"), ("reason", "Ei tarvita"), DAY];
    let recovery = [
        ("amount", "200"),
        ("reason", "Liikaa"),
        ("voucher", "T-101"),
        DAY,
    ];
    let assessed = [
        ("aid", "de_minimis"),
        ("amount", "2 500"),
        ("reason", "Taloudellista toimintaa"),
        DAY,
    ];
    for (path, fields) in [
        ("valtiontuki", &assessed[..]),
        ("maksu", &payment("1 000")[..]),
        ("takaisinperinta", &recovery),
        ("vapautus", &reason),
        ("kumoa/4", &[("reason", "Väärä summa")]),
        ("raukeaminen", &[("reason", "Hanke päättyi"), DAY]),
    ] {
        let answer = fill(&finance, &format!("{commitment}/{path}"), fields).await;
        let shown = format!("{commitment}?tehty=sitoumus-kirjattu");
        assert_eq!(answer.location(), shown, "{path}");
    }
    let page = finance.get(&commitment).await;
    let body = page.body.replace('\u{a0}', " ");
    for said in [
        "1 000,00 €",
        "Lasku",
        "L-2023-7",
        "de minimis -tuki, 2 500,00 €. Taloudellista toimintaa",
        "2 500,00 € / 300 000,00 €",
        "Kumoaa kirjauksen 4. Väärä summa",
        "1 500,00 €",
        "loppuun käsitelty",
    ] {
        assert!(body.contains(said), "{said}: {body}");
    }
    // The decision leads to its money, in the same parts.
    let decision = commitment
        .replace("/sitoumukset/", "/paatokset/")
        .replace("/1", "");
    let sheet = finance.get(&decision).await;
    let address = format!("{decision}/raha");
    sheet.says(StatusCode::OK, &address);
    let money = finance.get(&address).await;
    let body = money.body.replace('\u{a0}', " ");
    for said in ["Päätöksen raha", "L-2023-7", "1 500,00 €", &*commitment] {
        assert!(body.contains(said), "{said}: {body}");
    }
    let csv = finance.get(&format!("{address}.csv")).await;
    csv.says(
        StatusCode::OK,
        "line,year,budget_line,strength,condition,promised",
    );
    // The line of the budget and the project show the same, each leading back.
    for path in [
        steps::PROJECT,
        "/tyopoyta/talousarvio/2023/kohdat/Elinvoima",
    ] {
        let page = finance.get(path).await;
        page.says(StatusCode::OK, &format!("href=\"{commitment}\""));
        let body = page.body.replace('\u{a0}', " ");
        assert!(body.contains("800,00 €"), "{path}: {body}");
    }
}

#[tokio::test]
async fn what_is_missing_or_too_much_is_said_at_its_field_and_comes_back() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let finance = site.official(Role::Finance).await;
    for (path, place) in [
        ("maksu", "invoice"),
        ("vapautus", "reason"),
        ("raukeaminen", "entry_day"),
        ("takaisinperinta", "amount"),
        ("ehto", "fulfilled_by"),
        ("kumoa/1", "reason"),
    ] {
        let answer = fill(&finance, &format!("{commitment}/{path}"), &[]).await;
        let linked = format!("href=\"#{place}\"");
        answer.says(StatusCode::UNPROCESSABLE_ENTITY, &linked);
        assert!(
            answer.body.contains(&format!("id=\"{place}-error\"")),
            "{path}"
        );
    }
    let maksu = format!("{commitment}/maksu");
    let above = fill(&finance, &maksu, &payment("2 500,01")).await;
    above.says(StatusCode::UNPROCESSABLE_ENTITY, "value=\"2 500,01\"");
    assert!(above.body.contains("value=\"L-2023-7\""));
    let sent = fill(&finance, &maksu, &payment("2 500")).await;
    assert_eq!(sent.destination(), commitment);
    // The same form again pays nothing more, and is answered as the first time.
    let page = finance.get(&maksu).await;
    let key = page.hidden("key");
    let mut fields = vec![("key", key.as_str()), ("amount", "1"), ("reason", "x"), DAY];
    let refused = finance
        .post(&format!("{commitment}/vapautus"), &fields)
        .await;
    assert_eq!(
        refused.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "nothing is open"
    );
    fields[1].1 = "500";
    fields.push(("voucher", "T-9"));
    let recovery = format!("{commitment}/takaisinperinta");
    for _ in 0..2 {
        assert_eq!(
            finance.post(&recovery, &fields).await.destination(),
            commitment
        );
    }
    let body = finance.get(&commitment).await.body.replace('\u{a0}', " ");
    assert!(body.contains("2 000,00 €"), "recovered once: {body}");
}

#[tokio::test]
async fn only_finance_records_and_everybody_at_work_reads() {
    let site = Site::new().await;
    let commitment = signed(&site).await;
    let registrar = site.official(Role::Registrar).await;
    registrar
        .get(&commitment)
        .await
        .says(StatusCode::OK, "Ei vielä kirjauksia.");
    for path in ["maksu", "kumoa/1"] {
        let path = format!("{commitment}/{path}");
        assert_eq!(registrar.get(&path).await.status, StatusCode::FORBIDDEN);
        let sent = registrar.post(&path, &payment("1")).await;
        assert_eq!(sent.status, StatusCode::FORBIDDEN);
    }
    let finance = site.official(Role::Finance).await;
    let (decision, _) = commitment.rsplit_once('/').expect("a line");
    let unknown = "/tyopoyta/sitoumukset/00000000-0000-7000-8000-000000000000/1";
    for path in [
        format!("{decision}/3"),
        format!("{commitment}/lahja"),
        format!("{commitment}/kumoa"),
        format!("{decision}/x"),
        unknown.to_owned(),
        format!("{unknown}/maksu"),
    ] {
        let missing = finance.get(&path).await;
        let status = missing.status;
        assert!(
            status.is_client_error() && status != StatusCode::FORBIDDEN,
            "{path}: {status}"
        );
    }
}
