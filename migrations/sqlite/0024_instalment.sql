-- When which part of a commitment falls due (maksuerä), and how far it is: entries that are only added
-- to. A payment of one names it in `commitment_entry`.

create table instalment_entry (
    id blob not null primary key
        constraint instalment_entry_id_form check (length(id) = 16),
    decision blob not null
        constraint instalment_entry_decision_form check (length(decision) = 16),
    line integer not null,
    -- From 1, in the order of recording.
    number integer not null,
    -- `planned`, `moved`, `requested`, `accepted`, `returned`, `withdrawn`, `final_report` or
    -- `final_report_undone`.
    kind text not null,
    -- The number of the instalment, from 1 in its commitment; null of the final report, as the three
    -- columns after it.
    instalment integer,
    -- How the entry leaves its instalment. So the last entry of one says how it is.
    due_on text
        constraint instalment_entry_due_on_form check (due_on is date(due_on)),
    amount_cents integer,
    stage text,
    -- Whether it is the last one; null of every entry but the first of an instalment.
    is_last integer
        constraint instalment_entry_is_last_form check (is_last in (0, 1)),
    -- The day of a request, an acceptance or the final report.
    happened_on text
        constraint instalment_entry_happened_on_form check (happened_on is date(happened_on)),
    -- Why, what a document is found by, or what the instalment needs.
    words text not null,
    recorded_at text not null
        constraint instalment_entry_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that recorded it, as it was called.
    office text not null,
    constraint instalment_entry_commitment_known foreign key (decision, line) references commitment (decision, line),
    constraint instalment_entry_number_unique unique (decision, line, number),
    constraint instalment_entry_planned check ((kind = 'planned') = (is_last is not null)),
    constraint instalment_entry_whole check (
        (instalment is null) = (due_on is null)
        and (instalment is null) = (amount_cents is null)
        and (instalment is null) = (stage is null)
    )
) strict;

create index instalment_entry_instalment on instalment_entry (decision, line, instalment, number);
-- What falls due is asked for by day.
create index instalment_entry_due on instalment_entry (due_on)
    where stage in ('planned', 'requested', 'accepted');

create trigger instalment_entry_no_update before update on instalment_entry
begin
    select raise(abort, 'entries about instalments are only added to');
end;

create trigger instalment_entry_no_delete before delete on instalment_entry
begin
    select raise(abort, 'entries about instalments are only added to');
end;
