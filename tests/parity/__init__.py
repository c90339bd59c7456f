"""What `scorecard render` writes, built by MkDocs and by Zensical: `python -m tests.parity`, used by `make parity`."""
