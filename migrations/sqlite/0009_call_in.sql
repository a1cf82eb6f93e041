-- The call-in right (otto-oikeus, kuntalaki 92 §): which officers' decisions a meeting left as
-- they are.

create table call_in (
    id blob not null primary key
        constraint call_in_id_form check (length(id) = 16),
    -- The day of the meeting and its section, e.g. `§ 160`.
    held_on text not null
        constraint call_in_held_on_form check (held_on is date(held_on)),
    section text not null,
    recorded_at text not null
        constraint call_in_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    recorded_by blob not null
        constraint call_in_recorded_by_form check (length(recorded_by) = 16)
        constraint call_in_recorded_by_known references account (id),
    office text not null,
    -- The change that added it: the order of lists.
    added_number integer not null
) strict;

-- A decision is left as it is once.
create table call_in_decision (
    decision blob not null primary key
        constraint call_in_decision_decision_form check (length(decision) = 16)
        constraint call_in_decision_decision_known references decision (id),
    call_in blob not null
        constraint call_in_decision_call_in_form check (length(call_in) = 16)
        constraint call_in_decision_call_in_known references call_in (id)
) strict;

create index call_in_decision_call_in on call_in_decision (call_in);
