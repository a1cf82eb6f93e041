-- Lists leave out what a stub stands for, by identity: with it in the index, counting reads no decision.

drop index decision_series_published;
drop index decision_year_published;
drop index decision_series_year_published;

create index decision_series_published on decision (series, publication_number, id);
create index decision_year_published on decision (section_year, publication_number, id);
create index decision_series_year_published
    on decision (series, section_year, publication_number, id);
