"""The tools whose exports are known: one module each, with `TOOL`."""
