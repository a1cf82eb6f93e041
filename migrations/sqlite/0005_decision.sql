-- Decisions (päätös) and the commitments they make.

create table decision (
    id blob not null primary key
        constraint decision_id_form check (length(id) = 16),
    -- Raised with each change; a change made on an older version is refused.
    version integer not null,
    city_case blob not null
        constraint decision_city_case_form check (length(city_case) = 16)
        constraint decision_city_case_known references city_case (id),
    project blob
        constraint decision_project_form check (length(project) = 16)
        constraint decision_project_known references project (id),
    preparer blob not null
        constraint decision_preparer_form check (length(preparer) = 16)
        constraint decision_preparer_known references account (id),
    -- `draft`, `awaiting_signature`, `abandoned`, `signed` or `published`.
    state text not null,
    -- Copies of what the draft, then the content says, because lists show them.
    title text not null,
    lang text not null,
    -- As typed: perhaps not a series that exists.
    draft_series text not null,
    -- As typed, in JSON. It stays after signing: what an import could not place is kept in it.
    draft text not null,

    -- Why it was given back or abandoned, until it is sent again.
    remark text,
    -- The decision maker who stated a conflict of interest (hallintolaki 27 §), and on what ground.
    conflict_by blob
        constraint decision_conflict_by_form check (length(conflict_by) = 16)
        constraint decision_conflict_by_known references account (id),
    conflict_ground text,

    -- The permanent place: stored at signing or recording, never derived again.
    series text
        constraint decision_series_known references section_series (slug),
    section_year integer,
    section_number integer
        constraint decision_section_number_positive check (section_number > 0),
    -- A copy of what the content says, because lists show it.
    decision_maker text,
    -- The canonical JSON, byte for byte as it was sealed: hence text and not a JSON type, which
    -- would write it anew.
    content text,
    seal_version integer,
    seal_salt blob
        constraint decision_seal_salt_length check (length(seal_salt) = 32),
    seal_hash blob
        constraint decision_seal_hash_length check (length(seal_hash) = 32),

    -- The code of the remedy, or of the reason why there is none: a copy of the content's.
    appeal_right text,
    -- `here`: signed in this register. `elsewhere`: made by a body, or before the register.
    signature_kind text,
    signed_at text
        constraint decision_signed_at_form check (signed_at is strftime('%Y-%m-%dT%H:%M:%SZ', signed_at)),
    signed_by blob
        constraint decision_signed_by_form check (length(signed_by) = 16)
        constraint decision_signed_by_known references account (id),
    -- The name at the moment of signing: a person's name may change, the decision does not.
    signer_name text,
    -- The office at that moment, and the ground of the one who signed as a deputy.
    signer_office text,
    deputy_ground text,
    -- Of a decision made elsewhere only its source is always known.
    decided_on text
        constraint decision_decided_on_form check (decided_on is date(decided_on)),
    no_later_than text
        constraint decision_no_later_than_form check (no_later_than is date(no_later_than)),
    source text,

    -- The day on which it is to be published, while it is signed.
    publish_on text
        constraint decision_publish_on_form check (publish_on is date(publish_on)),
    -- The order of publications.
    publication_number integer
        constraint decision_publication_number_unique unique,
    -- Null where it was published elsewhere on a day that nobody knows.
    published_on text
        constraint decision_published_on_form check (published_on is date(published_on)),
    -- The municipal member's period (kuntalaki 140.3 §), where the remedy gives members a right.
    -- Computed dates are stored so that every reader sees the same ones; where the period stands
    -- at a moment is not.
    period_remedy text,
    period_means text,
    period_event_date text
        constraint decision_period_event_date_form check (period_event_date is date(period_event_date)),
    period_knowledge_date text
        constraint decision_period_knowledge_date_form check (period_knowledge_date is date(period_knowledge_date)),
    period_nominal_last_day text
        constraint decision_period_nominal_last_day_form check (period_nominal_last_day is date(period_nominal_last_day)),
    period_last_day text
        constraint decision_period_last_day_form check (period_last_day is date(period_last_day)),
    -- Null where the closing hour is another authority's.
    period_closes_at text
        constraint decision_period_closes_at_form check (period_closes_at glob '[0-2][0-9]:[0-5][0-9]:[0-5][0-9].0'),
    period_rule_set integer,

    created_at text not null
        constraint decision_created_at_form check (created_at is strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    changed_at text not null
        constraint decision_changed_at_form check (changed_at is strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
    -- The change that saved it last: for `modified since`.
    change_number integer not null,

    constraint decision_section_unique unique (series, section_year, section_number),
    constraint decision_content_sealed check (
        (state in ('signed', 'published')) = (content is not null)
        and (content is null) = (series is null)
        and (content is null) = (section_year is null)
        and (content is null) = (section_number is null)
        and (content is null) = (decision_maker is null)
        and (content is null) = (seal_version is null)
        and (content is null) = (seal_salt is null)
        and (content is null) = (seal_hash is null)
        and (content is null) = (signature_kind is null)
        and (content is null) = (appeal_right is null)
    ),
    constraint decision_signature_whole check (
        case signature_kind
            when 'here' then signed_at is not null and signed_by is not null
                and signer_name is not null and signer_office is not null and source is null
                and decided_on is null and no_later_than is null
            when 'elsewhere' then source is not null and signed_at is null
                and signed_by is null and signer_name is null
                and signer_office is null and deputy_ground is null
            else signature_kind is null and signed_at is null and signed_by is null
                and signer_name is null and signer_office is null and deputy_ground is null
                and source is null
                and decided_on is null and no_later_than is null
        end
    ),
    constraint decision_conflict_whole check ((conflict_by is null) = (conflict_ground is null)),
    constraint decision_publish_on_signed check (publish_on is null or state = 'signed'),
    constraint decision_publication_whole check (
        (state = 'published') = (publication_number is not null)
        and (published_on is null or publication_number is not null)
        and (published_on is not null or publication_number is null or signature_kind = 'elsewhere')
    ),
    constraint decision_period_whole check (
        (period_last_day is null or published_on is not null)
        and (period_last_day is null) = (period_remedy is null)
        and (period_last_day is null) = (period_means is null)
        and (period_last_day is null) = (period_event_date is null)
        and (period_last_day is null) = (period_knowledge_date is null)
        and (period_last_day is null) = (period_nominal_last_day is null)
        and (period_last_day is null) = (period_rule_set is null)
        and (period_closes_at is null or period_last_day is not null)
    )
) strict;

create index decision_city_case on decision (city_case);
create index decision_project on decision (project);
-- The projects that something public is about, without reading any decision.
create index decision_project_published on decision (project, id) where publication_number is not null;
-- The public list narrowed to a series, to a year and to both, in the order it is shown.
create index decision_series_published on decision (series, publication_number);
create index decision_year_published on decision (section_year, publication_number);
create index decision_series_year_published on decision (series, section_year, publication_number);
-- Periods that run.
create index decision_period_last_day on decision (period_last_day) where period_last_day is not null;
-- The desk: few decisions are unfinished, whatever the size of the register.
create index decision_unfinished on decision (changed_at) where publication_number is null;
-- What is to be published by itself.
create index decision_publish_on on decision (publish_on) where publish_on is not null;

-- One promise of money: made by a signed decision and by nothing else. The same facts stand in
-- the decision's content; here they can be summed.
create table commitment (
    decision blob not null
        constraint commitment_decision_form check (length(decision) = 16)
        constraint commitment_decision_known references decision (id),
    -- From 1, in the order of the content.
    line integer not null,
    -- The accounting year (tilikausi); null where the decision names none.
    year integer,
    amount_cents integer not null
        constraint commitment_amount_cents_positive check (amount_cents > 0),
    strength text not null,
    budget_line text,
    condition text,
    primary key (decision, line),
    constraint commitment_condition_conditional check (
        (strength = 'conditional') = (condition is not null)
    )
) strict;

-- A signed decision is frozen, but for its title, the copy of what a correction may have changed:
-- a forged request or a wrong statement of ours meets these triggers.
-- Who can drop them meets the seal and the audit chain.
create trigger decision_frozen before update on decision
when old.content is not null and (
    new.city_case is not old.city_case
    or new.project is not old.project
    or new.preparer is not old.preparer
    or new.lang is not old.lang
    or new.series is not old.series
    or new.section_year is not old.section_year
    or new.section_number is not old.section_number
    or new.decision_maker is not old.decision_maker
    or new.content is not old.content
    or new.seal_version is not old.seal_version
    or new.seal_salt is not old.seal_salt
    or new.seal_hash is not old.seal_hash
    or new.signature_kind is not old.signature_kind
    or new.appeal_right is not old.appeal_right
    or new.signed_at is not old.signed_at
    or new.signed_by is not old.signed_by
    or new.signer_name is not old.signer_name
    or new.signer_office is not old.signer_office
    or new.deputy_ground is not old.deputy_ground
    or new.decided_on is not old.decided_on
    or new.no_later_than is not old.no_later_than
    or new.source is not old.source
    or (old.publication_number is not null
        and (new.publication_number is not old.publication_number
            or new.published_on is not old.published_on))
)
begin
    select raise(abort, 'a signed decision is frozen');
end;

create trigger decision_no_delete before delete on decision
when old.content is not null
begin
    select raise(abort, 'a signed decision is frozen');
end;

create trigger commitment_no_update before update on commitment
begin
    select raise(abort, 'a commitment follows from a signed decision');
end;

create trigger commitment_no_delete before delete on commitment
begin
    select raise(abort, 'a commitment follows from a signed decision');
end;
