-- A letter of commitment (rahoitussitoumus): what a signed decision promises to a project, given to
-- the applicant, each time with a code of its own.
create table commitment_letter (
    id blob not null primary key
        constraint commitment_letter_id_form check (length(id) = 16),
    decision blob not null
        constraint commitment_letter_decision_form check (length(decision) = 16)
        constraint commitment_letter_decision_known references decision (id),
    given_by blob not null
        constraint commitment_letter_given_by_form check (length(given_by) = 16)
        constraint commitment_letter_given_by_known references account (id),
    -- The office as it is printed on it.
    office text not null,
    given_at text not null
        constraint commitment_letter_given_at_form check (given_at is strftime('%Y-%m-%dT%H:%M:%SZ', given_at)),
    -- What the printed letter is found by again.
    code text not null
        constraint commitment_letter_code_unique unique,
    -- The language that it was given in: `fi`, `sv` or `en`.
    lang text not null,
    -- The last day of the promise, where the decision sets one.
    valid_until text
        constraint commitment_letter_valid_until_form check (valid_until is date(valid_until)),
    -- Everything that is printed, in JSON: printed again it is the same, whatever became of the
    -- facts since.
    document text not null,
    -- The change that added it: the order of lists.
    added_number integer not null
) strict;

create index commitment_letter_decision on commitment_letter (decision);

-- What was handed over is not changed afterwards.
create trigger commitment_letter_no_update before update on commitment_letter
begin
    select raise(abort, 'a letter that was given is frozen');
end;
