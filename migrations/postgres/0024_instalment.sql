-- When which part of a commitment falls due (maksuerä), and how far it is: entries that are only added
-- to. A payment of one names it in `commitment_entry`.

create table instalment_entry (
    id uuid not null primary key,
    decision uuid not null,
    line bigint not null,
    -- From 1, in the order of recording.
    number bigint not null,
    -- `planned`, `moved`, `requested`, `accepted`, `returned`, `withdrawn`, `final_report` or
    -- `final_report_undone`.
    kind text not null,
    -- The number of the instalment, from 1 in its commitment; null of the final report, as the three
    -- columns after it.
    instalment bigint,
    -- How the entry leaves its instalment. So the last entry of one says how it is.
    due_on date,
    amount_cents bigint,
    stage text,
    -- Whether it is the last one; null of every entry but the first of an instalment.
    is_last boolean,
    -- The day of a request, an acceptance or the final report.
    happened_on date,
    -- Why, what a document is found by, or what the instalment needs.
    words text not null,
    recorded_at timestamptz not null,
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
);

create index instalment_entry_instalment on instalment_entry (decision, line, instalment, number);
-- What falls due is asked for by day.
create index instalment_entry_due on instalment_entry (due_on)
    where stage in ('planned', 'requested', 'accepted');

create trigger instalment_entry_no_update before update on instalment_entry
    for each row execute function refuse('entries about instalments are only added to');

create trigger instalment_entry_no_delete before delete on instalment_entry
    for each row execute function refuse('entries about instalments are only added to');
