-- Who signs in.

create table account (
    id uuid not null primary key,
    version bigint not null,
    -- In lower case, so that two spellings are one account on both databases.
    email text not null
        constraint account_email_unique unique,
    name text not null,
    -- The office of today, which is what the public sees of an official; `account_office` has every
    -- one.
    office text not null,
    role text not null,
    -- The series in which a decision maker signs.
    signs_in text
        constraint account_signs_in_known references section_series (slug),
    -- A PHC string: it carries its own algorithm, cost and salt.
    password_hash text not null,
    -- Somebody else knows the password: it only serves to choose another one.
    must_change_password boolean not null,
    -- Until when it serves for that, by the system's clock; null of one that is not to be changed,
    -- and of an account for a machine.
    one_time_until timestamptz,
    -- Disabled, never deleted: what the account did refers to it.
    disabled boolean not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    created_at timestamptz not null
);

-- The offices of an account over time.
create table account_office (
    account uuid not null
        constraint account_office_account_known references account (id),
    -- From 1, the oldest office first.
    ordinal bigint not null,
    -- The first day of the office. The first one has none: it reaches back without limit.
    since date,
    name text not null,
    primary key (account, ordinal),
    constraint account_office_since_follows check ((ordinal = 1) = (since is null))
);

create table session (
    -- The hash of the token: who reads this table cannot sign in with it.
    token_hash bytea not null primary key
        constraint session_token_hash_length check (length(token_hash) = 32),
    -- By which pages name it: they must not show the hash.
    id uuid not null
        constraint session_id_unique unique,
    account uuid not null
        constraint session_account_known references account (id),
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    -- The absolute end; the idle end follows from `last_seen_at` and a rule that may change.
    expires_at timestamptz not null
);

create index session_account on session (account);

-- Failed sign-ins since the last one that did not fail.
create table sign_in_failure (
    -- A hash of what is throttled, so that no address of a person or machine is kept.
    throttle_key bytea not null primary key
        constraint sign_in_failure_throttle_key_length check (length(throttle_key) = 32),
    failures bigint not null
        constraint sign_in_failure_failures_positive check (failures > 0),
    last_at timestamptz not null
);
