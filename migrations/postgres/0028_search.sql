-- What is searched by words: texts that the register has analysed already, so that the database
-- only looks words up. Made from public versions that stay for good, in the transaction that makes
-- or changes one; nothing personal or secret is ever in it.

create table decision_search (
    -- The order of publications: the newest are found first.
    publication_number bigint not null primary key,
    decision uuid not null
        constraint decision_search_decision_unique unique
        constraint decision_search_decision_known references decision (id),
    -- The version of the analyser that made it; what an older one made is made again.
    analyser bigint not null,
    -- The words of what it is called and belongs to, and their keys: what fits best is looked for here.
    head text not null,
    -- All its words in their order, then their keys, separated by spaces.
    text text not null,
    -- The same as the database looks it up.
    words tsvector not null
);

create index decision_search_words on decision_search using gin (words);

-- The same of projects and cases. Whether the public may find one is asked when it is looked for.
create table subject_search (
    -- The order of entering.
    number bigint not null primary key,
    -- `project` or `case`.
    kind text not null,
    subject uuid not null,
    analyser bigint not null,
    head text not null,
    text text not null,
    words tsvector not null,
    constraint subject_search_subject_unique unique (kind, subject)
);

create index subject_search_words on subject_search using gin (words);

-- The words as they are, with their places: PostgreSQL's own parser would take some apart. They
-- are letters, digits and two signs, so that nothing needs an escape.
create function index_words() returns trigger language plpgsql as $$
begin
    new.words := (
        select string_agg('''' || word || ''':' || least(place, 16383), ' ')
          from unnest(string_to_array(new.text, ' ')) with ordinality as found (word, place)
         where word <> '')::tsvector;
    new.words := coalesce(new.words, ''::tsvector);
    return new;
end
$$;

create trigger decision_search_added before insert on decision_search
    for each row execute function index_words();

create trigger decision_search_no_update before update on decision_search
    for each row execute function refuse('what is searched is removed and made anew');

create trigger subject_search_added before insert on subject_search
    for each row execute function index_words();

create trigger subject_search_no_update before update on subject_search
    for each row execute function refuse('what is searched is removed and made anew');

-- The version of the analyser that made all of it, 0 before the first.
create table search_state (
    id bigint not null primary key
        constraint search_state_single check (id = 1),
    analyser bigint not null
);

insert into search_state (id, analyser) values (1, 0);

-- What lists of decisions narrow by and count, without reading a decision.
create index decision_listed on decision (publication_number, series, section_year, project,
        published_on, period_last_day, period_closes_at, id)
    where publication_number is not null;
