-- When something public changed last, as everybody may know it. A copy that was taken before is
-- brought up to date by it. It moves only with what everybody can see: a claim or a party's service
-- changes a decision, but nothing here.

create table public_change (
    -- `decision` or `project`.
    kind text not null,
    subject uuid not null,
    -- The order of changes, over both kinds.
    number bigint not null
        constraint public_change_number_unique unique,
    changed_at timestamptz not null,
    -- SHA-256 of what the public sees of it, without what time alone changes.
    content bytea not null
        constraint public_change_content_length check (length(content) = 32),
    primary key (kind, subject)
);

create index public_change_at on public_change (changed_at, number);
create index public_change_kind on public_change (kind, number);

-- The form of what all of it was made from, 0 before the first.
create table public_change_state (
    id bigint not null primary key
        constraint public_change_state_single check (id = 1),
    form bigint not null
);

insert into public_change_state (id, form) values (1, 0);
