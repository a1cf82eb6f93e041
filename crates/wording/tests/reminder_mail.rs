//! The mail that reminds of a last day, in each language.

use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::city::{City, LocalName};
use time::macros::date;
use wording::Lang;
use wording::mail::Letter;
use wording::mail::reminder::{About, letter};

fn mail(of_a_party: bool, decision_maker: &str, lang: Lang) -> Letter {
    let name = |text: &str| LocalName {
        fi: format!("{text} kaupunki"),
        sv: format!("{text} stad"),
        en: format!("City of {text}"),
    };
    let city = City {
        business_id: None,
        authority_id: "205".to_owned(),
        name: name("Kajaanin"),
        registry: name("Kirjaamo"),
        remedy_body: name("Hallitus"),
        court: None,
        postal_address: String::new(),
        visiting_address: String::new(),
        email: String::new(),
        phone: String::new(),
        case_prefix: "KAJDno".to_owned(),
    };
    let means = if of_a_party {
        Means::Letter
    } else {
        Means::PublishedMinutes
    };
    let period = AppealPeriod::compute(
        Remedy::Rectification,
        means,
        date!(2023 - 08 - 18),
        &Offices::kajaani(),
    );
    letter(
        &About {
            city: &city,
            decision_maker,
            section: &"kaupunginjohtaja/2023/5".parse().expect("a section"),
            case_number: &"KAJDno-2023-912".parse().expect("a number"),
            of_a_party,
            period: &period.expect("it is computed"),
            decision_url: "https://kunta.example/tyopoyta/paatokset/1",
            reminder_url: "https://kunta.example/tyopoyta/muistutukset/2",
        },
        lang,
    )
}

#[test]
fn the_reminder_of_a_members_period_is_told_in_finnish() {
    let Letter { subject, body } = mail(false, "Kaupunginjohtaja", Lang::Fi);
    assert_eq!(
        subject,
        "Muutoksenhakuaika päättyy pe 8.9.2023 klo 15.00: Kaupunginjohtaja § 5/2023"
    );
    assert_eq!(
        body,
        "Kaupunginjohtaja § 5/2023, KAJDno-2023-912\n\
         \n\
         Kunnan jäsenen muutoksenhakuaika päättyy pe 8.9.2023 klo 15.00.\n\
         Muutoksenhakukeino: oikaisuvaatimus (kuntalaki).\n\
         \n\
         Näin määräaika on laskettu:\n\
         - pe 18.8.2023: päätös julkaistiin yleisessä tietoverkossa\n\
         - pe 25.8.2023: kunnan jäsenen katsotaan saaneen päätöksestä tiedon 7 päivän kuluttua julkaisemisesta (kuntalaki 140.3 §)\n\
         - pe 8.9.2023: määräaika, 14 päivää, täyttyy; tiedoksisaantipäivää ei lasketa (kuntalaki 138 §)\n\
         - pe 8.9.2023: määräaika voi päättyä tänä päivänä, joten viimeinen päivä ei siirry\n\
         - pe 8.9.2023: kirjaamo sulkeutuu klo 15.00 (perjantai) (laki säädettyjen määräaikain laskemisesta 150/1930 6 §)\n\
         \n\
         Päätös rekisterissä:\n\
         https://kunta.example/tyopoyta/paatokset/1\n\
         \n\
         Kuittaa muistutus nähdyksi:\n\
         https://kunta.example/tyopoyta/muistutukset/2\n\
         \n\
         Rekisteri lähetti tämän viestin itse.\n\
         Kajaanin kaupunki, Hankerekisteri\n"
    );
}

#[test]
fn the_reminder_of_a_partys_period_does_not_say_whose_it_is() {
    for (lang, subject, whose) in [
        (
            Lang::Fi,
            "Muutoksenhakuaika päättyy pe 8.9.2023 klo 15.00: Kaupunginjohtaja § 5/2023",
            "Erään asianosaisen muutoksenhakuaika päättyy pe 8.9.2023 klo 15.00.",
        ),
        (
            Lang::Sv,
            "Tiden för ändringssökande går ut fre 8.9.2023 kl. 15.00: Kaupunginjohtaja § 5/2023",
            "En parts tid för ändringssökande går ut fre 8.9.2023 kl. 15.00.",
        ),
        (
            Lang::En,
            "Appeal period ends Fri 8 September 2023 at 15:00: Kaupunginjohtaja § 5/2023",
            "A party's appeal period ends Fri 8 September 2023 at 15:00.",
        ),
    ] {
        let mail = mail(true, "Kaupunginjohtaja", lang);
        assert_eq!(mail.subject, subject);
        assert!(mail.body.contains(whose), "{}", mail.body);
    }
}

#[test]
fn a_subject_is_one_line_whatever_was_typed() {
    let mail = mail(
        false,
        "Kaupungin-\r\nBcc: toinen@example.fi\u{2028}johtaja",
        Lang::Fi,
    );
    let lines = mail.subject.split(['\r', '\n', '\u{2028}']).count();
    assert_eq!(lines, 1, "{}", mail.subject);
}
