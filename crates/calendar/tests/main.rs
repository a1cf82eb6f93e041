//! What must be true of days and periods, in one program; the measure of speed runs alone.

mod independent;
mod laws;
mod lawyers_page;
mod office_hours;
mod published_tables;
