-- Promises beyond what the council gave at the binding level, each with its reason.
create table appropriation_override (
    id blob not null primary key
        constraint appropriation_override_id_form check (length(id) = 16),
    year integer not null,
    appropriation text not null,
    -- By how much it was exceeded then.
    by_cents integer not null
        constraint appropriation_override_by_positive check (by_cents > 0),
    reason text not null,
    -- The decision that promised more, or the budget decision that left less.
    decision blob
        constraint appropriation_override_decision_form check (length(decision) = 16)
        constraint appropriation_override_decision_known references decision (id),
    budget_decision blob
        constraint appropriation_override_budget_decision_form check (length(budget_decision) = 16)
        constraint appropriation_override_budget_decision_known references budget_decision (id),
    recorded_at text not null
        constraint appropriation_override_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that gave the reason, as it was called.
    office text not null,
    added_number integer not null
        constraint appropriation_override_added_number_unique unique,
    constraint appropriation_override_one_source check ((decision is null) <> (budget_decision is null)),
    constraint appropriation_override_appropriation_known foreign key (year, appropriation) references appropriation (year, name)
) strict;

create index appropriation_override_year on appropriation_override (year, added_number);
create index appropriation_override_decision on appropriation_override (decision) where decision is not null;

create trigger appropriation_override_no_update before update on appropriation_override
begin
    select raise(abort, 'the budget is only added to');
end;

create trigger appropriation_override_no_delete before delete on appropriation_override
begin
    select raise(abort, 'the budget is only added to');
end;
