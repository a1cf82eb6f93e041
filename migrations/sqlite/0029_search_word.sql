-- The words of all texts that are searched, so that the beginning of a word is looked for as the
-- words that begin so. All words are made anew at the next start.

create table search_word (
    word text not null primary key,
    -- In how many texts it stands; a word that stands in none is removed.
    texts integer not null
        constraint search_word_texts check (texts >= 0)
) strict, without rowid;

create index search_word_unused on search_word (word) where texts = 0;

delete from decision_search;
delete from subject_search;
update search_state set analyser = 0;
