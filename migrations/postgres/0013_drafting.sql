-- By which authority is decided, and what is kept beside drafts while they are written.

-- A delegation of authority: who may decide what, and up to how much.
create table delegation (
    id uuid not null primary key,
    -- Raised with each change; a change made on an older version is refused.
    version bigint not null,
    series text not null
        constraint delegation_series_known references section_series (slug),
    -- The section of the administrative rules, as decisions cite it.
    provision text not null,
    -- The decision that delegated further: all four columns, or none.
    body text,
    decided_on date,
    section bigint
        constraint delegation_section_positive check (section > 0),
    section_year bigint,
    -- Null where there is no limit.
    limit_cents bigint
        constraint delegation_limit_cents_positive check (limit_cents > 0),
    -- Codes of the kinds of decisions it is for, with spaces between.
    kinds text not null
        constraint delegation_kinds_named check (length(kinds) > 0),
    valid_from date not null,
    -- Null until it is known.
    valid_to date,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint delegation_decision_whole check (
        (body is null) = (decided_on is null)
        and (body is null) = (section is null)
        and (body is null) = (section_year is null)
    ),
    constraint delegation_validity_rises check (valid_to is null or valid_from <= valid_to)
);

-- What an official typed into a draft and did not save. Never the draft itself: it has no version
-- of its own and no event, and goes when its official saves, sends or discards.
create table autosave (
    account uuid not null
        constraint autosave_account_known references account (id),
    decision uuid not null
        constraint autosave_decision_known references decision (id),
    -- The version of the draft that was on the screen: saving over a newer one is refused.
    version bigint not null,
    -- The draft as typed, in JSON.
    draft text not null,
    saved_at timestamptz not null,
    primary key (account, decision)
);

-- Who has a draft open. A hint and no lock: what is saved over a newer version is refused anyway.
create table presence (
    account uuid not null
        constraint presence_account_known references account (id),
    decision uuid not null
        constraint presence_decision_known references decision (id),
    since timestamptz not null,
    seen_at timestamptz not null,
    primary key (account, decision)
);

-- Who else has it open is asked with each opening of a form.
create index presence_decision on presence (decision);
-- Both go with the decision once it is frozen.
create index autosave_decision on autosave (decision);
