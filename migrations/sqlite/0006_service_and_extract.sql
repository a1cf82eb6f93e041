-- How and when each party got a decision (tiedoksianto), and what was handed over.

create table service (
    id blob not null primary key
        constraint service_id_form check (length(id) = 16),
    version integer not null,
    decision blob not null
        constraint service_decision_form check (length(decision) = 16)
        constraint service_decision_known references decision (id),
    recipient blob not null
        constraint service_recipient_form check (length(recipient) = 16)
        constraint service_recipient_known references organisation (id),
    means text not null,
    -- The day the means counts from. Null until it is recorded: then the party's period is not
    -- computable, and nobody guesses it.
    event_on text
        constraint service_event_on_form check (event_on is date(event_on)),
    -- The time of that day, where it was noted.
    event_at text
        constraint service_event_at_form check (event_at glob '[0-2][0-9]:[0-5][0-9]:[0-5][0-9].0'),
    -- Where the party consented to electronic service (13/2003 19 §); empty where nothing is known.
    consent text not null,
    -- What the certificate or the list of posted letters is found by, or empty.
    proof text not null,
    -- The day of a proven later receipt (hallintolaki 59 §).
    shown_receipt text
        constraint service_shown_receipt_form check (shown_receipt is date(shown_receipt)),
    -- New instructions, from whose service the period runs (hallintolaki 49 §).
    new_means text,
    new_on text
        constraint service_new_on_form check (new_on is date(new_on)),
    -- The office that recorded it last: the account may change its office, the record does not.
    recorded_by text,
    -- The party's period, as in `decision`; null where it is not computable.
    period_remedy text,
    period_means text,
    period_event_date text
        constraint service_period_event_date_form check (period_event_date is date(period_event_date)),
    period_knowledge_date text
        constraint service_period_knowledge_date_form check (period_knowledge_date is date(period_knowledge_date)),
    period_nominal_last_day text
        constraint service_period_nominal_last_day_form check (period_nominal_last_day is date(period_nominal_last_day)),
    period_last_day text
        constraint service_period_last_day_form check (period_last_day is date(period_last_day)),
    period_closes_at text
        constraint service_period_closes_at_form check (period_closes_at glob '[0-2][0-9]:[0-5][0-9]:[0-5][0-9].0'),
    period_rule_set integer,
    -- The change that added it: the order of lists.
    added_number integer not null,
    changed_at text not null
        constraint service_changed_at_form check (changed_at is strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
    -- A party is served once with a decision; how and when may be corrected.
    constraint service_recipient_unique unique (decision, recipient),
    constraint service_new_whole check ((new_means is null) = (new_on is null)),
    constraint service_event_at_dated check (event_at is null or event_on is not null),
    constraint service_period_whole check (
        (period_last_day is null) = (period_remedy is null)
        and (period_last_day is null) = (period_means is null)
        and (period_last_day is null) = (period_event_date is null)
        and (period_last_day is null) = (period_knowledge_date is null)
        and (period_last_day is null) = (period_nominal_last_day is null)
        and (period_last_day is null) = (period_rule_set is null)
        and (period_closes_at is null or period_last_day is not null)
    )
) strict;

create index service_without_period on service (added_number) where period_last_day is null;

-- An extract (ote) that an official certified for one recipient.
create table extract (
    id blob not null primary key
        constraint extract_id_form check (length(id) = 16),
    decision blob not null
        constraint extract_decision_form check (length(decision) = 16)
        constraint extract_decision_known references decision (id),
    service blob not null
        constraint extract_service_form check (length(service) = 16)
        constraint extract_service_known references service (id),
    certified_by blob not null
        constraint extract_certified_by_form check (length(certified_by) = 16)
        constraint extract_certified_by_known references account (id),
    -- Office and place as they are printed on it.
    office text not null,
    place text not null,
    certified_at text not null
        constraint extract_certified_at_form check (certified_at is strftime('%Y-%m-%dT%H:%M:%SZ', certified_at)),
    -- What a printed extract is found by again.
    code text not null
        constraint extract_code_unique unique,
    -- Everything that is printed, in JSON: printed again it is the same, whatever became of the
    -- facts since.
    document text not null,
    -- Why the recipient is entitled to the secret parts (julkisuuslaki 11-12 §), where it has them;
    -- null where they are left out.
    entitled_by text,
    -- The change that added it: the order of lists.
    added_number integer not null
) strict;

create index extract_decision on extract (decision);
create index extract_added_number on extract (added_number);

-- What was handed over is not changed afterwards.
create trigger extract_no_update before update on extract
begin
    select raise(abort, 'a certified extract is frozen');
end;
