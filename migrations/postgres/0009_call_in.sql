-- The call-in right (otto-oikeus, kuntalaki 92 §): which officers' decisions a meeting left as
-- they are.

create table call_in (
    id uuid not null primary key,
    -- The day of the meeting and its section, e.g. `§ 160`.
    held_on date not null,
    section text not null,
    recorded_at timestamptz not null,
    recorded_by uuid not null
        constraint call_in_recorded_by_known references account (id),
    office text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

-- A decision is left as it is once.
create table call_in_decision (
    decision uuid not null primary key
        constraint call_in_decision_decision_known references decision (id),
    call_in uuid not null
        constraint call_in_decision_call_in_known references call_in (id)
);

create index call_in_decision_call_in on call_in_decision (call_in);
