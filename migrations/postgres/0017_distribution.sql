-- Who gets a decision for information (tiedoksi), and what became of the e-mail to each.

-- An entry of the distribution. The decision's content names the recipients for good; an address
-- stands only here, so that it can be removed when it is not needed any more.
create table distribution_entry (
    -- The Message-ID of its mail is made from it: whoever gets it twice can see that it is one.
    id uuid not null primary key,
    version bigint not null,
    decision uuid not null
        constraint distribution_entry_decision_known references decision (id),
    name text not null,
    -- Null where there is none, and after it was removed.
    address text,
    -- What has become of its mail, as of a reminder's; null until one is planned.
    mail text,
    trouble text,
    reply text,
    changed_at timestamptz not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint distribution_entry_trouble_whole check ((trouble is null) = (reply is null))
);

create index distribution_entry_decision on distribution_entry (decision, added_number);
-- Every minute: what is to be sent, and the addresses that may have to go.
create index distribution_entry_planned on distribution_entry (added_number) where mail = 'planned';
create index distribution_entry_addressed on distribution_entry (decision) where address is not null;
-- The desk: what a registrar is to look into.
create index distribution_entry_unsettled on distribution_entry (decision) where mail in ('refused', 'unknown');

-- The delivery log: each sending of an entry's mail, to which address, and what came of it.
create table distribution_attempt (
    entry uuid not null
        constraint distribution_attempt_entry_known references distribution_entry (id),
    -- From 1, the oldest first.
    number bigint not null,
    ended_at timestamptz not null,
    -- Null after it was removed, and with it what the mail server said, which may name it.
    address text,
    -- `sent`, `deferred`, `refused` or `unknown`.
    outcome text not null,
    trouble text,
    reply text not null,
    primary key (entry, number)
);
