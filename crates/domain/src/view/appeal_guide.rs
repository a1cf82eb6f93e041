//! What the calculator of appeal periods was asked, and what it answers.
//!
//! The question is read from and written to an address here and nowhere else: an answer can be kept
//! and sent. The answer is the engine's own, or why there is none.

use calendar::{AppealPeriod, HoursRow, Means, NotComputable, Offices, Remedy};
use time::Date;

use crate::finding::{Finding, FindingCode, Findings};

/// The name of the remedy in addresses and in the form.
pub const REMEDY: &str = "keino";
/// The name of the means of service.
pub const MEANS: &str = "tapa";
/// The name of the day.
pub const DAY: &str = "paiva";

/// The longest text of a field that is read, in characters.
const LONGEST: usize = 60;

/// What was typed into the calculator.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodQuestion {
    /// The code of a [`Remedy`].
    pub remedy: String,
    /// The code of a [`Means`].
    pub means: String,
    /// The day of the event, as typed.
    pub day: String,
    /// Whether an answer is asked for: an address may also name the remedy alone, so that the rest
    /// is filled in.
    pub is_asked: bool,
}

/// What the calculator says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodAnswer {
    /// Nothing was asked yet.
    NotAsked,
    /// What was typed cannot be read.
    Unreadable(Findings),
    /// It was read, and the law gives no dates from it.
    NotComputable(NotComputable),
    /// The period.
    Period(AppealPeriod),
}

/// The page that explains how to appeal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppealGuide {
    /// The day for which it is explained.
    pub today: Date,
    /// The hours of the registry on that day, where they are recorded.
    pub registry: Option<HoursRow>,
    /// What was typed.
    pub question: PeriodQuestion,
    /// What follows from it.
    pub answer: PeriodAnswer,
}

impl PeriodQuestion {
    /// Reads what an address or the form says, the first of each name.
    ///
    /// ```
    /// use domain::view::appeal_guide::PeriodQuestion;
    /// let question = PeriodQuestion::from_pairs([("keino", "rectification")]);
    /// assert_eq!((question.remedy.as_str(), question.is_asked), ("rectification", false));
    /// assert!(PeriodQuestion::from_pairs([("paiva", "")]).is_asked);
    /// ```
    pub fn from_pairs<'a>(pairs: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let pairs: Vec<(&str, &str)> = pairs.into_iter().collect();
        let of_name = |name| pairs.iter().find(|(one, _)| *one == name);
        let typed = |name| of_name(name).map_or_else(String::new, |(_, value)| readable(value));
        Self {
            remedy: typed(REMEDY),
            means: typed(MEANS),
            day: typed(DAY),
            is_asked: of_name(MEANS).or_else(|| of_name(DAY)).is_some(),
        }
    }

    /// The pairs that ask for the period of a remedy from an event.
    pub fn pairs(remedy: Remedy, means: Means, day: Date) -> [(&'static str, String); 3] {
        [
            (REMEDY, remedy.code().to_owned()),
            (MEANS, means.code().to_owned()),
            (DAY, day.to_string()),
        ]
    }

    /// What it asks, or what is wrong with it.
    ///
    /// # Errors
    ///
    /// What is missing or cannot be read, each at the name of its field.
    pub fn read(&self) -> Result<(Remedy, Means, Date), Findings> {
        let mut findings = Findings::default();
        let remedy = choice(&mut findings, REMEDY, &self.remedy);
        let means = choice(&mut findings, MEANS, &self.means);
        let day = findings.required_day(DAY, &self.day);
        match (remedy, means, day) {
            (Some(remedy), Some(means), Some(day)) => Ok((remedy, means, day)),
            _ => Err(findings),
        }
    }
}

impl AppealGuide {
    /// The page of a day, with the engine's answer to a question.
    pub fn new(question: PeriodQuestion, offices: &Offices, today: Date) -> Self {
        Self {
            today,
            registry: offices.registry.row_on(today).ok().copied(),
            answer: answer(&question, offices),
            question,
        }
    }
}

fn answer(question: &PeriodQuestion, offices: &Offices) -> PeriodAnswer {
    if !question.is_asked {
        return PeriodAnswer::NotAsked;
    }
    match question.read() {
        Err(findings) => PeriodAnswer::Unreadable(findings),
        Ok((remedy, means, day)) => match AppealPeriod::compute(remedy, means, day, offices) {
            Ok(period) => PeriodAnswer::Period(period),
            Err(why) => PeriodAnswer::NotComputable(why),
        },
    }
}

fn choice<T: std::str::FromStr>(findings: &mut Findings, place: &str, typed: &str) -> Option<T> {
    if typed.is_empty() {
        findings.push(Finding::at(place, FindingCode::Missing));
    }
    findings.optional(place, typed, FindingCode::UnknownChoice)
}

/// What was typed, without what no page can show and not longer than anybody types.
fn readable(typed: &str) -> String {
    let seen = typed.chars().filter(|sign| !sign.is_control());
    let seen: String = seen.take(LONGEST).collect();
    seen.trim().to_owned()
}

#[cfg(test)]
mod tests {
    use calendar::{KNOWN_FROM, batch};
    use time::Duration;

    use super::*;

    /// Every remedy and means, on days whose periods meet the turn of the law, holidays and both
    /// ends of what can be computed: the page says what the engine says of the same line.
    #[test]
    fn the_answer_is_the_engines() {
        let offices = Offices::kajaani();
        let days = (0..60).map(|step| KNOWN_FROM + Duration::days(-30 + step * 211));
        let days: Vec<Date> = days.collect();
        let mut computed = 0;
        for (remedy, means, day) in cases(&days) {
            let pairs = PeriodQuestion::pairs(remedy, means, day);
            let pairs = pairs
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            let guide = AppealGuide::new(PeriodQuestion::from_pairs(pairs), &offices, KNOWN_FROM);
            let line = batch::answer(
                remedy.code().as_bytes(),
                means.code().as_bytes(),
                day.to_string().as_bytes(),
                &offices,
            );
            let [_, _, _, last_day, ..] = line.fields(b"1").map(<[u8]>::to_vec);
            let last_day = String::from_utf8(last_day).unwrap();
            match guide.answer {
                PeriodAnswer::Period(period) => {
                    assert_eq!(period.last_day.to_string(), last_day, "{pairs:?}");
                    computed += 1;
                }
                PeriodAnswer::NotComputable(_) => assert_eq!(last_day, "", "{pairs:?}"),
                other => panic!("{pairs:?} gives {other:?}"),
            }
        }
        assert!(computed > 3_000, "{computed}");
    }

    fn cases(days: &[Date]) -> impl Iterator<Item = (Remedy, Means, Date)> {
        let pairs = Remedy::ALL
            .into_iter()
            .flat_map(|remedy| Means::ALL.into_iter().map(move |means| (remedy, means)));
        pairs.flat_map(|(remedy, means)| days.iter().map(move |day| (remedy, means, *day)))
    }

    #[test]
    fn what_cannot_be_read_is_said_at_its_field() {
        let typed = [
            ("keino", "oikaisu"),
            ("tapa", ""),
            ("paiva", "31.2.2023\u{0}"),
        ];
        let question = PeriodQuestion::from_pairs(typed);
        assert_eq!(question.day, "31.2.2023");
        let findings = question.read().unwrap_err();
        let said: Vec<_> = findings
            .iter()
            .map(|finding| (finding.place.as_str(), finding.code))
            .collect();
        assert_eq!(
            said,
            [
                ("keino", FindingCode::UnknownChoice),
                ("tapa", FindingCode::Missing),
                ("paiva", FindingCode::NotADate),
            ],
        );
    }
}
