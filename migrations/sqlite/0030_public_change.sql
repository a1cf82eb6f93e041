-- When something public changed last, as everybody may know it. A copy that was taken before is
-- brought up to date by it. It moves only with what everybody can see: a claim or a party's service
-- changes a decision, but nothing here.

create table public_change (
    -- `decision` or `project`.
    kind text not null,
    subject blob not null
        constraint public_change_subject_form check (length(subject) = 16),
    -- The order of changes, over both kinds.
    number integer not null
        constraint public_change_number_unique unique,
    changed_at text not null
        constraint public_change_changed_at_form check (changed_at is strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
    -- SHA-256 of what the public sees of it, without what time alone changes.
    content blob not null
        constraint public_change_content_length check (length(content) = 32),
    primary key (kind, subject)
) strict;

create index public_change_at on public_change (changed_at, number);
create index public_change_kind on public_change (kind, number);

-- The form of what all of it was made from, 0 before the first.
create table public_change_state (
    id integer not null primary key
        constraint public_change_state_single check (id = 1),
    form integer not null
) strict;

insert into public_change_state (id, form) values (1, 0);
