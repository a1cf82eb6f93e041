-- What decisions are numbered in, and who is funded and served.

-- A section series (pykäläsarja): the decisions of one decision maker that are numbered together.
create table section_series (
    -- Its part of a decision's permanent address; it is never changed.
    slug text not null primary key,
    -- The name of today; `section_series_name` has every one.
    decision_maker text not null,
    -- `officer` or `body`: a body's decisions are always made elsewhere and recorded.
    kind text not null,
    -- `external` or `issued_here`.
    numbering text not null,
    -- The body that handles rectification claims (kuntalaki 134 §) as JSON by language; null where
    -- it is the city's usual one.
    claims_to text,
    -- On which day its decisions are published by the authority's rule.
    publication_rule text not null
);

-- The names of a decision maker over time: a decision keeps the name of its day.
create table section_series_name (
    series text not null
        constraint section_series_name_series_known references section_series (slug),
    -- From 1, the oldest name first.
    ordinal bigint not null,
    -- The first day of the name. The first one has none: it reaches back without limit.
    since date,
    name text not null,
    primary key (series, ordinal),
    constraint section_series_name_since_follows check ((ordinal = 1) = (since is null))
);

create table organisation (
    id uuid not null primary key,
    kind text not null,
    -- The business identity code (Y-tunnus), unknown for many.
    business_id text
        constraint organisation_business_id_unique unique,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

-- The names of an organisation over time: Kainuun ELY-keskus is another name from 1.1.2026, and
-- a decision of 2023 still shows the name of its day.
create table organisation_name (
    organisation uuid not null
        constraint organisation_name_organisation_known references organisation (id),
    -- From 1, the oldest name first.
    ordinal bigint not null,
    -- The first day of the name. The first name has none: it reaches back without limit.
    since date,
    name text not null,
    primary key (organisation, ordinal),
    constraint organisation_name_since_follows check ((ordinal = 1) = (since is null))
);
