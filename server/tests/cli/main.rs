//! Every command through the real binary: what it exits with, what it writes and where
//! (contract: results to standard output, messages to standard error; 0 done, 1 refused or failed
//! with one sentence, 2 wrong usage).

mod accounts;
mod binary;
mod databases;
mod deadline;
mod documents;
mod export;
mod import;
mod import_table;
mod serve;
mod usage;
