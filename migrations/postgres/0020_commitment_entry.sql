-- What becomes of commitments after the decisions that made them were signed: entries that are only
-- added to. A wrong one is undone by another entry, and both stay.

create table commitment_entry (
    id uuid not null primary key,
    decision uuid not null,
    line bigint not null,
    -- From 1, in the order of recording.
    number bigint not null,
    -- `condition_met`, `paid`, `recovered`, `released`, `lapsed`, `aid_assessed` or `reversed`.
    kind text not null,
    -- What the entry moves; of a reversal the opposite of what it undoes. So the sums over all
    -- entries of a commitment are where it stands, and no question needs to know of reversals.
    released_cents bigint not null,
    paid_cents bigint not null,
    recovered_cents bigint not null,
    conditions_met bigint not null,
    -- Null of a reversal, which has only the day of its recording.
    happened_on date,
    -- Why; of a condition, what fulfilled it; empty of a payment.
    reason text not null,
    -- Of a payment, and the voucher of a recovery too.
    invoice text,
    voucher text,
    account text,
    cost_centre text,
    posting_year bigint,
    -- Of a payment: the instalment that it pays, if it pays one; of its reversal the same.
    instalment bigint,
    -- Of an assessment of state aid: `none`, `de_minimis` or `block_exemption`, the provision that
    -- exempts it, and how much counts as de minimis aid.
    aid text,
    provision text,
    de_minimis_cents bigint,
    -- Of a reversal: the number of the entry that it undoes.
    reverses bigint,
    recorded_at timestamptz not null,
    -- The office that recorded it, as it was called.
    office text not null,
    constraint commitment_entry_commitment_known foreign key (decision, line) references commitment (decision, line),
    constraint commitment_entry_number_unique unique (decision, line, number),
    constraint commitment_entry_reversed_once unique (decision, line, reverses),
    constraint commitment_entry_reverses_known foreign key (decision, line, reverses)
        references commitment_entry (decision, line, number),
    constraint commitment_entry_reverses_earlier check (reverses < number),
    constraint commitment_entry_reversal check ((kind = 'reversed') = (reverses is not null)),
    constraint commitment_entry_assessment check (
        (kind = 'aid_assessed') = (aid is not null)
        and (aid is null) = (provision is null)
        and coalesce(aid = 'de_minimis', false) = (de_minimis_cents is not null)
    ),
    constraint commitment_entry_payment check ((kind = 'paid') = (posting_year is not null))
);

create trigger commitment_entry_no_update before update on commitment_entry
    for each row execute function refuse('entries about commitments are only added to');

create trigger commitment_entry_no_delete before delete on commitment_entry
    for each row execute function refuse('entries about commitments are only added to');

-- Where each commitment stands, kept with every fact that moves it, so that sums over all of them
-- read neither entries nor decisions. `verify` compares it with what the facts add up to.
create table commitment_standing (
    decision uuid not null,
    line bigint not null,
    -- Copies of what is frozen: lists are ordered and narrowed by it.
    year bigint,
    budget_line text,
    series text not null,
    section_year bigint not null,
    section_number bigint not null,
    project uuid,
    -- How firm it is now: a conditional one whose condition is met is granted.
    strength text not null,
    -- What is open and what is paid of it. Of a decision that another one ended, what was paid all
    -- the same; null where that is nothing, and the commitment is in no list.
    drawn_cents bigint,
    -- The same as everybody may know it, by published decisions alone.
    publicly_drawn_cents bigint,
    -- What is paid and was not recovered.
    paid_cents bigint not null,
    primary key (decision, line),
    constraint commitment_standing_commitment_known foreign key (decision, line)
        references commitment (decision, line)
);

-- The order of the lists, over all and narrowed.
create index commitment_standing_order
    on commitment_standing (section_year desc, series, section_number desc, line);
create index commitment_standing_year
    on commitment_standing (year, section_year desc, series, section_number desc, line);
create index commitment_standing_series
    on commitment_standing (series, section_year desc, section_number desc, line);
-- Sums read nothing else.
create index commitment_standing_project
    on commitment_standing (project, strength, publicly_drawn_cents, paid_cents);
create index commitment_standing_line
    on commitment_standing (year, budget_line, strength, drawn_cents, publicly_drawn_cents,
        paid_cents);
create index commitment_standing_series_year
    on commitment_standing (series, year, budget_line, strength, drawn_cents,
        publicly_drawn_cents, paid_cents);
