"""Tests of scorecard/present/comparison."""
