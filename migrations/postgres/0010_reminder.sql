-- Reminders of last days to the officials concerned, on the desk and by e-mail.

create table reminder (
    -- The Message-ID of its mail is made from it: whoever gets it twice can see that it is one.
    id uuid not null primary key,
    version bigint not null,
    account uuid not null
        constraint reminder_account_known references account (id),
    decision uuid not null
        constraint reminder_decision_known references decision (id),
    -- The service of the party whose period it is; null for that of municipal members.
    service uuid
        constraint reminder_service_known references service (id),
    -- The last day when it was planned. The period may come to end on another day, which then has
    -- a reminder of its own.
    last_day date not null,
    -- What has become of its mail. It is sent outside of any transaction, so `sending` is written
    -- before and what came of it after: where the second is missing, nobody knows.
    state text not null,
    -- Why it was not sent, or may not have been, and what the mail server said.
    trouble text,
    reply text,
    -- When the official said on the desk to have seen it.
    acknowledged_at timestamptz,
    changed_at timestamptz not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint reminder_trouble_whole check ((trouble is null) = (reply is null))
);

-- Nobody is reminded twice of one last day, however many processes plan. Two indexes, because an
-- absent service equals no other.
create unique index reminder_of_members_once on reminder (account, decision, last_day) where service is null;
create unique index reminder_of_party_once on reminder (account, service, last_day) where service is not null;

-- Every minute the days from today on, and the few that wait whatever their day.
create index reminder_last_day on reminder (last_day);
create index reminder_waiting on reminder (added_number) where state in ('planned', 'deferred');

-- Parties' periods that end soon, as `decision_period_last_day` finds the members'.
create index service_period_last_day on service (period_last_day) where period_last_day is not null;
