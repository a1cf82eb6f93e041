-- The register of cases (tiedonhallintalaki 25–26 §): what a case was about, from whom and to whom
-- its documents went, and how long all of it is kept.

-- Where case numbers come from, from a day on; without a row from the city's case system.
create table case_numbering (
    first_day date not null primary key,
    -- `external` or `issued_here`.
    numbering text not null
);

-- Each change of a case's state, from its opening on.
create table case_step (
    city_case uuid not null
        constraint case_step_city_case_known references city_case (id),
    -- From 1, the oldest first.
    ordinal bigint not null,
    state text not null,
    moved_on date not null,
    -- Why it was closed without a decision or reopened, or empty.
    reason text not null,
    -- The office that did it; null from the command line.
    office text,
    recorded_at timestamptz not null,
    primary key (city_case, ordinal)
);

-- A measure (toimenpide) in the handling of a case.
create table case_measure (
    id uuid not null primary key,
    version bigint not null,
    city_case uuid not null
        constraint case_measure_city_case_known references city_case (id),
    phase text not null,
    -- What was done, in words for officials.
    name text not null,
    taken_on date not null,
    office text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    changed_at timestamptz not null
);

create index case_measure_city_case on case_measure (city_case);

-- The record of a document of a case. Nothing of it is ever public.
create table case_document (
    id uuid not null primary key,
    version bigint not null,
    city_case uuid not null
        constraint case_document_city_case_known references city_case (id),
    -- Its number within the case, from 1 without gaps.
    ordinal bigint not null
        constraint case_document_ordinal_positive check (ordinal > 0),
    -- `incoming` or `own`.
    direction text not null,
    phase text not null,
    -- The measure it belongs to.
    measure uuid
        constraint case_document_measure_known references case_measure (id),
    title text not null,
    -- Of one that came in: when and how, from whom, and through whom.
    arrived_on date,
    arrived_at time,
    arrival_way text,
    sender text,
    agent text,
    -- Of one made here: by which office and when.
    author text,
    made_on date,
    -- When and how it was sent, to whom, and by which means of service where it was served.
    sent_on date,
    sent_at time,
    sent_way text,
    sent_to text,
    service_means text,
    -- Why it does not belong to the case after all. The record stays.
    void_reason text,
    -- When it was registered; `arrived_on` says when it came (25 §).
    registered_at timestamptz not null,
    changed_at timestamptz not null,
    constraint case_document_ordinal_unique unique (city_case, ordinal),
    constraint case_document_arrival_whole check (
        (direction = 'incoming') = (arrived_on is not null)
        and (arrived_on is null) = (arrival_way is null)
        and (arrived_on is null) = (sender is null)
        and (arrived_on is null) = (agent is null)
        and (arrived_at is null or arrived_on is not null)
    ),
    constraint case_document_making_whole check (
        (direction = 'own') = (made_on is not null)
        and (made_on is null) = (author is null)
    ),
    constraint case_document_sending_whole check (
        (sent_on is null) = (sent_way is null)
        and (sent_on is null) = (sent_to is null)
        and (sent_on is null or made_on is not null)
        and (sent_at is null or sent_on is not null)
        and (service_means is null or sent_on is not null)
    )
);

-- Who began a case and who else has to do with it: an organisation or, by name, a natural person.
create table case_party (
    id uuid not null primary key,
    version bigint not null,
    city_case uuid not null
        constraint case_party_city_case_known references city_case (id),
    -- `initiator`, `party` or `other`.
    role text not null,
    organisation uuid
        constraint case_party_organisation_known references organisation (id),
    person text,
    -- Who acts for it, or empty.
    agent text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    changed_at timestamptz not null,
    constraint case_party_organisation_or_person check ((organisation is null) <> (person is null))
);

create index case_party_city_case on case_party (city_case);

-- That a case has to do with another. Written once and read from both sides.
create table case_relation (
    id uuid not null primary key,
    city_case uuid not null
        constraint case_relation_city_case_known references city_case (id),
    -- What the first is to the second: `continues`, `part_of` or `related`.
    kind text not null,
    other_case uuid not null
        constraint case_relation_other_case_known references city_case (id),
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint case_relation_kind_unique unique (city_case, other_case, kind),
    constraint case_relation_other_case_another check (city_case <> other_case)
);

create index case_relation_other_case on case_relation (other_case);

-- How long the cases of a class are kept.
create table retention_rule (
    id uuid not null primary key,
    version bigint not null,
    case_class text not null
        constraint retention_rule_case_class_known references case_class (code),
    -- Counted from the closing of a case; null where it is kept permanently.
    years bigint
        constraint retention_rule_years_positive check (years > 0),
    -- `statute` or `archive_order`, and which one.
    basis text not null,
    ground text not null,
    -- The first and the last day on which the rule is in force; the last is null while it is open.
    valid_from date not null,
    valid_until date,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint retention_rule_valid_until_after check (valid_until is null or valid_until >= valid_from)
);

create index retention_rule_case_class on retention_rule (case_class);

-- A line of the disposal list: a case proposed for disposal, and what another person said to it.
create table case_disposal (
    id uuid not null primary key,
    version bigint not null,
    city_case uuid not null
        constraint case_disposal_city_case_known references city_case (id),
    -- `proposed`, `left` or `disposed`.
    state text not null,
    -- The last day of the retention, and the ground of the rule, as they were when it was proposed.
    retention_ended_on date not null,
    ground text not null,
    proposed_at timestamptz not null,
    proposed_by uuid not null
        constraint case_disposal_proposed_by_known references account (id),
    proposed_office text not null,
    decided_at timestamptz,
    decided_by uuid
        constraint case_disposal_decided_by_known references account (id),
    decided_office text,
    -- Why it was left, or empty.
    reason text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    constraint case_disposal_decided_whole check (
        (state = 'proposed') = (decided_at is null)
        and (decided_at is null) = (decided_by is null)
        and (decided_at is null) = (decided_office is null)
    ),
    -- One proposes and another decides.
    constraint case_disposal_decided_by_another check (decided_by is null or decided_by <> proposed_by)
);

-- A case is proposed once at a time.
create unique index case_disposal_open on case_disposal (city_case) where state = 'proposed';
create index case_disposal_city_case on case_disposal (city_case);
