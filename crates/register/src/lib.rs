//! The use cases of the register: each takes the write lock, authorises, loads, applies the rule,
//! saves and writes the audit event, in one transaction.
