-- Claims and appeals against decisions, and the registrar's statements of legal force.

-- A rectification claim or appeal that arrived. A late or wrongly addressed one is registered
-- like any other. Nothing of it is ever public.
create table filing (
    id blob not null primary key
        constraint filing_id_form check (length(id) = 16),
    version integer not null,
    decision blob not null
        constraint filing_decision_form check (length(decision) = 16)
        constraint filing_decision_known references decision (id),
    -- What kind of challenge it is: the code of the remedy.
    remedy text not null,
    -- To the second: the closing hour of the last day decides whether it is in time.
    received_at text not null
        constraint filing_received_at_form check (received_at is strftime('%Y-%m-%dT%H:%M:%SZ', received_at)),
    way text not null,
    -- The name of who made it.
    filer text not null,
    -- `party`, `municipal_member` or `other`: whose period is theirs.
    standing text not null,
    -- The service of the party, whose period is compared.
    service blob
        constraint filing_service_form check (length(service) = 16)
        constraint filing_service_known references service (id),
    -- The authority it was wrongly addressed to, or empty.
    wrongly_addressed_to text not null,
    handled_by text not null,
    -- How it ended; null while it waits.
    outcome text,
    outcome_on text
        constraint filing_outcome_on_form check (outcome_on is date(outcome_on)),
    outcome_reference text,
    -- From which day the decision on it is final; null until it is.
    outcome_final_from text
        constraint filing_outcome_final_from_form check (outcome_final_from is date(outcome_final_from)),
    -- The change that added it: the order of lists.
    added_number integer not null,
    changed_at text not null
        constraint filing_changed_at_form check (changed_at is strftime('%Y-%m-%dT%H:%M:%SZ', changed_at)),
    constraint filing_service_of_party check ((standing = 'party') = (service is not null)),
    constraint filing_outcome_whole check (
        (outcome is null) = (outcome_on is null)
        and (outcome is null) = (outcome_reference is null)
        and (outcome is not null or outcome_final_from is null)
    )
) strict;

create index filing_decision on filing (decision);

-- A registrar's statement that a decision is final, and its reopening.
create table legal_force (
    id blob not null primary key
        constraint legal_force_id_form check (length(id) = 16),
    decision blob not null
        constraint legal_force_decision_form check (length(decision) = 16)
        constraint legal_force_decision_known references decision (id),
    final_from text not null
        constraint legal_force_final_from_form check (final_from is date(final_from)),
    -- The days on which the registry and the administrative court were asked for filings.
    registry_checked_on text not null
        constraint legal_force_registry_checked_on_form check (registry_checked_on is date(registry_checked_on)),
    court_checked_on text not null
        constraint legal_force_court_checked_on_form check (court_checked_on is date(court_checked_on)),
    stated_at text not null
        constraint legal_force_stated_at_form check (stated_at is strftime('%Y-%m-%dT%H:%M:%SZ', stated_at)),
    stated_by blob not null
        constraint legal_force_stated_by_form check (length(stated_by) = 16)
        constraint legal_force_stated_by_known references account (id),
    -- The office at that moment.
    office text not null,
    -- When and why it was reopened; a reopened statement stays.
    reopened_at text
        constraint legal_force_reopened_at_form check (reopened_at is strftime('%Y-%m-%dT%H:%M:%SZ', reopened_at)),
    reopen_reason text,
    -- The change that added it: the order of statements.
    added_number integer not null,
    constraint legal_force_reopened_whole check ((reopened_at is null) = (reopen_reason is null))
) strict;

-- At most one statement of a decision holds.
create unique index legal_force_holds on legal_force (decision) where reopened_at is null;
create index legal_force_decision on legal_force (decision);

-- A certificate of legal force that was handed out. It is void when its statement is reopened.
create table certificate (
    id blob not null primary key
        constraint certificate_id_form check (length(id) = 16),
    legal_force blob not null
        constraint certificate_legal_force_form check (length(legal_force) = 16)
        constraint certificate_legal_force_known references legal_force (id),
    issued_at text not null
        constraint certificate_issued_at_form check (issued_at is strftime('%Y-%m-%dT%H:%M:%SZ', issued_at)),
    issued_by blob not null
        constraint certificate_issued_by_form check (length(issued_by) = 16)
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
    added_number integer not null
) strict;

create index certificate_legal_force on certificate (legal_force);

-- What was stated and handed out is not changed afterwards; a statement is only reopened, once.
create trigger legal_force_frozen before update on legal_force
when old.reopened_at is not null
    or new.decision is not old.decision
    or new.final_from is not old.final_from
    or new.registry_checked_on is not old.registry_checked_on
    or new.court_checked_on is not old.court_checked_on
    or new.stated_at is not old.stated_at
    or new.stated_by is not old.stated_by
    or new.office is not old.office
begin
    select raise(abort, 'a statement of legal force is frozen');
end;

create trigger certificate_no_update before update on certificate
begin
    select raise(abort, 'a certificate is frozen');
end;
