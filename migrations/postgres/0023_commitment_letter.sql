-- A letter of commitment (rahoitussitoumus): what a signed decision promises to a project, given to
-- the applicant, each time with a code of its own.
create table commitment_letter (
    id uuid not null primary key,
    decision uuid not null
        constraint commitment_letter_decision_known references decision (id),
    given_by uuid not null
        constraint commitment_letter_given_by_known references account (id),
    -- The office as it is printed on it.
    office text not null,
    given_at timestamptz not null,
    -- What the printed letter is found by again.
    code text not null
        constraint commitment_letter_code_unique unique,
    -- The language that it was given in: `fi`, `sv` or `en`.
    lang text not null,
    -- The last day of the promise, where the decision sets one.
    valid_until date,
    -- Everything that is printed, in JSON: printed again it is the same, whatever became of the
    -- facts since.
    document text not null,
    -- The change that added it: the order of lists.
    added_number bigint not null
);

create index commitment_letter_decision on commitment_letter (decision);

-- What was handed over is not changed afterwards.
create trigger commitment_letter_no_update before update on commitment_letter
    for each row execute function refuse('a letter that was given is frozen');
