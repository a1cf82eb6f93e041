//! Counting tests whatever ran them.

/// How many tests passed, failed and were skipped.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) passed: u64,
    pub(super) failed: u64,
    pub(super) skipped: u64,
    /// Why, one sentence for each skipped test that gives one.
    pub(super) reasons: Vec<String>,
}

impl Tally {
    /// One test.
    pub(super) fn one(has_passed: bool) -> Self {
        Self {
            passed: u64::from(has_passed),
            failed: u64::from(!has_passed),
            ..Self::default()
        }
    }

    /// Adds the counts of other tests.
    pub(super) fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
        self.reasons.extend(other.reasons);
    }

    /// Counts a run that ended badly without naming a failed test: it did not compile or broke off.
    pub(super) fn with_exit(mut self, succeeded: bool) -> Self {
        if !succeeded && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    /// The line that ends `cargo xtask test`.
    pub(super) fn summary(&self) -> String {
        format!(
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_that_broke_off_counts_as_a_failure() {
        assert_eq!(Tally::default().with_exit(false).failed, 1);
        assert_eq!(Tally::default().with_exit(true).failed, 0);
        assert_eq!(Tally::one(false).with_exit(false).failed, 1);
    }

    #[test]
    fn the_summary_names_all_three_counts() {
        let mut tally = Tally::one(true);
        tally.add(Tally {
            skipped: 2,
            ..Tally::one(true)
        });
        assert_eq!(tally.summary(), "2 passed, 0 failed, 2 skipped");
    }
}
