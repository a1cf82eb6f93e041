-- A signed decision that an official took out of the register as a document (päätösasiakirja), each
-- time with a code of its own.
create table decision_document (
    id uuid not null primary key,
    decision uuid not null
        constraint decision_document_decision_known references decision (id),
    made_by uuid not null
        constraint decision_document_made_by_known references account (id),
    -- The office as it is printed on it.
    office text not null,
    made_at timestamptz not null,
    -- What the printed document is found by again.
    code text not null
        constraint decision_document_code_unique unique,
    -- Whether it carries what is secret.
    has_secrets boolean not null,
    -- Everything that is printed, in JSON: printed again it is the same, whatever became of the
    -- facts since.
    document text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

create index decision_document_decision on decision_document (decision);

-- What was handed over is not changed afterwards.
create trigger decision_document_no_update before update on decision_document
    for each row execute function refuse('a document that was made is frozen');
