-- Promises beyond what the council gave at the binding level, each with its reason.
create table appropriation_override (
    id uuid not null primary key,
    year bigint not null,
    appropriation text not null,
    -- By how much it was exceeded then.
    by_cents bigint not null
        constraint appropriation_override_by_positive check (by_cents > 0),
    reason text not null,
    -- The decision that promised more, or the budget decision that left less.
    decision uuid
        constraint appropriation_override_decision_known references decision (id),
    budget_decision uuid
        constraint appropriation_override_budget_decision_known references budget_decision (id),
    recorded_at timestamptz not null,
    -- The office that gave the reason, as it was called.
    office text not null,
    added_number bigint not null
        constraint appropriation_override_added_number_unique unique,
    constraint appropriation_override_one_source check ((decision is null) <> (budget_decision is null)),
    constraint appropriation_override_appropriation_known foreign key (year, appropriation) references appropriation (year, name)
);

create index appropriation_override_year on appropriation_override (year, added_number);
create index appropriation_override_decision on appropriation_override (decision) where decision is not null;

create trigger appropriation_override_no_update before update on appropriation_override
    for each row execute function refuse('the budget is only added to');

create trigger appropriation_override_no_delete before delete on appropriation_override
    for each row execute function refuse('the budget is only added to');
