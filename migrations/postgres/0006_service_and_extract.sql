-- How and when each party got a decision (tiedoksianto), and what was handed over.

create table service (
    id uuid not null primary key,
    version bigint not null,
    decision uuid not null
        constraint service_decision_known references decision (id),
    recipient uuid not null
        constraint service_recipient_known references organisation (id),
    means text not null,
    -- The day the means counts from. Null until it is recorded: then the party's period is not
    -- computable, and nobody guesses it.
    event_on date,
    -- The time of that day, where it was noted.
    event_at time,
    -- Where the party consented to electronic service (13/2003 19 §); empty where nothing is known.
    consent text not null,
    -- What the certificate or the list of posted letters is found by, or empty.
    proof text not null,
    -- The day of a proven later receipt (hallintolaki 59 §).
    shown_receipt date,
    -- New instructions, from whose service the period runs (hallintolaki 49 §).
    new_means text,
    new_on date,
    -- The office that recorded it last: the account may change its office, the record does not.
    recorded_by text,
    -- The party's period, as in `decision`; null where it is not computable.
    period_remedy text,
    period_means text,
    period_event_date date,
    period_knowledge_date date,
    period_nominal_last_day date,
    period_last_day date,
    period_closes_at time,
    period_rule_set bigint,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    changed_at timestamptz not null,
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
);

create index service_without_period on service (added_number) where period_last_day is null;

-- An extract (ote) that an official certified for one recipient.
create table extract (
    id uuid not null primary key,
    decision uuid not null
        constraint extract_decision_known references decision (id),
    service uuid not null
        constraint extract_service_known references service (id),
    certified_by uuid not null
        constraint extract_certified_by_known references account (id),
    -- Office and place as they are printed on it.
    office text not null,
    place text not null,
    certified_at timestamptz not null,
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
    added_number bigint not null
);

create index extract_decision on extract (decision);
create index extract_added_number on extract (added_number);

-- What was handed over is not changed afterwards.
create trigger extract_no_update before update on extract
    for each row execute function refuse('a certified extract is frozen');
