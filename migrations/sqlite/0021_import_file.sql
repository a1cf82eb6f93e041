-- Files that somebody is about to import. Like what is typed and not saved they are no facts of the
-- register: they have no event, are read by who handed them in alone, and go when the import is
-- confirmed, left, or forgotten by the clean-up.
create table import_file (
    id blob not null primary key
        constraint import_file_id_form check (length(id) = 16),
    account blob not null
        constraint import_file_account_form check (length(account) = 16)
        constraint import_file_account_known references account (id),
    -- What its rows are: `budget`, `ledger`, `projects` or `plans`.
    kind text not null,
    -- Raised with each choice of columns.
    version integer not null,
    -- What was typed beside the file, and the choice of columns, in JSON.
    form text not null,
    file_name text not null,
    sha256 blob not null
        constraint import_file_sha256_length check (length(sha256) = 32),
    uploaded_at text not null
        constraint import_file_uploaded_at_form check (uploaded_at is strftime('%Y-%m-%dT%H:%M:%SZ', uploaded_at)),
    -- Last, so that the other columns are read without it.
    bytes blob not null
) strict;

-- The clean-up asks for old ones, an upload for those of its official.
create index import_file_uploaded on import_file (uploaded_at);
create index import_file_account on import_file (account);
