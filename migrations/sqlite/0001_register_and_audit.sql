-- The register itself, and the log of everything that happens in it.

-- Whose register this is. One row, because one city is one database.
create table register (
    id integer not null primary key
        constraint register_id_single check (id = 1),
    -- Names and addresses of the city, as JSON: pages show them, no question asks about them.
    city text not null,
    -- The example register's passwords are public; it must never pass for a real one.
    example integer not null
        constraint register_example_form check (example in (0, 1)),
    created_at text not null
        constraint register_created_at_form check (created_at is strftime('%Y-%m-%dT%H:%M:%SZ', created_at))
) strict;

-- The end of the audit chain and the counters of the register. One row, there from the first
-- day: on PostgreSQL every transaction that writes locks it first, so writes are serial.
create table audit_head (
    id integer not null primary key
        constraint audit_head_id_single check (id = 1),
    -- Number and hash of the last event; 0 and zeros before the first.
    seq integer not null,
    hash blob not null
        constraint audit_head_hash_length check (length(hash) = 32),
    -- Rises with every change that a page could show: the version of the data.
    change_number integer not null,
    -- Rises with every publication: the order of lists and feeds. Identities say nothing of order.
    publication_number integer not null
) strict;

insert into audit_head (id, seq, hash, change_number, publication_number)
values (1, 0, zeroblob(32), 0, 0);

-- What happened, each event chained to the one before it by its hash.
create table audit_event (
    seq integer not null primary key,
    happened_at text not null
        constraint audit_event_happened_at_form check (happened_at is strftime('%Y-%m-%dT%H:%M:%SZ', happened_at)),
    -- `user`, `operator` (command line) or `system`.
    actor_kind text not null,
    -- No foreign key and a copy of name and role: the log outlives the account, and says what
    -- they were at that moment.
    actor_id blob
        constraint audit_event_actor_id_form check (length(actor_id) = 16),
    actor_name text,
    actor_role text,
    event text not null,
    subject_kind text not null,
    -- An identity or a slug, whichever the kind of subject is known by.
    subject_id text not null,
    payload_hash blob not null
        constraint audit_event_payload_hash_length check (length(payload_hash) = 32),
    previous_hash blob not null
        constraint audit_event_previous_hash_length check (length(previous_hash) = 32),
    hash blob not null
        constraint audit_event_hash_length check (length(hash) = 32),
    constraint audit_event_seq_positive check (seq > 0),
    constraint audit_event_actor_whole check (
        (actor_kind = 'user') = (actor_id is not null)
        and (actor_kind = 'user') = (actor_role is not null)
        and (actor_kind = 'system') = (actor_name is null)
    )
) strict;

-- What an event was about in full. Apart from the chain, which holds only its salted hash, so
-- that it can be disposed of lawfully without breaking the chain.
create table audit_payload (
    seq integer not null primary key
        constraint audit_payload_seq_known references audit_event (seq),
    -- Keeps a short payload from being guessed from its hash; goes with the payload.
    salt blob not null
        constraint audit_payload_salt_length check (length(salt) = 32),
    payload text not null
) strict;

create trigger audit_event_no_update before update on audit_event
begin
    select raise(abort, 'the audit log is only added to');
end;

create trigger audit_event_no_delete before delete on audit_event
begin
    select raise(abort, 'the audit log is only added to');
end;

create trigger audit_payload_no_update before update on audit_payload
begin
    select raise(abort, 'a payload of the audit log is kept or disposed of, never changed');
end;
