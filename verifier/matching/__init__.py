"""Locates a claim in a source text, then checks its details in the place."""
