"""The front door for people and scripts."""
