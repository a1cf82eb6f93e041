-- What decisions are made in and about.

-- A class of cases (tehtäväluokka): the identifier of the process that a case belongs to
-- (tiedonhallintalaki 26 §).
create table case_class (
    -- Groups of digits with dots between, e.g. `02.05.01`; it is never changed.
    code text not null primary key,
    name text not null,
    -- Raised with each change; a change made on an older version is refused.
    version bigint not null
);

-- A case (asia). `case` is a word of SQL.
create table city_case (
    id uuid not null primary key,
    -- Raised with each change; a change made on an older version is refused.
    version bigint not null,
    -- The number as first written, e.g. `KAJDno-2023-912`; null until it is known.
    number text,
    -- The number in the one spelling in which two spellings of it are the same.
    number_key text
        constraint city_case_number_key_unique unique,
    -- Year and serial of the number: the order of lists, which its text does not give.
    number_year bigint,
    number_serial bigint,
    public_title text not null,
    -- For officials alone; may name people, or be empty.
    internal_title text not null,
    case_class text
        constraint city_case_case_class_known references case_class (code),
    -- The day on which it became pending (tiedonhallintalaki 26 §), where it is known.
    pending_since date,
    -- `pending`, `resolved`, `closed` or `disposed`.
    state text not null,
    -- The day from which its retention is counted.
    closed_on date,
    -- When what is not kept for good was removed.
    disposed_at timestamptz,
    -- Number and titles in small letters, in which words are looked for: the databases fold letters
    -- in different ways.
    search_text text not null,
    -- The year by which lists are narrowed: of the number, else of the day it became pending, else
    -- of its registration.
    list_year bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint city_case_number_whole check (
        (number is null) = (number_key is null)
        and (number is null) = (number_year is null)
        and (number is null) = (number_serial is null)
    ),
    constraint city_case_closed_on_state check (
        (state in ('closed', 'disposed')) = (closed_on is not null)
    ),
    constraint city_case_disposed_at_state check ((state = 'disposed') = (disposed_at is not null))
);

create index city_case_number_order
    on city_case (number_year desc nulls last, number_serial desc nulls last);

create index city_case_closed_on on city_case (closed_on) where state = 'closed';

create table project (
    id uuid not null primary key,
    version bigint not null,
    -- Its part of the permanent address; never changed, so that links live.
    slug text not null
        constraint project_slug_unique unique,
    city_case uuid not null
        constraint project_city_case_known references city_case (id),
    -- What lists show and narrow by, as in the version that `version` names: all facts of a project
    -- are in its versions (0022), and these are written with them.
    name text not null,
    beneficiary uuid
        constraint project_beneficiary_known references organisation (id),
    -- Months as `YYYY-MM`, both included; both known or none.
    first_month text,
    last_month text,
    -- The day on which a project of the city's own ended or is to end: from it the last payment claim
    -- falls due. Null of projects of others, and once the final report is accepted.
    own_ends_on date,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint project_months_whole check (
        (first_month is null) = (last_month is null)
        and (first_month is null or first_month <= last_month)
    )
);

create index project_city_case on project (city_case);
create index project_added_number on project (added_number);
create index project_own_ends_on on project (own_ends_on)
    where own_ends_on is not null;

-- A version of a project's funding plan. A version is never changed: a new one replaces it.
create table funding_plan (
    project uuid not null
        constraint funding_plan_project_known references project (id),
    -- From 1, without gaps.
    version bigint not null
        constraint funding_plan_version_positive check (version > 0),
    reason text not null,
    -- The plan as JSON: it is read and replaced as a whole. Sums over many plans come from
    -- `planned_amount`.
    plan text not null,
    -- As it was typed, so that the next version starts from the official's own rows.
    draft text not null,
    saved_at timestamptz not null,
    primary key (project, version)
);

-- The plan in force of each project as amounts of one payer and one year each, kept with every new
-- version, so that sums over all plans do not read them. `verify` compares it with the plans.
create table planned_amount (
    project uuid not null,
    -- From 0, in the order of the plan.
    ordinal bigint not null,
    version bigint not null,
    -- `organisation`, `together`, `others` or `missing`.
    payer text not null,
    organisation uuid
        constraint planned_amount_organisation_known references organisation (id),
    -- Who pays together, as JSON; nobody where the payer says it all.
    funders text not null,
    -- The line of the plan that it belongs to, from 0.
    line bigint not null,
    category text not null,
    -- The accounting year; null where the plan does not divide it by years.
    year bigint,
    -- Null where nobody knows it.
    amount_cents bigint,
    primary key (project, ordinal),
    constraint planned_amount_plan_known foreign key (project, version)
        references funding_plan (project, version),
    constraint planned_amount_payer_whole check ((payer = 'organisation') = (organisation is not null))
);

-- The order of sums, which reads nothing else.
create index planned_amount_payer
    on planned_amount (payer, organisation, year, project, amount_cents);
-- What each payer is to pay for each project, which reads nothing else.
create index planned_amount_project
    on planned_amount (project, payer, organisation, category, year, amount_cents);
create index project_name on project (name, slug);
