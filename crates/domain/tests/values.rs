//! Values that are parsed once at the edge: case numbers, sections, slugs, days, months, years,
//! business identity codes and organisations' names.

use domain::case::CaseNumber;
use domain::finding::{FindingCode, Findings, parse_date};
use domain::id::OrganisationId;
use domain::organisation::{BusinessId, DatedName, Organisation, OrganisationKind};
use domain::project::{Month, ProjectDraft, ProjectPeriod};
use domain::section::Section;
use domain::slug::Slug;
use proptest::prelude::*;
use time::macros::date;
use uuid::Uuid;

#[test]
fn case_numbers_have_one_spelling() {
    for typed in [
        "KAJDno-2023-912",
        " KAJDno-2023-912\n",
        "KAJDno 2023 912",
        "KAJDno/2023/912",
        "KAJDno – 2023 – 912",
        "KAJDno-2023-0912",
    ] {
        let number = typed.parse::<CaseNumber>().map(|number| number.to_string());
        assert_eq!(number.as_deref(), Ok("KAJDno-2023-912"), "{typed}");
    }
    let key = |typed: &str| typed.parse::<CaseNumber>().map(|number| number.key());
    assert_eq!(key("kajdno-2023-912"), key("KAJDNO-2023-912"));
}

#[test]
fn what_is_no_case_number_is_refused() {
    for typed in [
        "",
        "-",
        "KAJDno",
        "KAJDno-2023",
        "KAJDno-23-912",
        "KAJDno-2023-0",
        "KAJDno-2023-",
        "2023-912",
        "KAJDno-1899-1",
        "KAJDno-2023-912-1",
        "K-2023-1",
        "KAJD1-2023-1",
        "KÄJ-2023-1",
        "KAJDno-2023-1234567890",
        "KAJDno-٢٠٢٣-1",
        "KAJDno-+202-1",
        "<script>-2023-1",
    ] {
        assert!(typed.parse::<CaseNumber>().is_err(), "{typed}");
    }
}

#[test]
fn sections_are_read_from_their_address() {
    for typed in [
        "kaupunginjohtaja/2023/5",
        "/paatokset/kaupunginjohtaja/2023/5",
        " kaupunginjohtaja/2023/5/ ",
    ] {
        let section = typed.parse::<Section>().map(|section| section.to_string());
        assert_eq!(section.as_deref(), Ok("kaupunginjohtaja/2023/5"), "{typed}");
    }
    for typed in [
        "",
        "/",
        "kaupunginjohtaja",
        "kaupunginjohtaja/2023",
        "kaupunginjohtaja/2023/",
        "kaupunginjohtaja/23/5",
        "kaupunginjohtaja/2023/05",
        "kaupunginjohtaja/2023/0",
        "kaupunginjohtaja/2023/5/6",
        "Kaupunginjohtaja/2023/5",
        "a b/2023/5",
        "x/2023/-5",
        "x/2023/99999999999",
        "//2023/5",
    ] {
        assert!(typed.parse::<Section>().is_err(), "{typed}");
    }
}

#[test]
fn titles_become_address_parts() {
    let cases = [
        ("Kaivoskumppani", Some("kaivoskumppani")),
        ("  Työn ja perheen Kainuu! ", Some("tyon-ja-perheen-kainuu")),
        // The same title as systems that take letters and their marks apart write it.
        ("Tyo\u{308}n ja perheen", Some("tyon-ja-perheen")),
        ("ÅÄÖ – 2035", Some("aao-2035")),
        ("../../etc", Some("etc")),
        ("</textarea><script>", Some("textarea-script")),
        ("日本", None),
        ("---", None),
        ("", None),
    ];
    for (title, slug) in cases {
        assert_eq!(
            Slug::from_title(title).as_ref().map(Slug::as_str),
            slug,
            "{title}"
        );
    }
    for text in ["", "-a", "a-", "Ä", "a b", "a/b", &"a".repeat(81)] {
        assert!(Slug::try_from(text.to_owned()).is_err(), "{text}");
    }
}

#[test]
fn days_are_read_as_people_type_them() {
    for typed in [
        "5.3.2026",
        "05.03.2026",
        " 5.03.2026 ",
        "2026-03-05",
        "2026-3-5",
    ] {
        assert_eq!(parse_date(typed), Some(date!(2026 - 03 - 05)), "{typed}");
    }
    assert_eq!(parse_date("29.2.2024"), Some(date!(2024 - 02 - 29)));
    for typed in [
        "",
        "31.2.2026",
        "29.2.2023",
        "0.1.2026",
        "1.13.2026",
        "1.1.26",
        "1.1.202",
        "1.1.20266",
        "1.1.0202",
        "2026-03-05-01",
        "1.1.2026.",
        "1/1/2026",
        "+1.1.2026",
        "1.1",
        "tänään",
        "٥.٣.٢٠٢٦",
        "32.1.2026",
        "2026-00-10",
        "--",
    ] {
        assert_eq!(parse_date(typed), None, "{typed}");
    }
}

#[test]
fn months_are_read_as_people_type_them() {
    let month = Month {
        year: 2022,
        month: 10,
    };
    for typed in ["10/2022", " 10 / 2022 ", "2022-10"] {
        assert_eq!(typed.parse(), Ok(month), "{typed}");
    }
    for typed in [
        "", "10", "0/2022", "13/2022", "10/22", "10/1899", "10/2200", "2022/10", "+10/2022",
        "10/+2022", "10-2022", "x/2022", "266/2022",
    ] {
        assert!(typed.parse::<Month>().is_err(), "{typed}");
    }
}

#[test]
fn a_project_period_does_not_end_before_it_begins() {
    let month = |year, month| Month { year, month };
    let period = ProjectPeriod::new(month(2022, 10), month(2024, 9));
    let years = period.map(|period| period.years().collect::<Vec<_>>());
    assert_eq!(years, Ok(vec![2022, 2023, 2024]));
    assert!(ProjectPeriod::new(month(2022, 10), month(2022, 10)).is_ok());
    assert!(ProjectPeriod::new(month(2022, 10), month(2022, 9)).is_err());
}

#[test]
fn each_defect_of_a_project_is_found_where_it_can_be_mended() {
    use FindingCode as F;
    let case = Uuid::from_u128(1).into();
    let found = |first: &str, last: &str, number: &str, day: &str| {
        let draft = ProjectDraft {
            name: "Hanke".to_owned(),
            first_month: first.to_owned(),
            last_month: last.to_owned(),
            programme_number: number.to_owned(),
            programme_date: day.to_owned(),
            ..ProjectDraft::default()
        };
        draft.read(case).map_or_else(
            |findings| findings.into_iter().map(|f| (f.place, f.code)).collect(),
            |_| Vec::new(),
        )
    };
    let at = |place: &str, code: FindingCode| vec![(place.to_owned(), code)];
    assert_eq!(found("10/2022", "9/2024", "EURA 1", "17.4.2023"), vec![]);
    assert_eq!(found("", "", "", ""), vec![]);
    assert_eq!(
        found("10/2022", "9/2022", "", ""),
        at("last_month", F::PeriodEndsBeforeItBegins)
    );
    assert_eq!(found("10/2022", "", "", ""), at("last_month", F::Missing));
    assert_eq!(found("", "10/2022", "", ""), at("first_month", F::Missing));
    assert_eq!(
        found("x", "10/2022", "", ""),
        at("first_month", F::NotAMonth)
    );
    assert_eq!(
        found("", "", "", "17.4.2023"),
        at("programme_number", F::Missing)
    );
    assert_eq!(
        found("", "", "EURA 1", "31.2.2023"),
        at("programme_date", F::NotADate)
    );
}

#[test]
fn years_are_four_digits_within_the_registers_time() {
    let read = |typed: &str| {
        let mut findings = Findings::default();
        let year = findings.year("year", typed);
        assert_eq!(year.is_none(), !findings.is_empty(), "{typed}");
        year
    };
    assert_eq!(read(" 2023 "), Some(2023));
    for typed in [
        "", "1989", "2200", "+2023", "-2023", "20 23", "99999", "2023.0",
    ] {
        assert_eq!(read(typed), None, "{typed}");
    }
}

#[test]
fn business_identity_codes_have_a_right_check_digit() {
    for typed in ["0214958-9", " 0214958-9 ", "0112038-9"] {
        assert!(typed.parse::<BusinessId>().is_ok(), "{typed}");
    }
    for typed in [
        "",
        "-",
        "0214958-8",
        "02149589",
        "214958-9",
        "0214958-",
        "0214958-99",
        "021495８-9",
        "ääääääää-1",
        "0214958-x",
    ] {
        assert!(typed.parse::<BusinessId>().is_err(), "{typed}");
    }
}

#[test]
fn an_organisation_is_named_as_it_was_on_the_day() {
    let name = |since, name: &str| DatedName {
        since,
        name: name.to_owned(),
    };
    let id = OrganisationId::from(Uuid::from_u128(1));
    let new = |names| Organisation::new(id, OrganisationKind::Authority, None, names);
    let ely = new(vec![
        name(None, "Kainuun ELY-keskus"),
        name(Some(date!(2026 - 01 - 01)), "Elinvoimakeskus"),
    ])
    .expect("the names rise");
    assert_eq!(ely.name_on(date!(2025 - 12 - 31)), "Kainuun ELY-keskus");
    assert_eq!(ely.name_on(date!(2026 - 01 - 01)), "Elinvoimakeskus");
    assert!(new(vec![]).is_err());
    assert!(new(vec![name(Some(date!(2026 - 01 - 01)), "x")]).is_err());
    assert!(new(vec![name(None, "x"), name(None, "y")]).is_err());
}

proptest! {
    #[test]
    fn values_are_parsed_or_refused_without_panic(typed in any::<String>()) {
        let _ = typed.parse::<CaseNumber>();
        let _ = typed.parse::<Section>();
        let _ = typed.parse::<BusinessId>();
        let _ = typed.parse::<Month>();
        let _ = parse_date(&typed);
        let _ = Findings::default().year("year", &typed);
    }

    #[test]
    fn an_address_part_of_any_title_is_legal_and_its_own(title in any::<String>()) {
        if let Some(slug) = Slug::from_title(&title) {
            prop_assert_eq!(Slug::try_from(slug.as_str().to_owned()), Ok(slug.clone()));
            prop_assert_eq!(Slug::from_title(slug.as_str()), Some(slug));
        }
    }

    #[test]
    fn printed_case_numbers_and_sections_read_back(year in 1_900_u16..=9_999, number in 1_u32..=999_999_999) {
        let case = format!("KAJDno-{year}-{number}").parse::<CaseNumber>();
        prop_assert_eq!(case.map(|case| case.to_string()), Ok(format!("KAJDno-{year}-{number}")));
        let address = format!("kaupunginjohtaja/{year}/{number}");
        let section = address.parse::<Section>();
        prop_assert_eq!(section.map(|section| section.to_string()), Ok(address));
    }

    #[test]
    fn one_wrong_digit_breaks_a_business_identity_code(at in 0_usize..7, digit in 0_u8..10) {
        let good = "0214958-9";
        let mut typed: Vec<u8> = good.bytes().collect();
        typed[at] = b'0' + digit;
        let typed = String::from_utf8(typed).expect("digits are text");
        prop_assert_eq!(typed.parse::<BusinessId>().is_ok(), typed == good);
    }
}
