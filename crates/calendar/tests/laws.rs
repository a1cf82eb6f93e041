//! What holds for every period.

use calendar::rule::{self, UnknownRuleSet};
use calendar::{
    AppealPeriod, Date, Holiday, Instead, KNOWN_FROM, Means, NotComputable, Offices, PeriodLength,
    Remedy, RuleSetId, Step, batch, blocked, first_open_day,
};
use proptest::prelude::*;
use time::Duration;
use time::macros::date;

fn any_remedy() -> impl Strategy<Value = Remedy> {
    prop::sample::select(Remedy::ALL.as_slice())
}

fn any_means() -> impl Strategy<Value = Means> {
    prop::sample::select(Means::ALL.as_slice())
}

fn day_between(from: Date, until: Date) -> impl Strategy<Value = Date> {
    (from.to_julian_day()..=until.to_julian_day())
        .prop_map(|day| Date::from_julian_day(day).expect("a day between two days"))
}

/// A remedy with a means that starts its period, and an event of the calendar's known years.
fn computable() -> impl Strategy<Value = (Remedy, Means, Date)> {
    (
        any_remedy(),
        any_means(),
        day_between(date!(1995 - 01 - 01), date!(9998 - 12 - 31)),
    )
        .prop_filter("the means starts the period", |(remedy, means, event)| {
            rule::starting(*means, *remedy, *event).is_some()
        })
}

fn compute((remedy, means, event): (Remedy, Means, Date)) -> Result<AppealPeriod, NotComputable> {
    AppealPeriod::compute(remedy, means, event, &Offices::kajaani())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_period_ends_on_the_first_day_on_which_it_may(case in computable()) {
        let period = compute(case).unwrap();
        prop_assert_eq!(blocked(period.last_day), None);
        prop_assert!(period.last_day >= period.nominal_last_day);
        let mut passed = period.nominal_last_day;
        while passed < period.last_day {
            prop_assert!(blocked(passed).is_some());
            passed = passed.next_day().unwrap();
        }
        prop_assert_eq!(period.finality_day(), period.last_day.next_day().unwrap());
    }

    #[test]
    fn a_later_event_never_ends_a_period_earlier((remedy, means, event) in computable()) {
        let today = compute((remedy, means, event)).unwrap();
        let tomorrow = compute((remedy, means, event.next_day().unwrap())).unwrap();
        prop_assert!(tomorrow.knowledge_date > today.knowledge_date);
        prop_assert!(tomorrow.last_day >= today.last_day);
    }

    #[test]
    fn the_steps_replayed_give_the_same_answer(case in computable()) {
        let period = compute(case).unwrap();
        let mut at = None;
        let mut closing = None;
        for step in period.steps() {
            match step {
                Step::EventHappened { means, on } => {
                    prop_assert_eq!(means, period.means);
                    at = Some(on);
                }
                Step::Knowledge { offset_days, on, .. } => {
                    at = at.map(|day| day + Duration::days(offset_days.into()));
                    prop_assert_eq!(at, Some(on));
                }
                Step::PeriodRuns { length, nominal, .. } => {
                    at = at.and_then(|day| length.end_from(day));
                    prop_assert_eq!(at, Some(nominal));
                }
                Step::Shifted { from, to, skipped, .. } => {
                    prop_assert_eq!(at, Some(from));
                    for (day, reason) in skipped {
                        prop_assert_eq!(at, Some(day));
                        prop_assert_eq!(blocked(day), Some(reason));
                        at = day.next_day();
                    }
                    prop_assert_eq!(at, Some(to));
                }
                Step::NotShifted { on } => prop_assert_eq!(at, Some(on)),
                Step::Closes { at: hour, on, .. } => {
                    prop_assert_eq!(at, Some(on));
                    closing = Some(hour);
                }
                Step::ClosedAllDay { on, .. } => prop_assert!(false, "no office is closed on {}", on),
                Step::ClosesElsewhere => prop_assert_eq!(closing, None),
            }
        }
        prop_assert_eq!(at, Some(period.last_day));
        prop_assert_eq!(closing, period.closes);
    }

    #[test]
    fn every_day_of_the_calendar_has_an_answer_or_a_reason(
        remedy in any_remedy(),
        means in any_means(),
        event in day_between(Date::MIN, Date::MAX),
    ) {
        match compute((remedy, means, event)) {
            Ok(period) => prop_assert!(period.nominal_last_day >= KNOWN_FROM),
            Err(NotComputable::Before1995 { nominal }) => prop_assert!(nominal < KNOWN_FROM),
            Err(NotComputable::MeansDoesNotStartThisPeriod { .. }) => {
                prop_assert_eq!(rule::starting(means, remedy, event), None);
            }
            Err(NotComputable::OutOfRange) => prop_assert!(event.year() == 9999),
            Err(NotComputable::NoHours(no_hours)) => prop_assert!(false, "{}", no_hours),
        }
    }

    #[test]
    fn months_end_on_the_same_number_or_on_the_last_day(
        from in day_between(date!(1990 - 01 - 01), date!(2300 - 12 - 31)),
        months in 0_u8..=255,
    ) {
        let end = PeriodLength::Months(months).end_from(from).unwrap();
        let n_months = |day: Date| day.year() * 12 + i32::from(u8::from(day.month()));
        prop_assert_eq!(n_months(end) - n_months(from), i32::from(months));
        let last_of_month = end.month().length(end.year());
        prop_assert_eq!(end.day(), from.day().min(last_of_month));
    }

    #[test]
    fn the_rules_of_a_period_are_found_again_by_their_number(case in computable()) {
        let period = compute(case).unwrap();
        let found = RuleSetId::try_from(period.rule_set.get()).unwrap();
        let (means, remedy, on) = (period.means, period.remedy, period.event_date);
        prop_assert_eq!(Some(found.service()), rule::starting(means, remedy, on));
        prop_assert_eq!(found.period(), rule::period(remedy).on(on));
    }

    #[test]
    fn a_batch_line_says_what_the_period_says(case in computable()) {
        let (remedy, means, event) = case;
        let period = compute(case).unwrap();
        let answer = batch::answer(
            remedy.code().as_bytes(),
            means.code().as_bytes(),
            event.to_string().as_bytes(),
            &Offices::kajaani(),
        );
        let closes_at = period.closes.map_or(String::new(), |closing| {
            format!("{:02}:{:02}", closing.at.hour(), closing.at.minute())
        });
        let expected = [
            "id",
            &period.knowledge_date.to_string(),
            &period.nominal_last_day.to_string(),
            &period.last_day.to_string(),
            &closes_at,
            "",
        ];
        prop_assert_eq!(answer.fields(b"id"), expected.map(str::as_bytes));
    }

    #[test]
    fn any_bytes_get_a_reason_that_begins_with_its_code(
        remedy in prop::collection::vec(any::<u8>(), 0..20),
        means in prop::collection::vec(any::<u8>(), 0..20),
        event in prop::collection::vec(any::<u8>(), 0..20),
    ) {
        let answer = batch::answer(&remedy, &means, &event, &Offices::kajaani());
        let refusal = answer.refusal().unwrap();
        let reason = answer.fields(b"7")[5];
        let beginning = format!("{}: ", refusal.code());
        prop_assert!(reason.starts_with(beginning.as_bytes()));
    }

    #[test]
    fn a_date_is_read_exactly_as_it_is_written(event in day_between(date!(0000 - 01 - 01), Date::MAX)) {
        prop_assert_eq!(batch::parse_date(event.to_string().as_bytes()), Ok(event));
    }
}

#[test]
fn only_dates_of_the_calendar_in_their_one_form_are_read() {
    use batch::Refusal::{DateForm, NoSuchDay};
    for (text, refusal) in [
        ("", DateForm),
        ("31.2.", DateForm),
        ("2023-2-3", DateForm),
        ("2023-02-3x", DateForm),
        ("2023/02/03", DateForm),
        ("20230203", DateForm),
        ("+023-02-03", DateForm),
        (" 2023-02-03", DateForm),
        ("2023-02-03T00:00", DateForm),
        ("２023-02-3", DateForm),
        ("2023-02-30", NoSuchDay),
        ("2023-02-29", NoSuchDay),
        ("2100-02-29", NoSuchDay),
        ("2023-13-01", NoSuchDay),
        ("2023-00-01", NoSuchDay),
        ("2023-01-00", NoSuchDay),
        ("2023-04-31", NoSuchDay),
    ] {
        assert_eq!(batch::parse_date(text.as_bytes()), Err(refusal), "{text}");
    }
}

#[test]
fn a_period_before_1995_is_refused_by_its_nominal_last_day() {
    let proof = |event| compute((Remedy::Rectification, Means::Proof, event));
    // 31 December 1994 is a Saturday; the shift into 1995 does not save it.
    assert_eq!(
        proof(date!(1994 - 12 - 17)),
        Err(NotComputable::Before1995 {
            nominal: date!(1994 - 12 - 31)
        })
    );
    assert_eq!(
        proof(date!(1994 - 12 - 18)).map(|period| period.last_day),
        Ok(date!(1995 - 01 - 02))
    );
}

#[test]
fn the_end_of_the_calendar_is_refused_and_not_passed() {
    let proof = |event| compute((Remedy::Rectification, Means::Proof, event));
    assert_eq!(
        proof(date!(9999 - 12 - 16)).map(|period| period.last_day),
        Ok(date!(9999 - 12 - 30))
    );
    // A last day of 31 December 9999 has no next day from which a decision could be final.
    assert_eq!(proof(date!(9999 - 12 - 17)), Err(NotComputable::OutOfRange));
    assert_eq!(proof(Date::MAX), Err(NotComputable::OutOfRange));
    assert_eq!(
        compute((
            Remedy::MarketCourt6Months,
            Means::Event,
            date!(9999 - 07 - 01)
        )),
        Err(NotComputable::OutOfRange)
    );
    assert_eq!(first_open_day(Date::MAX), Date::MAX);
}

#[test]
fn a_means_from_which_the_law_does_not_count_is_refused() {
    let refused = [
        // The six months run from the decision itself (hankintalaki 147.3 §).
        (Remedy::MarketCourt6Months, Means::Letter),
        // An electronic message to a tenderer has its own presumption (hankintalaki 127 §) ...
        (Remedy::MarketCourt, Means::EMessage),
        // ... which holds for procurement alone.
        (Remedy::Rectification, Means::ProcurementEMessage),
        // The further appeal of a member runs from a notice without a presumption (kuntalaki 142 §).
        (Remedy::SupremeAdministrativeCourt, Means::PublishedMinutes),
        (Remedy::MarketCourt, Means::PublishedMinutes),
    ];
    for (remedy, means) in refused {
        assert_eq!(
            compute((remedy, means, date!(2026 - 03 - 02))),
            Err(NotComputable::MeansDoesNotStartThisPeriod { remedy, means })
        );
    }
    for remedy in Remedy::ALL {
        assert!(
            compute((remedy, Means::Event, date!(2026 - 03 - 02))).is_ok(),
            "{remedy:?}"
        );
    }
}

#[test]
fn what_is_given_instead_of_a_refused_means_gives_dates() {
    let event = date!(2026 - 03 - 02);
    let mut n_refused = 0;
    for remedy in Remedy::ALL {
        for means in Means::ALL {
            let Err(refused) = compute((remedy, means, event)) else {
                continue;
            };
            n_refused += 1;
            let instead = match refused.instead().expect("another means gives the period") {
                Instead::DecisionDay | Instead::NoticeDay => Means::Event,
                Instead::OwnService => Means::Proof,
                Instead::EMessage => Means::EMessage,
                Instead::ProcurementEMessage => Means::ProcurementEMessage,
            };
            assert!(
                compute((remedy, instead, event)).is_ok(),
                "{remedy:?} {means:?}"
            );
        }
    }
    assert_eq!(n_refused, 22);
}

#[test]
fn a_letter_to_a_tenderer_is_an_ordinary_letter_outside_the_procurement_act() {
    let event = date!(2026 - 03 - 02);
    for remedy in [
        Remedy::Rectification,
        Remedy::MunicipalAppeal,
        Remedy::AdministrativeAppeal,
        Remedy::RectificationAdministrative,
        Remedy::SupremeAdministrativeCourt,
    ] {
        let to_tenderer = compute((remedy, Means::ProcurementLetter, event)).unwrap();
        let ordinary = compute((remedy, Means::Letter, event)).unwrap();
        assert_eq!(to_tenderer.last_day, ordinary.last_day);
        assert_eq!(to_tenderer.rule_set, ordinary.rule_set);
    }
}

#[test]
fn a_planned_amendment_decides_no_period() {
    let [reform] = rule::PLANNED;
    for means in reform.means {
        let rows: Vec<_> = rule::service(*means).rows().collect();
        assert_eq!(rows.len(), 1, "{means:?}");
    }
    // Chapter 16 is the only amendment by which a period may be computed.
    let chapter_16 = date!(2017 - 06 - 01);
    let service =
        Means::ALL.map(|means| rule::service(means).rows().map(|row| row.valid_from).max());
    let period =
        Remedy::ALL.map(|remedy| rule::period(remedy).rows().map(|row| row.valid_from).max());
    for begins in service.into_iter().chain(period) {
        assert!(
            [Some(None), Some(Some(chapter_16))].contains(&begins),
            "{begins:?}"
        );
    }
}

/// The change of 1 June 2017 lengthens the member's time, so that no later event ends earlier.
#[test]
fn no_later_event_of_1995_to_2040_ends_a_period_earlier() {
    for remedy in Remedy::ALL {
        for means in Means::ALL {
            let days =
                date!(1995 - 01 - 01).to_julian_day()..=date!(2040 - 12 - 31).to_julian_day();
            let mut latest = date!(1995 - 01 - 01);
            for day in days {
                let event = Date::from_julian_day(day).unwrap();
                let Ok(period) = compute((remedy, means, event)) else {
                    continue;
                };
                assert!(period.last_day >= latest, "{remedy:?} {means:?} {event}");
                latest = period.last_day;
            }
        }
    }
}

#[test]
fn the_members_seven_days_begin_with_chapter_16() {
    let minutes =
        |event| compute((Remedy::MunicipalAppeal, Means::PublishedMinutes, event)).unwrap();
    let (before, after) = (
        minutes(date!(2017 - 05 - 31)),
        minutes(date!(2017 - 06 - 01)),
    );
    assert_eq!(before.knowledge_date, date!(2017 - 05 - 31));
    assert_eq!(after.knowledge_date, date!(2017 - 06 - 08));
    assert_ne!(before.rule_set, after.rule_set);

    let rows: Vec<_> = rule::service(Means::PublishedMinutes).rows().collect();
    assert_eq!(rows[0].valid_until, Some(date!(2017 - 05 - 31)));
    assert_eq!(rows[1].valid_from, Some(date!(2017 - 06 - 01)));
    assert_eq!((rows[0].valid_from, rows[1].valid_until), (None, None));
}

#[test]
fn no_two_rows_share_a_number_and_none_has_zero() {
    let mut service: Vec<u8> = Means::ALL
        .iter()
        .flat_map(|means| rule::service(*means).rows())
        .map(|row| row.rule.number)
        .collect();
    let mut period: Vec<u8> = Remedy::ALL
        .iter()
        .flat_map(|remedy| rule::period(*remedy).rows())
        .map(|row| row.rule.number)
        .collect();
    for numbers in [&mut service, &mut period] {
        let n_rows = numbers.len();
        numbers.sort_unstable();
        numbers.dedup();
        assert_eq!(numbers.len(), n_rows);
        assert_ne!(numbers[0], 0);
    }
    assert_eq!(RuleSetId::try_from(u16::MAX), Err(UnknownRuleSet(u16::MAX)));
}

#[test]
fn every_code_names_its_variant_and_no_other() {
    for remedy in Remedy::ALL {
        assert_eq!(remedy.code().parse(), Ok(remedy));
    }
    for means in Means::ALL {
        assert_eq!(means.code().parse(), Ok(means));
    }
    for code in ["", "Letter", "letter ", "recti", "rectification\0"] {
        assert!(
            code.parse::<Remedy>().is_err() && code.parse::<Means>().is_err(),
            "{code:?}"
        );
    }
}

#[test]
fn two_holidays_of_one_day_are_both_in_their_year() {
    assert_eq!(
        Holiday::MayDay.in_year(2008),
        Holiday::Ascension.in_year(2008)
    );
    assert_eq!(
        Holiday::Ascension.in_year(2008),
        Some(date!(2008 - 05 - 01))
    );
}
