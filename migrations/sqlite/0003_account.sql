-- Who signs in.

create table account (
    id blob not null primary key
        constraint account_id_form check (length(id) = 16),
    version integer not null,
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
    must_change_password integer not null
        constraint account_must_change_password_form check (must_change_password in (0, 1)),
    -- Until when it serves for that, by the system's clock; null of one that is not to be changed,
    -- and of an account for a machine.
    one_time_until text
        constraint account_one_time_until_form check (one_time_until is strftime('%Y-%m-%dT%H:%M:%SZ', one_time_until)),
    -- Disabled, never deleted: what the account did refers to it.
    disabled integer not null
        constraint account_disabled_form check (disabled in (0, 1)),
    -- The change that added it: the order of lists.
    added_number integer not null,
    created_at text not null
        constraint account_created_at_form check (created_at is strftime('%Y-%m-%dT%H:%M:%SZ', created_at))
) strict;

-- The offices of an account over time.
create table account_office (
    account blob not null
        constraint account_office_account_form check (length(account) = 16)
        constraint account_office_account_known references account (id),
    -- From 1, the oldest office first.
    ordinal integer not null,
    -- The first day of the office. The first one has none: it reaches back without limit.
    since text
        constraint account_office_since_form check (since is date(since)),
    name text not null,
    primary key (account, ordinal),
    constraint account_office_since_follows check ((ordinal = 1) = (since is null))
) strict;

create table session (
    -- The hash of the token: who reads this table cannot sign in with it.
    token_hash blob not null primary key
        constraint session_token_hash_length check (length(token_hash) = 32),
    -- By which pages name it: they must not show the hash.
    id blob not null
        constraint session_id_form check (length(id) = 16)
        constraint session_id_unique unique,
    account blob not null
        constraint session_account_form check (length(account) = 16)
        constraint session_account_known references account (id),
    created_at text not null
        constraint session_created_at_form check (created_at is strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    last_seen_at text not null
        constraint session_last_seen_at_form check (last_seen_at is strftime('%Y-%m-%dT%H:%M:%SZ', last_seen_at)),
    -- The absolute end; the idle end follows from `last_seen_at` and a rule that may change.
    expires_at text not null
        constraint session_expires_at_form check (expires_at is strftime('%Y-%m-%dT%H:%M:%SZ', expires_at))
) strict;

create index session_account on session (account);

-- Failed sign-ins since the last one that did not fail.
create table sign_in_failure (
    -- A hash of what is throttled, so that no address of a person or machine is kept.
    throttle_key blob not null primary key
        constraint sign_in_failure_throttle_key_length check (length(throttle_key) = 32),
    failures integer not null
        constraint sign_in_failure_failures_positive check (failures > 0),
    last_at text not null
        constraint sign_in_failure_last_at_form check (last_at is strftime('%Y-%m-%dT%H:%M:%SZ', last_at))
) strict;
