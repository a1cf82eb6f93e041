//! What every calendar file must be: RFC 5545 to the octet, and the same bytes each time.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use calendar::{AppealPeriod, Means, Offices, Remedy};
use documents::ics::{CalendarDay, CalendarFile, render};
use domain::Lang;
use domain::city::{City, LocalName};
use domain::id::ServiceId;
use domain::section::Section;
use proptest::prelude::*;
use time::macros::{date, datetime};
use time::{Date, OffsetDateTime};

const CHANGED: OffsetDateTime = datetime!(2023-08-18 09:00:05 +03:00);

fn city() -> City {
    let name = |fi: &str, sv: &str, en: &str| LocalName {
        fi: fi.to_owned(),
        sv: sv.to_owned(),
        en: en.to_owned(),
    };
    City {
        business_id: None,
        authority_id: "205".to_owned(),
        name: name("Kajaanin kaupunki", "Kajana stad", "City of Kajaani"),
        registry: name("Kirjaamo", "Registratorskontoret", "Registry"),
        remedy_body: name("Kaupunginhallitus", "Stadsstyrelsen", "City board"),
        court: None,
        postal_address: String::new(),
        visiting_address: String::new(),
        email: String::new(),
        phone: String::new(),
        case_prefix: "KAJDno".to_owned(),
    }
}

fn period(means: Means, on: Date) -> AppealPeriod {
    AppealPeriod::compute(Remedy::Rectification, means, on, &Offices::kajaani()).unwrap()
}

/// The municipal member's last day of the decision § 5/2023, published on 18.8.2023.
fn members(title: &str) -> CalendarDay {
    CalendarDay {
        section: Section {
            series: "kaupunginjohtaja".to_owned().try_into().unwrap(),
            year: 2023,
            number: 5,
        },
        title: title.to_owned(),
        decision_maker: "Kaupunginjohtaja".to_owned(),
        party: None,
        period: period(Means::PublishedMinutes, date!(2023 - 08 - 18)),
        address: "/paatokset/kaupunginjohtaja/2023/5".to_owned(),
        version: 4,
        changed_at: CHANGED,
        is_repealed: false,
        is_withdrawn: false,
    }
}

fn partys(title: &str, name: &str) -> CalendarDay {
    let service: ServiceId = "01890000-0000-7000-8000-000000000006".parse().unwrap();
    CalendarDay {
        party: Some((service, name.to_owned())),
        // Posted before Christmas: the nominal last day is Epiphany, a Saturday.
        period: period(Means::Letter, date!(2023 - 12 - 16)),
        ..members(title)
    }
}

fn file(days: &[CalendarDay], lang: Lang) -> String {
    let bytes = render(&CalendarFile {
        city: &city(),
        decision_maker: None,
        lang,
        public_url: "https://hankkeet.kajaani.fi",
        days,
    });
    String::from_utf8(bytes).unwrap()
}

/// The lines of a file as they were before folding.
fn unfolded(file: &str) -> Vec<String> {
    let lines = file.replace("\r\n ", "");
    lines.split("\r\n").map(str::to_owned).collect()
}

/// The value of the only line of a name, as it was before escaping.
fn text(file: &str, name: &str) -> String {
    let lines = unfolded(file);
    let mut found = lines
        .iter()
        .filter_map(|line| line.strip_prefix(&format!("{name}:")));
    let value = found.next().unwrap().to_owned();
    assert_eq!(found.next(), None, "{name} stands twice");
    let (mut text, mut escaped) = (String::new(), false);
    for letter in value.chars() {
        match letter {
            '\\' if !escaped => {
                escaped = true;
                continue;
            }
            'n' | 'N' if escaped => text.push('\n'),
            other => {
                let is_bare = !escaped && [',', ';'].contains(&other);
                assert!(!is_bare, "{other} is not escaped in {value}");
                text.push(other);
            }
        }
        escaped = false;
    }
    text
}

fn assert_well_formed(file: &str) {
    assert!(file.ends_with("END:VCALENDAR\r\n"));
    assert_eq!(
        file.matches('\n').count(),
        file.matches("\r\n").count(),
        "every line ends with CRLF"
    );
    assert_eq!(file.matches('\r').count(), file.matches("\r\n").count());
    for line in file.split("\r\n") {
        assert!(line.len() <= 75, "{} octets: {line}", line.len());
    }
}

#[test]
fn a_members_last_day_says_how_it_was_counted() {
    let file = file(&[members("Rahoitus; å, ä ja ö")], Lang::Fi);
    assert_well_formed(&file);
    let lines = unfolded(&file.replace('\u{a0}', " "));
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Kajaanin kaupunki//Hankerekisteri//fi",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Kajaanin kaupunki: muutoksenhaun määräpäivät",
        "BEGIN:VEVENT",
        "DESCRIPTION:Kaupunginjohtaja § 5/2023: Rahoitus\\; å\\, ä ja ö\\n\\n\
         Näin määräaika on laskettu:\\n\
         pe 18.8.2023: päätös julkaistiin yleisessä tietoverkossa\\n\
         pe 25.8.2023: kunnan jäsenen katsotaan saaneen päätöksestä tiedon 7 päivän kuluttua \
         julkaisemisesta (kuntalaki 140.3 §)\\n\
         pe 8.9.2023: määräaika\\, 14 päivää\\, täyttyy\\; tiedoksisaantipäivää ei lasketa \
         (kuntalaki 138 §)\\n\
         pe 8.9.2023: määräaika voi päättyä tänä päivänä\\, joten viimeinen päivä ei siirry\\n\
         pe 8.9.2023: kirjaamo sulkeutuu klo 15.00 (perjantai) (laki säädettyjen määräaikain \
         laskemisesta 150/1930 6 §)\\n\
         Asianosaisen määräaika lasketaan siitä\\, kun hän itse on saanut päätöksen tiedoksi.\\n\\n\
         https://hankkeet.kajaani.fi/paatokset/kaupunginjohtaja/2023/5",
        "DTSTAMP:20230818T060005Z",
        "DTSTART;VALUE=DATE:20230908",
        "SEQUENCE:4",
        "STATUS:CONFIRMED",
        "SUMMARY:Viimeinen päivä klo 15.00: oikaisuvaatimus (kuntalaki)\\, kunnan jäsen. \
         Rahoitus\\; å\\, ä ja ö (Kaupunginjohtaja § 5/2023)",
        "TRANSP:TRANSPARENT",
        "UID:kaupunginjohtaja.2023.5@hankkeet.kajaani.fi",
        "URL:https://hankkeet.kajaani.fi/paatokset/kaupunginjohtaja/2023/5",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_partys_last_day_names_the_party_the_shift_and_its_reasons() {
    let file = file(&[partys("Rahoitus", "Korkeakoulu Oy")], Lang::Fi);
    assert_well_formed(&file);
    assert_eq!(
        text(&file, "UID"),
        "01890000-0000-7000-8000-000000000006@hankkeet.kajaani.fi"
    );
    assert_eq!(text(&file, "CLASS"), "CONFIDENTIAL");
    assert!(file.contains("DTSTART;VALUE=DATE:20240108\r\n"));
    assert!(text(&file, "SUMMARY").contains("asianosainen Korkeakoulu Oy"));
    let description = text(&file, "DESCRIPTION").replace('\u{a0}', " ");
    assert!(
        description.contains(
            "ma 8.1.2024: viimeinen päivä siirtyy tähän, koska määräaika ei voi päättyä: \
             6.1.2024 (loppiainen), 7.1.2024 (sunnuntai)"
        ),
        "{description}"
    );
}

#[test]
fn a_repealed_decisions_last_day_is_cancelled_under_the_same_uid() {
    let day = partys("Rahoitus", "Korkeakoulu Oy");
    let repealed = CalendarDay {
        is_repealed: true,
        version: 6,
        ..day.clone()
    };
    let (before, after) = (file(&[day], Lang::Sv), file(&[repealed], Lang::Sv));
    assert_eq!(text(&before, "STATUS"), "CONFIRMED");
    assert_eq!(text(&after, "STATUS"), "CANCELLED");
    assert_eq!(text(&before, "UID"), text(&after, "UID"));
    assert_eq!(text(&after, "SEQUENCE"), "6");
    assert!(text(&after, "DESCRIPTION").contains("upphävts"));
}

#[test]
fn every_language_has_its_words_and_the_same_identity() {
    let days = [members("Rahoitus")];
    let files = Lang::ALL.map(|lang| file(&days, lang));
    for (file, words) in files.iter().zip([
        "kunnan jäsenen katsotaan",
        "kommunmedlemmen anses",
        "a municipal member is deemed",
    ]) {
        assert!(text(file, "DESCRIPTION").contains(words), "{file}");
        assert_eq!(
            text(file, "UID"),
            "kaupunginjohtaja.2023.5@hankkeet.kajaani.fi"
        );
    }
    assert_eq!(file(&days, Lang::En), files[2], "the same bytes each time");
}

#[test]
fn a_calendar_without_days_is_a_calendar() {
    let file = file(&[], Lang::En);
    assert_well_formed(&file);
    assert!(!file.contains("VEVENT"));
    assert_eq!(
        text(&file, "X-WR-CALNAME"),
        "City of Kajaani: last days for appeal"
    );
}

#[test]
fn controls_are_no_line_ends() {
    let file = file(
        &[members("Rivi\r\nEND:VCALENDAR\u{85}\u{7}loppu")],
        Lang::Fi,
    );
    assert_well_formed(&file);
    assert_eq!(file.matches("END:VCALENDAR\r\n").count(), 1);
}

proptest! {
    #[test]
    fn any_text_comes_back_from_lines_of_at_most_75_octets(
        title in r"[\PC]{0,300}",
        party in r"[a-zåäö,;:\\ ]{1,120}",
    ) {
        let file = file(&[partys(&title, &party)], Lang::Fi);
        assert_well_formed(&file);
        let summary = text(&file, "SUMMARY");
        prop_assert!(summary.contains(&title), "{}", summary);
        prop_assert!(summary.contains(&party), "{}", summary);
        prop_assert!(text(&file, "DESCRIPTION").contains(&title));
    }
}
