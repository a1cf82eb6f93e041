-- What makes work happen once: forms that are sent twice, and work that is done later.

-- The result of a form, so that a double submit is answered with the first one's.
create table form_result (
    account blob not null
        constraint form_result_account_form check (length(account) = 16)
        constraint form_result_account_known references account (id),
    -- The key the form carried; another account's same key is another form.
    idempotency_key blob not null
        constraint form_result_idempotency_key_form check (length(idempotency_key) = 16),
    use_case text not null,
    -- What came of it; the kind follows from the use case.
    subject blob not null
        constraint form_result_subject_form check (length(subject) = 16),
    created_at text not null
        constraint form_result_created_at_form check (created_at is strftime('%Y-%m-%dT%H:%M:%SZ', created_at)),
    primary key (account, idempotency_key)
) strict;

create index form_result_created_at on form_result (created_at);

create table job (
    id blob not null primary key
        constraint job_id_form check (length(id) = 16),
    kind text not null,
    -- What makes it the same job if it is added again.
    idempotency_key text not null
        constraint job_idempotency_key_unique unique,
    -- From when it is to be done; later again after each failed attempt.
    due_at text not null
        constraint job_due_at_form check (due_at is strftime('%Y-%m-%dT%H:%M:%SZ', due_at)),
    attempts integer not null,
    payload text not null,
    -- Both JSON; the result once it is done.
    result text,
    done_at text
        constraint job_done_at_form check (done_at is strftime('%Y-%m-%dT%H:%M:%SZ', done_at)),
    constraint job_done_whole check ((done_at is null) = (result is null))
) strict;

create index job_due on job (due_at) where done_at is null;
