"""Pieces that several pages show: each a frozen view made from figures and records, and drawn by one partial."""
