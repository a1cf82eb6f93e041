-- Who may sign in whose place, and what officials are told.

-- A deputy (sijainen) of the decision maker of a section series, for some days.
create table deputyship (
    id blob not null primary key
        constraint deputyship_id_form check (length(id) = 16),
    version integer not null,
    series text not null
        constraint deputyship_series_known references section_series (slug),
    deputy blob not null
        constraint deputyship_deputy_form check (length(deputy) = 16)
        constraint deputyship_deputy_known references account (id),
    first_day text not null
        constraint deputyship_first_day_form check (first_day is date(first_day)),
    -- The last day, itself included.
    last_day text not null
        constraint deputyship_last_day_form check (last_day is date(last_day)),
    -- The section of the administrative regulations or the decision that it rests on: a decision
    -- signed by a deputy names it.
    ground text not null,
    -- The day on which it was ended early; from then on it does not hold. Never deleted: decisions
    -- were signed by it.
    ended_on text
        constraint deputyship_ended_on_form check (ended_on is date(ended_on)),
    -- The change that added it: the order of lists.
    added_number integer not null,
    constraint deputyship_days_order check (first_day <= last_day)
) strict;

create index deputyship_deputy on deputyship (deputy, series);
create index deputyship_series on deputyship (series);

-- That something of an official's own moved on, told on the desk and by e-mail.
create table notification (
    -- The Message-ID of its mail is made from it: whoever gets it twice can see that it is one.
    id blob not null primary key
        constraint notification_id_form check (length(id) = 16),
    version integer not null,
    account blob not null
        constraint notification_account_form check (length(account) = 16)
        constraint notification_account_known references account (id),
    kind text not null,
    decision blob not null
        constraint notification_decision_form check (length(decision) = 16)
        constraint notification_decision_known references decision (id),
    happened_at text not null
        constraint notification_happened_at_form check (happened_at is strftime('%Y-%m-%dT%H:%M:%SZ', happened_at)),
    -- Whether the official wanted it on the desk at that moment.
    on_desk integer not null
        constraint notification_on_desk_form check (on_desk in (0, 1)),
    read_at text
        constraint notification_read_at_form check (read_at is strftime('%Y-%m-%dT%H:%M:%SZ', read_at)),
    -- What has become of its mail, as of a reminder's; null where the official wanted none.
    mail text,
    trouble text,
    reply text,
    -- The change that added it: the order of lists.
    added_number integer not null,
    constraint notification_trouble_whole check ((trouble is null) = (reply is null))
) strict;

create index notification_account on notification (account, added_number);
create index notification_waiting on notification (added_number) where mail in ('planned', 'deferred');

-- What officials do not want to be notified of, and on which way: at first everything comes.
create table notification_off (
    account blob not null
        constraint notification_off_account_form check (length(account) = 16)
        constraint notification_off_account_known references account (id),
    kind text not null,
    -- `desk` or `mail`.
    way text not null,
    primary key (account, kind, way)
) strict;

-- The log of an account, of a thing and of a day, the last event first.
create index audit_event_actor on audit_event (actor_id, seq);
create index audit_event_subject on audit_event (subject_kind, subject_id, seq);
create index audit_event_happened_at on audit_event (happened_at);
