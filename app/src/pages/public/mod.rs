//! Pages for everybody: no script, no cookie, the same for each reader.
