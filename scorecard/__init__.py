"""Trust Scorecard: from YAML files to a public scorecard site."""

__version__ = "0.1.0"
