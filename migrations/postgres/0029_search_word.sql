-- The words of all texts that are searched, so that the beginning of a word is looked for as the
-- words that begin so. All words are made anew at the next start.

create table search_word (
    -- In the order of its letters' numbers, as on SQLite.
    word text collate "C" not null primary key,
    -- In how many texts it stands; a word that stands in none is removed.
    texts bigint not null
        constraint search_word_texts check (texts >= 0)
);

create index search_word_unused on search_word (word) where texts = 0;

delete from decision_search;
delete from subject_search;
update search_state set analyser = 0;
