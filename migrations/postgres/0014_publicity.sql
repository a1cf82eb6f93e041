-- What the public sees and for how long: attachments, stubs in the place of decisions, and the end
-- of personal data in public.

-- The bytes of files, by their SHA-256: the same bytes are kept once. Who may see them, and as what
-- kind of file, is said where they are attached.
create table file (
    sha256 bytea not null primary key
        constraint file_sha256_length check (length(sha256) = 32),
    size bigint not null
        constraint file_size_positive check (size > 0),
    -- The change that added it: the order of lists.
    added_number bigint not null,
    -- When the bytes were disposed of lawfully. That they were there stays known.
    disposed_at timestamptz,
    -- Last, so that the other columns are read without it.
    bytes bytea,
    constraint file_bytes_whole check (
        (bytes is null) = (disposed_at is not null)
        and (bytes is null or length(bytes) = size)
    )
);

-- Not compressed, so that a part is read without the rest.
alter table file alter column bytes set storage external;

-- The attachments of decisions while they are drafted. A signed decision's content holds the list
-- for good; these rows then say which files it needs.
create table attachment (
    id uuid not null primary key,
    decision uuid not null
        constraint attachment_decision_known references decision (id),
    -- The order within the decision; gaps mean nothing.
    place bigint not null,
    title text not null,
    file_name text not null,
    media_type text not null,
    -- `public`, `personal` or `secret`, with the provision that makes it so.
    class text not null,
    ground text,
    file bytea not null
        constraint attachment_file_known references file (sha256),
    constraint attachment_place_unique unique (decision, place),
    constraint attachment_ground_secret check ((class = 'secret') = (ground is not null))
);

create index attachment_file on attachment (file);

-- A trigger's condition cannot ask another table here, so the function does.
create function attachment_is_frozen() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' and exists (select 1 from decision d
                                      where d.id = old.decision and d.content is not null)
    or tg_op <> 'DELETE' and exists (select 1 from decision d
                                      where d.id = new.decision and d.content is not null) then
        raise exception 'the attachments of a signed decision are frozen';
    end if;
    if tg_op = 'DELETE' then
        return old;
    end if;
    return new;
end
$$;

create trigger attachment_no_insert before insert on attachment
    for each row execute function attachment_is_frozen();

create trigger attachment_no_update before update on attachment
    for each row execute function attachment_is_frozen();

create trigger attachment_no_delete before delete on attachment
    for each row execute function attachment_is_frozen();

create trigger file_frozen before update on file
    for each row when (
        new.sha256 is distinct from old.sha256
        or new.size is distinct from old.size
        or old.bytes is null
        or new.bytes is not null
    )
    execute function refuse('a file is kept or disposed of, never changed');

-- What stands publicly in the place of a decision: it was withdrawn from the public network as a
-- whole, or is wholly secret (kuntalaki 140.1 §). Officials go on seeing the decision.
create table stub (
    id uuid not null primary key,
    decision uuid not null
        constraint stub_decision_known references decision (id),
    -- `withdrawn` or `secret`.
    kind text not null,
    -- The public reason; of a secret one the provision.
    reason text not null,
    -- Whether the title goes too.
    hides_title boolean not null,
    made_at timestamptz not null,
    made_by uuid not null
        constraint stub_made_by_known references account (id),
    office text not null,
    -- When and why the decision was published again; the stub stays in the register.
    ended_at timestamptz,
    end_reason text,
    -- The change that added it: the order of stubs.
    added_number bigint not null,
    constraint stub_ended_whole check ((ended_at is null) = (end_reason is null))
);

-- At most one stub of a decision holds. Public lists leave out what it names.
create unique index stub_holds on stub (decision) where ended_at is null;
create index stub_decision on stub (decision);

create trigger stub_frozen before update on stub
    for each row when (
        old.ended_at is not null
        or new.decision is distinct from old.decision
        or new.kind is distinct from old.kind
        or new.reason is distinct from old.reason
        or new.hides_title is distinct from old.hides_title
        or new.made_at is distinct from old.made_at
        or new.made_by is distinct from old.made_by
        or new.office is distinct from old.office
    )
    execute function refuse('what stands in the place of a decision is frozen');

-- Decisions whose personal data has left the public: written behind the rule, which needs no row.
create table personal_end (
    decision uuid not null primary key
        constraint personal_end_decision_known references decision (id),
    recorded_at timestamptz not null
);
