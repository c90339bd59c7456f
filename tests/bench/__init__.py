"""Measurements as ratios in one run: `python -m tests.bench`, used by `make bench`. No test asserts a time."""
