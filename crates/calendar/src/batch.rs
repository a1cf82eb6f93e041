//! Periods of many lines: the fields of a CSV record in, the fields of the answer out.
//!
//! Nothing here allocates; reading and writing are the caller's. A field is bytes, so that a line
//! in a wrong encoding is refused like any other unknown code.

use time::{Date, Month};

use crate::{AppealPeriod, Instead, Means, NotComputable, Offices, Remedy};

/// The header of the input.
pub const INPUT_HEADER: [&str; 4] = ["id", "remedy", "means", "event_date"];

/// The header of the output, in the order of [`Answer::fields`].
pub const OUTPUT_HEADER: [&str; 6] = [
    "id",
    "knowledge_date",
    "nominal_last_day",
    "last_day",
    "closes_at",
    "error",
];

/// Why a line has no dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The remedy is not one of [`Remedy::ALL`].
    UnknownRemedy,
    /// The means is not one of [`Means::ALL`].
    UnknownMeans,
    /// The date is not of the form `YYYY-MM-DD`.
    DateForm,
    /// The calendar has no such day.
    NoSuchDay,
    /// The period cannot be computed.
    NotComputable(NotComputable),
}

/// The answer to one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer(Result<Written, Refusal>);

/// Dates as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Written {
    knowledge_date: [u8; 10],
    nominal_last_day: [u8; 10],
    last_day: [u8; 10],
    closes_at: Option<[u8; 5]>,
}

/// Computes the answer to one line from its fields.
///
/// ```
/// use calendar::{Offices, batch};
///
/// let offices = Offices::kajaani();
/// let answer = batch::answer(b"rectification", b"letter", b"2023-08-18", &offices);
/// assert_eq!(answer.fields(b"1")[3], b"2023-09-08");
/// assert_eq!(answer.fields(b"1")[4], b"15:00");
///
/// let answer = batch::answer(b"rectification", b"letter", b"2023-02-30", &offices);
/// assert_eq!(answer.refusal(), Some(batch::Refusal::NoSuchDay));
/// ```
pub fn answer(remedy: &[u8], means: &[u8], event_date: &[u8], offices: &Offices) -> Answer {
    Answer(period(remedy, means, event_date, offices).map(|period| Written::of(&period)))
}

fn period(
    remedy: &[u8],
    means: &[u8],
    event_date: &[u8],
    offices: &Offices,
) -> Result<AppealPeriod, Refusal> {
    let remedy = Remedy::from_code(remedy).ok_or(Refusal::UnknownRemedy)?;
    let means = Means::from_code(means).ok_or(Refusal::UnknownMeans)?;
    let event_date = parse_date(event_date)?;
    AppealPeriod::compute(remedy, means, event_date, offices).map_err(Refusal::NotComputable)
}

impl Answer {
    /// The output record in the order of [`OUTPUT_HEADER`]; `id` is passed through. Either the dates
    /// are filled or the error, never both; the closing hour is empty where
    /// [`AppealPeriod::closes`] is.
    ///
    /// ```
    /// use calendar::{Offices, batch};
    ///
    /// let offices = Offices::kajaani();
    /// let answer = batch::answer(b"market-court-6-months", b"event", b"2025-08-31", &offices);
    /// let fields = answer.fields(b"7").map(String::from_utf8_lossy);
    /// assert_eq!(fields, ["7", "2025-08-31", "2026-02-28", "2026-03-02", "16:15", ""]);
    ///
    /// let answer = batch::answer(b"market-court-6-months", b"letter", b"2025-08-31", &offices);
    /// let fields = answer.fields(b"8").map(String::from_utf8_lossy);
    /// assert_eq!(fields[..5], ["8", "", "", "", ""]);
    /// assert!(fields[5].ends_with("use the means event with the day on which it was made"));
    /// ```
    pub fn fields<'a>(&'a self, id: &'a [u8]) -> [&'a [u8]; 6] {
        match &self.0 {
            Ok(written) => [
                id,
                &written.knowledge_date,
                &written.nominal_last_day,
                &written.last_day,
                written.closes_at.as_ref().map_or(b"", |at| at.as_slice()),
                b"",
            ],
            Err(refusal) => [id, b"", b"", b"", b"", refusal.reason().as_bytes()],
        }
    }

    /// Why there are no dates, if there are none.
    ///
    /// ```
    /// use calendar::{Offices, batch};
    ///
    /// let offices = Offices::kajaani();
    /// let refusal = |means| batch::answer(b"rectification", means, b"2023-08-18", &offices).refusal();
    /// assert_eq!(refusal(b"letter"), None);
    /// assert_eq!(refusal(b"pigeon"), Some(batch::Refusal::UnknownMeans));
    /// ```
    pub fn refusal(&self) -> Option<Refusal> {
        self.0.err()
    }
}

impl Refusal {
    /// The stable code, the beginning of the [reason](Self::reason).
    pub const fn code(self) -> &'static str {
        match self {
            Self::UnknownRemedy => "unknown-remedy",
            Self::UnknownMeans => "unknown-means",
            Self::DateForm => "date-form",
            Self::NoSuchDay => "no-such-day",
            Self::NotComputable(not_computable) => not_computable.code(),
        }
    }

    /// The code, a colon and a sentence: what stands in the field `error`.
    ///
    /// ```
    /// use calendar::batch::Refusal;
    ///
    /// assert_eq!(Refusal::DateForm.code(), "date-form");
    /// assert_eq!(Refusal::DateForm.reason(), "date-form: a date is written YYYY-MM-DD");
    /// ```
    pub const fn reason(self) -> &'static str {
        match self {
            Self::UnknownRemedy => "unknown-remedy: no remedy has this code",
            Self::UnknownMeans => "unknown-means: no means of service has this code",
            Self::DateForm => "date-form: a date is written YYYY-MM-DD",
            Self::NoSuchDay => "no-such-day: the calendar has no such day",
            Self::NotComputable(NotComputable::Before1995 { .. }) => {
                "before-1995: the period would end before 1995-01-01, and holidays are known from \
                 then only"
            }
            Self::NotComputable(NotComputable::MeansDoesNotStartThisPeriod { remedy, means }) => {
                Instead::of(remedy, means).reason()
            }
            Self::NotComputable(NotComputable::OutOfRange) => {
                "out-of-range: a date of the period would be after the year 9999"
            }
            Self::NotComputable(NotComputable::NoHours(_)) => {
                "no-hours: the hours of the receiving office on the last day are not recorded; \
                 record the hours that were in force on that day"
            }
        }
    }
}

/// Reads a date that is exactly `YYYY-MM-DD`.
///
/// # Errors
///
/// [`Refusal::DateForm`] for any other form, [`Refusal::NoSuchDay`] for a day that does not exist.
///
/// ```
/// use calendar::batch::{Refusal, parse_date};
///
/// assert!(parse_date(b"2024-02-29").is_ok());
/// assert_eq!(parse_date(b"2023-02-29"), Err(Refusal::NoSuchDay));
/// assert_eq!(parse_date(b"2023-2-3"), Err(Refusal::DateForm));
/// assert_eq!(parse_date(b"31.2."), Err(Refusal::DateForm));
/// ```
pub fn parse_date(text: &[u8]) -> Result<Date, Refusal> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else {
        return Err(Refusal::DateForm);
    };
    let pair = |tens: u8, units: u8| {
        (tens.is_ascii_digit() && units.is_ascii_digit())
            .then(|| (tens - b'0') * 10 + (units - b'0'))
            .ok_or(Refusal::DateForm)
    };
    let year = i32::from(pair(y1, y2)?) * 100 + i32::from(pair(y3, y4)?);
    let (month, day) = (pair(m1, m2)?, pair(d1, d2)?);
    let month = Month::try_from(month).map_err(|_| Refusal::NoSuchDay)?;
    Date::from_calendar_date(year, month, day).map_err(|_| Refusal::NoSuchDay)
}

impl Written {
    fn of(period: &AppealPeriod) -> Self {
        Self {
            knowledge_date: date_text(period.knowledge_date),
            nominal_last_day: date_text(period.nominal_last_day),
            last_day: date_text(period.last_day),
            closes_at: period.closes.map(|closing| {
                let [h1, h2] = two_digits(closing.at.hour());
                let [m1, m2] = two_digits(closing.at.minute());
                [h1, h2, b':', m1, m2]
            }),
        }
    }
}

fn date_text(date: Date) -> [u8; 10] {
    let (year, month, day) = date.to_calendar_date();
    let half = |number: i32| {
        two_digits(u8::try_from(number).expect("the dates of a period are of 1994-9999"))
    };
    let ([y1, y2], [y3, y4]) = (half(year / 100), half(year % 100));
    let [m1, m2] = two_digits(month.into());
    let [d1, d2] = two_digits(day);
    [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2]
}

fn two_digits(number: u8) -> [u8; 2] {
    [b'0' + number / 10, b'0' + number % 10]
}
