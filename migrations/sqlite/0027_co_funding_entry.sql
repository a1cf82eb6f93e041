-- What the other funders of projects decided and paid, as far as the city knows it: entries that are
-- only added to.

create table co_funding_entry (
    id blob not null primary key
        constraint co_funding_entry_id_form check (length(id) = 16),
    project blob not null
        constraint co_funding_entry_project_form check (length(project) = 16)
        constraint co_funding_entry_project_known references project (id),
    -- From 1, in the order of recording.
    number integer not null,
    -- Whose money it is about.
    funder blob not null
        constraint co_funding_entry_funder_form check (length(funder) = 16)
        constraint co_funding_entry_funder_known references organisation (id),
    -- What the entry says, as JSON: it is read as a whole.
    fact text not null,
    -- How the entry leaves its funder: so the last entry of one says where it stands. What it decided
    -- to pay, 0 where it refused, and null where no decision is known.
    granted_cents integer,
    -- What it paid.
    paid_cents integer not null,
    recorded_at text not null
        constraint co_funding_entry_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that recorded it, as it was called.
    office text not null,
    constraint co_funding_entry_number_unique unique (project, number)
) strict;

-- The last entry of each funder, over all projects.
create index co_funding_entry_funder
    on co_funding_entry (project, funder, number, granted_cents, paid_cents);

create trigger co_funding_entry_no_update before update on co_funding_entry
begin
    select raise(abort, 'entries about other funders are only added to');
end;

create trigger co_funding_entry_no_delete before delete on co_funding_entry
begin
    select raise(abort, 'entries about other funders are only added to');
end;
