-- Files that somebody is about to import. Like what is typed and not saved they are no facts of the
-- register: they have no event, are read by who handed them in alone, and go when the import is
-- confirmed, left, or forgotten by the clean-up.
create table budget_import (
    id uuid not null primary key,
    account uuid not null
        constraint budget_import_account_known references account (id),
    -- The accounting year.
    year bigint not null,
    -- Raised with each choice of columns.
    version bigint not null,
    -- The facts of the decision and the choice of columns as typed, in JSON.
    form text not null,
    file_name text not null,
    sha256 bytea not null
        constraint budget_import_sha256_length check (length(sha256) = 32),
    uploaded_at timestamptz not null,
    -- Last, so that the other columns are read without it.
    bytes bytea not null
);

-- The clean-up asks for old ones, an upload for those of its official.
create index budget_import_uploaded on budget_import (uploaded_at);
create index budget_import_account on budget_import (account);
