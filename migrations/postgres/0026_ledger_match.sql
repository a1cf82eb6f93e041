-- Which payment was found as which voucher of the city's ledger: rows that are only added to. A
-- payment that turns out to be a wrong one is reversed, and its match says nothing more.

create table ledger_match (
    id uuid not null primary key,
    -- The entry about the payment or about what came back.
    entry uuid not null
        constraint ledger_match_entry_known references commitment_entry (id)
        constraint ledger_match_entry_unique unique,
    -- As the ledger has them; empty where neither it nor the payment has one.
    voucher text not null,
    account text not null,
    cost_centre text not null,
    -- Null where the file did not say the day.
    posted_on date,
    -- The file it was found in.
    file_sha256 bytea not null
        constraint ledger_match_sha256_length check (length(file_sha256) = 32),
    recorded_at timestamptz not null,
    -- The office that recorded it, as it was called; null from the command line.
    office text
);

create trigger ledger_match_no_update before update on ledger_match
    for each row execute function refuse('matches with the ledger are only added to');

create trigger ledger_match_no_delete before delete on ledger_match
    for each row execute function refuse('matches with the ledger are only added to');
