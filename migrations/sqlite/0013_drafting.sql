-- By which authority is decided, and what is kept beside drafts while they are written.

-- A delegation of authority: who may decide what, and up to how much.
create table delegation (
    id blob not null primary key
        constraint delegation_id_form check (length(id) = 16),
    -- Raised with each change; a change made on an older version is refused.
    version integer not null,
    series text not null
        constraint delegation_series_known references section_series (slug),
    -- The section of the administrative rules, as decisions cite it.
    provision text not null,
    -- The decision that delegated further: all four columns, or none.
    body text,
    decided_on text
        constraint delegation_decided_on_form check (decided_on is date(decided_on)),
    section integer
        constraint delegation_section_positive check (section > 0),
    section_year integer,
    -- Null where there is no limit.
    limit_cents integer
        constraint delegation_limit_cents_positive check (limit_cents > 0),
    -- Codes of the kinds of decisions it is for, with spaces between.
    kinds text not null
        constraint delegation_kinds_named check (length(kinds) > 0),
    valid_from text not null
        constraint delegation_valid_from_form check (valid_from is date(valid_from)),
    -- Null until it is known.
    valid_to text
        constraint delegation_valid_to_form check (valid_to is date(valid_to)),
    -- The change that added it: the order of lists.
    added_number integer not null,
    constraint delegation_decision_whole check (
        (body is null) = (decided_on is null)
        and (body is null) = (section is null)
        and (body is null) = (section_year is null)
    ),
    constraint delegation_validity_rises check (valid_to is null or valid_from <= valid_to)
) strict;

-- What an official typed into a draft and did not save. Never the draft itself: it has no version
-- of its own and no event, and goes when its official saves, sends or discards.
create table autosave (
    account blob not null
        constraint autosave_account_form check (length(account) = 16)
        constraint autosave_account_known references account (id),
    decision blob not null
        constraint autosave_decision_form check (length(decision) = 16)
        constraint autosave_decision_known references decision (id),
    -- The version of the draft that was on the screen: saving over a newer one is refused.
    version integer not null,
    -- The draft as typed, in JSON.
    draft text not null,
    saved_at text not null
        constraint autosave_saved_at_form check (saved_at is strftime('%Y-%m-%dT%H:%M:%SZ', saved_at)),
    primary key (account, decision)
) strict;

-- Who has a draft open. A hint and no lock: what is saved over a newer version is refused anyway.
create table presence (
    account blob not null
        constraint presence_account_form check (length(account) = 16)
        constraint presence_account_known references account (id),
    decision blob not null
        constraint presence_decision_form check (length(decision) = 16)
        constraint presence_decision_known references decision (id),
    since text not null
        constraint presence_since_form check (since is strftime('%Y-%m-%dT%H:%M:%SZ', since)),
    seen_at text not null
        constraint presence_seen_at_form check (seen_at is strftime('%Y-%m-%dT%H:%M:%SZ', seen_at)),
    primary key (account, decision)
) strict;

-- Who else has it open is asked with each opening of a form.
create index presence_decision on presence (decision);
-- Both go with the decision once it is frozen.
create index autosave_decision on autosave (decision);
