-- What is claimed for projects of the city's own (maksatushakemus), and how far each claim is: entries
-- that are only added to.

create table claim_entry (
    id uuid not null primary key,
    project uuid not null
        constraint claim_entry_project_known references project (id),
    -- From 1, in the order of recording.
    number bigint not null,
    -- What the entry says, as JSON: it is read as a whole.
    fact text not null,
    -- The number of the claim, from 1 in its project; null of the advance, as the columns after it.
    claim bigint,
    -- How the entry leaves its claim: so the last entry of one says how it is. `draft`, `sent`,
    -- `decided`, `paid` or `withdrawn`.
    stage text,
    -- The day on which the claim was sent; null while the authority does not have it.
    sent_on date,
    -- The money that is waited for.
    waiting_cents bigint,
    -- Whether it is the last claim of its project.
    is_last boolean,
    recorded_at timestamptz not null,
    -- The office that recorded it, as it was called.
    office text not null,
    constraint claim_entry_number_unique unique (project, number),
    constraint claim_entry_whole check (
        (claim is null) = (stage is null)
        and (claim is null) = (waiting_cents is null)
        and (claim is null) = (is_last is null)
        and (sent_on is null or claim is not null)
    )
);

create index claim_entry_claim on claim_entry (project, claim, number);
-- What is waited for is asked for over all projects.
create index claim_entry_waiting on claim_entry (sent_on)
    where stage in ('sent', 'decided');

create trigger claim_entry_no_update before update on claim_entry
    for each row execute function refuse('entries about payment claims are only added to');

create trigger claim_entry_no_delete before delete on claim_entry
    for each row execute function refuse('entries about payment claims are only added to');
