//! Instructions that tell another period than the law are found before anybody reads them.

use calendar::{AppealPeriod, Means, Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::instruction::{Contradiction, InstructionVersion};
use time::Date;
use time::macros::date;

fn compare(
    right: AppealRight,
    remedy: Remedy,
    means: Means,
    on: Date,
) -> Result<(), Contradiction> {
    let period = AppealPeriod::compute(remedy, means, on, &Offices::kajaani());
    let period = period.expect("these days have periods");
    InstructionVersion::CURRENT.compare(right, &period)
}

#[test]
fn the_current_wording_tells_what_the_law_gives_members() {
    for remedy in [
        Remedy::Rectification,
        Remedy::MunicipalAppeal,
        Remedy::AdministrativeAppeal,
    ] {
        for on in [
            date!(2017 - 05 - 31),
            date!(2017 - 06 - 01),
            date!(2026 - 11 - 25),
        ] {
            let right = AppealRight::By(remedy);
            assert_eq!(compare(right, remedy, Means::PublishedMinutes, on), Ok(()));
        }
    }
}

#[test]
fn another_remedy_length_or_presumption_is_a_contradiction() {
    let on = date!(2023 - 08 - 18);
    let claim = AppealRight::By(Remedy::Rectification);
    for (right, remedy, means, found) in [
        (
            claim,
            Remedy::MunicipalAppeal,
            Means::PublishedMinutes,
            Contradiction::Remedy,
        ),
        (
            AppealRight::PreparationOrImplementation,
            Remedy::Rectification,
            Means::PublishedMinutes,
            Contradiction::Remedy,
        ),
        (
            claim,
            Remedy::Rectification,
            Means::EMessage,
            Contradiction::Knowledge,
        ),
    ] {
        assert_eq!(compare(right, remedy, means, on), Err(found));
    }
}

#[test]
fn another_length_is_a_contradiction() {
    let on = date!(2023 - 08 - 18);
    let members = Means::PublishedMinutes;
    let appeal = AppealPeriod::compute(Remedy::MunicipalAppeal, members, on, &Offices::kajaani());
    // As if an amended act gave a claim thirty days.
    let mut longer = appeal.expect("the day has a period");
    longer.remedy = Remedy::Rectification;
    let claim = AppealRight::By(Remedy::Rectification);
    let compared = InstructionVersion::CURRENT.compare(claim, &longer);
    assert_eq!(compared, Err(Contradiction::Length));
}
