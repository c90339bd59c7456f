"""Builds that are killed, starved or refused: `python -m tests.torn`, used by `make torn`.

After every trial the site is the old one whole or the new one whole, and the next good build leaves nothing else.
"""
