//! The parameters of a request to the read API: each is known, given once and can be read.

use domain::view::api::{
    ApiProblem, CURSOR, GREATEST_NUMBER, LIMIT, MODIFIED_SINCE, MOST_ITEMS, USUAL_ITEMS,
};
use domain::view::decision_list::{DecisionFilter, FilterPart, LONGEST_WORDS};
use register::read_api::{AskedPart, Since};
use time::format_description::well_known::Rfc3339;
use time::macros::{datetime, format_description};
use time::{Date, OffsetDateTime, UtcOffset};

use super::problem::Told;

/// The longest query that is read, in bytes.
const LONGEST: usize = 4_096;
/// The parameters of every list.
const OF_LISTS: [&str; 3] = [LIMIT, CURSOR, MODIFIED_SINCE];
/// Before the first and after the last instant that a change can have.
const FIRST: OffsetDateTime = datetime!(1970-01-01 00:00 UTC);
const LAST: OffsetDateTime = datetime!(9999-12-31 23:59:59 UTC);

/// The parameters, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Query(Vec<(String, String)>);

impl Query {
    /// Those of an address that takes none.
    pub(super) fn of_thing(raw: Option<&str>) -> Result<Self, Told> {
        Self::read(raw, &[])
    }

    /// Those of a list without filters.
    pub(super) fn of_list(raw: Option<&str>) -> Result<Self, Told> {
        Self::read(raw, &OF_LISTS)
    }

    /// Those of the list of decisions.
    pub(super) fn of_decisions(raw: Option<&str>) -> Result<Self, Told> {
        let filters = FilterPart::ALL.map(FilterPart::name);
        let known: Vec<&str> = filters.into_iter().chain(OF_LISTS).collect();
        Self::read(raw, &known)
    }

    fn read(raw: Option<&str>, known: &[&str]) -> Result<Self, Told> {
        let raw = raw.unwrap_or_default();
        if raw.len() > LONGEST {
            return Err(ApiProblem::QueryTooLong.into());
        }
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (name, value) in form_urlencoded::parse(raw.as_bytes()) {
            if !known.contains(&&*name) {
                let detail = match known {
                    [] => "This address takes no parameters.".to_owned(),
                    known => format!("The parameters here are {}.", known.join(", ")),
                };
                let problem = ApiProblem::UnknownParameter;
                return Err(Told::of_parameter(problem, &name, detail));
            }
            if pairs.iter().any(|(before, _)| *before == name) {
                let detail = "Give it once.".to_owned();
                let problem = ApiProblem::RepeatedParameter;
                return Err(Told::of_parameter(problem, &name, detail));
            }
            pairs.push((name.into_owned(), value.into_owned()));
        }
        Ok(Self(pairs))
    }

    fn get(&self, name: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(one, _)| one == name);
        pair.map(|(_, value)| value.as_str())
    }

    /// The filter, read as everywhere. A value that lists of pages leave out is told here: a program
    /// cannot see that more came than it asked for.
    pub(super) fn filter(&self) -> Result<DecisionFilter, Told> {
        let pairs = self.0.iter().map(|(name, value)| (&**name, &**value));
        let mut filter = DecisionFilter::from_pairs(pairs);
        filter.from = self.day(FilterPart::From)?;
        filter.until = self.day(FilterPart::Until)?;
        for part in FilterPart::ALL {
            let Some(value) = self.get(part.name()) else {
                continue;
            };
            let is_read = match part {
                FilterPart::Words => value.chars().count() <= LONGEST_WORDS,
                _ => filter.value(part).is_some(),
            };
            if !is_read {
                return Err(invalid(part.name(), expected(part)));
            }
        }
        Ok(filter)
    }

    fn day(&self, part: FilterPart) -> Result<Option<Date>, Told> {
        let iso = format_description!("[year]-[month]-[day]");
        self.get(part.name())
            .map(|value| Date::parse(value, iso))
            .transpose()
            .map_err(|_| invalid(part.name(), expected(part)))
    }

    /// Which part of a list is asked for.
    pub(super) fn part(&self) -> Result<AskedPart, Told> {
        let limit = match self.get(LIMIT) {
            None => USUAL_ITEMS,
            Some(value) => {
                let number = digits(value).and_then(|number| u32::try_from(number).ok());
                let number = number.filter(|number| (1..=MOST_ITEMS).contains(number));
                let expected = format!("It is a whole number from 1 to {MOST_ITEMS}.");
                number.ok_or_else(|| invalid(LIMIT, &expected))?
            }
        };
        let cursor = self.get(CURSOR).map(|value| {
            let expected = "It is what an answer gave as its `cursor`.";
            digits(value).ok_or_else(|| invalid(CURSOR, expected))
        });
        let since = self.get(MODIFIED_SINCE).map(|value| {
            let expected = "It is the number of a change, or an instant such as \
                            2023-08-18T09:00:00Z (RFC 3339).";
            since(value).ok_or_else(|| invalid(MODIFIED_SINCE, expected))
        });
        Ok(AskedPart {
            limit,
            cursor: cursor.transpose()?,
            since: since.transpose()?,
        })
    }

    /// The address of the part of a list at a cursor; everything else stays as it was.
    pub(super) fn at_cursor(&self, list: &str, cursor: i64) -> String {
        let others = self.0.iter().filter(|(name, _)| name != CURSOR);
        let query = form_urlencoded::Serializer::new(String::new())
            .extend_pairs(others)
            .append_pair(CURSOR, &cursor.to_string())
            .finish();
        format!("{list}?{query}")
    }
}

/// A whole number in at most 18 digits.
fn digits(value: &str) -> Option<i64> {
    let is_number = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    let number = is_number.then(|| value.parse().ok()).flatten();
    number.filter(|number| *number <= GREATEST_NUMBER)
}

fn since(value: &str) -> Option<Since> {
    if let Some(number) = digits(value) {
        return Some(Since::Change(number));
    }
    // A plus that was not escaped came as a space.
    let at = OffsetDateTime::parse(&value.replace(' ', "+"), &Rfc3339).ok()?;
    let at = at.checked_to_offset(UtcOffset::UTC).unwrap_or(LAST);
    Some(Since::Instant(at.clamp(FIRST, LAST)))
}

fn expected(part: FilterPart) -> &'static str {
    match part {
        FilterPart::Words => "It has at most 200 characters.",
        FilterPart::From | FilterPart::Until => "It is a day such as 2023-08-18.",
        FilterPart::Series => "It is the slug of a series, such as kaupunginjohtaja.",
        FilterPart::Project => "It is the slug of a project.",
        FilterPart::Funder => "It is the identity (UUID) of an organisation.",
        FilterPart::Year => "It is a year such as 2023.",
        FilterPart::Stage => "It is one of kaynnissa, paattynyt, lainvoimainen.",
    }
}

fn invalid(name: &str, expected: &str) -> Told {
    Told::of_parameter(ApiProblem::InvalidParameter, name, expected.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_and_numbers_are_read_and_nothing_else() {
        for (value, read) in [
            ("0", Some(Since::Change(0))),
            ("999999999999999999", Some(Since::Change(GREATEST_NUMBER))),
            ("1000000000000000000", None),
            ("-1", None),
            ("2023-08-18", None),
            ("", None),
            ("0000-01-01T00:00:00+14:00", Some(Since::Instant(FIRST))),
            ("9999-12-31T23:59:59-14:00", Some(Since::Instant(LAST))),
        ] {
            assert_eq!(since(value), read, "{value:?}");
        }
        let at = Some(Since::Instant(datetime!(2023-08-18 09:00 UTC)));
        for same in ["2023-08-18T09:00:00Z", "2023-08-18T12:00:00 03:00"] {
            assert_eq!(since(same), at, "{same}");
        }
    }

    #[test]
    fn the_next_part_is_asked_for_with_everything_that_was_asked_for() {
        let query = Query::of_decisions(Some("q=a%26b&cursor=7&limit=2")).unwrap();
        assert_eq!(query.at_cursor("/x", 5), "/x?q=a%26b&limit=2&cursor=5");
    }

    #[test]
    fn what_the_filter_leaves_out_is_told() {
        for (raw, parameter) in [
            ("vuosi=x", "vuosi"),
            ("vuosi=", "vuosi"),
            ("alku=1.8.2023", "alku"),
            ("tila=auki", "tila"),
            ("hanke=Ei%20ole", "hanke"),
        ] {
            let told = Query::of_decisions(Some(raw))
                .unwrap()
                .filter()
                .unwrap_err();
            assert_eq!(told, invalid(parameter, told_of(parameter)), "{raw}");
        }
        let read = Query::of_decisions(Some("q=&alku=0001-01-01")).unwrap();
        assert!(read.filter().is_ok());
    }

    fn told_of(name: &str) -> &'static str {
        let mut parts = FilterPart::ALL.into_iter();
        expected(parts.find(|part| part.name() == name).unwrap())
    }
}
