-- Who follows decisions by e-mail. Nothing refers to these tables: whoever stops is removed with
-- the address, so there is neither an event nor a job of a follower.

create table follower (
    id blob not null primary key
        constraint follower_id_form check (length(id) = 16),
    -- The hash of the address in small letters: one address is one follower.
    address_hash blob not null
        constraint follower_address_hash_form check (length(address_hash) = 32)
        constraint follower_address_unique unique,
    address text not null,
    lang text not null,
    -- The one mail under way: `nothing`, `waiting` or `sending`. It is sent outside of any
    -- transaction, so `sending` is written before and what came of it after.
    mail text not null,
    -- What it is for, how often it was tried, from when it is to be sent (of one that is being sent,
    -- until when), and the publication up to which it tells.
    letter text,
    attempts integer not null,
    due_at text
        constraint follower_due_at_form check (due_at is strftime('%Y-%m-%dT%H:%M:%SZ', due_at)),
    up_to integer,
    -- The day of the last mail that told of something.
    told_on text
        constraint follower_told_on_form check (told_on is date(told_on)),
    -- Mails in a row that were refused for good.
    refusals integer not null,
    constraint follower_mail_whole check ((letter is null) = (due_at is null))
) strict;

create index follower_due on follower (due_at) where due_at is not null;

-- What a follower follows or was asked to confirm.
create table followed (
    follower blob not null
        constraint followed_follower_form check (length(follower) = 16)
        constraint followed_follower_known references follower (id) on delete cascade,
    -- From 1, in the order of asking.
    number integer not null,
    -- The filter as its address says it.
    filter text not null,
    -- Of what is asked for: when, and whether the mail went out that asks for the confirmation.
    asked_at text
        constraint followed_asked_at_form check (asked_at is strftime('%Y-%m-%dT%H:%M:%SZ', asked_at)),
    is_mailed integer not null
        constraint followed_is_mailed_form check (is_mailed in (0, 1)),
    -- Of what is confirmed instead: the publication up to which it was told of.
    told integer,
    primary key (follower, number),
    constraint followed_state_whole check ((asked_at is null) = (told is not null))
) strict;

create index followed_asked_at on followed (asked_at) where asked_at is not null;
create index followed_told on followed (told) where told is not null;

-- The keys in the links of mails, hashed: whoever reads the database can follow none of them. Each
-- mail has its own, and all of them stop working when the follower is removed.
create table follower_key (
    key_hash blob not null primary key
        constraint follower_key_key_hash_form check (length(key_hash) = 32),
    follower blob not null
        constraint follower_key_follower_form check (length(follower) = 16)
        constraint follower_key_follower_known references follower (id) on delete cascade,
    made_at text not null
        constraint follower_key_made_at_form check (made_at is strftime('%Y-%m-%dT%H:%M:%SZ', made_at))
) strict;

create index follower_key_follower on follower_key (follower, made_at);

-- How often was asked within a day, by hashed address and by hashed place in the network.
create table follow_request (
    throttle_key blob not null primary key
        constraint follow_request_throttle_key_form check (length(throttle_key) = 32),
    requests integer not null,
    since text not null
        constraint follow_request_since_form check (since is strftime('%Y-%m-%dT%H:%M:%SZ', since))
) strict;
