"""Tests of the documentation for staff: what it shows is run."""
