"""Headlines of random quarters, held against the figures they speak of: `make headlines`."""
