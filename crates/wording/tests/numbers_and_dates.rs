//! Numbers and dates as people of each language read them.

use domain::Lang;
use domain::funding::Total;
use domain::money::{Money, Share};
use proptest::prelude::*;
use time::macros::{date, datetime, time};
use wording::format;

fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

#[test]
fn amounts_are_written_as_in_each_language() {
    for (cents, fi, en) in [
        (0, "0,00 €", "€0.00"),
        (5, "0,05 €", "€0.05"),
        (250_000, "2 500,00 €", "€2,500.00"),
        (123_456_789, "1 234 567,89 €", "€1,234,567.89"),
        (-100_050, "\u{2212}1 000,50 €", "\u{2212}€1,000.50"),
    ] {
        let amount = Money::from_cents(cents);
        assert_eq!(plain(&format::euros(amount, Lang::Fi)), fi);
        assert_eq!(plain(&format::euros(amount, Lang::Sv)), fi);
        assert_eq!(plain(&format::euros(amount, Lang::En)), en);
    }
    assert!(!format::euros(Money::from_cents(i64::MIN), Lang::Fi).is_empty());
}

#[test]
fn a_number_never_breaks_at_its_spaces() {
    let text = format::euros(Money::from_cents(123_456_789), Lang::Fi);
    assert!(!text.contains(' '), "{text}");
}

#[test]
fn an_unknown_amount_is_said_and_a_partly_known_sum_too() {
    assert_eq!(format::euros_or_unknown(None, Lang::Fi), "ei tiedossa");
    assert_eq!(format::total(Total::Unknown, Lang::Sv), "uppgift saknas");
    let partly = Total::AtLeast(Money::from_cents(500_000));
    assert_eq!(
        plain(&format::total(partly, Lang::Fi)),
        "vähintään 5 000,00 €"
    );
}

#[test]
fn shares_have_only_the_decimals_they_need() {
    for (hundredths, fi, en) in [
        (8_000, "80 %", "80%"),
        (1_045, "10,45 %", "10.45%"),
        (1_050, "10,5 %", "10.5%"),
        (5, "0,05 %", "0.05%"),
    ] {
        let share = Share::try_from(hundredths).unwrap();
        assert_eq!(plain(&format::share(share, Lang::Fi)), fi);
        assert_eq!(format::share(share, Lang::En), en);
    }
}

#[test]
fn days_and_hours_are_written_as_in_each_language() {
    let moment = datetime!(2023-09-08 15:00);
    assert_eq!(
        plain(&format::moment(moment, Lang::Fi)),
        "8.9.2023 klo 15.00"
    );
    assert_eq!(
        plain(&format::moment(moment, Lang::Sv)),
        "8.9.2023 kl. 15.00"
    );
    assert_eq!(
        plain(&format::moment(moment, Lang::En)),
        "8 September 2023 at 15:00"
    );
    let day = date!(2023 - 08 - 19);
    assert_eq!(plain(&format::weekday_date(day, Lang::Fi)), "la 19.8.2023");
    assert_eq!(plain(&format::weekday_date(day, Lang::Sv)), "lör 19.8.2023");
    assert_eq!(
        format::hours(time!(8:00), time!(16:15), Lang::Fi),
        "8.00–16.15"
    );
}

proptest! {
    #[test]
    fn a_written_amount_is_read_back(cents in -10_000_000_000_000_i64..=10_000_000_000_000) {
        let amount = Money::from_cents(cents);
        let written = format::euros(amount, Lang::Fi);
        prop_assert_eq!(written.parse::<Money>(), Ok(amount));
    }
}

#[test]
fn months_and_weekdays_are_named_in_each_language() {
    let day = date!(2023 - 09 - 08);
    for (lang, month, weekday) in [
        (Lang::Fi, "syyskuu 2023", "perjantai"),
        (Lang::Sv, "september 2023", "fredag"),
        (Lang::En, "September 2023", "Friday"),
    ] {
        assert_eq!(format::month(day, lang), month);
        let name = format::weekday_name(day.weekday(), lang);
        assert_eq!(name, weekday);
        assert!(
            name.to_lowercase()
                .starts_with(&format::weekday(day.weekday(), lang).to_lowercase())
        );
    }
    assert_eq!(
        format::month(date!(2023 - 01 - 31), Lang::Fi),
        "tammikuu 2023"
    );
    assert_eq!(
        format::month(date!(2023 - 12 - 01), Lang::Sv),
        "december 2023"
    );
}
