"""Tests of scorecard/validate/history."""
