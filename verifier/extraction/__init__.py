"""Reads what was fetched into a source text with labelled parts, and the page's own data."""
