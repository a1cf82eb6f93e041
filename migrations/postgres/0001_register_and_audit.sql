-- The register itself, and the log of everything that happens in it.

-- Whose register this is. One row, because one city is one database.
create table register (
    id bigint not null primary key
        constraint register_id_single check (id = 1),
    -- Names and addresses of the city, as JSON: pages show them, no question asks about them.
    city text not null,
    -- The example register's passwords are public; it must never pass for a real one.
    example boolean not null,
    created_at timestamptz not null
);

-- The end of the audit chain and the counters of the register. One row, there from the first
-- day: on PostgreSQL every transaction that writes locks it first, so writes are serial.
create table audit_head (
    id bigint not null primary key
        constraint audit_head_id_single check (id = 1),
    -- Number and hash of the last event; 0 and zeros before the first.
    seq bigint not null,
    hash bytea not null
        constraint audit_head_hash_length check (length(hash) = 32),
    -- Rises with every change that a page could show: the version of the data.
    change_number bigint not null,
    -- Rises with every publication: the order of lists and feeds. Identities say nothing of order.
    publication_number bigint not null
);

insert into audit_head (id, seq, hash, change_number, publication_number)
values (1, 0, decode(repeat('00', 32), 'hex'), 0, 0);

-- What happened, each event chained to the one before it by its hash.
create table audit_event (
    seq bigint not null primary key,
    happened_at timestamptz not null,
    -- `user`, `operator` (command line) or `system`.
    actor_kind text not null,
    -- No foreign key and a copy of name and role: the log outlives the account, and says what
    -- they were at that moment.
    actor_id uuid,
    actor_name text,
    actor_role text,
    event text not null,
    subject_kind text not null,
    -- An identity or a slug, whichever the kind of subject is known by.
    subject_id text not null,
    payload_hash bytea not null
        constraint audit_event_payload_hash_length check (length(payload_hash) = 32),
    previous_hash bytea not null
        constraint audit_event_previous_hash_length check (length(previous_hash) = 32),
    hash bytea not null
        constraint audit_event_hash_length check (length(hash) = 32),
    constraint audit_event_seq_positive check (seq > 0),
    constraint audit_event_actor_whole check (
        (actor_kind = 'user') = (actor_id is not null)
        and (actor_kind = 'user') = (actor_role is not null)
        and (actor_kind = 'system') = (actor_name is null)
    )
);

-- What an event was about in full. Apart from the chain, which holds only its salted hash, so
-- that it can be disposed of lawfully without breaking the chain.
create table audit_payload (
    seq bigint not null primary key
        constraint audit_payload_seq_known references audit_event (seq),
    -- Keeps a short payload from being guessed from its hash; goes with the payload.
    salt bytea not null
        constraint audit_payload_salt_length check (length(salt) = 32),
    payload text not null
);

-- Refuses whatever its trigger fires on, with the sentence the trigger gives.
create function refuse() returns trigger language plpgsql as $$
begin
    raise exception '%', tg_argv[0];
end;
$$;

create trigger audit_event_no_update before update on audit_event
    for each row execute function refuse('the audit log is only added to');

create trigger audit_event_no_delete before delete on audit_event
    for each row execute function refuse('the audit log is only added to');

create trigger audit_payload_no_update before update on audit_payload
    for each row execute function refuse('a payload of the audit log is kept or disposed of, never changed');

-- Row triggers do not see a truncate; SQLite has none.
create trigger audit_event_no_truncate before truncate on audit_event
    for each statement execute function refuse('the audit log is only added to');
