//! When the offices close.

use calendar::{
    AppealPeriod, ClosingSource, Date, DayHours, Holiday, HoursConflict, HoursException, HoursRow,
    Means, NoHours, NotComputable, OfficeHours, Offices, ReceivingOffice, Remedy, Step, Time,
    blocked, court, kajaani_registry,
};
use time::macros::{date, time};

fn row(valid_from: Date, valid_until: Option<Date>, closes: Time) -> HoursRow {
    HoursRow {
        valid_from,
        valid_until,
        opens: time!(8:00),
        closes,
        friday_closes: closes,
        eve_closes: closes,
    }
}

fn closes_at(on: Date, at: Time) -> HoursException {
    HoursException {
        on,
        hours: DayHours::ClosesAt(at),
    }
}

fn closed(on: Date) -> HoursException {
    HoursException {
        on,
        hours: DayHours::ClosedAllDay,
    }
}

#[test]
fn the_registry_closes_early_on_fridays_and_eves_only() {
    let eve = ClosingSource::EveOf;
    for (on, at, source) in [
        (date!(2023 - 09 - 07), time!(16:00), ClosingSource::Ordinary),
        (date!(2023 - 09 - 08), time!(15:00), ClosingSource::Friday),
        (date!(2026 - 01 - 05), time!(15:00), eve(Holiday::Epiphany)),
        (
            date!(2026 - 04 - 02),
            time!(15:00),
            eve(Holiday::GoodFriday),
        ),
        (date!(2026 - 04 - 30), time!(15:00), eve(Holiday::MayDay)),
        (date!(2026 - 05 - 13), time!(15:00), eve(Holiday::Ascension)),
        (
            date!(2027 - 12 - 05),
            time!(15:00),
            eve(Holiday::IndependenceDay),
        ),
        (date!(2025 - 12 - 31), time!(15:00), eve(Holiday::NewYear)),
        // Midsummer Eve and Christmas Eve have no eve.
        (date!(2026 - 06 - 18), time!(16:00), ClosingSource::Ordinary),
        (date!(2025 - 12 - 23), time!(16:00), ClosingSource::Ordinary),
        // A Friday that is an eve as well.
        (date!(2025 - 12 - 05), time!(15:00), ClosingSource::Friday),
    ] {
        let closing = kajaani_registry().closing(on).unwrap().unwrap();
        assert_eq!((closing.at, closing.source), (at, source), "{on}");
    }
}

#[test]
fn the_courts_close_at_a_quarter_past_four_on_each_day_on_which_a_period_may_end() {
    let mut day = date!(2026 - 01 - 01);
    while day.year() == 2026 {
        if blocked(day).is_none() {
            let closing = court().closing(day).unwrap().unwrap();
            assert_eq!(
                (closing.at, closing.source),
                (time!(16:15), ClosingSource::Court),
                "{day}"
            );
        }
        day = day.next_day().unwrap();
    }
}

#[test]
fn new_hours_decide_from_their_first_day() {
    let hours = OfficeHours::new(
        vec![
            row(date!(2026 - 01 - 01), None, time!(14:30)),
            row(
                date!(2020 - 01 - 01),
                Some(date!(2025 - 12 - 30)),
                time!(16:00),
            ),
        ],
        vec![closes_at(date!(2026 - 07 - 06), time!(12:00))],
    )
    .unwrap();
    let closing = |on| hours.closing(on).unwrap().unwrap();
    assert_eq!(closing(date!(2025 - 12 - 30)).at, time!(16:00));
    assert_eq!(
        hours.closing(date!(2025 - 12 - 31)),
        Err(NoHours {
            on: date!(2025 - 12 - 31)
        })
    );
    assert_eq!(closing(date!(2026 - 01 - 02)).at, time!(14:30));
    let exception = closing(date!(2026 - 07 - 06));
    assert_eq!(
        (exception.at, exception.source),
        (time!(12:00), ClosingSource::Exception)
    );
}

#[test]
fn contradicting_hours_are_refused_with_the_day() {
    let ordinary = row(
        date!(2020 - 01 - 01),
        Some(date!(2020 - 12 - 31)),
        time!(16:00),
    );
    let overlapping = row(date!(2020 - 12 - 31), None, time!(16:00));
    let backwards = row(
        date!(2020 - 01 - 02),
        Some(date!(2020 - 01 - 01)),
        time!(16:00),
    );
    let never_open = row(date!(2020 - 01 - 01), None, time!(8:00));
    let day = date!(2021 - 05 - 03);
    for (rows, exceptions, conflict) in [
        (
            vec![ordinary, overlapping],
            vec![],
            HoursConflict::Overlap(date!(2020 - 12 - 31)),
        ),
        (
            vec![backwards],
            vec![],
            HoursConflict::EndBeforeBeginning(date!(2020 - 01 - 02)),
        ),
        (
            vec![never_open],
            vec![],
            HoursConflict::ClosedBeforeOpening(date!(2020 - 01 - 01)),
        ),
        (
            vec![ordinary],
            vec![closes_at(day, time!(12:00)), closed(day)],
            HoursConflict::TwoExceptions(day),
        ),
        (
            vec![ordinary],
            vec![closes_at(date!(2020 - 05 - 04), time!(8:00))],
            HoursConflict::ClosedBeforeOpening(date!(2020 - 05 - 04)),
        ),
    ] {
        assert_eq!(OfficeHours::new(rows, exceptions), Err(conflict));
    }
}

#[test]
fn without_the_hours_of_the_last_day_there_is_no_period() {
    let registry = OfficeHours::new(
        vec![row(date!(2024 - 01 - 01), None, time!(16:00))],
        Vec::new(),
    )
    .unwrap();
    let offices = Offices {
        registry,
        court: court(),
    };
    let compute =
        |remedy| AppealPeriod::compute(remedy, Means::Proof, date!(2023 - 03 - 01), &offices);
    assert_eq!(
        compute(Remedy::Rectification),
        Err(NotComputable::NoHours(NoHours {
            on: date!(2023 - 03 - 15)
        }))
    );
    assert!(compute(Remedy::MunicipalAppeal).is_ok());
}

#[test]
fn a_closing_day_of_the_office_moves_nothing_and_ends_with_itself() {
    let friday = date!(2023 - 09 - 08);
    let regular = row(date!(2023 - 01 - 01), None, time!(16:00));
    let offices = Offices {
        registry: OfficeHours::new(vec![regular], vec![closed(friday)]).unwrap(),
        court: court(),
    };
    let member = |offices: &Offices| {
        let (remedy, means) = (Remedy::Rectification, Means::PublishedMinutes);
        AppealPeriod::compute(remedy, means, date!(2023 - 08 - 18), offices).unwrap()
    };
    let period = member(&offices);
    assert_eq!((period.last_day, period.closes), (friday, None));
    assert_eq!(
        period.finality_day(),
        member(&Offices::kajaani()).finality_day()
    );
    let [.., end] = period.steps();
    assert!(
        matches!(end, Step::ClosedAllDay { on, .. } if on == friday),
        "{end:?}"
    );
    // The instruction of that day still states the regular hours.
    assert_eq!(offices.registry.row_on(friday), Ok(&regular));
}

#[test]
fn a_day_without_hours_says_what_to_record() {
    let no_hours = kajaani_registry()
        .closing(date!(1994 - 12 - 30))
        .unwrap_err();
    assert_eq!(
        no_hours.to_string(),
        "no office hours are recorded for 1994-12-30; record the hours that were in force on that day"
    );
}

#[test]
fn the_hours_of_another_authority_stay_open() {
    let elsewhere: Vec<Remedy> = Remedy::ALL
        .into_iter()
        .filter(|remedy| remedy.receiving_office() == ReceivingOffice::OtherAuthority)
        .collect();
    assert_eq!(
        elsewhere,
        [
            Remedy::RectificationAdministrative,
            Remedy::ProcurementCorrection
        ]
    );
    for remedy in elsewhere {
        let period = AppealPeriod::compute(
            remedy,
            Means::Proof,
            date!(2026 - 03 - 02),
            &Offices::kajaani(),
        );
        assert_eq!(period.unwrap().closes, None);
    }
}
