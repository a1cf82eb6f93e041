-- What is searched by words: texts that the register has analysed already, so that the database
-- only looks words up. Made from public versions that stay for good, in the transaction that makes
-- or changes one; nothing personal or secret is ever in it.

create table decision_search (
    -- The order of publications: the newest are found first.
    publication_number integer not null primary key,
    decision blob not null
        constraint decision_search_decision_form check (length(decision) = 16)
        constraint decision_search_decision_unique unique
        constraint decision_search_decision_known references decision (id),
    -- The version of the analyser that made it; what an older one made is made again.
    analyser integer not null,
    -- The words of what it is called and belongs to, and their keys: what fits best is looked for here.
    head text not null,
    -- All its words in their order, then their keys, separated by spaces.
    text text not null
) strict;

create virtual table decision_words using fts5 (
    text, content = 'decision_search', content_rowid = 'publication_number',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '=#'"
);

create trigger decision_search_added after insert on decision_search
begin
    insert into decision_words (rowid, text) values (new.publication_number, new.text);
end;

create trigger decision_search_removed after delete on decision_search
begin
    insert into decision_words (decision_words, rowid, text)
    values ('delete', old.publication_number, old.text);
end;

create trigger decision_search_no_update before update on decision_search
begin
    select raise(abort, 'what is searched is removed and made anew');
end;

-- The same of projects and cases. Whether the public may find one is asked when it is looked for.
create table subject_search (
    -- The order of entering.
    number integer not null primary key,
    -- `project` or `case`.
    kind text not null,
    subject blob not null
        constraint subject_search_subject_form check (length(subject) = 16),
    analyser integer not null,
    head text not null,
    text text not null,
    constraint subject_search_subject_unique unique (kind, subject)
) strict;

create virtual table subject_words using fts5 (
    text, content = 'subject_search', content_rowid = 'number',
    tokenize = "unicode61 remove_diacritics 0 tokenchars '=#'"
);

create trigger subject_search_added after insert on subject_search
begin
    insert into subject_words (rowid, text) values (new.number, new.text);
end;

create trigger subject_search_removed after delete on subject_search
begin
    insert into subject_words (subject_words, rowid, text) values ('delete', old.number, old.text);
end;

create trigger subject_search_no_update before update on subject_search
begin
    select raise(abort, 'what is searched is removed and made anew');
end;

-- The version of the analyser that made all of it, 0 before the first.
create table search_state (
    id integer not null primary key
        constraint search_state_single check (id = 1),
    analyser integer not null
) strict;

insert into search_state (id, analyser) values (1, 0);

-- What lists of decisions narrow by and count, without reading a decision.
create index decision_listed on decision (publication_number, series, section_year, project,
        published_on, period_last_day, period_closes_at, id)
    where publication_number is not null;
