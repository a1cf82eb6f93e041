-- Who follows decisions by e-mail. Nothing refers to these tables: whoever stops is removed with
-- the address, so there is neither an event nor a job of a follower.

create table follower (
    id uuid not null primary key,
    -- The hash of the address in small letters: one address is one follower.
    address_hash bytea not null
        constraint follower_address_unique unique,
    address text not null,
    lang text not null,
    -- The one mail under way: `nothing`, `waiting` or `sending`. It is sent outside of any
    -- transaction, so `sending` is written before and what came of it after.
    mail text not null,
    -- What it is for, how often it was tried, from when it is to be sent (of one that is being sent,
    -- until when), and the publication up to which it tells.
    letter text,
    attempts bigint not null,
    due_at timestamptz,
    up_to bigint,
    -- The day of the last mail that told of something.
    told_on date,
    -- Mails in a row that were refused for good.
    refusals bigint not null,
    constraint follower_mail_whole check ((letter is null) = (due_at is null))
);

create index follower_due on follower (due_at) where due_at is not null;

-- What a follower follows or was asked to confirm.
create table followed (
    follower uuid not null
        constraint followed_follower_known references follower (id) on delete cascade,
    -- From 1, in the order of asking.
    number bigint not null,
    -- The filter as its address says it.
    filter text not null,
    -- Of what is asked for: when, and whether the mail went out that asks for the confirmation.
    asked_at timestamptz,
    is_mailed boolean not null,
    -- Of what is confirmed instead: the publication up to which it was told of.
    told bigint,
    primary key (follower, number),
    constraint followed_state_whole check ((asked_at is null) = (told is not null))
);

create index followed_asked_at on followed (asked_at) where asked_at is not null;
create index followed_told on followed (told) where told is not null;

-- The keys in the links of mails, hashed: whoever reads the database can follow none of them. Each
-- mail has its own, and all of them stop working when the follower is removed.
create table follower_key (
    key_hash bytea not null primary key,
    follower uuid not null
        constraint follower_key_follower_known references follower (id) on delete cascade,
    made_at timestamptz not null
);

create index follower_key_follower on follower_key (follower, made_at);

-- How often was asked within a day, by hashed address and by hashed place in the network.
create table follow_request (
    throttle_key bytea not null primary key,
    requests bigint not null,
    since timestamptz not null
);
