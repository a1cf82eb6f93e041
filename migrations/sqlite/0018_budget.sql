-- The city's budget as decisions have set it. Everything here is only added to: a mistake is mended
-- by a further decision.

-- A decision about the budget of an accounting year.
create table budget_decision (
    id blob not null primary key
        constraint budget_decision_id_form check (length(id) = 16),
    year integer not null,
    -- `sets`, `transfers` or `amends`.
    kind text not null,
    body text not null,
    decided_on text not null
        constraint budget_decision_decided_on_form check (decided_on is date(decided_on)),
    section integer not null
        constraint budget_decision_section_positive check (section > 0),
    -- Null where it is not known.
    case_number text,
    subject text not null,
    recorded_at text not null
        constraint budget_decision_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that recorded it, as it was called.
    office text not null,
    -- The change that added it: sums follow this order.
    added_number integer not null
        constraint budget_decision_added_number_unique unique
) strict;

create index budget_decision_year on budget_decision (year, added_number);

-- An appropriation at the binding level.
create table appropriation (
    year integer not null,
    name text not null,
    -- `gross` or `net`.
    basis text not null,
    primary key (year, name)
) strict;

-- A line of the operating plan. Its appropriation is a name alone while no decision has set it.
create table budget_line (
    year integer not null,
    code text not null,
    name text not null,
    appropriation text not null,
    -- `appropriation` or `reserve`.
    source text not null,
    primary key (year, code)
) strict;

-- What a decision does to one place: to an appropriation by its name, or to a line by its number.
create table budget_entry (
    decision blob not null
        constraint budget_entry_decision_form check (length(decision) = 16)
        constraint budget_entry_decision_known references budget_decision (id),
    -- From 0, in the order of the form.
    place integer not null,
    year integer not null,
    appropriation text,
    line text,
    amount_cents integer not null,
    primary key (decision, place),
    constraint budget_entry_one_place check ((appropriation is null) <> (line is null)),
    constraint budget_entry_appropriation_known foreign key (year, appropriation) references appropriation (year, name),
    constraint budget_entry_line_known foreign key (year, line) references budget_line (year, code)
) strict;

create index budget_entry_line on budget_entry (year, line) where line is not null;
-- What is promised from the lines of a year.
create index commitment_line on commitment (year, budget_line);

create trigger budget_decision_no_update before update on budget_decision
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger budget_decision_no_delete before delete on budget_decision
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger appropriation_no_update before update on appropriation
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger appropriation_no_delete before delete on appropriation
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger budget_line_no_update before update on budget_line
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger budget_line_no_delete before delete on budget_line
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger budget_entry_no_update before update on budget_entry
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger budget_entry_no_delete before delete on budget_entry
begin
    select raise(abort, 'the budget is only added to');
end;

-- The acts by which budget years are closed and opened again; the last one of a year says how it is.
create table budget_closing (
    id blob not null primary key
        constraint budget_closing_id_form check (length(id) = 16),
    year integer not null,
    -- `closed` or `reopened`.
    kind text not null,
    reason text not null,
    recorded_at text not null
        constraint budget_closing_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that recorded it, as it was called.
    office text not null,
    -- The change that added it: the order of lists.
    added_number integer not null
) strict;

create index budget_closing_year on budget_closing (year);

create trigger budget_closing_no_update before update on budget_closing
begin
    select raise(abort, 'acts about budget years are only added to');
end;

create trigger budget_closing_no_delete before delete on budget_closing
begin
    select raise(abort, 'acts about budget years are only added to');
end;
