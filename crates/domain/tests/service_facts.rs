//! What of a service is read, and what cannot be of one.

use calendar::{Offices, Remedy};
use domain::appeal_right::AppealRight;
use domain::organisation::OrganisationKind;
use domain::service::{NoPeriod, ServiceDraft, ServiceFacts, ServiceLimits, ServiceMeans};
use time::macros::date;

fn limits(kind: OrganisationKind) -> ServiceLimits {
    ServiceLimits {
        kind,
        decided_on: Some(date!(2023 - 08 - 01)),
        today: date!(2023 - 09 - 20),
    }
}

fn typed(means: &str, event_on: &str) -> ServiceDraft {
    ServiceDraft {
        means: means.to_owned(),
        event_on: event_on.to_owned(),
        ..ServiceDraft::default()
    }
}

#[test]
fn a_service_is_read_with_what_its_means_asks_for() {
    let private = limits(OrganisationKind::Private);
    let read = |draft: &ServiceDraft| draft.read(&private).expect("it is read");
    let offices = Offices::kajaani();
    let last_day = |facts: &ServiceFacts| {
        let period = facts.period(AppealRight::By(Remedy::Rectification), &offices);
        period.map(|period| period.last_day)
    };
    assert_eq!(
        last_day(&read(&typed("letter", "9.8.2023"))),
        Ok(date!(2023 - 08 - 30))
    );
    let missing = Err(NoPeriod::EventDayMissing(ServiceMeans::Letter));
    assert_eq!(last_day(&read(&typed("letter", ""))), missing);

    let mut message = typed("e-message", "18.8.2023");
    assert_eq!(last_day(&read(&message)), Err(NoPeriod::ConsentMissing));
    message.consent = "Hakemus".to_owned();
    assert_eq!(last_day(&read(&message)), Ok(date!(2023 - 09 - 04)));

    let mut late = typed("letter", "9.8.2023");
    late.shown_receipt = "21.8.2023".to_owned();
    assert_eq!(last_day(&read(&late)), Ok(date!(2023 - 09 - 04)), "HL 59 §");

    let mut anew = typed("letter", "9.8.2023");
    anew.new_means = "letter".to_owned();
    anew.new_on = "1.9.2023".to_owned();
    assert_eq!(last_day(&read(&anew)), Ok(date!(2023 - 09 - 22)), "HL 49 §");

    let authority = limits(OrganisationKind::Municipality);
    let arrived = typed("letter-to-authority", "14.8.2023").read(&authority);
    assert_eq!(
        last_day(&arrived.expect("it is read")),
        Ok(date!(2023 - 08 - 28))
    );
}

#[test]
fn what_cannot_be_of_a_service_is_found_at_its_field() {
    let private = limits(OrganisationKind::Private);
    let found = |draft: ServiceDraft, limits: &ServiceLimits| {
        let findings = draft.read(limits).expect_err("it is refused");
        let found = findings
            .into_iter()
            .map(|one| format!("{} {}", one.place, one.code.code()));
        found.collect::<Vec<String>>()
    };
    let with = |change: fn(&mut ServiceDraft)| {
        let mut draft = typed("letter", "9.8.2023");
        change(&mut draft);
        draft
    };
    for (draft, finding) in [
        (typed("", "9.8.2023"), "means means_missing"),
        (typed("pigeon", "9.8.2023"), "means means_missing"),
        (
            typed("letter-to-authority", "9.8.2023"),
            "means means_not_for_recipient",
        ),
        (typed("letter", "31.2.2023"), "event_on not_a_date"),
        (typed("letter", "21.9.2023"), "event_on day_in_future"),
        (typed("letter", "31.7.2023"), "event_on day_before_decision"),
        (with(|d| d.event_at = "25.00".into()), "event_at not_a_time"),
        // Knowledge is deemed given on 16.8.: an earlier receipt changes nothing.
        (
            with(|d| d.shown_receipt = "10.8.2023".into()),
            "shown_receipt receipt_not_later",
        ),
        (
            with(|d| d.shown_receipt = "16.8.2023".into()),
            "shown_receipt receipt_not_later",
        ),
        (
            with(|d| d.new_on = "1.9.2023".into()),
            "new_means means_missing",
        ),
        (with(|d| d.new_means = "letter".into()), "new_on missing"),
    ] {
        assert_eq!(found(draft, &private), [finding]);
    }
    let authority = limits(OrganisationKind::Authority);
    assert_eq!(
        found(typed("letter", "9.8.2023"), &authority),
        ["means means_not_for_recipient"]
    );
}
