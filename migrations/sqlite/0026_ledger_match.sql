-- Which payment was found as which voucher of the city's ledger: rows that are only added to. A
-- payment that turns out to be a wrong one is reversed, and its match says nothing more.

create table ledger_match (
    id blob not null primary key
        constraint ledger_match_id_form check (length(id) = 16),
    -- The entry about the payment or about what came back.
    entry blob not null
        constraint ledger_match_entry_form check (length(entry) = 16)
        constraint ledger_match_entry_known references commitment_entry (id)
        constraint ledger_match_entry_unique unique,
    -- As the ledger has them; empty where neither it nor the payment has one.
    voucher text not null,
    account text not null,
    cost_centre text not null,
    -- Null where the file did not say the day.
    posted_on text
        constraint ledger_match_posted_on_form check (posted_on is date(posted_on)),
    -- The file it was found in.
    file_sha256 blob not null
        constraint ledger_match_sha256_length check (length(file_sha256) = 32),
    recorded_at text not null
        constraint ledger_match_recorded_at_form check (recorded_at is strftime('%Y-%m-%dT%H:%M:%SZ', recorded_at)),
    -- The office that recorded it, as it was called; null from the command line.
    office text
) strict;

create trigger ledger_match_no_update before update on ledger_match
begin
    select raise(abort, 'matches with the ledger are only added to');
end;

create trigger ledger_match_no_delete before delete on ledger_match
begin
    select raise(abort, 'matches with the ledger are only added to');
end;
