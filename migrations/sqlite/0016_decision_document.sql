-- A signed decision that an official took out of the register as a document (päätösasiakirja), each
-- time with a code of its own.
create table decision_document (
    id blob not null primary key
        constraint decision_document_id_form check (length(id) = 16),
    decision blob not null
        constraint decision_document_decision_form check (length(decision) = 16)
        constraint decision_document_decision_known references decision (id),
    made_by blob not null
        constraint decision_document_made_by_form check (length(made_by) = 16)
        constraint decision_document_made_by_known references account (id),
    -- The office as it is printed on it.
    office text not null,
    made_at text not null
        constraint decision_document_made_at_form check (made_at is strftime('%Y-%m-%dT%H:%M:%SZ', made_at)),
    -- What the printed document is found by again.
    code text not null
        constraint decision_document_code_unique unique,
    -- Whether it carries what is secret.
    has_secrets integer not null
        constraint decision_document_has_secrets_form check (has_secrets in (0, 1)),
    -- Everything that is printed, in JSON: printed again it is the same, whatever became of the
    -- facts since.
    document text not null,
    -- The change that added it: the order of lists.
    added_number integer not null
) strict;

create index decision_document_decision on decision_document (decision);

-- What was handed over is not changed afterwards.
create trigger decision_document_no_update before update on decision_document
begin
    select raise(abort, 'a document that was made is frozen');
end;
