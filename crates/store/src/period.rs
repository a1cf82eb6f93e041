//! Stored dates of appeal periods.
