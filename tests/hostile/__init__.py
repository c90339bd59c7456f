"""Malformed and hostile inputs: our own copies as ordinary tests, and the corpus of ../shared as `make hostile`."""
