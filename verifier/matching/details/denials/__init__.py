"""A "not" that only the claim or only the source has."""
