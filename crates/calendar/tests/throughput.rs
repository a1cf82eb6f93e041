//! A million lines are a matter of seconds, so that a city's whole history can be checked at once.

use std::time::{Duration, Instant};

use calendar::{Means, Offices, Remedy, batch};
use time::macros::date;

#[test]
fn a_million_lines_take_less_than_five_seconds() {
    // An unoptimised build is an order of magnitude slower and says nothing about the bar.
    let n_lines: u32 = if cfg!(debug_assertions) {
        50_000
    } else {
        1_000_000
    };
    let offices = Offices::kajaani();
    let events: Vec<String> =
        std::iter::successors(Some(date!(1995 - 01 - 01)), |day| day.next_day())
            .take(36_000)
            .map(|day| day.to_string())
            .collect();
    let lines = Remedy::ALL
        .iter()
        .flat_map(|remedy| Means::ALL.map(|means| (remedy, means)));
    let started = Instant::now();
    let mut n_answered = 0_u32;
    for ((remedy, means), event) in lines
        .cycle()
        .zip(events.iter().cycle())
        .take(n_lines.try_into().unwrap())
    {
        let answer = batch::answer(
            remedy.code().as_bytes(),
            means.code().as_bytes(),
            event.as_bytes(),
            &offices,
        );
        n_answered += u32::from(answer.fields(b"id")[5].is_empty());
    }
    let elapsed = started.elapsed();
    println!("{n_lines} lines, {n_answered} with dates, in {elapsed:?}");
    assert!(n_answered > n_lines / 2);
    assert!(elapsed < Duration::from_secs(5), "{elapsed:?}");
}
