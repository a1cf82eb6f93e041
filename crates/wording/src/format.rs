//! Dates, times and amounts as people read them.
//!
//! Finnish and Swedish write `8.9.2023`, `15.00` and `2 500,00 €`; English texts of a Finnish
//! authority write `8 September 2023`, `15:00` and `€2,500.00`. Spaces inside numbers do not break.

use domain::Lang;
use domain::funding::Total;
use domain::lang::FINNISH_MONTHS;
use domain::money::{Money, Share};
use domain::project::place::Point;
use domain::project::{Month, ProjectPeriod};
use time::{Date, PrimitiveDateTime, Time, Weekday};

const NO_BREAK: char = '\u{a0}';
const MINUS: char = '\u{2212}';

/// A day: `8.9.2023`, in English `8 September 2023`.
pub fn date(day: Date, lang: Lang) -> String {
    match lang {
        Lang::Fi | Lang::Sv => format!("{}.{}.{}", day.day(), u8::from(day.month()), day.year()),
        Lang::En => format!("{}{NO_BREAK}{} {}", day.day(), day.month(), day.year()),
    }
}

/// A day with its weekday: `pe 8.9.2023`, `fre 8.9.2023`, `Fri 8 September 2023`.
pub fn weekday_date(day: Date, lang: Lang) -> String {
    format!(
        "{}{NO_BREAK}{}",
        weekday(day.weekday(), lang),
        date(day, lang)
    )
}

/// The name of a weekday.
pub const fn weekday_name(weekday: Weekday, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Fi => [
            "maanantai",
            "tiistai",
            "keskiviikko",
            "torstai",
            "perjantai",
            "lauantai",
            "sunnuntai",
        ],
        Lang::Sv => [
            "måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag",
        ],
        Lang::En => [
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ],
    };
    names[weekday.number_days_from_monday() as usize]
}

/// The month of a day with its year: `syyskuu 2023`, `september 2023`, `September 2023`.
pub fn month(day: Date, lang: Lang) -> String {
    let names = match lang {
        Lang::Fi => FINNISH_MONTHS,
        Lang::Sv => [
            "januari",
            "februari",
            "mars",
            "april",
            "maj",
            "juni",
            "juli",
            "augusti",
            "september",
            "oktober",
            "november",
            "december",
        ],
        Lang::En => return format!("{} {}", day.month(), day.year()),
    };
    let name = names[usize::from(u8::from(day.month())) - 1];
    format!("{name} {}", day.year())
}

/// The short name of a weekday.
pub const fn weekday(weekday: Weekday, lang: Lang) -> &'static str {
    let names = match lang {
        Lang::Fi => ["ma", "ti", "ke", "to", "pe", "la", "su"],
        Lang::Sv => ["mån", "tis", "ons", "tors", "fre", "lör", "sön"],
        Lang::En => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names[weekday.number_days_from_monday() as usize]
}

/// A time of day: `15.00`, in English `15:00`.
pub fn time(at: Time, lang: Lang) -> String {
    let mark = if matches!(lang, Lang::En) { ':' } else { '.' };
    format!("{}{mark}{:02}", at.hour(), at.minute())
}

/// A time of day within a sentence: `klo 15.00`, `kl. 15.00`, `at 15:00`.
pub fn at(at: Time, lang: Lang) -> String {
    let word = match lang {
        Lang::Fi => "klo",
        Lang::Sv => "kl.",
        Lang::En => "at",
    };
    format!("{word}{NO_BREAK}{}", time(at, lang))
}

/// A moment: `8.9.2023 klo 15.00`, `8.9.2023 kl. 15.00`, `8 September 2023 at 15:00`.
pub fn moment(moment: PrimitiveDateTime, lang: Lang) -> String {
    format!("{} {}", date(moment.date(), lang), at(moment.time(), lang))
}

/// A span of hours: `8.00–16.00`, in English `8:00–16:00`.
pub fn hours(from: Time, to: Time, lang: Lang) -> String {
    format!("{}–{}", time(from, lang), time(to, lang))
}

/// An amount with cents: `2 500,00 €`, in English `€2,500.00`.
pub fn euros(amount: Money, lang: Lang) -> String {
    let cents = amount.cents().unsigned_abs();
    let (separator, mark) = match lang {
        Lang::Fi | Lang::Sv => (NO_BREAK, ','),
        Lang::En => (',', '.'),
    };
    let number = format!(
        "{}{mark}{:02}",
        grouped(cents / 100, separator),
        cents % 100
    );
    let sign = if amount < Money::ZERO {
        MINUS.to_string()
    } else {
        String::new()
    };
    match lang {
        Lang::Fi | Lang::Sv => format!("{sign}{number}{NO_BREAK}€"),
        Lang::En => format!("{sign}€{number}"),
    }
}

/// An amount that may be unknown: `ei tiedossa`, never 0.
pub fn euros_or_unknown(amount: Option<Money>, lang: Lang) -> String {
    amount.map_or_else(|| unknown(lang).to_owned(), |amount| euros(amount, lang))
}

/// A sum some of whose parts may be unknown: `vähintään 5 000,00 €`.
pub fn total(total: Total, lang: Lang) -> String {
    match total {
        Total::Known(amount) => euros(amount, lang),
        Total::Unknown => unknown(lang).to_owned(),
        Total::AtLeast(amount) => {
            let word = match lang {
                Lang::Fi => "vähintään",
                Lang::Sv => "minst",
                Lang::En => "at least",
            };
            format!("{word} {}", euros(amount, lang))
        }
    }
}

/// What stands where the register does not know.
pub const fn unknown(lang: Lang) -> &'static str {
    match lang {
        Lang::Fi => "ei tiedossa",
        Lang::Sv => "uppgift saknas",
        Lang::En => "not known",
    }
}

/// A share with as many decimals as it has: `80 %`, `10,45 %`, in English `10.45%`.
pub fn share(share: Share, lang: Lang) -> String {
    let (whole, part) = (share.hundredths() / 100, share.hundredths() % 100);
    let mark = if matches!(lang, Lang::En) { '.' } else { ',' };
    let number = match part {
        0 => whole.to_string(),
        tenths if tenths % 10 == 0 => format!("{whole}{mark}{}", tenths / 10),
        hundredths => format!("{whole}{mark}{hundredths:02}"),
    };
    match lang {
        Lang::Fi | Lang::Sv => format!("{number}{NO_BREAK}%"),
        Lang::En => format!("{number}%"),
    }
}

/// A project period: `10/2022–9/2024`.
pub fn project_period(period: ProjectPeriod) -> String {
    let month = |month: Month| format!("{}/{}", month.month, month.year);
    format!("{}–{}", month(period.first()), month(period.last()))
}

/// The days on which the work of a project began and ended, as far as they are recorded; `None`
/// where neither is.
pub fn project_days(began: Option<Date>, ended: Option<Date>, lang: Lang) -> Option<String> {
    let day = |day: Option<Date>| day.map(|day| date(day, lang)).unwrap_or_default();
    (began.is_some() || ended.is_some()).then(|| format!("{}–{}", day(began), day(ended)))
}

/// A point on the map: `64,227° N, 27,728° E`.
pub fn point(point: Point, lang: Lang) -> String {
    let (north, east) = match lang {
        Lang::Fi => ("pohjoista leveyttä", "itäistä pituutta"),
        Lang::Sv => ("nordlig bredd", "östlig längd"),
        Lang::En => ("N", "E"),
    };
    let (latitude, longitude) = (point.latitude.to_string(), point.longitude.to_string());
    let decimal = |text: String| match lang {
        Lang::Fi | Lang::Sv => text,
        Lang::En => text.replace(',', "."),
    };
    let (latitude, longitude) = (decimal(latitude), decimal(longitude));
    format!("{latitude}° {north}, {longitude}° {east}")
}

/// A whole number with grouped thousands.
pub fn count(number: u64, lang: Lang) -> String {
    grouped(
        number,
        if matches!(lang, Lang::En) {
            ','
        } else {
            NO_BREAK
        },
    )
}

fn grouped(number: u64, separator: char) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}
