"""The pipelines that `scorecard init` writes, read by a linter that we did not write."""
