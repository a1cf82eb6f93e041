-- The city's budget as decisions have set it. Everything here is only added to: a mistake is mended
-- by a further decision.

-- A decision about the budget of an accounting year.
create table budget_decision (
    id uuid not null primary key,
    year bigint not null,
    -- `sets`, `transfers` or `amends`.
    kind text not null,
    body text not null,
    decided_on date not null,
    section bigint not null
        constraint budget_decision_section_positive check (section > 0),
    -- Null where it is not known.
    case_number text,
    subject text not null,
    recorded_at timestamptz not null,
    -- The office that recorded it, as it was called.
    office text not null,
    -- The change that added it: sums follow this order.
    added_number bigint not null
        constraint budget_decision_added_number_unique unique
);

create index budget_decision_year on budget_decision (year, added_number);

-- An appropriation at the binding level.
create table appropriation (
    year bigint not null,
    name text not null,
    -- `gross` or `net`.
    basis text not null,
    primary key (year, name)
);

-- A line of the operating plan. Its appropriation is a name alone while no decision has set it.
create table budget_line (
    year bigint not null,
    code text not null,
    name text not null,
    appropriation text not null,
    -- `appropriation` or `reserve`.
    source text not null,
    primary key (year, code)
);

-- What a decision does to one place: to an appropriation by its name, or to a line by its number.
create table budget_entry (
    decision uuid not null
        constraint budget_entry_decision_known references budget_decision (id),
    -- From 0, in the order of the form.
    place bigint not null,
    year bigint not null,
    appropriation text,
    line text,
    amount_cents bigint not null,
    primary key (decision, place),
    constraint budget_entry_one_place check ((appropriation is null) <> (line is null)),
    constraint budget_entry_appropriation_known foreign key (year, appropriation) references appropriation (year, name),
    constraint budget_entry_line_known foreign key (year, line) references budget_line (year, code)
);

create index budget_entry_line on budget_entry (year, line) where line is not null;
-- What is promised from the lines of a year.
create index commitment_line on commitment (year, budget_line);

create trigger budget_decision_no_update before update on budget_decision
    for each row execute function refuse('the budget is only added to');

create trigger budget_decision_no_delete before delete on budget_decision
    for each row execute function refuse('the budget is only added to');

create trigger appropriation_no_update before update on appropriation
    for each row execute function refuse('the budget is only added to');

create trigger appropriation_no_delete before delete on appropriation
    for each row execute function refuse('the budget is only added to');

create trigger budget_line_no_update before update on budget_line
    for each row execute function refuse('the budget is only added to');

create trigger budget_line_no_delete before delete on budget_line
    for each row execute function refuse('the budget is only added to');

create trigger budget_entry_no_update before update on budget_entry
    for each row execute function refuse('the budget is only added to');

create trigger budget_entry_no_delete before delete on budget_entry
    for each row execute function refuse('the budget is only added to');

-- The acts by which budget years are closed and opened again; the last one of a year says how it is.
create table budget_closing (
    id uuid not null primary key,
    year bigint not null,
    -- `closed` or `reopened`.
    kind text not null,
    reason text not null,
    recorded_at timestamptz not null,
    -- The office that recorded it, as it was called.
    office text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

create index budget_closing_year on budget_closing (year);

create trigger budget_closing_no_update before update on budget_closing
    for each row execute function refuse('acts about budget years are only added to');

create trigger budget_closing_no_delete before delete on budget_closing
    for each row execute function refuse('acts about budget years are only added to');
