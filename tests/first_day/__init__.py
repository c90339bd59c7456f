"""The first day of a person with this program, typed at a terminal."""
