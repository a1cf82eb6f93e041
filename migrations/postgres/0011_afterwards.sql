-- What becomes of a frozen decision afterwards: corrections of typing errors, and later decisions
-- that change it.

-- A correction (hallintolaki 51-52 §). The decision's own row keeps what was signed; each
-- correction keeps what the decision says since, so that no old text is lost.
create table correction (
    decision uuid not null
        constraint correction_decision_known references decision (id),
    -- From 1, without gaps.
    number bigint not null
        constraint correction_number_positive check (number > 0),
    corrected_at timestamptz not null,
    corrected_by uuid not null
        constraint correction_corrected_by_known references account (id),
    -- The office at that moment.
    office text not null,
    -- What was wrong, for everybody to read.
    reason text not null,
    -- Canonical JSON and seal, as in `decision`.
    content text not null,
    seal_version bigint not null,
    seal_salt bytea not null
        constraint correction_seal_salt_length check (length(seal_salt) = 32),
    seal_hash bytea not null
        constraint correction_seal_hash_length check (length(seal_hash) = 32),
    primary key (decision, number)
);

-- That a party was told of a correction (hallintolaki 52 §: the corrected copy is free).
create table correction_notice (
    decision uuid not null,
    number bigint not null,
    service uuid not null
        constraint correction_notice_service_known references service (id),
    -- The day and the means; null until it is recorded.
    told_on date,
    means text,
    recorded_by text,
    primary key (decision, number, service),
    constraint correction_notice_correction_known foreign key (decision, number)
        references correction (decision, number),
    constraint correction_notice_told_whole check (
        (told_on is null) = (means is null) and (told_on is null) = (recorded_by is null)
    )
);

create index correction_notice_waiting on correction_notice (decision) where told_on is null;

-- That a decision amends, repeals or lets lapse an earlier one: a copy of what its content says,
-- because the page of the earlier one asks for it.
create table decision_change (
    decision uuid not null
        constraint decision_change_decision_known references decision (id),
    target uuid not null
        constraint decision_change_target_known references decision (id),
    effect text not null,
    primary key (decision, target),
    constraint decision_change_target_other check (decision <> target)
);

create index decision_change_target on decision_change (target);

-- What was corrected or changed stays as it was written.
create trigger correction_no_update before update on correction
    for each row execute function refuse('a correction is frozen');

create trigger correction_no_delete before delete on correction
    for each row execute function refuse('a correction is frozen');

create trigger decision_change_no_update before update on decision_change
    for each row execute function refuse('what a signed decision changes is frozen');

create trigger decision_change_no_delete before delete on decision_change
    for each row execute function refuse('what a signed decision changes is frozen');

-- Only a correction gives a frozen decision another title.
create function refuse_title() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from correction c
                    where c.decision = old.id
                      and c.content::json ->> 'title' = new.title) then
        raise exception 'the title of a signed decision is frozen';
    end if;
    return new;
end;
$$;

create trigger decision_title_frozen before update of title on decision
    for each row when (old.content is not null and new.title is distinct from old.title)
    execute function refuse_title();
