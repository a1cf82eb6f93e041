-- What makes work happen once: forms that are sent twice, and work that is done later.

-- The result of a form, so that a double submit is answered with the first one's.
create table form_result (
    account uuid not null
        constraint form_result_account_known references account (id),
    -- The key the form carried; another account's same key is another form.
    idempotency_key uuid not null,
    use_case text not null,
    -- What came of it; the kind follows from the use case.
    subject uuid not null,
    created_at timestamptz not null,
    primary key (account, idempotency_key)
);

create index form_result_created_at on form_result (created_at);

create table job (
    id uuid not null primary key,
    kind text not null,
    -- What makes it the same job if it is added again.
    idempotency_key text not null
        constraint job_idempotency_key_unique unique,
    -- From when it is to be done; later again after each failed attempt.
    due_at timestamptz not null,
    attempts bigint not null,
    payload text not null,
    -- Both JSON; the result once it is done.
    result text,
    done_at timestamptz,
    constraint job_done_whole check ((done_at is null) = (result is null))
);

create index job_due on job (due_at) where done_at is null;
