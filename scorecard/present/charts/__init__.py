"""Charts as view models: every number, position and sentence; templates only print them."""
