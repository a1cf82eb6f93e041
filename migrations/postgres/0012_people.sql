-- Who may sign in whose place, and what officials are told.

-- A deputy (sijainen) of the decision maker of a section series, for some days.
create table deputyship (
    id uuid not null primary key,
    version bigint not null,
    series text not null
        constraint deputyship_series_known references section_series (slug),
    deputy uuid not null
        constraint deputyship_deputy_known references account (id),
    first_day date not null,
    -- The last day, itself included.
    last_day date not null,
    -- The section of the administrative regulations or the decision that it rests on: a decision
    -- signed by a deputy names it.
    ground text not null,
    -- The day on which it was ended early; from then on it does not hold. Never deleted: decisions
    -- were signed by it.
    ended_on date,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint deputyship_days_order check (first_day <= last_day)
);

create index deputyship_deputy on deputyship (deputy, series);
create index deputyship_series on deputyship (series);

-- That something of an official's own moved on, told on the desk and by e-mail.
create table notification (
    -- The Message-ID of its mail is made from it: whoever gets it twice can see that it is one.
    id uuid not null primary key,
    version bigint not null,
    account uuid not null
        constraint notification_account_known references account (id),
    kind text not null,
    decision uuid not null
        constraint notification_decision_known references decision (id),
    happened_at timestamptz not null,
    -- Whether the official wanted it on the desk at that moment.
    on_desk boolean not null,
    read_at timestamptz,
    -- What has become of its mail, as of a reminder's; null where the official wanted none.
    mail text,
    trouble text,
    reply text,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint notification_trouble_whole check ((trouble is null) = (reply is null))
);

create index notification_account on notification (account, added_number);
create index notification_waiting on notification (added_number) where mail in ('planned', 'deferred');

-- What officials do not want to be notified of, and on which way: at first everything comes.
create table notification_off (
    account uuid not null
        constraint notification_off_account_known references account (id),
    kind text not null,
    -- `desk` or `mail`.
    way text not null,
    primary key (account, kind, way)
);

-- The log of an account, of a thing and of a day, the last event first.
create index audit_event_actor on audit_event (actor_id, seq);
create index audit_event_subject on audit_event (subject_kind, subject_id, seq);
create index audit_event_happened_at on audit_event (happened_at);
