"""Real published data, turned into projects and sites in build/real. Run by `make real`."""
