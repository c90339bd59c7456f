"""Tests of the editing room."""
