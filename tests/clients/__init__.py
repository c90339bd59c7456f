"""Programs that we did not write, reading what we publish."""
