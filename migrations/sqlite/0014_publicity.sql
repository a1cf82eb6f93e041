-- What the public sees and for how long: attachments, stubs in the place of decisions, and the end
-- of personal data in public.

-- The bytes of files, by their SHA-256: the same bytes are kept once. Who may see them, and as what
-- kind of file, is said where they are attached.
create table file (
    sha256 blob not null primary key
        constraint file_sha256_length check (length(sha256) = 32),
    size integer not null
        constraint file_size_positive check (size > 0),
    -- The change that added it: the order of lists.
    added_number integer not null,
    -- When the bytes were disposed of lawfully. That they were there stays known.
    disposed_at text
        constraint file_disposed_at_form check (disposed_at is strftime('%Y-%m-%dT%H:%M:%SZ', disposed_at)),
    -- Last, so that the other columns are read without it.
    bytes blob,
    constraint file_bytes_whole check (
        (bytes is null) = (disposed_at is not null)
        and (bytes is null or length(bytes) = size)
    )
) strict;

-- The attachments of decisions while they are drafted. A signed decision's content holds the list
-- for good; these rows then say which files it needs.
create table attachment (
    id blob not null primary key
        constraint attachment_id_form check (length(id) = 16),
    decision blob not null
        constraint attachment_decision_form check (length(decision) = 16)
        constraint attachment_decision_known references decision (id),
    -- The order within the decision; gaps mean nothing.
    place integer not null,
    title text not null,
    file_name text not null,
    media_type text not null,
    -- `public`, `personal` or `secret`, with the provision that makes it so.
    class text not null,
    ground text,
    file blob not null
        constraint attachment_file_known references file (sha256),
    constraint attachment_place_unique unique (decision, place),
    constraint attachment_ground_secret check ((class = 'secret') = (ground is not null))
) strict;

create index attachment_file on attachment (file);

create trigger attachment_no_insert before insert on attachment
when (select d.content from decision d where d.id = new.decision) is not null
begin
    select raise(abort, 'the attachments of a signed decision are frozen');
end;

create trigger attachment_no_update before update on attachment
when exists (select 1 from decision d
              where d.id in (old.decision, new.decision) and d.content is not null)
begin
    select raise(abort, 'the attachments of a signed decision are frozen');
end;

create trigger attachment_no_delete before delete on attachment
when (select d.content from decision d where d.id = old.decision) is not null
begin
    select raise(abort, 'the attachments of a signed decision are frozen');
end;

create trigger file_frozen before update on file
when new.sha256 is not old.sha256
    or new.size is not old.size
    or old.bytes is null
    or new.bytes is not null
begin
    select raise(abort, 'a file is kept or disposed of, never changed');
end;

-- What stands publicly in the place of a decision: it was withdrawn from the public network as a
-- whole, or is wholly secret (kuntalaki 140.1 §). Officials go on seeing the decision.
create table stub (
    id blob not null primary key
        constraint stub_id_form check (length(id) = 16),
    decision blob not null
        constraint stub_decision_form check (length(decision) = 16)
        constraint stub_decision_known references decision (id),
    -- `withdrawn` or `secret`.
    kind text not null,
    -- The public reason; of a secret one the provision.
    reason text not null,
    -- Whether the title goes too.
    hides_title integer not null
        constraint stub_hides_title_form check (hides_title in (0, 1)),
    made_at text not null
        constraint stub_made_at_form check (made_at is strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
    made_by blob not null
        constraint stub_made_by_form check (length(made_by) = 16)
        constraint stub_made_by_known references account (id),
    office text not null,
    -- When and why the decision was published again; the stub stays in the register.
    ended_at text
        constraint stub_ended_at_form check (ended_at is strftime('%Y-%m-%dT%H:%M:%SZ', ended_at)),
    end_reason text,
    -- The change that added it: the order of stubs.
    added_number integer not null,
    constraint stub_ended_whole check ((ended_at is null) = (end_reason is null))
) strict;

-- At most one stub of a decision holds. Public lists leave out what it names.
create unique index stub_holds on stub (decision) where ended_at is null;
create index stub_decision on stub (decision);

create trigger stub_frozen before update on stub
when old.ended_at is not null
    or new.decision is not old.decision
    or new.kind is not old.kind
    or new.reason is not old.reason
    or new.hides_title is not old.hides_title
    or new.made_at is not old.made_at
    or new.made_by is not old.made_by
    or new.office is not old.office
begin
    select raise(abort, 'what stands in the place of a decision is frozen');
end;

-- Decisions whose personal data has left the public: written behind the rule, which needs no row.
create table personal_end (
    decision blob not null primary key
        constraint personal_end_decision_form check (length(decision) = 16)
        constraint personal_end_decision_known references decision (id),
    recorded_at text not null
        constraint personal_end_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at))
) strict;
