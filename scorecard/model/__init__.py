"""The vocabulary every room speaks: frozen value objects, no input or output."""
