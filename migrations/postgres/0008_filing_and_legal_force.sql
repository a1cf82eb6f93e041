-- Claims and appeals against decisions, and the registrar's statements of legal force.

-- A rectification claim or appeal that arrived. A late or wrongly addressed one is registered
-- like any other. Nothing of it is ever public.
create table filing (
    id uuid not null primary key,
    version bigint not null,
    decision uuid not null
        constraint filing_decision_known references decision (id),
    -- What kind of challenge it is: the code of the remedy.
    remedy text not null,
    -- To the second: the closing hour of the last day decides whether it is in time.
    received_at timestamptz not null,
    way text not null,
    -- The name of who made it.
    filer text not null,
    -- `party`, `municipal_member` or `other`: whose period is theirs.
    standing text not null,
    -- The service of the party, whose period is compared.
    service uuid
        constraint filing_service_known references service (id),
    -- The authority it was wrongly addressed to, or empty.
    wrongly_addressed_to text not null,
    handled_by text not null,
    -- How it ended; null while it waits.
    outcome text,
    outcome_on date,
    outcome_reference text,
    -- From which day the decision on it is final; null until it is.
    outcome_final_from date,
    -- The change that added it: the order of lists.
    added_number bigint not null,
    changed_at timestamptz not null,
    constraint filing_service_of_party check ((standing = 'party') = (service is not null)),
    constraint filing_outcome_whole check (
        (outcome is null) = (outcome_on is null)
        and (outcome is null) = (outcome_reference is null)
        and (outcome is not null or outcome_final_from is null)
    )
);

create index filing_decision on filing (decision);

-- A registrar's statement that a decision is final, and its reopening.
create table legal_force (
    id uuid not null primary key,
    decision uuid not null
        constraint legal_force_decision_known references decision (id),
    final_from date not null,
    -- The days on which the registry and the administrative court were asked for filings.
    registry_checked_on date not null,
    court_checked_on date not null,
    stated_at timestamptz not null,
    stated_by uuid not null
        constraint legal_force_stated_by_known references account (id),
    -- The office at that moment.
    office text not null,
    -- When and why it was reopened; a reopened statement stays.
    reopened_at timestamptz,
    reopen_reason text,
    -- The change that added it: the order of statements.
    added_number bigint not null,
    constraint legal_force_reopened_whole check ((reopened_at is null) = (reopen_reason is null))
);

-- At most one statement of a decision holds.
create unique index legal_force_holds on legal_force (decision) where reopened_at is null;
create index legal_force_decision on legal_force (decision);

-- A certificate of legal force that was handed out. It is void when its statement is reopened.
create table certificate (
    id uuid not null primary key,
    legal_force uuid not null
        constraint certificate_legal_force_known references legal_force (id),
    issued_at timestamptz not null,
    issued_by uuid not null
        constraint certificate_issued_by_known references account (id),
    -- Office and place as they are printed on it.
    office text not null,
    place text not null,
    -- What a printed certificate is found by again.
    code text not null
        constraint certificate_code_unique unique,
    -- Everything that is printed, in JSON: a certificate stays as it was given, whatever is
    -- recorded afterwards.
    document text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

create index certificate_legal_force on certificate (legal_force);

-- What was stated and handed out is not changed afterwards; a statement is only reopened, once.
create trigger legal_force_frozen before update on legal_force
    for each row when (
        old.reopened_at is not null
        or new.decision is distinct from old.decision
        or new.final_from is distinct from old.final_from
        or new.registry_checked_on is distinct from old.registry_checked_on
        or new.court_checked_on is distinct from old.court_checked_on
        or new.stated_at is distinct from old.stated_at
        or new.stated_by is distinct from old.stated_by
        or new.office is distinct from old.office
    )
    execute function refuse('a statement of legal force is frozen');

create trigger certificate_no_update before update on certificate
    for each row execute function refuse('a certificate is frozen');
