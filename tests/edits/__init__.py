"""Many YAML files, every command that edits one: right or refused in words, and all other bytes the same."""
