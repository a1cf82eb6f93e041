//! Worked periods, among them those that courts have stated, and a published holiday table.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a table that cannot be read fails its test"
)]

use std::collections::BTreeMap;
use std::path::Path;

use calendar::{
    AppealPeriod, Blocked, Date, Event, Holiday, Means, Offices, Remedy, Step, Weekday, batch,
    holiday,
};
use time::macros::date;

/// A row of the table as column name and field.
type Row = BTreeMap<String, String>;

fn rows(path: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(path)
        .unwrap_or_else(|error| panic!("{} is readable: {error}", path.display()));
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

fn deadline_cases() -> Vec<Row> {
    let workspace = Path::new("../..");
    rows(&workspace.join("../shared/data/deadline-cases.csv"))
}

fn day(text: &str) -> Date {
    batch::parse_date(text.as_bytes()).unwrap()
}

fn means(word: &str) -> Means {
    match word {
        "web_minutes" | "web_minutes_pre2017" => Means::PublishedMinutes,
        "email" => Means::EMessage,
        "letter_to_authority" => Means::LetterToAuthority,
        "substitute" => Means::Substituted,
        "public_notice" => Means::PublicNotice,
        "proc_email" => Means::ProcurementEMessage,
        code => code.parse().unwrap_or_else(|_| panic!("means {code}")),
    }
}

/// The remedy of a row, or `None` where the court stated no period.
fn remedy(row: &Row) -> Option<Remedy> {
    Some(match (row["remedy"].as_str(), row["period"].as_str()) {
        ("oikaisuvaatimus", _) | ("see source", "14 pv") => Remedy::Rectification,
        ("kunnallisvalitus", _) => Remedy::MunicipalAppeal,
        ("hallintovalitus", _) | ("see source", "30 pv") => Remedy::AdministrativeAppeal,
        ("oikaisuvaatimus HL 7a", _) => Remedy::RectificationAdministrative,
        ("hankintaoikaisu", _) => Remedy::ProcurementCorrection,
        ("valitus markkinaoikeuteen", _) => Remedy::MarketCourt,
        ("valitus markkinaoikeuteen (ei odotusaikaa)", _) => Remedy::MarketCourt30,
        ("valitus markkinaoikeuteen (puutteellinen paatos)", _) | ("see source", "6 kk") => {
            Remedy::MarketCourt6Months
        }
        ("see source", "") => return None,
        unknown => panic!("remedy {unknown:?}"),
    })
}

fn blocked_word(blocked: Blocked) -> &'static str {
    match blocked {
        Blocked::Saturday => "arkilauantai",
        Blocked::Sunday => "sunnuntai",
        Blocked::Holiday(holiday) => match holiday {
            Holiday::NewYear => "uudenvuodenpaiva",
            Holiday::Epiphany => "loppiainen",
            Holiday::GoodFriday => "pitkaperjantai",
            Holiday::EasterSunday => "paasiaispaiva",
            Holiday::EasterMonday => "toinen paasiaispaiva",
            Holiday::MayDay => "vapunpaiva",
            Holiday::Ascension => "helatorstai",
            Holiday::WhitSunday => "helluntai",
            Holiday::MidsummerEve => "juhannusaatto",
            Holiday::MidsummerDay => "juhannuspaiva",
            Holiday::AllSaints => "pyhainpaiva",
            Holiday::IndependenceDay => "itsenaisyyspaiva",
            Holiday::ChristmasEve => "jouluaatto",
            Holiday::ChristmasDay => "joulupaiva",
            Holiday::SecondChristmasDay => "toinen joulupaiva",
        },
    }
}

fn skipped(period: &AppealPeriod) -> String {
    period
        .steps()
        .into_iter()
        .find_map(|step| match step {
            Step::Shifted { skipped, .. } => Some(skipped),
            _ => None,
        })
        .unwrap_or_default()
        .into_iter()
        .map(|(day, blocked)| format!("{day} {}", blocked_word(blocked)))
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn every_worked_case_comes_out_as_stated() {
    let cases = deadline_cases();
    assert!(cases.len() >= 78, "the table has its rows");
    for row in &cases {
        let id = &row["id"];
        let event = Event {
            means: means(&row["means"]),
            on: day(&row["event_date"]),
        };
        assert_eq!(
            event.knowledge_day(),
            Ok(day(&row["deemed_knowledge_date"])),
            "{id}"
        );

        let Some(remedy) = remedy(row) else { continue };
        let period =
            AppealPeriod::compute(remedy, event.means, event.on, &Offices::kajaani()).unwrap();
        assert_eq!(
            period.knowledge_date,
            day(&row["deemed_knowledge_date"]),
            "{id}"
        );
        assert_eq!(
            period.nominal_last_day,
            day(&row["nominal_last_day"]),
            "{id}"
        );
        assert_eq!(period.last_day, day(&row["shifted_last_day"]), "{id}");
        assert_eq!(skipped(&period), row["skipped"], "{id}");
        let closes_at = period
            .closes
            .map(|closing| format!("{:02}:{:02}", closing.at.hour(), closing.at.minute()));
        match row["cutoff_time"].as_str() {
            "see source" => {}
            "office hours of the authority" => assert_eq!(closes_at, None, "{id}"),
            hour => assert_eq!(closes_at.as_deref(), Some(hour), "{id}"),
        }
    }
}

#[test]
fn the_batch_answers_every_worked_case_with_the_same_dates() {
    for row in &deadline_cases() {
        let Some(remedy) = remedy(row) else { continue };
        let answer = batch::answer(
            remedy.code().as_bytes(),
            means(&row["means"]).code().as_bytes(),
            row["event_date"].as_bytes(),
            &Offices::kajaani(),
        );
        let stated = [
            "id",
            "deemed_knowledge_date",
            "nominal_last_day",
            "shifted_last_day",
        ]
        .map(|column| row[column].as_bytes());
        assert_eq!(
            answer.fields(row["id"].as_bytes())[..4],
            stated,
            "{}",
            row["id"]
        );
    }
}

/// Those of the Python package `holidays` 0.109 for Finland, its category "public".
fn published_holidays() -> BTreeMap<Date, Vec<Holiday>> {
    let fixture = Path::new("tests/holidays_1995_2100.csv");
    rows(fixture)
        .iter()
        .map(|row| {
            (
                day(&row["date"]),
                row["name"].split("; ").map(published_holiday).collect(),
            )
        })
        .collect()
}

fn published_holiday(name: &str) -> Holiday {
    match name {
        "New Year's Day" => Holiday::NewYear,
        "Epiphany" => Holiday::Epiphany,
        "Good Friday" => Holiday::GoodFriday,
        "Easter Sunday" => Holiday::EasterSunday,
        "Easter Monday" => Holiday::EasterMonday,
        "May Day" => Holiday::MayDay,
        "Ascension Day" => Holiday::Ascension,
        "Pentecost" => Holiday::WhitSunday,
        "Midsummer Eve" => Holiday::MidsummerEve,
        "Midsummer Day" => Holiday::MidsummerDay,
        "All Saints' Day" => Holiday::AllSaints,
        "Independence Day" => Holiday::IndependenceDay,
        "Christmas Eve" => Holiday::ChristmasEve,
        "Christmas Day" => Holiday::ChristmasDay,
        "Second Day of Christmas" => Holiday::SecondChristmasDay,
        unknown => panic!("holiday {unknown}"),
    }
}

fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    std::iter::successors(Some(from), |day| day.next_day()).take_while(move |day| *day <= until)
}

#[test]
fn every_day_of_1995_to_2100_is_the_published_holiday_or_none() {
    let published = published_holidays();
    for day in days(date!(1995 - 01 - 01), date!(2100 - 12 - 31)) {
        match (holiday(day), published.get(&day)) {
            (Some(ours), Some(names)) => assert!(names.contains(&ours), "{day}"),
            (ours, names) => assert_eq!((ours, names), (None, None), "{day}"),
        }
    }
}

#[test]
fn every_published_holiday_is_ours_in_its_year_and_none_is_missing() {
    let published = published_holidays();
    for (day, names) in &published {
        for name in names {
            assert_eq!(name.in_year(day.year()), Some(*day));
        }
    }
    let n_published: usize = published.values().map(Vec::len).sum();
    assert_eq!(n_published, Holiday::ALL.len() * 106);
}

#[test]
fn every_event_day_ends_where_the_published_holidays_let_it() {
    let published = published_holidays();
    let offices = Offices::kajaani();
    let may_end = |day: &Date| {
        !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
            && !published.contains_key(day)
    };
    let presumptions = [
        (Means::Proof, 0),
        (Means::EMessage, 3),
        (Means::Letter, 7),
        (Means::PublishedMinutes, 7),
    ];
    for event in days(date!(2017 - 06 - 01), date!(2100 - 10 - 31)) {
        for (means, offset) in presumptions {
            for (remedy, length) in [(Remedy::Rectification, 14), (Remedy::MunicipalAppeal, 30)] {
                let period = AppealPeriod::compute(remedy, means, event, &offices).unwrap();
                let nominal = event + time::Duration::days(offset + length);
                let expected = days(nominal, date!(2100 - 12 - 31)).find(may_end).unwrap();
                assert_eq!(period.last_day, expected, "{remedy:?} {means:?} {event}");
            }
        }
    }
}
