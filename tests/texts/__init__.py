"""Every text that a record of a person can hold."""
