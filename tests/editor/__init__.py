"""`make editor`: our schemas in an editor's language server that others wrote."""
