//! Laws of money and shares, and the amounts that people type.

use domain::Money;
use domain::money::{MoneyError, Share, ShareError, largest_remainder};
use proptest::prelude::*;

fn cents(cents: i64) -> Money {
    Money::from_cents(cents)
}

#[test]
fn amounts_are_read_as_people_type_them() {
    let cases = [
        ("2500", 250_000),
        ("2 500", 250_000),
        ("2 500,00 €", 250_000),
        ("2\u{a0}500,00\u{a0}€", 250_000),
        ("2\u{202f}500,00\u{202f}€", 250_000),
        ("2500.5", 250_050),
        ("0,07", 7),
        ("1 234 567,89", 123_456_789),
        ("1234567.89€", 123_456_789),
        ("  12 ", 1_200),
        ("-5,00", -500),
        ("\u{2212}\u{a0}5,00 €", -500),
        ("-0", 0),
        ("007", 700),
        ("1.234,50", 123_450),
        ("1,234.50", 123_450),
        ("1.234.567", 123_456_700),
        ("1,234,567.8", 123_456_780),
        ("\u{2013}1.234,50", -123_450),
        ("1 234,56-", -123_456),
        ("1\u{2009}234,56\u{2212}", -123_456),
    ];
    for (typed, expected) in cases {
        assert_eq!(typed.parse(), Ok(cents(expected)), "{typed:?}");
    }
}

#[test]
fn what_is_no_amount_is_refused_with_its_reason() {
    use MoneyError::{Ambiguous, Empty, NotANumber, TooLarge, TooPrecise};
    let cases = [
        ("", Empty),
        ("  €", Empty),
        ("\u{a0}", Empty),
        ("2 500,005", TooPrecise),
        ("0,0001", TooPrecise),
        ("1.234", Ambiguous),
        ("1,234", Ambiguous),
        ("1 234.567,89", Ambiguous),
        ("1.234,567", TooPrecise),
        ("1.2.3", NotANumber),
        ("12.34,50", NotANumber),
        ("1.234.56", NotANumber),
        (".234,50", NotANumber),
        ("1 2345", NotANumber),
        ("12 34", NotANumber),
        ("1  000", NotANumber),
        ("--5", NotANumber),
        ("+5", NotANumber),
        ("5-", NotANumber),
        ("5 €€", NotANumber),
        ("€", Empty),
        (",5", NotANumber),
        ("5,", NotANumber),
        ("5,-", NotANumber),
        ("5,x", NotANumber),
        ("1e3", NotANumber),
        ("NaN", NotANumber),
        ("viisi", NotANumber),
        ("٣", NotANumber),
        ("<script>", NotANumber),
        ("99999999999999999999999", TooLarge),
        ("9 223 372 036 854 775 807", TooLarge),
        ("92 233 720 368 547 758,08", TooLarge),
        ("100 000 000 000,01", TooLarge),
    ];
    for (typed, expected) in cases {
        assert_eq!(typed.parse::<Money>(), Err(expected), "{typed:?}");
    }
    assert_eq!("100 000 000 000".parse(), Ok(Money::MAX_TYPED));
}

#[test]
fn shares_are_read_as_people_type_them_or_refused() {
    let hundredths = |typed: &str| typed.parse().map(Share::hundredths);
    assert_eq!(hundredths("80"), Ok(8_000));
    assert_eq!(hundredths("80 %"), Ok(8_000));
    assert_eq!(hundredths("80\u{a0}%"), Ok(8_000));
    assert_eq!(hundredths("10,45"), Ok(1_045));
    assert_eq!(hundredths("100"), Ok(10_000));
    assert_eq!(hundredths("0"), Ok(0));
    for beyond in [
        "101",
        "101 %",
        "100,01",
        "-1",
        "655 360",
        "99999999999999999999",
    ] {
        assert_eq!(hundredths(beyond), Err(ShareError::OutOfRange), "{beyond}");
    }
    for wrong in ["", "%", "80 €", "33,333", "80 %%", "kaksi"] {
        assert_eq!(hundredths(wrong), Err(ShareError::NotANumber), "{wrong}");
    }
}

#[test]
fn a_stored_share_above_the_whole_does_not_load() {
    assert!(serde_json::from_str::<Share>("10001").is_err());
    assert_eq!(
        serde_json::from_str::<Share>("10000").ok(),
        Some(Share::WHOLE)
    );
}

#[test]
fn a_sum_that_does_not_fit_is_no_sum() {
    assert_eq!(cents(i64::MAX).checked_add(cents(1)), None);
    assert_eq!(Money::checked_sum([cents(i64::MIN), cents(-1)]), None);
    assert_eq!(Money::checked_sum([]), Some(Money::ZERO));
}

proptest! {
    #[test]
    fn every_printed_amount_reads_back(amount in -10_000_000_000_000_i64..=10_000_000_000_000) {
        prop_assert_eq!(cents(amount).to_string().parse(), Ok(cents(amount)));
    }

    #[test]
    fn grouping_the_thousands_changes_nothing(euros in 0_u64..100_000_000_000, part in 0_u64..100) {
        let digits = euros.to_string();
        for space in [' ', '\u{a0}', '\u{202f}'] {
            let mut grouped = String::new();
            for (at, digit) in digits.chars().enumerate() {
                if at > 0 && (digits.len() - at).is_multiple_of(3) {
                    grouped.push(space);
                }
                grouped.push(digit);
            }
            let typed = format!("{grouped},{part:02}{space}€");
            let expected = i64::try_from(euros * 100 + part).expect("in range");
            prop_assert_eq!(typed.parse(), Ok(cents(expected)), "{}", typed);
        }
    }

    #[test]
    fn reading_never_panics(typed in any::<String>()) {
        let _ = typed.parse::<Money>();
        let _ = typed.parse::<Share>();
    }

    #[test]
    fn a_sum_does_not_depend_on_order(mut amounts in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..20)) {
        let sum = |amounts: &[i64]| Money::checked_sum(amounts.iter().copied().map(cents));
        let before = sum(&amounts);
        prop_assert_eq!(before, Some(cents(amounts.iter().sum())));
        amounts.reverse();
        prop_assert_eq!(sum(&amounts), before);
    }

    #[test]
    fn divided_parts_sum_to_the_whole(whole in any::<u64>(), weights in prop::collection::vec(any::<u64>(), 1..12)) {
        let parts = largest_remainder(whole, &weights);
        prop_assert_eq!(parts.len(), weights.len());
        let sum: u128 = parts.iter().map(|part| u128::from(*part)).sum();
        let expected = if weights.iter().all(|weight| *weight == 0) { 0 } else { u128::from(whole) };
        prop_assert_eq!(sum, expected);
    }

    #[test]
    fn divided_parts_are_fair(whole in 0_u64..1_000_000, weights in prop::collection::vec(0_u64..1_000_000, 1..12)) {
        let total: u64 = weights.iter().sum();
        prop_assume!(total > 0);
        let parts = largest_remainder(whole, &weights);
        for (part, weight) in parts.iter().zip(&weights) {
            let exact = whole * weight / total;
            prop_assert!((exact..=exact + 1).contains(part));
            prop_assert!(*weight > 0 || *part == 0);
        }
        for (first, weight) in weights.iter().enumerate() {
            for (second, other) in weights.iter().enumerate() {
                prop_assert!(weight <= other || parts[first] >= parts[second]);
            }
        }
    }
}
