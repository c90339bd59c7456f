"""Large imports, and imports from a company's own engine: `make big-import`, `make warehouse`."""
